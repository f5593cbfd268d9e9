import CaucusStance
import CaucusStatistics

/// A quotation that counts: what the model says, what a person says, and in which story it stands.
struct CountedRow {
    var probabilities: StanceProbabilities
    /// How likely it is what it is counted as; 1 where nobody was asked.
    var part = 1.0
    /// The share of people who read each stance in it, or `nil` where nobody looked; together the share of those for
    /// whom it is what it is counted as.
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
///
/// Where people were asked whether a quotation is what it is counted as, the corrected mean is over those that are.
struct RowMean {
    var level: Double
    var bounds: ClosedRange<Double>

    func estimate(
        _ rows: [CountedRow], _ value: (StanceProbabilities) -> Double
    ) -> Estimate? {
        if CountedRow.areCorrectable(rows) {
            return try? DesignBasedRatio(level: level, bounds: bounds).estimate(
                of: Self.items(rows, value))
        }
        return ClusteredMean(level: level, bounds: bounds).estimate(
            of: rows.map { value($0.probabilities) }, clusters: rows.map(\.cluster),
            weights: rows.map(\.weight))
    }

    /// The share of the rows that are what they are counted as and of which `value` holds, by hand labels; `nil` where too
    /// few are labeled.
    func share(
        _ rows: [CountedRow], _ value: (StanceProbabilities) -> Double
    ) -> Estimate? {
        guard CountedRow.areCorrectable(rows) else { return nil }
        return try? DesignBasedMean(level: level, bounds: bounds).estimate(
            of: rows.map {
                DesignBasedMean.Item(
                    prediction: $0.part * value($0.probabilities), label: $0.label.map(value),
                    samplingProbability: $0.samplingProbability, cluster: $0.cluster,
                    weight: $0.weight)
            })
    }

    /// What each story pulls at the net stance, by the estimator that ``estimate(_:_:)`` takes.
    static func netInfluences(_ rows: [CountedRow]) -> Influences? {
        if CountedRow.areCorrectable(rows) {
            return try? DesignBasedRatio.influences(of: items(rows) { $0.net })
        }
        return Influences(
            rows.map(\.probabilities.net), clusters: rows.map(\.cluster),
            weights: rows.map(\.weight))
    }

    private static func items(
        _ rows: [CountedRow], _ value: (StanceProbabilities) -> Double
    ) -> [DesignBasedRatio.Item] {
        rows.map { row in
            DesignBasedRatio.Item(
                part: row.part, sum: row.part * value(row.probabilities),
                label: row.label.map { .init(part: $0.total, sum: value($0)) },
                samplingProbability: row.samplingProbability, cluster: row.cluster,
                weight: row.weight)
        }
    }
}

extension StanceProbabilities {
    /// What the three sum to: 1, or of labels the share of people for whom the quotation is what it is counted as.
    var total: Double { against + neutral + favor }
}
