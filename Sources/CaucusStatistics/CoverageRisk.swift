public import CaucusMatrix

/// How often a model errs among the rows it answers, where it answers only the surest.
///
/// What makes a row sure is its margin: how far its most probable class stands above the next.
public struct CoverageRisk: Sendable, Codable, Equatable {
    /// What one margin gives.
    public struct Row: Sendable, Codable, Equatable {
        /// The least margin that is answered.
        public var margin: Double
        /// The rows answered.
        public var answered: Int
        /// The share of rows answered.
        public var coverage: Double
        /// The share of wrong answers among them, with an interval over groups; 0 where none is answered.
        public var error: Estimate
    }

    /// By falling coverage.
    public var rows: [Row]

    /// The table at `coverages`, shares of the rows from 0 to 1; rows of one margin are answered together.
    ///
    /// - Complexity: O(rows log rows + coverages × (rows + resamples × groups)).
    public init(
        probabilities: Matrix, labels: [Int], groups: [Int]? = nil,
        coverages: [Double] = (1...10).reversed().map { Double($0) / 10 }, seed: UInt64 = 1
    ) {
        let margins = probabilities.margins
        let falling = margins.sorted(by: >)
        rows = coverages.compactMap { coverage in
            let place = Int((coverage * Double(falling.count)).rounded(.up)) - 1
            guard falling.indices.contains(place) else { return nil }
            return Self.row(
                at: falling[place], probabilities, labels, groups: groups, seed: seed)
        }
    }

    /// What answering from `margin` on gives.
    public static func row(
        at margin: Double, _ probabilities: Matrix, _ labels: [Int], groups: [Int]? = nil,
        seed: UInt64 = 1
    ) -> Row {
        precondition(
            probabilities.rows == labels.count && (groups ?? labels).count == labels.count,
            "\(probabilities.rows) rows of probabilities, \(labels.count) labels")
        let (margins, best) = (probabilities.margins, probabilities.largestColumns)
        let answered = labels.indices.filter { margins[$0] >= margin }
        return Row(
            margin: margin, answered: answered.count,
            coverage: Double(answered.count) / Double(max(labels.count, 1)),
            error: Estimate(
                shareOf: answered.map { best[$0] != labels[$0] },
                groups: answered.map { groups?[$0] ?? $0 }, seed: seed))
    }
}
