import CaucusMatrix
import Foundation

/// What the most probable label of a model shall be good for.
public enum LabelAim: String, Sendable, Codable, CaseIterable {
    /// The likeliest label: the most right answers, and probabilities true to the label shares of training.
    case likeliest
    /// The mean F1 of the two ends (F_avg of SemEval-2016 task 6): labels are chosen, and probabilities are
    /// calibrated, as for a population in which the ends are as frequent as F_avg rewards.
    case averageF1 = "f-avg"
}

/// What is added to the logits of labels so that the most probable label scores well by the mean F1 of
/// the two ends (F_avg of SemEval-2016 task 6) rather than by the share of right answers.
///
/// F_avg gains nothing from a neutral answer: a favor is worth saying from half of the reachable F1 on, long
/// before it is the likeliest label. Adding the logarithm of a factor to a label's logit is the correction for
/// a shift of the label shares, so the probabilities are those of a population that has more of this label.
struct LabelShift: Sendable, Equatable {
    /// What is added to the logit of each class, the first being 0.
    let logits: [Double]

    /// The steps of the search, and how far it goes.
    private static let step = 0.15
    private static let reach = 12

    /// The shift that serves these held-out probabilities best; none where there is only one end.
    ///
    /// Neighbours in the grid are averaged, as on some hundred rows the single best point is luck, and a shift
    /// has to earn 0.2 points of F_avg for a size of 1.
    ///
    /// - Complexity: O(rows × 625) for three classes, O(rows × 25) for two.
    init(probabilities: Matrix, labels: [Int], ends: [Int]) {
        let classes = probabilities.columns
        guard ends.count == 2, classes == 2 || classes == 3 else {
            logits = [Double](repeating: 0, count: classes)
            return
        }
        let grid = LabelShiftGrid(probabilities, labels, ends, step: Self.step, reach: Self.reach)
        logits = grid.best
    }

    /// A shift that was chosen before.
    init(logits: [Double]) { self.logits = logits }

    /// The probabilities after the shift.
    func applied(to probabilities: Matrix) -> Matrix {
        let factors = logits.map { exp($0) }
        var shifted = probabilities
        for i in 0..<shifted.rows {
            let sum = logits.indices.reduce(0) { $0 + shifted[i, $1] * factors[$1] }
            for k in logits.indices { shifted[i, k] *= factors[k] / sum }
        }
        return shifted
    }
}

/// The F_avg of every shift in a grid.
private struct LabelShiftGrid {
    private let reach: Int
    private let step: Double
    private let classes: Int
    /// Over the shifts of the last class, and within each over those of the middle one.
    private var scores: [[Double]] = []

    init(_ probabilities: Matrix, _ labels: [Int], _ ends: [Int], step: Double, reach: Int) {
        self.reach = reach
        self.step = step
        classes = probabilities.columns
        let logs = probabilities.values.map { log(max($0, 1e-12)) }
        for last in -reach...reach {
            scores.append(
                middles.map { middle in
                    Self.score(
                        logs, labels, ends, classes,
                        shift: [0, Double(middle) * step, Double(last) * step])
                })
        }
    }

    private var middles: ClosedRange<Int> { classes == 3 ? -reach...reach : 0...0 }

    private static func score(
        _ logs: [Double], _ labels: [Int], _ ends: [Int], _ classes: Int, shift: [Double]
    ) -> Double {
        let shift = classes == 3 ? shift : [0, shift[2]]
        var both = [Double](repeating: 0, count: classes)
        var sums = both
        for (i, label) in labels.enumerated() {
            var best = 0
            var most = -Double.infinity
            for k in 0..<classes {
                let value = logs[i * classes + k] + shift[k]
                if value > most { (best, most) = (k, value) }
            }
            if best == label { both[label] += 2 }
            sums[best] += 1
            sums[label] += 1
        }
        return ends.reduce(0) { $0 + (sums[$1] > 0 ? both[$1] / sums[$1] : 0) } / 2
    }

    /// The shift whose neighbourhood scores best; of equals, the smallest.
    var best: [Double] {
        var best = (score: -1.0, size: 0, shift: [Double](repeating: 0, count: classes))
        for last in scores.indices {
            for middle in scores[last].indices {
                let (a, b) = (middles.lowerBound + middle, last - reach)
                let size = a * a + b * b
                let score = smoothed(last, middle) - 0.002 * Double(size) * step * step
                guard score > best.score + 1e-9 || score > best.score - 1e-9 && size < best.size
                else { continue }
                let ends = [0, Double(b) * step]
                best = (
                    score, size, classes == 3 ? [0, Double(a) * step, Double(b) * step] : ends
                )
            }
        }
        return best.shift
    }

    /// The mean over the point and those beside it.
    private func smoothed(_ last: Int, _ middle: Int) -> Double {
        var (sum, count) = (0.0, 0.0)
        for x in max(last - 2, 0)...min(last + 2, scores.count - 1) {
            for y in max(middle - 2, 0)...min(middle + 2, scores[x].count - 1) {
                let weight = Double((3 - abs(x - last)) * (3 - abs(y - middle)))
                sum += weight * scores[x][y]
                count += weight
            }
        }
        return sum / count
    }
}
