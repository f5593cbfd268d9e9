import CaucusMatrix
import Testing

@testable import CaucusLearning

@Suite("Dense rows")
struct DenseTests {
    @Test(arguments: [2, 3, 4])
    func newtonsMethodOnDenseRowsFindsTheSameOptimum(classes: Int) throws {
        let problem = Problem.sparse(rows: 80, columns: 12, classes: classes)
        let estimator = LogisticRegression(relativeGap: 1e-12)
        let weights = (0..<80).map { $0 % 3 == 0 ? 2.0 : 1 }
        let sparse = try estimator.fitted(
            to: problem.rows, labels: problem.labels, classes: classes, weights: weights)
        let dense = try estimator.fitted(
            to: problem.rows.dense, labels: problem.labels, classes: classes, weights: weights)
        #expect(dense.convergence.reached)
        #expect(
            abs(dense.convergence.objective - sparse.convergence.objective)
                < 1e-9 * sparse.convergence.objective)
        // Both gaps bound the distance of the weights by about 10⁻⁵.
        #expect(distance(dense.weights, sparse.weights) < 3e-5)
    }

    @Test func unscaledDenseColumnsBesideSparseOnesConverge() throws {
        let problem = Problem.sparse(rows: 150)
        var numbers = Numbers(seed: 21)
        var block = Matrix(rows: 150, columns: 20)
        for n in block.values.indices {
            block.values[n] = (numbers.next() + numbers.next() + numbers.next() - 1.5) * 2
        }
        let rows = problem.rows.beside(SparseMatrix(block))
        let model = try LogisticRegression(relativeGap: 1e-6).fitted(
            to: rows, labels: problem.labels, classes: 3)
        #expect(model.convergence.reached)
    }

    @Test func unscaledColumnsAreNoTroubleToNewtonsMethod() throws {
        let problem = Problem.sparse(rows: 60, columns: 6)
        var dense = problem.rows.dense
        for i in 0..<60 { dense[i, 5] = 1000 + 50 * dense[i, 5] }
        let model = try LogisticRegression(relativeGap: 1e-8).fitted(
            to: dense, labels: problem.labels, classes: 3)
        #expect(model.convergence.reached)
        let p = model.probabilities(for: SparseMatrix(dense))
        #expect(p.values.allSatisfy { $0.isFinite })
    }

    /// 50 dense columns of unit variance beside sparse ones.
    private func mixed() -> (problem: Problem, block: Matrix) {
        let problem = Problem.sparse(rows: 400)
        var numbers = Numbers(seed: 33)
        var block = Matrix(rows: 400, columns: 50)
        for n in block.values.indices {
            block.values[n] = (numbers.next() + numbers.next() + numbers.next() - 1.5) * 2
        }
        return (problem, block)
    }

    @Test func fiftyDenseColumnsBesideSparseOnesConvergeToAMillionth() throws {
        let (problem, block) = mixed()
        for isScaled in [true, false] {
            let model = try LogisticRegression(relativeGap: 1e-6).fitted(
                to: problem.rows, beside: block, isScaled: isScaled, labels: problem.labels,
                classes: 3)
            #expect(model.convergence.reached)
            let relativeGap = try #require(model.convergence.relativeGap)
            #expect(relativeGap <= 1e-6)
        }
    }

    @Test func scaledDenseColumnsAreFittedAsIfTheyHadComeScaled() throws {
        let (problem, block) = mixed()
        let estimator = LogisticRegression(relativeGap: 1e-9)
        let model = try estimator.fitted(
            to: problem.rows, beside: block, labels: problem.labels, classes: 3)
        let squares = block.values.reduce(0) { $0 + $1 * $1 }
        var scaled = block
        for n in scaled.values.indices { scaled.values[n] *= (400 / squares).squareRoot() }
        let direct = try estimator.fitted(
            to: problem.rows, beside: scaled, isScaled: false, labels: problem.labels, classes: 3)
        let a = Softmax.probabilities(logits: model.logits(for: problem.rows, beside: block))
        let b = Softmax.probabilities(logits: direct.logits(for: problem.rows, beside: scaled))
        // Gaps of 10⁻⁹ F bound the distance of the weights by about 10⁻³ · √F / 30.
        #expect(distance(a, b) < 1e-3)
    }

    @Test func splitRowsMultiplyAsTheWholeOnesDo() {
        let (problem, block) = mixed()
        let whole = problem.rows.beside(SparseMatrix(block))
        let split = SplitRows(whole, most: 100)
        #expect(split.filled == 50 + problem.rows.documentFrequencies.count { $0 * 4 > 400 })
        var numbers = Numbers(seed: 2)
        var weights = Matrix(rows: whole.columns, columns: 4)
        for n in weights.values.indices { weights.values[n] = numbers.next() }
        var point = LogisticPoint(weights: [], intercepts: [Lanes(1, 2, 3, 4)])
        for column in split.order {
            let w = weights[row: column]
            point.weights.append(Lanes(w))
        }
        let logits = split.logits(point)
        let expected = whole.times(weights)
        for i in 0..<400 {
            for k in 0..<4 {
                // Sums of a hundred products, in another order.
                #expect(abs(logits[i][k] - expected[i, k] - Double(k + 1)) < 1e-11)
            }
        }
    }

    @Test func constantAndHugeDenseColumnsGiveAFiniteAnswer() throws {
        let x = Matrix(
            rows: 6, columns: 3,
            values: [1, 0, 1e30, 1, 0, -1e30, 1, 0, 5, 1, 0, 1, 1, 0, 0, 1, 0, 2])
        let model = try LogisticRegression().fitted(
            to: x, labels: [0, 1, 2, 0, 1, 2], classes: 3)
        #expect(model.weights.values.allSatisfy { $0.isFinite })
        #expect(model.intercepts.allSatisfy { $0.isFinite })
        #expect(model.probabilities(for: SparseMatrix(x)).values.allSatisfy { $0.isFinite })
    }

    @Test func denseColumnsBesideOtherRowsAreRefused() {
        let (problem, block) = mixed()
        #expect(throws: FitError.lengthMismatch(name: "dense rows", expected: 400, found: 3)) {
            try LogisticRegression().fitted(
                to: problem.rows, beside: block.rows(at: [0, 1, 2]), labels: problem.labels,
                classes: 3)
        }
    }
}
