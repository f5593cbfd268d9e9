public import CaucusMatrix
import Foundation

extension LogisticRegression {
    /// The model fitted to dense rows by Newton's method with the exact Hessian, factored by Cholesky's
    /// method: for few columns, whatever their scale.
    ///
    /// Each step costs `classes · (classes + 1) / 2` symmetric products (three at three classes, where
    /// the others follow from them) and one factorization of order `(columns + 1) · classes`, all by
    /// OpenBLAS. Beyond order 4,000 the sparse solver takes over.
    public func fitted(
        to rows: Matrix, labels: [Int], classes: Int, weights: [Double]? = nil
    ) throws(FitError) -> LogisticModel {
        let sparse = SparseMatrix(rows)
        let problem = try LogisticProblem(
            rows: sparse, labels: labels, classes: classes, weights: weights, c: c)
        guard (rows.columns + 1) * problem.present.count <= 4000 else {
            return try fitted(to: sparse, labels: labels, classes: classes, weights: weights)
        }
        var newton = NewtonCholesky(rows, problem)
        let convergence = newton.solve(
            relativeGap: relativeGap, maximumIterations: maximumIterations)
        return newton.model(convergence)
    }
}

/// Newton's method on dense rows with a last column of ones, whose weight is not penalized.
struct NewtonCholesky {
    private let problem: LogisticProblem
    private let rows: Matrix
    private let k: Int
    private var weights: Matrix
    private var logits: Matrix

    private var d: Int { rows.columns }

    init(_ dense: Matrix, _ problem: LogisticProblem) {
        self.problem = problem
        k = problem.present.count
        var rows = Matrix(rows: dense.rows, columns: dense.columns + 1, repeating: 1)
        for i in 0..<dense.rows {
            for j in 0..<dense.columns {
                rows.values[i * (dense.columns + 1) + j] = dense.values[i * dense.columns + j]
            }
        }
        self.rows = rows
        weights = Matrix(rows: dense.columns + 1, columns: k)
        logits = Matrix(rows: dense.rows, columns: k)
    }

    mutating func solve(relativeGap: Double, maximumIterations: Int) -> Convergence {
        var iterations = 0
        var value = objective(weights, logits)
        while true {
            let p = Softmax.probabilities(logits: logits)
            let gradient = gradient(p)
            // With the intercepts at their optimum, half the squared gradient bounds the distance to
            // the minimum.
            var squares = 0.0
            for n in 0..<((d - 1) * k) {
                let g = gradient[(n % k) * d + n / k]
                squares += g * g
            }
            let total = problem.costs.reduce(0, +)
            let isSettled = (0..<k).allSatisfy { abs(gradient[$0 * d + d - 1]) <= 1e-9 * total }
            if isSettled, 0.5 * squares <= relativeGap * value {
                return Convergence(
                    iterations: iterations, objective: value, gap: 0.5 * squares, reached: true)
            }
            guard let step = curvature(p).solution(of: gradient) else {
                return Convergence(
                    iterations: iterations, objective: value, gap: nil, reached: false)
            }
            // Else half the squared length of the gradient in the inverse Hessian's measure counts too.
            let decrement = 0.5 * zip(gradient, step).reduce(0) { $0 + $1.0 * $1.1 }
            let gap = max(0.5 * squares, decrement)
            if gap <= relativeGap * value || iterations >= maximumIterations {
                return Convergence(
                    iterations: iterations, objective: value, gap: gap,
                    reached: gap <= relativeGap * value)
            }
            iterations += 1
            guard let reached = move(along: step, slope: -2 * decrement, from: value) else {
                return Convergence(
                    iterations: iterations, objective: value, gap: gap, reached: false)
            }
            value = reached
        }
    }

    /// Goes down along the step, halved until it helps; the objective there, or `nil`.
    private mutating func move(
        along step: [Double], slope: Double, from value: Double
    ) -> Double? {
        var direction = Matrix(rows: d, columns: k)
        for a in 0..<k {
            for j in 0..<d { direction.values[j * k + a] = -step[a * d + j] }
        }
        let change = rows.times(direction)
        var t = 1.0
        for _ in 0..<40 {
            var (moved, there) = (weights, logits)
            BLAS.axpy(moved.values.count, t, direction.values, &moved.values)
            BLAS.axpy(there.values.count, t, change.values, &there.values)
            let reached = objective(moved, there)
            if reached <= value + 1e-4 * t * slope {
                (weights, logits) = (moved, there)
                return reached
            }
            t *= 0.5
        }
        return nil
    }

