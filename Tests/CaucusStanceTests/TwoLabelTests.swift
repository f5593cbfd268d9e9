import CaucusLearning
import CaucusMatrix
import CaucusText
import Foundation
import Testing

@testable import CaucusStance

@Suite("training on two labels")
struct TwoLabelTests {
    private var examples: [LabeledExample] {
        let said = [
            ("favor", "Okello saved the harbor"), ("against", "Okello ruined the harbor"),
            ("favor", "We all thank Okello"), ("against", "Nobody can trust Okello"),
            ("favor", "Okello kept the word she gave"), ("against", "Okello broke her word"),
        ]
        return said.enumerated().map { i, pair in
            LabeledExample(
                id: "\(i)", text: pair.1, target: "Ada Okello", label: pair.0, group: "\(i)")
        }
    }

    /// scikit-learn's objective of two classes is `½‖w‖² + C Σ log(1 + exp(−y (xw + b)))`, w being the
    /// difference of the two weights. The recorded one is certified to 10⁻⁶; the rest is Float weights.
    @Test(arguments: [0.5, 4.0])
    func cIsScikitLearnsC(c: Double) throws {
        let result = try StanceTrainer(folds: 0, c: c).trained(on: examples)
        let model = result.model.regression
        var squares = 0.0
        for column in 0..<model.weights.rows {
            let difference = model.weights[column, 1] - model.weights[column, 0]
            squares += difference * difference
        }
        let logits = model.logits(for: result.rows)
        var loss = 0.0
        for (row, label) in result.labels.enumerated() {
            let margin = logits[row, label] - logits[row, 1 - label]
            loss += log1p(exp(-margin))
        }
        let objective = squares / 2 + c * loss
        let recorded = result.model.provenance.convergence.objective
        #expect(abs(recorded - objective) <= 1e-5 * objective, "\(recorded), \(objective)")
        #expect(result.model.provenance.c == c)
    }
}
