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
        var logits: [Double] = []
        var logDuals: [Double] = []
        var costs: [Double] = []
        var kept: [Int] = []
        logits.reserveCapacity(rows.rows * classes)
        logDuals.reserveCapacity(rows.rows * classes)
        for i in 0..<rows.rows where Int(leftOut[i]) != model && weights[i] > 0 {
            kept.append(i)
            costs.append(c * Double(weights[i]))
            let z = products[i] - r * alongCenter[i]
            for k in 0..<classes {
                logits.append(Double(z[k * models + model]))
                logDuals.append(log(max(Double(dual[i][k * models + model]), 1e-30)))
            }
        }
        let inside = kept.map { labels[$0] }
        let intercepts = b0 - q + r * (centerSquared + multiplier)
        let offset = r * centerSquared - q
        let start = (0..<classes).map { Double(intercepts[$0 * models + model]) }
        let b = Intercepts.best(logits: logits, costs: costs, labels: inside, start: start)
        let tilt = Intercepts.best(
            logits: logDuals, costs: costs, labels: inside,
            start: [Double](repeating: 0, count: classes))
        var (loss, entropy, crossed, bound) = (0.0, 0.0, 0.0, 0.0)
        var tilted = [Double](repeating: 0, count: classes)
        for (n, i) in kept.enumerated() {
            loss += costs[n] * Intercepts.loss(logits, n, b, label: inside[n])
            Intercepts.softmax(logDuals, n, tilt, into: &tilted)
            var moved = 0.0
            for k in 0..<classes {
                let p = tilted[k]
                if p > 0 { entropy -= costs[n] * p * log(p) }
                let e = Double(dual[i][k * models + model]) - p
                let along = logits[n * classes + k] + Double(offset[k * models + model])
                crossed += costs[n] * e * along
                moved += e * e
            }
            bound += costs[n] * (Double(squaredNorms[i]) * moved).squareRoot()
        }
        let objective = 0.5 * squaredNorm + loss
        let dualObjective =
            -0.5 * (squaredNorm + 2 * crossed + bound * bound) + entropy
        return Certificate(
            intercepts: b, objective: objective,
            gap: max(objective - dualObjective, 0) + Self.rounding * objective)
    }
}

/// The intercepts of logits by Newton's method, everything else being fixed.
enum Intercepts {
    /// The intercepts with the least cost-weighted cross-entropy; their mean is 0.
    static func best(
        logits: [Double], costs: [Double], labels: [Int], start: [Double]
    ) -> [Double] {
        let k = start.count
        let total = costs.reduce(0, +)
        var b = start
        var p = [Double](repeating: 0, count: k)
        for _ in 0..<50 {
            var gradient = [Double](repeating: 0, count: k)
            // The ridge along (1, …, 1), which changes no probability, makes the matrix definite.
            var hessian = [Double](repeating: 1e-3 * total / Double(k), count: k * k)
            for n in costs.indices {
                softmax(logits, n, b, into: &p)
                let cost = costs[n]
                gradient[labels[n]] -= cost
                for a in 0..<k {
                    let weighted = cost * p[a]
                    gradient[a] += weighted
                    hessian[a * k + a] += weighted
                    for c in 0..<k { hessian[a * k + c] -= weighted * p[c] }
                }
            }
            if gradient.allSatisfy({ abs($0) <= 1e-9 * total }) { break }
            for a in 0..<k { hessian[a * k + a] += 1e-12 * total }
            let matrix = Matrix(rows: k, columns: k, values: hessian)
            guard let step = matrix.solution(of: gradient) else { break }
            // A step of at most 2 in any logit keeps Newton's method from overshooting.
            let scale = min(1, 2 / max(step.map { abs($0) }.max() ?? 0, 1e-300))
            for a in 0..<k { b[a] -= step[a] * scale }
        }
        let mean = b.reduce(0, +) / Double(k)
        return b.map { $0 - mean }
    }

    /// The softmax of row `n` of the logits plus `b`.
    @inline(__always)
    static func softmax(_ logits: [Double], _ n: Int, _ b: [Double], into p: inout [Double]) {
        let k = b.count
        var most = -Double.infinity
        for a in 0..<k {
            p[a] = logits[n * k + a] + b[a]
            most = max(most, p[a])
        }
        var sum = 0.0
        for a in 0..<k {
            p[a] = exp(p[a] - most)
            sum += p[a]
        }
        for a in 0..<k { p[a] /= sum }
    }

    /// The cross-entropy of row `n`.
    @inline(__always)
    static func loss(_ logits: [Double], _ n: Int, _ b: [Double], label: Int) -> Double {
        let k = b.count
        var most = -Double.infinity
        for a in 0..<k { most = max(most, logits[n * k + a] + b[a]) }
        var sum = 0.0
        for a in 0..<k { sum += exp(logits[n * k + a] + b[a] - most) }
        return most + log(sum) - logits[n * k + label] - b[label]
    }
}
