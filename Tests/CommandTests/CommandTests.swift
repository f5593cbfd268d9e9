import CaucusTestSupport
import Foundation
import Testing

/// The built program, from labels to a report.
@Suite("the command")
struct CommandTests {
    @Test func labelsToReport() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let labels = CommandRunner.sample("labels/train.jsonl")
        let trained = try caucus.run([
            "train", labels, "-o", "m.safetensors", "--json", "--folds", "3",
        ])
        try #require(trained.code == 0, "\(trained.messages)")
        let record = try #require(
            try JSONSerialization.jsonObject(with: Data(trained.output.utf8)) as? [String: Any])
        #expect(record["examples"] as? Int == 897)
        #expect(record["converged"] as? Bool == true)
        let evaluated = try caucus.run([
            "evaluate", "m.safetensors", CommandRunner.sample("labels/test.jsonl"),
            "--min-macro-f1", "0.4", "--by", "target",
        ])
        #expect(evaluated.code == 0, "\(evaluated.messages)")
        #expect(evaluated.output.contains("Tomas Adeyar"))
        let gate = try caucus.run([
            "evaluate", "m.safetensors", CommandRunner.sample("labels/test.jsonl"),
            "--min-macro-f1", "0.999",
        ])
        #expect(gate.code == 1)
        #expect(gate.messages.contains("0.999"))
        let scored = try caucus.run([
            "score", CommandRunner.sample("articles.jsonl"), "--target", "Helen Marwick",
            "--model", "m.safetensors", "--store", "s.sqlite",
        ])
        try #require(scored.code == 0, "\(scored.messages)")
        #expect(scored.messages.contains("70 documents"))
        let reported = try caucus.run(["report", "s.sqlite", "-o", "r"])
        try #require(reported.code == 0, "\(reported.messages)")
        for name in [
            "report.html", "report.md", "report.json", "aliases.proposed.txt", "speakers.csv",
            "quotations.csv", "contributions.csv", "datapackage.json",
        ] {
            #expect(FileManager.default.fileExists(atPath: caucus.path("r/" + name)), "\(name)")
        }
        let speakers = try String(contentsOfFile: caucus.path("r/speakers.csv"), encoding: .utf8)
        #expect(speakers.contains("Joan Tull"))
        #expect(try caucus.run(["report", "s.sqlite", "-o", "r"]).code == 73)
        #expect(try caucus.run(["report", "s.sqlite", "-o", "r", "--force"]).code == 0)
    }

    @Test func predictionsFollowTheInput() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        _ = try caucus.run([
            "train", CommandRunner.sample("labels/train.jsonl"), "-o", "m.safetensors", "--folds",
            "0", "--c", "3", "--quiet",
        ])
        let input = """
            {"id":"b","text":"She has failed us and she should resign.","target":"Helen Marwick"}
            {"id":"a","text":"Marwick has never let us down.","target":"Helen Marwick"}

            """
        let outcome = try caucus.run(["predict", "m.safetensors", "-"], input: input)
        try #require(outcome.code == 0, "\(outcome.messages)")
        let lines = try outcome.output.split(separator: "\n").map { line in
            try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(lines.map { $0["id"] as? String } == ["b", "a"])
        for line in lines {
            let values = ["p_favor", "p_against", "p_neutral"].compactMap { line[$0] as? Double }
            // Each of three values is rounded to six decimals.
            #expect(values.count == 3 && abs(values.reduce(0, +) - 1) < 2e-6)
        }
    }

    @Test func aResumedRunEndsWithTheRowsOfAnUndisturbedOne() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        _ = try caucus.run([
            "train", CommandRunner.sample("labels/train.jsonl"), "-o", "m.safetensors", "--folds",
            "0", "--c", "3", "--quiet",
        ])
        func score(_ store: String, _ more: [String]) throws -> CommandRunner.Outcome {
            try caucus.run(
                [
                    "score", CommandRunner.sample("articles.jsonl"), "--target", "Tomas Adeyar",
                    "--model", "m.safetensors", "--store", store,
                ] + more)
        }
        #expect(try score("a.sqlite", []).code == 0)
        #expect(try score("b.sqlite", ["--limit", "25", "--jobs", "1"]).code == 0)
        let second = try score("b.sqlite", [])
        #expect(second.code == 0)
        #expect(second.messages.contains("25 scored before"))
        for store in ["a", "b"] {
            let outcome = try caucus.run(["report", store + ".sqlite", "-o", store, "--quiet"])
            #expect(outcome.code == 0 && outcome.messages.isEmpty, "\(outcome.messages)")
        }
        for name in ["quotations.csv", "speakers.csv", "report.html", "report.json"] {
            let a = try Data(contentsOf: URL(fileURLWithPath: caucus.path("a/" + name)))
            let b = try Data(contentsOf: URL(fileURLWithPath: caucus.path("b/" + name)))
            #expect(a == b, "\(name)")
        }
    }

    @Test func theNumberOfJobsChangesNothing() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let one = try caucus.run(["extract", CommandRunner.sample("articles.jsonl"), "--jobs", "1"])
        let two = try caucus.run(["extract", CommandRunner.sample("articles.jsonl"), "--jobs", "3"])
        #expect(one.code == 0 && two.code == 0)
        #expect(one.output == two.output)
        #expect(one.output.split(separator: "\n").count == 70)
    }

    @Test func offsetsOfExtractionCountCodePoints() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let text = "🗳 Café talk.\n\n“Naïve plans help nobody,” said Zoë Müller, the mayor.\n"
        let outcome = try caucus.run(["extract", "-", "--format", "txt"], input: text)
        try #require(outcome.code == 0, "\(outcome.messages)")
        struct Line: Decodable {
            struct Quote: Decodable {
                struct Speaker: Decodable { var name: String }
                var start: Int
                var end: Int
                var text: String
                var speaker: Speaker?
            }
            var quotes: [Quote]
        }
        let line = try JSONDecoder().decode(Line.self, from: Data(outcome.output.utf8))
        let quote = try #require(line.quotes.first)
        let scalars = Array(text.unicodeScalars)
        var words = String.UnicodeScalarView()
        words.append(contentsOf: scalars[quote.start..<quote.end])
        #expect(String(words) == quote.text)
        #expect(quote.text.hasPrefix("Naïve plans help nobody"))
        #expect(quote.speaker?.name == "Zoë Müller")
    }

    @Test func everyCommandHasHelpThatBeginsWithExamples() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        for command in ["extract", "train", "evaluate", "predict", "score", "report", "inspect"] {
            let outcome = try caucus.run([command, "--help"])
            #expect(outcome.code == 0)
            #expect(outcome.output.contains("Examples:"), "\(command)")
        }
        #expect(try caucus.run(["--version"]).output == "0.1.0\n")
    }

    /// The reference article, which is not part of the project: skipped where it is not there.
    @Test(
        .enabled(
            if: SharedPaths.shared("data/seed/article.txt") != nil,
            "needs ../shared/data/seed/article.txt"))
    func theReferenceArticleReachesItsReport() throws {
        let article = try #require(SharedPaths.shared("data/seed/article.txt"))
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        _ = try caucus.run([
            "train", CommandRunner.sample("labels"), "-o", "m.safetensors", "--folds", "0", "--c",
            "3", "--quiet",
        ])
        let scored = try caucus.run([
            "score", article.path, "--target", "Justin Trudeau", "--model", "m.safetensors",
            "--store", "s.sqlite",
        ])
        try #require(scored.code == 0, "\(scored.messages)")
        try #require(try caucus.run(["report", "s.sqlite", "-o", "r"]).code == 0)
        let rows = try String(contentsOfFile: caucus.path("r/quotations.csv"), encoding: .utf8)
            .split(separator: "\r\n").filter {
                $0.contains("direct") && $0.contains("Lydia Miljan")
            }
        #expect(rows.count { $0.contains(",explicit,") } >= 1)
        #expect(rows.contains { $0.contains(",pronoun,") })
        #expect(rows.contains { $0.contains(",epithet,") })
        let page = try String(contentsOfFile: caucus.path("r/report.html"), encoding: .utf8)
        #expect(page.contains("Lydia Miljan"))
        #expect(page.contains("University of Windsor"))
    }
}
