import CaucusFeatures
import CaucusText
import Testing

@testable import CaucusStance

@Suite("stance models that weigh what an encoder says")
struct EncodedModelTests {
    /// Sentences that say nothing, with an opinion that says all.
    private static let examples: [LabeledExample] = (0..<60).map { i in
        LabeledExample(
            id: "\(i)", text: "Okello came to the house with plan number \(i)",
            target: "Ada Okello", label: ["favor", "against", "neutral"][i % 3], group: "g\(i / 6)",
            place: Place(file: "labels.jsonl", line: i + 1))
    }

    private static var passages: [Passage] {
        PassageMaker.passages(of: examples).enumerated().map { i, passage in
            var passage = passage
            let noise = Float(i % 5) / 10
            passage.opinion =
                [[-1, 0, 1], [1, 0, -1], [-0.5, 1, -0.5]][i % 3] + [noise, 1, -noise]
            return passage
        }
    }

    private func model() throws -> StanceModel {
        var trainer = StanceTrainer(folds: 3)
        trainer.encoderChecksum = "e"
        return try trainer.trained(on: Self.examples, as: Self.passages).model
    }

    @Test func theOpinionTellsWhatWordsDoNot() throws {
        let model = try model()
        #expect((model.provenance.metrics?.accuracy.value ?? 0) > 0.95)
        for (example, row) in zip(Self.examples, model.probabilities(for: Self.passages)) {
            let best = try #require(row.indices.max { row[$0] < row[$1] })
            #expect(StanceTask.stance.labels[best] == example.label)
        }
    }

    @Test func aSavedModelAnswersAlike() throws {
        let model = try model()
        let loaded = try StanceModel(bytes: model.encoded())
        #expect(loaded.encoderChecksum == "e")
        #expect(
            loaded.probabilities(for: Self.passages) == model.probabilities(for: Self.passages))
    }

    @Test func whatEachNumberAddsSumsToTheLogits() throws {
        let model = try model()
        let passage = Self.passages[1]
        let contributions = model.contributions(of: passage)
        #expect(contributions.contains { $0.name == "encoder: against" })
        var sum = model.intercepts
        for contribution in contributions {
            for k in sum.indices { sum[k] += contribution.amounts[k] }
        }
        for (a, b) in zip(sum, model.logits(of: passage)) { #expect(abs(a - b) < 1e-6) }
    }

    @Test func withoutAnEncoderAPassageItHasNotReadSaysNothing() throws {
        let model = try model()
        let plain = PassageMaker.passages(of: Self.examples)
        var silent = plain[0]
        silent.opinion = [0, 0, 0, 0, 0, 0]
        #expect(model.probabilities(for: [plain[0]]) == model.probabilities(for: [silent]))
    }
}