    private func objective(_ weights: Matrix, _ logits: Matrix) -> Double {
        var total = 0.0
        for n in 0..<((d - 1) * k) { total += 0.5 * weights.values[n] * weights.values[n] }
        let zero = [Double](repeating: 0, count: k)
        for i in 0..<rows.rows where problem.costs[i] > 0 {
            total +=
                problem.costs[i]
                * Intercepts.loss(logits.values, i, zero, label: problem.labels[i])
        }
        return total
    }

    /// The gradient, class after class.
    private func gradient(_ p: Matrix) -> [Double] {
        var residuals = p
        for i in 0..<rows.rows {
            residuals.values[i * k + problem.labels[i]] -= 1
            for a in 0..<k { residuals.values[i * k + a] *= problem.costs[i] }
        }
        let product = rows.transposedTimes(residuals)
        var result = [Double](repeating: 0, count: d * k)
        for j in 0..<d {
            for a in 0..<k {
                let penalty = j < d - 1 ? weights.values[j * k + a] : 0
                result[a * d + j] = product.values[j * k + a] + penalty
            }
        }
        return result
    }

    /// The Hessian, class after class, with a ridge along the move of all intercepts together, which
    /// changes no probability.
    private func curvature(_ p: Matrix) -> Matrix {
        let total = problem.costs.reduce(0, +)
        var result = Matrix(rows: d * k, columns: d * k)
        let d = d
        var scaled = rows
        var diagonal: [[Double]] = []
        func product(_ spread: (Int) -> Double) -> [Double] {
            scaled.values.withUnsafeMutableBufferPointer { scaled in
                rows.values.withUnsafeBufferPointer { rows in
                    for i in 0..<self.rows.rows {
                        let s = max(problem.costs[i] * spread(i), 0).squareRoot()
                        for n in (i * d)..<((i + 1) * d) { scaled[n] = rows[n] * s }
                    }
                }
            }
            var block = [Double](repeating: 0, count: d * d)
            BLAS.syrk(rows: rows.rows, columns: d, scaled.values, &block, stride: d)
            return block
        }
        for a in 0..<k {
            diagonal.append(product { p.values[$0 * k + a] * (1 - p.values[$0 * k + a]) })
        }
        for a in 0..<k {
            for b in a..<k {
                let block: [Double]
                if a == b {
                    block = diagonal[a]
                } else if k == 2 {
                    block = diagonal[a].map { -$0 }
                } else if k == 3 {
                    // Rows of blocks sum to zero, so that the third class settles the other two.
                    let c = 3 - a - b
                    block = (0..<(d * d)).map {
                        0.5 * (diagonal[c][$0] - diagonal[a][$0] - diagonal[b][$0])
                    }
                } else {
                    block = product { p.values[$0 * k + a] * p.values[$0 * k + b] }.map { -$0 }
                }
                place(block, a, b, in: &result, ridge: 1e-3 * total / Double(k))
            }
        }
        return result
    }

    /// Writes a block, of which only the upper triangle is known, into the upper triangle.
    private func place(
        _ block: [Double], _ a: Int, _ b: Int, in result: inout Matrix, ridge: Double
    ) {
        let (d, n) = (d, d * k)
        result.values.withUnsafeMutableBufferPointer { result in
            for i in 0..<d {
                for j in 0..<d {
                    var value = i <= j ? block[i * d + j] : block[j * d + i]
                    if i == j, a == b { value += i < d - 1 ? 1 : 1e-12 }
                    if i == d - 1, j == d - 1 { value += ridge }
                    result[(a * d + i) * n + b * d + j] = value
                }
            }
        }
    }

    /// The model of where the method stands.
    func model(_ convergence: Convergence) -> LogisticModel {
        var full = Matrix(rows: d - 1, columns: problem.classes)
        var intercepts = [Double](
            repeating: LogisticModel.absentIntercept, count: problem.classes)
        for (a, label) in problem.present.enumerated() {
            for j in 0..<(d - 1) { full[j, label] = weights[j, a] }
            intercepts[label] = weights[d - 1, a]
        }
        return LogisticModel(weights: full, intercepts: intercepts, convergence: convergence)
    }
}
