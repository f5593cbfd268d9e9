import CaucusStance
import Foundation
import Testing

@testable import CaucusReport

/// Labels that say a quotation is not what it is counted as, and labels of another run.
@Suite struct GateLabelTests {
    private static func quotation(_ n: Int, favor: Double = 0.7) -> ScoredQuotation {
        var row = Samples.quotation(
            "d\(n):10-50", document: n, by: Samples.speaker("ada"), against: 0.9 - favor,
            neutral: 0.1, favor: favor)
        row.score.gates = GateProbabilities(speech: 0.9, about: 0.9, speaker: 0.9)
        return row
    }

    private static func label(
        _ id: String, _ answer: HandAnswer, target: String? = nil, run: String? = nil
    ) -> HandLabel {
        HandLabel(
            quotation: id, answer: answer, samplingProbability: 0.5, annotator: "ann",
            target: target, run: run)
    }

    /// Of forty quotations twenty are labeled: eight in favor, four against, and eight are nothing of the kind.
    private static let rows = (0..<40).map { quotation($0) }
    private static let labels = (0..<20).map { n in
        label(
            "d\(n):10-50",
            n < 8
                ? .stance(.favor)
                : n < 12 ? .stance(.against) : n < 16 ? .fails(.speech) : .fails(.about))
    }

    @Test func whatIsNoneOfThemLeavesTheCountsAndTheShares() throws {
        let report = Samples.report(
            Self.rows, options: ReportOptions(draws: 9), labels: Self.labels)
        // Of what is what it is counted as, two in three are in favor.
        #expect(abs((report.overall?.favor.value ?? 0) - 2.0 / 3) < 1e-9)
        #expect(abs((report.overall?.against.value ?? 0) - 1.0 / 3) < 1e-9)
        let counts = try #require(report.labelUse?.counts)
        #expect(abs(counts.right.value - 24) < 1e-9)
        #expect(abs(counts.favor.value - 16) < 1e-9 && abs(counts.against.value - 8) < 1e-9)
        #expect(counts.counted == 40)
        let low = try #require(counts.right.low)
        let high = try #require(counts.right.high)
        #expect(low < 24 && high > 24 && high <= 40)
        for name in ["report.html", "report.md", "report.json"] {
            let text = try Samples.text(name, of: report)
            #expect(text.contains("labeled by hand by ann"), "\(name)")
            #expect(text.contains("an estimated 24 ("), "\(name)")
            #expect(
                text.contains(
                    "are what they are counted as: 16 of them in favor, 8 against and 0 neutral"),
                "\(name)")
        }
        #expect(try Samples.text("quotations.csv", of: report).contains(",not_speech,0.5,"))
    }

    /// Issue 20: α of each question, not of the label alone.
    @Test func agreementIsToldQuestionByQuestion() throws {
        // Ben agrees with Ann but calls one speech that she does not, and one neutral that she calls in favor.
        let ben = Self.labels.enumerated().map { n, label in
            var label = label
            label.annotator = "ben"
            if n == 0 { label.answer = .stance(.neutral) }
            if n == 12 { label.answer = .stance(.favor) }
            return label
        }
        let report = Samples.report(
            Self.rows, options: ReportOptions(draws: 9), labels: Self.labels + ben)
        let found = report.agreements
        #expect(
            found.map(\.question) == [
                "speech or not", "about the leader or not", "speaker right or not", "stance",
            ])
        #expect(found.map(\.nominal.items) == [20, 16, 12, 12])
        // 40 answers, of which 7 are no: the pair that differs is 2 of 40 coincidences; expected 2·7·33/(40·39).
        #expect(abs(found[0].nominal.value - (1 - 2.0 / 40 / (2 * 7 * 33 / (40.0 * 39)))) < 1e-9)
        #expect(found[1].nominal.value == 1 && found[2].nominal.value == 1)
        #expect(found[3].nominal.value < 1 && found[3].ordinal != nil && found[0].ordinal == nil)
        for name in ["report.html", "report.md", "report.json"] {
            let text = try Samples.text(name, of: report)
            #expect(text.contains("about the leader or not"), "\(name)")
        }
        let stances = Self.labels.prefix(12) + ben.prefix(12)
        let plain = Samples.report(
            Self.rows, options: ReportOptions(draws: 9), labels: Array(stances))
        #expect(plain.agreements.isEmpty && plain.agreement != nil)
    }

    @Test func withoutSuchLabelsEveryQuotationCounts() {
        let stances = (0..<20).map {
            Self.label("d\($0):10-50", .stance($0 < 5 ? .against : .favor))
        }
        let report = Samples.report(Self.rows, options: ReportOptions(draws: 9), labels: stances)
        #expect(abs((report.overall?.favor.value ?? 0) - 0.75) < 1e-9)
        #expect(report.labelUse?.counts == nil)
    }

    @Test func labelsOfAnotherRunAreFoundByDocumentAndPlace() throws {
        let moved = Self.labels.enumerated().map { n, given in
            // Borders moved a little, moved far, and none such.
            let id = n < 18 ? "d\(n):12-55" : n == 18 ? "d18:300-340" : "d999:10-50"
            return Self.label(id, given.answer, run: "older")
        }
        let report = Samples.report(Self.rows, options: ReportOptions(draws: 9), labels: moved)
        let use = try #require(report.labelUse)
        #expect(
            use.quotations == 18 && use.origin == .init(otherRun: 20, byPlace: 18, unmatched: 2))
        #expect(report.diagnostics.count == 2)
        #expect(use.notes.contains { $0.contains("drawn of another run, and 2 of them") })
        let others = Self.labels.map { Self.label($0.quotation, $0.answer, target: "Somebody") }
        let none = Samples.report(Self.rows, options: ReportOptions(draws: 9), labels: others)
        #expect(none.labelUse == nil && none.diagnostics.isEmpty)
    }

    @Test func anIdIsADocumentAndAPlace() {
        #expect(LabelMatch.parts("a:b:3-7")?.document == "a:b")
        for odd in ["q1", "a:3", "a:7-3", "a:3-x", "a:-3-7", "a:3-99999999999999999999"] {
            #expect(LabelMatch.parts(odd) == nil, "\(odd)")
        }
    }
}
