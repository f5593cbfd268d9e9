/// What several studies of the same thing say together, and how much they differ beyond their own noise: a random-effects
/// model with the moment estimator of DerSimonian and Laird (1986).
public struct RandomEffects: Sendable, Hashable {
    /// The mean of the effects, and the variance of that mean.
    public let mean: Double
    public let meanVariance: Double
    /// The variance of the effects between studies.
    public let between: Double
    /// How many studies went in.
    public let studies: Int

    /// The model of effects with their own variances, or `nil` with fewer than two.
    ///
    /// - Complexity: O(studies).
    public init?(_ effects: [(value: Double, variance: Double)]) {
        let known = effects.filter { $0.value.isFinite && $0.variance.isFinite && $0.variance > 0 }
        guard known.count > 1 else { return nil }
        let weights = known.map { 1 / $0.variance }
        let total = weights.reduce(0, +)
        let squares = weights.reduce(0) { $0 + $1 * $1 }
        let fixed = zip(known, weights).reduce(0) { $0 + $1.0.value * $1.1 } / total
        let spread = zip(known, weights).reduce(0) {
            $0 + $1.1 * ($1.0.value - fixed) * ($1.0.value - fixed)
        }
        let scale = total - squares / total
        between = scale > 0 ? max(0, (spread - Double(known.count - 1)) / scale) : 0
        let between = between
        let own = known.map { 1 / ($0.variance + between) }
        let sum = own.reduce(0, +)
        mean = zip(known, own).reduce(0) { $0 + $1.0.value * $1.1 } / sum
        meanVariance = 1 / sum
        studies = known.count
    }

    /// Whether the effect of a new study, known with a variance of its own from so many clusters, lies in the interval
    /// that ``corrected(_:by:bounds:method:)`` gives; never where that has none.
    package func expects(
        _ effect: Double, by mean: Double, variance: Double, clusters: Int, level: Double = 0.95
    ) -> Bool {
        let degrees = degrees(clusters)
        guard degrees >= 1 else { return false }
        let error = (variance + between + meanVariance).squareRoot()
        return abs(effect - mean)
            <= error * StudentT.quantile((1 + level) / 2, degrees: Double(degrees))
    }

    /// What is known of a new study's error: no more than of the studies before it, or of its own clusters.
    private func degrees(_ clusters: Int) -> Int { min(studies, clusters) - 1 }

    /// An estimate of a new study with what the studies before it tell of such estimates put in: their mean error taken
    /// off, and in the interval their differences beside the estimate's own variance. Where the estimate has no interval,
    /// the corrected one has none.
    ///
    /// - Parameter mean: the mean error to take off, where several effects have to agree with each other.
    public func corrected(
        _ estimate: Estimate, by mean: Double, bounds: ClosedRange<Double>, method: String
    ) -> Estimate {
        let value = min(max(estimate.value + mean, bounds.lowerBound), bounds.upperBound)
        guard let error = estimate.standardError, estimate.hasInterval else {
            return Estimate(
                value: value, level: estimate.level, items: estimate.items,
                clusters: estimate.clusters, method: method)
        }
        return .student(
            value, variance: error * error + between + meanVariance,
            degrees: degrees(estimate.clusters), level: estimate.level, bounds: bounds,
            items: estimate.items, clusters: estimate.clusters, method: method)
    }
}
