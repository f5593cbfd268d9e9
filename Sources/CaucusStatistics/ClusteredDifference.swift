/// The difference of two means whose values come in clusters that the two may share, with the interval of the joint
/// sandwich.
///
/// Two means over parts of the same articles are not independent, so that their own intervals say nothing of how far they
/// are apart. To first order the difference moves by a_g − b_g with a cluster g, where a and b are its influences on the
/// two means and 0 where it has no part in one; hence V = V_a + V_b − 2 cov(a, b) (the delta method for domain means:
/// Cochran 1977, §5A; Cameron & Miller 2015). The quantile is Student's with Welch's degrees of freedom, at most the
/// clusters of both together less one.
public struct ClusteredDifference: Sendable {
    /// The coverage of the interval.
    public var level: Double
    /// Where the difference can lie; the interval is cut to it.
    public var bounds: ClosedRange<Double>
    /// What else is known to vary, of which the clusters tell nothing: its variance, and from how many studies that is
    /// known.
    public var beside: (variance: Double, studies: Int)?
    /// What ``Estimate/method`` says.
    public var method: String

    /// Creates the estimator.
    public init(
        level: Double = 0.95, bounds: ClosedRange<Double> = -1...1,
        beside: (variance: Double, studies: Int)? = nil,
        method: String = "difference of means, clustered by article"
    ) {
        precondition(level > 0 && level < 1, "a level of \(level) is not between 0 and 1")
        self.level = level
        self.bounds = bounds
        self.beside = beside
        self.method = method
    }

    /// `first` less `second`, or another `value` that the same clusters move; without an interval where either of the two
    /// is of one cluster.
    ///
    /// - Parameter items: how many values went in, the shared ones once.
    /// - Complexity: O(clusters).
    public func estimate(
        _ first: Influences, less second: Influences, value: Double? = nil, items: Int
    ) -> Estimate {
        let (a, b) = (first.byCluster, second.byCluster)
        let other = Dictionary(uniqueKeysWithValues: b.map { ($0.cluster, $0.influence) })
        let shared = a.compactMap { part in other[part.cluster].map { part.influence * $0 } }
        let union = a.count + b.count - shared.count
        let value = value ?? first.mean - second.mean
        let scales = [a, b].map { $0.count > 1 ? Double($0.count) / Double($0.count - 1) : .nan }
        let covariance = shared.reduce(0, +) * (scales[0] * scales[1]).squareRoot()
        let variance = max(first.variance + second.variance - 2 * covariance, 0)
        var degrees = min(
            Self.welch(first.variance, a.count, second.variance, b.count), union - 1)
        if let beside { degrees = min(degrees, beside.studies - 1) }
        return .student(
            value, variance: variance + (beside?.variance ?? 0), degrees: degrees, level: level,
            bounds: bounds, items: items, clusters: union, method: method)
    }

    /// Welch's degrees of freedom, whole ones so that the interval is rather too wide; as many as both have where neither
    /// mean varies, none where a variance is not known.
    private static func welch(_ v: Double, _ m: Int, _ w: Double, _ n: Int) -> Int {
        guard v.isFinite, w.isFinite else { return 0 }
        let bottom = v * v / Double(m - 1) + w * w / Double(n - 1)
        return bottom > 0 ? max(Int((v + w) * (v + w) / bottom), 1) : m + n - 2
    }
}
