/// How wide the intervals of a mean will be once some of its items are labeled by hand.
///
/// The labels are not there yet: their spread is what the classifier's own probabilities tell, so that the widths are
/// those to expect where these are true. What ``DesignBasedRatio`` will report has, on average, the variance
/// (Σ ĝ² + Σ E(g − ĝ)² / π) / (Σ z)², with g = z (y − θ) and ĝ its expectation.
public struct LabelPower: Sendable {
    /// One item of those to draw from.
    public struct Item: Sendable, Hashable {
        /// How likely it counts.
        public var part: Double
        /// How likely each value is, where it counts; in the order of ``LabelPower/values``.
        public var probabilities: [Double]
        /// The article, or the story.
        public var cluster: Int

        /// Creates an item.
        public init(part: Double, probabilities: [Double], cluster: Int) {
            self.part = part
            self.probabilities = probabilities
            self.cluster = cluster
        }
    }

    /// What the mean is of: 0 and 1 for a share, −1, 0 and 1 for a difference.
    public var values: [Double]
    /// The coverage of the intervals.
    public var level: Double

    /// Creates the calculation.
    public init(values: [Double], level: Double = 0.95) {
        self.values = values
        self.level = level
    }

    /// Half the widths to expect: with the classifier's answers beside the labels, and of the labels alone; `nil` where
    /// nothing counts or fewer than two would be labeled.
    ///
    /// - Precondition: there is a probability an item, above 0.
    public func halfWidths(
        _ items: [Item], _ drawing: DrawingProbabilities
    ) -> (corrected: Double, alone: Double)? {
        precondition(
            items.count == drawing.values.count,
            "\(items.count) items, \(drawing.values.count) probabilities")
        let whole = items.reduce(0) { $0 + $1.part }
        guard whole > 0, drawing.count > 1 else { return nil }
        let mean = items.reduce(0) { $0 + $1.part * expectation($1) } / whole
        var (corrected, alone) = (0.0, 0.0)
        var byCluster: [Int: Double] = [:]
        for (item, p) in zip(items, drawing.values) {
            let guess = item.part * (expectation(item) - mean)
            let square = zip(values, item.probabilities).reduce(0) { sum, pair in
                sum + item.part * pair.1 * (pair.0 - mean) * (pair.0 - mean)
            }
            corrected += max(square - guess * guess, 0) / p
            alone += square / p
            byCluster[item.cluster, default: 0] += guess
        }
        // In the order of the clusters, since sums depend on their order in the last digit.
        corrected += byCluster.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }
        let clusters = min(drawing.count, byCluster.count)
        guard clusters > 1 else { return nil }
        let reach = StudentT.quantile((1 + level) / 2, degrees: Double(clusters - 1)) / whole
        return (reach * corrected.squareRoot(), reach * alone.squareRoot())
    }

    private func expectation(_ item: Item) -> Double {
        zip(values, item.probabilities).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
