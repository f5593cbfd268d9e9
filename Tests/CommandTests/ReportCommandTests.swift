import Foundation
import Testing

/// How a report counts, and whether its files are still its own.
@Suite("caucus report and verify")
struct ReportCommandTests {
    /// A store of two invented articles with a column of their own, and its report.
    private func reported(_ caucus: CommandRunner) throws {
        _ = try caucus.run([
            "train", CommandRunner.sample("labels/train.jsonl"), "-o", "m.safetensors", "--folds",
            "0", "--c", "3", "--quiet",
        ])
        let articles = try caucus.file(
            "a.jsonl",
            """
            {"id":"a1","section":"politics","published":"2031-03-01","text":"Helen Marwick has betrayed every port worker in this country, said Joan Tull, the union's leader."}
            {"id":"a2","section":"economy","published":"2031-03-20","text":"Helen Marwick saved the harbor and deserves thanks, said Piers Orrin, a shipowner."}

            """)
        let scored = try caucus.run([
            "score", articles, "--target", "Helen Marwick", "--model", "m.safetensors", "--store",
            "s.sqlite", "--quiet",
        ])
        try #require(scored.code == 0, "\(scored.messages)")
        let written = try caucus.run(["report", "s.sqlite", "-o", "r", "--quiet"])
        try #require(written.code == 0, "\(written.messages)")
    }

