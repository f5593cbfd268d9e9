import CaucusLearning
import CaucusMatrix

/// Rows with a label of 0 or 1, collected for one fit.
struct BinaryRows {
    private var starts = [0]
    private var indices: [Int32] = []
    private var values: [Float] = []
    private var labels: [Int] = []
    private var weights: [Double] = []

    /// Adds a row of `values`, given as columns and numbers.
    mutating func append(
        _ row: some Sequence<(column: Int, value: Double)>, isRight: Bool, weight: Double = 1
    ) {
        for (column, value) in row {
            indices.append(Int32(column))
            values.append(Float(value))
        }
        starts.append(indices.count)
        labels.append(isRight ? 1 : 0)
        weights.append(weight)
    }

    /// The log odds `level + slopes · row` of the label 1, fitted with the penalty `½‖slopes‖²`
    /// against `c` times the loss.
    ///
    /// The two-class softmax holds the slopes as `w₁ − w₀` with `w₁ = −w₀`, so that its penalty is
    /// `¼‖slopes‖²`: half of `c` gives the same optimum.
    func fitted(
        columns: Int, c: Double, named name: String
    ) throws -> (level: Double, slopes: [Double]) {
        guard Set(labels).count == 2 else { throw Failure.noExamples(of: name) }
        let rows = SparseMatrix(
            columns: columns, rowStarts: starts, indices: indices, values: values)
        let model = try LogisticRegression(c: c / 2, relativeGap: 1e-9)
            .fitted(to: rows, labels: labels, classes: 2, weights: weights)
        guard model.convergence.reached else {
            throw Failure.notConverged(name, model.convergence)
        }
        let slopes = (0..<columns).map { model.weights[$0, 1] - model.weights[$0, 0] }
        return (model.intercepts[1] - model.intercepts[0], slopes)
    }
}
