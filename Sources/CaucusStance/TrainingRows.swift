import CaucusFeatures
import CaucusLearning
import CaucusMatrix

/// Rows to fit a model to, whose scale may depend on the labels of the rows that train.
struct TrainingRows {
    let features: FittedFeatures
    /// The rows before labels have a say.
    let rows: SparseMatrix

    init(_ features: FittedFeatures, _ rows: SparseMatrix) {
        self.features = features
        self.rows = rows
    }

    /// Fits every fold at every penalty; where labels scale the rows, those that train for the fold alone.
    func validated(
        _ encoded: EncodedExamples, penalties: [Double], folds: Folds, weights: [Double]
    ) throws(FitError) -> CrossValidation.Result {
        let validation = CrossValidation(penalties: penalties)
        let (labels, classes) = (encoded.labels, encoded.classes.count)
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
