import CaucusMatrix
import Testing

@testable import CaucusLearning

@Suite("Exactness")
struct ExactnessTests {
    /// The derivatives that Newton's method sums up, against central differences of the objective as it
    /// stands in the books: a step of 10⁻⁵ leaves an error of about 10⁻¹⁰ · F″′ and of 10⁻¹¹ F by
    /// rounding, together below 10⁻⁶ here.
    @Test(arguments: [2, 3, 5])
    func theGradientIsTheOneOfFiniteDifferences(classes: Int) throws {
        let made = Problem.sparse(rows: 50, columns: 12, classes: classes)
        let problem = try LogisticProblem(
            rows: made.rows, labels: made.labels, classes: classes, weights: nil, c: 2)
        let rows = SplitRows(made.rows, most: 3)
        #expect(rows.filled == 3 && rows.sparse.columns == 9)
        var numbers = Numbers(seed: 4)
        var weights = Matrix(rows: 12, columns: classes)
        for n in weights.values.indices { weights.values[n] = numbers.next() - 0.5 }
        let intercepts = (0..<classes).map { _ in numbers.next() - 0.5 }
        let point = split(weights, intercepts, rows, problem)
        let residuals = problem.residuals(problem.probabilities(rows.logits(point)))
        let gradient = rows.collected(residuals, groups: problem.groups)
        let h = 1e-5
        for (place, column) in rows.order.enumerated() {
            for k in 0..<classes {
                var (up, down) = (weights, weights)
                up[column, k] += h
                down[column, k] -= h
                let slope =
                    objective(made, up, intercepts, c: 2)
                    - objective(made, down, intercepts, c: 2)
                let lane = gradient.weights[place * problem.groups + k / 4][k % 4]
                #expect(abs(lane + weights[column, k] - slope / (2 * h)) < 1e-6)
            }
        }
        for k in 0..<classes {
            var (up, down) = (intercepts, intercepts)
            up[k] += h
            down[k] -= h
            let slope =
                objective(made, weights, up, c: 2) - objective(made, weights, down, c: 2)
            #expect(abs(gradient.intercepts[k / 4][k % 4] - slope / (2 * h)) < 1e-6)
        }
    }

    private func split(
        _ weights: Matrix, _ intercepts: [Double], _ rows: SplitRows, _ problem: LogisticProblem
    ) -> LogisticPoint {
        let g = problem.groups
        var point = LogisticPoint(
            weights: [Lanes](repeating: .zero, count: weights.rows * g),
            intercepts: [Lanes](repeating: .zero, count: g))
        for k in 0..<weights.columns {
            for (place, column) in rows.order.enumerated() {
                point.weights[place * g + k / 4][k % 4] = weights[column, k]
            }
            point.intercepts[k / 4][k % 4] = intercepts[k]
        }
        return point
    }

    /// A Newton step times the Hessian, written out row by row, is the gradient again.
    @Test(arguments: [2, 3, 4])
    func theDenseFactorSolvesWithTheWholeHessian(classes k: Int) throws {
        let made = Problem.sparse(rows: 40, columns: 5, classes: k)
        let rows = SplitRows(dense: made.rows.dense)
        let d = 6
        let costs = (0..<40).map { 1 + 0.1 * Double($0) }
        var logits = Matrix(rows: 40, columns: k)
        var numbers = Numbers(seed: 8)
        for n in logits.values.indices { logits.values[n] = 2 * numbers.next() }
        let p = Softmax.probabilities(logits: logits)
        let factor = try #require(
            p.values.withUnsafeBufferPointer { p in
                p.baseAddress.flatMap {
                    DenseFactor(
                        rows.dense, costs: costs, classes: k, probabilities: $0, stride: k,
                        areEqual: false)
                }
            })
        // The intercepts' part sums to zero, as every gradient's does.
        var gradient = (0..<(d * k)).map { _ in numbers.next() - 0.5 }
        let mean = gradient[((d - 1) * k)...].reduce(0, +) / Double(k)
        for a in 0..<k { gradient[(d - 1) * k + a] -= mean }
        var step = gradient
        step.withUnsafeMutableBufferPointer { step in
            if let base = step.baseAddress { factor.solve(base, stride: k) }
        }
        var image = [Double](repeating: 0, count: d * k)
        for n in 0..<((d - 1) * k) { image[n] = step[n] }
        for i in 0..<40 {
            let x = rows.dense[row: i]
            let z = (0..<k).map { a in
                zip(x, 0..<d).reduce(0) { $0 + $1.0 * step[$1.1 * k + a] }
            }
            let mean = (0..<k).reduce(0) { $0 + p[i, $1] * z[$1] }
            for (j, value) in x.enumerated() {
                for a in 0..<k { image[j * k + a] += costs[i] * p[i, a] * (z[a] - mean) * value }
            }
        }
        // A well-conditioned system of order 24 at most, and the trace of ridge on the intercepts.
        for n in gradient.indices { #expect(abs(image[n] - gradient[n]) < 1e-8) }
    }

