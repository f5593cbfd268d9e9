/// The weights of the ranker, fitted on pairs of candidates of PolNeAR's training articles with an L2
/// penalty.
///
/// Each speaks of structure alone, so that no text of the corpus is in them. Positive means: more likely
/// the speaker. Made by the fitting script; do not edit by hand.
extension SpeakerRanker {
    /// The ranker of this version.
    static let standard = SpeakerRanker(table: table, calibration: (level: 1.85, slope: 0.73))

    private static let table: [SpeakerFeature: Double] = [
        .trailingCue: 2.73, .leadingCue: 1.38, .trailingCueNextSentence: -0.23,
        .cueInSentenceBefore: 1.04, .cueInSentenceAfter: -0.04, .cueInParagraphBefore: -1.48,
        .cueInParagraphAfter: -1.55, .cueInParagraphsBefore: -1.40,
        .speakerBeforeSameParagraph: -0.09, .speakerBeforeLastParagraph: -1.43,
        .speakerBeforeFarther: -1.77, .label: 1.20, .subjectBeforeColon: 1.64, .speechVerb: 0.57,
        .otherReportingVerb: -0.01, .mannerVerb: -0.10, .cueOwnsContent: -0.32, .inverted: 0.67,
        .passive: -1.41, .negated: 0.10, .infinitive: -0.37, .participial: -0.01, .shared: -0.05,
        .accordingTo: 0.81, .nounCue: -1.52, .pronoun: 0.89, .personName: 0.60,
        .organization: -0.14, .described: -0.76, .role: -0.59, .relative: -1.36,
        .hasEntity: 0.95, .firstPerson: -0.77, .isLastSpeaker: 0.66, .isSpeakerBeforeLast: 0.01,
        .quotesBetween: -0.08, .sentencesBetween: -0.80, .nearest: 0.08, .sameSentence: 0.99,
        .farInWords: -0.27, .cueBetween: -0.22, .cueInLastParagraph: 0.02,
        .cueInSentenceJustBefore: -0.81, .speakerOfQuoteJustBefore: -0.51,
        .uncuedCueJustBefore: 1.74, .uncuedSpeakerJustBefore: 0.36, .uncuedSameParagraph: 2.09,
        .uncuedCueBefore: 2.12,
    ]
}
