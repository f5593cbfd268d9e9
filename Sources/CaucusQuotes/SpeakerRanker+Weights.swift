/// The weights of the ranker: a conditional logit with an L2 penalty, fitted on PolNeAR's
/// training articles and on quotations that language models judged in news articles.
///
/// Each speaks of structure alone, so that no text of the corpus is in them. Positive
/// means: more likely the speaker. Made by `make attribution-weights`; do not edit by
/// hand.
extension SpeakerRanker {
    /// The ranker of this version, fitted on 11602 quotations.
    static let standard = SpeakerRanker(
        table: table, calibration: (level: 0.95, slope: 0.91))

    private static let table: [SpeakerFeature: Double] = [
        .trailingCue: 1.86, .leadingCue: 1.29, .trailingCueNextSentence: 0.06,
        .cueInSentenceBefore: 1.71, .cueInSentenceAfter: 0.27, .cueInParagraphBefore: -0.48,
        .cueInParagraphAfter: -1.53, .cueInParagraphsBefore: -1.15,
        .speakerBeforeSameParagraph: -1.37, .speakerBeforeLastParagraph: -1.65,
        .speakerBeforeFarther: -3.12, .label: 2.18, .signature: 2.41, .subjectBeforeColon: 0.94,
        .nameBeforeColon: 0.21, .nameAfterBy: 1.12, .nameInParagraph: -0.86, .nameBefore: -3.08,
        .subjectOfSentence: 1.87, .subjectOfSentenceBefore: -0.50, .nobody: 0.94,
        .speechVerb: 1.36, .otherReportingVerb: 0.12, .mannerVerb: 0.55, .cueOwnsContent: -0.46,
        .inverted: 0.47, .passive: -1.09, .negated: -0.35, .infinitive: -0.11,
        .participial: 0.26, .shared: -1.35, .accordingTo: 1.04, .nounCue: -0.18, .pronoun: -0.40,
        .personName: 0.41, .organization: -0.31, .described: -0.60, .role: -0.03,
        .relative: -0.81, .hasEntity: 1.04, .firstPerson: -0.15, .isLastSpeaker: 0.16,
        .isSpeakerBeforeLast: 0.21, .possessor: -0.84, .isMismatched: -1.91,
        .pronounOfSubject: 0.96, .pronounOfOther: -0.75, .quoteOpensParagraph: -1.42,
        .quoteIsParagraph: 0.24, .quoteEndsWithComma: 1.20, .quoteAfterColon: 0.19,
        .quoteIsContinuation: -0.55, .quoteEndsWithQuestion: 1.23, .quoteAfterStop: -1.33,
        .quoteIsShort: 0.10, .quoteIsPartOfClause: 0.43, .quotesBetween: -0.53,
        .sentencesBetween: -1.65, .nearest: 0.40, .otherSubjectSince: 0.12, .subjectSince: 0.66,
        .paragraphBeforeEndsWithQuote: -0.01, .paragraphBeforeEndsWithColon: 0.03,
        .sameSentence: 0.61, .farInWords: -0.26, .cueBetween: -0.03, .cueInLastParagraph: -0.90,
        .cueInSentenceJustBefore: -0.32, .speakerOfQuoteJustBefore: -0.09,
        .uncuedCueJustBefore: 1.23, .uncuedSpeakerJustBefore: 0.10, .uncuedSameParagraph: -0.68,
        .uncuedCueBefore: 1.62,
    ]
}
