import CaucusMatrix
import Foundation

/// The sums over some rows that every metric is made of.
struct Tally {
    let classes: Int
    /// Rows by label and class foretold, by what they weigh.
    var confusion: [Double]
    /// The cross-entropy, and the squared distance between probabilities and label.
    var losses = SIMD2<Double>.zero

    init(classes: Int) {
        self.classes = classes
        confusion = [Double](repeating: 0, count: classes * classes)
    }

    /// The place in ``confusion`` of one row, and its losses.
    static func row(
        _ p: UnsafeBufferPointer<Double>, label: Int
    ) -> (cell: Int, losses: SIMD2<Double>) {
        var best = 0
        var brier = 0.0
        for k in 0..<p.count {
            if p[k] > p[best] { best = k }
            let error = p[k] - (k == label ? 1 : 0)
            brier += error * error
        }
        return (label * p.count + best, [-log(max(p[label], 1e-15)), brier])
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
        var (rights, rows) = (0.0, 0.0)
        for k in 0..<classes {
            let right = confusion[k * classes + k]
            let labeled = (0..<classes).reduce(0.0) { $0 + confusion[k * classes + $1] }
            let foretold = (0..<classes).reduce(0.0) { $0 + confusion[$1 * classes + k] }
            scores.precision.append(Self.share(right, of: foretold))
            scores.recall.append(Self.share(right, of: labeled))
            scores.f1.append(Self.share(2 * right, of: labeled + foretold))
            if labeled + foretold > 0 { occurring.append(scores.f1[k]) }
            rights += right
            rows += labeled
        }
        // Without rows all sums are 0.
        let n = rows > 0 ? rows : 1
        scores.macroF1 = occurring.reduce(0, +) / Double(max(occurring.count, 1))
        scores.averageF1 =
            interest.reduce(0) { $0 + scores.f1[$1] } / Double(max(interest.count, 1))
        scores.accuracy = rights / n
        scores.logLoss = losses[0] / n
        scores.brier = losses[1] / n
        return scores
    }

    /// The mean F1 of the classes that occur among labels or answers.
    static func macroF1(of answers: [Int], labels: [Int], classes: Int) -> Double {
        var tally = Tally(classes: classes)
        for (answer, label) in zip(answers, labels) {
            tally.confusion[label * classes + answer] += 1
        }
        return tally.scores([]).macroF1
    }

    private static func share(_ part: Double, of whole: Double) -> Double {
        whole > 0 ? part / whole : 0
    }
}

/// The tallies of groups of rows, and the same of groups drawn with replacement.
struct GroupTallies {
    private let classes: Int
    /// A cell of the confusion table, and what its rows weigh.
    private struct Cell: Hashable {
        var cell: Int
        var weight: Double
    }

    /// The cells of each pattern of the confusion table.
    private var patterns: [[Cell]] = []
    private var patternOfGroup: [Int] = []
    private var losses: [SIMD2<Double>] = []

    /// The number of groups.
    var count: Int { losses.count }

    /// - Parameter weights: what each row counts; all 1 where `nil`.
    init(_ probabilities: Matrix, labels: [Int], groups: [Int], weights: [Double]? = nil) {
        classes = probabilities.columns
        var numbering = Numbering<Int>()
        var cells: [[Cell]] = []
        probabilities.values.withUnsafeBufferPointer { values in
            for (i, group) in groups.enumerated() {
                let place = numbering.number(of: group)
                if place == cells.count {
                    cells.append([])
                    losses.append(.zero)
                }
                let p = UnsafeBufferPointer(rebasing: values[(i * classes)..<((i + 1) * classes)])
                let row = Tally.row(p, label: labels[i])
                let weight = weights?[i] ?? 1
                cells[place].append(Cell(cell: row.cell, weight: weight))
                losses[place] += weights == nil ? row.losses : weight * row.losses
            }
        }
        var kinds = Numbering<[Cell]>()
        for group in cells {
            let key =
                group.count > 1
                ? group.sorted { ($0.cell, $0.weight) < ($1.cell, $1.weight) } : group
            let pattern = kinds.number(of: key)
            if pattern == patterns.count { patterns.append(Self.summed(key)) }
            patternOfGroup.append(pattern)
        }
    }

    private static func summed(_ cells: [Cell]) -> [Cell] {
        var result: [Cell] = []
        for cell in cells {
            if result.last?.cell == cell.cell {
                result[result.count - 1].weight += cell.weight
            } else {
                result.append(cell)
            }
        }
        return result
    }

    /// The tally of all groups.
    var whole: Tally {
        var counts = [Int](repeating: 0, count: patterns.count)
        for pattern in patternOfGroup { counts[pattern] += 1 }
        return tally(counts, losses.reduce(.zero, +))
    }

    /// The scores of `resamples` samples of groups.
    func scores(resamples: Int, seed: UInt64, interest: [Int]) -> [Tally.Scores] {
        GroupBootstrap(patterns: patternOfGroup, losses: losses)
            .draws(resamples, seed: seed) { tally($0, $1).scores(interest) }
    }

    private func tally(_ counts: [Int], _ losses: SIMD2<Double>) -> Tally {
        var result = Tally(classes: classes)
        result.losses = losses
        for (pattern, count) in counts.enumerated() where count > 0 {
            for part in patterns[pattern] {
                result.confusion[part.cell] += Double(count) * part.weight
            }
        }
        return result
    }
}
