/// The weights of the ranker: a conditional logit with an L2 penalty, fitted on PolNeAR's
/// training articles and on quotations that language models judged in news articles.
///
/// Each speaks of structure alone, so that no text of the corpus is in them. Positive
/// means: more likely the speaker. Made by `make attribution-weights`; do not edit by
/// hand.
extension SpeakerRanker {
    /// The ranker of this version, fitted on 11619 quotations.
    static let standard = SpeakerRanker(
        table: table, calibration: (level: 1.01, slope: 0.90))

    private static let table: [SpeakerFeature: Double] = [
        .trailingCue: 1.86, .leadingCue: 1.31, .trailingCueNextSentence: 0.10,
        .cueInSentenceBefore: 1.48, .cueInSentenceAfter: 0.33, .cueInParagraphBefore: -0.41,
        .cueInParagraphAfter: -1.81, .cueInParagraphsBefore: -1.10,
        .speakerBeforeSameParagraph: -1.44, .speakerBeforeLastParagraph: -1.81,
        .speakerBeforeFarther: -3.44, .label: 2.31, .signature: 2.27, .subjectBeforeColon: 1.27,
        .nameBeforeColon: 0.25, .nameAfterBy: 1.10, .nameInParagraph: -0.77, .nameBefore: -3.01,
        .subjectOfSentence: 1.85, .subjectOfSentenceBefore: -0.23, .nobody: 0.96,
        .speechVerb: 1.29, .otherReportingVerb: 0.10, .mannerVerb: 0.38, .cueOwnsContent: -0.48,
        .inverted: 0.29, .passive: -1.20, .negated: -0.22, .infinitive: -0.46,
        .participial: 0.40, .shared: -1.27, .accordingTo: 1.76, .nounCue: -0.04, .pronoun: -0.10,
        .personName: 0.54, .organization: -0.25, .described: -0.43, .role: -0.73,
        .relative: -1.46, .hasEntity: 1.04, .firstPerson: -0.35, .isLastSpeaker: 0.30,
        .isSpeakerBeforeLast: 0.30, .possessor: -0.72, .isMismatched: -1.19, .personNoun: 0.85,
        .opensWithPossessive: -1.14, .pronounOfSubject: 1.25, .pronounOfOther: -0.87,
        .quoteOpensParagraph: -0.97, .quoteIsParagraph: 0.09, .quoteEndsWithComma: 0.89,
        .quoteAfterColon: 0.43, .quoteIsContinuation: -0.65, .quoteEndsWithQuestion: 1.17,
        .quoteAfterStop: -1.05, .quoteIsShort: -0.24, .quoteIsPartOfClause: 0.55,
        .quotesBetween: -0.63, .sentencesBetween: -1.60, .nearest: 0.42,
        .otherSubjectSince: 0.11, .subjectSince: 0.69, .paragraphBeforeEndsWithQuote: 0.14,
        .paragraphBeforeEndsWithColon: -0.13, .sameSentence: 0.71, .farInWords: -0.22,
        .cueBetween: -0.28, .cueInLastParagraph: -0.98, .cueInSentenceJustBefore: -0.65,
        .speakerOfQuoteJustBefore: 0.41, .uncuedCueJustBefore: 1.81, .uncuedSameParagraph: -1.16,
        .uncuedCueBefore: 1.66,
    ]
}
