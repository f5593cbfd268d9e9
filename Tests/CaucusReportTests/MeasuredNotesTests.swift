import CaucusStance
import Testing

@testable import CaucusReport

/// What judged quotations about other leaders tell of a report's numbers.
@Suite struct MeasuredNotesTests {
    private static func gold() -> GoldSample {
        var gold = GoldSample(items: [
            .init(
                probabilities: StanceProbabilities(against: 0.6, neutral: 0.3, favor: 0.1),
                label: .against, group: 0)
        ])
        gold.precisions = [
            .init(threshold: 0.2, precision: 0.5, low: 0.45, high: 0.55, recall: 0.6),
            .init(threshold: 0.4, precision: 0.64, low: 0.6, high: 0.68, recall: 0.4),
        ]
        return gold
    }

    @Test func theReportSaysHowOftenItsAnswersAreRight() throws {
        var rows = Samples.rows
        for i in rows.indices where rows[i].status == .counted {
            rows[i].score.gates = GateProbabilities(speech: 1, about: 0.9, speaker: 0.9)
        }
        let counted = rows.filter { $0.status == .counted }
        let sided = counted.filter { $0.stance != nil && $0.stance != .neutral }
        let notes = MeasuredNotes(Self.gold(), counted, overall: nil, plain: nil).sentences
        let sentence = try #require(notes.first)
        #expect(sentence.contains("\(sided.count) of"))
        #expect(sentence.contains("64%") && sentence.contains("60% to 68%"))
        #expect(notes.count == 1)
    }

    @Test func nothingIsSaidWhereNothingWasJudged() {
        #expect(MeasuredNotes(nil, Samples.rows, overall: nil, plain: nil).sentences.isEmpty)
        #expect(
            MeasuredNotes(Self.gold(), Samples.rows, overall: nil, plain: nil).sentences.isEmpty)
    }
}
