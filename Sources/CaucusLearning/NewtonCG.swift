import CaucusMatrix
import Foundation

/// Newton's method whose steps are found by preconditioned conjugate gradients, with a line search on
/// cached logits, as in liblinear's trust-region line (Hsia, Chiang & Lin 2018).
///
/// The preconditioner is exact among the dense columns and the intercepts and diagonal among the sparse
/// ones. Its certificate needs no dual: the objective is strongly convex with modulus 1 in the weights,
/// so with the intercepts at their optimum it lies at most half the squared gradient above its minimum.
struct NewtonCG {
    private let problem: LogisticProblem
    private let rows: SplitRows
    private var point: LogisticPoint
    private var logits: [Lanes]
    private var iterations = 0
    /// The loss of a model that knows nothing.
    private let scale: Double
    private var factor: DenseFactor?
    /// Whether the factor is too old: it costs more than the steps of the conjugate gradients it spares.
    private var isStale = true

    private var groups: Int { problem.groups }

    /// The method at a point whose weights stand in the order of the split.
    init(_ problem: LogisticProblem, _ rows: SplitRows, start: LogisticPoint) {
        self.problem = problem
        self.rows = rows
        point = start
        logits = rows.logits(start)
        scale = problem.costs.reduce(0, +) * log(Double(problem.present.count))
    }

    /// The method at a point or a model whose weights stand in the order of the problem's columns.
    init(_ problem: LogisticProblem, point: LogisticPoint) {
        let rows = SplitRows(
            problem.rows, most: max(0, Self.mostDense / (problem.present.count - 1) - 1))
        var start = point
        let g = problem.groups
        for (n, column) in rows.order.enumerated() {
            for group in 0..<g { start.weights[n * g + group] = point.weights[column * g + group] }
        }
        self.init(problem, rows, start: start)
    }

    /// The order of the dense block's factor beside sparse columns: beyond it the factor costs more
    /// than it spares.
    private static let mostDense = 2000

    /// Where the method stands, the weights in the order of the problem's columns.
    var end: LogisticPoint {
        var result = point
        for (n, column) in rows.order.enumerated() {
            for group in 0..<groups {
                result.weights[column * groups + group] = point.weights[n * groups + group]
            }
        }
        return result
    }

    /// Steps until the certified gap is small enough, or the steps run out or stop helping.
    mutating func solve(relativeGap: Double, maximumIterations: Int) -> Convergence {
        while true {
            let intercepts = problem.bestIntercepts(&logits)
            for group in 0..<groups { point.intercepts[group] += intercepts[group] }
            let value = 0.5 * point.squaredNorm + problem.loss(logits)
            let probabilities = problem.probabilities(logits)
            var gradient = rows.collected(problem.residuals(probabilities), groups: groups)
            for j in 0..<gradient.weights.count { gradient.weights[j] += point.weights[j] }
            let gap = 0.5 * gradient.squaredNorm
            // Where nearly nothing is left of the loss, rounding forbids to ask for a share of it.
            if gap <= relativeGap * max(value, 1e-6 * scale) {
                return Convergence(
                    iterations: iterations, objective: value, gap: gap, reached: true)
            }
            let enough = (2 * relativeGap * max(value, 1e-6 * scale)).squareRoot()
            guard iterations < maximumIterations,
                step(gradient, probabilities, value: value, enough: enough)
            else {
                return Convergence(
                    iterations: iterations, objective: value, gap: gap, reached: false)
            }
        }
    }

    /// One Newton step; false where no step lowers the objective any more.
    private mutating func step(
        _ gradient: LogisticPoint, _ probabilities: [Lanes], value: Double, enough: Double
    ) -> Bool {
        iterations += 1
        let direction = direction(gradient, probabilities, enough: enough)
        let slope = gradient.dot(direction)
        guard slope < 0 else { return false }
        let change = rows.logits(direction)
        var t = 1.0
        for _ in 0..<40 {
            var trial = logits
            for n in 0..<trial.count { trial[n] += change[n] * t }
            var moved = point
            moved.add(t, direction)
            let reached = 0.5 * moved.squaredNorm + problem.loss(trial)
            if reached <= value + 1e-4 * t * slope, reached < value {
                point = moved
                // Logits are summed anew now and then, so that rounding cannot pile up.
                logits = iterations % 8 == 0 ? rows.logits(moved) : trial
                return true
            }
            t *= 0.5
        }
        return false
    }

    /// An approximate solution of Hessian · direction = −gradient.
    private mutating func direction(
        _ gradient: LogisticPoint, _ probabilities: [Lanes], enough: Double
    ) -> LogisticPoint {
        let isFresh = isStale
        if isStale { renewFactor(probabilities) }
        let curvature = rows.sparseSquares(problem.spread(probabilities), groups: groups)
        var residual = gradient.negated
        if isFresh, rows.sparse.columns == 0, factor != nil {
            // Nothing is left out of the factor, so that it gives the step itself.
            isStale = false
            return preconditioned(residual, curvature)
        }
        var direction = gradient.zeros
        let size = residual.dot(residual).squareRoot()
        let goal = max(size * min(0.1, (size / (size + 100 * enough)) * 0.1), 0.3 * enough)
        var search = preconditioned(residual, curvature)
        var product = residual.dot(search)
        var steps = 0
        while steps < 200, product > 0 {
            let image = image(search, probabilities)
            let bend = search.dot(image)
            guard bend > 0 else { break }
            let alpha = product / bend
            direction.add(alpha, search)
            residual.add(-alpha, image)
            steps += 1
            if residual.dot(residual).squareRoot() <= goal { break }
            let z = preconditioned(residual, curvature)
            let next = residual.dot(z)
            search.scale(next / product, adding: z)
            product = next
        }
        isStale = steps > 4
        return direction
    }

    /// Hessian · `direction`.
    private func image(_ direction: LogisticPoint, _ probabilities: [Lanes]) -> LogisticPoint {
        let curved = problem.curved(rows.logits(direction), probabilities)
        var result = rows.collected(curved, groups: groups)
        for j in 0..<result.weights.count { result.weights[j] += direction.weights[j] }
        return result
    }

    private mutating func renewFactor(_ probabilities: [Lanes]) {
        // Without weights the rows' probabilities are all the same.
        let areEqual = point.squaredNorm == 0
        probabilities.withDoubles { p in
            factor = DenseFactor(
                rows.dense, costs: problem.costs, classes: problem.present.count, probabilities: p,
                stride: 4 * groups, areEqual: areEqual)
        }
    }

    /// The preconditioner's answer: a diagonal for the sparse columns, given without the penalty, and the
    /// factor for the others.
    private func preconditioned(
        _ residual: LogisticPoint, _ curvature: [Lanes]
    ) -> LogisticPoint {
        var result = residual
        for j in 0..<curvature.count { result.weights[j] /= curvature[j] + 1 }
        guard let factor else { return result }
        var block = Array(residual.weights[curvature.count...]) + residual.intercepts
        block.withMutableDoubles { factor.solve($0, stride: 4 * groups) }
        result.intercepts = Array(block.suffix(groups))
        result.weights.replaceSubrange(curvature.count..., with: block.dropLast(groups))
        return result
    }
}
