import CaucusFeatures
import CaucusLearning
import CaucusMatrix
import CaucusText
import Testing

@testable import CaucusStance

@Suite("penalties that follow the counts, in a model")
struct PenaltyTests {
    private let examples = StanceModelTests.examples

    @Test func crossValidationChoosesUnlessAUserDoes() throws {
        let examples = rareWords
        let encoded = try EncodedExamples(examples, task: .stance)
        let (features, rows) = try Features(.stance)
            .fittedRows(to: PassageMaker.passages(of: examples))
        let folds = try Folds.grouped(
            labels: encoded.labels, groups: encoded.groups, count: 3, seed: 1)
        func validated(_ followsCounts: Bool?) throws -> (loss: Double, followsCounts: Bool) {
            var trainer = StanceTrainer()
            trainer.penaltyFollowsCounts = followsCounts
            let chosen = try trainer.validated(
                TrainingRows(features, rows), encoded, penalties: [3], folds: folds,
                weights: encoded.weights)
            return (chosen.result.trials[0].logLoss, chosen.followsCounts)
        }
        let (even, byCounts, chosen) = (
            try validated(false), try validated(true), try validated(nil)
        )
        #expect(!even.followsCounts && byCounts.followsCounts)
        #expect(byCounts.loss < 0.95 * even.loss)
        #expect(chosen == byCounts)
    }

    @Test func theModelTellsWhatWasChosen() throws {
        var trainer = StanceTrainer(folds: 2, c: 1)
        trainer.penaltyFollowsCounts = true
        let model = try trainer.trained(on: examples).model
        #expect(model.provenance.penaltyFollowsCounts)
        #expect(ModelCard(model).markdown.contains("fall unevenly on the labels"))
    }

    @Test func withoutFoldsOrWithTermsThePenaltyIsEven() throws {
        var trainer = StanceTrainer(folds: 0, c: 1)
        #expect(try !trainer.trained(on: examples).model.provenance.penaltyFollowsCounts)
        // Terms keep scikit-learn's penalty, whatever is asked for.
        trainer.penaltyFollowsCounts = true
        trainer.features = .plain
        #expect(try !trainer.trained(on: examples).model.provenance.penaltyFollowsCounts)
    }

    @Test func withVeryFewOrManyExamplesThePenaltyIsEven() {
        var trainer = StanceTrainer()
        let counted = StanceTrainer.countedExamples
        for examples in [counted.lowerBound, counted.upperBound] {
            #expect(trainer.penaltyShapes(examples: examples) == [false, true])
        }
        for examples in [counted.lowerBound - 1, counted.upperBound + 1] {
            #expect(trainer.penaltyShapes(examples: examples) == [false])
        }
        trainer.penaltyFollowsCounts = true
        #expect(trainer.penaltyShapes(examples: counted.upperBound + 1) == [true])
    }

    /// One word of nine tells the label, seven times of eight: one of ten for each side, among a hundred others.
    private var rareWords: [LabeledExample] {
        var random = SplitMix(seed: 1)
        func word(_ kind: String, _ count: Int) -> String {
            let letters = Array("abcdefghijklmnopqrstuvwxyz")
            let i = Int(random.next() % UInt64(count))
            return "\(kind)\(letters[i / 26])\(letters[i % 26])\(kind)o"
        }
        return (0..<300).map { i in
            let side = random.next() % 8 == 0 ? 1 - i % 2 : i % 2
            let words = (0..<8).map { _ in word("f", 100) } + [word(side == 0 ? "c" : "z", 10)]
            return LabeledExample(
                id: "\(i)", text: words.joined(separator: " ") + " \(i)",
                label: i % 2 == 0 ? "favor" : "against", group: "g\(i / 4)",
                place: Place(file: "labels.jsonl", line: i + 1))
        }
    }

    /// The weights of the file are those of the features' own rows: the fit's optimum in other units.
    @Test func aModelScoresByTheRowsOfItsFeatures() throws {
        var trainer = StanceTrainer(folds: 0, c: 3)
        trainer.penaltyFollowsCounts = true
        let result = try trainer.trained(on: examples)
        let model = result.model
        let scales = model.vectorizer.penaltyScales(
            result.rows, labels: result.labels, classes: model.classes.count)
        #expect(scales.contains { $0 != 1 })
        // At the optimum of ½‖v‖² + C Σ loss with v = w / s, every v is C s Σ x (y − p).
        let passages = PassageMaker.passages(of: examples, for: model.vectorizer.settings)
        let probabilities = model.probabilities(for: passages)
        let weights = model.regression.weights
        var gradient = [Double](repeating: 0, count: weights.rows * weights.columns)
        for i in 0..<result.rows.rows {
            for n in result.rows.range(ofRow: i) {
                for k in 0..<weights.columns {
                    let isLabel = result.labels[i] == k ? 1.0 : 0
                    let p = probabilities[i][model.classes[k]]
                    gradient[Int(result.rows.indices[n]) * weights.columns + k] +=
                        Double(result.rows.values[n]) * (isLabel - p)
                }
            }
        }
        var furthest = 0.0
        for j in 0..<weights.rows {
            let s = Double(scales[j])
            for k in 0..<weights.columns {
                let optimum = 3 * s * s * gradient[j * weights.columns + k]
                furthest = max(furthest, abs(weights[j, k] - optimum))
            }
        }
        // The fit ends at a gap of 1e-4 of the objective; weights are some tenths.
        #expect(furthest < 0.05)
    }
}
