import CaucusFeatures
import CaucusQuotes
import CaucusText

/// What the lexicon says of words about the target: “a liar”, “brave”.
extension SpeechActFinder {
    /// How good or bad a stretch of words calls somebody.
    struct Verdict {
        var direction: Int
        var strength: Int
        /// One past the last word that tells.
        var end: Int
    }

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

    /// The verdict of a predicate: a participle of a verb of acts tells what others do (“is accused of”).
    func predicateVerdict(from i: Int) -> Verdict? {
        guard let verdict = verdict(from: i, isPredicate: true),
            !Range(from: i, to: verdict.end).contains(where: {
                table.verbs[word($0).key].map { !$0.form.isDisjoint(with: [.participle, .gerund]) }
                    ?? false
            })
        else { return nil }
        return verdict
    }
}
