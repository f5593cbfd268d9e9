public import CaucusStance

/// What somebody else's model or a person says of a quotation of a run: a line of `caucus import`.
public struct GivenScore: Sendable, Hashable {
    /// The quotation's id.
    public var quotation: String
    /// The probabilities, which sum to 1.
    public var probabilities: StanceProbabilities

    /// The likeliest stance, or `nil` where two are as likely.
    public var stance: Stance? {
        let p = [probabilities.against, probabilities.neutral, probabilities.favor]
        let most = p.max() ?? 0
        guard p.count(where: { $0 == most }) == 1 else { return nil }
        return p.firstIndex(of: most).map { Stance.allCases[$0] }
    }

    /// Creates a score.
    public init(quotation: String, probabilities: StanceProbabilities) {
        self.quotation = quotation
        self.probabilities = probabilities
    }
}
