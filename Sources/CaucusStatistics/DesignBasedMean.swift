/// A mean whose classifier errors are corrected by a hand-labeled probability sample.
///
/// Design-based supervised learning (Egami, Hinck, Stewart & Wei 2023) in its clustered, self-normalized
/// form: with a_i = R_i / π_i, θ = mean p_i + Σ a_i (y_i − p_i) / Σ a_i. It is unbiased whatever the
/// classifier does; a good classifier makes it narrow.
public struct DesignBasedMean: Sendable {
    /// One value of the population.
    public struct Item: Sendable, Hashable {
        /// What the classifier says.
        public var prediction: Double
        /// What a person says, or `nil` where nobody looked.
        public var label: Double?
        /// How likely the item was to be looked at.
        public var samplingProbability: Double
        /// The article, or the story.
        public var cluster: Int

        /// Creates an item.
        public init(
            prediction: Double, label: Double? = nil, samplingProbability: Double, cluster: Int
        ) {
            self.prediction = prediction
            self.label = label
            self.samplingProbability = samplingProbability
            self.cluster = cluster
        }
    }

    /// The coverage of the interval.
    public var level: Double
    /// Where the mean can lie.
    public var bounds: ClosedRange<Double>?
    /// What ``Estimate/method`` says.
    public static let method = "design-based with hand labels, clustered by article"

    /// Creates the estimator.
    public init(level: Double = 0.95, bounds: ClosedRange<Double>? = nil) {
        precondition(level > 0 && level < 1, "a level of \(level) is not between 0 and 1")
        self.level = level
        self.bounds = bounds
    }

    /// The corrected mean and its interval.
    ///
    /// The interval's Student quantile has as many degrees of freedom as labeled clusters less one; with
    /// fewer than two of them there is no interval.
    /// - Throws: ``StatisticsError/noItems`` without any label, and
    ///   ``StatisticsError/notAProbability(index:value:)``.
    public func estimate(of items: [Item]) throws(StatisticsError) -> Estimate {
        let n = Double(items.count)
        var predicted = 0.0
        var weight = 0.0
        var correction = 0.0
        for (i, item) in items.enumerated() {
            predicted += item.prediction
            guard let y = item.label else { continue }
            guard item.samplingProbability > 0, item.samplingProbability <= 1 else {
                throw .notAProbability(index: i, value: item.samplingProbability)
            }
            weight += 1 / item.samplingProbability
            correction += (y - item.prediction) / item.samplingProbability
        }
        guard weight > 0 else { throw .noItems }
        let mean = predicted / n
        let rectifier = correction / weight
        var sums: [Int: Double] = [:]
        var labeled: Set<Int> = []
        for item in items {
            var d = item.prediction - mean
            if let y = item.label {
                let a = 1 / item.samplingProbability
                d += a * n / weight * ((y - item.prediction) - rectifier)
                labeled.insert(item.cluster)
            }
            sums[item.cluster, default: 0] += d
        }
        // Sorted, because a sum in a dictionary's order differs in its last bits from run to run.
        let squares = sums.values.map { $0 * $0 }.sorted().reduce(0, +)
        let g = Double(sums.count)
        let variance = g > 1 ? g / (g - 1) * squares / (n * n) : .nan
        return .student(
            mean + rectifier, variance: variance, degrees: labeled.count - 1, level: level,
            bounds: bounds, items: items.count, clusters: sums.count, method: Self.method)
    }
}
