public import CaucusMatrix

/// A rising step function from scores to shares (Zadrozny & Elkan 2002), by pooling neighbors that
/// stand in the wrong order.
public struct IsotonicCurve: Sendable, Codable, Equatable {
    /// The mean score of each pool, ascending.
    public var scores: [Double]
    /// The share of each pool, ascending.
    public var shares: [Double]

    /// The least-squares rising fit of `outcomes` (0 or 1, or anything between) to `scores`.
    ///
    /// - Complexity: O(n log n).
    public init(scores: [Double], outcomes: [Double], weights: [Double]? = nil) {
        precondition(
            scores.count == outcomes.count, "\(scores.count) scores, \(outcomes.count) outcomes")
        struct Pool {
            var score: Double
            var outcome: Double
            var count: Double
        }
        var pools: [Pool] = []
        for i in scores.indices.sorted(by: { (scores[$0], $0) < (scores[$1], $1) }) {
            let weight = weights?[i] ?? 1
            guard weight > 0 else { continue }
            var pool = Pool(
                score: weight * scores[i], outcome: weight * outcomes[i], count: weight)
            while let last = pools.last,
                last.outcome * pool.count >= pool.outcome * last.count
                    || last.score / last.count == pool.score / pool.count
            {
                pool = Pool(
                    score: last.score + pool.score, outcome: last.outcome + pool.outcome,
                    count: last.count + pool.count)
                pools.removeLast()
            }
            pools.append(pool)
        }
        self.scores = pools.map { $0.score / $0.count }
        self.shares = pools.map { $0.outcome / $0.count }
    }

    /// The share at a score, on a line between the pools.
    public func share(at score: Double) -> Double {
        guard let first = scores.first, let last = scores.last else { return 0 }
        if score <= first { return shares[0] }
        if score >= last { return shares[shares.count - 1] }
        var (low, high) = (0, scores.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if scores[middle] <= score { low = middle } else { high = middle }
        }
        let part = (score - scores[low]) / (scores[high] - scores[low])
        return shares[low] + part * (shares[high] - shares[low])
    }
}

/// A rising curve for each class, the shares scaled to sum to 1.
public struct IsotonicCalibration: Sendable, Codable, Equatable {
    /// The curve of each class.
    public var curves: [IsotonicCurve]

    /// Fewer rows make steps of noise.
    public static let fewestRows = 1000

    /// The curves for held-out probabilities, or `nil` below ``fewestRows`` rows.
    public init?(probabilities: Matrix, labels: [Int], weights: [Double]? = nil) {
        precondition(
            probabilities.rows == labels.count,
            "\(probabilities.rows) rows of probabilities, \(labels.count) labels")
        guard labels.count >= Self.fewestRows else { return nil }
        curves = (0..<probabilities.columns).map { k in
            IsotonicCurve(
                scores: labels.indices.map { probabilities[$0, k] },
                outcomes: labels.map { $0 == k ? 1 : 0 }, weights: weights)
        }
    }

    /// The calibrated probabilities.
    public func calibrated(_ probabilities: Matrix) -> Matrix {
        var result = probabilities
        let k = probabilities.columns
        for i in 0..<probabilities.rows {
            var sum = 0.0
            for c in 0..<k {
                // A share of exactly 0 would make one surprise infinitely surprising.
                let share = max(curves[c].share(at: probabilities[i, c]), 1e-6)
                result.values[i * k + c] = share
                sum += share
            }
            for c in 0..<k { result.values[i * k + c] /= sum }
        }
        return result
    }
}
