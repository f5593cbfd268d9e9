/// The weights of the ranker, fitted on pairs of candidates of PolNeAR's training
/// articles with an L2 penalty.
///
/// Each speaks of structure alone, so that no text of the corpus is in them. Positive
/// means: more likely the speaker. Made by `make attribution-weights`; do not edit by
/// hand.
extension SpeakerRanker {
    /// The ranker of this version, fitted on 5424 quotations.
    static let standard = SpeakerRanker(
        table: table, calibration: (level: 1.85, slope: 0.74))

    private static let table: [SpeakerFeature: Double] = [
        .trailingCue: 2.71, .leadingCue: 1.26, .trailingCueNextSentence: -0.19,
        .cueInSentenceBefore: 1.06, .cueInSentenceAfter: -0.03, .cueInParagraphBefore: -1.52,
        .cueInParagraphAfter: -1.53, .cueInParagraphsBefore: -1.36,
        .speakerBeforeSameParagraph: -0.18, .speakerBeforeLastParagraph: -1.35,
        .speakerBeforeFarther: -1.62, .label: 1.21, .subjectBeforeColon: 1.55, .speechVerb: 0.58,
        .otherReportingVerb: -0.06, .mannerVerb: -0.13, .cueOwnsContent: -0.30, .inverted: 0.71,
        .passive: -1.54, .negated: 0.11, .infinitive: -0.44, .participial: -0.08, .shared: 0.03,
        .accordingTo: 0.78, .nounCue: -1.59, .pronoun: 0.91, .personName: 0.60,
        .organization: -0.27, .described: -0.78, .role: -0.45, .relative: -1.41,
        .hasEntity: 0.92, .firstPerson: -0.35, .isLastSpeaker: 0.60, .isSpeakerBeforeLast: -0.10,
        .quotesBetween: -0.07, .sentencesBetween: -0.82, .nearest: 0.07, .sameSentence: 1.04,
        .farInWords: -0.33, .cueBetween: -0.27, .cueInLastParagraph: -0.04,
        .cueInSentenceJustBefore: -0.85, .speakerOfQuoteJustBefore: -0.60,
        .uncuedCueJustBefore: 1.79, .uncuedSpeakerJustBefore: 0.34, .uncuedSameParagraph: 2.20,
        .uncuedCueBefore: 2.14,
    ]
}
