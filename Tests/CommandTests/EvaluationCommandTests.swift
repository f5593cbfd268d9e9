import CaucusTestSupport
import Foundation
import Testing

/// The commands that judge a model: evaluate, compare, explain, and what they share with train and predict.
@Suite("evaluate, compare, explain")
struct EvaluationCommandTests {
    private let caucus: CommandRunner

    init() throws { caucus = try CommandRunner() }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func train(_ name: String, _ arguments: [String] = []) throws {
        let outcome = try caucus.run(
            ["train", CommandRunner.sample("labels/train.jsonl"), "-o", name, "--quiet"] + arguments
        )
        try #require(outcome.code == 0, "\(outcome.messages)")
    }

    @Test func anEvaluationShowsEverythingSideBySide() throws {
        defer { caucus.remove() }
        try train("m.safetensors", ["--folds", "3", "--max-error", "0.25"])
        let test = CommandRunner.sample("labels/test.jsonl")
        let outcome = try caucus.run(["evaluate", "m.safetensors", test, "--json"])
        try #require(outcome.code == 0, "\(outcome.messages)")
        let record = try object(outcome.output)
        let refits = try #require(record["refits"] as? [[String: Any]])
        let names = refits.compactMap { $0["name"] as? String }
        for name in ["random", "by group", "by speaker", "by target", "lexicon only, by group"] {
            #expect(names.contains(name))
        }
        for key in [
            "metrics", "baseline", "confusion", "reliability", "coverage", "answered", "name_swap",
            "target_shuffle", "worst_errors", "slices", "tone_conflicts",
        ] {
            #expect(record[key] != nil, "\(key)")
        }
        #expect(record["is_training_data"] as? Bool == false)
        #expect(
            try caucus.run(["evaluate", "m.safetensors", test, "--json"]).output == outcome.output)
        let text = try caucus.run(["evaluate", "m.safetensors", test]).output
        for words in [
            "held out", "other names", "another target", "the model's margin", "worst",
            "warm but against: ", "cold but favor: ",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        let quick = try caucus.run(["evaluate", "m.safetensors", test, "--quick"]).output
        #expect(!quick.contains("other names") && quick.contains("reliability"))
    }

    @Test func abstentionIsMarkedOnRequestOnly() throws {
        defer { caucus.remove() }
        try train("m.safetensors", ["--folds", "3", "--max-error", "0.25"])
        try train("plain.safetensors", ["--folds", "0", "--c", "1"])
        let test = CommandRunner.sample("labels/test.jsonl")
        let usual = try caucus.run(["predict", "m.safetensors", test])
        #expect(!usual.output.contains("abstained"))
        let marked = try caucus.run(["predict", "m.safetensors", test, "--abstain"])
        #expect(marked.output.contains(#""abstained":true"#))
        #expect(marked.output.contains(#""abstained":false"#))
        let refused = try caucus.run(["predict", "plain.safetensors", test, "--abstain"])
        #expect(refused.code == 64 && refused.messages.contains("plain.safetensors"))
        let strict = try caucus.run([
            "train", test, "-o", "x.safetensors", "--max-error", "0.001", "--quiet",
        ])
        #expect(strict.code == 1 && strict.messages.contains("0.001"))
        #expect(!FileManager.default.fileExists(atPath: caucus.path("x.safetensors")))
    }

    @Test func twoModelsAreCompared() throws {
        defer { caucus.remove() }
        try train("a.safetensors", ["--folds", "0", "--c", "1"])
        try train("b.safetensors", ["--folds", "0", "--c", "1", "--features", "lexicon"])
        try train("tone.safetensors", ["--folds", "0", "--c", "1", "--task", "sentiment"])
        let test = CommandRunner.sample("labels/test.jsonl")
        let outcome = try caucus.run(["compare", "a.safetensors", "b.safetensors", test, "--json"])
        try #require(outcome.code == 0, "\(outcome.messages)")
        let record = try object(outcome.output)
        let flips = try #require(record["flips"] as? [[String: Any]])
        let mcNemar = try #require(record["mcnemar"] as? [String: Any])
        let right = flips.count { $0["first"] as? String == $0["label"] as? String }
        #expect(mcNemar["only_first"] as? Int == right)
        #expect(record["groups"] as? Int == 16)
        let text = try caucus.run(["compare", "a.safetensors", "b.safetensors", test]).output
        #expect(text.contains("McNemar") && text.contains("macro-F1"))
        let other = try caucus.run(["compare", "a.safetensors", "tone.safetensors", test])
        #expect(other.code == 65)
        #expect(other.messages.contains("tone.safetensors a sentiment model"))
    }

