import CaucusTarget
import CaucusText
import Testing

@testable import CaucusStance

@Suite("results by form, mention and leader")
struct JudgedSliceTests {
    private func answer(
        _ form: String, _ mention: TargetMention, _ leader: String, pass: Double = 0.9,
        stance: Int, label: Int, isRight: Bool = true, right: Double = 0.9, weight: Double = 1
    ) -> HeldOutAnswer {
        var stances = [0.2, 0.2, 0.2]
        stances[stance] = 0.6
        return HeldOutAnswer(
            form: form, mention: mention, leader: leader,
            row: JudgedSample.Row(
                leader: 0, article: 0, pass: pass, stances: stances, isRight: isRight,
                label: label, weight: weight), right: right)
    }

    /// Twenty-four about Ada Okello, of which four do not count; two about Bo Lindgren.
    private var answers: [HeldOutAnswer] {
        (0..<20).map { i in
            // Each fifth is against where it was taken for favor, each tenth has another speaker.
            answer(
                i < 10 ? "direct" : "act", .explicit, "Ada Okello", stance: 2,
                label: i % 5 == 0 ? 0 : 2, isRight: i % 10 != 0, right: i < 4 ? 0.1 : 0.9)
        }
            + (0..<4).map { _ in
                answer("direct", .pronoun, "Ada Okello", pass: 0.1, stance: 0, label: -1)
            }
            + (0..<2).map { i in
                answer(
                    "mixed", .context, "Bo Lindgren", stance: 1, label: i == 0 ? 1 : -1,
                    isRight: i == 0, weight: i == 0 ? 3 : 1)
            }
    }

    @Test func eachSliceCountsItsOwn() throws {
        let slices = JudgedSlice.all(of: answers, keeping: 0.5, answeringFrom: 0.6)
        #expect(slices.filter { $0.kind == .form }.map(\.name) == ["direct", "mixed", "act"])
        #expect(
            slices.filter { $0.kind == .mention }.map(\.name) == ["explicit", "pronoun", "context"])
        // Two judged quotations tell nothing of Bo Lindgren.
        #expect(slices.filter { $0.kind == .leader }.map(\.name) == ["Ada Okello"])
        let ada = try #require(slices.last)
        #expect((ada.judged, ada.counted, ada.sides, ada.stances) == (24, 20, 16, 20))
        #expect(ada.right == 0.9 && ada.stancesRight == 0.8)
        // Of the sixteen, those numbered 5, 10 and 15 are against.
        #expect(ada.sidesRight == 13.0 / 16)
        // Favor: 16 of 20 answers, all 16 labels; against: none of 4.
        #expect(abs(ada.macroF1 - (2 * 16.0 / 36) / 2) < 1e-12)
        let context = try #require(slices.first { $0.name == "context" })
        #expect(context.right == 0.75 && context.sides == 0 && context.stancesRight == 1)
        let pronoun = try #require(slices.first { $0.name == "pronoun" })
        #expect(pronoun.counted == 0 && pronoun.right == 0 && pronoun.macroF1 == 0)
    }

    @Test func theCardsTellThem() throws {
        let slices = JudgedSlice.all(of: answers, keeping: 0.5, answeringFrom: 0.6)
        let gates = try GateModel(bytes: GateTests.model(slices).encoded())
        #expect(gates.card.contains("## Results on leaders held out"))
        #expect(gates.card.contains("| Ada Okello | 24 | 20 | 90 % | 16 | 81 % |"))
        #expect(gates.card.contains("| pronoun | 4 | 0 | – | 0 | – |"))
        #expect(try !GateTests.model().card.contains("Results on leaders held out"))
        let examples = (0..<24).map { i in
            LabeledExample(
                id: "\(i)", text: "She \(i % 2 == 0 ? "failed" : "served") us",
                target: "Ada Okello", label: i % 2 == 0 ? "against" : "favor")
        }
        let plain = try StanceTrainer(folds: 0).trained(on: examples).model
        let model = try plain.telling(slices)
        #expect(model.card.contains("| Ada Okello | 20 | 0.444 | 80 % |"))
        #expect(!plain.card.contains("Results on leaders held out"))
        #expect(model.checksum != plain.checksum)
        #expect(try StanceModel(bytes: model.encoded()).checksum == model.checksum)
    }

    @Test(arguments: [(-1, 0.5), (30, 0.5), (3, 1.5)])
    func numbersThatAreNoneAreRefused(counted: Int, right: Double) throws {
        var slices = JudgedSlice.all(of: answers, keeping: 0.5, answeringFrom: 0.6)
        slices[0].counted = counted
        slices[0].right = right
        let bytes = try GateTests.model(slices).encoded()
        #expect(throws: ModelFileError.damaged("provenance that cannot be read")) {
            try GateModel(bytes: bytes)
        }
    }
}
