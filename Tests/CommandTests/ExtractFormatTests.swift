import CaucusTestSupport
import Foundation
import Testing

/// What `caucus extract` prints in each format.
@Suite("the formats of extract")
struct ExtractFormatTests {
    private let text = """
        =Bo Li, the mayor of Oban, said the bridge would open in May.

        “It is late, but it is ours,” he said. “We will dance on it.”

        The paper called it a “folly”.
        """

    private func lines(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").map { line in
            try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    @Test func formatNamesTheInputOrTheOutput() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let asText = try caucus.run(["extract", "-", "--format", "txt"], input: text)
        #expect(asText.code == 0 && asText.output.hasPrefix("{\"id\":"))
        let row = "id,text\na,\"Bo Li said the bridge would open in May.\"\n"
        let read = try caucus.run(
            ["extract", "-", "--input-format", "csv", "--format", "csv"], input: row)
        #expect(read.output.hasPrefix("quote_id,doc_id,"))
        #expect(read.output.contains(",Bo Li,"))
        let named = try caucus.run(["extract", try caucus.file("a.csv", row), "--format", "csv"])
        #expect(named.output == read.output)
        let json = try caucus.run([
            "extract", caucus.path("a.csv"), "--output-format", "json",
        ])
        #expect(json.output == (try caucus.run(["extract", caucus.path("a.csv")])).output)
        let tsv = try caucus.run(
            ["extract", "-", "--format", "tsv"],
            input: row.replacingOccurrences(of: ",\"", with: "\t\"")
                .replacingOccurrences(of: "id,", with: "id\t"))
        #expect(tsv.output.contains("Bo Li"))
    }

