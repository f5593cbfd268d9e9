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

    @Test func standardInputIsReadForOneTargetOnly() throws {
        let targets = try runner.file(
            "targets.yaml", "targets:\n  - name: Helen Marwick\n  - name: Tomas Adeyar\n")
        let outcome = try runner.run([
            "score", "-", "--targets", targets, "--model", model, "--store", runner.path("s"),
        ])
        #expect(outcome.code == 64 && outcome.messages.contains("one target"))
    }
}
