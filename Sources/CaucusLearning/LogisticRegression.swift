public import CaucusMatrix

/// Multinomial logistic regression with an L2 penalty:
/// `½‖W‖² + C · Σ weight · crossEntropy(softmax(xW + b), label)`, the intercept not penalized.
///
/// This is scikit-learn's objective for `multinomial` problems, and convex: whatever the solver, the
/// optimum is one.
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
    /// A class without an example keeps zero weights and the probability 0.
    ///
    /// - Parameters:
    ///   - weights: what each example counts; 1 each by default. Examples of weight 0 count nothing.
    ///   - start: a model to start from, say one fitted with another penalty.
    public func fitted(
        to rows: SparseMatrix, labels: [Int], classes: Int, weights: [Double]? = nil,
        startingFrom start: LogisticModel? = nil
    ) throws(FitError) -> LogisticModel {
        let problem = try LogisticProblem(
            rows: rows, labels: labels, classes: classes, weights: weights, c: c)
        guard relativeGap > 0, relativeGap.isFinite else {
            throw .badSetting(name: "relativeGap", value: relativeGap)
        }
        // The weights of the dual method are Floats: below that, and where its sweeps stop helping
        // (unscaled dense columns, a very large C), Newton's method goes on in Double.
        let within = max(relativeGap, 5 * DualAscent<SIMD4<Float>>.rounding)
        guard
            let (point, found) = problem.dualAscent(
                relativeGap: within, maximumSweeps: min(maximumIterations, 100), start: start)
        else {
            return polished(problem, NewtonCG(problem, start: start), sweeps: 0)
        }
        if found.reached, let gap = found.gap, gap <= relativeGap * found.objective {
            return problem.model(point, found)
        }
        return polished(problem, NewtonCG(problem, point: point), sweeps: found.iterations)
    }

    private func polished(
        _ problem: LogisticProblem, _ newton: NewtonCG, sweeps: Int
    ) -> LogisticModel {
        var newton = newton
        var convergence = newton.solve(
            relativeGap: relativeGap, maximumIterations: maximumIterations)
        convergence.iterations += sweeps
        return problem.model(newton.point, convergence)
    }
}
