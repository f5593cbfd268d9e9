import CaucusLanguage
import CaucusText

/// Finds the cues outside quotations, with their sources.
struct CueFinder {
    let reading: Reading
    let phrases: PhraseReader
    let marks: [MarkedSpan]
    private(set) var cues: [Cue] = []
    /// The first noun phrase of the current sentence, for verbs that share their subject.
    var subject: (sentence: Int, phrase: NounPhrase?) = (-1, nil)

    init(_ reading: Reading, _ phrases: PhraseReader, _ marks: [MarkedSpan]) {
        self.reading = reading
        self.phrases = phrases
        self.marks = marks
        cues.reserveCapacity(reading.cueWords.count / 4 + 4)
        for i in reading.cueWords.lazy.map(Int.init) where phrases.quoteOfWord[i] < 0 {
            let word = reading.words[i]
            if let cue = idiom(at: i) {
                cues.append(cue)
            } else if word.has(.verb), word.verb != .none, phrases.names.mentionOfWord[i] < 0 {
                if let cue = verbCue(at: i) { cues.append(cue) }
            } else if word.key == Self.according, let cue = accordingTo(i) {
                cues.append(cue)
            }
            if word.has(.speechNoun), cues.last?.head != i, let cue = nounCue(at: i) {
                cues.append(cue)
            }
        }
    }

    static let according = LetterFolding.key(of: "according")

    func word(_ i: Int) -> Word { reading.words[i] }

    /// “According to Roe, …”, “…, according to Roe”.
    private func accordingTo(_ i: Int) -> Cue? {
        let sentence = reading.sentence(of: i)
        guard i + 2 < sentence.upperBound, word(i + 1).has(.to),
            let source = phrases.phrase(startingAt: i + 2, to: sentence.upperBound)
        else { return nil }
        return Cue(
            words: i..<i + 2, head: i, verb: .say, pattern: .accordingTo, content: i..<i,
            source: phrases.named(source, to: sentence.upperBound), inverted: true)
    }

    /// “Roe's claim that”, “the claim by Roe that”, “her refusal to”.
    private func nounCue(at i: Int) -> Cue? {
        let sentence = reading.sentence(of: i)
        let next = i + 1
        guard next + 1 < sentence.upperBound, !word(i).isCapitalized else { return nil }
        guard word(next).has(.that) || word(next).has(.to) && word(next + 1).has(.verb) else {
            return nil
        }
        var cue = Cue(
            words: i..<i + 1, head: i, verb: .none, pattern: .noun,
            complement: word(next).has(.that) ? .that : .infinitive, content: next..<next)
        var k = i - 1
        while k > sentence.lowerBound, i - k < 6,
            word(k).kind == .word || word(k).kind == .comma && word(k - 1).kind == .word,
            !word(k).has(.possessive), !word(k).shape.contains(.clitic), !word(k).has(.determiner)
        {
            k -= 1
        }
        if k >= sentence.lowerBound, word(k).has(.possessive) {
            cue.source =
                ownerSubject(k, sentence)
                ?? NounPhrase(words: k..<k + 1, head: k, mention: -1, kind: .pronoun)
        } else if k > sentence.lowerBound, word(k).shape.contains(.clitic) {
            cue.source = possessor(before: k, sentence)
        }
        return cue
    }

    /// Who owns what stands after the “'s” at `k`: a name, or the phrase before it.
    func possessor(before k: Int, _ sentence: Range<Int>) -> NounPhrase? {
        let mention = Int(phrases.names.mentionOfWord[k - 1])
        if mention >= 0 { return phrases.headed(phrases.names.mentions[mention].whole) }
        return phrases.phrase(endingAt: k, from: sentence.lowerBound)
    }

    private static let one = LetterFolding.key(of: "one")
    private static let united = LetterFolding.key(of: "united")

    /// The cue whose verb is `v`, or `nil` where the word is no verb here.
    mutating func verbCue(at v: Int) -> Cue? {
        let sentence = reading.sentence(of: v)
        // “the United States”
        if v > sentence.lowerBound, word(v).isCapitalized, word(v - 1).key == Self.united {
            return nil
        }
        var cue = Cue(
            words: v..<v + 1, head: v, verb: word(v).verb, pattern: .verb, content: v + 1..<v + 1)
        let be = takeAuxiliaries(&cue, sentence)
        let first = cue.words.lowerBound
        let form = word(v).form
        if first == v, v > sentence.lowerBound, isAttribute(v) { return nil }
        // “two people briefed on the plan”
        if first == v, phrases.tiesComplement(v), !isAgentNext(v) { return nil }
        if first < v, word(v - 1).shape.contains(.clitic), word(v - 1).has([.be, .have]),
            form.contains(.base), form.isDisjoint(with: [.participle, .gerund])
        {
            // “the board's notice”: a noun.
            return nil
        }
        if form.contains(.gerund) {
            cue.isParticipial = !be
        } else if be && form.contains(.participle) {
            cue.isPassive = true
        }
        if form.contains(.noun), first == v, !isVerbHere(v, sentence) { return nil }
        if form == .base, first == v, !isVerbHere(v, sentence) { return nil }
        cue.isAmbiguous = form.contains(.noun) && first == v
        if isPreface(v, sentence) { cue.isPassive = true }
        if cue.isInfinitive, let last = cues.last,
            reading.sentenceOfWord[last.head] == reading.sentenceOfWord[v]
        {
            cue.isUnreal = last.isUnreal || last.isPassive && last.source == nil
        }
        findSource(&cue, sentence)
        cue.isUnsaid = isUnsaid(cue, sentence)
        return cue
    }

