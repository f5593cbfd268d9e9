import CaucusText

/// The noun right before a participle: “voters saying”, “a statement denying”.
extension CueFinder {
    /// Whether the noun before a participle is what somebody gave out: “put out a statement denying that”, “fired off a
    /// spate of tweets accusing”.
    func isIssued(_ noun: NounPhrase, _ sentence: Range<Int>) -> Bool {
        // “a call from Jane Roe thanking him”
        let last = Int(phrases.names.mentionOfWord[noun.words.upperBound - 1])
        if last >= 0, phrases.names.mentions[last].kind == .person { return false }
        return noun.mention < 0 && noun.words.lowerBound > sentence.lowerBound + 1
            && noun.words.contains { Self.issues.contains(word($0).key) }
    }

    /// Roe in “a call from Roe thanking him”.
    func sender(_ noun: NounPhrase) -> NounPhrase? {
        let last = Int(phrases.names.mentionOfWord[noun.words.upperBound - 1])
        guard last >= 0, phrases.names.mentions[last].kind == .person, noun.mention < 0,
            noun.words.contains(where: { Self.issues.contains(word($0).key) }),
            noun.words.contains(where: { Self.origins.contains(word($0).key) })
        else { return nil }
        return phrases.headed(phrases.names.mentions[last].whole)
    }

    private static let origins = KeySet("from by")
    private static let issues = KeySet(
        """
        statement statements tweet tweets letter letters email emails e-mail post posts memo message messages speech \
        speeches remarks interview op-ed op-eds editorial ad ads riff rant call press-release video note notes thread
        """)

    /// “voters saying”: the noun right before a participle, where no comma and no preposition parts them.
    func nounBefore(_ v: Int, _ sentence: Range<Int>) -> NounPhrase? {
        guard v > sentence.lowerBound else { return nil }
        // “reacted to Jane Roe (D-Me.) saying”
        if word(v - 1).kind == .closeBracket,
            let named = phrases.subject(
                before: v, from: sentence.lowerBound), named.kind == .name
        {
            return named
        }
        guard word(v - 1).kind == .word,
            !word(v - 1).has([
                .preposition, .adverb, .auxiliary, .clauseBorder, .coordinator, .object, .time,
            ]), !Self.times.contains(word(v - 1).key),
            !word(v - 1).has(.verb) || word(v - 1).has([.people, .role, .writing])
        else { return nil }
        return phrases.phrase(endingAt: v, from: sentence.lowerBound)
    }

    private static let times = KeySet(
        "days weeks months years hours minutes time times day hour minute decade decades moment moments"
    )
}
