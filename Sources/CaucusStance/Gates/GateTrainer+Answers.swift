import CaucusLearning
import CaucusMatrix
import Foundation

extension GateTrainer {
    /// What the stance model says of a candidate, and whether the likelier side is right in everything.
    package struct Answer {
        package var stances: [Double]
        package var isRight: Bool

        /// Creates an answer; `stances` are the probabilities of against, neutral and favor.
        package init(stances: [Double], isRight: Bool) {
            self.stances = stances
            self.isRight = isRight
        }
    }

    /// Fits to held-out answers when a side is right in everything, at the penalty under which leaders held out have the
    /// least log loss, and puts the weights beside those of the gates.
    ///
    /// - Returns: The calibrated probability of each answer from a fit to other leaders.
    package func fitAnswers(
        _ fit: inout Result, of examples: [Example], _ answers: [Answer]
    ) throws -> [Double] {
        let rows = Self.rows(examples, fit, answers)
        let drawn = examples.indices.filter { examples[$0].weight > 0 }
        var best: (c: Double, loss: Double, odds: [Double])?
        for c in penalties {
            let odds = try heldOutOdds(answers, rows, c)
            let loss = drawn.reduce(0) {
                $0 + examples[$1].weight * log1p(exp(answers[$1].isRight ? -odds[$1] : odds[$1]))
            }
            if best.map({ loss < $0.loss }) ?? true { best = (c, loss, odds) }
        }
        guard let best else { preconditionFailure("no penalty to try") }
        let model = try Self.fit(answers, rows, Array(examples.indices), best.c)
        func weight(_ column: Int) -> Float {
            Float(model.weights[column, 1] - model.weights[column, 0])
        }
        for column in fit.features.indices { fit.weights[column].w = weight(column) }
        let inputs = fit.features.count + fit.opinionWeights.count
        for i in fit.opinionWeights.indices {
            fit.opinionWeights[i].w = weight(fit.features.count + i)
        }
        for i in 0..<AnswerInputs.count { fit.answerWeights[i] = weight(inputs + i) }
        fit.levels.w = Float(model.intercepts[1] - model.intercepts[0])
        let (slope, offset) = try Self.line(
            drawn.map { best.odds[$0] }, drawn.map { answers[$0].isRight },
            drawn.map { examples[$0].weight })
        fit.slopes.w = Float(slope)
        fit.offsets.w = Float(offset)
        return best.odds.map { 1 / (1 + exp(-(slope * $0 + offset))) }
    }

    /// The features of each example and then the inputs of its answer.
    private static func rows(
        _ examples: [Example], _ fit: Result, _ answers: [Answer]
    ) -> SparseMatrix {
        let sparse = rows(examples, fit.features.map(\.key))
        var starts = [0]
        var (indices, values): ([Int32], [Float]) = ([], [])
        for i in examples.indices {
            let row = sparse.rowStarts[i]..<sparse.rowStarts[i + 1]
            indices += sparse.indices[row]
            values += sparse.values[row]
            for (n, input) in AnswerInputs(fit.heldOut[i], answers[i].stances).values.enumerated() {
                indices.append(Int32(sparse.columns + n))
                values.append(input)
            }
            starts.append(indices.count)
        }
        return SparseMatrix(
            columns: sparse.columns + AnswerInputs.count, rowStarts: starts, indices: indices,
            values: values)
    }

    private static func fit(
        _ answers: [Answer], _ rows: SparseMatrix, _ places: [Int], _ c: Double
    ) throws -> LogisticModel {
        try LogisticRegression(c: c / 2).fitted(
            to: rows.rows(at: places), labels: places.map { answers[$0].isRight ? 1 : 0 },
            classes: 2)
    }

    /// The log odds of each answer from a fit to other leaders.
    private func heldOutOdds(
        _ answers: [Answer], _ rows: SparseMatrix, _ c: Double
    ) throws -> [Double] {
        var odds = [Double](repeating: 0, count: answers.count)
        for fold in 0..<folds.count {
            let model = try Self.fit(answers, rows, folds.training(fold), c)
            let held = folds.heldOut(fold)
            let logits = model.logits(for: rows.rows(at: held))
            for (i, place) in held.enumerated() { odds[place] = logits[i, 1] - logits[i, 0] }
        }
        return odds
    }
}
