import Foundation
import Testing

/// Gates that a run's own labels have moved: written by train, read by score, report and explain.
@Suite("gates of one's own")
struct OwnGatesTests {
    private static let articles = CommandRunner.sample("articles.jsonl")
    /// How many quotations are labeled, and how many of them are said to be about the leader.
    private static let (drawn, passed) = (60, 40)

    /// Labels of all that counts in a store of the sample: every third is said to be about somebody else.
    private func labels(_ caucus: CommandRunner) throws -> String {
        let scored = try caucus.run([
            "score", Self.articles, "--target", "Helen Marwick", "--store", "s.sqlite", "--quiet",
        ])
        try #require(scored.code == 0, "\(scored.messages)")
        let drawn = try caucus.run([
            "sample", "s.sqlite", "--n", "\(Self.drawn)", "-o", "d.jsonl", "--quiet",
        ])
        try #require(drawn.code == 0, "\(drawn.messages)")
        let ids = try String(contentsOfFile: caucus.path("d.jsonl"), encoding: .utf8)
            .split(separator: "\n").compactMap {
                try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
            }.compactMap { $0["quote_id"] as? String }
        let words = ["not_about", "against", "favor"]
        return try caucus.file(
            "l.csv",
            "quote_id,target,label\n"
                + ids.enumerated().map { "\($1),Helen Marwick,\(words[$0 % 3])\n" }.joined())
    }

    private func meanAbout(_ caucus: CommandRunner, _ store: String) throws -> Double {
        let listed = try caucus.run([
            "store", "export", store, "-o", "t-" + store, "--format", "jsonl",
        ])
        try #require(listed.code == 0, "\(listed.messages)")
        let text = try String(
            contentsOfFile: caucus.path("t-\(store)/quotations.jsonl"), encoding: .utf8)
        let all = text.split(separator: "\n").compactMap {
            (try? JSONSerialization.jsonObject(with: Data($0.utf8))) as? [String: Any]
        }.compactMap { $0["p_about"] as? Double }
        try #require(!all.isEmpty)
        return all.reduce(0, +) / Double(all.count)
    }

    @Test func labelsMoveTheGatesThatANewRunIsJudgedBy() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let labels = try labels(caucus)
        let train = [
            "train", "--labels-of", "s.sqlite", labels, "-o", "m.safetensors", "--folds", "0",
            "--c",
            "1",
        ]
        let trained = try caucus.run(train + ["--json"])
        try #require(trained.code == 0, "\(trained.messages)")
        #expect(trained.messages.contains("wrote m.gates.safetensors"))
        let json = try JSONSerialization.jsonObject(with: Data(trained.output.utf8))
        let gates = try #require((json as? [String: Any])?["gates"] as? [String: Any])
        #expect(gates["path"] as? String == "m.gates.safetensors")
        let about = try #require(gates["about"] as? [String: Any])
        #expect(about["labels"] as? Int == Self.drawn && about["passed"] as? Int == Self.passed)
        #expect(try caucus.run(train).code == 73)
        // Each fit has its own share of the chance; that of all labels lies where the labels are.
        let own = ["--gates", "m.gates.safetensors"]
        let score = ["score", Self.articles, "--target", "Helen Marwick", "--quiet", "--store"]
        let again = try caucus.run(score + ["n.sqlite"] + own + ["--model", "m.safetensors"])
        #expect(again.code == 0, "\(again.messages)")
        let (before, after) = (
            try meanAbout(caucus, "s.sqlite"), try meanAbout(caucus, "n.sqlite")
        )
        #expect(after < before - 0.1, "\(before) \(after)")
        let card = try caucus.run(["inspect", "m.gates.safetensors"])
        #expect(
            card.code == 0 && card.output.contains("| about | \(Self.drawn) | \(Self.passed) |"))
        // A second round begins with the gates of the first.
        let more = [
            "train", "--labels-of", "n.sqlite", labels, "-o", "o.safetensors", "--folds", "0",
        ]
        let foreign = try caucus.run(more)
        #expect(foreign.code == 0 && foreign.messages.contains("expected them by --gates"))
        let second = try caucus.run(more + own + ["--force"])
        #expect(second.code == 0, "\(second.messages)")
        let both = try caucus.run(["inspect", "o.gates.safetensors"])
        #expect(both.output.components(separatedBy: "fitted to").count == 3)
    }

    @Test func whatCannotBeIsRefusedInALine() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let labels = try labels(caucus)
        let score = [
            "score", Self.articles, "--target", "Helen Marwick", "--quiet", "--store", "n.sqlite",
        ]
        for (arguments, code) in [
            (score + ["--gates", "absent"], 66), (score + ["--gates", labels], 65),
            (score + ["--gates", "stance-en-2"], 65),
            (score + ["--gates", "gates-en-1", "--accurate"], 64),
            (score + ["--gates", "gates-en-2", "--fast"], 64),
            (["report", "s.sqlite", "--gates", "gates-en-1", "-o", "r"], 64),
            (["train", labels, "-o", "m.safetensors", "--gates", "gates-en-1"], 64),
            (
                [
                    "train", "--labels-of", "s.sqlite", labels, "-o", "m.safetensors", "--gates",
                    "gates-en-2",
                ], 65
            ),
        ] as [([String], Int32)] {
            let outcome = try caucus.run(arguments)
            #expect(outcome.code == code, "\(arguments) \(outcome.messages)")
            #expect(
                ["expected", "cannot read", "damaged"].contains { outcome.messages.contains($0) },
                "\(outcome.messages)")
        }
        #expect(!FileManager.default.fileExists(atPath: caucus.path("n.sqlite")))
        #expect(!FileManager.default.fileExists(atPath: caucus.path("m.safetensors")))
    }
}
