import CaucusStance
import CaucusTarget
import Foundation
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
            rows[i].score.gates = GateProbabilities(
                speech: 1, about: 0.9, speaker: 0.9, right: 0.45)
        }
        let counted = rows.filter { $0.status == .counted }
        let sided = counted.filter { $0.stance != nil && $0.stance != .neutral }
        let notes = MeasuredNotes(Self.gold(), counted, overall: nil, plain: nil).sentences
        let sentence = try #require(notes.first)
        #expect(sentence.contains("\(sided.count) of"))
        #expect(sentence.contains("64%") && sentence.contains("60% to 68%"))
        #expect(notes.count == 1)
    }

    @Test func whatCountsByContextAloneIsTold() throws {
        var gold = Self.gold()
        var rows = Samples.rows.filter { $0.status == .counted }
        gold.byContext = try JSONDecoder().decode(
            JudgedSlice.self,
            from: Data(
                """
                {"kind":"mention","name":"context","judged":900,"counted":120,"right":0.52,"sides":9,
                "sidesRight":0.5,"stances":60,"stancesRight":0.6,"macroF1":0.5}
                """.utf8))
        func told() -> String? {
            MeasuredNotes(gold, rows, overall: nil, plain: nil).sentences
                .first { $0.contains("no word for the leader") }
        }
        #expect(told() == nil)
        rows[0].score.mention = .context
        #expect(told()?.hasPrefix("1 of \(rows.count)") == true)
        #expect(told()?.contains("52%") == true && told()?.contains("Of 120") == true)
        gold.byContext = nil
        #expect(told() == nil)
    }

    @Test func nothingIsSaidWhereNothingWasJudged() {
        #expect(MeasuredNotes(nil, Samples.rows, overall: nil, plain: nil).sentences.isEmpty)
        #expect(
            MeasuredNotes(Self.gold(), Samples.rows, overall: nil, plain: nil).sentences.isEmpty)
    }

    /// What the corrections of three shares put in is made to agree: the page adds them up.
    @Test func correctedSharesSumToOneAndTheNetIsTheirs() throws {
        let judged = (0..<400).map { i in
            JudgedSample.Row(
                leader: i / 40, article: i, pass: 1,
                stances: i % 7 == 0 ? [0.5, 0.2, 0.3] : [0.1, 0.4, 0.5], isRight: true,
                label: (i * i) % 3)
        }
        let errors = try #require(ShareErrors(JudgedSample(rows: judged), keeping: 0.5))
        for favor in [0.02, 0.3, 0.9] {
            let rows = (0..<30).map { i in
                CountedRow(
                    probabilities: StanceProbabilities(
                        against: (1 - favor) / 2, neutral: (1 - favor) / 2, favor: favor),
                    label: nil, samplingProbability: 1, cluster: i / 3, weight: 1)
            }
            let plain = try #require(StanceEstimates(rows, level: 0.95))
            let corrected = plain.corrected(by: errors)
            let sum = corrected.against.value + corrected.neutral.value + corrected.favor.value
            #expect(abs(sum - 1) < 1e-9)
            let net = corrected.favor.value - corrected.against.value
            #expect(abs(corrected.net.value - net) < 1e-9)
            #expect(corrected.favor.value != plain.favor.value)
            #expect(corrected.favor.hasInterval)
        }
    }

    @Test func oneArticleHasNoIntervalByAnyCorrection() throws {
        let judged = (0..<80).map { i in
            JudgedSample.Row(
                leader: i / 20, article: i, pass: 1, stances: [0.3, 0.4, 0.3], isRight: true,
                label: i % 3)
        }
        let errors = try #require(ShareErrors(JudgedSample(rows: judged), keeping: 0.5))
        let row = CountedRow(
            probabilities: StanceProbabilities(against: 0.2, neutral: 0.3, favor: 0.5),
            label: nil, samplingProbability: 1, cluster: 0, weight: 1)
        let plain = try #require(StanceEstimates([row, row], level: 0.95))
        #expect(!plain.corrected(by: errors).net.hasInterval)
    }
}
