/// The weights of the ranker, fitted on pairs of candidates of PolNeAR's training
/// articles with an L2 penalty.
///
/// Each speaks of structure alone, so that no text of the corpus is in them. Positive
/// means: more likely the speaker. Made by `make attribution-weights`; do not edit by
/// hand.
extension SpeakerRanker {
    /// The ranker of this version, fitted on 5463 quotations.
    static let standard = SpeakerRanker(
        table: table, calibration: (level: 1.87, slope: 0.73))

    private static let table: [SpeakerFeature: Double] = [
        .trailingCue: 2.70, .leadingCue: 1.45, .trailingCueNextSentence: -0.23,
        .cueInSentenceBefore: 1.13, .cueInSentenceAfter: -0.04, .cueInParagraphBefore: -1.54,
        .cueInParagraphAfter: -1.60, .cueInParagraphsBefore: -1.40,
        .speakerBeforeSameParagraph: -0.13, .speakerBeforeLastParagraph: -1.43,
        .speakerBeforeFarther: -1.76, .label: 1.23, .subjectBeforeColon: 1.63, .speechVerb: 0.58,
        .mannerVerb: -0.10, .cueOwnsContent: -0.31, .inverted: 0.67, .passive: -1.45,
        .negated: 0.09, .infinitive: -0.37, .participial: 0.01, .shared: -0.05,
        .accordingTo: 0.81, .nounCue: -1.67, .pronoun: 0.89, .personName: 0.61,
        .organization: -0.13, .described: -0.77, .role: -0.60, .relative: -1.34,
        .hasEntity: 0.96, .firstPerson: -0.79, .isLastSpeaker: 0.65, .isSpeakerBeforeLast: 0.01,
        .quotesBetween: -0.06, .sentencesBetween: -0.83, .nearest: 0.08, .sameSentence: 0.91,
        .farInWords: -0.29, .cueBetween: -0.22, .cueInSentenceJustBefore: -0.83,
        .speakerOfQuoteJustBefore: -0.52, .uncuedCueJustBefore: 1.73,
        .uncuedSpeakerJustBefore: 0.45, .uncuedSameParagraph: 2.09, .uncuedCueBefore: 2.17,
    ]
}
