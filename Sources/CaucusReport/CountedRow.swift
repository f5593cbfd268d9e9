import CaucusStance
import CaucusStatistics

/// A quotation that counts: what the model says, what a person says, and in which story it stands.
struct CountedRow {
    var probabilities: StanceProbabilities
    /// The share of people who read each stance in it, or `nil` where nobody looked.
    var label: StanceProbabilities?
    var samplingProbability: Double
    var cluster: Int
    var weight: Double

    /// Hand labels correct a mean only where there are this many, in this many stories: fewer would trade the
    /// classifier's error for noise.
    static let leastLabels = 10
    static let leastClusters = 5

    static func areCorrectable(_ rows: [CountedRow]) -> Bool {
        let labeled = rows.filter { $0.label != nil }
        return labeled.count >= leastLabels && Set(labeled.map(\.cluster)).count >= leastClusters
    }
}

/// The mean of a number over rows: design-based where enough of them are labeled, plain otherwise.
struct RowMean {
    var level: Double
    var bounds: ClosedRange<Double>

    func estimate(
        _ rows: [CountedRow], _ value: (StanceProbabilities) -> Double
    ) -> Estimate? {
        if CountedRow.areCorrectable(rows) {
            return try? DesignBasedMean(level: level, bounds: bounds).estimate(
                of: Self.items(rows, value))
        }
        return ClusteredMean(level: level, bounds: bounds).estimate(
            of: rows.map { value($0.probabilities) }, clusters: rows.map(\.cluster),
            weights: rows.map(\.weight))
    }

    /// What each story pulls at the net stance, by the estimator that ``estimate(_:_:)`` takes.
    static func netInfluences(_ rows: [CountedRow]) -> Influences? {
        if CountedRow.areCorrectable(rows) {
            return try? DesignBasedMean.influences(of: items(rows) { $0.net })
        }
        return Influences(
            rows.map(\.probabilities.net), clusters: rows.map(\.cluster),
            weights: rows.map(\.weight))
    }

    private static func items(
        _ rows: [CountedRow], _ value: (StanceProbabilities) -> Double
    ) -> [DesignBasedMean.Item] {
        rows.map {
            DesignBasedMean.Item(
                prediction: value($0.probabilities), label: $0.label.map(value),
                samplingProbability: $0.samplingProbability, cluster: $0.cluster, weight: $0.weight)
        }
    }
}
