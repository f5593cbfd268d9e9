/// The share of values that are true, where values come in clusters, with the interval of Korn and Graubard (1998).
///
/// The sandwich of a share at 0 or 1 is nothing, and near them too narrow. This takes the exact interval of Clopper and
/// Pearson at the size of an independent sample that would tell as much: n* = p (1 − p) / V, times (t(n − 1) / t(G − 1))²,
/// at most n; where all values are alike, the number of clusters.
public struct ClusteredShare: Sendable {
    /// The coverage of the interval.
    public var level: Double
    /// What ``Estimate/method`` says.
    public static let method = "share, clustered by article (Korn and Graubard)"

    /// Creates the estimator.
    public init(level: Double = 0.95) {
        precondition(level > 0 && level < 1, "a level of \(level) is not between 0 and 1")
        self.level = level
    }

    /// How many values each cluster has.
    public struct Sizes: Sendable, Hashable {
        fileprivate var byCluster: [Int: Int] = [:]
        fileprivate var total = 0
        fileprivate var squares: Int { byCluster.values.reduce(0) { $0 + $1 * $1 } }

        /// Counts the values whose clusters are given.
        public init(_ clusters: [Int]) {
            for cluster in clusters { byCluster[cluster, default: 0] += 1 }
            total = clusters.count
        }
    }

    /// The share and its interval, or `nil` without values; one cluster gives a share without an interval.
    ///
    /// - Precondition: the arrays are of one length.
    /// - Complexity: O(n).
    public func estimate(of values: [Bool], clusters: [Int]) -> Estimate? {
        precondition(
            values.count == clusters.count, "\(values.count) values, \(clusters.count) clusters")
        let hits = zip(values, clusters).compactMap { $0 ? $1 : nil }
        return estimate(ofHitsIn: hits, among: Sizes(clusters))
    }

    /// The same where the clusters of all true values are given, and the sizes of all clusters.
    ///
    /// - Precondition: every cluster of a true value is among the sizes.
    /// - Complexity: O(true values + clusters).
    public func estimate(ofHitsIn clusters: [Int], among sizes: Sizes) -> Estimate? {
        guard sizes.total > 0 else { return nil }
        let (n, groups) = (Double(sizes.total), sizes.byCluster.count)
        let share = Double(clusters.count) / n
        var result = Estimate(
            value: share, level: level, items: sizes.total, clusters: groups, method: Self.method)
        guard groups > 1 else { return result }
        // Σ (h_g − p n_g)² without the clusters of no hit: whole numbers, so that their order does not matter.
        var (hits, crossed) = (0, 0)
        for (cluster, count) in Sizes(clusters).byCluster {
            hits += count * count
            crossed += count * (sizes.byCluster[cluster] ?? 0)
        }
        let squares =
            Double(hits) - 2 * share * Double(crossed) + share * share * Double(sizes.squares)
        let variance = max(squares, 0) / (n * n) * Double(groups) / Double(groups - 1)
        let size = effective(share, variance, sizes)
        let (some, tail) = (share * size, (1 - level) / 2)
        result.standardError = variance.squareRoot()
        result.low = clusters.isEmpty ? 0 : Beta.quantile(tail, some, size - some + 1)
        result.high =
            clusters.count == sizes.total ? 1 : Beta.quantile(1 - tail, some + 1, size - some)
        return result
    }

    /// The same where values weigh differently; where all are alike, the size is that of clusters that weigh alike and vary
    /// as much, (Σ W_g)² / Σ W_g² (Kish 1965).
    ///
    /// - Precondition: the arrays are of one length, and weights above 0.
    /// - Complexity: O(n).
    public func estimate(of values: [Bool], clusters: [Int], weights: [Double]) -> Estimate? {
        precondition(
            values.count == clusters.count && values.count == weights.count,
            "\(values.count) values, \(clusters.count) clusters, \(weights.count) weights")
        guard !values.isEmpty else { return nil }
        let numbers = clusters.numbered()
        let whole = weights.reduce(0, +)
        let share = zip(values, weights).reduce(0) { $0 + ($1.0 ? $1.1 : 0) } / whole
        let groups = (numbers.max() ?? 0) + 1
        var pulls = [Double](repeating: 0, count: groups)
        var masses = pulls
        for i in values.indices {
            pulls[numbers[i]] += weights[i] * ((values[i] ? 1 : 0) - share) / whole
            masses[numbers[i]] += weights[i] / whole
        }
        var result = Estimate(
            value: share, level: level, items: values.count, clusters: groups, method: Self.method)
        guard groups > 1 else { return result }
        let areAlike = Set(values).count == 1
        let variance =
            areAlike
            ? 0
            : pulls.reduce(0) { $0 + $1 * $1 } * Double(groups) / Double(groups - 1)
        let size =
            areAlike
            ? 1 / masses.reduce(0) { $0 + $1 * $1 }
            : effective(share, variance, items: Double(values.count), groups: groups)
        let (some, tail) = (share * size, (1 - level) / 2)
        result.standardError = variance.squareRoot()
        result.low = values.contains(true) ? Beta.quantile(tail, some, size - some + 1) : 0
        result.high = values.contains(false) ? Beta.quantile(1 - tail, some + 1, size - some) : 1
        return result
    }

    /// How many independent values would tell as much.
    private func effective(_ share: Double, _ variance: Double, _ sizes: Sizes) -> Double {
        let groups = sizes.byCluster.count
        let spread = share * (1 - share)
        guard spread > 0 else { return Double(groups) }
        return effective(share, variance, items: Double(sizes.total), groups: groups)
    }

    private func effective(
        _ share: Double, _ variance: Double, items n: Double, groups: Int
    ) -> Double {
        let spread = share * (1 - share)
        guard variance > 0 else { return n }
        let tail = (1 + level) / 2
        let few = StudentT.quantile(tail, degrees: Double(groups - 1))
        let many = StudentT.quantile(tail, degrees: n - 1)
        return min(max(spread / variance * (many / few) * (many / few), 1), n)
    }
}

extension [Int] {
    /// Numbers from 0 in place of others, in the order in which they occur.
    fileprivate func numbered() -> [Int] {
        var numbering = Numbering<Int>()
        return map { numbering.number(of: $0) }
    }
}
