import CaucusTarget
import CaucusText
import Testing

@testable import CaucusStance

@Suite("when a stance is answered")
struct AnsweringTests {
    private let model: StanceModel
    private let target = StanceTarget(name: "Ada Okello")

    init() throws {
        let examples = (0..<24).map { i in
            LabeledExample(
                id: "\(i)", text: "She \(i % 2 == 0 ? "failed" : "served") us",
                target: "Ada Okello", label: i % 2 == 0 ? "against" : "favor")
        }
        model = try StanceTrainer(folds: 0).trained(on: examples).model
    }

    /// A scorer with gates that were measured with its model, or with another one.
    private func scorer(
        _ answering: Answering, measured: Bool = true, gates: Bool = true
    ) throws -> DocumentScorer {
        let known = try GateTests.model(knowing: measured ? model.checksum : "another")
        return DocumentScorer(
            model: model, gates: gates ? known : nil, target: target, answering: answering,
            margin: 0.2)
    }

    private func gate(right: Double?) -> GateProbabilities {
        GateProbabilities(speech: 1, about: 0.9, speaker: 0.9, right: right)
    }

    /// By the gates a side needs 0.6 to be right in everything, neutral 0.4; see ``GateTests``.
    @Test func gatesThatKnowTheModelAskWhetherAllIsRight() throws {
        let scorer = try scorer(.standard)
        let (side, neutral) = ([0.5, 0.45, 0.05], [0.24, 0.52, 0.24])
        #expect(scorer.isAnswered(side, gate(right: 0.6), [0, 1, 2]))
        #expect(!scorer.isAnswered(side, gate(right: 0.59), [0, 1, 2]))
        #expect(!scorer.isAnswered(side, gate(right: nil), [0, 1, 2]))
        // 0.81 × 0.52 is above 0.4, and 0.81 × 0.48 is not.
        #expect(scorer.isAnswered(neutral, gate(right: 0), [1, 0, 2]))
        #expect(!scorer.isAnswered([0.26, 0.48, 0.26], gate(right: 1), [1, 0, 2]))
    }

    @Test func anotherPrecisionHasAnotherThreshold() throws {
        let scorer = try scorer(.precision(0.5))
        #expect(scorer.isAnswered([0.5, 0.4, 0.1], gate(right: 0.2), [0, 1, 2]))
        #expect(
            try !self.scorer(.precision(0.9)).isAnswered([1, 0, 0], gate(right: 1), [0, 1, 2]))
        #expect(
            try self.scorer(.all).isAnswered([0.34, 0.33, 0.33], gate(right: 0), [0, 1, 2]))
    }

    @Test(arguments: [(false, true), (true, false)])
    func elseTheMarginDecides(measured: Bool, gates: Bool) throws {
        let scorer = try scorer(.standard, measured: measured, gates: gates)
        let gate = gates ? gate(right: 0) : nil
        #expect(scorer.isAnswered([0.6, 0.3, 0.1], gate, [0, 1, 2]))
        #expect(!scorer.isAnswered([0.45, 0.35, 0.2], gate, [0, 1, 2]))
    }

    @Test func gatesKnowTheRunThatTheyScored() throws {
        let gates = try GateModel(bytes: GateTests.model(knowing: model.checksum).encoded())
        let run = RunDescription(model: model, target: target, version: "1", gates: gates)
        #expect(gates.scored(run) && run.gatesChecksum == gates.checksum)
        var other = run
        other.gatesChecksum = "another"
        #expect(!gates.scored(other))
        let bare = RunDescription(model: model, target: target, version: "1")
        #expect(bare.gatesChecksum == nil && !gates.scored(bare))
        #expect(try !GateModel(bytes: GateTests.model().encoded()).scored(run))
    }
}
