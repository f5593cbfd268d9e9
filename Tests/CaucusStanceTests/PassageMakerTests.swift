import CaucusFeatures
import CaucusText
import Testing

@testable import CaucusStance

@Suite("passages of examples")
struct PassageMakerTests {
    private func passage(_ text: String, target: String, speaker: String? = nil) -> Passage {
        var maker = PassageMaker()
        return maker.passage(
            of: LabeledExample(id: "1", text: text, target: target, speaker: speaker))
    }

    private func words(_ text: String, _ spans: [Span]) -> [String] {
        let bytes = Array(text.utf8)
        return spans.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
    }

    @Test func aNameIsFoundByOneOfItsWordsWhateverTheirEnding() {
        let text = "Democrats walked out when the taxes came up."
        #expect(words(text, passage(text, target: "Democratic Party").targets) == ["Democrats"])
        #expect(words(text, passage(text, target: "tax").targets) == [])
        #expect(words(text, passage(text, target: "Republican Party").targets) == [])
    }

    @Test func aSpeakerWhoIsNotInTheTextMakesItASpeech() {
        let text = "Okello has to go, and Varga knows it."
        let absent = passage(text, target: "Ada Okello", speaker: "Ines Hrast")
        #expect(absent.isSpeech && absent.speakers.isEmpty)
        let present = passage(text, target: "Ada Okello", speaker: "Ines Varga")
        #expect(!present.isSpeech && words(text, present.speakers) == ["Varga"])
        #expect(!passage(text, target: "Ada Okello").isSpeech)
    }

    @Test func examplesThatShareATextShareAGroup() {
        let examples = [("a", "one"), ("b", "two"), ("c", "one"), ("b", "three"), ("d", "two")].map
        {
            LabeledExample(id: "1", text: $0.1, label: "favor", group: $0.0)
        }
        #expect(EncodedExamples.groups(of: examples) == [0, 1, 0, 1, 1])
    }

    @Test func raisedLabelsAreGivenMoreOften() throws {
        var trainer = StanceTrainer(folds: 0, c: 0.05)
        let examples =
            StanceModelTests.examples.filter { $0.label == "neutral" }
            + StanceModelTests.examples.filter { $0.label == "favor" }.prefix(5)
        func favor() throws -> Double {
            let model = try trainer.trained(on: Array(examples)).model
            return model.probabilities(for: [Passage(text: "words")])[0][2]
        }
        let plain = try favor()
        trainer.balance = 1
        #expect(try favor() > plain + 0.1)
    }
}
