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
        /// How much the item counts in the mean; positive.
        public var weight: Double

        /// Creates an item.
        public init(
            prediction: Double, label: Double? = nil, samplingProbability: Double, cluster: Int,
            weight: Double = 1
        ) {
            self.prediction = prediction
            self.label = label
            self.samplingProbability = samplingProbability
            self.cluster = cluster
            self.weight = weight
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
        let parts = try Self.influences(of: items)
        let labeled = Set(items.lazy.filter { $0.label != nil }.map(\.cluster))
        return .student(
            parts.mean, variance: parts.variance, degrees: labeled.count - 1, level: level,
            bounds: bounds, items: items.count, clusters: parts.byCluster.count,
            method: Self.method)
    }

    /// The corrected mean, and how much each cluster pulls at it.
    ///
    /// - Throws: as ``estimate(of:)``.
    public static func influences(of items: [Item]) throws(StatisticsError) -> Influences {
        let pulls = try pulls(of: items)
        return Influences(mean: pulls.mean, pulls: pulls.values, clusters: items.map(\.cluster))
    }

    /// A corrected mean, and how much each item pulls at it.
    struct Pulls {
        var mean: Double
        var values: [Double]
    }

    /// The corrected mean, and how much each item pulls at it.
    static func pulls(of items: [Item]) throws(StatisticsError) -> Pulls {
        var total = 0.0
        var predicted = 0.0
        var sampled = 0.0
        var correction = 0.0
        for (i, item) in items.enumerated() {
            total += item.weight
            predicted += item.weight * item.prediction
            guard let y = item.label else { continue }
            guard item.samplingProbability > 0, item.samplingProbability <= 1 else {
                throw .notAProbability(index: i, value: item.samplingProbability)
            }
            let a = item.weight / item.samplingProbability
            sampled += a
            correction += a * (y - item.prediction)
        }
        guard sampled > 0, total > 0 else { throw .noItems }
        let mean = predicted / total
        let rectifier = correction / sampled
        let pulls = items.map { item -> Double in
            let own = item.weight * (item.prediction - mean) / total
            guard let y = item.label else { return own }
            let a = item.weight / item.samplingProbability
            return own + a / sampled * ((y - item.prediction) - rectifier)
        }
        return Pulls(mean: mean + rectifier, values: pulls)
    }
}