    /// “took it for granted”, “the alleged incident”: no verb.
    private func isAttribute(_ v: Int) -> Bool {
        let before = word(v - 1)
        guard word(v).form.contains(.participle),
            word(v).form.isDisjoint(with: [.gerund, .noun, .base])
        else { return false }
        if Self.articles.contains(before.key) { return true }
        return before.has(.preposition) && !before.has([.to, .clauseBorder, .adverb])
    }

    private static let articles = KeySet("the a an my your our their its")

    /// “Asked whether she would run, …”, “Asked Monday why, …”, “When asked why she ran, …”
    private func isPreface(_ v: Int, _ sentence: Range<Int>) -> Bool {
        guard word(v).form.contains(.participle), v + 1 < sentence.upperBound else { return false }
        if v == sentence.lowerBound {
            return word(v + 1).has([.question, .preposition, .clauseBorder, .time])
        }
        switch word(v).verb {
        case .ask, .tell, .urge:
            return word(v - 1).has(.question) && word(v - 1).has(.clauseBorder)
        default: return false
        }
    }

    /// Takes in what stands before the verb and belongs to it (“has not openly”): where the cue's words begin,
    /// whether it is negated, modal, an infinitive. The answer: whether a form of “be” is among it.
    private func takeAuxiliaries(_ cue: inout Cue, _ sentence: Range<Int>) -> Bool {
        let v = cue.head
        var first = v
        var be = false
        while first > sentence.lowerBound {
            let before = word(first - 1)
            guard before.kind == .word, phrases.quoteOfWord[first - 1] < 0 else { break }
            // “A friend of Jane Roe's said”
            if before.shape.contains(.clitic), phrases.isDoubleGenitive(first - 1) { break }
            if before.has(.negation) { cue.isNegated = true }
            if before.has(.modal) { cue.isModal = true }
            if before.has(.be), !before.has(.have) || first == v { be = true }
            guard before.has([.auxiliary, .adverb, .negation]), !before.has([.subjectPronoun])
            else {
                if before.has(.to) { cue.isInfinitive = true }
                break
            }
            if before.has(.adverb), !before.has([.auxiliary, .negation]), first == v,
                before.has(.indefinitePronoun) || before.isCapitalized
            {
                break
            }
            first -= 1
        }
        cue.words = first..<v + 1
        return be
    }

    /// “alarming” of “alarming polls”, by its ending; not “official” nor “executive”, which are people.
    private func isAdjective(_ i: Int) -> Bool {
        guard !word(i).isCapitalized, phrases.names.mentionOfWord[i] < 0,
            !word(i).has([.role, .people, .writing, .organization, .title, .speechNoun])
        else { return false }
        return reading.endsLike(i, "ing") || reading.endsLike(i, "ive")
            || reading.endsLike(i, "ous")
            || reading.endsLike(i, "ful") || reading.endsLike(i, "ical")
            || reading.endsLike(i, "able") || reading.endsLike(i, "ible")
    }

    /// Whether a word that is as often a noun stands where a verb does.
    private func isVerbHere(_ v: Int, _ sentence: Range<Int>) -> Bool {
        guard v > sentence.lowerBound else { return false }
        let before = word(v - 1)
        if before.kind == .comma || before.kind == .closeBracket || before.kind == .dash
            || before.isDoubleMark
        {
            return true
        }
        guard before.isWord else { return false }
        // “brought the two sides to the table”: a number has no verb in “-s”.
        if before.has(.numeral), !word(v).form.contains(.base), word(v).form.contains(.third),
            before.key != Self.one
        {
            return false
        }
        if before.has(.subjectPronoun) || before.has(.relative) || before.has(.to) { return true }
        if before.has([.determiner, .possessive, .preposition, .adjective, .numeral]) {
            return before.has(.indefinitePronoun) && word(v).form.contains(.base)
        }
        if before.shape.contains(.clitic) { return false }
        if word(v).form.contains(.third) {
            if isAdjective(v - 1) { return false }
            // “a source close to the peace plans told”
            if v + 1 < sentence.upperBound, word(v + 1).form.contains(.past),
                word(v + 1).form.isDisjoint(with: [.base, .noun])
            {
                return false
            }
            return phrases.names.mentionOfWord[v - 1] >= 0 || !before.has(.verb)
        }
        // The base form needs a plural subject.
        return before.has([.people, .adverb, .coordinator]) || reading.endsLike(v - 1, "s")
            || before.has(.negation) || before.has(.auxiliary)
            || word(v).form == .base && hasPluralHead(before: v, sentence)
    }

    /// “Allies of Jane Roe insist”, “people who know Jane Roe say”: the plural is farther off.
    private func hasPluralHead(before v: Int, _ sentence: Range<Int>) -> Bool {
        guard let phrase = phrases.phrase(endingAt: v, from: sentence.lowerBound) else {
            return false
        }
        if phrase.head < v - 1,
            word(phrase.head).has(.people) || Self.plurals.contains(word(phrase.head).key)
        {
            return true
        }
        for i in Range(from: max(sentence.lowerBound + 1, v - 12), to: v)
        where word(i).has(.relative) {
            return word(i - 1).has(.people) || Self.plurals.contains(word(i - 1).key)
        }
        return false
    }

    private static let plurals = KeySet("those some many others most few several both all")
}
