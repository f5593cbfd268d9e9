import Foundation
public import CaucusMatrix

/// Chooses the penalty by the log loss on held-out folds.
public struct CrossValidation: Sendable, Equatable {
    /// The values of C to try.
    public var penalties: [Double]
    /// The certified gap, as a share of the objective, at which each fit ends.
    public var relativeGap: Double
    /// The most passes a fit takes.
    public var maximumIterations: Int

    /// Ten values of C from 10⁻² to 10^2.5, evenly apart on a logarithmic scale.
    public static let defaultPenalties: [Double] = (0..<10).map {
        pow(10, -2 + 0.5 * Double($0))
    }

    /// Creates a cross-validation.
    public init(
        penalties: [Double] = defaultPenalties, relativeGap: Double = 1e-3,
        maximumIterations: Int = 100
    ) {
        self.penalties = penalties
        self.relativeGap = relativeGap
        self.maximumIterations = maximumIterations
    }

    /// What a cross-validation found.
    public struct Result: Sendable {
        /// What one value of C gave.
        public struct Trial: Sendable, Codable, Equatable {
            /// The value of C.
            public var c: Double
            /// The mean cross-entropy on the held-out rows, in nats.
            public var logLoss: Double
            /// Whether every fold reached the gap it was asked for.
            public var reached: Bool
        }

        /// The value of C with the least mean log loss.
        public var bestC: Double
        /// What each value of C gave, in ascending order of C.
        public var trials: [Trial]
        /// The held-out logits of every row at ``bestC``.
        public var logits: Matrix
    }

    /// Fits every fold at every value of C, each from the one before.
    ///
    /// - Parameter weights: what each example counts, in the fits and in the log loss.
    public func run(
        _ rows: SparseMatrix, labels: [Int], classes: Int, folds: Folds, weights: [Double]? = nil
    ) throws(FitError) -> Result {
        let order = try checked(rows, labels, folds)
        var held = [Matrix](
            repeating: Matrix(rows: rows.rows, columns: classes), count: order.count)
        var reached = [Bool](repeating: true, count: order.count)
        for fold in 0..<folds.count {
            let training = folds.training(fold)
            let out = folds.heldOut(fold)
            let (inside, outside) = (rows.rows(at: training), rows.rows(at: out))
            var model: LogisticModel?
            for (n, c) in order.enumerated() {
                let estimator = LogisticRegression(
                    c: c, relativeGap: relativeGap, maximumIterations: maximumIterations)
                let next = try fitted(
                    estimator, inside, training.map { labels[$0] }, classes,
                    weights.map { weights in training.map { weights[$0] } }, model, fold)
                reached[n] = reached[n] && next.convergence.reached
                let logits = next.logits(for: outside)
                for (i, row) in out.enumerated() {
                    for k in 0..<classes { held[n][row, k] = logits[i, k] }
                }
                model = next
            }
        }
        return result(order, held, reached, labels, weights)
    }

    private func checked(
        _ rows: SparseMatrix, _ labels: [Int], _ folds: Folds
    ) throws(FitError) -> [Double] {
        guard !penalties.isEmpty else { throw .badSetting(name: "penalties", value: 0) }
        guard folds.assignment.count == rows.rows else {
            throw .lengthMismatch(
                name: "folds", expected: rows.rows, found: folds.assignment.count)
        }
        guard labels.count == rows.rows else {
            throw .lengthMismatch(name: "labels", expected: rows.rows, found: labels.count)
        }
        return penalties.sorted()
    }

    private func fitted(
        _ estimator: LogisticRegression, _ rows: SparseMatrix, _ labels: [Int], _ classes: Int,
        _ weights: [Double]?, _ start: LogisticModel?, _ fold: Int
    ) throws(FitError) -> LogisticModel {
        do {
            return try estimator.fitted(
                to: rows, labels: labels, classes: classes, weights: weights, startingFrom: start)
        } catch .singleClass {
            throw .singleClassFold(fold: fold)
        }
    }

    private func result(
        _ order: [Double], _ held: [Matrix], _ reached: [Bool], _ labels: [Int],
        _ weights: [Double]?
    ) -> Result {
        let trials = order.indices.map { n in
            Result.Trial(
                c: order[n],
                logLoss: Softmax.logLoss(logits: held[n], labels: labels, weights: weights),
                reached: reached[n])
        }
        // The smaller C wins a tie: the simpler model.
        let best = trials.indices.min { trials[$0].logLoss < trials[$1].logLoss } ?? 0
        return Result(bestC: trials[best].c, trials: trials, logits: held[best])
    }
}
