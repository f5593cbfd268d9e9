import CaucusLearning
import CaucusMatrix
import Testing

@Suite("LogisticRegression")
struct LogisticRegressionTests {
    private let exact = LogisticRegression(c: 1, relativeGap: 1e-12)

    @Test func theObjectiveIsTheOneInTheBooks() throws {
        let problem = Problem.sparse()
        let model = try exact.fitted(to: problem.rows, labels: problem.labels, classes: 3)
        let value = objective(problem, model.weights, model.intercepts, c: 1)
        // Sums of a few thousand terms in another order.
        #expect(abs(value - model.convergence.objective) < 1e-9 * value)
        #expect(model.convergence.reached)
    }

    /// At the optimum every derivative vanishes, by central differences with steps of 10⁻⁴, whose own
    /// error is below 10⁻⁷ here; a gap of 10⁻¹² F bounds the gradient by √(2 · 10⁻¹² F) ≈ 10⁻⁵.
    @Test(arguments: [0.1, 1, 10])
    func atTheOptimumEveryDerivativeVanishes(c: Double) throws {
        let problem = Problem.sparse(rows: 60, columns: 15)
        let model = try LogisticRegression(c: c, relativeGap: 1e-12).fitted(
            to: problem.rows, labels: problem.labels, classes: 3)
        let h = 1e-4
        for n in model.weights.values.indices {
            var (up, down) = (model.weights, model.weights)
            up.values[n] += h
            down.values[n] -= h
            let slope =
                objective(problem, up, model.intercepts, c: c)
                - objective(problem, down, model.intercepts, c: c)
            #expect(abs(slope / (2 * h)) < 3e-5)
        }
        for k in 0..<3 {
            var (up, down) = (model.intercepts, model.intercepts)
            up[k] += h
            down[k] -= h
            let slope =
                objective(problem, model.weights, up, c: c)
                - objective(problem, model.weights, down, c: c)
            #expect(abs(slope / (2 * h)) < 3e-5)
        }
    }

    @Test func theCertifiedGapIsTrue() throws {
        let problem = Problem.sparse()
        let best = try exact.fitted(to: problem.rows, labels: problem.labels, classes: 3)
        for gap in [1e-2, 1e-4, 1e-6] {
            let model = try LogisticRegression(relativeGap: gap).fitted(
                to: problem.rows, labels: problem.labels, classes: 3)
            let certified = try #require(model.convergence.gap)
            #expect(model.convergence.reached)
            #expect(certified <= gap * model.convergence.objective)
            let above = objective(problem, model.weights, model.intercepts, c: 1)
            // The objective itself is summed with an error of about 10⁻¹² of its size.
            #expect(above - best.convergence.objective <= certified + 1e-9)
        }
    }

    @Test func aWeightOfTwoIsTheRowTwice() throws {
        let problem = Problem.sparse(rows: 40)
        let twice = Array(0..<40) + Array(0..<20)
        let weights = (0..<40).map { $0 < 20 ? 2.0 : 1 }
        let weighted = try exact.fitted(
            to: problem.rows, labels: problem.labels, classes: 3, weights: weights)
        let repeated = try exact.fitted(
            to: problem.rows.rows(at: twice), labels: twice.map { problem.labels[$0] }, classes: 3)
        // Both gaps bound the distance of the weights by √(2 · gap) ≈ 10⁻⁵.
        #expect(distance(weighted.weights, repeated.weights) < 3e-5)
    }

    @Test func aWeightOfZeroIsNoRow() throws {
        let problem = Problem.sparse(rows: 40)
        let weights = (0..<40).map { $0 < 30 ? 1.0 : 0 }
        let kept = Array(0..<30)
        let weighted = try exact.fitted(
            to: problem.rows, labels: problem.labels, classes: 3, weights: weights)
        let fewer = try exact.fitted(
            to: problem.rows.rows(at: kept), labels: kept.map { problem.labels[$0] }, classes: 3)
        #expect(distance(weighted.weights, fewer.weights) < 3e-5)
    }

    @Test func theOrderOfRowsAndColumnsDoesNotMatter() throws {
        let problem = Problem.sparse()
        let model = try exact.fitted(to: problem.rows, labels: problem.labels, classes: 3)
        let order = Array((0..<problem.rows.rows).reversed())
        let columns = problem.rows.columns
        let flipped = SparseMatrix(
            columns: columns, rowStarts: problem.rows.rowStarts,
            indices: problem.rows.indices.map { Int32(columns) - 1 - $0 },
            values: problem.rows.values)
        let other = try exact.fitted(
            to: flipped.rows(at: order), labels: order.map { problem.labels[$0] }, classes: 3)
        let back = other.weights.rows(at: Array((0..<columns).reversed()))
        #expect(distance(model.weights, back) < 3e-5)
    }

    @Test func aVanishingCLeavesTheShareOfEachClass() throws {
        let problem = Problem.sparse()
        let model = try LogisticRegression(c: 1e-9, relativeGap: 1e-12).fitted(
            to: problem.rows, labels: problem.labels, classes: 3)
        let p = model.probabilities(for: problem.rows)
        for k in 0..<3 {
            let share = Double(problem.labels.count { $0 == k }) / Double(problem.labels.count)
            // Weights of order C · rows move a probability by about 10⁻⁷.
            #expect(abs(p[0, k] - share) < 1e-6)
        }
    }

