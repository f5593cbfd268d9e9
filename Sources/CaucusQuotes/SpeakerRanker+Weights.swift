/// The weights of the ranker: log odds, fitted on PolNeAR's training articles with an L2 penalty.
///
/// Each speaks of structure alone, so that no text of the corpus is in them. Positive means: more likely
/// the speaker. Made by the fitting script; do not edit by hand.
extension SpeakerRanker {
    /// The ranker of this version.
    static let standard = SpeakerRanker(intercept: -1.14, table: table)

    private static let table: [SpeakerFeature: Double] = [
        .trailingCue: 2.96, .leadingCue: 0.71, .trailingCueNextSentence: -0.47,
        .cueInSentenceBefore: 0.43, .cueInSentenceAfter: -0.44, .cueInParagraphBefore: -0.32,
        .cueInParagraphAfter: -1.53, .cueInParagraphsBefore: -1.34,
        .speakerBeforeSameParagraph: 0.38, .speakerBeforeLastParagraph: -1.91,
        .speakerBeforeFarther: -2.22, .label: 1.61, .subjectBeforeColon: 1.51,
        .nameInParagraph: 0.08, .nameBefore: -0.05, .speechVerb: 0.30,
        .otherReportingVerb: -0.23, .mannerVerb: -0.08, .cueOwnsContent: -0.37, .inverted: 0.35,
        .passive: -0.59, .negated: -0.05, .infinitive: -0.09, .participial: 0.09, .shared: -0.14,
        .accordingTo: 0.44, .nounCue: -1.19, .pronoun: 0.54, .personName: 0.01,
        .organization: -0.54, .described: -0.51, .role: -0.13, .relative: -1.29,
        .hasEntity: 0.76, .firstPerson: 1.22, .isLastSpeaker: 1.00, .isSpeakerBeforeLast: 0.20,
        .quoteOpensParagraph: 1.40, .quoteIsParagraph: 0.39, .quoteEndsWithComma: -1.17,
        .quoteAfterColon: -0.25, .quoteIsContinuation: 0.64, .quoteEndsWithQuestion: -0.50,
        .quoteAfterStop: 1.13, .quotesBetween: -0.26, .sentencesBetween: -0.71, .nearest: 0.25,
        .paragraphBeforeEndsWithQuote: 0.04, .paragraphBeforeEndsWithColon: -0.76,
        .sameSentence: 1.07, .farInWords: -0.36,
    ]
}
