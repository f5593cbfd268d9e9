import CaucusEncoder
import CaucusFeatures
import CaucusMatrix
import CaucusTestSupport
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

    /// Sentences whose side is what the tiny encoder says of them, which their words tell badly.
    private static func sidedExamples(by encoder: Encoder) -> [LabeledExample] {
        let words = ["great", "bad", "unknown", "cafes", "he", "her", "a", "bb", "istanbul"]
        var random = SplitMix(seed: 3)
        return (0..<120).map { i in
            let text = (0..<8).map { _ in words.randomElement(using: &random) ?? "a" }
                .joined(separator: " ")
            let values = encoder.read([Passage(text: text)])[0].opinion
            return LabeledExample(
                id: "\(i)", text: text, label: values[2] > values[0] ? "favor" : "against",
                group: "g\(i)", place: Place(file: "labels.jsonl", line: i + 1))
        }
    }

    private static func trainer(_ encoder: Encoder) -> StanceTrainer {
        var trainer = StanceTrainer(folds: 3)
        (trainer.encoder, trainer.encoderChecksum) = (encoder, encoder.checksum)
        return trainer
    }

    /// A model just trained reads what comes by the encoder that it was trained with.
    @Test func aModelKeepsItsEncoder() throws {
        let encoder = try TinyEncoder.encoder(TinyEncoder.bytes())
        let examples = Self.sidedExamples(by: encoder)
        let passages = PassageMaker.passages(of: examples)
        let model = try Self.trainer(encoder).trained(on: examples, as: passages).model
        let isSilent = model.lacksEncoder
        #expect(!isSilent)
        let read = encoder.read(passages)
        #expect(model.probabilities(for: passages) == model.probabilities(for: read))
        let silent = read.map { passage in
            var passage = passage
            passage.opinion = [0, 0, 0, 0, 0, 0]
            return passage
        }
        #expect(model.probabilities(for: passages) != model.probabilities(for: silent))
    }

    /// One that starts from a model with an encoder reads by it as well.
    @Test func aModelKeepsTheEncoderOfItsBase() throws {
        let encoder = try TinyEncoder.encoder(TinyEncoder.bytes())
        let examples = Self.sidedExamples(by: encoder)
        let base = try Self.trainer(encoder).trained(on: examples).model
        let model = try StanceTrainer(folds: 0, base: base).trained(on: examples).model
        let isSilent = model.lacksEncoder
        #expect(!isSilent)
    }

    /// The refits of a learning curve read by the model's encoder: without it they know words alone.
    @Test func aLearningCurveReadsByTheEncoder() throws {
        let encoder = try TinyEncoder.encoder(TinyEncoder.bytes())
        let examples = Self.sidedExamples(by: encoder)
        func macroF1(_ model: StanceModel) throws -> Double {
            let curve = LearningCurvePoint.curve(
                of: model, on: examples, sizes: [80], draws: 2, seed: 1)
            return try #require(curve.first).macroF1.value
        }
        let model = try Self.trainer(encoder).trained(on: examples).model
        let words = try StanceTrainer(folds: 3).trained(on: examples).model
        #expect(try macroF1(model) > macroF1(words) + 0.1)
    }
}
