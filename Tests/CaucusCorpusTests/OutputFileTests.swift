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
