import CaucusMatrix
import Foundation

/// Four numbers side by side, one a class; more classes take several.
typealias Lanes = SIMD4<Double>

/// Weights and intercepts, classes padded to a multiple of four lanes.
struct LogisticPoint {
    /// Columns × groups of lanes.
    var weights: [Lanes]
    /// Groups of lanes.
    var intercepts: [Lanes]
}

/// The rows, labels and penalty of one fit, checked, with the classes that occur numbered densely.
final class LogisticProblem: Sendable {
    let rows: SparseMatrix
    /// The label of each row among the classes present.
    let labels: [Int]
    /// C.
    let c: Double
    /// What each row counts.
    let weights: [Float]
    /// C × weight of each row.
    let costs: [Double]
    /// The classes that occur, ascending.
    let present: [Int]
    /// The number of classes asked for.
    let classes: Int
    /// Groups of four lanes a class fills.
    let groups: Int

    init(
        rows: SparseMatrix, labels: [Int], classes: Int, weights: [Double]?, c: Double
    ) throws(FitError) {
        guard c > 0, c.isFinite else { throw .badSetting(name: "c", value: c) }
        try Self.check(rows.rows, labels, classes, weights)
        try Self.checkNumbers(rows)
        try Self.checkCosts(c, weights ?? [1])
        var counts = [Double](repeating: 0, count: classes)
        for (i, label) in labels.enumerated() { counts[label] += weights?[i] ?? 1 }
        present = (0..<classes).filter { counts[$0] > 0 }
        guard !present.isEmpty else { throw .noRows }
        guard present.count > 1 else { throw .singleClass(present[0]) }
        var numbers = [Int](repeating: 0, count: classes)
        for (n, label) in present.enumerated() { numbers[label] = n }
        self.rows = rows
        self.labels = labels.map { numbers[$0] }
        self.c = c
        self.weights =
            weights?.map { Float($0) } ?? [Float](repeating: 1, count: labels.count)
        self.costs = weights?.map { c * $0 } ?? [Double](repeating: c, count: labels.count)
        self.classes = classes
        groups = (present.count + 3) / 4
    }

    private static func check(
        _ rows: Int, _ labels: [Int], _ classes: Int, _ weights: [Double]?
    ) throws(FitError) {
        guard rows > 0 else { throw .noRows }
        guard labels.count == rows else {
            throw .lengthMismatch(name: "labels", expected: rows, found: labels.count)
        }
        for (row, label) in labels.enumerated() where label < 0 || label >= classes {
            throw .labelOutOfRange(row: row, label: label, classes: classes)
        }
        if let weights {
            guard weights.count == rows else {
                throw .lengthMismatch(name: "weights", expected: rows, found: weights.count)
            }
            for weight in weights where !(weight >= 0 && weight.isFinite) {
                throw .badSetting(name: "weight", value: weight)
            }
        }
    }

    /// What a row costs must leave room for sums and squares: beyond, a solver finds its own rounding a solution.
    private static func checkCosts(_ c: Double, _ weights: [Double]) throws(FitError) {
        for weight in weights where weight > 0 && !(1e-100...1e100).contains(c * weight) {
            throw .badSetting(name: "c times a weight", value: c * weight)
        }
    }

    /// Every number must be finite.
    private static func checkNumbers(_ rows: SparseMatrix) throws(FitError) {
        // Zero times a number is zero only where the number is finite.
        let odd = rows.values.withUnsafeBufferPointer { values in
            (0..<rows.rows).first { i in
                var sum: Float = 0
                for n in rows.rowStarts[i]..<rows.rowStarts[i + 1] { sum += values[n] * 0 }
                return sum != 0
            }
        }
        if let odd { throw .notFinite(row: odd) }
    }

    /// Whether the squares of the rows' numbers can be summed in `Float`.
    var fitsFloat: Bool {
        rows.values.withUnsafeBufferPointer { values in
            var sum: Float = 0
            for value in values { sum += value * value }
            return Double(sum) * max(costs.max() ?? 0, 1) < 1e30
        }
    }

    /// The point where every class is as probable as among the examples.
    func start(from model: LogisticModel?) -> LogisticPoint {
        var point = LogisticPoint(
            weights: [Lanes](repeating: .zero, count: rows.columns * groups),
            intercepts: [Lanes](repeating: .zero, count: groups))
        if let model, model.classes == classes, model.weights.rows == rows.columns {
            for (k, label) in present.enumerated() {
                for j in 0..<rows.columns {
                    point.weights[j * groups + k / 4][k % 4] =
                        model.weights.values[
                            j * classes + label]
                }
                point.intercepts[k / 4][k % 4] = max(model.intercepts[label], -50)
            }
            return point
        }
        var totals = [Double](repeating: 0, count: present.count)
        for (i, label) in labels.enumerated() { totals[label] += costs[i] }
        let mean = totals.reduce(0) { $0 + log($1) } / Double(present.count)
        for k in 0..<present.count { point.intercepts[k / 4][k % 4] = log(totals[k]) - mean }
        return point
    }

    /// The model of a point whose weights stand in the order of the columns.
    func model(_ point: LogisticPoint, _ convergence: Convergence) -> LogisticModel {
        var weights = Matrix(rows: rows.columns, columns: classes)
        var intercepts = [Double](repeating: LogisticModel.absentIntercept, count: classes)
        for (k, label) in present.enumerated() {
            for j in 0..<rows.columns {
                weights.values[j * classes + label] = point.weights[j * groups + k / 4][k % 4]
            }
            intercepts[label] = point.intercepts[k / 4][k % 4]
        }
        return LogisticModel(weights: weights, intercepts: intercepts, convergence: convergence)
    }
}
