public import CaucusMatrix

/// A factor and an offset for each class's logits, fitted to held-out logits (Guo et al. 2017).
public struct VectorScaling: Sendable, Codable, Equatable {
    /// The factor of each class.
    public var scales: [Double]
    /// The offset of each class.
    public var offsets: [Double]

    /// Creates a scaling from its parts.
    public init(scales: [Double], offsets: [Double]) {
        self.scales = scales
        self.offsets = offsets
    }

    /// The scaling with the least log loss, by Newton's method.
    ///
    /// A penalty of one row's weight holds the factors near 1 and the offsets near 0 where the rows
    /// tell nothing.
    public init(logits: Matrix, labels: [Int], weights: [Double]? = nil) {
        precondition(
            logits.rows == labels.count, "\(logits.rows) rows of logits, \(labels.count) labels")
        let k = logits.columns
        self.init(
            scales: [Double](repeating: 1, count: k), offsets: [Double](repeating: 0, count: k))
        var value = loss(logits, labels, weights)
        for _ in 0..<50 {
            let (gradient, hessian) = derivatives(logits, labels, weights)
            guard gradient.contains(where: { abs($0) > 1e-9 * Double(labels.count + 1) }),
                let step = hessian.solution(of: gradient)
            else { return }
            var t = 1.0
            while t > 1e-6 {
                var next = self
                for a in 0..<k {
                    next.scales[a] -= t * step[a]
                    next.offsets[a] -= t * step[k + a]
                }
                let reached = next.loss(logits, labels, weights)
                if reached < value {
                    self = next
                    value = reached
                    break
                }
                t *= 0.5
            }
            if t <= 1e-6 { return }
        }
    }

    /// The scaled logits.
    public func scaled(_ logits: Matrix) -> Matrix {
        var result = logits
        for n in result.values.indices {
            let k = n % logits.columns
            result.values[n] = result.values[n] * scales[k] + offsets[k]
        }
        return result
    }

    private func loss(_ logits: Matrix, _ labels: [Int], _ weights: [Double]?) -> Double {
        let mass = weights?.reduce(0, +) ?? Double(labels.count)
        var total =
            Softmax.logLoss(logits: scaled(logits), labels: labels, weights: weights) * mass
        for a in scales.indices {
            total += 0.5 * (scales[a] - 1) * (scales[a] - 1) + 0.5 * offsets[a] * offsets[a]
        }
        return total
    }

    /// The derivatives by the factors, then by the offsets.
    private func derivatives(
        _ logits: Matrix, _ labels: [Int], _ weights: [Double]?
    ) -> (gradient: [Double], hessian: Matrix) {
        let k = scales.count
        let p = Softmax.probabilities(logits: scaled(logits))
        var gradient = scales.map { $0 - 1 } + offsets
        var hessian = Matrix(rows: 2 * k, columns: 2 * k)
        for a in 0..<(2 * k) { hessian[a, a] = 1 }
        for i in labels.indices {
            let weight = weights?[i] ?? 1
            for a in 0..<k {
                let (za, pa) = (logits[i, a], p[i, a])
                let residual = weight * (pa - (labels[i] == a ? 1 : 0))
                gradient[a] += residual * za
                gradient[k + a] += residual
                for b in 0..<k {
                    let (zb, h) = (logits[i, b], weight * pa * ((a == b ? 1 : 0) - p[i, b]))
                    hessian.values[a * 2 * k + b] += h * za * zb
                    hessian.values[a * 2 * k + k + b] += h * za
                    hessian.values[(k + a) * 2 * k + b] += h * zb
                    hessian.values[(k + a) * 2 * k + k + b] += h
                }
            }
        }
        return (gradient, hessian)
    }
}
