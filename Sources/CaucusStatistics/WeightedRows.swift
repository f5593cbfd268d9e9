/// Rows of class probabilities with their weights and clusters, and the mean of them.
struct WeightedRows {
    let rows: [[Double]]
    let clusters: [Int]
    /// What each row counts; sums to 1.
    let weights: [Double]
    let mean: [Double]
    let clusterCount: Int

    /// Checks the rows and takes their mean.
    ///
    /// - Throws: ``StatisticsError/noItems``, ``StatisticsError/notAProbability(index:value:)``.
    init(_ rows: [[Double]], clusters: [Int]?, weights: [Double]?) throws(StatisticsError) {
        guard let first = rows.first else { throw .noItems }
        for (i, row) in rows.enumerated() {
            if let odd = row.first(where: { !(0...1).contains($0) }) {
                throw .notAProbability(index: i, value: odd)
            }
        }
        let total = weights?.reduce(0, +) ?? Double(rows.count)
        guard total > 0 else { throw .noItems }
        self.rows = rows
        self.clusters = clusters ?? Array(rows.indices)
        self.weights = rows.indices.map { (weights?[$0] ?? 1) / total }
        var mean = [Double](repeating: 0, count: first.count)
        for (row, weight) in zip(rows, self.weights) {
            for k in mean.indices { mean[k] += weight * row[k] }
        }
        self.mean = mean
        clusterCount = Set(self.clusters).count
    }

    /// The sandwich covariance of a mean of what `value` makes of each row's offset from the mean.
    func covariance(_ value: ([Double]) -> [Double]) -> [[Double]]? {
        let pulls = zip(rows, weights).map { row, weight in
            value(row.indices.map { weight * (row[$0] - mean[$0]) })
        }
        return Self.sandwich(pulls, clusters: clusters)
    }

    /// G/(G−1) Σ_g (Σ_{i∈g} pull_i)(Σ_{i∈g} pull_i)ᵀ, or `nil` with fewer than two clusters.
    static func sandwich(_ pulls: [[Double]], clusters: [Int]) -> [[Double]]? {
        guard let width = pulls.first?.count else { return nil }
        var numbering = Numbering<Int>()
        var sums: [[Double]] = []
        for (pull, cluster) in zip(pulls, clusters) {
            let at = numbering.number(of: cluster)
            if at == sums.count {
                sums.append(pull)
            } else {
                for k in pull.indices { sums[at][k] += pull[k] }
            }
        }
        guard sums.count > 1 else { return nil }
        let scale = Double(sums.count) / Double(sums.count - 1)
        return (0..<width).map { i in
            (0..<width).map { j in scale * sums.reduce(0) { $0 + $1[i] * $1[j] } }
        }
    }
}
