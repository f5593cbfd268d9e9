public import CaucusMatrix
import Foundation

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
    /// The folds are fitted by the same sweeps, side by side in the lanes of one vector, so that a row's
    /// numbers are read once for all of them. With several jobs each takes some of the folds; the answer
    /// does not depend on their number.
    ///
    /// - Parameters:
    ///   - weights: what each example counts, in the fits and in the log loss.
    ///   - jobs: how many threads may work at once.
    public func run(
        _ rows: SparseMatrix, labels: [Int], classes: Int, folds: Folds, weights: [Double]? = nil,
        jobs: Int = 1
    ) throws(FitError) -> Result {
        let order = try checked(rows, labels, folds)
        // Checks labels, weights and numbers as a fit does.
        let problem = try LogisticProblem(
            rows: rows, labels: labels, classes: classes, weights: weights, c: order[0])
        try checkFolds(problem, folds)
        let lanes = problem.present.count <= 16 ? 16 / problem.present.count : 1
        let together = max(1, min(lanes, (folds.count + max(jobs, 1) - 1) / max(jobs, 1)))
        let parts = stride(from: 0, to: folds.count, by: together).map {
            $0..<min($0 + together, folds.count)
        }
        let ends = try Jobs(jobs).map(parts) { chosen throws(FitError) in
            try path(problem, folds, chosen, order)
        }
        var whole = HeldOutPath(rows: rows.rows, classes: classes, penalties: order)
        for (end, part) in zip(ends, parts) { whole.take(end, folds: folds, part) }
        return whole.result(labels: labels, weights: weights)
    }

    /// Fits the folds `chosen` along the path of C.
    func path(
        _ problem: LogisticProblem, _ folds: Folds, _ chosen: Range<Int>, _ penalties: [Double]
    ) throws(FitError) -> HeldOutPath {
        var path = HeldOutPath(
            rows: problem.rows.rows, classes: problem.classes, penalties: penalties)
        switch chosen.count * problem.present.count {
        case ...4: sweep(SIMD4<Float>.self, problem, folds, chosen, &path)
        case ...8: sweep(SIMD8<Float>.self, problem, folds, chosen, &path)
        case ...16: sweep(SIMD16<Float>.self, problem, folds, chosen, &path)
        default: for fold in chosen { try fitAlone(problem, folds, fold, &path) }
        }
        return path
    }

    /// Fits folds side by side in lanes.
    private func sweep<L: SIMD & BitwiseCopyable>(
        _: L.Type, _ problem: LogisticProblem, _ folds: Folds, _ chosen: Range<Int>,
        _ path: inout HeldOutPath
    ) where L.Scalar == Float {
        let leftOut = folds.assignment.map {
            chosen.contains($0) ? Int32($0 - chosen.lowerBound) : -1
        }
        let solver = DualAscent<L>(
            rows: problem.rows, labels: problem.labels, weights: problem.weights,
            classes: problem.present.count, models: chosen.count, leftOut: leftOut,
            c: path.penalties[0])
        for (n, c) in path.penalties.enumerated() {
            if n > 0 { solver.changeC(to: c) }
            let outcome = solver.solve(
                relativeGap: relativeGap, maximumSweeps: maximumIterations)
            path.reached[n] = outcome.reached.allSatisfy { $0 }
            for i in 0..<problem.rows.rows where leftOut[i] >= 0 {
                let model = Int(leftOut[i])
                let z = outcome.products[i] - solver.r * solver.alongCenter[i]
                for (k, label) in problem.present.enumerated() {
                    path.logits[n].values[i * problem.classes + label] =
                        Double(z[k * chosen.count + model])
                        + outcome.certificates[model].intercepts[k]
                }
            }
        }
    }

    /// Fits one fold, where there are too many classes for lanes.
    private func fitAlone(
        _ problem: LogisticProblem, _ folds: Folds, _ fold: Int, _ path: inout HeldOutPath
    ) throws(FitError) {
        let (training, out) = (folds.training(fold), folds.heldOut(fold))
        let inside = problem.rows.rows(at: training)
        let outside = problem.rows.rows(at: out)
        var model: LogisticModel?
        for (n, c) in path.penalties.enumerated() {
            let estimator = LogisticRegression(
                c: c, relativeGap: relativeGap, maximumIterations: maximumIterations)
            let next = try estimator.fitted(
                to: inside, labels: training.map { problem.labels[$0] },
                classes: problem.present.count,
                weights: training.map { Double(problem.weights[$0]) }, startingFrom: model)
            path.reached[n] = path.reached[n] && next.convergence.reached
            let logits = next.logits(for: outside)
            for (i, row) in out.enumerated() {
                for (k, label) in problem.present.enumerated() {
                    path.logits[n][row, label] = logits[i, k]
                }
            }
            model = next
        }
    }

    /// The cross-validation, and the model fitted to all rows at the value of C it chose.
    ///
    /// - Parameter final: the certified gap, as a share of the objective, at which that fit ends.
    public func fitted(
        to rows: SparseMatrix, labels: [Int], classes: Int, folds: Folds,
        weights: [Double]? = nil, final: Double = 1e-6, jobs: Int = 1
    ) throws(FitError) -> (model: LogisticModel, result: Result) {
        let result = try run(
            rows, labels: labels, classes: classes, folds: folds, weights: weights, jobs: jobs)
        let model = try LogisticRegression(c: result.bestC, relativeGap: final).fitted(
            to: rows, labels: labels, classes: classes, weights: weights)
        return (model, result)
    }

    /// Each fold must train on two classes at least.
    func checkFolds(_ problem: LogisticProblem, _ folds: Folds) throws(FitError) {
        var counts = [[Int]](
            repeating: [Int](repeating: 0, count: problem.present.count), count: folds.count)
        var totals = [Int](repeating: 0, count: problem.present.count)
        for (i, label) in problem.labels.enumerated() where problem.weights[i] > 0 {
            counts[folds.assignment[i]][label] += 1
            totals[label] += 1
        }
        for fold in 0..<folds.count {
            let trained = totals.indices.count { totals[$0] > counts[fold][$0] }
            if trained < 2 { throw .singleClassFold(fold: fold) }
        }
    }

    func checked(
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
}

