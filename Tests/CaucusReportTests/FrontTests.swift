import CaucusStance
import Foundation
import Testing

@testable import CaucusReport

/// Whom the front names, and what can be taken of a report.
@Suite struct FrontTests {
    /// Six speakers: two of eight quotations over four articles, four of one or two.
    private static var rows: [ScoredQuotation] {
        (1...22).map { n in
            let name = n <= 8 ? "ada" : n <= 16 ? "ben" : n <= 18 ? "cem" : "d\(n)"
            return Samples.quotation(
                "d\(n % 4 + 1):\(n)-50", document: n % 4 + 1, by: Samples.speaker(name),
                against: n <= 8 ? 0.8 : 0.2, neutral: 0.1, favor: n <= 8 ? 0.1 : 0.7,
                text: "Number \(n) of the things that she has lost")
        }
    }

    @Test func theFrontNamesNobodyWithFewerThanFiveQuotations() throws {
        let report = Samples.report(Self.rows)
        #expect(report.frontSpeakers.map(\.element.id) == ["ada", "ben"])
        #expect(report.foldedSpeakers.map(\.element.id).first == "cem")
        let html = try Samples.text("report.html", of: report)
        let start = try #require(html.firstRange(of: "<header"))
        let end = try #require(html.firstRange(of: "<details class=\"fold\">"))
        let front = html[start.lowerBound..<end.lowerBound]
        #expect(front.contains("<bdi>Ada</bdi>") && !front.contains("<bdi>Cem</bdi>"))
        #expect(front.contains("And 5 others") && !front.contains("D20"))
        // Who is quoted once has a row and no card.
        #expect(html.components(separatedBy: "<article class=\"card\"").count == 4)
    }

    @Test func anIntervalThatSaysNothingIsNotOnTheFront() {
        var rows = Self.rows
        for i in rows.indices where i < 8 { rows[i].facts.documentID = "d1" }
        let report = Samples.report(rows)
        #expect(report.frontSpeakers.map(\.element.id) == ["ben"])
    }

    @Test func everyAddressIsOnceOnThePageOrInItsRows() throws {
        let html = try Samples.text("report.html", of: Samples.report(Self.rows))
        let ids = html.matches(of: /id="(q-[^"]+)"/).map { String($0.output.1) }
        #expect(ids.count > 10 && Set(ids).count == ids.count)
        #expect(ids.contains("q-d2:1-50"))
        #expect(QuotationAnchor.id("a b/ü:1-2") == "q-a%20b/%C3%BC:1-2")
        #expect(QuotationAnchor.id(String(repeating: "x", count: 500)).utf8.count == 66)
    }

    @Test func chartsAreFilesThatNeedNoOther() throws {
        let files = try Samples.report(Self.rows).files { _ in [1, 2, 3] }
        let names = files.map(\.name)
        #expect(names.contains("speakers.svg") && names.contains("speakers.png"))
        for file in files where file.name.hasSuffix(".svg") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(text.hasPrefix("<svg xmlns=") && !text.contains("href"))
            #expect(text.hasSuffix("</svg>\n"))
        }
        let package = try #require(files.last)
        #expect(String(decoding: package.bytes, as: UTF8.self).contains("speakers.png"))
        let html = try Samples.text("report.html", of: Samples.report(Self.rows))
        #expect(html.contains("data-picture=\"speakers\"") && !html.contains("speakers.png"))
    }

    @Test func aCitationTellsRunDateAndCommand() throws {
        let options = ReportOptions(draws: 9, column: "section", date: "2031-10-05")
        let report = Samples.report(Self.rows, options: options)
        let citation = Citation(report)
        #expect(citation.plain.contains("(5 Oct 2031)") && citation.plain.contains("run run-1"))
        #expect(
            report.command
                == "caucus report RUN.sqlite --target 'Mara Adeyar' --by section --date 2031-10-05")
        #expect(citation.bibtex.hasPrefix("@misc{caucus-run-1,"))
        #expect(citation.bibtex.contains("month = oct") && citation.bibtex.contains("{2031}"))
        #expect(!Citation(Samples.report(Self.rows)).plain.contains("2031"))
    }

    @Test func theVerdictFollowsTheInterval() {
        let against = Self.rows.filter { $0.speakerID == "ada" }
        #expect(
            Samples.report(against).verdict(about: "X")
                == "More of what is quoted is against X than in favor.")
        #expect(
            Samples.report(Samples.rows).verdict(about: "X")?.contains("neither clearly") == true)
    }

    @Test func wordsWithoutAMeaningStayOutOfThePage() throws {
        let report = Samples.report(Samples.many, gold: nil)
        for name in ["report.html", "report.md"] {
            let text = try Samples.text(name, of: report)
            for word in ["pooled", "rank interval", "category5"] {
                #expect(!text.replacing("net_pooled", with: "").contains(word), "\(name): \(word)")
            }
        }
    }
}
