/// The weights of the ranker: a conditional logit with an L2 penalty, fitted on PolNeAR's
/// training articles and on quotations that language models judged in news articles.
///
/// Each speaks of structure alone, so that no text of the corpus is in them. Positive
/// means: more likely the speaker. Made by `make attribution-weights`; do not edit by
/// hand.
extension SpeakerRanker {
    /// The ranker of this version, fitted on 11602 quotations.
    static let standard = SpeakerRanker(
        table: table, calibration: (level: 0.97, slope: 0.91))

    private static let table: [SpeakerFeature: Double] = [
        .trailingCue: 1.84, .leadingCue: 1.29, .trailingCueNextSentence: 0.06,
        .cueInSentenceBefore: 1.70, .cueInSentenceAfter: 0.27, .cueInParagraphBefore: -0.52,
        .cueInParagraphAfter: -1.54, .cueInParagraphsBefore: -1.17,
        .speakerBeforeSameParagraph: -1.34, .speakerBeforeLastParagraph: -1.72,
        .speakerBeforeFarther: -3.14, .label: 2.19, .signature: 2.35, .subjectBeforeColon: 0.91,
        .nameBeforeColon: 0.24, .nameAfterBy: 1.11, .nameInParagraph: -0.82, .nameBefore: -3.08,
        .subjectOfSentence: 1.93, .subjectOfSentenceBefore: -0.51, .nobody: 1.06,
        .speechVerb: 1.37, .otherReportingVerb: 0.13, .mannerVerb: 0.44, .cueOwnsContent: -0.47,
        .inverted: 0.46, .passive: -1.22, .negated: -0.35, .infinitive: -0.08,
        .participial: 0.37, .shared: -1.41, .accordingTo: 1.13, .nounCue: 0.02, .pronoun: -0.21,
        .personName: 0.60, .organization: -0.13, .described: -0.68, .role: -0.64,
        .relative: -1.39, .hasEntity: 0.97, .firstPerson: -0.18, .isLastSpeaker: 0.17,
        .isSpeakerBeforeLast: 0.22, .possessor: -0.86, .isMismatched: -1.90, .personNoun: 0.89,
        .opensWithPossessive: -1.13, .pronounOfSubject: 0.94, .pronounOfOther: -0.78,
        .quoteOpensParagraph: -1.39, .quoteIsParagraph: 0.22, .quoteEndsWithComma: 1.20,
        .quoteAfterColon: 0.16, .quoteIsContinuation: -0.58, .quoteEndsWithQuestion: 1.22,
        .quoteAfterStop: -1.29, .quoteIsShort: 0.13, .quoteIsPartOfClause: 0.45,
        .quotesBetween: -0.53, .sentencesBetween: -1.65, .nearest: 0.41,
        .otherSubjectSince: 0.12, .subjectSince: 0.70, .paragraphBeforeEndsWithQuote: -0.02,
        .paragraphBeforeEndsWithColon: 0.06, .sameSentence: 0.61, .farInWords: -0.27,
        .cueBetween: -0.01, .cueInLastParagraph: -0.93, .cueInSentenceJustBefore: -0.27,
        .speakerOfQuoteJustBefore: -0.06, .uncuedCueJustBefore: 1.23,
        .uncuedSpeakerJustBefore: 0.06, .uncuedSameParagraph: -0.47, .uncuedCueBefore: 1.63,
    ]
}