    @Test func anExplanationAddsUp() throws {
        defer { caucus.remove() }
        try train("m.safetensors", ["--folds", "0", "--c", "3"])
        let outcome = try caucus.run([
            "explain", "m.safetensors", "--text", "Marwick has let us down and she should resign.",
            "--target", "Helen Marwick", "--json",
        ])
        try #require(outcome.code == 0, "\(outcome.messages)")
        let record = try object(outcome.output)
        let logits = try #require(record["logits"] as? [String: Double])
        let intercepts = try #require(record["intercepts"] as? [String: Double])
        let terms = try #require(record["contributions"] as? [[String: Any]])
        for (label, logit) in logits {
            let sum = terms.reduce(intercepts[label] ?? 0) {
                $0 + (($1["logits"] as? [String: Double])?[label] ?? 0)
            }
            // The issue's bound.
            #expect(abs(sum - logit) < 1e-6)
        }
        #expect(record["label"] as? String == "against")
        let text = try caucus.run([
            "explain", "m.safetensors", "--text", "Marwick has let us down.", "--target",
            "Helen Marwick", "--features", "5",
        ]).output
        #expect(text.hasPrefix("[Marwick] has let us down."))
        #expect(text.contains("logit: the sum") && text.contains("intercept"))
        let missing = try caucus.run([
            "explain", "m.safetensors", "--text", "The ferry is late.", "--target", "Helen Marwick",
        ])
        #expect(missing.code == 0 && missing.output.contains("not named in this text"))
    }

