import CaucusMatrix
import Foundation
import Testing

@testable import CaucusCorpus

/// Issue 17: members of zip archives are read as they are, and archives that lie are refused within bounds.
@Suite struct ZipArchiveTests {
    private static let texts = [
        ("a.txt", "“We will not close it,” said Ada Quill."), ("b/", ""), ("b/ü.txt", ""),
        ("b/long.txt", String(repeating: "The bridge of Lorn is of steel. ", count: 40_000)),
    ]

    private func read(_ archive: ZipArchive, limit: Int = 1 << 24) throws -> [String: String] {
        var found: [String: String] = [:]
        for entry in archive.entries {
            found[entry.name] = String(
                decoding: try archive.bytes(of: entry, limit: limit), as: UTF8.self)
        }
        return found
    }

    /// Deflated or stored, with wide numbers, a comment, other bytes before: the same members, from memory and from a file.
    @Test func membersAreReadAsTheyAre() throws {
        let directory = try TemporaryDirectory()
        for method in [0, 8] {
            for isWide in [false, true] {
                for prefix in [[], [UInt8](repeating: 0x4D, count: 999)] {
                    var builder = ZipBuilder(Self.texts)
                    for i in builder.members.indices {
                        builder.members[i].method = method
                        builder.members[i].isWide = isWide
                    }
                    builder.isWide = isWide
                    builder.prefix = prefix
                    builder.comment = Array("PK a comment".utf8)
                    let bytes = builder.bytes
                    let path = try directory.write("a.zip", bytes)
                    let descriptor = open(path, O_RDONLY)
                    defer { close(descriptor) }
                    for source in [ZipSource.bytes(bytes), try ZipSource(descriptor: descriptor)] {
                        let archive = try ZipArchive(source)
                        #expect(archive.entries.map(\.name) == Self.texts.map(\.0))
                        #expect(archive.entries.map(\.isFolder) == [false, true, false, false])
                        #expect(archive.entries.map(\.size) == Self.texts.map { $0.1.utf8.count })
                        let found = try read(archive)
                        for (name, text) in Self.texts { #expect(found[name] == text) }
                    }
                }
            }
        }
        #expect(try ZipArchive(.bytes(ZipBuilder().bytes)).entries.isEmpty)
    }

    /// A member comes in pieces that are no longer than asked for.
    @Test func aMemberIsReadInPieces() throws {
        let archive = try ZipArchive(.bytes(ZipBuilder(Self.texts).bytes))
        let member = try ZipMember(archive.source, archive.entries[3], limit: .max)
        var (text, piece): ([UInt8], [UInt8]) = ([], [])
        while try member.read(upTo: 1000, into: &piece) {
            #expect(piece.count <= 1000)
            text += piece
            piece = []
        }
        #expect(text == Array(Self.texts[3].1.utf8))
        #expect(try !member.read(upTo: 1000, into: &piece))
    }

    /// zlib may hold unpacked bytes once all packed ones are used: members a little longer than a block of either size.
    @Test(arguments: [1 << 16, 1 << 18, 1 << 19, 1 << 20])
    func membersThatEndBehindABlockAreRead(_ block: Int) throws {
        for more in [1, 50, 100, 200, 257, 300] {
            let text = "Hello. " + String(repeating: "a", count: block + more - 7)
            let archive = try ZipArchive(.bytes(ZipBuilder([("a", text)]).bytes))
            let member = try ZipMember(archive.source, archive.entries[0], limit: .max)
            var (read, piece): ([UInt8], [UInt8]) = ([], [])
            while try member.read(upTo: min(block, 1 << 18), into: &piece) {
                read += piece
                piece = []
            }
            #expect(read == Array(text.utf8))
        }
    }

    @Test func namesThatAreNoUTF8AreRead() throws {
        var bytes = ZipBuilder([("xx.txt", "a")]).bytes
        for i in bytes.indices where bytes[i...].starts(with: "xx.txt".utf8) {
            (bytes[i], bytes[i + 1]) = (0xFC, 0x0A)
        }
        #expect(try ZipArchive(.bytes(bytes)).entries.map(\.name) == ["ü?.txt"])
    }

    private func message(_ change: (inout ZipBuilder) -> Void, limit: Int = 1 << 24) -> String {
        var builder = ZipBuilder([("a.txt", String(repeating: "x", count: 5000)), ("b.txt", "b")])
        change(&builder)
        do {
            _ = try read(ZipArchive(.bytes(builder.bytes)), limit: limit)
            return ""
        } catch { return (error as? UnreadableFile)?.message ?? "\(error)" }
    }

    @Test func archivesThatLieAreTold() {
        #expect(message { _ in } == "")
        #expect(message { $0.members[0].flags = 1 }.contains("a.txt: found an encrypted member"))
        #expect(message { $0.members[0].method = 12 }.contains("packed by method 12"))
        #expect(
            message { $0.members[0].claimedSize = 4999 }.contains("more than the 4999 bytes"))
        #expect(message { $0.members[0].claimedSize = 5001 }.contains("expected 5001 bytes"))
        #expect(message { $0.members[0].claimedCRC = 1 }.contains("does not match its checksum"))
        #expect(message { $0.members[1].claimedSize = 1 << 30 }.contains("unpacks to 1073741824"))
        #expect(
            message({ _ in }, limit: 4999) == "a.txt: unpacks to 5000 bytes; expected at most 4999")
        let claim = message({ $0.members[1].claimedSize = 1 << 30 }, limit: .max)
        #expect(claim.contains("b.txt: claims to unpack 3 bytes to 1073741824"))
        #expect(
            message {
                $0.members[1].method = 0
                $0.members[1].claimedSize = 2
            }.contains("claims to unpack 1 bytes to 2"))
        for bytes in [[], Array("PK\u{5}\u{6}".utf8), [UInt8](repeating: 0x50, count: 90_000)] {
            #expect(throws: UnreadableFile.self) { try ZipArchive(.bytes(bytes)) }
        }
    }

    /// The same bytes as a hundred members: refused, since they overlap.
    @Test func overlappingMembersAreRefused() throws {
        var bytes = ZipBuilder([("a", String(repeating: "x", count: 900_000))]).bytes
        let list = try #require(
            bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
        let end = bytes.count - 22
        let member = Array(bytes[list..<end])
        bytes.insert(contentsOf: (0..<99).flatMap { _ in member }, at: end)
        let at = bytes.count - 22
        (bytes[at + 8], bytes[at + 10]) = (100, 100)
        let size = member.count * 100
        for k in 0..<4 { bytes[at + 12 + k] = UInt8(truncatingIfNeeded: size >> (8 * k)) }
        let error = #expect(throws: UnreadableFile.self) { try ZipArchive(.bytes(bytes)) }
        #expect(error?.message.contains("overlap") ?? false)
    }

    /// A bomb of a gigabyte is refused by its claim, and where it lies, after what it claims.
    @Test func aBombIsRefused() throws {
        var builder = ZipBuilder()
        builder.members = [.init(name: "a", bytes: [UInt8](repeating: 0, count: 20_000_000))]
        builder.members[0].claimedSize = 1000
        let archive = try ZipArchive(.bytes(builder.bytes))
        let member = try ZipMember(archive.source, archive.entries[0], limit: 1 << 20)
        var bytes: [UInt8] = []
        #expect(throws: UnreadableFile.self) {
            while try member.read(upTo: 1 << 18, into: &bytes) {}
        }
        #expect(bytes.count <= 1000)
    }

    @Test func mangledArchivesAreReadOrTold() {
        var g = SplitMix(seed: 171)
        var wide = ZipBuilder(Self.texts.map { ($0.0, String($0.1.prefix(300))) })
        let plain = wide.bytes
        wide.isWide = true
        for i in wide.members.indices { wide.members[i].isWide = true }
        var (good, told) = (0, 0)
        for round in 0..<1000 {
            let (one, other) = round % 2 == 0 ? (plain, wide.bytes) : (wide.bytes, plain)
            let bytes = mangled(one, with: other, &g)
            do {
                let archive = try ZipArchive(.bytes(bytes))
                for entry in archive.entries {
                    if (try? archive.bytes(of: entry, limit: 1 << 16)) != nil { good += 1 }
                }
            } catch {
                told += 1
                #expect(!error.message.isEmpty && !error.message.contains("\n"))
            }
        }
        #expect(good > 100 && told > 100)
    }
}