    /// With two classes the weights of one are those of the other negated, and half the penalty acts
    /// on their difference: the same optimum as the binary form with twice the C.
    @Test func twoClassesAreTheBinaryModel() throws {
        let problem = Problem.sparse(classes: 2)
        let model = try exact.fitted(to: problem.rows, labels: problem.labels, classes: 2)
        for j in 0..<problem.rows.columns {
            #expect(abs(model.weights[j, 0] + model.weights[j, 1]) < 3e-5)
        }
        let dense = problem.rows.dense
        // The binary gradient: w + 2C Σ (σ(wx + b) − y) x.
        for j in 0..<dense.columns {
            var slope = model.weights[j, 1] - model.weights[j, 0]
            let p = model.probabilities(for: problem.rows)
            for i in 0..<dense.rows {
                slope += 2 * (p[i, 1] - Double(problem.labels[i])) * dense[i, j]
            }
            #expect(abs(slope) < 1e-4)
        }
    }

    @Test func aClassWithoutExamplesHasProbabilityZero() throws {
        let problem = Problem.sparse(classes: 2)
        let labels = problem.labels.map { $0 * 2 }
        let model = try exact.fitted(to: problem.rows, labels: labels, classes: 3)
        let p = model.probabilities(for: problem.rows)
        let two = try exact.fitted(to: problem.rows, labels: problem.labels, classes: 2)
            .probabilities(for: problem.rows)
        for i in 0..<p.rows {
            #expect(p[i, 1] == 0)
            #expect(abs(p[i, 2] - two[i, 1]) < 1e-6)
        }
    }

    @Test func oneClassOnlyIsRefused() {
        let problem = Problem.sparse(rows: 5)
        #expect(throws: FitError.singleClass(1)) {
            try exact.fitted(to: problem.rows, labels: [1, 1, 1, 1, 1], classes: 3)
        }
        #expect(throws: FitError.singleClass(0)) {
            try exact.fitted(
                to: problem.rows, labels: [0, 0, 1, 1, 1], classes: 2, weights: [1, 1, 0, 0, 0])
        }
    }

    @Test func oddInputIsRefusedByName() {
        let problem = Problem.sparse(rows: 3)
        let rows = problem.rows
        #expect(throws: FitError.labelOutOfRange(row: 2, label: 3, classes: 3)) {
            try exact.fitted(to: rows, labels: [0, 1, 3], classes: 3)
        }
        #expect(throws: FitError.lengthMismatch(name: "labels", expected: 3, found: 2)) {
            try exact.fitted(to: rows, labels: [0, 1], classes: 3)
        }
        #expect(throws: FitError.badSetting(name: "c", value: 0)) {
            try LogisticRegression(c: 0).fitted(to: rows, labels: [0, 1, 2], classes: 3)
        }
        #expect(throws: FitError.noRows) {
            try exact.fitted(to: rows.rows(at: []), labels: [], classes: 3)
        }
        let infinite = SparseMatrix(
            columns: 2, rowStarts: [0, 1, 2], indices: [0, 1], values: [1, .infinity])
        #expect(throws: FitError.notFinite(row: 1)) {
            try exact.fitted(to: infinite, labels: [0, 1], classes: 2)
        }
    }

    @Test func hardProblemsGiveFiniteAnswers() throws {
        let separable = SparseMatrix(
            columns: 1, rowStarts: [0, 1, 2, 3, 4], indices: [0, 0, 0, 0],
            values: [-2, -1, 1, 2])
        let constant = SparseMatrix(
            columns: 2, rowStarts: [0, 2, 3, 3], indices: [0, 1, 0], values: [1, 1, 1])
        for (rows, labels) in [(separable, [0, 0, 1, 1]), (constant, [0, 1, 2])] {
            for c in [1e-3, 1, 1e4] {
                let model = try LogisticRegression(c: c).fitted(
                    to: rows, labels: labels, classes: 3)
                let p = model.probabilities(for: rows)
                #expect(p.values.allSatisfy { $0.isFinite && $0 >= 0 && $0 <= 1 })
                #expect(model.weights.values.allSatisfy { $0.isFinite })
                #expect(model.convergence.reached)
            }
        }
    }

    @Test func manyClassesFillSeveralGroupsOfLanes() throws {
        let problem = Problem.sparse(rows: 300, classes: 7)
        let model = try exact.fitted(to: problem.rows, labels: problem.labels, classes: 7)
        let value = objective(problem, model.weights, model.intercepts, c: 1)
        #expect(abs(value - model.convergence.objective) < 1e-9 * value)
        #expect(model.convergence.reached)
    }

    @Test func aStartNearTheOptimumNeedsFewerSteps() throws {
        let problem = Problem.sparse()
        let cold = try exact.fitted(to: problem.rows, labels: problem.labels, classes: 3)
        let warm = try exact.fitted(
            to: problem.rows, labels: problem.labels, classes: 3, startingFrom: cold)
        #expect(warm.convergence.iterations <= cold.convergence.iterations)
        #expect(distance(warm.weights, cold.weights) < 3e-5)
    }
}
