public import CaucusMatrix
import Foundation

/// A fitted multinomial logistic regression.
public struct LogisticModel: Sendable, Equatable {
    /// The number of classes.
    public let classes: Int
    /// The weights, a row a column of the features, a column a class.
    public let weights: Matrix
    /// The intercept of each class.
    public let intercepts: [Double]
    /// How the fit ended.
    public let convergence: Convergence

    /// The intercept of a class that had no example: its probability is 0.
    public static let absentIntercept = -1000.0

    /// Creates a model from its parts.
    ///
    /// - Precondition: `weights.columns == intercepts.count`.
    public init(weights: Matrix, intercepts: [Double], convergence: Convergence) {
        precondition(
            weights.columns == intercepts.count,
            "\(weights.columns) classes of weights, \(intercepts.count) intercepts")
        self.classes = intercepts.count
        self.weights = weights
        self.intercepts = intercepts
        self.convergence = convergence
    }

    /// The raw scores of each row and class.
    ///
    /// - Precondition: `rows.columns == weights.rows`.
    public func logits(for rows: SparseMatrix) -> Matrix {
        var logits = rows.times(weights)
        for i in 0..<rows.rows {
            for k in 0..<classes { logits.values[i * classes + k] += intercepts[k] }
        }
        return logits
    }

    /// The raw scores of sparse rows with the columns of `dense` to their right.
    ///
    /// - Precondition: `rows.columns + dense.columns == weights.rows` and `rows.rows == dense.rows`.
    public func logits(for rows: SparseMatrix, beside dense: Matrix) -> Matrix {
        precondition(rows.rows == dense.rows, "\(rows.rows) rows beside \(dense.rows)")
        let split = rows.columns * classes
        let left = Matrix(
            rows: rows.columns, columns: classes, values: Array(weights.values[..<split]))
        let right = Matrix(
            rows: dense.columns, columns: classes, values: Array(weights.values[split...]))
        var logits = rows.times(left)
        let added = dense.times(right)
        for n in logits.values.indices {
            logits.values[n] += added.values[n] + intercepts[n % classes]
        }
        return logits
    }

    /// The probabilities of each row and class; the logits are divided by `temperature` first.
    public func probabilities(for rows: SparseMatrix, temperature: Double = 1) -> Matrix {
        Softmax.probabilities(logits: logits(for: rows), temperature: temperature)
    }
}

/// The softmax and its kin, safe against overflow.
public enum Softmax {
    /// The probabilities that the logits of each row stand for.
    public static func probabilities(logits: Matrix, temperature: Double = 1) -> Matrix {
        var result = logits
        let k = logits.columns
        result.values.withUnsafeMutableBufferPointer { values in
            for i in 0..<logits.rows {
                normalize(UnsafeMutableBufferPointer(rebasing: values[(i * k)..<((i + 1) * k)])) {
                    $0 / temperature
                }
            }
        }
        return result
    }

    @inline(__always)
    private static func normalize(
        _ row: UnsafeMutableBufferPointer<Double>, _ scale: (Double) -> Double
    ) {
        var most = -Double.infinity
        for k in 0..<row.count { most = max(most, scale(row[k])) }
        var sum = 0.0
        for k in 0..<row.count {
            row[k] = exp(scale(row[k]) - most)
            sum += row[k]
        }
        for k in 0..<row.count { row[k] /= sum }
    }

    /// The mean cross-entropy of the labels under the logits.
    public static func logLoss(
        logits: Matrix, labels: [Int], weights: [Double]? = nil, temperature: Double = 1
    ) -> Double {
        var (total, mass) = (0.0, 0.0)
        let k = logits.columns
        for (i, label) in labels.enumerated() {
            var most = -Double.infinity
            for c in 0..<k { most = max(most, logits.values[i * k + c] / temperature) }
            var sum = 0.0
            for c in 0..<k { sum += exp(logits.values[i * k + c] / temperature - most) }
            let weight = weights?[i] ?? 1
            total += weight * (most + log(sum) - logits.values[i * k + label] / temperature)
            mass += weight
        }
        return mass > 0 ? total / mass : 0
    }
}
