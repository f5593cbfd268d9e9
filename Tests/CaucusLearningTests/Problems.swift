import CaucusMatrix
import Foundation

/// A small generator, so that every run sees the same numbers.
struct Numbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 2 + 1 }

    /// The next number in 0..<1.
    mutating func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) / Double(1 << 53)
    }
}

/// Rows, labels and classes made up for a test.
struct Problem {
    var rows: SparseMatrix
    var labels: [Int]
    var classes: Int

    /// Sparse rows whose first columns tell the class, with noise.
    static func sparse(
        rows count: Int = 120, columns: Int = 40, classes: Int = 3, seed: UInt64 = 1
    ) -> Problem {
        var numbers = Numbers(seed: seed)
        var dense = Matrix(rows: count, columns: columns)
        var labels: [Int] = []
        for i in 0..<count {
            let label = Int(numbers.next() * Double(classes))
            labels.append(numbers.next() < 0.8 ? label : Int(numbers.next() * Double(classes)))
            dense[i, label] = 0.5 + numbers.next()
            for _ in 0..<6 {
                dense[i, Int(numbers.next() * Double(columns))] += numbers.next() - 0.3
            }
        }
        return Problem(rows: SparseMatrix(dense), labels: labels, classes: classes)
    }
}

/// The objective written down as in the books, in the simplest way.
func objective(
    _ problem: Problem, _ weights: Matrix, _ intercepts: [Double], c: Double,
    exampleWeights: [Double]? = nil
) -> Double {
    let dense = problem.rows.dense
    var total = 0.5 * weights.values.reduce(0) { $0 + $1 * $1 }
    for i in 0..<dense.rows {
        var logits = intercepts
        for k in 0..<problem.classes {
            for j in 0..<dense.columns { logits[k] += dense[i, j] * weights[j, k] }
        }
        let most = logits.max() ?? 0
        let sum = logits.reduce(0) { $0 + exp($1 - most) }
        let loss = most + log(sum) - logits[problem.labels[i]]
        total += c * (exampleWeights?[i] ?? 1) * loss
    }
    return total
}

/// The largest distance between two matrices.
func distance(_ a: Matrix, _ b: Matrix) -> Double {
    zip(a.values, b.values).reduce(0) { max($0, abs($1.0 - $1.1)) }
}