/// The held-out logits along a path of penalties.
struct HeldOutPath: Sendable {
    let penalties: [Double]
    var logits: [Matrix]
    var reached: [Bool]

    init(rows: Int, classes: Int, penalties: [Double]) {
        self.penalties = penalties
        // A class without an example keeps the logit that makes its probability 0.
        logits = [Matrix](
            repeating: Matrix(
                rows: rows, columns: classes, repeating: LogisticModel.absentIntercept),
            count: penalties.count)
        reached = [Bool](repeating: true, count: penalties.count)
    }

    /// Takes over the rows that the folds of `part` hold out.
    mutating func take(_ other: HeldOutPath, folds: Folds, _ part: Range<Int>) {
        for n in penalties.indices {
            reached[n] = reached[n] && other.reached[n]
            for (i, fold) in folds.assignment.enumerated() where part.contains(fold) {
                for k in 0..<logits[n].columns { logits[n][i, k] = other.logits[n][i, k] }
            }
        }
    }

    func result(labels: [Int], weights: [Double]?) -> CrossValidation.Result {
        let trials = penalties.indices.map { n in
            CrossValidation.Result.Trial(
                c: penalties[n],
                logLoss: Softmax.logLoss(logits: logits[n], labels: labels, weights: weights),
                reached: reached[n])
        }
        // The smaller C wins a tie: the simpler model.
        let best = trials.indices.min { trials[$0].logLoss < trials[$1].logLoss } ?? 0
        return CrossValidation.Result(
            bestC: trials[best].c, trials: trials, logits: logits[best])
    }
}