    @Test(arguments: [
        ["--format", "doc"], ["--format", "csv", "--output-format", "kwic"],
        ["--format", "txt", "--input-format", "txt"], ["--output-format", "summary"],
        ["--summary", "--explain"], ["--summary", "--format", "csv"],
    ])
    func contradictionsAre64(options: [String]) throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let outcome = try caucus.run(["extract", try caucus.file("a.txt", text)] + options)
        #expect(outcome.code == 64, "\(outcome.messages)")
        #expect(outcome.output.isEmpty)
        #expect(outcome.messages.contains("expected one of"))
    }

    @Test func aNameThatTellsNoFormatAsksForInputFormat() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let outcome = try caucus.run(["extract", try caucus.file("a.odd", text), "--format", "csv"])
        #expect(outcome.code == 64)
        #expect(outcome.messages.contains("--input-format"))
    }

    @Test func citronSpansHoldTheWordsTheyName() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let outcome = try caucus.run([
            "extract", CommandRunner.sample("articles.jsonl"), "--format", "citron", "--limit", "8",
        ])
        try #require(outcome.code == 0, "\(outcome.messages)")
        let records = try lines(outcome.output)
        #expect(records.count == 8)
        var coreferences = 0
        for record in records {
            let scalars = Array(try #require(record["text"] as? String).unicodeScalars)
            func check(_ value: Any?) throws {
                let span = try #require(value as? [String: Any])
                let start = try #require(span["start"] as? Int)
                let end = try #require(span["end"] as? Int)
                var words = String.UnicodeScalarView()
                words.append(contentsOf: scalars[start..<end])
                #expect(String(words) == span["text"] as? String)
            }
            for quote in try #require(record["quotes"] as? [[String: Any]]) {
                for name in ["sources", "contents", "coreferences"] {
                    for span in try #require(quote[name] as? [Any]) { try check(span) }
                }
                if !(quote["cue"] is NSNull) { try check(quote["cue"]) }
                coreferences += (quote["coreferences"] as? [Any])?.count ?? 0
                #expect(quote["confidence"] is NSNumber)
            }
            for group in try #require(record["coreference_groups"] as? [[Any]]) {
                for span in group { try check(span) }
            }
        }
        #expect(coreferences > 0)
    }

    @Test func aConcordanceLineIsAQuotationWithFiveCells() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let odd = text.replacingOccurrences(of: "late,", with: "late,\t\u{B}\u{1B}")
        _ = try caucus.file("a.txt", odd)
        let outcome = try caucus.run(["extract", "a.txt", "--format", "kwic"])
        try #require(outcome.code == 0, "\(outcome.messages)")
        let rows = outcome.output.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(rows.count >= 2)
        #expect(rows.allSatisfy { $0.count == 5 && $0[4] == "a.txt" })
        #expect(rows.contains { $0[1].contains("We will dance on it") && $0[3] == "Bo Li" })
        let isControl: (Unicode.Scalar) -> Bool = {
            $0.properties.generalCategory == .control && $0 != "\t" && $0 != "\n"
        }
        #expect(!outcome.output.unicodeScalars.contains(where: isControl))
    }

    @Test func aTableRowIsAQuotationAndNoFormula() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let name = "=a \"b\".txt"
        _ = try caucus.file(name, "“=1+1, they teach them now,” said Bo Li.")
        let outcome = try caucus.run(["extract", name, "--format", "csv"])
        let rows = outcome.output.split(separator: "\r\n")
        try #require(rows.count == 2, "\(outcome.output)")
        let columns = rows[0].split(separator: ",").count
        #expect(columns == 13)
        #expect(rows[1].hasPrefix("\"'=a \"\"b\"\".txt:"))
        #expect(rows[1].contains("\"'=1+1, they teach"))
    }

    @Test func theSummaryCountsWhatTheRecordsHold() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let path = CommandRunner.sample("articles.jsonl")
        let summary = try caucus.run(["extract", path, "--summary", "--jobs", "2"])
        try #require(summary.code == 0, "\(summary.messages)")
        let records = try lines(try caucus.run(["extract", path]).output)
        let quotes = records.flatMap { $0["quotes"] as? [[String: Any]] ?? [] }
        func row(_ name: String) -> Int? {
            let line = summary.output.split(separator: "\n").first { $0.hasPrefix(name + "  ") }
            return line?.dropFirst(name.count).split(separator: " ").first.flatMap { Int($0) }
        }
        #expect(row("documents") == records.count)
        #expect(row("quotations") == quotes.count)
        for form in ["direct", "indirect", "mixed"] {
            #expect(row("  " + form) == quotes.count { $0["form"] as? String == form })
        }
        let untold = quotes.count {
            $0["form"] as? String == "direct" && $0["speaker"] is NSNull
        }
        #expect(row("direct without a speaker") == untold)
        let rule = quotes.count { $0["rule"] as? String == "trailing-cue" }
        #expect(row("  trailing-cue") == rule)
        #expect(row("described sources") != nil)
        #expect(row("marked words that are no speech") != nil)
    }

    @Test func theExplanationNamesTheWinnerAndItsRivals() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let outcome = try caucus.run(["extract", try caucus.file("a.txt", text), "--explain"])
        try #require(outcome.code == 0, "\(outcome.messages)")
        #expect(outcome.output.contains("speaker: Bo Li"))
        #expect(outcome.output.contains("speakers weighed:"))
        let winners = outcome.output.split(separator: "\n").filter { $0.hasPrefix("   * ") }
        #expect(winners.contains { $0.contains("“he”") && $0.contains("after it in its sentence") })
    }

    @Test func theExplanationAndTheSummaryCountTheSameWordsThatAreNoSpeech() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let path = CommandRunner.sample("articles.jsonl")
        let text = try caucus.run(["extract", path, "--explain"]).output
        let summary = try caucus.run(["extract", path, "--summary"]).output
        let name = "marked words that are no speech"
        let row = try #require(summary.split(separator: "\n").first { $0.hasPrefix(name) })
        let count = Int(row.dropFirst(name.count).trimmingCharacters(in: .whitespaces))
        #expect(count == text.split(separator: "\n").count { $0.contains(" is no speech: ") })
    }
}
