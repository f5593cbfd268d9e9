public import CaucusStance
public import CaucusStatistics

/// How many of the counted quotations are what they are counted as, and of those how many take each side, by hand labels.
public struct CorrectedCounts: Sendable, Hashable {
    /// How many count, and how many take each side by the model's probabilities.
    public var counted: Int
    public var model: [Stance: Double]
    /// How many are what they are counted as.
    public var right: Estimate
    public var against: Estimate
    public var neutral: Estimate
    public var favor: Estimate

    /// The counts of `rows`, which weigh alike, or `nil` where too few are labeled.
    init?(_ rows: [CountedRow], level: Double) {
        let mean = RowMean(level: level, bounds: 0...1)
        func count(_ value: (StanceProbabilities) -> Double) -> Estimate? {
            mean.share(rows, value).map { Self.times(Double(rows.count), $0) }
        }
        guard let right = count({ $0.total }), let against = count({ $0.against }),
            let neutral = count({ $0.neutral }), let favor = count({ $0.favor })
        else { return nil }
        counted = rows.count
        model = Dictionary(
            uniqueKeysWithValues: Stance.allCases.map { stance in
                (stance, rows.reduce(0) { $0 + $1.probabilities[stance] })
            })
        self.right = right
        self.against = against
        self.neutral = neutral
        self.favor = favor
    }

    private static func times(_ factor: Double, _ share: Estimate) -> Estimate {
        var count = share
        count.value *= factor
        count.standardError = share.standardError.map { $0 * factor }
        count.low = share.low.map { $0 * factor }
        count.high = share.high.map { $0 * factor }
        return count
    }

    /// What the labels make of the counts, as one sentence without its end.
    var sentence: String {
        func words(_ estimate: Estimate) -> String {
            let value = Numbers.count(Int(max(estimate.value, 0).rounded()))
            guard let low = estimate.low, let high = estimate.high else { return value }
            return
                "\(value) (\(Numbers.count(Int(low.rounded()))) to \(Numbers.count(Int(high.rounded()))))"
        }
        func alone(_ stance: Stance) -> String {
            Numbers.count(Int((model[stance] ?? 0).rounded()))
        }
        return
            "of \(Numbers.count(counted, "counted quotation")), an estimated \(words(right)) are speech about the "
            + "leader by the speaker they are counted for: \(words(against)) of them against (the model alone says "
            + "\(alone(.against))), \(words(neutral)) neutral (\(alone(.neutral))), \(words(favor)) in favor "
            + "(\(alone(.favor))); shares are of these"
    }
}
