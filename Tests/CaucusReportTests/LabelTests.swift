import CaucusStance
import CaucusStatistics
import Testing

@testable import CaucusReport

/// Hand labels, checksums and the browser of quotations.
@Suite struct LabelTests {
    /// Twelve articles of one quotation each, all of which the model takes for favor.
    static let rows = (1...12).map {
        Samples.quotation(
            "q\($0)", document: $0, by: Samples.speaker($0 % 2 == 0 ? "ada" : "ben"), against: 0.1,
            neutral: 0.1, favor: 0.8)
    }

    static func report(labels: [HandLabel]) -> Report {
        let plain = Samples.report(rows)
        return Report(
            run: plain.run, documents: plain.documents, quotations: rows, audit: plain.audit,
            options: ReportOptions(draws: 9), labels: labels)
    }

    @Test func labelsCorrectTheMeanAndThePlainOneStandsBeside() throws {
        let labels = (1...12).map {
            HandLabel(quotation: "q\($0)", label: .against, samplingProbability: 0.5)
        }
        let report = Self.report(labels: labels)
        #expect(abs((report.overall?.net.value ?? 0) + 1) < 1e-9)
        #expect(report.overall?.net.method == DesignBasedMean.method)
        #expect(abs((report.plain?.net.value ?? 0) - 0.7) < 1e-9)
        let html = try Samples.text("report.html", of: report)
        #expect(html.contains("The model alone says +0.70"))
        #expect(html.contains("Model and hand labels"))
        let csv = try Samples.text("quotations.csv", of: report)
        #expect(csv.contains(",against,0.5,stance-1,run-1,"))
    }

    @Test func tooFewLabelsChangeNoShare() {
        let labels = (1...4).map {
            HandLabel(quotation: "q\($0)", label: .against, samplingProbability: 0.5)
        }
        let report = Self.report(labels: labels)
        #expect(report.overall?.net == report.plain?.net)
    }

    @Test func oddLabelsAreToldAndLeftOut() {
        let report = Self.report(labels: [
            HandLabel(quotation: "q1", label: .favor, samplingProbability: 0),
            HandLabel(quotation: "zz", label: .favor, samplingProbability: 0.5),
            HandLabel(quotation: "q2", label: .favor, samplingProbability: 1),
            HandLabel(quotation: "q2", label: .against, samplingProbability: 1),
        ])
        #expect(report.labels.map(\.quotation) == ["q2"])
        #expect(report.diagnostics.count == 3)
    }

    @Test func aChangedFileIsFound() throws {
        var files = Dictionary(
            uniqueKeysWithValues: try Samples.report(Samples.rows).files().map {
                ($0.name, $0.bytes)
            })
        let package = try #require(files["datapackage.json"])
        let fresh = try #require(ReportVerification(package: package) { files[$0] })
        #expect(fresh.holds && fresh.findings.count == 6)
        files["speakers.csv"]?.append(0x20)
        files["report.md"] = nil
        let stale = try #require(ReportVerification(package: package) { files[$0] })
        #expect(!stale.holds)
        let faults = stale.findings.filter { $0.finding != .same }
        #expect(faults.map(\.name) == ["report.md", "speakers.csv"])
        #expect(faults.first?.finding == .missing)
    }

    @Test func whatIsNoReportIsNotVerified() {
        #expect(ReportVerification(package: Array("[]".utf8)) { _ in nil } == nil)
        #expect(ReportVerification(package: []) { _ in nil } == nil)
        let escape = #"{"resources":[{"path":"../x","hash":"sha256:0"}]}"#
        var asked = false
        let found = ReportVerification(package: Array(escape.utf8)) { _ in
            asked = true
            return []
        }
        #expect(found?.findings.first?.finding == .missing && !asked)
    }

    @Test func theDataOfTheBrowserCannotEndItsScript() throws {
        var rows = Samples.rows
        rows[0].text = "</script><script>alert(1)</script>\u{2028}"
        let html = try Samples.text("report.html", of: Samples.report(rows))
        #expect(html.contains(#"\u003c/script>\u003cscript>alert(1)"#))
        #expect(!html.contains("<script>alert"))
    }

    @Test func theCountAllowsForTheModelsDoubt() throws {
        let report = Samples.report(Self.rows)
        let ada = try #require(report.speakers.first { $0.id == "ada" })
        // Six at 0.8: 4.8 ± 1.96 √(6 · 0.16), though the sandwich sees no spread at all.
        let text = Wording.sentence(
            try #require(ada.estimates), about: "X", documents: ada.documents)
        #expect(text.contains("an estimated 5 (3–6) are in favor"))
        #expect(try #require(ada.estimates?.net.standardError) < 1e-9)
    }

    @Test func otherEstimatorsStandBesideThePlainMeanOrRefuse() throws {
        let plain = Samples.report(Self.rows)
        func report(_ count: Int) -> Report {
            let gold = (0..<count).map { i -> GoldSample.Item in
                let label = Stance.allCases[i % 3]
                return GoldSample.Item(
                    probabilities: StanceProbabilities(
                        against: label == .against ? 0.8 : 0.1,
                        neutral: label == .neutral ? 0.8 : 0.1,
                        favor: label == .favor ? 0.8 : 0.1), label: label, group: i)
            }
            return Report(
                run: plain.run, documents: plain.documents, quotations: Self.rows,
                audit: plain.audit, options: ReportOptions(draws: 9),
                gold: GoldSample(items: gold))
        }
        // Every quotation has the mean posterior of a gold item in favor: PACC says all are.
        let full = report(90).corrections
        #expect(full.map(\.method) == ["plain mean", "PACC", "EM (prior shift)"])
        #expect(abs((full[0].favor?.value ?? 0) - 0.8) < 1e-9)
        #expect(abs((full[1].favor?.value ?? 0) - 1) < 1e-6)
        let condition = try #require(full[1].condition)
        #expect(abs(condition - 1 / 0.7) < 1e-6)
        #expect(report(30).corrections[1].refusal?.contains("10 labeled") == true)
        #expect(plain.corrections.isEmpty)
        let html = try Samples.text("report.html", of: report(90))
        #expect(html.contains("condition number 1.4"))
    }
}
