/// The weights of the ranker: a conditional logit with an L2 penalty, fitted on PolNeAR's
/// training articles and on quotations that language models judged in news articles.
///
/// Each speaks of structure alone, so that no text of the corpus is in them. Positive
/// means: more likely the speaker. Made by `make attribution-weights`; do not edit by
/// hand.
extension SpeakerRanker {
    /// The ranker of this version, fitted on 11602 quotations.
    static let standard = SpeakerRanker(
        table: table, calibration: (level: 0.99, slope: 0.91))

    private static let table: [SpeakerFeature: Double] = [
        .trailingCue: 1.82, .leadingCue: 1.26, .trailingCueNextSentence: 0.04,
        .cueInSentenceBefore: 1.68, .cueInSentenceAfter: 0.25, .cueInParagraphBefore: -0.55,
        .cueInParagraphAfter: -1.55, .cueInParagraphsBefore: -1.20,
        .speakerBeforeSameParagraph: -1.14, .speakerBeforeLastParagraph: -1.74,
        .speakerBeforeFarther: -3.19, .label: 2.70, .signature: 2.30, .subjectBeforeColon: 0.86,
        .nameBeforeColon: 0.24, .nameAfterBy: 1.08, .nameInParagraph: -0.88, .nameBefore: -3.14,
        .subjectOfSentence: 1.83, .subjectOfSentenceBefore: -0.56, .nobody: 0.97,
        .speechVerb: 1.31, .otherReportingVerb: 0.06, .mannerVerb: 0.38, .cueOwnsContent: -0.46,
        .inverted: 0.47, .passive: -1.21, .negated: -0.34, .infinitive: -0.09,
        .participial: 0.35, .shared: -1.41, .accordingTo: 1.14, .nounCue: 0.03, .pronoun: -0.20,
        .personName: 0.61, .organization: -0.14, .described: -0.64, .role: -0.61,
        .relative: -1.39, .hasEntity: 0.94, .firstPerson: -0.21, .isLastSpeaker: 0.17,
        .isSpeakerBeforeLast: 0.22, .possessor: -0.87, .isMismatched: -1.90, .personNoun: 0.86,
        .opensWithPossessive: -1.15, .pronounOfSubject: 0.89, .pronounOfOther: -0.79,
        .quoteOpensParagraph: -1.38, .quoteIsParagraph: 0.21, .quoteEndsWithComma: 1.20,
        .quoteAfterColon: 0.09, .quoteIsContinuation: -0.56, .quoteEndsWithQuestion: 1.24,
        .quoteAfterStop: -1.27, .quoteIsShort: 0.15, .quoteIsPartOfClause: 0.46,
        .quotesBetween: -0.53, .sentencesBetween: -1.65, .nearest: 0.43,
        .otherSubjectSince: 0.11, .subjectSince: 0.71, .paragraphBeforeEndsWithQuote: -0.06,
        .paragraphBeforeEndsWithColon: 0.08, .sameSentence: 0.61, .farInWords: -0.24,
        .cueBetween: -0.05, .cueInLastParagraph: -0.96, .cueInSentenceJustBefore: -0.36,
        .speakerOfQuoteJustBefore: -0.10, .uncuedCueJustBefore: 1.34,
        .uncuedSpeakerJustBefore: 0.02, .uncuedSameParagraph: -0.63, .uncuedCueBefore: 1.64,
    ]
}
