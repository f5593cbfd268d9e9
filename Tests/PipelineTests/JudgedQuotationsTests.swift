import Caucus
import Foundation
import Testing

/// What figures of answers are measured by (issue 20).
@Suite("judged quotations")
struct JudgedQuotationsTests {
    private func answers(_ lines: [String]) throws -> [CodedAnswer] {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("caucus-\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: url) }
        try Data(lines.joined(separator: "\n").utf8).write(to: url)
        return try CodedAnswers(path: url.path).answers
    }

    private func line(
        _ id: String, _ label: String, by who: String = "ann", p: Double? = 0.5,
        purpose: String = "shares"
    ) -> String {
        let chance = p.map { #","sampling_probability":\#($0)"# } ?? ""
        return
            #"{"quote_id":"\#(id)","target":"T","annotator":"\#(who)","label":"\#(label)","purpose":"\#(purpose)"\#(chance)}"#
    }

    @Test func theCommonestLabelCountsAndWhatIsSplitDoesNot() throws {
        let judged = JudgedQuotations(
            try answers([
                line("a:1-2", "favor"), line("a:1-2", "against", by: "ben"),
                line("b:1-2", "favor"), line("b:1-2", "not_about", by: "ben"),
                line("b:1-2", "favor", by: "cleo"), line("c:1-2", "skip"),
                line("d:1-2", "warmish"),
            ]))
        #expect(judged.judged.map(\.quotation) == ["b:1-2"])
        #expect(judged.judged[0].label == .stance(.favor))
        #expect(judged.split == 1 && judged.skipped == 1 && judged.outside == 1)
        #expect(judged.people == ["ann", "ben", "cleo"])
    }

    @Test func labelsOfAWholeDrawWeighTheInverseOfTheirChance() throws {
        let judged = JudgedQuotations(
            try answers([line("a:1-2", "favor", p: 0.25), line("b:1-2", "favor", p: 1)]))
        #expect(judged.isWeighted)
        #expect(judged.judged.map(\.weight) == [4, 1])
    }

    @Test func oneLabelWithoutAChanceMakesAllAlike() throws {
        for odd in [
            line("b:1-2", "favor", p: nil), line("b:1-2", "favor", p: 0),
            line("b:1-2", "favor", p: 1.5), line("b:1-2", "favor", p: 1e-300),
            line("b:1-2", "favor", p: 0.5, purpose: "training"),
        ] {
            let judged = JudgedQuotations(try answers([line("a:1-2", "favor", p: 0.25), odd]))
            #expect(!judged.isWeighted, "\(odd)")
            #expect(judged.judged.map(\.weight) == [1, 1], "\(odd)")
            #expect(judged.forTraining + judged.withoutProbability == 1)
        }
    }
}
