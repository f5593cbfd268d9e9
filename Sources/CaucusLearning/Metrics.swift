import Foundation
public import CaucusMatrix

/// How well probabilities foretell labels, with intervals from a bootstrap over groups.
public struct Metrics: Sendable, Codable, Equatable {
    /// One bin of a reliability table.
    public struct Bin: Sendable, Codable, Equatable {
        /// The rows in the bin.
        public var count: Int
        /// The mean probability of the class that was foretold.
        public var confidence: Double
        /// The share of rows where it was right.
        public var accuracy: Double
    }

    /// The number of rows.
    public var rows: Int
    /// The number of groups that were drawn; 1 means that no interval can be estimated.
    public var groups: Int
    /// The mean of the F1 of the classes that occur.
    public var macroF1: Interval
    /// The mean F1 of the classes of interest; SemEval's F_avg where those are favor and against.
    public var averageF1: Interval
    /// The share of rows foretold rightly.
    public var accuracy: Interval
    /// The F1 of each class.
    public var f1: [Interval]
    /// Of the rows foretold as the class, the share that are of it.
    public var precision: [Interval]
    /// Of the rows of the class, the share foretold as it.
    public var recall: [Interval]
    /// The mean cross-entropy, in nats; probabilities below 10⁻¹⁵ count as that.
    public var logLoss: Interval
    /// The mean squared distance between probabilities and label, from 0 to 2.
    public var brier: Interval
    /// Rows by label and class foretold.
    public var confusion: [[Int]]
    /// The expected calibration error over bins of equal mass.
    public var calibrationError: CalibrationError

    /// The metrics of `probabilities` against `labels`.
    ///
    /// - Parameters:
    ///   - groups: rows of one group are drawn together; each row alone by default.
    ///   - interest: the classes that ``averageF1`` averages; all by default.
    ///   - resamples: the draws of the bootstrap.
    /// - Complexity: O(rows + resamples × groups × classes²).
    public init(
        probabilities: Matrix, labels: [Int], groups: [Int]? = nil, interest: [Int]? = nil,
        resamples: Int = 1000, seed: UInt64 = 1
    ) {
        precondition(
            probabilities.rows == labels.count,
            "\(probabilities.rows) rows of probabilities, \(labels.count) labels")
        precondition(
            groups == nil || groups?.count == labels.count,
            "\(labels.count) labels, \(groups?.count ?? 0) groups")
        let tallies = Tally.byGroup(probabilities, labels, groups ?? Array(labels.indices))
        let interest = interest ?? Array(0..<probabilities.columns)
        let whole = Tally.sum(tallies, classes: probabilities.columns)
        var draws: [Tally.Scores] = []
        if tallies.count > 1 {
            var random = SplitMix(seed: seed)
            for _ in 0..<resamples {
                var total = Tally(classes: probabilities.columns)
                for _ in tallies.indices {
                    total.add(tallies[Int.random(in: tallies.indices, using: &random)])
                }
                draws.append(total.scores(interest))
            }
        }
        let scores = whole.scores(interest)
        func interval(_ of: (Tally.Scores) -> Double) -> Interval {
            Interval(of(scores), draws: draws.map(of))
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
        confusion = classes.map { a in classes.map { Int(whole.confusion[a * classes.count + $0]) }
        }
        calibrationError = CalibrationError(
            probabilities: probabilities, labels: labels, seed: seed)
    }
}

/// The sums over some rows that every metric is made of.
struct Tally {
    let classes: Int
    var confusion: [Double]
    var logLoss = 0.0
    var brier = 0.0
    var rows = 0.0

    init(classes: Int) {
        self.classes = classes
        confusion = [Double](repeating: 0, count: classes * classes)
    }

    mutating func add(_ other: Tally) {
        for n in confusion.indices { confusion[n] += other.confusion[n] }
        logLoss += other.logLoss
        brier += other.brier
        rows += other.rows
    }

    mutating func add(_ p: ArraySlice<Double>, label: Int) {
        var best = 0
        for (k, value) in p.enumerated() {
            if value > p[p.startIndex + best] { best = k }
            let error = value - (k == label ? 1 : 0)
            brier += error * error
        }
        confusion[label * classes + best] += 1
        logLoss -= log(max(p[p.startIndex + label], 1e-15))
        rows += 1
    }

    static func byGroup(_ probabilities: Matrix, _ labels: [Int], _ groups: [Int]) -> [Tally] {
        var numbers: [Int: Int] = [:]
        var tallies: [Tally] = []
        for (i, group) in groups.enumerated() {
            let n = numbers[group] ?? tallies.count
            if n == tallies.count {
                numbers[group] = n
                tallies.append(Tally(classes: probabilities.columns))
            }
            tallies[n].add(probabilities[row: i], label: labels[i])
        }
        return tallies
    }

    static func sum(_ tallies: [Tally], classes: Int) -> Tally {
        var total = Tally(classes: classes)
        for tally in tallies { total.add(tally) }
        return total
    }

    struct Scores {
        var macroF1 = 0.0
        var averageF1 = 0.0
        var accuracy = 0.0
        var f1: [Double] = []
        var precision: [Double] = []
        var recall: [Double] = []
        var logLoss = 0.0
        var brier = 0.0
    }

    /// The metrics of these sums; a share of nothing is 0, as in scikit-learn.
    func scores(_ interest: [Int]) -> Scores {
        var scores = Scores()
        var occurring: [Double] = []
        for k in 0..<classes {
            let right = confusion[k * classes + k]
            let labeled = (0..<classes).reduce(0) { $0 + confusion[k * classes + $1] }
            let foretold = (0..<classes).reduce(0) { $0 + confusion[$1 * classes + k] }
            scores.precision.append(foretold > 0 ? right / foretold : 0)
            scores.recall.append(labeled > 0 ? right / labeled : 0)
            scores.f1.append(labeled + foretold > 0 ? 2 * right / (labeled + foretold) : 0)
            if labeled + foretold > 0 { occurring.append(scores.f1[k]) }
            scores.accuracy += right
        }
        let n = max(rows, 1)
        scores.macroF1 = occurring.reduce(0, +) / Double(max(occurring.count, 1))
        scores.averageF1 =
            interest.reduce(0) { $0 + scores.f1[$1] } / Double(max(interest.count, 1))
        scores.accuracy /= n
        scores.logLoss = logLoss / n
        scores.brier = brier / n
        return scores
    }
}
