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
        Samples.report(rows, options: ReportOptions(draws: 9), labels: labels)
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
        #expect(html.contains("the model alone says +0.70"))
        #expect(html.contains("Model and hand labels"))
        let csv = try Samples.text("quotations.csv", of: report)
        #expect(csv.contains(",against,0.5,stance-1,run-1,"))
    }

    /// Issue 7: nine labels correct nothing, and nothing says that they did.
    @Test func tooFewLabelsChangeNoShare() throws {
        let labels = (1...9).map {
            HandLabel(quotation: "q\($0)", label: .against, samplingProbability: 0.5)
        }
        let report = Self.report(labels: labels)
        #expect(report.overall?.net == report.plain?.net)
        #expect(report.labelUse?.isCorrected == false)
        for name in ["report.html", "report.md"] {
            let text = try Samples.text(name, of: report)
            #expect(!text.contains("Corrected by"))
            #expect(
                text.contains("9\u{A0}counted quotations from 9\u{A0}articles are labeled by hand"))
            #expect(text.contains("they correct nothing"))
        }
    }

    /// Issue 7: twelve labels correct the whole, but not a speaker of six: each number says so, and speakers are
    /// compared by one estimator.
    @Test func everyNumberSaysWhetherItIsCorrected() throws {
        let labels = (1...12).map {
            HandLabel(quotation: "q\($0)", label: .against, samplingProbability: 0.5)
        }
        let report = Self.report(labels: labels)
        #expect(report.overall?.isCorrected == true)
        #expect(report.speakers.allSatisfy { $0.estimates?.isCorrected == false })
        #expect(report.labelUse?.comparesModelAlone == true)
        let html = try Samples.text("report.html", of: report)
        #expect(html.contains("corrected by labels") && html.contains("model alone"))
        #expect(html.contains("compare all speakers by the model alone"))
        #expect(
            try !Samples.text("report.html", of: Self.report(labels: [])).contains("model alone"))
        let most = (1...12).map {
            Samples.quotation(
                "q\($0)", document: $0, by: Samples.speaker($0 < 11 ? "ada" : "ben"), against: 0.1,
                neutral: 0.1, favor: 0.8)
        }
        let mixed = Samples.report(most, options: ReportOptions(draws: 9), labels: labels)
        #expect(mixed.speakers.map { $0.estimates?.isCorrected } == [true, false])
        // Pooled and ranked are the model's +0.70, not the labels' −1.
        #expect(mixed.speakers.compactMap(\.pooled).allSatisfy { $0.value > 0 })
    }

    /// Issue 7: several people label one quotation.
    @Test func severalAnnotatorsAgreeSoFar() throws {
        func label(_ n: Int, _ stance: Stance, _ who: String) -> HandLabel {
            HandLabel(
                quotation: "q\(n)", label: stance, samplingProbability: 1, annotator: who)
        }
        var labels = (1...12).flatMap { [label($0, .against, "a"), label($0, .against, "b")] }
        labels[1].answer = .stance(.favor)
        labels[3].answer = .stance(.favor)
        labels += [label(1, .favor, "c"), label(3, .neutral, "a")]
        let report = Self.report(labels: labels)
        let alpha = try #require(report.agreement)
        #expect(alpha.items == 12 && alpha.value < 1 && alpha.hasInterval)
        #expect(report.annotators == 3)
        #expect(report.labels.first { $0.quotation == "q1" }?.label == .favor)
        // Two against one another: no label, and half of each in the shares.
        #expect(!report.labels.contains { $0.quotation == "q2" })
        #expect(
            report.diagnostics.map(\.message) == [
                "the quotation q3 is labeled twice by a; the first label is taken"
            ])
        for name in ["report.html", "report.md"] {
            #expect(
                try Samples.text(name, of: report).contains("alpha (nominal) of 3\u{A0}annotators"))
        }
        #expect(try Samples.text("report.json", of: report).contains("krippendorff_alpha"))
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
        #expect(fresh.holds && fresh.findings.count == files.count - 1)
        let more = ReportVerification(package: package, present: ["x.exe", "report.md"]) {
            files[$0]
        }
        #expect(more?.holds == true && more?.findings.last?.finding == .extra)
        files["speakers.csv"]?.append(0x20)
        files["report.md"] = nil
        let stale = try #require(ReportVerification(package: package) { files[$0] })
        #expect(!stale.holds)
        let faults = stale.findings.filter { $0.finding != .same }
        #expect(faults.map(\.name) == ["report.md", "speakers.csv"])
        #expect(faults.first?.finding == .missing)
    }

    /// Issue 7: a description without its tables, or with another checksum than the page's, does not hold.
    @Test func aChangedDescriptionIsFound() throws {
        var files = Dictionary(
            uniqueKeysWithValues: try Samples.report(Samples.rows).files().map {
                ($0.name, $0.bytes)
            })
        let package = String(decoding: try #require(files["datapackage.json"]), as: UTF8.self)
        func verified(_ text: String) -> ReportVerification? {
            ReportVerification(package: Array(text.utf8)) { files[$0] }
        }
        let start = try #require(package.firstRange(of: "\"resources\": [")?.upperBound)
        let end = try #require(package.firstRange(of: "\"files\": ")?.lowerBound)
        let emptied = verified(package[..<start] + "], " + package[end...])
        #expect(emptied?.holds == false)
        #expect(emptied?.findings.count { $0.finding == .unlisted } == 3)
        let old = Report.digest(try #require(files["speakers.csv"]))
        files["speakers.csv"]?.append(0x20)
        let new = Report.digest(try #require(files["speakers.csv"]))
        let forged = verified(package.replacing(old, with: new))
        #expect(forged?.holds == false)
        #expect(forged?.findings.first { $0.name == "speakers.csv" }?.finding == .contradicted)
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
            return Samples.report(
                Self.rows, options: ReportOptions(draws: 9), gold: GoldSample(items: gold))
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
        // Nothing against is left: said with an interval and, of one article, without.
        #expect(full[1].isAtEdge)
        var open = full[1]
        for estimate in [\ShareCorrection.against, \.neutral, \.favor, \.net] {
            open[keyPath: estimate]?.low = nil
            open[keyPath: estimate]?.high = nil
        }
        #expect(open.isAtEdge && !full[0].isAtEdge)
        open.known = [.favor]
        #expect(!open.isAtEdge)
    }
}
