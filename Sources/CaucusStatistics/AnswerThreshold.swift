import Foundation
public import CaucusMatrix

/// The margin from which a model answers, so that no more than a stated share of its answers is wrong.
public struct AnswerThreshold: Sendable, Codable, Equatable {
    /// The share of wrong answers that was asked for, from 0 to 1.
    public var maximumError: Double
    /// The least difference between the two largest probabilities at which the model answers.
    public var margin: Double
    /// The share of the held-out rows that it answered.
    public var coverage: Double
    /// The share of wrong answers among those, with an interval over groups.
    public var error: Estimate

    /// Creates a threshold from its parts.
    public init(maximumError: Double, margin: Double, coverage: Double, error: Estimate) {
        self.maximumError = maximumError
        self.margin = margin
        self.coverage = coverage
        self.error = error
    }

    /// The threshold that answers most while the error stays at or below `maximumError`, or `nil` where
    /// none does.
    ///
    /// `probabilities` are calibrated ones of rows that were held out. The error itself is only an
    /// estimate, so its upper bound at 95 % has to stay below: Wilson's one-sided bound, at the number of
    /// rows that would tell as much were they not in groups. From the surest tenth of the rows on, the
    /// share answered grows by hundredths as long as the bound holds, so that no lucky dip far out is taken.
    ///
    /// - Complexity: O(rows log rows + resamples × groups).
    public init?(
        probabilities: Matrix, labels: [Int], groups: [Int]? = nil, maximumError: Double,
        seed: UInt64 = 1
    ) {
        let (margins, best) = (probabilities.margins, probabilities.largestColumns)
        let order = margins.indices.sorted { (-margins[$0], $0) < (-margins[$1], $1) }
        var tally = ErrorTally()
        var chosen: Double?
        var next = 10
        for (n, i) in order.enumerated() {
            tally.add(group: groups?[i] ?? i, isWrong: best[i] != labels[i])
            let isLast = n + 1 == order.count
            // Rows of one margin are answered together or not at all.
            guard isLast || margins[order[n + 1]] < margins[i] else { continue }
            guard (n + 1) * 100 >= next * order.count else { continue }
            next = (n + 1) * 100 / order.count + 1
            if tally.upperBound <= maximumError {
                chosen = margins[i]
            } else if chosen != nil {
                break
            }
        }
        guard let chosen else { return nil }
        // Rounded down, so that what a file keeps answers the same rows.
        let margin = (chosen * 1e6).rounded(.down) / 1e6
        let row = CoverageRisk.row(at: margin, probabilities, labels, groups: groups, seed: seed)
        self.init(
            maximumError: maximumError, margin: margin, coverage: row.coverage, error: row.error)
    }
}

/// Errors among rows in groups, summed up as rows come.
private struct ErrorTally {
    private var groups: [Int: (wrong: Double, rows: Double)] = [:]
    private var rows = 0.0
    private var wrong = 0.0
    /// Sums over groups of wrong², wrong × rows and rows².
    private var squares = (wrong: 0.0, both: 0.0, rows: 0.0)

    mutating func add(group: Int, isWrong: Bool) {
        let old = groups[group] ?? (0, 0)
        let new = (wrong: old.wrong + (isWrong ? 1 : 0), rows: old.rows + 1)
        groups[group] = new
        rows += 1
        wrong += isWrong ? 1 : 0
        squares.wrong += new.wrong * new.wrong - old.wrong * old.wrong
        squares.both += new.wrong * new.rows - old.wrong * old.rows
        squares.rows += new.rows * new.rows - old.rows * old.rows
    }

    /// The error's one-sided upper bound at 95 %.
    var upperBound: Double {
        let n = effectiveRows
        let (p, z) = (wrong / rows, 1.6449)
        let middle = p + z * z / (2 * n)
        let spread = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
        return (middle + spread) / (1 + z * z / n)
    }

    /// The rows divided by how much groups widen the error's variance; the groups where nothing varies.
    private var effectiveRows: Double {
        let p = wrong / rows
        let count = Double(groups.count)
        guard p > 0, p < 1, count > 1 else { return count }
        let sum = squares.wrong - 2 * p * squares.both + p * p * squares.rows
        let variance = count / (count - 1) * sum / (rows * rows)
        return rows / max(1, variance / (p * (1 - p) / rows))
    }
}
