import CaucusFeatures
import CaucusLearning
import CaucusMatrix

/// The fit to all examples, at what the cross-validation chose.
extension StanceTrainer {
    /// From how many to how many examples cross-validation tries both ways where ``penaltyFollowsCounts`` says
    /// nothing; elsewhere the penalty is even.
    ///
    /// With 400 short speeches macro-F1 gains a point by it, with 1,105 half a point to one. A hundred labels of news
    /// lose 1.6, and are too few to tell; 2,000 and 8,739 move nothing, and each fold then has rows of its own, which
    /// takes twice the time.
    public static let countedExamples = 300...4000

    /// How much less the held-out log loss must be for the penalty to follow the counts, as a share:
    /// smaller differences may be luck.
    private static let gain = 0.01

    /// The ways the penalty may fall: `true` where it follows the counts.
    func penaltyShapes(examples: Int) -> [Bool] {
        guard features.hasPenaltyScales else { return [false] }
        if let penaltyFollowsCounts { return [penaltyFollowsCounts] }
        return Self.countedExamples.contains(examples) ? [false, true] : [false]
    }

    /// The held-out logits at the best penalty, of the way for it to fall that serves better.
    func validated(
        _ rows: TrainingRows, _ encoded: EncodedExamples, penalties: [Double], folds: Folds,
        weights: [Double]
    ) throws -> (result: CrossValidation.Result, followsCounts: Bool) {
        var best: (result: CrossValidation.Result, followsCounts: Bool, loss: Double)?
        for followsCounts in penaltyShapes(examples: encoded.labels.count) {
            var rows = rows
            rows.followsCounts = followsCounts
            let result = try rows.validated(
                encoded, penalties: penalties, folds: folds, weights: weights)
            let loss = result.trials.map(\.logLoss).min() ?? .infinity
            if let best, loss >= best.loss * (1 - Self.gain) { continue }
            best = (result, followsCounts, loss)
        }
        guard let best else { preconditionFailure("no way for the penalty to fall") }
        return (best.result, best.followsCounts)
    }

    /// The weights for `rows` as they stand, at the penalty, temperature and shift of `search`.
    func regression(
        _ features: FittedFeatures, _ rows: SparseMatrix, _ encoded: EncodedExamples,
        _ weights: [Double], _ search: Search
    ) throws -> LogisticModel {
        let (labels, classes) = (encoded.labels, encoded.classes.count)
        let scale = Self.penaltyScale(classes: classes)
        let spared =
            search.followsCounts
            ? features.penaltyScales(rows, labels: labels, classes: classes) : []
        return try LogisticRegression(c: search.c * scale)
            .fitted(to: rows.scaled(by: spared), labels: labels, classes: classes, weights: weights)
            .scaled(by: spared)
            .shifted(by: search.shift.map { $0 * search.temperature })
            .roundedToFloat(objectiveScale: 1 / scale)
    }
}

extension LogisticModel {
    /// The same model for rows whose columns were not multiplied by `factors`; none for all 1.
    fileprivate func scaled(by factors: [Float]) -> LogisticModel {
        guard !factors.isEmpty else { return self }
        var weights = weights
        for column in factors.indices {
            for k in 0..<weights.columns { weights[column, k] *= Double(factors[column]) }
        }
        return LogisticModel(weights: weights, intercepts: intercepts, convergence: convergence)
    }

    /// The same model with `logits` added to its intercepts; none for nothing.
    fileprivate func shifted(by logits: [Double]) -> LogisticModel {
        guard !logits.isEmpty else { return self }
        return LogisticModel(
            weights: weights, intercepts: zip(intercepts, logits).map { $0 + $1 },
            convergence: convergence)
    }

    /// The same model with its numbers as a model file keeps them, so that a saved model answers alike.
    ///
    /// The objective, and the gap with it, are scaled to what scikit-learn calls so.
    fileprivate func roundedToFloat(objectiveScale scale: Double) -> LogisticModel {
        var convergence = convergence
        convergence.objective *= scale
        convergence.gap = convergence.gap.map { $0 * scale }
        return LogisticModel(
            weights: Matrix(
                rows: weights.rows, columns: weights.columns,
                values: weights.values.map { Double(Float($0)) }),
            intercepts: intercepts.map { Double(Float($0)) }, convergence: convergence)
    }
}
