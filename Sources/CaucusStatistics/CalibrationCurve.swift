public import CaucusMatrix

/// How often the likeliest class was right where it was given so much probability, with the band in which a
/// perfectly calibrated classifier would stay (Bröcker & Smith 2007).
///
/// Items may be drawn with other shares of the classes than the probabilities are meant for: each class then has
/// a weight, and the band is drawn under the same weights. Or each item has one of its own, where it was drawn.
public struct CalibrationCurve: Sendable, Hashable, Codable {
    /// Items of about the same probability.
    public struct Bin: Sendable, Hashable, Codable {
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

    /// The bins, each of about as many items, by rising probability; none without items.
    public var bins: [Bin]

    /// The bins whose observed share lies in the band.
    public var inside: Int { bins.count { $0.isInside } }

    /// Draws the curve.
    ///
    /// - Parameters:
    ///   - probabilities: a row an item, a column a class.
    ///   - labels: the class of each item.
    ///   - classWeights: what an item of each class counts; all alike where `nil`.
    ///   - weights: what each item counts, where classes weigh alike; all alike where `nil`.
    ///   - bins: how many bins at most.
    ///   - leastItems: how many items a bin has at least, one bin excepted.
    ///   - draws: how many label sets are drawn for the band.
    /// - Complexity: O(items × (draws + log items)).
    public init(
        probabilities: Matrix, labels: [Int], classWeights: [Double]? = nil,
        weights: [Double]? = nil, bins: Int = 10, leastItems: Int = 1, level: Double = 0.95,
        draws: Int = 1000, seed: UInt64 = 1
    ) {
        precondition(
            probabilities.rows == labels.count,
            "\(probabilities.rows) rows of probabilities, \(labels.count) labels")
        precondition(
            classWeights == nil || weights == nil,
            "expected weights of classes or of items, not both")
        let items = CalibrationItems(probabilities, labels, classWeights, weights)
        let order = labels.indices.sorted { (items.tops[$0], $0) < (items.tops[$1], $1) }
        let count = max(min(bins, order.count / leastItems), order.isEmpty ? 0 : 1)
        var random = SplitMix(seed: seed)
        self.bins = (0..<count).map { bin in
            let chosen = order[(bin * order.count / count)..<((bin + 1) * order.count / count)]
            let shares = (0..<draws).map { _ in items.drawnShare(chosen, &random) }
            let band = Quantiles(shares).middle(level)
            return Bin(
                items: chosen.count, predicted: items.predicted(chosen),
                observed: items.share(chosen) { labels[$0] }, low: band?.low ?? 0,
                high: band?.high ?? 1)
        }
    }
}

/// Items with the probability of their likeliest class, and labels drawn as the probabilities say.
private struct CalibrationItems {
    private let best: [Int]
    /// The probability of the likeliest class.
    let tops: [Double]
    private let classWeights: [Double]?
    private let weights: [Double]?
    /// For each item and class p / w, the probability of the class where the items were drawn, up to a factor,
    /// and their sum; empty where classes weigh alike.
    private var shares: [(parts: [Double], sum: Double)] = []

    init(
        _ probabilities: Matrix, _ labels: [Int], _ classWeights: [Double]?, _ weights: [Double]?
    ) {
        let best = probabilities.largestColumns
        self.best = best
        tops = labels.indices.map { probabilities[$0, best[$0]] }
        self.classWeights = classWeights
        self.weights = weights
        if let classWeights {
            shares = labels.indices.map { i in
                let parts = zip(probabilities[row: i], classWeights).map { $0 / $1 }
                return (parts, parts.reduce(0, +))
            }
        }
    }

    /// The share of right answers, by weight, where `label` gives each item's class.
    func share(_ chosen: ArraySlice<Int>, _ label: (Int) -> Int) -> Double {
        var right = 0.0
        var all = 0.0
        for i in chosen {
            let label = label(i)
            let weight = classWeights?[label] ?? weights?[i] ?? 1
            all += weight
            if label == best[i] { right += weight }
        }
        return all > 0 ? right / all : 0
    }

    /// The same for labels that are drawn anew.
    func drawnShare(_ chosen: ArraySlice<Int>, _ random: inout SplitMix) -> Double {
        guard classWeights == nil else { return share(chosen) { drawn($0, &random) } }
        if weights != nil {
            return share(chosen) { i in
                // Any other class than the likeliest is wrong.
                Double.random(in: 0..<1, using: &random) < tops[i] ? best[i] : best[i] + 1
            }
        }
        // Which wrong class is drawn makes no difference where all weigh alike.
        var right = 0
        for i in chosen where Double.random(in: 0..<1, using: &random) < tops[i] { right += 1 }
        return Double(right) / Double(chosen.count)
    }

    /// The mean probability of the likeliest class, each item weighing what it does on average: 1 / Σ p_k / w_k.
    func predicted(_ chosen: ArraySlice<Int>) -> Double {
        if let weights {
            let sum = chosen.reduce(0) { $0 + weights[$1] }
            return chosen.reduce(0) { $0 + weights[$1] * tops[$1] } / max(sum, 1e-300)
        }
        guard classWeights != nil else {
            return chosen.reduce(0) { $0 + tops[$1] } / Double(chosen.count)
        }
        let weights = chosen.map { shares[$0].sum > 0 ? 1 / shares[$0].sum : 0 }
        return zip(chosen, weights).reduce(0) { $0 + tops[$1.0] * $1.1 }
            / max(weights.reduce(0, +), 1e-12)
    }

    /// A class drawn as it was where the items were drawn: in proportion to p_k / w_k.
    private func drawn(_ i: Int, _ random: inout SplitMix) -> Int {
        let parts = shares[i].parts
        var u = random.unit() * shares[i].sum
        for (k, part) in parts.enumerated() {
            u -= part
            if u < 0 { return k }
        }
        return parts.count - 1
    }
}
