/// The weights of the judge: log odds, fitted on PolNeAR's training articles with an L2
/// penalty.
///
/// They speak of groups of verbs, complements and shapes, never of words. Positive means:
/// more likely a quotation. Made by `make attribution-weights`; do not edit by hand.
extension ContentJudge {
    /// The judge of this version, fitted on 22498 candidates.
    static let standard = ContentJudge(intercept: -1.02, table: table)

    private static let table: [ContentFeature: Double] = [
        .speech: -0.22, .thought: 0.26, .will: -0.07, .attitude: 0.32, .topic: 0.10,
        .evidence: -0.16, .noun: -0.24, .quotation: -0.45, .thatClause: 0.59, .bareClause: -0.02,
        .questionClause: 0.27, .infinitiveClause: 0.13, .gerundClause: 0.14, .phrase: -0.03,
        .prepositionPhrase: -0.64, .speechThat: 0.66, .speechBare: 1.12,
        .speechInfinitive: -0.42, .askedQuestion: 1.05, .modal: -0.46, .infinitive: 0.25,
        .participial: 0.18, .shared: -0.37, .ambiguous: -0.25, .gerundive: -0.11,
        .present: -0.12, .trailing: 0.62, .accordingTo: 0.71, .noSource: -0.26,
        .thirdPerson: 0.21, .firstPerson: -0.11, .relative: -0.30, .personName: 0.19,
        .role: -0.36, .described: -0.13, .personNoun: 0.53, .writingNoun: 0.76, .hasEntity: 0.17,
        .oneWord: -0.72, .twoWords: -0.48, .short: -0.16, .medium: 0.33, .long: 0.74,
        .veryLong: 0.29, .hasVerb: 0.31, .opensWithDeterminer: 0.16, .opensWithPossessive: 0.34,
        .opensWithName: 0.25, .opensWithPronoun: 0.10, .holdsQuotation: 0.73,
        .toSentenceEnd: 0.47,
    ]
}
