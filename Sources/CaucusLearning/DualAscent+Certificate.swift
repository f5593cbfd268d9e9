import CaucusMatrix
import Foundation

extension DualAscent {
    /// A primal point of one model, and how far it is from the optimum at most.
    struct Certificate {
        /// The intercepts, at their optimum for the weights.
        var intercepts: [Double]
        /// The objective at the weights and these intercepts.
        var objective: Double
        /// The objective less the dual objective at a feasible point, with an allowance for rounding.
        var gap: Double
    }

    /// V xᵢ of every row: one pass that only reads.
    func products() -> [L] {
        [L](unsafeUninitializedCapacity: rows.rows) { result, count in
            count = rows.rows
            rows.indices.withUnsafeBufferPointer { indices in
                rows.values.withUnsafeBufferPointer { values in
                    for i in 0..<rows.rows {
                        let range = rows.rowStarts[i]..<rows.rowStarts[i + 1]
                        result[i] = Self.gather(
                            v, UnsafeBufferPointer(rebasing: indices[range]),
                            UnsafeBufferPointer(rebasing: values[range]))
                    }
                }
            }
        }
    }

    /// The weight of a column and lane: V − R mᵀ.
    @inline(__always)
    func weight(_ column: Int) -> L { v[column] - r * center[column] }

    /// |V − R mᵀ|² of each model.
    func weightNorms() -> [Double] {
        var sums = [Double](repeating: 0, count: models)
        let chunk = 1024
        for start in stride(from: 0, to: rows.columns, by: chunk) {
            var sum = L.zero
            for j in start..<min(start + chunk, rows.columns) {
                let w = weight(j)
                sum += w * w
            }
            for lane in 0..<(models * classes) { sums[lane % models] += Double(sum[lane]) }
        }
        return sums
    }

    /// Certifies one model by weak duality.
    ///
    /// The blocks are tilted to p̂ᵢ ∝ p̃ᵢ exp(δ), δ such that Σ cᵢ (yᵢ − p̂ᵢ) = 0: the dual is −∞ elsewhere.
    /// With eᵢ = p̃ᵢ − p̂ᵢ the weights of p̂ are W + Δ, Δ = Σ cᵢ (xᵢ − m) eᵢᵀ; their norm follows from the
    /// products of W with the rows and from |Δ| ≤ Σ cᵢ |xᵢ − m| |eᵢ|, which is small where R is.
    func certificate(model: Int, products: [L], squaredNorm: Double) -> Certificate {
        let kept = (0..<rows.rows).filter { Int(leftOut[$0]) != model && weights[$0] > 0 }
        let costs = kept.map { c * Double(weights[$0]) }
        let logits = Fixed<Double>(count: kept.count * classes)
        let logDuals = Fixed<Double>(count: kept.count * classes)
        for (n, i) in kept.enumerated() {
            let z = products[i] - r * alongCenter[i]
            for k in 0..<classes {
                let lane = k * models + model
                logits.base[n * classes + k] = Double(z[lane])
                logDuals.base[n * classes + k] = log(max(Double(dual[i][lane]), 1e-30))
            }
        }
        let inside = kept.map { labels[$0] }
        let intercepts = b0 - q + r * (centerSquared + multiplier)
        let offset = r * centerSquared - q
        let start = (0..<classes).map { Double(intercepts[$0 * models + model]) }
        let b = Intercepts.best(
            logits: logits.base, stride: classes, costs: costs, labels: inside, start: start)
        let tilt = Intercepts.best(
            logits: logDuals.base, stride: classes, costs: costs, labels: inside,
            start: [Double](repeating: 0, count: classes))
        var (loss, entropy, crossed, bound) = (0.0, 0.0, 0.0, 0.0)
        var tilted = [Double](repeating: 0, count: classes)
        tilted.withUnsafeMutableBufferPointer { tilted in
            for (n, i) in kept.enumerated() {
                let here = n * classes
                loss += costs[n] * Intercepts.loss(logits.base + here, b, label: inside[n])
                Intercepts.softmax(logDuals.base + here, tilt, into: tilted)
                var moved = 0.0
                for k in 0..<classes {
                    let p = tilted[k]
                    if p > 0 { entropy -= costs[n] * p * log(p) }
                    let e = Double(dual[i][k * models + model]) - p
                    let along = logits[here + k] + Double(offset[k * models + model])
                    crossed += costs[n] * e * along
                    moved += e * e
                }
                bound += costs[n] * (Double(squaredNorms[i]) * moved).squareRoot()
            }
        }
        let objective = 0.5 * squaredNorm + loss
        let dualObjective =
            -0.5 * (squaredNorm + 2 * crossed + bound * bound) + entropy
        return Certificate(
            intercepts: b, objective: objective,
            gap: max(objective - dualObjective, 0) + Self.rounding * objective)
    }
}
