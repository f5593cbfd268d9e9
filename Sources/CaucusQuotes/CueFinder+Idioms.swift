import CaucusText

/// Ways of saying who speaks that are more than a verb and its subject.
extension CueFinder {
    /// The cue that word `i` carries in “in Roe's words”, “as Roe put it”, “was Roe's reply” or “Roe shot back”;
    /// `nil` where it stands in none of them.
    mutating func idiom(at i: Int) -> Cue? {
        guard word(i).has([.idiom, .be]) else { return nil }
        let key = word(i).key
        if key == Self.words { return inWords(i) }
        if Self.puts.contains(key) { return putIt(i) }
        let isThat = i > 1 && word(i - 1).has(.that) && word(i - 2).kind == .dash
        if Self.answers.contains(key) || word(i).has(.be), followsMark(isThat ? i - 2 : i) {
            return answer(i) ?? all(i)
        }
        if Self.phrasals.contains(key) { return phrasal(i) }
        return nil
    }

    private static let words = LetterFolding.key(of: "words")
    private static let puts = KeySet("put puts")
    private static let answers = KeySet("came comes went goes ran runs follows followed")
    private static let phrasals = KeySet(
        """
        fired fires shot shoots hit hits came comes weighed weighs chimed chimes chipped chips jumped jumps \
        cut cuts broke breaks butted butts piped pipes took takes
        """)

    private func idiom(_ words: Range<Int>, head: Int, _ source: NounPhrase?) -> Cue {
        var cue = Cue(
            words: words, head: head, verb: .say, pattern: .verb,
            content: words.upperBound..<words.upperBound, source: source)
        cue.needsMarks = true
        return cue
    }

    /// “in the words of Roe, “…””, “in Roe's own words, “…””, “in her words, “…””.
    private func inWords(_ i: Int) -> Cue? {
        let sentence = reading.sentence(of: i)
        var k = i - 1
        guard k > sentence.lowerBound else { return nil }
        var source: NounPhrase?
        var end = i + 1
        if word(k).has(.definite), i + 2 < sentence.upperBound, word(i + 1).key == Self.of {
            source = phrases.phrase(startingAt: i + 2, to: sentence.upperBound)
            end = source?.words.upperBound ?? end
        } else {
            if word(k).key == Self.own { k -= 1 }
            source = owner(endingAt: k, sentence)
            k = source?.words.lowerBound ?? k
        }
        guard let source, k > sentence.lowerBound || word(k).has(.preposition),
            word(max(k - 1, sentence.lowerBound)).key == Self.inWord, isBesideMark(end, sentence)
        else { return nil }
        var cue = idiom(k - 1..<end, head: i, source)
        cue.pattern = .accordingTo
        return cue
    }

    /// Who owns what follows word `k`: “Roe's”, “the dockers'”, “her”.
    private func owner(endingAt k: Int, _ sentence: Range<Int>) -> NounPhrase? {
        guard k > sentence.lowerBound else { return nil }
        if word(k).has(.possessive) {
            return NounPhrase(words: k..<k + 1, head: k, mention: -1, kind: .pronoun)
        }
        return phrases.isOwning(k) ? possessor(before: k, sentence) : nil
    }

    /// “as Roe put it, “…””, “was how Roe put it”.
    private mutating func putIt(_ i: Int) -> Cue? {
        let sentence = reading.sentence(of: i)
        guard i + 1 < sentence.upperBound, word(i + 1).has(.it) else { return nil }
        var first = i
        while first > sentence.lowerBound, i - first < 4,
            word(first - 1).has([.auxiliary, .adverb, .to])
                || Self.likes.contains(word(first - 1).key)
        {
            first -= 1
        }
        guard let source = phrases.subject(before: first, from: sentence.lowerBound),
            source.words.lowerBound > sentence.lowerBound
        else { return nil }
        let before = source.words.lowerBound - 1
        if word(before).key == Self.asWord, isBesideMark(i + 2, sentence) || followsMark(before) {
            var cue = idiom(before..<i + 2, head: i, source)
            cue.pattern = .accordingTo
            return cue
        }
        guard word(before).has(.question), before > sentence.lowerBound, word(before - 1).has(.be),
            followsMark(before - 1)
        else { return nil }
        return idiom(before - 1..<i + 2, head: i, source)
    }

