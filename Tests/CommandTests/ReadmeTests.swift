import CaucusTestSupport
import Foundation
import Testing

/// Issue 13: what README says to type works, in its order, in one folder.
@Suite("README")
struct ReadmeTests {
    /// The commands of the section “Use it”.
    private func commands() throws -> [String] {
        let readme = SharedPaths.root.appendingPathComponent("README.md")
        let text = try String(contentsOf: readme, encoding: .utf8)
        let section = try #require(text.components(separatedBy: "\n## Use it\n").last)
        let block = try #require(section.components(separatedBy: "```\n").dropFirst().first)
        return block.split(separator: "\n").map(String.init).filter { $0.hasPrefix("caucus ") }
    }

    @Test func itsCommandsRunInOrder() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        try FileManager.default.createSymbolicLink(
            at: caucus.folder.appendingPathComponent("Corpus"),
            withDestinationURL: SharedPaths.root.appendingPathComponent("Corpus"))
        let commands = try commands()
        #expect(commands.count >= 6)
        for command in commands {
            let outcome = try caucus.shell(command)
            #expect(outcome.code == 0, "\(command)\n\(outcome.messages)")
        }
    }

    @Test func labelsOfTextTargetLabelAndGroupTrain() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let lines = (0..<30).map { i in
            let isFor = i % 2 == 0
            return #"{"text":"We are \#(isFor ? "proud" : "tired") of Ada \#(i).","target":"Ada","#
                + #""label":"\#(isFor ? "favor" : "against")","group":"g\#(i / 2)"}"#
        }
        _ = try caucus.file("labels.jsonl", lines.joined(separator: "\n"))
        let trained = try caucus.run([
            "train", "labels.jsonl", "-o", "model.safetensors", "--folds", "3",
        ])
        #expect(
            trained.code == 0 && trained.messages.contains("30 examples"), "\(trained.messages)")
        let predicted = try caucus.run(["predict", "model.safetensors", "labels.jsonl"])
        #expect(predicted.output.contains(#""id":"labels.jsonl:30""#))
        #expect(predicted.output.split(separator: "\n").count == 30)
    }
}
