import CaucusMatrix
import Foundation

extension LogisticProblem {
    /// `rows · weights`, plus the intercepts.
    func logits(_ point: LogisticPoint) -> [Lanes] {
        let g = groups
        return [Lanes](unsafeUninitializedCapacity: rows.rows * g) { z, count in
            count = rows.rows * g
            rows.indices.withUnsafeBufferPointer { indices in
                rows.values.withUnsafeBufferPointer { values in
                    point.weights.withUnsafeBufferPointer { w in
                        for i in 0..<rows.rows {
                            for group in 0..<g {
                                var sum = point.intercepts[group]
                                for n in rows.rowStarts[i]..<rows.rowStarts[i + 1] {
                                    let weight = w[Int(indices[n]) * g + group]
                                    sum += Lanes(repeating: Double(values[n])) * weight
                                }
                                z[i * g + group] = sum
                            }
                        }
                    }
                }
            }
        }
    }

    /// Adds `rowsᵀ · residuals` to `weights`, and the sum of the residuals to `intercepts`.
    func scatter(_ residuals: [Lanes], into point: inout LogisticPoint) {
        let g = groups
        for i in 0..<rows.rows {
            for group in 0..<g { point.intercepts[group] += residuals[i * g + group] }
        }
        rows.indices.withUnsafeBufferPointer { indices in
            rows.values.withUnsafeBufferPointer { values in
                point.weights.withUnsafeMutableBufferPointer { w in
                    for i in 0..<rows.rows {
                        for group in 0..<g {
                            let residual = residuals[i * g + group]
                            for n in rows.rowStarts[i]..<rows.rowStarts[i + 1] {
                                w[Int(indices[n]) * g + group] +=
                                    Lanes(repeating: Double(values[n])) * residual
                            }
                        }
                    }
                }
            }
        }
    }

    /// The softmax of each row of logits; padding lanes are 0.
    func probabilities(_ logits: [Lanes]) -> [Lanes] {
        var result = logits
        for i in 0..<rows.rows { _ = normalize(&result, row: i) }
        return result
    }

    /// The cost-weighted cross-entropy of all rows.
    func loss(_ logits: [Lanes]) -> Double {
        var total = 0.0
        for i in 0..<rows.rows where costs[i] > 0 {
            let (most, sum) = sums(logits, row: i)
            let label = labels[i]
            total += costs[i] * (most + log(sum) - logits[i * groups + label / 4][label % 4])
        }
        return total
    }

    /// The largest logit of a row, and the sum of the exponentials relative to it.
    private func sums(_ logits: [Lanes], row i: Int) -> (most: Double, sum: Double) {
        var most = -Double.infinity
        for k in 0..<present.count { most = max(most, logits[i * groups + k / 4][k % 4]) }
        var sum = 0.0
        for k in 0..<present.count { sum += exp(logits[i * groups + k / 4][k % 4] - most) }
        return (most, sum)
    }

    private func normalize(_ logits: inout [Lanes], row i: Int) -> Double {
        let (most, sum) = sums(logits, row: i)
        for group in 0..<groups {
            for lane in 0..<4 {
                let k = group * 4 + lane
                logits[i * groups + group][lane] =
                    k < present.count ? exp(logits[i * groups + group][lane] - most) / sum : 0
            }
        }
        return most + log(sum)
    }

    /// The gradient's part that the examples make: cost × (probability − label).
    func residuals(_ probabilities: [Lanes]) -> [Lanes] {
        var result = probabilities
        for i in 0..<rows.rows {
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
        for i in 0..<rows.rows {
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

    /// The diagonal of the Hessian, the penalty included.
    func curvature(_ probabilities: [Lanes]) -> LogisticPoint {
        let g = groups
        var result = LogisticPoint(
            weights: [Lanes](repeating: Lanes(repeating: 1), count: rows.columns * g),
            intercepts: [Lanes](repeating: .zero, count: g))
        let spread = (0..<(rows.rows * g)).map { n in
            probabilities[n] * (1 - probabilities[n]) * costs[n / g]
        }
        for i in 0..<rows.rows {
            for group in 0..<g { result.intercepts[group] += spread[i * g + group] }
        }
        rows.indices.withUnsafeBufferPointer { indices in
            rows.values.withUnsafeBufferPointer { values in
                result.weights.withUnsafeMutableBufferPointer { w in
                    for i in 0..<rows.rows {
                        for group in 0..<g {
                            let s = spread[i * g + group]
                            for n in rows.rowStarts[i]..<rows.rowStarts[i + 1] {
                                let x = Double(values[n])
                                w[Int(indices[n]) * g + group] += s * (x * x)
                            }
                        }
                    }
                }
            }
        }
        return result
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

    /// Adds `factor` times `other`.
    mutating func add(_ factor: Double, _ other: LogisticPoint) {
        for j in 0..<weights.count { weights[j] += other.weights[j] * factor }
        for j in 0..<intercepts.count { intercepts[j] += other.intercepts[j] * factor }
    }
}
