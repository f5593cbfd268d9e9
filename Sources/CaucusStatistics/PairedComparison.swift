public import CaucusMatrix

/// How two models differ on the same rows, with intervals from a bootstrap that draws the groups of both
/// at once: what the two find hard alike cancels.
public struct PairedComparison: Sendable, Codable, Equatable {
    /// The rows.
    public var rows: Int
    /// The groups that were drawn; 1 means that no interval can be estimated.
    public var groups: Int
    /// The first model's macro-F1 less the second's.
    public var macroF1: Estimate
    /// The first model's share of right answers less the second's.
    public var accuracy: Estimate
    /// The first model's mean cross-entropy less the second's, in nats; below 0 where the first is better.
    public var logLoss: Estimate
    /// The first model's Brier score less the second's; below 0 where the first is better.
    public var brier: Estimate
    /// McNemar's test, its units the groups.
    public var mcNemar: McNemar

    /// Compares two matrices of probabilities.
    ///
    /// - Parameter weights: what each row counts, as in ``Metrics``; McNemar's test counts all alike.
    /// - Precondition: both have the same columns, and a row a label.
    /// - Complexity: O(rows + resamples × groups × classes²).
    public init(
        first: Matrix, second: Matrix, labels: [Int], groups: [Int]? = nil,
        weights: [Double]? = nil, resamples: Int = 1000, seed: UInt64 = 1
    ) {
        precondition(
            first.rows == labels.count && second.rows == labels.count
                && first.columns == second.columns,
            "\(labels.count) labels, \(first.rows) × \(first.columns) and "
                + "\(second.rows) × \(second.columns) probabilities")
        let units = groups ?? Array(labels.indices)
        let (a, b) = (first.largestColumns, second.largestColumns)
        let tallies = (
            GroupTallies(first, labels: labels, groups: units, weights: weights),
            GroupTallies(second, labels: labels, groups: units, weights: weights)
        )
        let whole = (tallies.0.whole.scores([]), tallies.1.whole.scores([]))
        // The same seed draws the same groups for both.
        let draws = zip(
            tallies.0.scores(resamples: resamples, seed: seed, interest: []),
            tallies.1.scores(resamples: resamples, seed: seed, interest: []))
        func interval(_ part: (Tally.Scores) -> Double) -> Estimate {
            Estimate(
                part(whole.0) - part(whole.1), draws: draws.map { part($0.0) - part($0.1) },
                items: labels.count, clusters: tallies.0.count)
        }
        rows = labels.count
        self.groups = tallies.0.count
        macroF1 = interval { $0.macroF1 }
        accuracy = interval { $0.accuracy }
        logLoss = interval { $0.logLoss }
        brier = interval { $0.brier }
        mcNemar = McNemar(
            first: a, second: b, labels: labels, groups: groups, resamples: resamples, seed: seed)
    }
}
