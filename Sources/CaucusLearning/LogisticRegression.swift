public import CaucusMatrix

/// Multinomial logistic regression with an L2 penalty:
/// `½‖W‖² + C · Σ weight · crossEntropy(softmax(xW + b), label)`, the intercept not penalized.
///
/// This is scikit-learn's objective for three and more classes, and convex: whatever the solver, the
/// optimum is one. With two classes scikit-learn penalizes the difference of the weights, which is twice
/// this penalty: its `C` there is twice the one here.
public struct LogisticRegression: Sendable, Equatable {
    /// The weight of the examples against the penalty, `C`.
    public var c: Double = 1
    /// The certified gap to the optimum, as a share of the objective, at which the fit ends.
    public var relativeGap: Double = 1e-6
    /// The most passes or steps a fit takes.
    public var maximumIterations: Int = 500

    /// Creates an estimator.
    public init(c: Double = 1, relativeGap: Double = 1e-6, maximumIterations: Int = 500) {
        self.c = c
        self.relativeGap = relativeGap
        self.maximumIterations = maximumIterations
    }

    /// The model fitted to `rows` and their `labels` in `0..<classes`.
    ///
    /// A class without an example keeps zero weights and the probability 0. Dual coordinate ascent goes
    /// first, and certifies its gap; where its sweeps stop helping (unscaled dense columns, a very large
    /// C, more than 16 classes) Newton's method goes on.
    ///
    /// - Parameters:
    ///   - weights: what each example counts; 1 each by default. Examples of weight 0 count nothing.
    ///   - start: a model to start from, say one fitted with another penalty.
    /// - Complexity: O(nonzeros × classes) a pass.
    public func fitted(
        to rows: SparseMatrix, labels: [Int], classes: Int, weights: [Double]? = nil,
        startingFrom start: LogisticModel? = nil
    ) throws(FitError) -> LogisticModel {
        let problem = try LogisticProblem(
            rows: rows, labels: labels, classes: classes, weights: weights, c: c)
        try checkSettings()
        // The weights of the dual method are Floats, which see no smaller gap.
        let within = max(relativeGap, 5 * DualAscent<SIMD4<Float>>.rounding)
        guard problem.fitsFloat,
            let (point, found) = problem.dualAscent(
                relativeGap: within, maximumSweeps: min(maximumIterations, 100), start: start)
        else {
            let newton = NewtonCG(problem, point: problem.start(from: start))
            return polished(problem, newton, sweeps: 0)
        }
        if found.reached, let gap = found.gap, gap <= relativeGap * found.objective {
            return problem.model(point, found)
        }
        return polished(
            problem, NewtonCG(problem, point: point), sweeps: found.iterations)
    }

    /// The model fitted to dense rows by Newton's method, whatever the scale of the columns.
    ///
    /// A step costs `classes · (classes − 1) / 2` symmetric products and a factorization of order
    /// `(columns + 1) · (classes − 1)`, all by OpenBLAS; steps near the optimum go without. Beyond order
    /// 4,000 the rows are taken as sparse ones.
    public func fitted(
        to rows: Matrix, labels: [Int], classes: Int, weights: [Double]? = nil
    ) throws(FitError) -> LogisticModel {
        try Self.check(rows)
        // A matrix of zeros stands in: the numbers themselves are in the dense block.
        let none = SparseMatrix(
            trusting: rows.columns, rowStarts: [Int](repeating: 0, count: rows.rows + 1),
            indices: [], values: [])
        let problem = try LogisticProblem(
            rows: none, labels: labels, classes: classes, weights: weights, c: c)
        try checkSettings()
        guard (rows.columns + 1) * (problem.present.count - 1) <= DenseFactor.largestOrder else {
            return try fitted(
                to: SparseMatrix(rows), labels: labels, classes: classes, weights: weights)
        }
        let newton = NewtonCG(
            problem, SplitRows(dense: rows), start: problem.start(from: nil))
        return polished(problem, newton, sweeps: 0)
    }

    /// The model fitted to sparse rows with the columns of `dense` to their right.
    ///
    /// - Parameter isScaled: whether the dense columns together are first scaled so that their part of a
    ///   row has length 1 on average, as the sparse part usually has; else the penalty would hardly see
    ///   the weights of large columns. The model is for the columns as they come, scaled or not.
    public func fitted(
        to rows: SparseMatrix, beside dense: Matrix, isScaled: Bool = true, labels: [Int],
        classes: Int, weights: [Double]? = nil
    ) throws(FitError) -> LogisticModel {
        guard dense.rows == rows.rows else {
            throw .lengthMismatch(name: "dense rows", expected: rows.rows, found: dense.rows)
        }
        try Self.check(dense)
        let factor = isScaled ? dense.unitRowFactor : 1
        var block = dense
        for n in block.values.indices { block.values[n] *= factor }
        let model = try fitted(
            to: rows.beside(SparseMatrix(block)), labels: labels, classes: classes,
            weights: weights)
        var unscaled = model.weights
        for n in (rows.columns * classes)..<unscaled.values.count { unscaled.values[n] *= factor }
        return LogisticModel(
            weights: unscaled, intercepts: model.intercepts, convergence: model.convergence)
    }

    private func checkSettings() throws(FitError) {
        guard relativeGap > 0, relativeGap.isFinite else {
            throw .badSetting(name: "relativeGap", value: relativeGap)
        }
    }

    /// Each number must be one whose square can be summed.
    private static func check(_ rows: Matrix) throws(FitError) {
        let most = 1e100
        guard let place = rows.values.firstIndex(where: { !(abs($0) <= most) }) else { return }
        let value = rows.values[place]
        guard value.isFinite else { throw .notFinite(row: place / rows.columns) }
        throw .tooLarge(row: place / rows.columns, value: value, most: most)
    }

    private func polished(
        _ problem: LogisticProblem, _ newton: NewtonCG, sweeps: Int
    ) -> LogisticModel {
        var newton = newton
        var convergence = newton.solve(
            relativeGap: relativeGap, maximumIterations: maximumIterations)
        convergence.iterations += sweeps
        return problem.model(newton.end, convergence)
    }
}

extension Matrix {
    /// The factor that brings the mean squared length of the rows to 1; 1 where every row is zero.
    fileprivate var unitRowFactor: Double {
        let squares = values.reduce(0) { $0 + $1 * $1 }
        return squares > 0 ? (Double(rows) / squares).squareRoot() : 1
    }
}