    @Test func aWarmStartedPathEndsWhereColdStartsDo() throws {
        let problem = Problem.sparse()
        var model: LogisticModel?
        for c in [0.01, 0.1, 1, 10] {
            let estimator = LogisticRegression(c: c, relativeGap: 1e-12)
            let warm = try estimator.fitted(
                to: problem.rows, labels: problem.labels, classes: 3, startingFrom: model)
            let cold = try estimator.fitted(to: problem.rows, labels: problem.labels, classes: 3)
            // Gaps of 10⁻¹² F bound the distance of the weights by some 10⁻⁵.
            #expect(distance(warm.weights, cold.weights) < 5e-5)
            model = warm
        }
    }

    @Test func moreClassesThanLanesFallBackOnNewtonsMethod() throws {
        let problem = Problem.sparse(rows: 400, columns: 60, classes: 20)
        let model = try LogisticRegression(relativeGap: 1e-9).fitted(
            to: problem.rows, labels: problem.labels, classes: 20)
        #expect(model.convergence.reached)
        let value = objective(problem, model.weights, model.intercepts, c: 1)
        #expect(abs(value - model.convergence.objective) < 1e-9 * value)
        let p = model.probabilities(for: problem.rows)
        // At the optimum each class is foretold as often as it occurs.
        for k in 0..<20 {
            let foretold = (0..<p.rows).reduce(0) { $0 + p[$1, k] }
            #expect(abs(foretold - Double(problem.labels.count { $0 == k })) < 1e-3)
        }
    }

    @Test func aMillionColumnsGiveAFiniteAnswer() throws {
        let columns = 1_000_000
        let rows = SparseMatrix(
            columns: columns, rowStarts: [0, 2, 4, 5],
            indices: [999_999, 7, 500_000, 3, 999_999], values: [1, 0.5, 1, -1, -1])
        let model = try LogisticRegression(relativeGap: 1e-4).fitted(
            to: rows, labels: [0, 1, 2], classes: 3)
        #expect(model.convergence.reached && model.weights.rows == columns)
        // Only five of the columns occur, and nothing else moves from zero.
        #expect(model.weights.values.count { $0 != 0 } <= 15)
        #expect(model.probabilities(for: rows).values.allSatisfy { $0.isFinite })
    }

    @Test(arguments: [Float(1e30), -1e30, 1e-30, .leastNonzeroMagnitude, .greatestFiniteMagnitude])
    func extremeNumbersGiveAFiniteAnswer(value: Float) throws {
        let rows = SparseMatrix(
            columns: 3, rowStarts: [0, 2, 3, 5, 6, 6], indices: [0, 1, 0, 1, 2, 2],
            values: [value, 1, 1, -1, value, 0.5])
        for c in [1e-3, 1, 1e3] {
            let model = try LogisticRegression(c: c).fitted(
                to: rows, labels: [0, 1, 2, 0, 1], classes: 3)
            #expect(model.weights.values.allSatisfy { $0.isFinite })
            #expect(model.probabilities(for: rows).values.allSatisfy { $0 >= 0 && $0 <= 1 })
            #expect(model.convergence.objective.isFinite)
        }
    }

    @Test func whatIsNoNumberIsNamed() {
        for value in [Float.nan, .infinity, -.infinity] {
            let rows = SparseMatrix(
                columns: 2, rowStarts: [0, 1, 2, 3], indices: [0, 1, 0], values: [1, 2, value])
            #expect(throws: FitError.notFinite(row: 2)) {
                try LogisticRegression().fitted(to: rows, labels: [0, 1, 1], classes: 2)
            }
        }
        let dense = Matrix(rows: 2, columns: 2, values: [1, 2, 3, .nan])
        #expect(throws: FitError.notFinite(row: 1)) {
            try LogisticRegression().fitted(to: dense, labels: [0, 1], classes: 2)
        }
        let large = Matrix(rows: 2, columns: 2, values: [1, 1e200, 3, 4])
        #expect(throws: FitError.tooLarge(row: 0, value: 1e200, most: 1e100)) {
            try LogisticRegression().fitted(to: large, labels: [0, 1], classes: 2)
        }
    }

    @Test func aRowAClassAndEmptyRowsAreLearnable() throws {
        let rows = SparseMatrix(
            columns: 2, rowStarts: [0, 1, 1, 2], indices: [0, 1], values: [1, 1])
        let model = try LogisticRegression(c: 10).fitted(to: rows, labels: [0, 1, 2], classes: 3)
        #expect(model.convergence.reached)
        let p = model.probabilities(for: rows)
        for i in 0..<3 { #expect(p[i, i] > 0.5) }
    }
}