    /// ““…” was Roe's reply”, ““…,” came the answer from Roe”.
    private func answer(_ i: Int) -> Cue? {
        let sentence = reading.sentence(of: i)
        guard let phrase = phrases.phrase(startingAt: i + 1, to: sentence.upperBound) else {
            return nil
        }
        if let owner = phrases.owner(of: phrase) {
            return idiom(i..<phrase.words.upperBound, head: i, owner)
        }
        // “the answer from Roe”
        guard let from = phrase.words.first(where: { word($0).key == Self.from }), from > i + 1,
            PhraseReader.answers.contains(word(from - 1).key),
            let source = phrases.phrase(startingAt: from + 1, to: sentence.upperBound)
        else { return nil }
        return idiom(i..<source.words.upperBound, head: i, source)
    }

    /// ““…” was all Roe would say”.
    private func all(_ i: Int) -> Cue? {
        let sentence = reading.sentence(of: i)
        guard i + 3 < sentence.upperBound, word(i).has(.be),
            Self.everything.contains(word(i + 1).key),
            let source = phrases.phrase(startingAt: i + 2, to: sentence.upperBound)
        else { return nil }
        let end = source.words.upperBound
        for k in Range(from: end, to: min(end + 4, sentence.upperBound)) {
            if Self.offers.contains(word(k).key) { return idiom(i..<k + 1, head: i, source) }
            guard word(k).has([.auxiliary, .adverb, .to]) || Self.likes.contains(word(k).key) else {
                return nil
            }
        }
        return nil
    }

    /// “Roe shot back: “…””, ““…,” Roe chipped in”, “Roe took to social media: “…””.
    private mutating func phrasal(_ i: Int) -> Cue? {
        let sentence = reading.sentence(of: i)
        guard let end = phrasalEnd(i, sentence), var cue = verbCue(at: i), cue.source != nil,
            !cue.isPassive
        else { return nil }
        let start = min(cue.words.lowerBound, cue.source?.words.lowerBound ?? i)
        guard isBesideMark(end, sentence) || followsMark(start) else { return nil }
        cue.words = Range(from: cue.words.lowerBound, to: end)
        cue.content = end..<end
        cue.verb = .say
        cue.needsMarks = true
        return cue
    }

    /// The word after “back” in “shot back”, after “media” in “took to social media”.
    private func phrasalEnd(_ i: Int, _ sentence: Range<Int>) -> Int? {
        guard i + 1 < sentence.upperBound else { return nil }
        let key = word(i).key
        let next = word(i + 1).key
        if Self.takes.contains(key) {
            guard word(i + 1).has(.to) else { return nil }
            return Range(from: i + 2, to: min(i + 6, sentence.upperBound))
                .first { Self.media.contains(word($0).key) }.map { $0 + 1 }
        }
        if Self.backVerbs.contains(key) { return next == Self.back ? i + 2 : nil }
        return Self.particles.contains(next) ? i + 2 : nil
    }

    /// Whether a quotation opens after a comma or a colon within twelve words of the sentence.
    private func isBesideMark(_ end: Int, _ sentence: Range<Int>) -> Bool {
        for i in Range(from: end, to: min(end + 12, sentence.upperBound - 1)) {
            if [.comma, .colon].contains(word(i).kind), phrases.quoteOfWord[i + 1] >= 0 {
                return true
            }
            if word(i).kind == .semicolon || word(i).kind == .stop { return false }
        }
        return false
    }

    /// Whether nothing but a comma parts the word from a closing mark.
    private func followsMark(_ i: Int) -> Bool {
        var before = i - 1
        if before > 0, word(before).kind == .comma { before -= 1 }
        return before >= 0 && phrases.quoteOfWord[before] >= 0
    }

    private static let of = LetterFolding.key(of: "of")
    private static let own = LetterFolding.key(of: "own")
    private static let inWord = LetterFolding.key(of: "in")
    private static let from = LetterFolding.key(of: "from")
    private static let asWord = LetterFolding.key(of: "as")
    private static let back = LetterFolding.key(of: "back")
    private static let likes = KeySet("likes liked like prefers preferred cared willing able dared")
    private static let everything = KeySet("all everything what")
    private static let offers = KeySet(
        "say said offer offered add added muster manage managed tell reply answer")
    private static let takes = KeySet("took takes")
    private static let backVerbs = KeySet("fired fires shot shoots hit hits came comes")
    private static let particles = KeySet("in up")
    private static let media = KeySet(
        "media twitter facebook instagram x tiktok linkedin reddit youtube mastodon bluesky airwaves"
    )
}
