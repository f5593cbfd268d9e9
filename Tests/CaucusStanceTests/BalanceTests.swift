import CaucusMatrix
import CaucusText
import Testing

@testable import CaucusStance

@Suite("how far rare labels are raised")
struct BalanceTests {
    private let examples: [LabeledExample] = (0..<40).map { i in
        LabeledExample(
            id: "\(i)", text: i % 4 == 0 ? "Okello is a disgrace" : "Okello spoke at noon",
            target: "Okello", label: i % 4 == 0 ? "against" : "neutral", group: "g\(i)",
            place: Place(file: "labels.jsonl", line: i + 1))
    }

    @Test func fewLabelsOnABaseRaiseThemAndAUsersNumberWins() throws {
        let base = try StanceTrainer(folds: 0, c: 1).trained(on: examples).model
        #expect(base.provenance.balance == 0)
        var trainer = StanceTrainer(folds: 0, c: 1, base: base)
        // 300 / (300 + 40), to two decimals.
        #expect(try trainer.trained(on: examples).model.provenance.balance == 0.88)
        trainer.balance = 0
        #expect(try trainer.trained(on: examples).model.provenance.balance == 0)
    }

    @Test func moreLabelsAreRaisedLess() {
        let sizes = [0, 100, 500, 10_000, 1_000_000].map(StanceTrainer.balance)
        #expect(sizes == [1, 0.75, 0.38, 0.03, 0])
    }

    /// With both labels raised to one weight (balance 1), 1 : 1 read back is the examples' own 1 : 3.
    @Test func probabilitiesAreReadBackToTheExamplesOwnShares() throws {
        let encoded = try EncodedExamples(examples, task: .stance)
        var trainer = StanceTrainer(folds: 0, c: 1)
        trainer.balance = 1
        let back = trainer.unraised(
            Matrix(rows: 1, columns: 2, values: [0.5, 0.5]), encoded)
        // Two exponentials and a division of doubles near 1.
        #expect(abs(back[0, 0] - 0.25) < 1e-12 && abs(back[0, 1] - 0.75) < 1e-12)
    }
}
