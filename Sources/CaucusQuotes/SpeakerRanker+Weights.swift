/// The weights of the ranker: a conditional logit with an L2 penalty, fitted on PolNeAR's
/// training articles and on quotations that language models judged in news articles.
///
/// Each speaks of structure alone, so that no text of the corpus is in them. Positive
/// means: more likely the speaker. Made by `make attribution-weights`; do not edit by
/// hand.
extension SpeakerRanker {
    /// The ranker of this version, fitted on 11619 quotations.
    static let standard = SpeakerRanker(
        table: table, calibration: (level: 1.01, slope: 0.90))

    private static let table: [SpeakerFeature: Double] = [
        .trailingCue: 1.86, .leadingCue: 1.32, .trailingCueNextSentence: 0.10,
        .cueInSentenceBefore: 1.46, .cueInSentenceAfter: 0.33, .cueInParagraphBefore: -0.41,
        .cueInParagraphAfter: -1.81, .cueInParagraphsBefore: -1.10,
        .speakerBeforeSameParagraph: -1.45, .speakerBeforeLastParagraph: -1.81,
        .speakerBeforeFarther: -3.44, .label: 2.32, .signature: 2.27, .subjectBeforeColon: 1.28,
        .nameBeforeColon: 0.25, .nameAfterBy: 1.10, .nameInParagraph: -0.77, .nameBefore: -3.00,
        .subjectOfSentence: 1.85, .subjectOfSentenceBefore: -0.22, .nobody: 0.97,
        .speechVerb: 1.29, .otherReportingVerb: 0.09, .mannerVerb: 0.37, .cueOwnsContent: -0.46,
        .inverted: 0.30, .passive: -1.20, .negated: -0.23, .infinitive: -0.52,
        .participial: 0.33, .shared: -1.20, .accordingTo: 1.75, .nounCue: -0.05, .pronoun: -0.10,
        .personName: 0.54, .organization: -0.24, .described: -0.43, .role: -0.73,
        .relative: -1.46, .hasEntity: 1.04, .firstPerson: -0.34, .isLastSpeaker: 0.31,
        .isSpeakerBeforeLast: 0.31, .possessor: -0.71, .isMismatched: -1.19, .personNoun: 0.85,
        .opensWithPossessive: -1.14, .pronounOfSubject: 1.25, .pronounOfOther: -0.87,
        .quoteOpensParagraph: -0.96, .quoteIsParagraph: 0.08, .quoteEndsWithComma: 0.88,
        .quoteAfterColon: 0.42, .quoteIsContinuation: -0.64, .quoteEndsWithQuestion: 1.17,
        .quoteAfterStop: -1.05, .quoteIsShort: -0.31, .quoteIsPartOfClause: 0.53,
        .quotesBetween: -0.63, .sentencesBetween: -1.60, .nearest: 0.42,
        .otherSubjectSince: 0.11, .subjectSince: 0.68, .paragraphBeforeEndsWithQuote: 0.15,
        .paragraphBeforeEndsWithColon: -0.13, .sameSentence: 0.71, .farInWords: -0.22,
        .cueBetween: -0.27, .cueInLastParagraph: -0.98, .cueInSentenceJustBefore: -0.65,
        .speakerOfQuoteJustBefore: 0.41, .uncuedCueJustBefore: 1.82,
        .uncuedSpeakerJustBefore: 0.01, .uncuedSameParagraph: -1.15, .uncuedCueBefore: 1.67,
    ]
}
