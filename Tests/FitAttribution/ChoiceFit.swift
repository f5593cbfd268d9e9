import Foundation

/// A conditional logit: what makes one of several candidates the right one.
///
/// A candidate is chosen with a probability that grows with the exponential of its score, the sum of the weights of
/// its features. Fitted is the probability that a right one is chosen, with the penalty `½‖weights‖²`.
struct ChoiceFit {
    /// The candidates of one choice.
    struct Choice {
        /// The features that hold of each candidate, by number.
        var candidates: [[Int]]
        var isRight: [Bool]
    }

    private let choices: [Choice]
    private(set) var weights: [Double]

    /// Fits `columns` weights by Newton's method with the curvature of the candidates, which is never less than the
    /// loss's own, so that every step goes down.
    init(_ choices: [Choice], columns: Int, named name: String) throws {
        self.choices = choices.filter { $0.isRight.contains(true) && $0.isRight.contains(false) }
        guard !self.choices.isEmpty else { throw Failure.noExamples(of: name) }
        weights = [Double](repeating: 0, count: columns)
        var state = evaluated(weights)
        for _ in 0..<400 {
            let step = Self.solved(state.curvature, state.gradient)
            let slope = zip(step, state.gradient).reduce(0) { $0 + $1.0 * $1.1 }
            if slope < 1e-7 * max(1, state.value) { return }
            var size = 1.0
            while true {
                let trial = zip(weights, step).map { $0 - size * $1 }
                let next = evaluated(trial)
                if next.value < state.value {
                    (weights, state) = (trial, next)
                    break
                }
                size /= 2
                // Rounding forbids to go on.
                if size < 1e-6 { return }
            }
        }
        throw Failure.unsettled(name)
    }

    private struct State {
        var value: Double
        var gradient: [Double]
        /// The penalty's and the candidates' curvature, row by row.
        var curvature: [Double]
    }

    private func evaluated(_ weights: [Double]) -> State {
        let n = weights.count
        var state = State(
            value: weights.reduce(0) { $0 + 0.5 * $1 * $1 }, gradient: weights,
            curvature: [Double](repeating: 0, count: n * n))
        for i in 0..<n { state.curvature[i * n + i] = 1 }
        var mean = [Double](repeating: 0, count: n)
        for choice in choices {
            let scores = choice.candidates.map { $0.reduce(0) { $0 + weights[$1] } }
            let top = scores.max() ?? 0
            let odds = scores.map { exp($0 - top) }
            let all = odds.reduce(0, +)
            let right = zip(odds, choice.isRight).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
            state.value += log(all) - log(right)
            var present: Set<Int> = []
            for (i, candidate) in choice.candidates.enumerated() {
                let share = odds[i] / all
                let pull = share - (choice.isRight[i] ? odds[i] / right : 0)
                for a in candidate {
                    state.gradient[a] += pull
                    mean[a] += share
                    for b in candidate { state.curvature[a * n + b] += share }
                }
                present.formUnion(candidate)
            }
            for a in present {
                for b in present { state.curvature[a * n + b] -= mean[a] * mean[b] }
            }
            for a in present { mean[a] = 0 }
        }
        return state
    }

    /// `matrix⁻¹ · vector` by Cholesky's factor; the matrix is symmetric and positive definite.
    private static func solved(_ matrix: [Double], _ vector: [Double]) -> [Double] {
        let n = vector.count
        var l = matrix
        var x = vector
        for j in 0..<n {
            for i in j..<n {
                var sum = l[i * n + j]
                for k in 0..<j { sum -= l[i * n + k] * l[j * n + k] }
                l[i * n + j] = i == j ? max(sum, 1e-12).squareRoot() : sum / l[j * n + j]
            }
        }
        for i in 0..<n {
            for k in 0..<i { x[i] -= l[i * n + k] * x[k] }
            x[i] /= l[i * n + i]
        }
        for i in (0..<n).reversed() {
            for k in i + 1..<n { x[i] -= l[k * n + i] * x[k] }
            x[i] /= l[i * n + i]
        }
        return x
    }
}