    @Test func verifyTellsAReportFromAChangedOne() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        try reported(caucus)
        let whole = try caucus.run(["verify", "r"])
        #expect(whole.code == 0, "\(whole.messages)")
        #expect(whole.output.contains("same\tspeakers.csv"))
        _ = try caucus.file("r/report.md", "something else")
        try FileManager.default.removeItem(atPath: caucus.path("r/speakers.csv"))
        let changed = try caucus.run(["verify", "r"])
        #expect(changed.code == 1)
        #expect(changed.output.contains("changed\treport.md"))
        #expect(changed.output.contains("missing\tspeakers.csv"))
        #expect(try caucus.run(["verify", "nowhere"]).code == 66)
        _ = try caucus.file("r/datapackage.json", "{}")
        #expect(try caucus.run(["verify", "r"]).code == 65)
    }

    /// Issue 18: what is taken along is dated by what is given alone, and the same a second time.
    @Test func aReportIsDatedByTheDayGiven() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        try reported(caucus)
        func files(_ folder: String, _ words: [String], epoch: String? = nil) throws -> [String:
            Data]
        {
            let written = try caucus.run(
                ["report", "s.sqlite", "-o", folder, "--quiet"] + words,
                environment: epoch.map { ["SOURCE_DATE_EPOCH": $0] } ?? [:])
            #expect(written.code == 0, "\(written.messages)")
            let names = try FileManager.default.contentsOfDirectory(atPath: caucus.path(folder))
            return try Dictionary(
                uniqueKeysWithValues: names.map {
                    ($0, try Data(contentsOf: URL(fileURLWithPath: caucus.path("\(folder)/\($0)"))))
                })
        }
        let given = try files("d1", ["--date", "2031-10-05"])
        #expect(try files("d2", ["--date", "2031-10-05"]) == given)
        #expect(try files("d3", [], epoch: "1948924800") == given)
        let page = String(decoding: given["report.html"] ?? Data(), as: UTF8.self)
        #expect(page.contains("5 Oct 2031") && page.contains("month = oct"))
        for match in page.matches(of: /href="([^"#:]+)" download/) {
            #expect(given[String(match.output.1)] != nil, "\(match.output.1)")
        }
        let full = try files("d4", ["--full"])
        #expect(
            String(decoding: full["report.html"] ?? Data(), as: UTF8.self).contains(
                "<body class=\"full\">"))
        let odd = try caucus.run(["report", "s.sqlite", "-o", "x", "--date", "5.10.2031"])
        #expect(odd.code == 64 && odd.messages.contains("--date 5.10.2031"))
    }

    @Test func byNamesAStepOfTimeOrAColumn() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        try reported(caucus)
        let weeks = try caucus.run([
            "report", "s.sqlite", "-o", "w", "--by", "week", "--by", "section", "--level", "0.9",
        ])
        #expect(weeks.code == 0, "\(weeks.messages)")
        #expect(weeks.messages.contains("net (90%)"))
        let json = try String(contentsOfFile: caucus.path("w/report.json"), encoding: .utf8)
        #expect(json.contains("economy"))
        #expect(json.contains("2031-03-17"))
        let odd = try caucus.run(["report", "s.sqlite", "-o", "x", "--by", "sektion"])
        #expect(odd.code == 64)
        #expect(odd.messages.contains("section"))
        #expect(!FileManager.default.fileExists(atPath: caucus.path("x")))
    }

    @Test func outletsAndMissingStoresAreUnderstood() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        try reported(caucus)
        let none = try caucus.run(["report", "s.sqlite", "-o", "x", "--by", "outlet"])
        #expect(none.code == 64 && none.messages.contains("outlet"), "\(none.messages)")
        let missing = try caucus.run(["report", "nope.sqlite", "-o", "x"])
        #expect(missing.code == 66 && missing.messages.contains("no such file"))
        _ = try caucus.file("g.sqlite", "garbage")
        _ = try caucus.file("g", "garbage")
        #expect(try caucus.run(["report", "g.sqlite", "-o", "x"]).code == 65)
        #expect(try caucus.run(["report", "g", "-o", "x"]).code == 65)
        let twice = try caucus.run([
            "report", "s.sqlite", "-o", "x", "--target", "A", "--target", "B",
        ])
        #expect(twice.code == 64 && twice.messages.contains("--targets"))
    }

    /// Issue 7: the shipped model reads sentences, which the store keeps.
    @Test func theShippedModelsScoreIsExplainedFromTheStore() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let articles = try caucus.file(
            "a.jsonl",
            """
            {"id":"a1","text":"Port workers met. “Marwick has betrayed every one of us,” said Joan Tull, who met Helen Marwick on Monday. They left."}

            """)
        let scored = try caucus.run([
            "score", articles, "--target", "Helen Marwick", "--store", "s.sqlite", "--quiet",
        ])
        try #require(scored.code == 0, "\(scored.messages)")
        let written = try caucus.run(["report", "s.sqlite", "-o", "r"])
        try #require(written.code == 0, "\(written.messages)")
        let table = try String(contentsOfFile: caucus.path("r/quotations.csv"), encoding: .utf8)
        let row = try #require(table.split(separator: "\r\n").dropFirst().first)
        let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let explained = try caucus.run([
            "explain", "stance-en-2", "--quote", cells[0], "--store", "s.sqlite", "--json",
        ])
        try #require(explained.code == 0, "\(explained.messages)")
        let json = try JSONSerialization.jsonObject(with: Data(explained.output.utf8))
        let found = try #require((json as? [String: Any])?["probabilities"] as? [String: Double])
        let against = try #require(found["against"])
        #expect(cells.contains { Double($0).map { abs($0 - against) < 1e-5 } ?? false })
        let html = try String(contentsOfFile: caucus.path("r/report.html"), encoding: .utf8)
        #expect(
            html.contains("Calibration curve") && html.contains("<bdi>Marwick</bdi> <b>1"))
    }

    /// Issue 15: what a gate doubts is told with the facts that make it doubt.
    @Test func aDoubtIsExplainedFromTheArticle() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let articles = CommandRunner.sample("articles.jsonl")
        let scored = try caucus.run([
            "score", articles, "--targets", CommandRunner.sample("targets.yaml"), "--store",
            "s.sqlite", "--quiet",
        ])
        try #require(scored.code == 0, "\(scored.messages)")
        _ = try caucus.run(["report", "s.sqlite", "--target", "Tomas Adeyar", "-o", "r"])
        let table = try String(contentsOfFile: caucus.path("r/quotations.csv"), encoding: .utf8)
        // What the gates doubt has their three probabilities in the columns before its title.
        let row = try #require(
            table.split(separator: "\r\n").first {
                $0.contains(/,not_speech,.*,0\.\d+,0\.\d+,0\.\d+,/)
            })
        let quote = String(row.prefix { $0 != "," })
        let explain = ["explain", "stance-en-2", "--quote", quote, "--store", "s.sqlite"]
        let plain = try caucus.run(explain).output
        #expect(plain.contains("not counted: ") && !plain.contains("log odds"))
        let told = try caucus.run(explain + ["--articles", articles])
        try #require(told.code == 0, "\(told.messages)")
        #expect(told.output.hasPrefix(plain.dropLast()))
        #expect(
            told.output.contains("whether somebody is reported to have said these words: what"))
        #expect(told.output.contains(/against:\n {4}-\d\.\d\d  [a-z“]/))
        let json = try JSONSerialization.jsonObject(
            with: Data(try caucus.run(explain + ["--articles", articles, "--json"]).output.utf8))
        let record = try #require(json as? [String: Any])
        #expect(record["weakest_gate"] as? String == "speech")
        #expect((record["reasons"] as? [[String: Any]])?.count == 8)
    }

    @Test func aDoubtNeedsTheArticleAsItWas() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let text =
            "Helen Marwick opened the port.\\n\\n“Helen Marwick has betrayed us all,” said Joan Tull, a docker."
        let articles = try caucus.file("a.jsonl", "{\"id\":\"a1\",\"text\":\"\(text)\"}\n")
        let scored = try caucus.run([
            "score", articles, "--target", "Helen Marwick", "--store", "s.sqlite", "--quiet",
        ])
        try #require(scored.code == 0, "\(scored.messages)")
        let explain = ["explain", "stance-en-2", "--quote", "a1:33-67", "--store", "s.sqlite"]
        // What counts is told with its greatest doubt, too.
        let told = try caucus.run(explain + ["--articles", articles])
        #expect(told.code == 0 && told.output.contains("what weighs most"), "\(told.messages)")
        #expect(told.output.contains("logit: the sum"))
        let words = try caucus.file("words.txt", "[say]\nyammer\n")
        let other = try caucus.run(explain + ["--articles", articles, "--lexicon", words])
        #expect(other.code == 64 && other.messages.contains("--lexicon"))
        _ = try caucus.file("c.jsonl", "{\"id\":\"c1\",\"text\":\"It rained on the quay.\"}\n")
        let missing = try caucus.run(explain + ["--articles", "c.jsonl"])
        #expect(missing.code == 65 && missing.messages.contains("found no article a1"))
        let alone = try caucus.run([
            "explain", "stance-en-2", "--text", "x", "--target", "Helen Marwick", "--articles",
            articles,
        ])
        #expect(alone.code == 64)
        _ = try caucus.file("a.jsonl", "{\"id\":\"a1\",\"text\":\"\(text) They left.\"}\n")
        let changed = try caucus.run(explain + ["--articles", articles])
        #expect(changed.code == 65 && changed.messages.contains("a1 has changed"))
    }

    @Test func badLabelsAreToldByLine() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        try reported(caucus)
        let bad = try caucus.file(
            "l.csv", "quote_id,label,sampling_probability\na1:0-56,for,0.5\na1:0-56,favor,2\n")
        let outcome = try caucus.run(["report", "s.sqlite", "-o", "x", "--labels", bad])
        #expect(outcome.code == 65)
        #expect(outcome.messages.contains("l.csv:2"))
        let plain = try caucus.file("p.csv", "quote_id,label\na1:0-56,favor\na2:0-3,favor\n")
        let without = try caucus.run(["report", "s.sqlite", "-o", "x", "--labels", plain])
        #expect(
            without.code == 65
                && without.messages.contains("p.csv:2: found no sampling_probability"))
        #expect(without.messages.split(separator: "\n").count == 1)
        let other = try caucus.file(
            "o.csv", "quote_id,label,sampling_probability\nelse:0-5,favor,0.5\n")
        let unknown = try caucus.run(["report", "s.sqlite", "-o", "x", "--labels", other])
        #expect(unknown.code == 65)
        #expect(unknown.messages.contains("quote_id"))
    }
}
