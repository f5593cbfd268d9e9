import CaucusFeatures
import CaucusLearning
import CaucusMatrix
import CaucusText
import Testing

@testable import CaucusStance

@Suite("models of posts")
struct PostModelTests {
    /// Posts of three labels with the shares that leaders meet: against, then favor and neutral.
    static let examples: [LabeledExample] = (0..<120).map { i in
        let kinds = [
            ("against", "#SinkThePier nobody asked for this, shame on Okello"),
            ("against", "Okello lies again and agaaaaain #OkelloOut"),
            ("favor", "So proud of @AdaOkello today!!!! #BuildThePier"),
            ("neutral", "Okello speaks at noon https://example.org/live"),
        ]
        let (label, text) = kinds[i % 4]
        return LabeledExample(
            id: "\(i)", text: "\(text) \(["pier", "harbor", "town"][i % 3]) \(i)",
            target: "Ada Okello", label: i % 10 == 9 ? "against" : label, group: "g\(i / 2)",
            place: Place(file: "posts.jsonl", line: i + 1))
    }

    private func trained(aim: LabelAim? = nil, base: StanceModel? = nil) throws -> StanceModel {
        var trainer = StanceTrainer(features: .tweets, folds: 3, c: 1, base: base)
        trainer.aim = aim
        return try trainer.trained(on: Self.examples).model
    }

    @Test func aSavedModelAnswersAlikeAndTrainingTwiceGivesTheSameBytes() throws {
        let model = try trained()
        let loaded = try StanceModel(bytes: model.encoded())
        let passages = PassageMaker.passages(of: Self.examples, for: .tweets)
        #expect(loaded.probabilities(for: passages) == model.probabilities(for: passages))
        #expect(try trained().encoded() == model.encoded())
        #expect(loaded.provenance.shift.count == 3)
    }

    @Test func contributionsSumToTheLogits() throws {
        for base in [nil, try StanceTrainer(folds: 0, c: 1).trained(on: Self.examples).model] {
            let model = try trained(base: base)
            for passage in PassageMaker.passages(of: Self.examples.prefix(8)) {
                let logits = model.logits(of: passage)
                let sums = model.contributions(of: passage).reduce(model.intercepts) { sums, term in
                    zip(sums, term.amounts).map { $0 + $1 }
                }
                // Sums of doubles of size 1 to 10 in another order.
                for (a, b) in zip(logits, sums) { #expect(abs(a - b) < 1e-9) }
            }
        }
    }

    @Test func theLikeliestLabelIsChosenOnRequest() throws {
        let (aimed, likeliest) = (try trained(), try trained(aim: .likeliest))
        #expect(likeliest.provenance.shift.isEmpty)
        #expect(aimed.regression.weights == likeliest.regression.weights)
        let shift = aimed.provenance.shift
        for k in 0..<3 {
            let added = aimed.intercepts[k] - likeliest.intercepts[k]
            // Intercepts of size 1 are kept as Float.
            #expect(abs(added - shift[k] * aimed.temperature) < 1e-6)
        }
    }

    @Test func refitsAndTheLearningCurveTakePosts() throws {
        let evaluation = try StanceEvaluation(try trained(), on: Self.examples)
        #expect(evaluation.refits.count == 5)
        let random = try #require(evaluation.refits.first)
        guard case .measured = random.outcome else {
            Issue.record("\(random.outcome)")
            return
        }
    }
}

@Suite("the shift for F_avg")
struct LabelShiftTests {
    /// Favor is always second to neutral by little: F_avg wants it said, accuracy does not.
    private let probabilities = Matrix(
        rows: 8, columns: 3,
        values: [
            0.8, 0.1, 0.1, 0.7, 0.2, 0.1, 0.8, 0.1, 0.1, 0.7, 0.2, 0.1,
            0.1, 0.5, 0.4, 0.1, 0.5, 0.4, 0.1, 0.48, 0.42, 0.1, 0.8, 0.1,
        ])
    private let labels = [0, 0, 0, 0, 2, 2, 1, 1]

    @Test func raisesWhatTheMeasureRewards() {
        let shift = LabelShift(probabilities: probabilities, labels: labels, ends: [0, 2])
        let answers = shift.applied(to: probabilities).largestColumns
        #expect(answers == [0, 0, 0, 0, 2, 2, 2, 1])
    }

    @Test func leavesProbabilitiesThatSumToOne() {
        let shifted = LabelShift(logits: [0, -0.3, 0.6]).applied(to: probabilities)
        for i in 0..<8 { #expect(abs(shifted[row: i].reduce(0, +) - 1) < 1e-12) }
        #expect(LabelShift(logits: [0, 0, 0]).applied(to: probabilities).values.count == 24)
    }

    @Test func isNothingWithoutTwoEnds() {
        let two = Matrix(rows: 2, columns: 2, values: [0.6, 0.4, 0.3, 0.7])
        #expect(LabelShift(probabilities: two, labels: [0, 1], ends: [0]).logits == [0, 0])
    }
}
