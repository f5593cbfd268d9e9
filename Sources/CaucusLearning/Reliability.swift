public import CaucusMatrix

/// Foretold probabilities against observed shares, in bins of equal mass, with the band in which a
/// perfectly calibrated model would stay (Bröcker & Smith 2007).
public struct Reliability: Sendable, Codable, Equatable {
    /// One bin.
    public struct Bin: Sendable, Codable, Equatable {
        /// The rows in the bin.
        public var count: Int
        /// The mean probability of the class that was foretold.
        public var predicted: Double
        /// The share of rows where it was right.
        public var observed: Double
        /// Where that share would lie 95 times in 100, were the probabilities true.
        public var low: Double
        /// The upper end of the band.
        public var high: Double

        /// Whether the observed share lies in the band.
        public var isInside: Bool { low <= observed && observed <= high }
    }

    /// The bins, by rising probability.
    public var bins: [Bin]

    /// The bins whose observed share lies in the band.
    public var inside: Int { bins.count { $0.isInside } }

    /// The reliability of the class that is foretold on each row.
    ///
    /// - Parameters:
    ///   - bins: how many bins; fewer where there are fewer rows.
    ///   - draws: how many label sets are drawn for the band.
    /// - Complexity: O(rows × (draws + log rows)).
    public init(
        probabilities: Matrix, labels: [Int], bins: Int = 10, draws: Int = 1000, seed: UInt64 = 1
    ) {
        precondition(
            probabilities.rows == labels.count,
            "\(probabilities.rows) rows of probabilities, \(labels.count) labels")
        let best = probabilities.largestColumns
        let top = labels.indices.map { i in
            (p: probabilities[i, best[i]], right: best[i] == labels[i])
        }
        let order = top.indices.sorted { (top[$0].p, $0) < (top[$1].p, $1) }
        let count = max(1, min(bins, labels.count))
        var random = SplitMix(seed: seed)
        self.bins = (0..<count).compactMap { bin in
            let rows = order[(bin * order.count / count)..<((bin + 1) * order.count / count)]
            guard !rows.isEmpty else { return nil }
            return Self.bin(rows.map { top[$0] }, draws, &random)
        }
    }

    private static func bin(
        _ rows: [(p: Double, right: Bool)], _ draws: Int, _ random: inout SplitMix
    ) -> Bin {
        let n = Double(rows.count)
        var shares: [Double] = []
        shares.reserveCapacity(draws)
        for _ in 0..<draws {
            var right = 0
            for row in rows where Double.random(in: 0..<1, using: &random) < row.p { right += 1 }
            shares.append(Double(right) / n)
        }
        let band = Interval(0, draws: shares)
        return Bin(
            count: rows.count, predicted: rows.reduce(0) { $0 + $1.p } / n,
            observed: Double(rows.count { $0.right }) / n, low: band.low ?? 0, high: band.high ?? 1)
    }
}
