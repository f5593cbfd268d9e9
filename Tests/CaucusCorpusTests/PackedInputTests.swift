import CZlib
import CaucusMatrix
import CaucusText
import Foundation
import Testing

@testable import CaucusCorpus

/// Issue 6: what gzip packed is read as it was, in bounded memory, and what is broken is told.
@Suite struct PackedInputTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    /// One gzip member that holds `bytes`.
    private func packed(_ bytes: some Sequence<UInt8>) throws -> [UInt8] {
        let bytes = Array(bytes)
        var stream = z_stream()
        try #require(
            deflateInit2_(
                &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK)
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](
            repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 64)
        let made = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                _ = deflate(&stream, Z_FINISH)
                return output.count - Int(stream.avail_out)
            }
        }
        return Array(output[..<made])
    }

    private func read(
        _ paths: [String], standardInput: Int32 = 0
    ) throws -> (ids: [String], texts: [String], told: [String], failures: [CorpusError]) {
        var result: ([String], [String], [String], [CorpusError]) = ([], [], [], [])
        for reading in try DocumentReader(paths: paths, standardInput: standardInput) {
            switch reading {
            case .document(let document):
                result.0.append(document.id)
                result.1.append(document.text)
            case .diagnostic(let diagnostic): result.2.append("\(diagnostic)")
            case .note(let note): Issue.record("\(note)")
            case .failure(let error): result.3.append(error)
            }
        }
        return result
    }

    private static let lines = (0..<5000).map {
        "{\"id\":\"d\($0)\",\"text\":\"Words “\($0)” \(String(repeating: "w ", count: $0 % 90)).\"}\n"
    }

    @Test(arguments: ["jsonl", "json", "csv", "tsv", "txt"])
    func everyFormatIsReadPackedAsItIsPlain(_ ending: String) throws {
        let content =
            switch ending {
            case "jsonl": Self.lines.joined()
            case "json": "[" + Self.lines.joined(separator: ",") + "]"
            case "csv": "id,text\n" + (0..<900).map { "\($0),\"a, “\($0)”\"\n" }.joined()
            case "tsv": "id\ttext\n" + (0..<900).map { "\($0)\ta “\($0)”\n" }.joined()
            default: "Plain “words”.\n\nMore."
            }
        let plain = try read([directory.write("a.\(ending)", content)])
        let unpacked = try read([directory.write("a.\(ending).gz", packed(content.utf8))])
        #expect(unpacked.texts == plain.texts && !plain.texts.isEmpty)
        #expect(unpacked.told.isEmpty && unpacked.failures.isEmpty)
    }

    @Test func membersFollowEachOtherAndZerosPadTheEnd() throws {
        let parts = [Self.lines[..<10], Self.lines[10..<2000], Self.lines[2000...]]
        var bytes = try parts.flatMap { try packed($0.joined().utf8) }
        bytes += [UInt8](repeating: 0, count: 512)
        let path = try directory.write("a.jsonl.gz", bytes)
        #expect(try read([path]).ids == (0..<5000).map { "d\($0)" })
    }

    @Test func packedStandardInputIsToldByItsFirstBytes() throws {
        let bytes = try packed(Self.lines.joined().utf8)
        let path = try directory.write("input", bytes)
        let handle = try #require(FileHandle(forReadingAtPath: path))
        let found = try read(["-"], standardInput: handle.fileDescriptor)
        #expect(found.ids.count == 5000 && found.failures.isEmpty)
    }

    /// Wherever it is cut or broken: every document before the damage is read, and the damage is named.
    @Test func brokenDataAreAFailureAfterWhatCouldBeRead() throws {
        let whole = try packed(Self.lines.joined().utf8)
        var generator = SplitMix(seed: 61)
        for round in 0..<60 {
            var bytes = whole
            let place = Int.random(in: 2..<(whole.count - 1), using: &generator)
            if round % 2 == 0 {
                bytes.removeLast(whole.count - place)
            } else {
                bytes[place] ^= 0x55
            }
            let found = try read([directory.write("a.jsonl.gz", bytes)])
            // A byte of the header may say nothing that matters, and a broken one may break words only.
            if round % 2 == 0 || place > 10 { #expect(found.failures.count == 1, "\(place)") }
            if let failure = found.failures.first {
                guard case .damaged(_, let offset, let reason) = failure else {
                    Issue.record("\(failure)")
                    continue
                }
                #expect(offset >= 0 && !reason.isEmpty)
            }
            if round % 2 == 0 {
                #expect(found.told.isEmpty)
                #expect(found.ids == (0..<found.ids.count).map { "d\($0)" })
            }
        }
        let cut = try read([directory.write("b.jsonl.gz", whole.dropLast(9))])
        #expect(cut.ids.count == 5000)
    }

    @Test func aNameThatPromisesPackedDataIsHeld() throws {
        for text in ["", "x", "{\"id\":1,\"text\":\"a\"}\n"] {
            let path = try directory.write("a.jsonl.gz", text)
            #expect(
                try read([path]).failures == [
                    .damaged(
                        path: path, offset: 0,
                        reason: "found no gzip header; expected a packed file")
                ])
        }
        let other = try directory.write("b.jsonl.gz", packed("{}".utf8) + [9, 9])
        #expect(try read([other]).failures.count == 1)
    }

    /// 512 MiB without a line end pack to 512 KiB; the reader never holds more than its longest record.
    @Test func aBombIsPassedOverInBoundedMemory() throws {
        let zeros = try packed([UInt8](repeating: 0x78, count: 1 << 20))
        let path = try directory.write(
            "a.jsonl.gz",
            Array(repeating: zeros, count: 512).flatMap { $0 }
                + packed("\n{\"id\":1,\"text\":\"a\"}\n".utf8))
        let before = Self.peakKilobytes
        var told: [String] = []
        var ids: [String] = []
        for reading in try DocumentReader(paths: [path], maximumRecord: 1 << 20) {
            if case .document(let document) = reading { ids.append(document.id) }
            if case .diagnostic(let diagnostic) = reading { told.append(diagnostic.message) }
        }
        #expect(ids == ["1"])
        #expect(told == ["found a record that is too long; expected at most 1048576 bytes"])
        // The tests of other suites run beside this one: the bound is loose.
        #expect(Self.peakKilobytes - before < 384 << 10)
    }

    private static var peakKilobytes: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss
    }
}
