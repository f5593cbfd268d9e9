import CaucusFeatures
import CaucusQuotes
import CaucusText

/// What somebody calls the target: “called her a liar”, “described him as brave”, “backed Roe over her”.
extension SpeechActFinder {
    /// How good or bad a stretch of words calls somebody.
    struct Verdict {
        var direction: Int
        var strength: Int
        /// One past the last word that tells.
        var end: Int
    }

    /// A verb that calls the target something, by the valence lexicon.
    func judgement(by verb: ActTable.Verb, at v: Int) -> Match? {
        guard verb.names || verb.namesAs, let path = path(from: v + 1) else { return nil }
        // “praised him as a tough fighter”: the verb has told.
        let isPlain = verb.frames.contains {
            let frame = table.frames[$0]
            return frame.leads.isEmpty && frame.tail.isEmpty && !frame.isWish
        }
        guard verb.names || !isPlain else { return nil }
        var i = path.end
        guard i < sentence.upperBound else { return nil }
        let isAs = word(i).key == Self.as
        guard isAs ? verb.namesAs : verb.names else { return nil }
        if isAs { i += 1 }
        guard let verdict = verdict(from: i) else { return nil }
        // “dismissed the claims against her as lies”
        var plain = path
        plain.end = verdict.end
        return Match(
            path: plain, direction: verdict.direction, strength: verdict.strength, cueEnd: v + 1)
    }

    private static let `as` = LetterFolding.key(of: "as")

    /// The verdict of a noun phrase or an adjective that starts at `i`: at most seven words, up to a mark or a
    /// preposition; `nil` where the lexicon knows none of them or they part.
    func verdict(from i: Int, isPredicate: Bool = false) -> Verdict? {
        var sum = 0.0
        var sign = 1.0
        var end = i
        var known = 0
        for k in Range(from: i, to: min(i + 7, sentence.upperBound)) {
            let word = word(k)
            guard word.isWord, !word.has([.quoted, .clauseBorder, .relative, .subjectPronoun])
            else { break }
            if word.has(.negation) {
                sign = -sign
                continue
            }
            if word.has([.preposition, .to, .time, .finite, .auxiliary]), !word.has(.adjective) {
                break
            }
            if word.has([.determiner, .coordinator, .adverb]), !word.has(.adjective) { continue }
            guard let entry = ValenceLexicon.builtIn.entry(forKey: word.key),
                !entry.category.isFactor
            else { continue }
            if isPredicate, !Self.ofCharacter.contains(entry.category) { continue }
            sum += Double(entry.valence)
            known += 1
            end = k + 1
        }
        guard known > 0, abs(sum) >= Self.least else { return nil }
        // Who says somebody is no liar praises less than who says he is one blames.
        let direction = (sum > 0) == (sign > 0) ? 1 : -1
        let isWeak = sign < 0 && direction > 0
        return Verdict(
            direction: direction, strength: abs(sum) >= 2.5 && !isWeak ? 2 : 1, end: end)
    }

    /// The least valence that is a verdict.
    private static let least = 1.5

    /// Categories of words that say what somebody is rather than what befalls them.
    private static let ofCharacter: Set<ValenceCategory> = [
        .evaluation, .competence, .morality, .other,
    ]

    /// What a clause whose subject ends before `i` says of it, by the valence of its first words that have any.
    func said(from i: Int) -> Verdict? {
        var isNegated = false
        for k in Range(from: i, to: min(i + 9, sentence.upperBound)) {
            let word = word(k)
            guard word.isWord, !word.has([.quoted, .clauseBorder]) else { return nil }
            if word.has(.negation) { isNegated.toggle() }
            guard let entry = ValenceLexicon.builtIn.entry(forKey: word.key),
                !entry.category.isFactor,
                abs(entry.valence) >= Float(Self.least)
            else { continue }
            return Verdict(
                direction: (entry.valence > 0) == isNegated ? -1 : 1, strength: 2, end: k + 1)
        }
        return nil
    }

    /// “backed Roe over her”: the target is the one who is passed over.
    func preference(of verb: ActTable.Verb, at v: Int) -> Match? {
        let isFriendly = verb.frames.contains {
            let frame = table.frames[$0]
            return frame.leads.isEmpty && frame.tail.isEmpty && frame.direction > 0
        }
        guard isFriendly else { return nil }
        for (number, place) in places.enumerated() where place.words.lowerBound > v + 2 {
            let over = place.words.lowerBound - 1
            guard Self.over.contains(word(over).key), over - v < 8,
                Range(from: v + 1, to: over).allSatisfy({
                    word($0).isWord && !word($0).has([.finite, .preposition, .coordinator])
                        || word($0).has(.name)
                }),
                word(over - 1).has([.name, .person])
            else { return nil }
            return Match(
                path: Path(place: number, end: place.words.upperBound), direction: -1, strength: 2,
                cueEnd: v + 1)
        }
        return nil
    }

    private static let over = KeySet("over")
}
