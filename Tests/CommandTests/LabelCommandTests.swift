import Caucus
import CaucusTestSupport
import Foundation
import Testing

/// Issue 17: labels as people have them, in the commands that read labels.
@Suite("labels of annotation tools")
struct LabelCommandTests {
    private let caucus: CommandRunner

    init() throws { caucus = try CommandRunner() }

    private let labels = (0..<40).map { i in
        (
            text: "We are \(i % 2 == 0 ? "proud" : "tired") of her \(i)",
            i % 2 == 0 ? "favor" : "against"
        )
    }

    /// A file of examples, each spelled by `record`.
    private func file(
        _ name: String, _ record: (Int, String, String) -> String
    ) throws -> String {
        let lines = labels.enumerated().map { record($0, $1.text, $1.1) }
        return try caucus.file(name, lines.joined(separator: "\n") + "\n")
    }

    private func train(_ path: String, _ more: String...) throws -> CommandRunner.Outcome {
        try caucus.run(
            ["train", path, "-o", "m.safetensors", "--folds", "0", "--c", "1", "--force"] + more)
    }

    @Test func answersOfProdigyAreCountedByKind() throws {
        defer { caucus.remove() }
        let path = try file("p.jsonl") { i, text, label in
            let answer = i < 30 ? "accept" : i < 37 ? "reject" : "ignore"
            return #"{"text":"\#(text)","accept":["\#(label)"],"answer":"\#(answer)"}"#
        }
        let outcome = try train(path)
        #expect(outcome.code == 0 && outcome.messages.contains("30 examples"))
        #expect(outcome.messages.contains("10 examples left out"))
        #expect(outcome.messages.contains("7 rejected, 3 ignored"), "\(outcome.messages)")
        let answers = try caucus.run(["predict", "m.safetensors", path])
        #expect(answers.code == 0 && answers.output.split(separator: "\n").count == 40)
        #expect(answers.output.hasPrefix(#"{"id":"p.jsonl:1""#))
    }

    @Test func otherWordsAreListedWithAMapThatReadsThem() throws {
        defer { caucus.remove() }
        let path = try file("w.csv") { i, text, label in
            i == 0 ? "text,stance\n\(text),favor" : "\(text),\(label == "favor" ? "Pro" : "con")"
        }
        let none = try train(path)
        #expect(
            none.code == 65 && none.messages.contains("--label-column with one of: text, stance"))
        #expect(none.messages.split(separator: "\n").count == 1)
        let few = try caucus.run(
            ["train", path, "-o", "m.safetensors", "--label-column", "stance"])
        #expect(few.code == 65 && few.messages.contains("39 labels outside the set"))
        #expect(few.messages.contains("con 20, Pro 19; expected against, neutral, favor"))
        #expect(few.messages.contains(#"--label-map "con=against,Pro=favor""#))
        let mapped = try train(
            path, "--label-column", "stance", "--label-map", "pro=favor,con=against")
        #expect(mapped.code == 0 && mapped.messages.contains("40 examples"))
        #expect(!mapped.messages.contains("outside"))
        let odd = try train(path, "--label-column", "stance", "--label-map", "pro=good")
        #expect(odd.code == 64 && odd.messages.contains("good"))
        let evaluated = try caucus.run([
            "evaluate", "m.safetensors", path, "--quick", "--label-column", "stance", "--label-map",
            "pro=good",
        ])
        #expect(evaluated.code == 64 && evaluated.messages.contains("good"))
    }

    @Test func labelsOfTheGatesAreLeftOutByKind() throws {
        defer { caucus.remove() }
        let path = try file("g.jsonl") { i, text, label in
            let said = i < 4 ? "Not a quotation" : i < 6 ? "wrong_speaker" : label
            return #"{"text":"\#(text)","label":"\#(said)"}"#
        }
        let outcome = try train(path, "--strict")
        #expect(outcome.code == 0 && outcome.messages.contains("34 examples"))
        #expect(
            outcome.messages.contains("4 labeled not a quotation, 2 labeled wrong speaker"),
            "\(outcome.messages)")
    }

    @Test func examplesOfTheTrainingDataAreTold() throws {
        defer { caucus.remove() }
        let path = try file("a.jsonl") { #"{"id":"\#($0)","text":"\#($1)","label":"\#($2)"}"# }
        let mixed = try file("b.jsonl") { i, text, label in
            let other = i < 30 ? text.uppercased() + "  !" : "Nobody knows \(i)"
            return #"{"id":"\#(i)","text":"\#(other)","label":"\#(label)"}"#
        }
        try #require(try train(path).code == 0)
        let told = "30 of 40 examples are in the model's training data (m.safetensors)"
        let evaluate = ["evaluate", "m.safetensors", mixed, "--quick"]
        let evaluated = try caucus.run(evaluate + ["--json"])
        #expect(evaluated.messages.contains(told), "\(evaluated.messages)")
        #expect(evaluated.output.contains(#""in_training_data":30"#))
        #expect(try caucus.run(evaluate + ["--quiet"]).messages.isEmpty)
        #expect(
            try caucus.run(["compare", "m.safetensors", "m.safetensors", mixed]).messages
                .contains(told))
        let next = try caucus.run([
            "train", mixed, "-o", "n.safetensors", "--start-from", "m.safetensors", "--folds", "0",
            "--c", "1",
        ])
        #expect(next.code == 0 && next.messages.contains(told))
        // What it started from counts too.
        let later = try caucus.run(["evaluate", "n.safetensors", path, "--quick"])
        #expect(later.messages.contains("40 of 40 examples are in the model's training data"))
        try #require(try train(path, "--no-text-hashes").code == 0)
        let silent = try caucus.run(evaluate + ["--json"])
        #expect(silent.messages.isEmpty && silent.output.contains(#""in_training_data":null"#))
    }

    @Test func aModelThatWasReplacedServesPredictAlone() throws {
        defer { caucus.remove() }
        let path = try file("a.jsonl") { #"{"text":"\#($1)","label":"\#($2)","id":\#($0)}"# }
        let answers = try caucus.run(["predict", "stance-en-1", path])
        #expect(answers.code == 0 && answers.output.split(separator: "\n").count == 40)
        #expect(answers.messages.contains("used stance-en-2, which replaced it"))
        let evaluated = try caucus.run(["evaluate", "stance-en-1", path])
        #expect(evaluated.code == 66 && evaluated.messages.contains("expected stance-en-2"))
    }

    /// The shipped models know what they learned from.
    @Test(arguments: ["stance-en-2", "stance-en-3", "sentiment-en-2"])
    func shippedModelsBringTheHashesOfTheirTexts(_ name: String) throws {
        let model = try #require(try StanceModel.shipped(named: name))
        #expect((model.trainingTexts?.count ?? 0) > 5_000)
    }
}
