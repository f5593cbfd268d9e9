import Foundation
import Testing

/// Issue 6: `caucus score` over packed and foreign input, and `caucus store`.
@Suite final class StoreCommandTests {
    private let runner: CommandRunner
    private let model: String

    init() throws {
        runner = try CommandRunner()
        model = runner.path("model.safetensors")
        let outcome = try runner.run([
            "train", CommandRunner.sample("labels/train.jsonl"), "-o", model, "--folds", "0",
            "--c", "3", "--quiet",
        ])
        try #require(outcome.code == 0, "\(outcome.messages)")
    }

    deinit { runner.remove() }

    private func score(
        _ inputs: [String], _ store: String, more: [String] = []
    ) throws -> CommandRunner.Outcome {
        try runner.run(
            ["score"] + inputs + [
                "--target", "Helen Marwick", "--alias", "the prime minister", "--model", model,
                "--store", runner.path(store),
            ] + more)
    }

    private func exported(_ store: String, _ format: String = "csv") throws -> [String: String] {
        let folder = runner.path("out-\(UUID().uuidString)")
        let outcome = try runner.run([
            "store", "export", runner.path(store), "-o", folder, "--format", format, "--quiet",
        ])
        try #require(outcome.code == 0, "\(outcome.messages)")
        var tables: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let bytes = try #require(FileManager.default.contents(atPath: folder + "/" + name))
            tables[name] = String(decoding: bytes, as: UTF8.self)
        }
        return tables
    }

    @Test func jobsAndTheOrderOfFilesDoNotShowInTheExport() throws {
        let text = try String(
            contentsOfFile: CommandRunner.sample("articles.jsonl"), encoding: .utf8)
        let lines = text.split(separator: "\n")
        let a = try runner.file("a.jsonl", lines.prefix(20).joined(separator: "\n"))
        // Five documents twice, with other words: their ids are told apart the same way.
        let b = try runner.file(
            "b.jsonl",
            lines.dropFirst(15).prefix(20).map { $0.replacing("said", with: "told us") }
                .joined(separator: "\n"))
        for (store, inputs, jobs) in [
            ("1", [a, b], "1"), ("2", [a, b], "2"), ("3", [b, a], "2"),
        ] {
            let outcome = try score(inputs, store, more: ["--jobs", jobs])
            #expect(outcome.code == 0, "\(outcome.messages)")
        }
        let expected = try exported("1")
        #expect(expected.count == 5 && expected.values.allSatisfy { !$0.isEmpty })
        #expect(try exported("2") == expected)
        #expect(try exported("3") == expected)
        #expect(try exported("2", "jsonl") == exported("3", "jsonl"))
    }

    @Test func storesAreCheckedAndCompacted() throws {
        #expect(try score([CommandRunner.sample("articles.jsonl")], "run").code == 0)
        let check = try runner.run(["store", "check", runner.path("run")])
        #expect(check.code == 0 && check.output.hasSuffix("ok\n"))
        #expect(check.output.contains("complete"))
        let before = try exported("run")
        #expect(try runner.run(["store", "compact", runner.path("run")]).code == 0)
        #expect(try exported("run") == before)
        let missing = try runner.run(["store", "check", runner.path("none")])
        #expect(missing.code == 66 && missing.messages.contains("no such file"))
        #expect(!FileManager.default.fileExists(atPath: runner.path("none")))
        let text = try runner.file("text.sqlite", String(repeating: "words ", count: 100))
        #expect(try runner.run(["store", "check", text]).code == 65)
        #expect(try runner.run(["store", "export", runner.path("run"), "-o", "-"]).code == 64)
    }

    /// Issue 13: `quotations.csv` and `speakers.csv` of report and export are the same bytes for the same run; of
    /// several runs the export holds the rows of all.
    @Test func theExportIsTheReportsTables() throws {
        let lines = """
            {"id":"a","published":"2031-02-03","section":"ports","text":"“Helen Marwick must go now, she lied,” said José \
            Núñez, a pilot. “We thank Marwick for the bridge,” said -12, a poster."}
            {"id":"b","published":"2031-03-03","text":"“Marwick has betrayed us,” Núñez said. “Tomas Adeyar has failed \
            the harbor,” Helen Marwick said. Joan Penn left."}
            {"id":"c","text":"José Nuñez said: “Helen Marwick is the best leader we ever had.” “She is a liar,” Penn \
            said of Helen Marwick."}

            """
        let articles = try runner.file("three.jsonl", lines)
        #expect(try score([articles], "one").code == 0)
        let written = try runner.run([
            "report", runner.path("one"), "-o", runner.path("r"), "--quiet",
        ])
        try #require(written.code == 0, "\(written.messages)")
        let tables = try exported("one")
        for name in ["quotations.csv", "speakers.csv"] {
            let file = try String(contentsOfFile: runner.path("r/" + name), encoding: .utf8)
            #expect(tables[name] == file, "\(name)")
        }
        let second = try runner.run([
            "score", articles, "--target", "Tomas Adeyar", "--model", model, "--store",
            runner.path("one"), "--quiet",
        ])
        try #require(second.code == 0, "\(second.messages)")
        let both = try exported("one")
        for name in ["quotations.csv", "speakers.csv"] {
            let alone = try #require(tables[name]).split(separator: "\r\n")
            let all = try #require(both[name]).split(separator: "\r\n")
            #expect(all.first == alone.first && Set(all).isSuperset(of: alone))
            #expect(Set(all).count == all.count)
        }
        let quotations = try #require(both["quotations.csv"]).split(separator: "\r\n").count
        #expect(
            try #require(exported("one", "jsonl")["quotations.jsonl"]).split(separator: "\n").count
                == quotations - 1)
    }

    /// Issue 13: every count is a sum of the stored status.
    @Test func theAuditIsASumOfTheStoredStatus() throws {
        #expect(try score([CommandRunner.sample("articles.jsonl")], "run").code == 0)
        let written = try runner.run([
            "report", runner.path("run"), "-o", runner.path("r"), "--quiet",
        ])
        try #require(written.code == 0, "\(written.messages)")
        let data = try Data(contentsOf: URL(fileURLWithPath: runner.path("r/report.json")))
        let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let audit = try #require(json["audit"] as? [String: Any])
        let told = try #require(audit["status"] as? [String: Int]).filter { $0.value > 0 }
        let outcome = try runner.run([
            "store", "export", runner.path("run"), "--table", "quotations", "--format", "jsonl",
            "-o", "-",
        ])
        var counts: [String: Int] = [:]
        for line in outcome.output.split(separator: "\n") {
            let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            counts[try #require(row?["status"] as? String), default: 0] += 1
        }
        #expect(counts == told && audit["quotations"] as? Int == told.values.reduce(0, +))
        #expect(counts["leader"] ?? 0 > 0 && counts["counted"] ?? 0 > 0)
        let timeline = try #require(json["timeline"] as? [[String: Any]])
        let dated = timeline.reduce(0) { $0 + ($1["n_quotes"] as? Int ?? 0) }
        #expect(dated + (json["undated"] as? Int ?? 0) == counts["counted"])
        let speakers = try #require(json["speakers"] as? [[String: Any]])
        #expect(speakers.reduce(0) { $0 + ($1["n_quotes"] as? Int ?? 0) } == counts["counted"])
    }

    @Test func quotationsOfOthersAreScored() throws {
        let lines = """
            {"date":"2031-02-03T00:00:00Z","url":"https://lorn.example/b","lang":"ENGLISH","quotes":[\
            {"pre":"Tom Reed said: ","quote":"Helen Marwick should resign over this bridge at once.",\
            "post":" He left."}]}
            """
        let path = try runner.file("gqg.json", lines)
        #expect(try score([path], "gdelt", more: ["--format", "gdelt"]).code == 0)
        let quotations = try #require(try exported("gdelt")["quotations.csv"])
        #expect(quotations.contains("Helen Marwick should resign over this bridge at once."))
        #expect(quotations.contains("https://lorn.example/b"))
        #expect(quotations.contains("tom-reed,Tom Reed"))
    }

    @Test func extractGivesTheQuotationsThatARecordBringsAlong() throws {
        let path = try runner.file(
            "gqg.jsonl",
            #"{"url":"https://lorn.example/b","quotes":[{"pre":"Tom Reed said: ","quote":"We stay here","#
                + #""post":" He left. \"Who knows why,\" said Ada Quill."}]}"#)
        let outcome = try runner.run(["extract", path, "--format", "gdelt"])
        #expect(outcome.code == 0, "\(outcome.messages)")
        #expect(outcome.output.contains(#""text":"We stay here""#))
        #expect(outcome.output.contains("Tom Reed") && !outcome.output.contains("Who knows why"))
    }

    @Test func whatWasWrongWithAnInputIsForgottenOnceItIsRead() throws {
        let text = try String(
            contentsOfFile: CommandRunner.sample("articles.jsonl"), encoding: .utf8)
        let lines = text.split(separator: "\n").prefix(6).joined(separator: "\n") + "\n"
        // A file that ends too early as gzip: nothing of it can be read.
        _ = try runner.file("in/b.jsonl.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3])
        _ = try runner.file("in/a.jsonl", lines)
        _ = try runner.file("in/c.pdf", "no article")
        let broken = try score([runner.path("in")], "one")
        #expect(broken.code == 65 && broken.messages.contains("b.jsonl.gz"))
        for name in ["b.jsonl.gz", "c.pdf"] {
            try FileManager.default.removeItem(atPath: runner.path("in/" + name))
        }
        #expect(try score([runner.path("in")], "one").code == 0)
        #expect(try score([runner.path("in")], "two").code == 0)
        #expect(try exported("one") == exported("two"))
    }

    @Test func aStrictRunFailsAndLeavesACompleteStore() throws {
        let lines = #"{"id":"a","text":"“Helen Marwick must go,” said Tom Reed."}"# + "\n{\n"
        let path = try runner.file("odd.jsonl", lines)
        let outcome = try score([path], "strict", more: ["--strict"])
        #expect(outcome.code == 65 && outcome.messages.contains("odd.jsonl:2"))
        let check = try runner.run(["store", "check", runner.path("strict")])
        #expect(check.output.contains("\tcomplete\n"), "\(check.output)")
    }

    /// Issue 6: one reading of a document does for all targets, standard input too; each target's rows are those
    /// that it has alone.
    @Test func severalTargetsHaveTheRowsThatEachHasAlone() throws {
        let names = ["Helen Marwick", "Tomas Adeyar", "Helen Marwick"]
        let list = names.map { "  - name: \($0)\n" }.joined()
        let targets = try runner.file("targets.yaml", "targets:\n" + list)
        let text = try String(
            contentsOfFile: CommandRunner.sample("articles.jsonl"), encoding: .utf8)
        func score(_ options: [String], _ store: String, _ lines: Int) throws {
            let input = text.split(separator: "\n").prefix(lines).joined(separator: "\n")
            let outcome = try runner.run(
                ["score", "-", "--model", model, "--store", runner.path(store)] + options,
                input: input)
            try #require(outcome.code == 0, "\(outcome.messages)")
        }
        // One target is ahead of the other where both go on.
        try score(["--target", names[1]], "both", 5)
        try score(["--targets", targets], "both", 30)
        for name in names.prefix(2) { try score(["--target", name], "one by one", 30) }
        let both = try exported("both")
        #expect(try both == exported("one by one"))
        let runs = try #require(both["runs.csv"])
        #expect(names.prefix(2).allSatisfy { runs.contains($0) })
        #expect(runs.split(whereSeparator: \.isNewline).count == 3)
    }
}