    @Test func anExampleAndAQuotationAreFoundById() throws {
        defer { caucus.remove() }
        try train("m.safetensors", ["--folds", "0", "--c", "3"])
        try train("other.safetensors", ["--folds", "0", "--c", "1"])
        let labels = CommandRunner.sample("labels/test.jsonl")
        let first = try object(
            String(try String(contentsOfFile: labels, encoding: .utf8).prefix { $0 != "\n" }))
        let id = try #require(first["id"] as? String)
        let example = try caucus.run(["explain", "m.safetensors", labels, "--id", id])
        #expect(example.code == 0 && example.output.hasPrefix(id))
        #expect(try caucus.run(["explain", "m.safetensors", labels, "--id", "none"]).code == 65)
        let scored = try caucus.run([
            "score", CommandRunner.sample("articles.jsonl"), "--target", "Helen Marwick", "--model",
            "m.safetensors", "--store", "s.sqlite", "--limit", "3", "--quiet",
        ])
        try #require(scored.code == 0, "\(scored.messages)")
        _ = try caucus.run(["report", "s.sqlite", "-o", "r", "--quiet"])
        let table = try String(contentsOfFile: caucus.path("r/quotations.csv"), encoding: .utf8)
        let row = try #require(
            table.split(whereSeparator: \.isNewline).first { $0.contains(",explicit,0.") })
        let quote = String(row.prefix { $0 != "," })
        let explained = try caucus.run([
            "explain", "m.safetensors", "--quote", quote, "--store", "s.sqlite",
        ])
        #expect(explained.code == 0, "\(explained.messages)")
        #expect(explained.output.hasPrefix(quote))
        let wrong = try caucus.run([
            "explain", "other.safetensors", "--quote", quote, "--store", "s.sqlite",
        ])
        #expect(wrong.code == 65 && wrong.messages.contains("another model"))
        let none = try caucus.run([
            "explain", "m.safetensors", "--quote", "x", "--store", "s.sqlite",
        ])
        #expect(none.code == 65 && none.messages.split(separator: "\n").count == 1)
    }

    @Test(arguments: [
        ["explain", "m.safetensors"],
        ["explain", "m.safetensors", "--text", "x"],
        ["explain", "m.safetensors", "--text", "x", "--id", "y"],
        ["explain", "m.safetensors", "--quote", "y"],
        ["evaluate", "m.safetensors", "x.jsonl", "--errors", "-1"],
        ["compare", "m.safetensors", "m.safetensors"],
        ["train", "x.jsonl", "-o", "y", "--max-error", "2"],
        ["train", "x.jsonl", "-o", "y", "--max-error", "0.2", "--folds", "0"],
    ])
    func wrongUsageIsSaidInOneLine(arguments: [String]) throws {
        defer { caucus.remove() }
        let outcome = try caucus.run(arguments)
        #expect(outcome.code == 64)
        #expect(outcome.messages.hasPrefix("caucus: "))
        #expect(outcome.messages.split(separator: "\n").count == 1, "\(outcome.messages)")
    }

    @Test func tonesThatAreNotTheStanceCarryBothScores() throws {
        defer { caucus.remove() }
        try train("m.safetensors", ["--folds", "0", "--c", "1"])
        let outcome = try caucus.run([
            "evaluate", "m.safetensors", CommandRunner.sample("labels/test.jsonl"), "--json",
            "--quick", "--sentiment", "sentiment-en-2",
        ])
        try #require(outcome.code == 0, "\(outcome.messages)")
        let record = try object(outcome.output)
        let conflicts = try #require(record["tone_conflicts"] as? [[String: Any]])
        #expect(!conflicts.isEmpty)
        for conflict in conflicts {
            let warm = conflict["kind"] as? String == "warm but against"
            #expect(conflict["label"] as? String == (warm ? "against" : "favor"))
            let positive = try #require(conflict["p_positive"] as? Double)
            let negative = try #require(conflict["p_negative"] as? Double)
            #expect(warm ? positive > negative : negative > positive)
            #expect(conflict["p_favor"] is Double && conflict["p_against"] is Double)
        }
    }

    @Test func aLexiconGoesIntoTheModel() throws {
        defer { caucus.remove() }
        _ = try caucus.file("words.txt", "quayworthy\t3\tsupport\nquaybound\t-3\n")
        let lines = (0..<24).map { i in
            let favor = i % 2 == 0
            let (word, label) = favor ? ("quayworthy", "favor") : ("quaybound", "against")
            return #"{"id":"\#(i)","text":"Okello is \#(word) \#(i)","target":"Ada Okello","#
                + #""label":"\#(label)"}"#
        }
        _ = try caucus.file("few.jsonl", lines.joined(separator: "\n") + "\n")
        let arguments = [
            "train", "few.jsonl", "-o", "m.safetensors", "--features", "lexicon", "--folds", "0",
            "--quiet",
        ]
        let trained = try caucus.run(arguments + ["--lexicon", "words.txt"])
        try #require(trained.code == 0, "\(trained.messages)")
        try FileManager.default.removeItem(atPath: caucus.path("words.txt"))
        let answers = try caucus.run(["predict", "m.safetensors", "few.jsonl"]).output
            .split(separator: "\n")
        #expect(answers.count == 24)
        for (i, answer) in answers.enumerated() {
            #expect(answer.contains(i % 2 == 0 ? #""label":"favor""# : #""label":"against""#))
        }
        let card = try caucus.run(["inspect", "m.safetensors"]).output
        #expect(card.contains("extended by the user"))
    }

    @Test func anOddLexiconEndsWith65AndItsLine() throws {
        defer { caucus.remove() }
        _ = try caucus.file("words.txt", "good\t2\nbad\tvery\n")
        let sample = CommandRunner.sample("labels/train.jsonl")
        let odd = try caucus.run([
            "train", sample, "-o", "m.safetensors", "--lexicon", "words.txt",
        ])
        #expect(odd.code == 65 && odd.messages.contains("words.txt:2: "))
        let missing = try caucus.run([
            "train", sample, "-o", "m.safetensors", "--lexicon", "none.txt",
        ])
        #expect(missing.code == 66)
        let unread = try caucus.run([
            "train", sample, "-o", "m.safetensors", "--lexicon", "words.txt", "--features", "plain",
        ])
        #expect(unread.code == 64 && unread.messages.contains("--features plain"))
        let gate = try caucus.run(["evaluate", "m.safetensors", sample, "--min-macro-f1", "2"])
        #expect(gate.code == 64 && gate.messages.contains("between 0 and 1"))
        let list = try caucus.run(["inspect", "--lexicon"])
        #expect(list.code == 0 && list.output.contains("[conflict verb -3]"))
        #expect(try caucus.run(["inspect"]).code == 64)
        _ = try caucus.file("own.txt", list.output)
        let again = try caucus.run([
            "train", sample, "-o", "m.safetensors", "--lexicon", "own.txt", "--folds", "0",
            "--features", "lexicon", "--quiet",
        ])
        #expect(again.code == 0, "\(again.messages)")
    }

    /// Issue 15: an error may be that of a gate.
    @Test func theWorstErrorsTellWhatTheGatesSaid() throws {
        defer { caucus.remove() }
        try train("m.safetensors", ["--folds", "0", "--c", "3"])
        let line =
            #"{"id":"q1","text":"Marwick has let us down and she should resign.","target":"Helen Marwick","#
            + #""label":"favor""#
        _ = try caucus.file("plain.jsonl", line + "}\n")
        _ = try caucus.file(
            "told.jsonl", line + #","p_speech":0.9,"p_about":0.25,"p_speaker":0.8}"# + "\n")
        _ = try caucus.file(
            "odd.jsonl", line + #","p_speech":9,"p_about":0.25,"p_speaker":0.8}"# + "\n")
        let evaluate = ["evaluate", "m.safetensors", "--quick"]
        for file in ["plain.jsonl", "odd.jsonl"] {
            let plain = try caucus.run(evaluate + [file])
            #expect(plain.code == 0 && plain.output.contains("labeled favor"))
            #expect(!plain.output.contains("speak of the leader"))
        }
        let told = try caucus.run(evaluate + ["told.jsonl"]).output
        #expect(told.contains("90 % that these words are reported as somebody's, 25 % that they"))
        let record = try object(try caucus.run(evaluate + ["told.jsonl", "--json"]).output)
        let error = try #require((record["worst_errors"] as? [[String: Any]])?.first)
        #expect((error["gates"] as? [String: Double])?["about"] == 0.25)
    }

    @Test func aGlossaryTellsWhatFeaturesMean() throws {
        defer { caucus.remove() }
        try train("m.safetensors", ["--folds", "0", "--c", "3"])
        let explained = try object(
            try caucus.run([
                "explain", "m.safetensors", "--text", "Marwick has let us down.", "--target",
                "Helen Marwick", "--json",
            ]).output)
        let record = try object(
            try caucus.run(["inspect", "m.safetensors", "--features", "--json"]).output)
        let kinds = try #require(record["features"] as? [[String: Any]])
            .compactMap { $0["kind"] as? String }
        let terms = try #require(explained["contributions"] as? [[String: Any]])
        #expect(!terms.isEmpty)
        for case let name as String in terms.map({ $0["feature"] as Any }) {
            #expect(kinds.contains { name.hasPrefix($0 + ": ") }, "\(name)")
        }
        let text = try caucus.run(["inspect", "m.safetensors", "--features"]).output
        #expect(text.contains("`near the target: resig`: “resign” or “resigned”"))
        #expect(text.contains("- `<good3>`: a very good word"))
        let both = try caucus.run(["inspect", "--lexicon", "--features"])
        #expect(both.code == 64)
    }

    @Test func gatesAreInspectedByNameAndAsAFile() throws {
        defer { caucus.remove() }
        let file = SharedPaths.root
            .appendingPathComponent("Models/gates-en-1/gates-en-1.safetensors").path
        let card = try caucus.run(["inspect", "gates-en-1"])
        #expect(card.code == 0 && card.output.hasPrefix("# gates-en-1\n"))
        #expect(try caucus.run(["inspect", file]).output == card.output)
        let record = try object(try caucus.run(["inspect", file, "--json"]).output)
        let checksum = try #require(record["checksum"] as? String)
        #expect(card.output.contains("Checksum: `\(checksum)`"))
        #expect((record["strongest"] as? [String: Any])?.count == 3)
        let features = try caucus.run(["inspect", "gates-en-1", "--features"])
        #expect(
            features.output.contains(
                "`evidence: pronoun rivals 2`: the leader is meant by a pronoun"))
    }
}
