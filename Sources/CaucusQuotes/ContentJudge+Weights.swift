/// The weights of the judge: log odds, fitted on PolNeAR's training articles with an L2
/// penalty.
///
/// They speak of verb classes, complements and shapes, never of words. Positive means:
/// more likely a quotation. Made by `make attribution-weights`; do not edit by hand.
extension ContentJudge {
    /// The judge of this version, fitted on 22735 candidates.
    static let standard = ContentJudge(
        intercept: -0.94, verbs: verbWeights, pairs: pairWeights,
        facts: factWeights)

    private static let verbWeights: [VerbClass: Double] = [
        .say: 0.05, .claim: -0.08, .tell: -0.12, .write: -0.48, .think: 0.01, .know: -0.03,
        .want: -0.09, .expect: 0.29, .fear: 0.68, .promise: -0.01, .decide: -0.36, .ask: 0.40,
        .urge: 0.13, .deny: -0.02, .admit: 0.02, .praise: -0.07, .criticize: 0.12,
        .support: -0.11, .describe: 0.24, .discuss: -0.05, .show: -0.36, .find: -0.35,
        .seem: 0.20,
    ]

    /// A row a group of classes, a column a complement:
    /// nothing, quotation, that, bare, question, infinitive, gerund, phrase, preposition.
    private static let pairWeights: [ContentFeatures.Group: [Double]] = [
        .speech: [0.00, -0.24, 1.00, 0.77, 0.49, -0.58, -0.31, -0.13, -1.23],
        .thought: [0.00, -0.18, 0.56, 0.16, 0.27, -0.21, 0.55, -0.05, -0.16],
        .will: [0.00, -0.70, 0.58, -0.21, 0.09, 0.20, 0.10, -0.25, -0.14],
        .attitude: [0.00, -0.35, 0.24, -0.06, 0.28, 0.04, 0.20, 0.33, -0.77],
        .topic: [0.00, -0.54, 0.58, 0.00, 0.65, -0.28, 0.31, -0.08, -0.46],
        .evidence: [0.00, -0.48, 0.75, 0.14, -0.09, -0.01, 0.22, -0.03, -1.01],
        .noun: [0.00, 0.00, 0.18, 0.00, 0.00, -0.18, 0.00, 0.00, 0.00],
    ]

    private static let factWeights: [ContentFeatures.Fact: Double] = [
        .passive: -0.07, .negated: 0.15, .modal: -0.41, .infinitive: 0.21, .participial: 0.05,
        .shared: -0.31, .addressee: -0.04, .ambiguous: -0.24, .compound: -0.07,
        .gerundive: -0.04, .present: -0.11, .trailing: 0.66, .accordingTo: 0.84,
        .noSource: -0.22, .thirdPerson: 0.25, .inanimate: -0.13, .firstPerson: -0.07,
        .you: -0.25, .relative: -0.32, .personName: 0.21, .organization: 0.12, .role: -0.41,
        .described: -0.19, .personNoun: 0.54, .writingNoun: 0.81, .hasEntity: 0.10,
        .oneWord: -0.72, .twoWords: -0.46, .short: -0.17, .medium: 0.33, .long: 0.75,
        .veryLong: 0.28, .hasVerb: 0.30, .opensWithDeterminer: 0.19, .opensWithPossessive: 0.34,
        .opensWithName: 0.25, .opensWithPronoun: 0.11, .holdsQuotation: 0.71,
        .toSentenceEnd: 0.48, .isQuestion: -0.11,
    ]
}
