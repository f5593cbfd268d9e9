/// The weights of the ranker: a conditional logit with an L2 penalty, fitted on PolNeAR's
/// training articles and on quotations that language models judged in news articles.
///
/// Each speaks of structure alone, so that no text of the corpus is in them. Positive
/// means: more likely the speaker. Made by `make attribution-weights`; do not edit by
/// hand.
extension SpeakerRanker {
    /// The ranker of this version, fitted on 11617 quotations.
    static let standard = SpeakerRanker(
        table: table, calibration: (level: 1.00, slope: 0.90))

    private static let table: [SpeakerFeature: Double] = [
        .trailingCue: 1.85, .leadingCue: 1.30, .trailingCueNextSentence: 0.08,
        .cueInSentenceBefore: 1.59, .cueInSentenceAfter: 0.32, .cueInParagraphBefore: -0.42,
        .cueInParagraphAfter: -1.79, .cueInParagraphsBefore: -1.12,
        .speakerBeforeSameParagraph: -1.42, .speakerBeforeLastParagraph: -1.88,
        .speakerBeforeFarther: -3.47, .label: 2.37, .signature: 2.31, .subjectBeforeColon: 1.31,
        .nameBeforeColon: 0.33, .nameAfterBy: 1.09, .nameInParagraph: -0.76, .nameBefore: -2.99,
        .subjectOfSentence: 1.66, .subjectOfSentenceBefore: -0.24, .nobody: 0.96,
        .speechVerb: 1.35, .otherReportingVerb: 0.09, .mannerVerb: 0.38, .cueOwnsContent: -0.44,
        .inverted: 0.30, .passive: -1.22, .negated: -0.17, .infinitive: -0.47,
        .participial: 0.41, .shared: -1.30, .accordingTo: 1.75, .nounCue: -0.01, .pronoun: -0.07,
        .personName: 0.56, .organization: -0.26, .described: -0.44, .role: -0.74,
        .relative: -1.41, .hasEntity: 0.96, .firstPerson: -0.33, .isLastSpeaker: 0.33,
        .isSpeakerBeforeLast: 0.30, .possessor: -0.70, .isMismatched: -1.13, .personNoun: 0.88,
        .opensWithPossessive: -1.14, .pronounOfSubject: 1.21, .pronounOfOther: -0.94,
        .quoteOpensParagraph: -0.96, .quoteIsParagraph: 0.04, .quoteEndsWithComma: 0.92,
        .quoteAfterColon: 0.41, .quoteIsContinuation: -0.59, .quoteEndsWithQuestion: 1.16,
        .quoteAfterStop: -1.07, .quoteIsShort: -0.23, .quoteIsPartOfClause: 0.53,
        .quotesBetween: -0.65, .sentencesBetween: -1.57, .nearest: 0.45,
        .otherSubjectSince: 0.08, .subjectSince: 0.73, .paragraphBeforeEndsWithQuote: 0.17,
        .paragraphBeforeEndsWithColon: -0.09, .sameSentence: 0.72, .farInWords: -0.22,
        .cueBetween: -0.18, .cueInLastParagraph: -0.96, .cueInSentenceJustBefore: -0.68,
        .speakerOfQuoteJustBefore: 0.49, .uncuedCueJustBefore: 1.76,
        .uncuedSpeakerJustBefore: 0.01, .uncuedSameParagraph: -1.04, .uncuedCueBefore: 1.59,
    ]
}
