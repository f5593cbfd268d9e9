/// The shares under which a corpus is most likely, where its classes look as they did in training.
struct Mixture {
    /// The share of each class.
    private(set) var shares: [Double]
    /// Each row's likelihood a class, up to a factor of the row: posterior / training share.
    private let ratios: [[Double]]

    /// Starts from the mean posterior and goes up until no share moves by more than `tolerance`.
    init(_ sample: WeightedRows, trainingShares: [Double], tolerance: Double) {
        ratios = sample.rows.map { row in row.indices.map { row[$0] / trainingShares[$0] } }
        shares = sample.mean
        for _ in 0..<2000 {
            var next = [Double](repeating: 0, count: shares.count)
            for (row, weight) in zip(ratios, sample.weights) {
                var total = 0.0
                for k in row.indices { total += row[k] * shares[k] }
                guard total > 0 else { continue }
                for k in row.indices { next[k] += weight * row[k] * shares[k] / total }
            }
            let sum = next.reduce(0, +)
            guard sum > 0 else { break }
            var change = 0.0
            for k in next.indices {
                next[k] /= sum
                change = max(change, abs(next[k] - shares[k]))
            }
            shares = next
            if change < tolerance { break }
        }
    }

    /// The sandwich covariance of the shares, or `nil` with one cluster or where the classes cannot be told apart.
    ///
    /// The last share is one less the others, so that the score of the others is their ratio less the last one's.
    func covariance(_ sample: WeightedRows) -> [[Double]]? {
        let last = shares.count - 1
        let scores = ratios.map { row in
            let total = zip(row, shares).reduce(0) { $0 + $1.0 * $1.1 }
            return (0..<last).map { total > 0 ? (row[$0] - row[last]) / total : 0 }
        }
        let information = (0..<last).map { i in
            (0..<last).map { j in
                zip(scores, sample.weights).reduce(0) { $0 + $1.1 * $1.0[i] * $1.0[j] }
            }
        }
        guard let inverse = SquareMatrix.inverse(of: information) else { return nil }
        let pulls = zip(scores, sample.weights).map { score, weight in
            let own = SquareMatrix.product(inverse, score.map { weight * $0 })
            return own + [-own.reduce(0, +)]
        }
        return WeightedRows.sandwich(pulls, clusters: sample.clusters)
    }
}
