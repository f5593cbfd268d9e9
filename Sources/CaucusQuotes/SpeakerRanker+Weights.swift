/// The weights of the ranker: log odds, fitted on PolNeAR's training articles with an L2 penalty.
///
/// Each speaks of structure alone, so that no text of the corpus is in them. Positive means: more likely
/// the speaker. Made by the fitting script; do not edit by hand.
extension SpeakerRanker {
    /// The ranker of this version.
    static let standard = SpeakerRanker(intercept: -1.37, table: table)

    private static let table: [SpeakerFeature: Double] = [
        .trailingCue: 3.03, .leadingCue: 0.80, .trailingCueNextSentence: -0.45,
        .cueInSentenceBefore: 0.45, .cueInSentenceAfter: -0.38, .cueInParagraphBefore: -0.42,
        .cueInParagraphAfter: -1.52, .cueInParagraphsBefore: -1.38,
        .speakerBeforeSameParagraph: 0.10, .speakerBeforeLastParagraph: -2.04,
        .speakerBeforeFarther: -2.32, .label: 1.70, .subjectBeforeColon: 1.65,
        .nameInParagraph: 0.09, .nameBefore: -0.05, .speechVerb: 0.25,
        .otherReportingVerb: -0.16, .mannerVerb: 0.03, .cueOwnsContent: -0.37, .inverted: 0.27,
        .passive: -0.85, .negated: -0.06, .infinitive: -0.07, .participial: 0.15, .shared: -0.16,
        .accordingTo: 0.56, .nounCue: -1.21, .pronoun: 0.85, .personName: 0.37,
        .organization: -0.18, .described: -0.97, .role: -0.81, .relative: -1.29,
        .hasEntity: 0.66, .firstPerson: 1.22, .isLastSpeaker: 1.17, .isSpeakerBeforeLast: 0.20,
        .quoteOpensParagraph: 1.33, .quoteIsParagraph: 0.40, .quoteEndsWithComma: -1.15,
        .quoteAfterColon: -0.26, .quoteIsContinuation: 0.68, .quoteEndsWithQuestion: -0.49,
        .quoteAfterStop: 1.11, .quotesBetween: -0.30, .sentencesBetween: -0.73, .nearest: 0.21,
        .paragraphBeforeEndsWithQuote: 0.03, .paragraphBeforeEndsWithColon: -0.68,
        .sameSentence: 1.02, .farInWords: -0.35,
    ]
}
