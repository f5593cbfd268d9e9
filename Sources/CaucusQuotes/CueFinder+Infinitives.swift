import CaucusText

/// Whose an infinitive or a noun is.
extension CueFinder {
    /// Penn in “prompting Penn to write that”, Roe in “Roe's decision to tell” and in “an attempt by Roe to show”; `nil`
    /// elsewhere.
    func doer(ofInfinitive cue: Cue, _ sentence: Range<Int>) -> NounPhrase? {
        let to = cue.words.lowerBound - 1
        guard cue.isInfinitive, to - 2 > sentence.lowerBound, word(to).has(.to) else { return nil }
        if Self.doings.contains(word(to - 1).key) {
            for k in Range(from: max(sentence.lowerBound + 1, to - 4), to: to - 1).reversed()
            where word(k).shape.contains(.clitic) && word(k).has(.be) && word(k).has(.have) {
                return possessor(before: k, sentence)
            }
            return nil
        }
        if word(to - 1).has(.object), Self.causes.contains(word(to - 2).key) {
            return NounPhrase(words: to - 1..<to, head: to - 1, mention: -1, kind: .pronoun)
        }
        guard let phrase = phrases.phrase(endingAt: to, from: sentence.lowerBound) else {
            return nil
        }
        let before = phrase.words.lowerBound - 1
        guard before > sentence.lowerBound else { return nil }
        if Self.causes.contains(word(before).key) { return phrase }
        // “an attempt by Roe to show”
        return isAgentNext(before - 1) && Self.doings.contains(word(before - 1).key) ? phrase : nil
    }

    /// “Roe” in “Roe stuck to her refusal to say”: the subject that a possessive goes back to.
    func ownerSubject(_ k: Int, _ sentence: Range<Int>) -> NounPhrase? {
        guard let subject = lastSubject(before: k, sentence), subject.mention >= 0,
            subject.words.upperBound < k
        else { return nil }
        let mention = phrases.names.mentions[subject.mention]
        if mention.kind != .person { return word(k).key == Self.its ? subject : nil }
        guard mention.entity >= 0, word(k).has([.he, .she]) || Self.his.contains(word(k).key) else {
            return nil
        }
        let gender = phrases.names.entities[mention.entity].gender
        return gender == .unknown || (gender == .male) == (word(k).key == Self.hisWord)
            ? subject : nil
    }

    private static let its = LetterFolding.key(of: "its")
    private static let hisWord = LetterFolding.key(of: "his")
    private static let his = KeySet("his her")
    private static let causes = KeySet(
        """
        prompted prompting prompts prompt led leading leads forced forcing forces compelled compelling causing \
        caused causes provoked provoking spurred spurring drove driving moved inspired inspiring pushed
        """)
    private static let doings = KeySet(
        """
        decision attempt attempts effort efforts refusal bid vow plan plans promise pledge move threat failure \
        willingness reluctance desire eagerness request
        """)
}
