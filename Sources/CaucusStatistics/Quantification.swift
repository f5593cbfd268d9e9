import Foundation

/// Shares of a corpus from a classifier's posteriors, corrected for its errors without new labels.
///
/// Both methods trust that the classes look the same in the corpus as in training, only in other shares;
/// both stand beside the plain mean, never instead of it.
public struct Quantification: Sendable, Hashable, Codable {
    /// The estimated share of each class; sums to 1.
    public var shares: [Double]
    /// The plain mean of the posteriors, to stand beside.
    public var plainMean: [Double]
    /// How much the correction magnifies noise (the condition number of the misclassification matrix), or
    /// `nil` for EM.
    public var condition: Double?
    /// The estimator's name.
    public var method: String

    /// The gold items a class that a correction needs at least.
    public static let leastGold = 20

    /// Probabilistic adjusted classify and count: solves M q = mean p on the simplex, where column j of M is
    /// the mean out-of-fold posterior of the gold items of class j (Bella et al. 2010).
    ///
    /// - Parameters:
    ///   - posteriors: a row an item of the corpus, a probability a class.
    ///   - gold: out-of-fold posteriors of labeled items, with their classes.
    /// - Throws: ``StatisticsError/tooFewGold(class:found:needed:)``, ``StatisticsError/noItems``,
    ///   ``StatisticsError/singular``.
    public static func adjustedCount(
        posteriors: [[Double]], gold: [(posterior: [Double], label: Int)]
    ) throws(StatisticsError) -> Quantification {
        let mean = try Self.mean(posteriors)
        let classes = mean.count
        var matrix = [[Double]](
            repeating: [Double](repeating: 0, count: classes), count: classes)
        var counts = [Int](repeating: 0, count: classes)
        for item in gold {
            precondition(item.label >= 0 && item.label < classes, "label \(item.label)")
            counts[item.label] += 1
            for k in 0..<classes { matrix[k][item.label] += item.posterior[k] }
        }
        for k in 0..<classes where counts[k] < leastGold {
            throw .tooFewGold(class: k, found: counts[k], needed: leastGold)
        }
        for k in 0..<classes {
            for j in 0..<classes { matrix[k][j] /= Double(counts[j]) }
        }
        let condition = Self.condition(of: matrix)
        guard condition.isFinite, condition < 1e8 else { throw .singular }
        return Quantification(
            shares: Simplex.leastSquares(matrix, mean), plainMean: mean, condition: condition,
            method: "PACC")
    }

    /// Expectation–maximization on calibrated posteriors (Saerens, Latinne & Decaestecker 2002).
    ///
    /// - Parameter trainingShares: the shares of the classes where the classifier was calibrated.
    /// - Throws: ``StatisticsError/noItems``, and ``StatisticsError/notAProbability(index:value:)`` for a
    ///   training share that is not positive.
    public static func expectationMaximization(
        posteriors: [[Double]], trainingShares: [Double], tolerance: Double = 1e-10,
        iterations: Int = 10_000
    ) throws(StatisticsError) -> Quantification {
        let mean = try Self.mean(posteriors)
        for (k, share) in trainingShares.enumerated() where !(share > 0 && share <= 1) {
            throw .notAProbability(index: k, value: share)
        }
        var shares = mean
        for _ in 0..<iterations {
            var next = [Double](repeating: 0, count: shares.count)
            let ratios = zip(shares, trainingShares).map { $0 / $1 }
            for row in posteriors {
                var total = 0.0
                for k in row.indices { total += row[k] * ratios[k] }
                guard total > 0 else { continue }
                for k in row.indices { next[k] += row[k] * ratios[k] / total }
            }
            let sum = next.reduce(0, +)
            next = next.map { $0 / sum }
            let change = zip(next, shares).reduce(0) { max($0, abs($1.0 - $1.1)) }
            shares = next
            if change < tolerance { break }
        }
        return Quantification(
            shares: shares, plainMean: mean, condition: nil, method: "EM (prior shift)")
    }

    private static func mean(_ rows: [[Double]]) throws(StatisticsError) -> [Double] {
        guard let first = rows.first else { throw .noItems }
        var mean = [Double](repeating: 0, count: first.count)
        for (i, row) in rows.enumerated() {
            for k in row.indices {
                guard row[k] >= 0, row[k] <= 1 else {
                    throw .notAProbability(index: i, value: row[k])
                }
                mean[k] += row[k]
            }
        }
        return mean.map { $0 / Double(rows.count) }
    }

    /// The ratio of the largest to the smallest singular value, by Jacobi rotations of MᵀM.
    static func condition(of m: [[Double]]) -> Double {
        let n = m.count
        var a = (0..<n).map { i in
            (0..<n).map { j in (0..<n).reduce(0.0) { $0 + m[$1][i] * m[$1][j] } }
        }
        for _ in 0..<50 {
            var off = 0.0
            for p in 0..<n {
                for q in (p + 1)..<max(n, p + 1) {
                    off += abs(a[p][q])
                    rotate(&a, p, q)
                }
            }
            if off < 1e-14 { break }
        }
        let values = (0..<n).map { a[$0][$0] }
        let (least, most) = (values.min() ?? 0, values.max() ?? 0)
        return least > 0 ? (most / least).squareRoot() : .infinity
    }

    private static func rotate(_ a: inout [[Double]], _ p: Int, _ q: Int) {
        guard abs(a[p][q]) > 1e-300 else { return }
        let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
        let t = (theta >= 0 ? 1.0 : -1.0) / (abs(theta) + (theta * theta + 1).squareRoot())
        let c = 1 / (t * t + 1).squareRoot()
        let s = t * c
        for k in a.indices {
            let (x, y) = (a[k][p], a[k][q])
            a[k][p] = c * x - s * y
            a[k][q] = s * x + c * y
        }
        for k in a.indices {
            let (x, y) = (a[p][k], a[q][k])
            a[p][k] = c * x - s * y
            a[q][k] = s * x + c * y
        }
    }
}

/// Points whose coordinates are shares.
enum Simplex {
    /// The shares q that make M q come closest to `b`, by projected gradient with a fixed step.
    static func leastSquares(_ m: [[Double]], _ b: [Double]) -> [Double] {
        let n = b.count
        let norm = m.reduce(0) { $0 + $1.reduce(0) { $0 + $1 * $1 } }
        var q = [Double](repeating: 1 / Double(n), count: n)
        for _ in 0..<200_000 {
            let residual = (0..<n).map { i in
                (0..<n).reduce(-b[i]) { $0 + m[i][$1] * q[$1] }
            }
            let next = projection(
                (0..<n).map { j in
                    q[j] - (0..<n).reduce(0.0) { $0 + m[$1][j] * residual[$1] } / norm
                })
            let change = zip(next, q).reduce(0) { max($0, abs($1.0 - $1.1)) }
            q = next
            if change < 1e-14 { break }
        }
        return q
    }

    /// The nearest point of the simplex (Held, Wolfe & Crowder 1974).
    static func projection(_ v: [Double]) -> [Double] {
        let sorted = v.sorted(by: >)
        var sum = 0.0
        var shift = 0.0
        for (i, value) in sorted.enumerated() {
            sum += value
            let candidate = (sum - 1) / Double(i + 1)
            if value - candidate > 0 { shift = candidate }
        }
        return v.map { max($0 - shift, 0) }
    }
}
