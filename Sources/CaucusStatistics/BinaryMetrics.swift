import Foundation

/// How well a probability foretells whether something holds, with intervals from a bootstrap over groups.
public struct BinaryMetrics: Sendable, Codable, Equatable {
    /// The number of rows, and of those that hold.
    public var rows: Int
    public var positives: Int
    /// The number of groups that were drawn; 1 means that no interval can be estimated.
    public var groups: Int
    /// The share of rows that hold, with the interval of ``ClusteredShare``.
    public var share: Estimate
    /// The mean probability.
    public var mean: Estimate
    /// How often a row that holds has the higher probability of two, one of which holds; one half for chance. `nil` where all
    /// rows hold, or none.
    ///
    /// The area under the receiver operating characteristic, which is the Mann–Whitney statistic (Hanley & McNeil 1982).
    public var area: Estimate?
    /// The mean cross-entropy, in nats; probabilities nearer to 0 or 1 than 10⁻¹⁵ count as that far.
    public var logLoss: Estimate
    /// The cross-entropy of giving ``share`` to every row.
    public var baseline: Double

    /// The area is told with an interval only where it can be taken in so many of the draws.
    private static let leastDraws = 0.95

    /// The metrics of `probabilities` of what `holds`.
    ///
    /// - Parameters:
    ///   - groups: rows of one group are drawn together.
    ///   - weights: what each row counts, above 0; all alike where `nil`.
    /// - Precondition: at least one row, and as many of each.
    /// - Complexity: O(rows × (resamples + log rows)).
    public init(
        probabilities: [Double], holds: [Bool], groups: [Int], weights: [Double]? = nil,
        resamples: Int = 1000, seed: UInt64 = 1
    ) {
        precondition(
            !holds.isEmpty && probabilities.count == holds.count && groups.count == holds.count
                && weights.map { $0.count == holds.count } ?? true,
            "\(holds.count) rows, \(probabilities.count) probabilities, \(groups.count) groups")
        let rows = BinaryRows(probabilities, holds, groups, weights)
        let whole = rows.scores([Int](repeating: 1, count: rows.groups))
        let draws = GroupBootstrap(
            patterns: Array(0..<rows.groups),
            losses: [SIMD2<Double>](repeating: .zero, count: rows.groups)
        ).draws(resamples, seed: seed) { counts, _ in rows.scores(counts) }
        func estimate(_ value: Double, _ draws: [Double]) -> Estimate {
            Estimate(value, draws: draws, items: holds.count, clusters: rows.groups)
        }
        self.rows = holds.count
        positives = holds.count { $0 }
        self.groups = rows.groups
        share =
            ClusteredShare().estimate(
                of: holds, clusters: groups,
                weights: weights ?? [Double](repeating: 1, count: holds.count))
            ?? estimate(whole.share, draws.map(\.share))
        mean = estimate(whole.mean, draws.map(\.mean))
        logLoss = estimate(whole.logLoss, draws.map(\.logLoss))
        baseline = Self.entropy(whole.share)
        area = whole.area.map { area in
            let drawn = draws.compactMap(\.area)
            let isEnough = Double(drawn.count) >= Self.leastDraws * Double(draws.count)
            return estimate(area, isEnough ? drawn : [])
        }
    }

    private static func entropy(_ p: Double) -> Double {
        [p, 1 - p].reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 }
    }
}

/// Rows by rising probability, each with its group.
private struct BinaryRows {
    struct Scores {
        var share: Double
        var mean: Double
        var area: Double?
        var logLoss: Double
    }

    private struct Row {
        var probability: Double
        var holds: Bool
        var group: Int
        var weight: Double
        var loss: Double
    }

    private var sorted: [Row] = []
    private(set) var groups = 0

    init(_ probabilities: [Double], _ holds: [Bool], _ names: [Int], _ weights: [Double]?) {
        var numbering = Numbering<Int>()
        for i in holds.indices {
            let p = probabilities[i]
            let group = numbering.number(of: names[i])
            groups = max(groups, group + 1)
            sorted.append(
                Row(
                    probability: p, holds: holds[i], group: group, weight: weights?[i] ?? 1,
                    loss: -log(max(holds[i] ? p : 1 - p, 1e-15))))
        }
        sorted.sort { $0.probability < $1.probability }
    }

    /// The figures where each group counts so often.
    func scores(_ counts: [Int]) -> Scores {
        var (positive, negative, sum, loss, pairs) = (0.0, 0.0, 0.0, 0.0, 0.0)
        var i = 0
        while i < sorted.count {
            // Rows of one probability are tied: each pair of them counts one half.
            var tied = (positive: 0.0, negative: 0.0)
            let probability = sorted[i].probability
            while i < sorted.count, sorted[i].probability == probability {
                let row = sorted[i]
                let weight = row.weight * Double(counts[row.group])
                if row.holds { tied.positive += weight } else { tied.negative += weight }
                sum += weight * row.probability
                loss += weight * row.loss
                i += 1
            }
            pairs += tied.positive * (negative + tied.negative / 2)
            positive += tied.positive
            negative += tied.negative
        }
        let all = positive + negative
        return Scores(
            share: positive / all, mean: sum / all,
            area: positive > 0 && negative > 0 ? pairs / (positive * negative) : nil,
            logLoss: loss / all)
    }
}
