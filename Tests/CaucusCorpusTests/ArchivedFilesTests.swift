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

    /// What packs well is no bomb while it is small; a broken member is told once, not twice.
    @Test func aSmallMemberIsReadHoweverWellItPacks() throws {
        let spaces = String(repeating: " ", count: 2 << 20)
        let path = try directory.write("a.zip", zip([("a.txt", spaces + "One.")]))
        #expect(try read([path]).documents.count == 1)
        var builder = ZipBuilder([("b.txt", spaces + "Two.")])
        builder.members[0].claimedCRC = 1
        let told = try read([directory.write("b.zip", builder.bytes)]).told
        try #require(told.count == 1)
        #expect(told[0].contains("unpacked bytes: does not match its checksum"), "\(told)")
        #expect(told[0].ranges(of: "unpacked bytes").count == 1, "\(told)")
    }

    @Test(arguments: [Packing.bzip2, .zstandard])
    func packedFilesAreReadAsWhatIsInThem(_ packing: Packing) throws {
        let packed = UnpackerTests.packed(Array("id;text\na;One.\n".utf8), packing)
        let path = try directory.write("a.csv" + packing.ending, packed)
        #expect(try read([path]).documents.map(\.text) == ["One."])
        let member = ZipBuilder.Member(name: "b.csv" + packing.ending, bytes: packed)
        var builder = ZipBuilder()
        builder.members = [member]
        #expect(
            try read([directory.write("b.zip", builder.bytes)]).documents.map(\.text) == ["One."])
        let broken = try directory.write("c.csv" + packing.ending, "id,text\n")
        #expect(try read([broken]).told.first?.contains(packing.name) == true)
    }

    @Test func aPageIsReadByTheLettersItDeclares() throws {
        let page =
            Array("<html><head><meta charset=\"windows-1252\"></head><body><p>".utf8) + [0xD3]
            + Array("rla Penn said so.</p></body></html>".utf8)
        #expect(
            try read([directory.write("a.html", page)]).documents.map(\.text) == [
                "Órla Penn said so."
            ])
    }

    @Test func mailsAreDocuments() throws {
        let mail =
            "From: Desk <desk@post.example>\r\nSubject: A vote\r\nDate: Wed, 05 Mar 2031 10:00:00 +0000\r\n"
            + "Content-Type: text/plain\r\n\r\nOrla Penn agreed.\r\n"
        let document = try #require(try read([directory.write("a.eml", mail)]).documents.first)
        #expect(document.title == "A vote")
        #expect(document.published == "2031-03-05")
        #expect(document.text.contains("Orla Penn agreed."))
    }
}
