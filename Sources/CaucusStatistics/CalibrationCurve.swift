import CaucusMatrix

/// How often the likeliest class was right where it was given so much probability, with the band in which a
/// perfectly calibrated classifier would stay (Bröcker & Smith 2007).
///
/// Items may be drawn with other shares of the classes than the posteriors are meant for: each class then has a
/// weight, and the band is drawn under the same weights.
public struct CalibrationCurve: Sendable, Hashable {
    /// Items of about the same probability.
    public struct Bin: Sendable, Hashable {
        /// How many items.
        public var items: Int
        /// The mean probability of their likeliest class.
        public var predicted: Double
        /// How often it was right, by weight.
        public var observed: Double
        /// Where ``observed`` would lie at the given level, were the probabilities true.
        public var low: Double
        public var high: Double

        /// Whether what was observed lies in the band.
        public var isInside: Bool { low <= observed && observed <= high }
    }

    /// The bins, each of about as many items, by rising probability.
    public var bins: [Bin]

    /// Draws the curve.
    ///
    /// - Parameters:
    ///   - posteriors: a row an item, a probability a class.
    ///   - labels: the class of each item.
    ///   - classWeights: what an item of each class counts.
    /// - Complexity: O(items × draws).
    public init(
        posteriors: [[Double]], labels: [Int], classWeights: [Double], bins: Int = 10,
        level: Double = 0.95, draws: Int = 500, seed: UInt64 = 1
    ) {
        precondition(posteriors.count == labels.count)
        let best = posteriors.map { row in row.indices.max { row[$0] < row[$1] } ?? 0 }
        let tops = posteriors.indices.map { posteriors[$0][best[$0]] }
        let order = posteriors.indices.sorted { (tops[$0], $0) < (tops[$1], $1) }
        let count = max(min(bins, order.count / 20), order.isEmpty ? 0 : 1)
        var generator = SplitMix(seed: seed)
        self.bins = (0..<count).map { bin in
            let chosen = order[(bin * order.count / count)..<((bin + 1) * order.count / count)]
            /// The weighted share of right answers where `label` gives each item's class.
            func share(_ label: (Int) -> Int) -> Double {
                var right = 0.0
                var all = 0.0
                for i in chosen {
                    let label = label(i)
                    all += classWeights[label]
                    if label == best[i] { right += classWeights[label] }
                }
                return all > 0 ? right / all : 0
            }
            let drawn = (0..<draws).map { _ in
                share { Self.drawn(posteriors[$0], classWeights, &generator) }
            }.sorted()
            let tail = Int((1 - level) / 2 * Double(draws))
            let observed = share { labels[$0] }
            let weights = chosen.map { i in Self.weight(posteriors[i], classWeights) }
            return Bin(
                items: chosen.count,
                predicted: zip(chosen, weights).reduce(0) { $0 + tops[$1.0] * $1.1 }
                    / max(weights.reduce(0, +), 1e-12),
                observed: observed, low: drawn[tail], high: drawn[draws - 1 - tail])
        }
    }

    /// What an item of this posterior weighs on average: one over Σ p_k / w_k.
    private static func weight(_ posterior: [Double], _ weights: [Double]) -> Double {
        let sum = zip(posterior, weights).reduce(0) { $0 + $1.0 / $1.1 }
        return sum > 0 ? 1 / sum : 0
    }

    /// A class drawn from the posterior as it was where the items were drawn: in proportion to p_k / w_k.
    private static func drawn(
        _ posterior: [Double], _ weights: [Double], _ generator: inout SplitMix
    ) -> Int {
        let shares = zip(posterior, weights).map { $0 / $1 }
        var u = generator.unit() * shares.reduce(0, +)
        for (k, share) in shares.enumerated() {
            u -= share
            if u < 0 { return k }
        }
        return shares.count - 1
    }
}
