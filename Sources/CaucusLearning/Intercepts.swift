import CaucusMatrix
import Foundation

/// The intercepts of logits by Newton's method, everything else being fixed.
enum Intercepts {
    /// The intercepts with the least cost-weighted cross-entropy; their mean is 0.
    ///
    /// - Parameter logits: a row of `stride` numbers for each label, the first of them the classes'.
    static func best(
        logits: UnsafePointer<Double>, stride: Int, costs: [Double], labels: [Int],
        start: [Double]
    ) -> [Double] {
        let k = start.count
        let total = costs.reduce(0, +)
        var b = start
        for _ in 0..<50 {
            var (gradient, hessian) = derivatives(
                logits, stride: stride, costs: costs, labels: labels, at: b)
            if gradient.allSatisfy({ abs($0) <= 1e-9 * total }) { break }
            // The ridge along (1, …, 1), which changes no probability, makes the matrix definite.
            for n in hessian.indices { hessian[n] += 1e-3 * total / Double(k) }
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

    /// The derivatives of the cost-weighted cross-entropy by the intercepts.
    private static func derivatives(
        _ logits: UnsafePointer<Double>, stride: Int, costs: [Double], labels: [Int],
        at b: [Double]
    ) -> (gradient: [Double], hessian: [Double]) {
        let k = b.count
        var gradient = [Double](repeating: 0, count: k)
        var hessian = [Double](repeating: 0, count: k * k)
        var p = [Double](repeating: 0, count: k)
        p.withUnsafeMutableBufferPointer { p in
            hessian.withUnsafeMutableBufferPointer { hessian in
                for n in costs.indices {
                    softmax(logits + n * stride, b, into: p)
                    gradient[labels[n]] -= costs[n]
                    for a in 0..<k {
                        let weighted = costs[n] * p[a]
                        gradient[a] += weighted
                        hessian[a * k + a] += weighted
                        for c in 0..<k { hessian[a * k + c] -= weighted * p[c] }
                    }
                }
            }
        }
        return (gradient, hessian)
    }

    /// The softmax of a row of logits plus `b`.
    @inline(__always)
    static func softmax(
        _ logits: UnsafePointer<Double>, _ b: [Double], into p: UnsafeMutableBufferPointer<Double>
    ) {
        let k = b.count
        var most = -Double.infinity
        for a in 0..<k {
            p[a] = logits[a] + b[a]
            most = max(most, p[a])
        }
        var sum = 0.0
        for a in 0..<k {
            p[a] = exp(p[a] - most)
            sum += p[a]
        }
        for a in 0..<k { p[a] /= sum }
    }

    /// The cross-entropy of a row of logits plus `b`.
    @inline(__always)
    static func loss(_ logits: UnsafePointer<Double>, _ b: [Double], label: Int) -> Double {
        let k = b.count
        var most = -Double.infinity
        for a in 0..<k { most = max(most, logits[a] + b[a]) }
        var sum = 0.0
        for a in 0..<k { sum += exp(logits[a] + b[a] - most) }
        return most + log(sum) - logits[label] - b[label]
    }
}
