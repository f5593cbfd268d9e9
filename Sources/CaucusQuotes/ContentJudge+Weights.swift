/// The weights of the judge: log odds, fitted on PolNeAR's training articles with an L2 penalty.
///
/// They speak of verb classes, complements and shapes, never of words. Positive means: more likely a
/// quotation. Made by the fitting script; do not edit by hand.
extension ContentJudge {
    /// The judge of this version.
    static let standard = ContentJudge(
        intercept: -0.82, verbs: verbWeights, pairs: pairWeights, facts: factWeights)

    private static let verbWeights: [VerbClass: Double] = [
        .none: -0.02, .say: 0.03, .claim: -0.09, .tell: -0.15, .write: -0.50, .think: -0.02,
        .know: -0.05, .want: -0.11, .expect: 0.25, .fear: 0.68, .promise: -0.03, .decide: -0.38,
        .ask: 0.39, .urge: 0.11, .deny: -0.04, .admit: 0.01, .praise: -0.10, .criticize: 0.10,
        .support: -0.14, .describe: 0.20, .discuss: -0.09, .show: -0.39, .find: -0.37,
        .seem: 0.19,
    ]

    /// A row a group of classes, a column a complement: nothing, quotation, that, bare, question,
    /// infinitive, gerund, phrase, preposition.
    private static let pairWeights: [ContentFeatures.Group: [Double]] = [
        .speech: [0.00, -0.26, 0.99, 0.76, 0.48, -0.58, -0.34, -0.14, -1.23],
        .thought: [0.00, -0.11, 0.55, 0.16, 0.29, -0.21, 0.42, -0.06, -0.17],
        .will: [0.00, -0.74, 0.60, -0.21, 0.08, 0.19, 0.08, -0.26, -0.14],
        .attitude: [0.00, -0.25, 0.23, -0.05, 0.17, 0.03, 0.16, 0.32, -0.78],
        .topic: [0.00, -0.47, 0.63, 0.00, 0.55, -0.26, 0.17, -0.06, -0.44],
        .evidence: [0.00, -0.39, 0.74, 0.13, -0.11, -0.04, 0.14, -0.04, -1.00],
        .noun: [0.00, 0.00, 0.17, 0.00, 0.00, -0.19, 0.00, 0.00, 0.00],
    ]

    private static let factWeights: [ContentFeatures.Fact: Double] = [
        .passive: -0.03, .negated: 0.16, .modal: -0.40, .infinitive: 0.21, .participial: 0.04,
        .shared: -0.31, .addressee: -0.04, .ambiguous: -0.24, .compound: -0.08,
        .gerundive: -0.03, .present: -0.11, .trailing: 0.66, .accordingTo: 0.84,
        .noSource: -0.21, .thirdPerson: 0.25, .inanimate: -0.13, .firstPerson: -0.06,
        .you: -0.26, .relative: -0.31, .personName: 0.20, .organization: 0.13, .role: -0.40,
        .described: -0.19, .personNoun: 0.54, .writingNoun: 0.81, .hasEntity: 0.11,
        .oneWord: -0.81, .twoWords: -0.55, .short: -0.25, .medium: 0.24, .long: 0.66,
        .veryLong: 0.19, .hasVerb: 0.30, .opensWithDeterminer: 0.19, .opensWithPossessive: 0.34,
        .opensWithName: 0.25, .opensWithPronoun: 0.11, .holdsQuotation: 0.70,
        .toSentenceEnd: 0.48, .isQuestion: -0.11,
    ]
}
