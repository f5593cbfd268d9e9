/// The weights of the judge: log odds, fitted on PolNeAR's training articles with an L2 penalty.
///
/// They speak of verb classes, complements and shapes, never of words. Positive means: more likely a
/// quotation. Made by the fitting script; do not edit by hand.
extension ContentJudge {
    /// The judge of this version.
    static let standard = ContentJudge(
        intercept: -0.89, verbs: verbWeights, pairs: pairWeights, facts: factWeights)

    private static let verbWeights: [VerbClass: Double] = [
        .none: -0.01, .say: 0.11, .tell: -0.06, .write: -0.41, .know: -0.04, .want: -0.09,
        .expect: 0.25, .fear: 0.70, .promise: -0.03, .decide: -0.38, .ask: 0.49, .urge: 0.14,
        .deny: -0.03, .admit: 0.10, .praise: -0.09, .criticize: 0.10, .support: -0.13,
        .describe: 0.22, .discuss: -0.07, .show: -0.38, .find: -0.36, .seem: 0.21,
        .manner: -0.80,
    ]

    /// A row a group of classes, a column a complement: nothing, quotation, that, bare, question,
    /// infinitive, gerund, phrase, preposition.
    private static let pairWeights: [ContentFeatures.Group: [Double]] = [
        .speech: [0.00, -0.30, 0.94, 0.71, 0.44, -0.63, -0.35, -0.21, -1.18],
        .thought: [0.00, -0.12, 0.55, 0.16, 0.29, -0.21, 0.42, -0.03, -0.14],
        .will: [0.00, -0.76, 0.62, -0.22, 0.06, 0.19, 0.08, -0.23, -0.10],
        .attitude: [0.00, -0.23, 0.23, -0.09, 0.17, 0.03, 0.15, 0.35, -0.76],
        .topic: [0.00, -0.45, 0.64, 0.00, 0.55, -0.26, 0.16, -0.06, -0.43],
        .evidence: [0.00, -0.38, 0.76, 0.12, -0.10, -0.05, 0.14, -0.03, -0.98],
        .noun: [0.00, 0.00, 0.15, 0.00, 0.00, -0.16, 0.00, 0.00, 0.00],
    ]

    private static let factWeights: [ContentFeatures.Fact: Double] = [
        .passive: -0.04, .negated: 0.16, .modal: -0.37, .infinitive: 0.23, .participial: 0.06,
        .shared: -0.30, .addressee: -0.06, .ambiguous: -0.25, .compound: -0.07,
        .gerundive: -0.05, .present: -0.10, .trailing: 0.82, .accordingTo: 0.89,
        .noSource: -0.14, .thirdPerson: 0.17, .inanimate: -0.11, .firstPerson: -0.06,
        .you: -0.20, .relative: -0.32, .personName: 0.07, .organization: -0.01, .role: -0.34,
        .described: -0.12, .personNoun: 0.57, .writingNoun: 0.81, .hasEntity: 0.27,
        .oneWord: -0.85, .twoWords: -0.57, .short: -0.28, .medium: 0.24, .long: 0.68,
        .veryLong: 0.21, .hasVerb: 0.31, .opensWithDeterminer: 0.17, .opensWithPossessive: 0.30,
        .opensWithName: 0.24, .opensWithPronoun: 0.12, .holdsQuotation: 0.69,
        .toSentenceEnd: 0.47, .isQuestion: -0.01,
    ]
}
