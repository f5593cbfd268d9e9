public import CaucusMatrix

extension CrossValidation {
    /// Held-out logits whose penalty was chosen without the held-out rows either.
    ///
    /// For each fold a cross-validation inside its training rows chooses C; the fold's logits come
    /// from the fit with that C. The choice of C then flatters nobody.
    ///
    /// - Returns: the logits of every row, and the C chosen for each fold.
    public func nested(
        _ rows: SparseMatrix, labels: [Int], classes: Int, groups: [Int], folds: Folds,
        innerFolds: Int = 5, weights: [Double]? = nil, seed: UInt64 = 1, jobs: Int = 1
    ) throws(FitError) -> (logits: Matrix, chosen: [Double]) {
        var logits = Matrix(rows: rows.rows, columns: classes)
        var chosen: [Double] = []
        for fold in 0..<folds.count {
            let training = folds.training(fold)
            let out = folds.heldOut(fold)
            let inside = rows.rows(at: training)
            let insideLabels = training.map { labels[$0] }
            let insideWeights = weights.map { weights in training.map { weights[$0] } }
            let inner = try Folds.grouped(
                labels: insideLabels, groups: training.map { groups[$0] }, count: innerFolds,
                seed: seed)
            let best = try run(
                inside, labels: insideLabels, classes: classes, folds: inner,
                weights: insideWeights, jobs: jobs
            ).bestC
            let model = try LogisticRegression(
                c: best, relativeGap: relativeGap, maximumIterations: maximumIterations
            ).fitted(
                to: inside, labels: insideLabels, classes: classes, weights: insideWeights)
            let held = model.logits(for: rows.rows(at: out))
            for (i, row) in out.enumerated() {
                for k in 0..<classes { logits[row, k] = held[i, k] }
            }
            chosen.append(best)
        }
        return (logits, chosen)
    }
}
