import Foundation
import Testing

/// Commands that let an encoder read what may count.
@Suite("--accurate and --fast")
struct EncoderCommandTests {
    private static let leader = ["--target", "Helen Marwick"]

    /// The export of a store that was scored with options, and the runner that holds it.
    private func export(_ caucus: CommandRunner, _ options: [String]) throws -> String {
        let store = caucus.path("s\(options.joined()).sqlite")
        let scored = try caucus.run(
            ["score", CommandRunner.sample("articles.jsonl"), "--store", store, "--quiet"]
                + Self.leader + options)
        #expect(scored.code == 0, "\(scored.messages)")
        let folder = caucus.path("export\(options.joined())")
        let exported = try caucus.run(["store", "export", store, "-o", folder, "--force"])
        #expect(exported.code == 0, "\(exported.messages)")
        return try String(contentsOfFile: folder + "/quotations.csv", encoding: .utf8)
    }

    @Test func whatTheEncoderSaysDependsOnNoThread() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let one = try export(caucus, ["--accurate", "--jobs", "1"])
        #expect(try one == export(caucus, ["--accurate", "--jobs", "3"]))
        #expect(try one != export(caucus, ["--fast"]))
        #expect(try export(caucus, ["--fast"]) == export(caucus, []))
    }

    @Test func aReportLetsTheEncoderReadUnlessToldOtherwise() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        for (options, model) in [([], "stance-en-3"), (["--fast"], "stance-en-2")] {
            let folder = caucus.path("r" + model)
            let outcome = try caucus.run(
                ["report", CommandRunner.sample("articles.jsonl"), "-o", folder, "--quiet"]
                    + Self.leader + options)
            #expect(outcome.code == 0, "\(outcome.messages)")
            let json = try String(contentsOfFile: folder + "/report.json", encoding: .utf8)
            #expect(json.contains(model))
        }
    }

    @Test func whatIsStoredAddsUpAgain() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        _ = try export(caucus, ["--accurate"])
        let store = caucus.path("s--accurate.sqlite")
        let folder = caucus.path("export--accurate")
        let table = try String(contentsOfFile: folder + "/quotations.csv", encoding: .utf8)
        let names = try #require(table.split(separator: "\n").first).split(separator: ",")
        let status = try #require(names.firstIndex(of: "status"))
        let quote = try #require(
            table.split(whereSeparator: \.isNewline).first { line in
                line.split(separator: ",", omittingEmptySubsequences: false).dropFirst(status).first
                    == "counted"
            }?.split(separator: ",").first)
        let told = try caucus.run([
            "explain", "stance-en-2", "--quote", String(quote), "--store", store, "--json",
        ])
        #expect(told.code == 0, "\(told.messages)")
        #expect(told.output.contains("\"encoder\""))
    }

    @Test(arguments: [
        (["--accurate", "--fast"], 64, "--accurate and --fast"),
        (["--accurate", "--model", "stance-en-2"], 64, "--accurate with another model"),
    ])
    func whatCannotBeIsTold(_ options: [String], _ code: Int32, _ message: String) throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let outcome = try caucus.run(
            ["score", CommandRunner.sample("articles.jsonl"), "--store", "s.sqlite"] + Self.leader
                + options)
        #expect(outcome.code == code)
        #expect(outcome.messages.contains(message), "\(outcome.messages)")
    }

    /// Models of a user's own that weigh what the encoder says, or start from one that does, are read back whole.
    @Test(arguments: [["--features", "encoder"], ["--start-from", "stance-en-3"]])
    func aModelOfOnesOwnReadsByTheEncoder(_ options: [String]) throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let labels = CommandRunner.sample("labels/train.jsonl")
        let model = caucus.path("m.safetensors")
        let trained = try caucus.run(
            ["train", labels, "-o", model, "--limit", "150", "--json"] + options)
        #expect(trained.code == 0, "\(trained.messages)")
        func label(_ text: String) throws -> String {
            let told = try caucus.run([
                "explain", model, "--text", text, "--target", "Helen Marwick", "--json",
            ])
            #expect(told.code == 0, "\(told.messages)")
            #expect(told.output.contains(options[1] == "encoder" ? "\"encoder\"" : "stance-en-3"))
            return told.output
        }
        #expect(
            try label("Marwick has let us down.") != label("Marwick has lifted us up."))
    }

    @Test func aStoreIsReadAlready() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        _ = try export(caucus, ["--fast"])
        let outcome = try caucus.run([
            "report", caucus.path("s--fast.sqlite"), "-o", "r", "--accurate",
        ])
        #expect(outcome.code == 64)
        #expect(outcome.messages.contains("with a store"), "\(outcome.messages)")
    }
}
