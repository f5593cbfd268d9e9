/// Shares of a corpus from a classifier's posteriors, corrected for its errors without new labels.
///
/// Both methods trust that the classes look the same in the corpus as in training, only in other shares;
/// both stand beside the plain mean, never instead of it.
public struct Quantification: Sendable, Hashable, Codable {
    /// A labeled item: the posterior the classifier gave before it had seen it, and its class.
    public struct Gold: Sendable, Hashable {
        /// A probability a class.
        public var posterior: [Double]
        /// The class.
        public var label: Int
        /// The article or story; items of one group are not independent.
        public var group: Int

        /// Creates an item.
        public init(posterior: [Double], label: Int, group: Int) {
            self.posterior = posterior
            self.label = label
            self.group = group
        }
    }

    /// The estimated share of each class; sums to 1.
    public var shares: [Double]
    /// The plain mean of the posteriors, to stand beside.
    public var plainMean: [Double]
    /// How much the correction magnifies noise (the condition number of the misclassification matrix), or
    /// `nil` for EM.
    public var condition: Double?
    /// The estimator's name.
    public var method: String
    /// The covariance of the shares by the sandwich over articles, or `nil` with fewer than two of them.
    var covariance: [[Double]]?
    /// Items and clusters of the corpus, and how much freedom the covariance has.
    var items: Int
    var clusters: Int
    var degrees: Int

    /// The gold items a class that a correction needs at least.
    public static let leastGold = 20

    /// A weighted sum of the shares with its interval: (−1, 0, 1) is net stance, (1, 0, 0) a share.
    ///
    /// The interval of PACC counts the chance in corpus and gold items; that of EM the chance in the corpus alone
    /// and takes the calibration for granted. Neither counts a classifier whose errors are others here.
    public func estimate(
        _ contrast: [Double], level: Double = 0.95, bounds: ClosedRange<Double>? = nil
    ) -> Estimate {
        precondition(
            contrast.count == shares.count, "\(contrast.count) weights, \(shares.count) shares")
        let value = zip(contrast, shares).reduce(0) { $0 + $1.0 * $1.1 }
        let variance = covariance.map { covariance in
            contrast.indices.reduce(0.0) { sum, i in
                sum + contrast[i] * zip(contrast, covariance[i]).reduce(0) { $0 + $1.0 * $1.1 }
            }
        }
        return .student(
            value, variance: variance.map { max($0, 0) } ?? .nan, degrees: degrees, level: level,
            bounds: bounds, items: items, clusters: clusters, method: method)
    }

    /// Probabilistic adjusted classify and count: solves M q = mean p on the simplex, where column j of M is
    /// the mean out-of-fold posterior of the gold items of class j (Bella et al. 2010).
    ///
    /// - Parameters:
    ///   - posteriors: a row an item of the corpus, a probability a class.
    ///   - clusters: the article of each item; `nil` where all are independent.
    ///   - weights: how much each item counts; `nil` for alike.
    ///   - gold: out-of-fold posteriors of labeled items, with their classes.
    /// - Throws: ``StatisticsError/tooFewGold(class:found:needed:)``, ``StatisticsError/noItems``,
    ///   ``StatisticsError/singular``.
    public static func adjustedCount(
        posteriors: [[Double]], clusters: [Int]? = nil, weights: [Double]? = nil, gold: [Gold]
    ) throws(StatisticsError) -> Quantification {
        let sample = try WeightedRows(posteriors, clusters: clusters, weights: weights)
        let matrix = try misclassification(gold, classes: sample.mean.count)
        let condition = SquareMatrix.condition(of: matrix)
        guard condition.isFinite, condition < 1e8, let inverse = SquareMatrix.inverse(of: matrix)
        else { throw .singular }
        var result = Quantification(
            shares: Simplex.leastSquares(matrix, sample.mean), plainMean: sample.mean,
            condition: condition, method: "PACC", items: posteriors.count,
            clusters: sample.clusterCount, degrees: 0)
        // To first order q moves by M⁻¹ (p − mean) with an item, and by −M⁻¹ (x − M_j) q_j with a gold item.
        let counts = matrix.indices.map { k in Double(gold.count { $0.label == k }) }
        let drawn = gold.map { item in
            let weight = -result.shares[item.label] / counts[item.label]
            let offset = item.posterior.indices.map {
                weight * (item.posterior[$0] - matrix[$0][item.label])
            }
            return SquareMatrix.product(inverse, offset)
        }
        let groups = gold.map(\.group)
        let own = sample.covariance { row in SquareMatrix.product(inverse, row) }
        if let own, let errors = WeightedRows.sandwich(drawn, clusters: groups) {
            result.covariance = SquareMatrix.sum(own, errors)
            result.degrees = min(sample.clusterCount, Set(groups).count) - 1
        }
        return result
    }

    /// The mean posterior of the gold items of each class, a column a class.
    private static func misclassification(
        _ gold: [Gold], classes: Int
    ) throws(StatisticsError) -> [[Double]] {
        let row = [Double](repeating: 0, count: classes)
        var matrix = [[Double]](repeating: row, count: classes)
        var counts = [Int](repeating: 0, count: classes)
        for item in gold {
            precondition(item.label >= 0 && item.label < classes, "label \(item.label)")
            counts[item.label] += 1
            for k in 0..<classes { matrix[k][item.label] += item.posterior[k] }
        }
        for k in 0..<classes where counts[k] < leastGold {
            throw .tooFewGold(class: k, found: counts[k], needed: leastGold)
        }
        return matrix.map { row in row.indices.map { row[$0] / Double(counts[$0]) } }
    }

    /// Expectation–maximization on calibrated posteriors (Saerens, Latinne & Decaestecker 2002).
    ///
    /// - Parameter trainingShares: the shares of the classes where the classifier was calibrated.
    /// - Throws: ``StatisticsError/noItems``, and ``StatisticsError/notAProbability(index:value:)`` for a
    ///   training share that is not positive.
    /// - Complexity: O(items × steps), at most 2,000 steps.
    public static func expectationMaximization(
        posteriors: [[Double]], clusters: [Int]? = nil, weights: [Double]? = nil,
        trainingShares: [Double], tolerance: Double = 1e-9
    ) throws(StatisticsError) -> Quantification {
        let sample = try WeightedRows(posteriors, clusters: clusters, weights: weights)
        for (k, share) in trainingShares.enumerated() where !(share > 0 && share <= 1) {
            throw .notAProbability(index: k, value: share)
        }
        let mixture = Mixture(sample, trainingShares: trainingShares, tolerance: tolerance)
        return Quantification(
            shares: mixture.shares, plainMean: sample.mean, condition: nil,
            method: "EM (prior shift)", covariance: mixture.covariance(sample),
            items: posteriors.count, clusters: sample.clusterCount,
            degrees: sample.clusterCount - 1)
    }
}
