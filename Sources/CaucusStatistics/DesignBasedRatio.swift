/// A mean over the items that are what they were taken for, where a person looked at a probability sample of all.
///
/// Some of what a classifier counts should not be counted, so that the mean is a ratio: of Σ z y to Σ z, with z whether an
/// item counts and y its value. Numerator and denominator are each corrected as ``DesignBasedMean`` does (Egami,
/// Hinck, Stewart & Wei 2023), and the variance is that of the linearized ratio (Särndal, Swensson & Wretman 1992, 5.6),
/// summed by cluster. Where every item counts it is that mean.
public struct DesignBasedRatio: Sendable {
    /// One item of those that the sample was drawn from.
    public struct Item: Sendable, Hashable {
        /// How likely the item counts, and that probability times its value, as the classifier says.
        public var part: Double
        public var sum: Double
        /// The same as people say, or `nil` where nobody looked.
        public var label: Label?
        /// How likely the item was to be looked at.
        public var samplingProbability: Double
        /// The article, or the story.
        public var cluster: Int
        /// How much the item weighs; positive.
        public var weight: Double

        /// Whether an item counts, from 0 to 1, and that times its value.
        public struct Label: Sendable, Hashable {
            public var part: Double
            public var sum: Double

            /// Creates a label.
            public init(part: Double, sum: Double) {
                self.part = part
                self.sum = sum
            }
        }

        /// Creates an item.
        public init(
            part: Double = 1, sum: Double, label: Label? = nil, samplingProbability: Double,
            cluster: Int, weight: Double = 1
        ) {
            self.part = part
            self.sum = sum
            self.label = label
            self.samplingProbability = samplingProbability
            self.cluster = cluster
            self.weight = weight
        }
    }

    /// The coverage of the interval.
    public var level: Double
    /// Where the ratio can lie.
    public var bounds: ClosedRange<Double>?

    /// Creates the estimator.
    public init(level: Double = 0.95, bounds: ClosedRange<Double>? = nil) {
        precondition(level > 0 && level < 1, "a level of \(level) is not between 0 and 1")
        self.level = level
        self.bounds = bounds
    }

    /// The corrected ratio and its interval, whose Student quantile has as many degrees of freedom as labeled clusters
    /// less one.
    ///
    /// - Throws: as ``influences(of:)``.
    public func estimate(of items: [Item]) throws(StatisticsError) -> Estimate {
        let parts = try Self.influences(of: items)
        let labeled = Set(items.lazy.filter { $0.label != nil }.map(\.cluster))
        return .student(
            parts.mean, variance: parts.variance, degrees: labeled.count - 1, level: level,
            bounds: bounds, items: items.count, clusters: parts.byCluster.count,
            method: DesignBasedMean.method)
    }

    /// The corrected ratio, and how much each cluster pulls at it.
    ///
    /// - Throws: ``StatisticsError/noItems`` without any label, or where nothing counts, and
    ///   ``StatisticsError/notAProbability(index:value:)``.
    public static func influences(of items: [Item]) throws(StatisticsError) -> Influences {
        func mean(
            _ prediction: (Item) -> Double, _ label: (Item.Label) -> Double
        ) throws(StatisticsError) -> DesignBasedMean.Pulls {
            try DesignBasedMean.pulls(
                of: items.map { item in
                    DesignBasedMean.Item(
                        prediction: prediction(item), label: item.label.map(label),
                        samplingProbability: item.samplingProbability, cluster: item.cluster,
                        weight: item.weight)
                })
        }
        let sum = try mean(\.sum, \.sum)
        let part = try mean(\.part, \.part)
        guard part.mean > 0 else { throw .noItems }
        let ratio = sum.mean / part.mean
        let pulls = zip(sum.values, part.values).map { ($0 - ratio * $1) / part.mean }
        return Influences(mean: ratio, pulls: pulls, clusters: items.map(\.cluster))
    }
}
