public import CaucusMatrix

extension CrossValidation {
    /// The same for rows that differ from fold to fold, because what scales them was learned from the rows
    /// that train for it.
    ///
    /// - Parameters:
    ///   - rows: the rows while nothing is scaled: they tell counts, and are checked.
    ///   - rowsOfFold: all rows, as the rows that train for this fold scale them.
    ///   - weights: what each example counts, in the fits and in the log loss.
    /// - Complexity: folds are fitted one after the other, about twice the work of ``run(_:labels:classes:folds:weights:jobs:)``.
    public func run(
        _ rows: SparseMatrix, labels: [Int], classes: Int, folds: Folds, weights: [Double]? = nil,
        rowsOfFold: (Int) -> SparseMatrix
    ) throws(FitError) -> Result {
        let order = try checked(rows, labels, folds)
        var whole = HeldOutPath(rows: rows.rows, classes: classes, penalties: order)
        for fold in 0..<folds.count {
            let problem = try LogisticProblem(
                rows: rowsOfFold(fold), labels: labels, classes: classes, weights: weights,
                c: order[0])
            if fold == 0 { try checkFolds(problem, folds) }
            let part = fold..<(fold + 1)
            whole.take(try path(problem, folds, part, order), folds: folds, part)
        }
        return whole.result(labels: labels, weights: weights)
    }
}
