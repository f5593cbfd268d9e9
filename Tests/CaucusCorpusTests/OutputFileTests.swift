import Foundation
import Testing

@testable import CaucusCorpus

@Suite struct OutputFileTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted() }
    }

    @Test func nothingStandsUnderTheNameUntilItIsWhole() throws {
        let path = directory.path + "/a.txt"
        let file = try OutputFile(path: path)
        try file.write(String(repeating: "abc", count: 200_000))
        #expect(!FileManager.default.fileExists(atPath: path))
        try file.write([UInt8(ascii: "!")])
        try file.commit()
        #expect(try names == ["a.txt"])
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == 600_001)
    }

    @Test func whatIsNotCommittedGoes() throws {
        let path = try directory.write("a.txt", "old")
        do {
            let file = try OutputFile(path: path, force: true)
            try file.write("new")
        }
        #expect(try names == ["a.txt"])
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    }

    @Test func anExistingFileIsReplacedOnlyWithForce() throws {
        let path = try directory.write("a.txt", "old")
        #expect(throws: CorpusError.outputExists(path: path)) {
            try OutputFile.write("new".utf8, to: path)
        }
        try OutputFile.write("new".utf8, to: path, force: true)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
    }

    @Test func aPlaceThatCannotBeWrittenIsNamed() throws {
        let path = directory.path + "/none/a.txt"
        #expect(
            throws: CorpusError.outputNotCreatable(
                path: path, reason: "no such file or directory")
        ) { try OutputFile(path: path) }
        #expect(throws: CorpusError.self) { try OutputFile(path: directory.path, force: true) }
    }

    @Test func linksAreFollowedAndDevicesStayWhatTheyAre() throws {
        let path = try directory.write("a.txt", "old")
        let link = directory.path + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        try OutputFile.write("new".utf8, to: link, force: true)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
        #expect(try names == ["a.txt", "link"])
        try OutputFile.write("gone".utf8, to: "/dev/null")
        let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/null")
        #expect(attributes[.type] as? FileAttributeType == .typeCharacterSpecial)
        let nowhere = directory.path + "/nowhere"
        try FileManager.default.createSymbolicLink(
            atPath: nowhere, withDestinationPath: directory.path + "/none")
        #expect(throws: CorpusError.self) { try OutputFile(path: nowhere) }
    }

    @Test func aFullDiskIsAFailureAndNoHalfFile() throws {
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        #expect(
            throws: CorpusError.outputFailed(path: "/dev/full", reason: "no space left on device")
        ) { try OutputFile.write("x".utf8, to: "/dev/full") }
    }

    @Test func severalFilesAreWrittenIntoADirectory() throws {
        let root = directory.path + "/out/deep"
        try OutputFile.write([("a", [1]), ("b", [2])], into: root)
        #expect(throws: CorpusError.outputExists(path: root + "/b")) {
            try OutputFile.write([("c", [1]), ("b", [2])], into: root)
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: root).sorted() == ["a", "b"])
    }

    @Test func everyErrorIsOneLineInLowerCase() {
        let errors: [CorpusError] = [
            .missing(path: "a"), .unreadable(path: "a", reason: "r"),
            .readFailed(path: "a", offset: 1, reason: "r"),
            .unknownFormat(path: "a", expected: ["b", "c"]),
            .unsupportedFormat(path: "a", format: "gzip", expected: ["b"]),
            .noDocuments(paths: ["a", "b"]), .noExamples(paths: []), .outputExists(path: "a"),
            .outputNotCreatable(path: "a", reason: "r"), .outputFailed(path: "a", reason: "r"),
        ]
        for error in errors {
            #expect(!error.description.contains("\n"))
            #expect(error.description.first?.isUppercase == false)
        }
    }
}
