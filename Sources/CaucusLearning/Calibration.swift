public import CaucusMatrix
import Foundation

/// Makes the probabilities of a model mean what they say, from held-out logits.
public enum Calibration {
    /// The temperature by which to divide the logits for the least log loss, between 0.05 and 20.
    ///
    /// The loss is convex in the inverse temperature; its derivative is halved down to zero.
    public static func temperature(
        logits: Matrix, labels: [Int], weights: [Double]? = nil
    ) -> Double {
        precondition(
            logits.rows == labels.count, "\(logits.rows) rows of logits, \(labels.count) labels")
        guard !labels.isEmpty else { return 1 }
        var (low, high) = (0.05, 20.0)
        if slope(logits, labels, weights, at: low) >= 0 { return 1 / low }
        if slope(logits, labels, weights, at: high) <= 0 { return 1 / high }
        for _ in 0..<60 {
            let middle = (low * high).squareRoot()
            if slope(logits, labels, weights, at: middle) < 0 {
                low = middle
            } else {
                high = middle
            }
        }
        return 1 / (low * high).squareRoot()
    }

    /// The derivative of the log loss by the inverse temperature.
    private static func slope(
        _ logits: Matrix, _ labels: [Int], _ weights: [Double]?, at inverse: Double
    ) -> Double {
        let k = logits.columns
        var total = 0.0
        logits.values.withUnsafeBufferPointer { z in
            for (i, label) in labels.enumerated() {
                var most = -Double.infinity
                for c in 0..<k { most = max(most, z[i * k + c]) }
                var (sum, mean) = (0.0, 0.0)
                for c in 0..<k {
                    let p = exp(inverse * (z[i * k + c] - most))
                    sum += p
                    mean += p * (z[i * k + c] - most)
                }
                total += (weights?[i] ?? 1) * (mean / sum - (z[i * k + label] - most))
            }
        }
        return total
    }
}
