/// The weights of the judge: log odds, fitted on PolNeAR's training articles with an L2 penalty.
///
/// They speak of verb classes, complements and shapes, never of words. Positive means: more likely a
/// quotation. Made by the fitting script; do not edit by hand.
extension ContentJudge {
    /// The judge of this version.
    static let standard = ContentJudge(
        intercept: -0.84, verbs: verbWeights, pairs: pairWeights, facts: factWeights)

    private static let verbWeights: [VerbClass: Double] = [
        .none: -0.03, .say: 0.02, .claim: -0.10, .tell: -0.15, .write: -0.51, .think: -0.01,
        .know: -0.05, .want: -0.12, .expect: 0.26, .fear: 0.69, .promise: -0.03, .decide: -0.38,
        .ask: 0.39, .urge: 0.13, .deny: -0.04, .praise: -0.11, .criticize: 0.10, .support: -0.13,
        .describe: 0.21, .discuss: -0.08, .show: -0.38, .find: -0.38, .seem: 0.19,
    ]

    /// A row a group of classes, a column a complement: nothing, quotation, that, bare, question,
    /// infinitive, gerund, phrase, preposition.
    private static let pairWeights: [ContentFeatures.Group: [Double]] = [
        .speech: [0.00, -0.26, 1.00, 0.76, 0.48, -0.61, -0.34, -0.15, -1.23],
        .thought: [0.00, -0.12, 0.54, 0.15, 0.30, -0.22, 0.46, -0.05, -0.17],
        .will: [0.00, -0.76, 0.60, -0.22, 0.09, 0.19, 0.08, -0.25, -0.13],
        .attitude: [0.00, -0.27, 0.24, -0.09, 0.19, 0.04, 0.16, 0.33, -0.78],
        .topic: [0.00, -0.51, 0.65, 0.00, 0.59, -0.27, 0.18, -0.07, -0.45],
        .evidence: [0.00, -0.42, 0.74, 0.13, -0.11, -0.03, 0.15, -0.03, -1.00],
        .noun: [0.00, 0.00, 0.14, 0.00, 0.00, -0.17, 0.00, 0.00, 0.00],
    ]

    private static let factWeights: [ContentFeatures.Fact: Double] = [
        .passive: -0.03, .negated: 0.16, .modal: -0.41, .infinitive: 0.21, .participial: 0.05,
        .shared: -0.32, .addressee: -0.05, .ambiguous: -0.24, .compound: -0.08,
        .gerundive: -0.04, .present: -0.11, .trailing: 0.67, .accordingTo: 0.86,
        .noSource: -0.16, .thirdPerson: 0.21, .inanimate: -0.09, .firstPerson: -0.05,
        .you: -0.25, .relative: -0.32, .personName: 0.17, .organization: 0.08, .role: -0.39,
        .described: -0.20, .personNoun: 0.44, .writingNoun: 0.70, .hasEntity: 0.16,
        .oneWord: -0.81, .twoWords: -0.55, .short: -0.25, .medium: 0.25, .long: 0.67,
        .veryLong: 0.20, .hasVerb: 0.30, .opensWithDeterminer: 0.19, .opensWithPossessive: 0.33,
        .opensWithName: 0.24, .opensWithPronoun: 0.11, .holdsQuotation: 0.71,
        .toSentenceEnd: 0.48, .isQuestion: -0.11,
    ]
}
