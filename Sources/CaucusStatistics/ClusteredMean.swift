/// A mean of values that come in clusters, with the interval of the cluster sandwich.
///
/// Quotations of one article are not independent; counting them as if they were makes intervals far too
/// narrow. With weights w, the mean is θ = Σ w x / Σ w, the influence of a value w (x − θ) / Σ w, and
/// V = G/(G−1) Σ_g (Σ_{i∈g} influence_i)². The interval is θ ± t(G−1) √V.
public struct ClusteredMean: Sendable {
    /// The coverage of the interval.
    public var level: Double
    /// Where the mean can lie; the interval is cut to it.
    public var bounds: ClosedRange<Double>?
    /// What ``Estimate/method`` says.
    public var method: String

    /// Creates the estimator.
    public init(
        level: Double = 0.95, bounds: ClosedRange<Double>? = nil,
        method: String = "mean of probabilities, clustered by article"
    ) {
        precondition(level > 0 && level < 1, "a level of \(level) is not between 0 and 1")
        self.level = level
        self.bounds = bounds
        self.method = method
    }

    /// The mean of `values` and its interval, or `nil` where there is no value.
    ///
    /// One cluster gives a mean without an interval: nothing in it tells how another article would differ.
    /// - Precondition: the arrays are of one length, the weights positive.
    /// - Complexity: O(n).
    public func estimate(
        of values: [Double], clusters: [Int], weights: [Double]? = nil
    ) -> Estimate? {
        guard let parts = Influences(values, clusters: clusters, weights: weights) else {
            return nil
        }
        return .student(
            parts.mean, variance: parts.variance, degrees: parts.byCluster.count - 1, level: level,
            bounds: bounds, items: values.count, clusters: parts.byCluster.count, method: method)
    }
}

/// How much each cluster pulls at a mean: what the sandwich and the rank bootstrap are made of.
public struct Influences: Sendable {
    /// The weighted mean.
    public var mean: Double
    /// The clusters in order of appearance, with the sum of their values' influences.
    public var byCluster: [(cluster: Int, influence: Double)]

    /// Computes the mean and the influences, or `nil` without values.
    ///
    /// - Precondition: the arrays are of one length, the weights positive.
    public init?(_ values: [Double], clusters: [Int], weights: [Double]? = nil) {
        precondition(
            values.count == clusters.count, "\(values.count) values, \(clusters.count) clusters")
        if let weights {
            precondition(
                values.count == weights.count, "\(values.count) values, \(weights.count) weights")
        }
        guard !values.isEmpty else { return nil }
        let total = weights.map { $0.reduce(0, +) } ?? Double(values.count)
        precondition(total > 0, "the weights sum to \(total)")
        var sum = 0.0
        for i in values.indices { sum += (weights?[i] ?? 1) * values[i] }
        let mean = sum / total
        let pulls = values.indices.map { (weights?[$0] ?? 1) * (values[$0] - mean) / total }
        self.init(mean: mean, pulls: pulls, clusters: clusters)
    }

    /// Sums what single values pull, cluster by cluster.
    init(mean: Double, pulls: [Double], clusters: [Int]) {
        self.mean = mean
        var numbering = Numbering<Int>()
        byCluster = []
        for (pull, cluster) in zip(pulls, clusters) {
            let place = numbering.number(of: cluster)
            if place == byCluster.count {
                byCluster.append((cluster, pull))
            } else {
                byCluster[place].influence += pull
            }
        }
    }

    /// G/(G−1) Σ_g influence_g², or not a number with one cluster.
    public var variance: Double {
        let n = Double(byCluster.count)
        guard n > 1 else { return .nan }
        return n / (n - 1) * byCluster.reduce(0) { $0 + $1.influence * $1.influence }
    }
}
