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

    /// Issue 18: a citation names the release that it is of, and no day before there is one.
    @Test func theCitationFileIsTrueToTheRelease() throws {
        let citation = try String(
            contentsOf: SharedPaths.root.appendingPathComponent("CITATION.cff"), encoding: .utf8)
        let changes = try String(
            contentsOf: SharedPaths.root.appendingPathComponent("CHANGELOG.md"), encoding: .utf8)
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let version = try caucus.run(["--version"]).output.trimmingCharacters(
            in: .whitespacesAndNewlines)
        #expect(citation.contains("\nversion: \(version)\n"))
        let released = try #require(changes.firstMatch(of: /## (\S+), (\S+)\n/))
        #expect(String(released.output.1) == version)
        let day = citation.firstMatch(of: /date-released: (\S+)/).map { String($0.output.1) }
        #expect(day ?? "unreleased" == String(released.output.2))
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
