public import CaucusMatrix

/// How well probabilities foretell labels, with intervals from a bootstrap over groups.
public struct Metrics: Sendable, Codable, Equatable {
    /// The number of rows.
    public var rows: Int
    /// The number of groups that were drawn; 1 means that no interval can be estimated.
    public var groups: Int
    /// The mean of the F1 of the classes that occur.
    public var macroF1: Estimate
    /// The mean F1 of the classes of interest; SemEval's F_avg where those are favor and against.
    public var averageF1: Estimate
    /// The share of rows foretold rightly.
    public var accuracy: Estimate
    /// The F1 of each class.
    public var f1: [Estimate]
    /// Of the rows foretold as the class, the share that are of it.
    public var precision: [Estimate]
    /// Of the rows of the class, the share foretold as it.
    public var recall: [Estimate]
    /// The mean cross-entropy, in nats; probabilities below 10⁻¹⁵ count as that.
    public var logLoss: Estimate
    /// The mean squared distance between probabilities and label, from 0 to 2.
    public var brier: Estimate
    /// Rows by label and class foretold, each counted once.
    public var confusion: [[Int]]
    /// The expected calibration error over bins of equal mass.
    public var calibrationError: CalibrationError

    /// The metrics of `probabilities` against `labels`.
    ///
    /// - Parameters:
    ///   - groups: rows of one group are drawn together; each row alone by default.
    ///   - weights: what each row counts, above 0; all alike by default. Of a sample that is the inverse of the chance to
    ///     be drawn (Hájek 1971); drawn groups keep their weights (Rao, Wu & Yue 1992).
    ///   - interest: the classes that ``averageF1`` averages; all by default.
    ///   - resamples: the draws of the bootstrap.
    /// - Complexity: O(rows + resamples × (groups + classes²)).
    public init(
        probabilities: Matrix, labels: [Int], groups: [Int]? = nil, weights: [Double]? = nil,
        interest: [Int]? = nil, resamples: Int = 1000, seed: UInt64 = 1
    ) {
        precondition(
            probabilities.rows == labels.count,
            "\(probabilities.rows) rows of probabilities, \(labels.count) labels")
        precondition(
            groups == nil || groups?.count == labels.count,
            "\(labels.count) labels, \(groups?.count ?? 0) groups")
        precondition(
            weights == nil || weights?.count == labels.count,
            "\(labels.count) labels, \(weights?.count ?? 0) weights")
        let tallies = GroupTallies(
            probabilities, labels: labels, groups: groups ?? Array(labels.indices),
            weights: weights)
        let interest = interest ?? Array(0..<probabilities.columns)
        let whole = tallies.whole
        let scores = whole.scores(interest)
        let draws = tallies.scores(resamples: resamples, seed: seed, interest: interest)
        func interval(_ of: (Tally.Scores) -> Double) -> Estimate {
            Estimate(
                of(scores), draws: draws.map(of), items: labels.count, clusters: tallies.count)
        }
        let classes = 0..<probabilities.columns
        rows = labels.count
        self.groups = tallies.count
        macroF1 = interval { $0.macroF1 }
        averageF1 = interval { $0.averageF1 }
        accuracy = interval { $0.accuracy }
        f1 = classes.map { k in interval { $0.f1[k] } }
        precision = classes.map { k in interval { $0.precision[k] } }
        recall = classes.map { k in interval { $0.recall[k] } }
        logLoss = interval { $0.logLoss }
        brier = interval { $0.brier }
        confusion = Self.confusion(probabilities, labels)
        calibrationError = CalibrationError(
            probabilities: probabilities, labels: labels, weights: weights, seed: seed)
    }

    private static func confusion(_ probabilities: Matrix, _ labels: [Int]) -> [[Int]] {
        let row = [Int](repeating: 0, count: probabilities.columns)
        var counts = [[Int]](repeating: row, count: probabilities.columns)
        for (label, answer) in zip(labels, probabilities.largestColumns) {
            counts[label][answer] += 1
        }
        return counts
    }

    /// The macro-F1 of answers alone, without intervals.
    ///
    /// - Precondition: answers and labels lie in `0..<classes`.
    public static func macroF1(of answers: [Int], labels: [Int], classes: Int) -> Double {
        precondition(
            answers.count == labels.count, "\(answers.count) answers, \(labels.count) labels")
        return Tally.macroF1(of: answers, labels: labels, classes: classes)
    }
}
