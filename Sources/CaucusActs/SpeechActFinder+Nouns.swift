import CaucusQuotes
import CaucusText

/// Nouns and adjectives: “his criticism of the mayor”, “in a rebuke of her”, “critical of the mayor”.
extension SpeechActFinder {
    mutating func readNoun(_ noun: ActTable.Noun, at n: Int) {
        guard n + 1 < sentence.upperBound, noun.leads.contains(word(n + 1).key),
            let path = path(from: n + 2)
        else { return }
        guard let (source, first, turn) = source(ofNoun: n, path) else { return }
        var direction = noun.direction * path.polarity
        if turn < 0 { direction = -direction }
        let place = places[path.place].place
        add(
            Clause(
                act: SpeechAct(
                    direction: direction,
                    strength: turn < 0 ? 2 : max(1, noun.strength - path.weakness),
                    isNegated: turn < 0),
                cue: Range(from: first, to: n + 1), content: content(from: first, past: path.end),
                target: place,
                source: source, traits: .noun, head: n))
    }

    /// Who an act's noun belongs to, where the act's words start, and -1 where it is taken back.
    private func source(
        ofNoun n: Int, _ path: Path
    ) -> (NounPhrase, first: Int, turn: Int)? {
        var k = n - 1
        while k > sentence.lowerBound, n - k < 6, word(k).isWord,
            word(k).has([.adjective, .adverb, .coordinator, .determiner]) || isPlain(k),
            !word(k).isClitic, !word(k).has(.possessive)
        {
            k -= 1
        }
        guard k >= sentence.lowerBound else {
            return giver(after: path.end).map { ($0, n, 1) }
        }
        if word(k).key == Self.of, k > sentence.lowerBound {
            // “is full of praise for”, “joined a chorus of criticism of”
            if word(k - 1).key == Self.full, let subject = subject(beforeBe: k - 1) {
                return (subject, k - 1, 1)
            }
            if Self.many.contains(word(k - 1).key) {
                k -= 2
                while k > sentence.lowerBound, word(k).has([.adjective, .determiner]) { k -= 1 }
            }
        }
        let isOwned = word(k).has(.possessive) || word(k).isClitic && word(k).has(.be)
        let before = isOwned && word(k).has(.possessive) ? k - 1 : k
        // “renewed her attacks on”: the verb's subject.
        if before > sentence.lowerBound, let verb = table.verbs[word(before).key],
            verb.carries != 0, !word(before).has(.quoted)
        {
            let voice = voice(of: before, verb.form)
            if !voice.isPassive, let source = self.source(of: before, voice) {
                let isNegated = voice.isNegated != source.isNegated
                if voice.isPossible { return nil }
                return (source.phrase, voice.first, isNegated ? -verb.carries : verb.carries)
            }
        }
        if let giver = giver(after: path.end) { return (giver, k + (isOwned ? 0 : 1), 1) }
        if isOwned {
            if word(k).has(.possessive) { return (reading.pronoun(at: k), k, 1) }
            if let name = reading.name(at: k - 1) {
                return reading.phrase(endingAt: k, from: name.lowerBound).map {
                    ($0, $0.words.lowerBound, 1)
                }
            }
            return reading.phrase(endingAt: k, from: sentence.lowerBound)
                .map { ($0, $0.words.lowerBound, 1) }
        }
        // “In a rebuke of the mayor, Roe …”
        guard word(k).has(.preposition), k - sentence.lowerBound < 3,
            let main = subjectAfterComma(from: path.end)
        else { return nil }
        return (main, k + 1, 1)
    }

    /// A word before the noun that is neither verb nor small word: “stinging”, “personal”.
    private func isPlain(_ i: Int) -> Bool {
        !word(i).isClitic
            && !word(i).has([
                .finite, .preposition, .auxiliary, .relative, .to, .name, .quoted, .subjectPronoun,
                .clauseBorder, .object,
            ]) && table.verbs[word(i).key]?.carries ?? 0 == 0
    }

    private static let of = LetterFolding.key(of: "of")
    private static let full = LetterFolding.key(of: "full")
    private static let many = KeySet(
        "chorus wave barrage storm torrent string series hail flurry volley")
    private static let comes = KeySet("came comes come coming")

    /// The subject of the “was” right before word `end`, or `nil` where something else stands there.
    func subject(beforeBe end: Int) -> NounPhrase? {
        var first = end
        while first > sentence.lowerBound, word(first - 1).has([.auxiliary, .adverb]) { first -= 1 }
        guard first < end, Range(from: first, to: end).contains(where: { word($0).has(.be) }) else {
            return nil
        }
        return subject(before: first)
    }

    private static let from = KeySet("from by")

    /// “criticism of the mayor by Roe”
    private func giver(after end: Int) -> NounPhrase? {
        var end = end
        // “criticism of the mayor came from Roe”
        if end + 2 < sentence.upperBound, Self.comes.contains(word(end).key) { end += 1 }
        guard end + 1 < sentence.upperBound, Self.from.contains(word(end).key) else { return nil }
        return reading.phrase(startingAt: end + 1, to: sentence.upperBound)
    }

    private func subjectAfterComma(from start: Int) -> NounPhrase? {
        for i in Range(from: start, to: min(start + 20, sentence.upperBound))
        where word(i).kind == .comma {
            guard i + 1 < sentence.upperBound else { return nil }
            guard let phrase = reading.phrase(startingAt: i + 1, to: sentence.upperBound),
                isSomebody(phrase)
            else { continue }
            return phrase
        }
        return nil
    }

    private static let linking = KeySet(
        """
        become becomes became remain remains remained seem seems seemed grow grew grown sound sounded feel felt
        """)

    mutating func readAdjective(_ adjective: ActTable.Noun, at a: Int) {
        guard a + 1 < sentence.upperBound, adjective.leads.contains(word(a + 1).key),
            let path = path(from: a + 2)
        else { return }
        var first = a
        var isLinked = false
        var isNegated = false
        while first > sentence.lowerBound {
            let before = word(first - 1)
            guard before.isWord, !before.has([.quoted, .name, .subjectPronoun]) else { break }
            if before.has(.negation) { isNegated = true }
            if before.has(.be) || Self.linking.contains(before.key) { isLinked = true }
            guard
                before.has([.auxiliary, .adverb, .negation]) || Self.linking.contains(before.key)
                    || !isLinked && isPlain(first - 1) && first == a
            else { break }
            first -= 1
        }
        let source =
            isLinked
            ? subject(before: first) : reading.phrase(endingAt: a, from: sentence.lowerBound)
        guard let source, isLinked || isSomebody(source) else { return }
        let direction = adjective.direction * path.polarity * (isNegated ? -1 : 1)
        let place = places[path.place].place
        add(
            Clause(
                act: SpeechAct(
                    direction: direction,
                    strength: isNegated ? 1 : max(1, adjective.strength - path.weakness),
                    isNegated: isNegated),
                cue: Range(from: first, to: a + 1), content: content(from: first, past: path.end),
                target: place,
                source: source, traits: .adjective, head: a))
    }
}
