import CaucusQuotes
import CaucusStance
import CaucusTarget
import CaucusText
import Foundation
import Testing

@testable import CaucusReport

/// Leaders side by side: whether every number is that of its rows, and every difference has its own interval.
@Suite struct ComparisonTests {
    static let other = StanceTarget(name: "Tomas Brandt")

    /// The rows of a run toward a leader.
    static func side(
        _ target: StanceTarget, _ rows: [ScoredQuotation], model: String = "stance-1",
        documents: [DocumentSummary]? = nil
    ) -> ComparedRun {
        var run = Samples.run
        run.target = target
        run.model = model
        run.modelChecksum = model
        run.id = "run-\(target.name)-\(model)"
        let numbers = Set(rows.compactMap { Int($0.documentID.dropFirst()) }).union(1...40).sorted()
        return ComparedRun(
            run: run, documents: documents ?? numbers.map { document($0) },
            quotations: rows.map { row in
                var row = row
                row.score.target = target.name
                return row
            })
    }

    /// Forty articles of two outlets over two years.
    static func document(_ n: Int) -> DocumentSummary {
        Samples.document(
            n, published: n % 10 == 0 ? "" : "203\(n % 2)-0\(1 + n % 9)-04",
            source: n % 3 == 0 ? "The Post" : "The Herald")
    }

    /// A second leader in half of the articles, less liked, and quoted there by some of the same speakers.
    static var rows: [ScoredQuotation] {
        (1...40).filter { $0 % 2 == 0 }.flatMap { n in
            (0..<2).map { k in
                Samples.quotation(
                    "o\(n)-\(k)", document: n, by: Samples.speaker("s\(n % 5)"), against: 0.7,
                    neutral: 0.1 + 0.005 * Double(n % 7), favor: 0.2 - 0.005 * Double(n % 7))
            }
        }
    }

    static func both(
        _ options: ComparisonOptions = ComparisonOptions()
    ) throws -> Comparison {
        try Comparison(
            [side(Samples.target, Samples.many), side(other, rows)], options: options)
    }

