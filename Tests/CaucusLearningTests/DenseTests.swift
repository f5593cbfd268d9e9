import CaucusLearning
import CaucusMatrix
import Testing

@Suite("Dense rows")
struct DenseTests {
    @Test(arguments: [2, 3, 4])
    func newtonCholeskyFindsTheSameOptimum(classes: Int) throws {
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

    @Test func unscaledColumnsAreNoTroubleToNewtonCholesky() throws {
        let problem = Problem.sparse(rows: 60, columns: 6)
        var dense = problem.rows.dense
        for i in 0..<60 { dense[i, 5] = 1000 + 50 * dense[i, 5] }
        let model = try LogisticRegression(relativeGap: 1e-8).fitted(
            to: dense, labels: problem.labels, classes: 3)
        #expect(model.convergence.reached)
        let p = model.probabilities(for: SparseMatrix(dense))
        #expect(p.values.allSatisfy { $0.isFinite })
    }
}
