/// What is true of one candidate for the speaker of a quotation.
///
/// All features are structure (where the candidate stands, how it is tied to the quotation, what kind of
/// mention it is); none is a word.
enum SpeakerFeature: Int, CaseIterable, Sendable {
    // How the candidate was found
    case trailingCue, leadingCue, trailingCueNextSentence, cueInSentenceBefore, cueInSentenceAfter
    case cueInParagraphBefore, cueInParagraphAfter, cueInParagraphsBefore
    case speakerBeforeSameParagraph, speakerBeforeLastParagraph, speakerBeforeFarther
    case label, signature, subjectBeforeColon, nameBeforeColon, nameAfterBy
    case nameInParagraph, nameBefore, subjectOfSentence, subjectOfSentenceBefore

    // Nobody of those in sight; what is true of the quotation itself weighs for it alone
    case nobody

    // The cue
    case speechVerb, otherReportingVerb, mannerVerb, cueOwnsContent, inverted, passive, negated
    case infinitive, participial, shared, accordingTo, nounCue

    // The mention
    case pronoun, personName, organization, described, role, relative, hasEntity, firstPerson
    case isLastSpeaker, isSpeakerBeforeLast, possessor, isMismatched
    case personNoun, opensWithPossessive
    case pronounOfSubject, pronounOfOther

    // The quotation
    case quoteOpensParagraph, quoteIsParagraph, quoteEndsWithComma, quoteAfterColon,
        quoteIsContinuation
    case quoteEndsWithQuestion, quoteAfterStop, quoteIsShort, quoteIsPartOfClause

    // Between the candidate and the quotation
    case quotesBetween, sentencesBetween, nearest, otherSubjectSince, subjectSince
    case paragraphBeforeEndsWithQuote, paragraphBeforeEndsWithColon, sameSentence, farInWords
    case cueBetween, cueInLastParagraph, cueInSentenceJustBefore, speakerOfQuoteJustBefore

    // Crosses that hold only where no candidate has a cue beside the quotation
    case uncuedCueJustBefore, uncuedSpeakerJustBefore, uncuedSameParagraph, uncuedCueBefore
}

/// A set of ``SpeakerFeature``s as bits.
struct SpeakerFeatures: Sendable, Hashable {
    private(set) var bits: UInt128 = 0

    mutating func insert(_ feature: SpeakerFeature) { bits |= 1 << UInt128(feature.rawValue) }
    mutating func set(_ feature: SpeakerFeature, if condition: Bool) {
        if condition { insert(feature) }
    }
    func union(_ other: SpeakerFeatures) -> SpeakerFeatures {
        var result = self
        result.bits |= other.bits
        return result
    }
    func contains(_ feature: SpeakerFeature) -> Bool {
        bits & (1 << UInt128(feature.rawValue)) != 0
    }
}
