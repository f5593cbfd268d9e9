import CaucusMatrix

/// Ranks with intervals that hold for all groups at once (Mogstad, Romano, Shaikh & Wilhelm 2024).
///
/// A rank alone hides that neighbors cannot be told apart. Group j's rank lies in
/// [1 + #{k significantly greater}, S − #{k significantly less}], where significance is judged for all
/// pairs together by the bootstrap distribution of the largest t statistic.
public struct RankIntervals: Sendable {
    /// A group's place; 1 is the greatest value.
    public struct Rank: Sendable, Hashable, Codable {
        /// The best rank that the data leave open.
        public var low: Int
        /// The rank of the estimate.
        public var rank: Int
        /// The worst rank that the data leave open.
        public var high: Int
    }

    /// The joint coverage.
    public var level: Double
    /// How many bootstrap draws.
    public var draws: Int
    /// The seed of the draws.
    public var seed: UInt64

    /// Creates the estimator.
    public init(level: Double = 0.95, draws: Int = 999, seed: UInt64 = 1) {
        precondition(level > 0 && level < 1, "a level of \(level) is not between 0 and 1")
        precondition(draws > 0, "\(draws) draws are none")
        self.level = level
        self.draws = draws
        self.seed = seed
    }

    /// More groups than this take Bonferroni's bound instead of the bootstrap, which would need minutes.
    static let most = 600

    /// The ranks of the groups whose means and influences are given, in their order.
    ///
    /// A pair is compared with its own degrees of freedom (Welch); a group of one cluster is never
    /// significantly different from any other.
    /// - Complexity: O(draws × groups²).
    public func ranks(of groups: [Influences]) -> [Rank] {
        let pairs = PairErrors(groups)
        let tail = tailProbability(pairs, groups: groups)
        var quantiles: [Int: Double] = [:]
        func threshold(_ degrees: Double) -> Double {
            let whole = max(Int(degrees), 1)
            if let known = quantiles[whole] { return known }
            let value = StudentT.quantile(1 - tail / 2, degrees: Double(whole))
            quantiles[whole] = value
            return value
        }
        let count = groups.count
        return groups.indices.map { j in
            var rank = 1
            var greater = 0
            var less = 0
            for k in groups.indices where k != j {
                let difference = groups[k].mean - groups[j].mean
                if difference > 0 { rank += 1 }
                guard let inverse = pairs.inverseError(j, k) else { continue }
                let t = difference * inverse
                guard abs(t) > threshold(pairs.degrees(j, k)) else { continue }
                if t > 0 { greater += 1 } else { less += 1 }
            }
            return Rank(low: 1 + greater, rank: rank, high: count - less)
        }
    }

    /// The two-sided tail probability of a single comparison at which all pairs together keep the level.
    private func tailProbability(_ pairs: PairErrors, groups: [Influences]) -> Double {
        let usable = groups.indices.filter { groups[$0].variance > 0 }
        let count = usable.count * (usable.count - 1) / 2
        guard count > 1 else { return 1 - level }
        if usable.count > Self.most { return (1 - level) / Double(count) }
        var generator = SplitMix(seed: seed)
        let clusters = Set(groups.flatMap { $0.byCluster.map(\.cluster) }).sorted()
        let position = Dictionary(uniqueKeysWithValues: clusters.enumerated().map { ($1, $0) })
        let sparse = usable.map { j in
            groups[j].byCluster.map {
                (position[$0.cluster] ?? 0, $0.influence * pairs.scales[j])
            }
        }
        let inverses = pairs.matrix(of: usable)
        var largest: [Double] = []
        for _ in 0..<draws {
            let multipliers = normals(clusters.count, &generator)
            let errors = sparse.map { $0.reduce(0) { $0 + multipliers[$1.0] * $1.1 } }
            largest.append(Self.largestStatistic(errors, inverses))
        }
        largest.sort()
        let index = min(Int((level * Double(draws + 1)).rounded(.up)) - 1, draws - 1)
        return max(2 * (1 - Normal.cumulative(largest[max(index, 0)])), 1e-12)
    }

    private func normals(_ count: Int, _ generator: inout SplitMix) -> [Double] {
        var numbers: [Double] = []
        numbers.reserveCapacity(count + 1)
        while numbers.count < count {
            let (a, b) = generator.normals()
            numbers.append(a)
            numbers.append(b)
        }
        return numbers
    }

    private static func largestStatistic(_ errors: [Double], _ inverses: [Double]) -> Double {
        let n = errors.count
        var largest = 0.0
        errors.withUnsafeBufferPointer { e in
            inverses.withUnsafeBufferPointer { v in
                for j in 1..<n {
                    for k in 0..<j {
                        largest = max(largest, abs(e[j] - e[k]) * v[j * n + k])
                    }
                }
            }
        }
        return largest
    }
}

/// The standard errors of all differences between groups that may share clusters.
private struct PairErrors {
    /// √(G/(G−1)) of each group, 0 with one cluster.
    let scales: [Double]
    private let variances: [Double]
    private let sizes: [Int]
    /// Covariances of the pairs that share clusters.
    private let shared: [Int: Double]

    init(_ groups: [Influences]) {
        sizes = groups.map(\.byCluster.count)
        scales = sizes.map { $0 > 1 ? (Double($0) / Double($0 - 1)).squareRoot() : 0 }
        variances = groups.map { $0.byCluster.count > 1 ? $0.variance : 0 }
        var members: [Int: [(Int, Double)]] = [:]
        for (j, group) in groups.enumerated() where scales[j] > 0 {
            for part in group.byCluster {
                members[part.cluster, default: []].append((j, part.influence * scales[j]))
            }
        }
        var shared: [Int: Double] = [:]
        for cluster in members.keys.sorted() {
            let list = members[cluster] ?? []
            for (a, one) in list.enumerated() {
                for other in list[..<a] {
                    let key = max(one.0, other.0) * groups.count + min(one.0, other.0)
                    shared[key, default: 0] += one.1 * other.1
                }
            }
        }
        self.shared = shared
    }

    /// One over the standard error of the difference, or `nil` where either group's error is unknown.
    func inverseError(_ j: Int, _ k: Int) -> Double? {
        guard variances[j] > 0, variances[k] > 0 else { return nil }
        let covariance = shared[max(j, k) * sizes.count + min(j, k)] ?? 0
        let variance = variances[j] + variances[k] - 2 * covariance
        return variance > 1e-18 ? 1 / variance.squareRoot() : nil
    }

    /// Welch's degrees of freedom of the difference.
    func degrees(_ j: Int, _ k: Int) -> Double {
        let sum = variances[j] + variances[k]
        let bottom =
            variances[j] * variances[j] / Double(max(sizes[j] - 1, 1))
            + variances[k] * variances[k] / Double(max(sizes[k] - 1, 1))
        return bottom > 0 ? sum * sum / bottom : 1
    }

    /// The inverse errors of the given groups' pairs, 0 where unknown, row by row.
    func matrix(of usable: [Int]) -> [Double] {
        var matrix = [Double](repeating: 0, count: usable.count * usable.count)
        for a in usable.indices {
            for b in 0..<a {
                matrix[a * usable.count + b] = inverseError(usable[a], usable[b]) ?? 0
            }
        }
        return matrix
    }
}
