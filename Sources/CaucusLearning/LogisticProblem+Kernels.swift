import CaucusMatrix
import Foundation

/// What the loss does row by row; logits and probabilities are a row of `4 · groups` numbers each, the
/// first of them the classes'.
extension LogisticProblem {
    /// The softmax of each row of logits; padding lanes are 0.
    func probabilities(_ logits: [Lanes]) -> [Lanes] {
        var result = logits
        let (k, stride) = (present.count, 4 * groups)
        result.withMutableDoubles { p in
            for i in 0..<labels.count {
                let row = p + i * stride
                let most = Self.most(row, k)
                var sum = 0.0
                for a in 0..<k {
                    row[a] = exp(row[a] - most)
                    sum += row[a]
                }
                for a in 0..<k { row[a] /= sum }
                for a in k..<stride { row[a] = 0 }
            }
        }
        return result
    }

    /// The cost-weighted cross-entropy of all rows.
    func loss(_ logits: [Lanes]) -> Double {
        var total = 0.0
        let (k, stride) = (present.count, 4 * groups)
        logits.withDoubles { z in
            for i in 0..<labels.count where costs[i] > 0 {
                let row = z + i * stride
                let most = Self.most(row, k)
                var sum = 0.0
                for a in 0..<k { sum += exp(row[a] - most) }
                total += costs[i] * (most + log(sum) - row[labels[i]])
            }
        }
        return total
    }

    @inline(__always)
    private static func most(_ row: UnsafePointer<Double>, _ k: Int) -> Double {
        var most = row[0]
        for a in 1..<k { most = max(most, row[a]) }
        return most
    }

    @inline(__always)
    private static func most(_ row: UnsafeMutablePointer<Double>, _ k: Int) -> Double {
        most(UnsafePointer(row), k)
    }

    /// The gradient's part that the examples make: cost × (probability − label).
    func residuals(_ probabilities: [Lanes]) -> [Lanes] {
        var result = probabilities
        for i in 0..<labels.count {
            let label = labels[i]
            result[i * groups + label / 4][label % 4] -= 1
            for group in 0..<groups { result[i * groups + group] *= costs[i] }
        }
        return result
    }

    /// What a step of the logits changes in the residuals, to first order:
    /// cost × (diag(p) − p pᵀ) · step.
    func curved(_ steps: [Lanes], _ probabilities: [Lanes]) -> [Lanes] {
        var result = steps
        for i in 0..<labels.count {
            var mean = 0.0
            for group in 0..<groups {
                mean += (probabilities[i * groups + group] * steps[i * groups + group]).sum()
            }
            for group in 0..<groups {
                let p = probabilities[i * groups + group]
                result[i * groups + group] =
                    p * (steps[i * groups + group] - Lanes(repeating: mean)) * costs[i]
            }
        }
        return result
    }

    /// The diagonal of the loss's second derivatives by the logits.
    func spread(_ probabilities: [Lanes]) -> [Lanes] {
        var result = probabilities
        for n in result.indices {
            result[n] = probabilities[n] * (1 - probabilities[n]) * costs[n / groups]
        }
        return result
    }

    /// Moves the intercepts to their optimum for the given weights, and the logits with them; returns
    /// the move.
    func bestIntercepts(_ logits: inout [Lanes]) -> [Lanes] {
        let zero = [Double](repeating: 0, count: present.count)
        var best = zero
        logits.withDoubles { z in
            best = Intercepts.best(
                logits: z, stride: 4 * groups, costs: costs, labels: labels, start: zero)
        }
        var move = [Lanes](repeating: .zero, count: groups)
        for (a, b) in best.enumerated() { move[a / 4][a % 4] = b }
        guard best.contains(where: { $0 != 0 }) else { return move }
        for n in logits.indices { logits[n] += move[n % groups] }
        return move
    }
}

extension LogisticPoint {
    /// The inner product of two points.
    func dot(_ other: LogisticPoint) -> Double {
        var sum = Lanes.zero
        for j in 0..<weights.count { sum += weights[j] * other.weights[j] }
        for j in 0..<intercepts.count { sum += intercepts[j] * other.intercepts[j] }
        return sum.sum()
    }

    /// The sum of the squared weights.
    var squaredNorm: Double {
        var sum = Lanes.zero
        for weight in weights { sum += weight * weight }
        return sum.sum()
    }

    /// The opposite point.
    var negated: LogisticPoint {
        LogisticPoint(weights: weights.map { -$0 }, intercepts: intercepts.map { -$0 })
    }

    /// A point of zeros of this one's size.
    var zeros: LogisticPoint {
        LogisticPoint(
            weights: [Lanes](repeating: .zero, count: weights.count),
            intercepts: [Lanes](repeating: .zero, count: intercepts.count))
    }

    /// Adds `factor` times `other`.
    mutating func add(_ factor: Double, _ other: LogisticPoint) {
        for j in 0..<weights.count { weights[j] += other.weights[j] * factor }
        for j in 0..<intercepts.count { intercepts[j] += other.intercepts[j] * factor }
    }

    /// Multiplies by `factor`, and adds `other`.
    mutating func scale(_ factor: Double, adding other: LogisticPoint) {
        for j in 0..<weights.count { weights[j] = other.weights[j] + weights[j] * factor }
        for j in 0..<intercepts.count {
            intercepts[j] = other.intercepts[j] + intercepts[j] * factor
        }
    }
}
