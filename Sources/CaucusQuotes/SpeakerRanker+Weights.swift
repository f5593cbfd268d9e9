/// The weights of the ranker, fitted on pairs of candidates of PolNeAR's training
/// articles with an L2 penalty.
///
/// Each speaks of structure alone, so that no text of the corpus is in them. Positive
/// means: more likely the speaker. Made by `make attribution-weights`; do not edit by
/// hand.
extension SpeakerRanker {
    /// The ranker of this version, fitted on 5414 quotations.
    static let standard = SpeakerRanker(
        table: table, calibration: (level: 1.85, slope: 0.74))

    private static let table: [SpeakerFeature: Double] = [
        .trailingCue: 2.73, .leadingCue: 1.18, .trailingCueNextSentence: -0.19,
        .cueInSentenceBefore: 1.17, .cueInSentenceAfter: -0.05, .cueInParagraphBefore: -1.53,
        .cueInParagraphAfter: -1.53, .cueInParagraphsBefore: -1.36,
        .speakerBeforeSameParagraph: -0.20, .speakerBeforeLastParagraph: -1.33,
        .speakerBeforeFarther: -1.63, .label: 1.22, .subjectBeforeColon: 1.55, .speechVerb: 0.57,
        .otherReportingVerb: -0.06, .mannerVerb: -0.12, .cueOwnsContent: -0.30, .inverted: 0.72,
        .passive: -1.54, .negated: 0.10, .infinitive: -0.44, .participial: -0.08, .shared: 0.03,
        .accordingTo: 0.77, .nounCue: -1.58, .pronoun: 0.90, .personName: 0.60,
        .organization: -0.29, .described: -0.76, .role: -0.46, .relative: -1.40,
        .hasEntity: 0.93, .firstPerson: -0.34, .isLastSpeaker: 0.59, .isSpeakerBeforeLast: -0.06,
        .quotesBetween: -0.07, .sentencesBetween: -0.81, .nearest: 0.07, .sameSentence: 1.08,
        .farInWords: -0.33, .cueBetween: -0.27, .cueInLastParagraph: -0.05,
        .cueInSentenceJustBefore: -0.84, .speakerOfQuoteJustBefore: -0.56,
        .uncuedCueJustBefore: 1.80, .uncuedSpeakerJustBefore: 0.31, .uncuedSameParagraph: 2.23,
        .uncuedCueBefore: 2.17,
    ]
}
