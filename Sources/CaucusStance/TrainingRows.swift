import CaucusFeatures
import CaucusLearning
import CaucusMatrix

/// Rows to fit a model to, whose scale may depend on the labels of the rows that train.
struct TrainingRows {
    let features: FittedFeatures
    /// The rows before labels have a say.
    let rows: SparseMatrix
    /// Whether the penalty of a column follows its counts (``StanceTrainer/penaltyFollowsCounts``).
    var followsCounts: Bool

    init(_ features: FittedFeatures, _ rows: SparseMatrix, followsCounts: Bool = false) {
        self.features = features
        self.rows = rows
        self.followsCounts = followsCounts
    }

    /// Fits every fold at every penalty; where labels scale the rows, those that train for the fold alone.
    func validated(
        _ encoded: EncodedExamples, penalties: [Double], folds: Folds, weights: [Double]
    ) throws(FitError) -> CrossValidation.Result {
        let validation = CrossValidation(penalties: penalties)
        let (labels, classes) = (encoded.labels, encoded.classes.count)
        if followsCounts {
            return try validation.run(
                rows, labels: labels, classes: classes, folds: folds, weights: weights
            ) { fold in
                rows.scaled(
                    by: features.penaltyScales(
                        rows, labels: labels, classes: classes, training: folds.training(fold)))
            }
        }
        guard features.settings.weighsByCountRatios else {
            return try validation.run(
                rows, labels: labels, classes: classes, folds: folds, weights: weights)
        }
        return try validation.run(
            rows, labels: labels, classes: classes, folds: folds, weights: weights
        ) { fold in
            features.weighed(
                rows, labels: labels, classes: classes, training: folds.training(fold)
            ).rows
        }
    }
}
