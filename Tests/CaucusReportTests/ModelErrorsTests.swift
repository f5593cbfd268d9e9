import CaucusStance
import CaucusStatistics
import Testing

@testable import CaucusReport

/// What a report tells of the model's errors, and of tone beside stance.
@Suite struct ModelErrorsTests {
    /// Sixty labeled quotations of which the model knows two in three for sure and abstains on some.
    static let gold = GoldSample(
        items: (0..<90).map { i in
            let label = Stance.allCases[i % 3]
            let seen = i % 9 < 6 ? label : Stance.allCases[(i + 1) % 3]
            return GoldSample.Item(
                probabilities: i % 10 == 9
                    ? StanceProbabilities(against: 0.34, neutral: 0.33, favor: 0.33)
                    : StanceProbabilities(
                        against: seen == .against ? 0.7 : 0.15,
                        neutral: seen == .neutral ? 0.7 : 0.15,
                        favor: seen == .favor ? 0.7 : 0.15), label: label, group: i)
        }, margin: 0.1, examples: 900)

    static func report(gold: GoldSample?, rows: [ScoredQuotation] = Samples.rows) -> Report {
        Samples.report(rows, options: ReportOptions(draws: 9), gold: gold)
    }

    @Test func theAppendixShowsCalibrationAndConfusions() throws {
        let report = Self.report(gold: Self.gold)
        let errors = try #require(report.modelErrors)
        #expect(errors.kept == 90 && errors.examples == 900)
        #expect(errors.abstained.reduce(0, +) == 9)
        #expect(errors.confusion.joined().reduce(0, +) == 81)
        // Six of nine are right, at a probability of 0.7: well inside the band of 90.
        #expect(errors.calibration.bins.allSatisfy { $0.low <= $0.observed })
        let html = try Samples.text("report.html", of: report)
        #expect(html.contains("From 90 of the 900 labeled quotations"))
        #expect(html.contains("<title id=\"ct\">Calibration curve</title>"))
        #expect(html.contains("Shares by other estimators"))
        let json = try Samples.text("report.json", of: report)
        #expect(json.contains("\"method\": \"PACC\""))
    }

    @Test func withoutGoldItemsTheAppendixSaysSo() throws {
        let report = Self.report(gold: nil)
        #expect(report.modelErrors == nil && report.corrections.isEmpty)
        let html = try Samples.text("report.html", of: report)
        #expect(html.contains("of stance-1, which may keep some, with --model"))
    }

    @Test func aModelOfTwoLabelsIsCorrectedWithoutTheThird() throws {
        var gold = Self.gold
        gold.items = (0..<60).map { i in
            let favor = i % 2 == 0
            return GoldSample.Item(
                probabilities: StanceProbabilities(
                    against: favor ? 0.2 : 0.8, neutral: 0, favor: favor ? 0.8 : 0.2),
                label: favor ? .favor : .against, group: i)
        }
        gold.shares = [0.5, 0, 0.5]
        let corrections = Self.report(gold: gold).corrections
        #expect(corrections.count == 3 && corrections.allSatisfy { $0.refusal == nil })
        #expect(corrections[1].neutral?.value == 0)
    }

    @Test func aCorrectionThatLeavesAStanceNothingIsMarked() {
        func share(_ value: Double, _ low: Double, _ high: Double) -> Estimate {
            Estimate(value: value, low: low, high: high, items: 50, clusters: 6, method: "EM")
        }
        var correction = ShareCorrection(method: "EM", unit: .quotation)
        (correction.against, correction.neutral) = (share(0, 0, 0.98), share(0.1, 0, 1))
        #expect(correction.isAtEdge)
        correction.against = share(0.05, 0, 0.4)
        #expect(!correction.isAtEdge)
        // A stance that the model never saw has no share and no error.
        correction.neutral = share(0, 0, 0)
        correction.known = [.against, .favor]
        #expect(!correction.isAtEdge)
    }

    @Test func toneAndStanceAreComparedAndTheirDisagreementsListed() throws {
        var rows = Samples.rows
        for i in rows.indices { rows[i].sentiment = "neutral" }
        rows[0].sentiment = "positive"
        rows[3].sentiment = "negative"
        let report = Self.report(gold: nil, rows: rows)
        let tones = try #require(Tones(report))
        #expect(tones.warmAgainst.map { report.quotations[$0].id } == ["q1"])
        #expect(tones.harshFavor.map { report.quotations[$0].id } == ["q4"])
        #expect(tones.counts.joined().reduce(0, +) == 6)
        let html = try Samples.text("report.html", of: report)
        #expect(html.contains("Warm in tone, yet against: 1\u{A0}quotation"))
        let json = try Samples.text("report.json", of: report)
        #expect(json.contains("\"warm_but_against\""))
        #expect(Tones(Self.report(gold: nil)) == nil)
        #expect(
            !(try Samples.text("report.html", of: Self.report(gold: nil))).contains("\"tones\""))
    }

    @Test func theStrongestContraryQuotationIsAmongTheOpenOnes() throws {
        let ada = Samples.speaker("ada")
        var rows = (1...20).map {
            Samples.quotation(
                "q\($0)", document: $0, by: ada, against: 0.9, neutral: 0.1, favor: 0)
        }
        rows.append(
            Samples.quotation(
                "q21", document: 21, by: ada, against: 0.2, neutral: 0.3, favor: 0.5,
                text: "She kept her word to the harbour"))
        let html = try Samples.text("report.html", of: Samples.report(rows))
        let card = try #require(html.components(separatedBy: "<article").dropFirst().first)
        let open = try #require(card.components(separatedBy: "<details").first)
        #expect(open.contains("She kept her word") || open.contains("strongest contrary"))
        #expect(card.components(separatedBy: "strongest contrary").count == 2)
    }

    @Test func aLoneSurnameIsJoinedWithNobodyAndSaysWhomItMayMean() throws {
        var rows = Samples.rows
        for i in rows.indices where rows[i].speaker?.id == "ada" {
            rows[i].speaker = Samples.speaker("ada-quill", name: "Ada Quill")
        }
        rows[5].speaker = Samples.speaker("quill", name: "Quill")
        rows[5].speakerID = "quill@d5"
        rows.append(
            Samples.quotation(
                "q7", document: 5, by: rows[5].speaker, against: 0.2, neutral: 0.5, favor: 0.3))
        rows[6].speakerID = "quill@d5"
        let report = Samples.report(rows)
        #expect(report.speakers.count == 3)
        let html = try Samples.text("report.html", of: report)
        #expect(
            html.contains("joined with nobody; may be <a href=\"#s1\"><bdi>Ada Quill</bdi></a>"))
    }

    @Test func oddColumnNamesStandAlikeInTheTableAndItsDescription() throws {
        var documents = (1...5).map { Samples.document($0) }
        documents[0].fields = [
            .init(name: "=cmd()", value: "1"), .init(name: "a\r\nb\u{0}", value: "2"),
            .init(name: String(repeating: "x", count: 1000), value: "3"),
        ]
        let report = Samples.report(Samples.rows, documents: documents)
        let names = report.quotationsTable().columns.map(\.name)
        #expect(names.contains("doc_=cmd()") && names.contains("a__b_"))
        #expect(names.allSatisfy { $0.unicodeScalars.count <= 200 })
        let csv = try Samples.text("quotations.csv", of: report)
        #expect(csv.hasPrefix(names.joined(separator: ",") + "\r\n"))
    }
}
