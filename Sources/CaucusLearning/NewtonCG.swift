import CaucusMatrix
import Foundation

/// Newton's method whose steps are found by preconditioned conjugate gradients, with a line search on
/// cached logits, as in liblinear's trust-region line (Hsia, Chiang & Lin 2018).
///
/// Its certificate needs no dual: the objective is strongly convex with modulus 1 in the weights, so
/// with the intercepts at their optimum it lies at most half the squared gradient above its minimum.
struct NewtonCG {
    private let problem: LogisticProblem
    private(set) var point: LogisticPoint
    private var logits: [Lanes]
    private var iterations = 0
    /// The loss of a model that knows nothing.
    private let scale: Double

    init(_ problem: LogisticProblem, start: LogisticModel?) {
        self.init(problem, point: problem.start(from: start))
    }

    init(_ problem: LogisticProblem, point: LogisticPoint) {
        self.problem = problem
        self.point = point
        logits = problem.logits(point)
        scale = problem.costs.reduce(0, +) * log(Double(problem.present.count))
    }

    private var objective: Double { 0.5 * point.squaredNorm + problem.loss(logits) }

    /// Steps until the certified gap is small enough, or the steps run out or stop helping.
    mutating func solve(relativeGap: Double, maximumIterations: Int) -> Convergence {
        while true {
            let intercepts = problem.bestIntercepts(logits: &logits)
            for group in 0..<problem.groups { point.intercepts[group] += intercepts[group] }
            let value = objective
            let probabilities = problem.probabilities(logits)
            var gradient = point
            gradient.intercepts = [Lanes](repeating: .zero, count: problem.groups)
            problem.scatter(problem.residuals(probabilities), into: &gradient)
            let gap = 0.5 * gradient.squaredNorm
            // Where nearly nothing is left of the loss, rounding forbids to ask for a share of it.
            if gap <= relativeGap * max(value, 1e-6 * scale) {
                return Convergence(
                    iterations: iterations, objective: value, gap: gap, reached: true)
            }
            let enough = (2 * relativeGap * value).squareRoot()
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
        let change = problem.logits(direction)
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
                logits = iterations % 8 == 0 ? problem.logits(moved) : trial
                return true
            }
            t *= 0.5
        }
        return false
    }

    /// An approximate solution of Hessian · direction = −gradient.
    private func direction(
        _ gradient: LogisticPoint, _ probabilities: [Lanes], enough: Double
    ) -> LogisticPoint {
        let curvature = problem.curvature(probabilities)
        var direction = gradient
        direction.add(-1, gradient)
        var residual = direction
        residual.add(-1, gradient)
        let size = residual.dot(residual).squareRoot()
        let goal = max(size * min(0.1, (size / (size + 100 * enough)) * 0.1), 0.3 * enough)
        var z = preconditioned(residual, curvature)
        var search = z
        var product = residual.dot(z)
        for _ in 0..<200 {
            let image = image(search, probabilities)
            let bend = search.dot(image)
            guard bend > 0 else { break }
            let alpha = product / bend
            direction.add(alpha, search)
            residual.add(-alpha, image)
            if residual.dot(residual).squareRoot() <= goal { break }
            z = preconditioned(residual, curvature)
            let next = residual.dot(z)
            let beta = next / product
            product = next
            for j in 0..<search.weights.count {
                search.weights[j] = z.weights[j] + search.weights[j] * beta
            }
            for j in 0..<search.intercepts.count {
                search.intercepts[j] = z.intercepts[j] + search.intercepts[j] * beta
            }
        }
        return direction
    }

    /// Hessian · `direction`.
    private func image(_ direction: LogisticPoint, _ probabilities: [Lanes]) -> LogisticPoint {
        var result = direction
        for group in 0..<problem.groups { result.intercepts[group] = .zero }
        problem.scatter(
            problem.curved(problem.logits(direction), probabilities), into: &result)
        return result
    }

    private func preconditioned(
        _ residual: LogisticPoint, _ curvature: LogisticPoint
    ) -> LogisticPoint {
        var result = residual
        for j in 0..<result.weights.count { result.weights[j] /= curvature.weights[j] }
        for j in 0..<result.intercepts.count {
            result.intercepts[j] /= curvature.intercepts[j] + 1e-12
        }
        return result
    }
}

extension LogisticProblem {
    /// Moves the intercepts to their optimum for the given weights by Newton's method, and the logits
    /// with them; returns the move.
    func bestIntercepts(logits: inout [Lanes]) -> [Lanes] {
        var moved = [Lanes](repeating: .zero, count: groups)
        let k = present.count
        let total = costs.reduce(0, +)
        for _ in 0..<50 {
            let p = probabilities(logits)
            var gradient = [Double](repeating: 0, count: k)
            // The ridge along (1, …, 1), which changes no probability, makes the matrix definite.
            var hessian = Matrix(rows: k, columns: k, repeating: 1e-3 * total / Double(k))
            for i in 0..<rows.rows {
                for a in 0..<k {
                    let pa = p[i * groups + a / 4][a % 4]
                    gradient[a] += costs[i] * (pa - (labels[i] == a ? 1 : 0))
                    hessian.values[a * k + a] += costs[i] * pa
                    for b in 0..<k {
                        hessian.values[a * k + b] -= costs[i] * pa * p[i * groups + b / 4][b % 4]
                    }
                }
            }
            for a in 0..<k { hessian.values[a * k + a] += 1e-12 * total }
            if gradient.allSatisfy({ abs($0) <= 1e-10 * total }) { break }
            guard let step = hessian.solution(of: gradient) else { break }
            // A step of at most 2 in any logit keeps Newton's method from overshooting.
            let scale = min(1, 2 / max(step.map { abs($0) }.max() ?? 0, 1e-300))
            var change = [Lanes](repeating: .zero, count: groups)
            for a in 0..<k { change[a / 4][a % 4] = -step[a] * scale }
            for group in 0..<groups { moved[group] += change[group] }
            for i in 0..<rows.rows {
                for group in 0..<groups { logits[i * groups + group] += change[group] }
            }
        }
        return moved
    }
}