    static func table(_ name: String, _ comparison: Comparison) throws -> [[String: Any]] {
        let file = try #require(try comparison.files().first { $0.name == "compare.json" })
        let json = try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any]
        let tables = try #require(json?["tables"] as? [String: Any])
        return try #require(tables[name] as? [[String: Any]])
    }

    static func text(_ name: String, _ comparison: Comparison) throws -> String {
        let file = try #require(try comparison.files().first { $0.name == name })
        return String(decoding: file.bytes, as: UTF8.self)
    }

    @Test func aLeadersSharesAreThoseOfItsReport() throws {
        let run = Self.side(Samples.target, Samples.many)
        let report = Report(
            run: run.run, documents: run.documents, quotations: run.quotations,
            options: ReportOptions(draws: 9))
        let comparison = try Self.both()
        #expect(comparison.leaders[0].overall == report.overall)
        let outlets = try Self.table("outlets", comparison).filter {
            $0["target"] as? String == "Mara Adeyar"
        }
        for source in report.sources {
            let row = try #require(outlets.first { $0["outlet"] as? String == source.name })
            #expect(row["n_quotes"] as? Int == source.quotations)
            let net = try #require(row["net"] as? Double)
            #expect(abs(net - source.estimates.net.value) < 1e-6)
        }
    }

    @Test func everyCountedQuotationIsInItsCell() throws {
        let comparison = try Self.both(ComparisonOptions(columns: ["outlet", "year"]))
        func sum(_ name: String, _ target: String) throws -> Int {
            try Self.table(name, comparison).filter { $0["target"] as? String == target }
                .reduce(0) { $0 + ($1["n_quotes"] as? Int ?? 0) }
        }
        for leader in comparison.leaders {
            let counted = leader.counted.count
            let dated = leader.counted.count { leader.day($0) != nil }
            #expect(dated < counted)
            for name in ["leaders", "outlets", "speakers", "by"] {
                #expect(try sum(name, leader.name) == counted, "\(name)")
            }
            for name in ["time", "outlets_time", "speakers_time"] {
                #expect(try sum(name, leader.name) == dated, "\(name)")
            }
        }
        let lines = try Self.text("quotations.csv", comparison).split(separator: "\r\n")
        #expect(lines.count - 1 == 40 + 40)
    }

    @Test func fewerThanFiveQuotationsGiveNoShare() throws {
        let steps: [TimeStep] = [.month, .year]
        let cells = try steps.flatMap { step in
            try Self.table("outlets_time", try Self.both(ComparisonOptions(step: step)))
        }
        let (few, many) = (
            cells.filter { ($0["n_quotes"] as? Int ?? 0) < 5 },
            cells.filter { ($0["n_quotes"] as? Int ?? 0) >= 5 }
        )
        #expect(!few.isEmpty && !many.isEmpty)
        #expect(few.allSatisfy { $0["net"] is NSNull && $0["share_favor_low"] is NSNull })
        #expect(many.allSatisfy { $0["net"] is Double })
    }

    @Test func aDifferenceIsNotReadOffTwoIntervals() throws {
        let comparison = try Self.both()
        let (a, b) = (comparison.leaders[0], comparison.leaders[1])
        let found = try #require(comparison.difference(a, b, .net))
        let swapped = try #require(comparison.difference(b, a, .net))
        #expect(abs(found.value + swapped.value) < 1e-12 && found.value > 0)
        #expect(found.low == swapped.high.map { -$0 })
        // The same rows about two leaders do not differ at all, however wide their intervals are.
        let twins = try Comparison([
            Self.side(Samples.target, Samples.many), Self.side(Self.other, Samples.many),
        ])
        let none = try #require(
            twins.difference(twins.leaders[0], twins.leaders[1], .against))
        #expect(abs(none.value) < 1e-12)
        #expect(abs(try #require(none.low)) < 1e-9)
        #expect(
            try #require(twins.leaders[0].overall?.against.high)
                > (try #require(twins.leaders[0].overall?.against.low)) + 0.1)
    }

    @Test func twoPeriodsHaveADifferenceOfTheirOwn() throws {
        let comparison = try Self.both(
            ComparisonOptions(periods: [try DayRange("2030"), try DayRange("2031-01:2031-12")]))
        let rows = try Self.table("differences", comparison).filter {
            $0["table"] as? String == "periods" && $0["measure"] as? String == "net"
                && $0["outlet"] is NSNull && $0["target"] as? String == "Mara Adeyar"
        }
        let row = try #require(rows.first)
        let cells = try Self.table("periods", comparison).filter {
            $0["scope"] as? String == "all" && $0["target"] as? String == "Mara Adeyar"
        }
        let nets = cells.compactMap { $0["net"] as? Double }
        #expect(cells.map { $0["period"] as? String } == ["2030", "2031-01:2031-12"])
        #expect(abs(try #require(row["value"] as? Double) - (nets[1] - nets[0])) < 2e-6)
        // Even articles are of 2030, where nobody dates the tenth.
        #expect(cells.map { $0["n_quotes"] as? Int } == [16, 20])
    }

    @Test func oddPeriodsAreRefused() throws {
        for odd in [
            "", "2031-13", "2031-1", "2031-02-30", "2031-06:2031-01", "a:b", "2031:2032:2033",
            "-031",
        ] {
            #expect(throws: ComparingError.badPeriod(odd)) { try DayRange(odd) }
        }
        #expect(try DayRange("2032-02").words == "1 Feb 2032 – 29 Feb 2032")
        #expect(throws: ComparingError.badPeriod("2031-02-29")) {
            try DayRange.split(at: "2031-02-29")
        }
        #expect(throws: ComparingError.overlap("2031", "2031-05")) {
            try Self.both(
                ComparisonOptions(periods: [try DayRange("2031"), try DayRange("2031-05")]))
        }
        #expect(throws: ComparingError.emptyPeriod("2040")) {
            try Self.both(ComparisonOptions(periods: [try DayRange("2031"), try DayRange("2040")]))
        }
        #expect(throws: ComparingError.self) {
            try Self.both(ComparisonOptions(columns: ["outlet", "sektion"]))
        }
        #expect(throws: ComparingError.nothingToCompare(leader: "Mara Adeyar")) {
            try Comparison([Self.side(Samples.target, Samples.many)])
        }
        #expect(throws: ComparingError.self) {
            try Comparison([
                Self.side(Samples.target, Samples.many),
                Self.side(Self.other, Self.rows, documents: [Samples.document(99)]),
            ])
        }
    }

    @Test func twoModelsAreComparedOnTheSameQuotations() throws {
        var rows = Samples.many
        for i in rows.indices where i % 4 == 0 {
            rows[i].score.probabilities = StanceProbabilities(
                against: 0.1, neutral: 0.8, favor: 0.1)
            rows[i].score.stance = .neutral
        }
        rows.removeLast(3)
        let comparison = try Comparison([
            Self.side(Samples.target, Samples.many),
            Self.side(Samples.target, rows, model: "stance-2"),
        ])
        let models = try Self.table("models", comparison)
        let same = try #require(models.first { $0["measure"] as? String == "same_answer" })
        #expect(same["n_quotes"] as? Int == 37)
        #expect(abs(try #require(same["value"] as? Double) - 27 / 37.0) < 1e-6)
        let neutral = try #require(models.first { $0["measure"] as? String == "neutral" })
        let (value, high) = (neutral["value"] as? Double, neutral["high"] as? Double)
        #expect(abs(try #require(value) + 10 * 0.75 / 37) < 1e-6)
        #expect(try #require(high) < 0)
        let answers = try Self.table("models_answers", comparison)
        #expect(answers.reduce(0) { $0 + ($1["n_quotes"] as? Int ?? 0) } == 37)
        #expect(
            try Self.text("compare.html", comparison).contains(
                "3\u{A0}quotations count only in the first"))
    }

    @Test func voicesAreSharesOfTheQuotationsThere() throws {
        let voices = try Self.table("voices", try Self.both())
        for leader in ["Mara Adeyar", "Tomas Brandt"] {
            let all = voices.filter {
                $0["target"] as? String == leader && $0["scope"] as? String == "all"
            }
            #expect(abs(all.reduce(0) { $0 + ($1["share"] as? Double ?? 0) } - 1) < 1e-5)
            for row in all {
                let (low, share) = (row["share_low"] as? Double, row["share"] as? Double)
                #expect(try #require(low) < (try #require(share)))
            }
        }
    }

    @Test func articlesThatNotAllRunsReadAreLeftOut() throws {
        let all = Self.side(Samples.target, Samples.many)
        var changed = Self.side(Self.other, Self.rows)
        changed.documents[1].hash = "changed"
        changed.documents.removeLast()
        let comparison = try Comparison([all, changed])
        #expect(comparison.documents.count == 38 && comparison.unshared == 2)
        #expect(comparison.leaders[0].counted.count == 38)
        #expect(comparison.warnings.contains { $0.contains("2\u{A0}articles are left out") })
    }

    @Test func hostileNamesStayText() throws {
        let evil = "</title><script>alert(1)</script>|=cmd()"
        let rows = Samples.many.map { row in
            var row = row
            row.facts.speaker = Samples.speaker("s1", name: evil)
            row.facts.speakerID = "s1"
            return row
        }
        let documents = (1...40).map { n in
            Samples.document(n, published: "2031-03-04", source: "=HYPERLINK(\"x\")<img src=x>")
        }
        let comparison = try Comparison(
            [
                Self.side(StanceTarget(name: evil), rows, documents: documents),
                Self.side(
                    Self.other,
                    Self.rows.map { row in
                        var row = row
                        row.facts.speaker = Samples.speaker("s1", name: evil)
                        row.facts.speakerID = "s1"
                        return row
                    }, documents: documents),
            ], options: ComparisonOptions(columns: ["outlet", "speaker"]))
        for name in ["compare.html", "outlets.svg", "speakers.svg"] {
            let text = try Self.text(name, comparison)
            #expect(!text.contains("<script") && !text.contains("<img"), "\(name)")
        }
        #expect(!(try Self.text("compare.md", comparison)).contains("<script"))
        let outlets = try Self.text("outlets.csv", comparison)
        #expect(outlets.contains("'=HYPERLINK") && !outlets.contains(",\"=HYPERLINK"))
    }

    @Test func theSameRunsGiveTheSameFilesAndTheyAreVerified() throws {
        let options = ComparisonOptions(periods: try DayRange.split(at: "2031-01-01"))
        let files = try Self.both(options).files()
        #expect(files == (try Self.both(options).files()))
        let package = try #require(files.first { $0.name == "datapackage.json" })
        let names = files.map(\.name)
        let verified = try #require(
            ReportVerification(package: package.bytes, present: names) { name in
                files.first { $0.name == name }?.bytes
            })
        #expect(verified.holds && verified.findings.count == names.count - 1)
        let page = try Self.text("compare.html", try Self.both(options))
        for name in names where !name.hasPrefix("compare") && name != "datapackage.json" {
            #expect(page.contains("href=\"\(name)\""), "\(name)")
        }
        let links = page.matches(of: /href="#([a-z]+)"/).map { String($0.1) }
        #expect(links.count > 5 && links.allSatisfy { page.contains("id=\"\($0)\"") })
    }
}
