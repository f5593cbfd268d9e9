import Foundation
import Testing

/// Every failure has its exit code and one clear line.
@Suite("failures of the command")
struct FailureTests {
    private let labels = (0..<40).map { i in
        let label = i % 2 == 0 ? "favor" : "against"
        let word = i % 2 == 0 ? "proud of" : "tired of"
        return
            #"{"id":"\#(i)","text":"We are \#(word) her \#(i)","target":"Ada","label":"\#(label)"}"#
    }

    private func expectFailure(
        _ outcome: CommandRunner.Outcome, code: Int32, naming words: [String],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(outcome.code == code, "\(outcome.messages)", sourceLocation: sourceLocation)
        #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
        let lines = outcome.messages.split(separator: "\n")
        #expect(lines.count == 1, "\(outcome.messages)", sourceLocation: sourceLocation)
        #expect(outcome.messages.hasPrefix("caucus: "), sourceLocation: sourceLocation)
        for word in words {
            #expect(
                outcome.messages.contains(word), "\(outcome.messages)",
                sourceLocation: sourceLocation)
        }
    }

    @Test(arguments: ["extract", "train", "score"])
    func aMissingFileIs66(command: String) throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let more =
            command == "train"
            ? ["-o", "m.safetensors"]
            : command == "score"
                ? ["--target", "Ada", "--store", "s.sqlite", "--model", try model(caucus)] : []
        let outcome = try caucus.run([command, "nowhere.txt"] + more)
        expectFailure(outcome, code: 66, naming: ["nowhere.txt"])
        #expect(!FileManager.default.fileExists(atPath: caucus.path("s.sqlite")))
    }

    /// A whole safetensors file as the versions before the first release wrote it.
    @Test(arguments: ["inspect", "predict"])
    func aModelOfAnUnreleasedVersionIs65(command: String) throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let header = #"{"__metadata__":{"caucus_format":"2"}}"#
        let size = [UInt8(header.utf8.count)] + [UInt8](repeating: 0, count: 7)
        let old = try caucus.file("old.safetensors", size + Array(header.utf8))
        let more = command == "predict" ? [try caucus.file("l.jsonl", labels.joined())] : []
        let outcome = try caucus.run([command, old] + more)
        expectFailure(
            outcome, code: 65, naming: ["old.safetensors", "caucus_format 2", "caucus_model 1"])
    }

    @Test func anEmptyFileIs65() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let text = try caucus.run(["extract", try caucus.file("empty.txt", "")])
        #expect(text.code == 65)
        #expect(text.messages.contains("empty.txt"))
        let labels = try caucus.run([
            "train", try caucus.file("empty.jsonl", ""), "-o", caucus.path("m.safetensors"),
        ])
        expectFailure(labels, code: 65, naming: ["empty.jsonl"])
    }

    @Test func aDirectoryWithoutArticlesIs65() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let folder = caucus.path("empty")
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        expectFailure(try caucus.run(["extract", folder]), code: 65, naming: ["empty"])
    }

    @Test func nothingToScoreLeavesNoStore() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let empty = try caucus.file("empty.txt", "")
        let outcome = try caucus.run([
            "score", empty, "--target", "Ada", "--model", try model(caucus), "--store", "s.sqlite",
        ])
        expectFailure(outcome, code: 65, naming: ["empty.txt"])
        let left = try FileManager.default.contentsOfDirectory(atPath: caucus.folder.path)
        #expect(!left.contains { $0.hasPrefix("s.sqlite") }, "\(left)")
    }

    @Test func invalidUTF8NamesItsByte() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let path = try caucus.file("odd.txt", Array("He said so".utf8) + [0xFF, 0x20])
        let outcome = try caucus.run(["extract", path])
        #expect(outcome.code == 65)
        #expect(outcome.messages.contains("odd.txt"))
        #expect(outcome.messages.contains("10"))
    }

    /// Issue 17: it is told and counted; only where none is left, or with `--strict`, that is all.
    @Test func aLabelOutsideTheSetIsToldAnd65WithStrict() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let bad = #"{"id":"x","text":"We love her","target":"Ada","label":"love"}"#
        let path = try caucus.file(
            "labels.jsonl", (labels + [bad]).joined(separator: "\n") + "\n")
        let train = ["train", path, "-o", caucus.path("m.safetensors"), "--folds", "0", "--c", "1"]
        let words = ["labels.jsonl:41", "love", "favor", "against", "neutral", "--label-map"]
        expectFailure(try caucus.run(train + ["--strict"]), code: 65, naming: words)
        #expect(!FileManager.default.fileExists(atPath: caucus.path("m.safetensors")))
        let none = try caucus.file("none.jsonl", bad + "\n")
        expectFailure(
            try caucus.run(["train", none, "-o", caucus.path("m.safetensors")]), code: 65,
            naming: ["none.jsonl:1"] + words.dropFirst())
        let outcome = try caucus.run(train)
        #expect(outcome.code == 0 && outcome.messages.contains("40 examples"))
        #expect(words.allSatisfy { outcome.messages.contains($0) }, "\(outcome.messages)")
    }

    @Test func oneClassOnlyIs65() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let favor = labels.filter { $0.contains("favor") }
        let path = try caucus.file("labels.jsonl", favor.joined(separator: "\n"))
        let outcome = try caucus.run(["train", path, "-o", caucus.path("m.safetensors")])
        expectFailure(outcome, code: 65, naming: ["favor", "at least two"])
    }

    @Test func anOutputThatCannotBeCreatedIs73() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let path = try caucus.file("labels.jsonl", labels.joined(separator: "\n"))
        let nowhere = try caucus.run(["train", path, "-o", caucus.path("no/folder/m.safetensors")])
        expectFailure(nowhere, code: 73, naming: ["m.safetensors"])
        let taken = try caucus.file("taken.safetensors", "mine")
        let existing = try caucus.run(["train", path, "-o", taken])
        expectFailure(existing, code: 73, naming: ["taken.safetensors", "--force"])
        #expect(try String(contentsOfFile: taken, encoding: .utf8) == "mine")
        let blocked = try caucus.file("file", "not a folder")
        let report = try caucus.run([
            "score", try caucus.file("a.txt", "“Ada is right,” said Bo Li."), "--target", "Ada",
            "--model", try model(caucus), "--store", blocked + "/s.sqlite",
        ])
        expectFailure(report, code: 73, naming: ["s.sqlite"])
    }

    @Test func unknownFlagsAndCommandsAre64() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        expectFailure(
            try caucus.run(["extract", "--frobnicate", "x.txt"]), code: 64,
            naming: ["--frobnicate"])
        expectFailure(try caucus.run(["frobnicate"]), code: 64, naming: [])
        expectFailure(try caucus.run(["extract"]), code: 64, naming: ["documents"])
        expectFailure(
            try caucus.run(["extract", "x.txt", "--jobs", "0"]), code: 64, naming: ["--jobs"])
    }

    @Test func aDamagedModelIs65() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let whole = try Data(contentsOf: URL(fileURLWithPath: try model(caucus)))
        let cut = try caucus.file("cut.safetensors", [UInt8](whole.prefix(whole.count / 2)))
        expectFailure(try caucus.run(["inspect", cut]), code: 65, naming: ["cut.safetensors"])
        var flipped = [UInt8](whole)
        flipped[flipped.count - 5] ^= 1
        let bad = try caucus.file("bad.safetensors", flipped)
        expectFailure(try caucus.run(["inspect", bad]), code: 65, naming: ["checksum"])
        let foreign = try caucus.file("foreign.safetensors", [2, 0, 0, 0, 0, 0, 0, 0, 0x7B, 0x7D])
        expectFailure(try caucus.run(["inspect", foreign]), code: 65, naming: ["not a model"])
    }

    @Test func aStoreThatIsNoneIs65() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let path = try caucus.file("store.sqlite", "SQLite format 3\u{0}garbage")
        let outcome = try caucus.run(["report", path, "-o", caucus.path("r")])
        expectFailure(outcome, code: 65, naming: ["store.sqlite"])
        #expect(!FileManager.default.fileExists(atPath: caucus.path("r")))
    }

    @Test func oneBadRecordDoesNotStopABatchUnlessStrict() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let path = try caucus.file(
            "mixed.jsonl",
            #"{"id":"a","text":"“Ada is right,” said Bo Li."}"# + "\n{broken\n"
                + #"{"id":"b","text":"Nothing here."}"# + "\n")
        let lenient = try caucus.run(["extract", path])
        #expect(lenient.code == 0)
        #expect(lenient.output.split(separator: "\n").count == 2)
        #expect(lenient.messages.contains("mixed.jsonl:2"))
        #expect(try caucus.run(["extract", path, "--strict"]).code == 65)
    }

    private func model(_ caucus: CommandRunner) throws -> String {
        let path = caucus.path("model.safetensors")
        guard !FileManager.default.fileExists(atPath: path) else { return path }
        let file = try caucus.file("model-labels.jsonl", labels.joined(separator: "\n"))
        let outcome = try caucus.run(["train", file, "-o", path, "--quiet"])
        try #require(outcome.code == 0, "\(outcome.messages)")
        return path
    }
}
