import CaucusText
import Foundation
import Testing

@testable import CaucusCorpus

@Suite("files in zip archives")
struct ArchivedFilesTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func read(_ paths: [String]) throws -> (documents: [Document], told: [String]) {
        var documents: [Document] = []
        var told: [String] = []
        for reading in try DocumentReader(paths: paths) {
            switch reading {
            case .document(let document): documents.append(document)
            case .diagnostic(let diagnostic), .note(let diagnostic): told.append("\(diagnostic)")
            case .failure(let error): told.append("\(error)")
            }
        }
        return (documents, told)
    }

    private func zip(_ members: [(name: String, text: String)]) -> [UInt8] {
        ZipBuilder(members).bytes
    }

    @Test func membersAreReadAsFiles() throws {
        let long = (0..<60_000).map { "{\"id\":\"n\($0)\",\"text\":\"Words \($0).\"}" }.joined(
            separator: "\n")
        let path = try directory.write(
            "week.zip",
            zip([
                ("b/two.csv", "id;text\nx;Two.\n"), ("a.txt", "One."), ("c.jsonl", long),
                (".hidden.txt", "No."),
                ("__MACOSX/a.txt", "No."), ("d.doc", "No."), ("e.zip", "No."),
            ]))
        for paths in [[path], [directory.path]] {
            let (documents, told) = try read(paths)
            #expect(documents.count == 60_002)
            #expect(documents.prefix(2).map(\.text) == ["One.", "Two."])
            #expect(documents.first?.id.hasSuffix("week.zip/a.txt") == true)
            #expect(documents.first?.place.file == path + "/a.txt" || paths == [directory.path])
            #expect(
                told.contains { $0.contains("1 .doc") && $0.contains(".zip inside of it") },
                "\(told)")
        }
    }

    @Test func whatIsNoArchiveIsTold() throws {
        let path = try directory.write("broken.zip", zip([("a.txt", "One.")]).dropLast(10))
        #expect(throws: CorpusError.self) { try DocumentReader(paths: [path]) }
        try directory.write("c.txt", "Three.")
        let (documents, told) = try read([directory.path])
        #expect(documents.map(\.text) == ["Three."])
        #expect(told.contains { $0.contains("broken.zip") }, "\(told)")
    }

    /// A member that unpacks to far more than text does is refused before it is unpacked.
    @Test func aMemberThatBurstsIsRefused() throws {
        let path = try directory.write(
            "bomb.zip", zip([("a.txt", String(repeating: "a", count: 1 << 25)), ("b.txt", "Two.")]))
        let (documents, told) = try read([path])
        #expect(documents.map(\.text) == ["Two."])
        #expect(told.first?.contains("a.txt") == true, "\(told)")
        #expect(told.first?.contains("expected at most") == true, "\(told)")
    }
}
