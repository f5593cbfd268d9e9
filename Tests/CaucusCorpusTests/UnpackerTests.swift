import CBZip2
import CZstd
import CaucusMatrix
import Testing

@testable import CaucusCorpus

/// Issue 17: what bzip2 and zstd packed is unpacked as it was, in parts, and what is broken is told with its place.
@Suite struct UnpackerTests {
    private static let text = Array(
        (0..<4000).map { "Line \($0) of “\($0 % 7)”.\n" }.joined().utf8)

    /// The bytes packed as one stream or frame.
    static func packed(_ bytes: [UInt8], _ packing: Packing) -> [UInt8] {
        var bytes = bytes
        switch packing {
        case .gzip: return []
        case .zstandard:
            var result = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
            let size = ZSTD_compress(&result, result.count, bytes, bytes.count, 3)
            return Array(result.prefix(size))
        case .bzip2:
            var size = UInt32(bytes.count + bytes.count / 50 + 700)
            var result = [CChar](repeating: 0, count: Int(size))
            bytes.withUnsafeMutableBytes { input in
                _ = BZ2_bzBuffToBuffCompress(
                    &result, &size, input.assumingMemoryBound(to: CChar.self).baseAddress,
                    UInt32(input.count), 1, 0, 0)
            }
            return result.prefix(Int(size)).map { UInt8(bitPattern: $0) }
        }
    }

    /// What `packed` unpacks to, in pieces of the file of `piece` bytes, and what was told.
    private func unpacked(
        _ packed: [UInt8], _ packing: Packing, piece: Int = 1000, limit: Int = 777
    ) throws -> (bytes: [UInt8], error: CorpusError?) {
        let unpacker = try packing.unpacker(path: "p")
        var packed = packed
        var result: [UInt8] = []
        var next = 0
        do {
            while true {
                let end = min(next + piece, packed.count)
                let before = result.count
                let step = try packed.withUnsafeMutableBytes { bytes in
                    try unpacker.step(
                        UnsafeMutableRawBufferPointer(rebasing: bytes[next..<end]), limit: limit,
                        at: before, into: &result)
                }
                #expect(step.made <= limit && step.used <= end - next)
                #expect(result.count == before + step.made)
                next += step.used
                if step.made == 0, step.isFinished { return (result, nil) }
                if step.used == 0, step.made == 0 {
                    Issue.record("no step forward")
                    return (result, nil)
                }
            }
        } catch let error as CorpusError { return (result, error) }
    }

    @Test(arguments: [Packing.bzip2, .zstandard])
    func dataAreUnpackedAsTheyWere(_ packing: Packing) throws {
        let one = Self.packed(Self.text, packing)
        #expect(Packing(one) == packing && Packing(one.prefix(4)) == packing)
        for (packed, text) in [
            (one, Self.text), (one + one + [0, 0, 0], Self.text + Self.text),
            (Self.packed([], packing), []), (Self.packed([], packing) + one, Self.text),
        ] {
            for (piece, limit) in [(1000, 777), (1, 3), (1 << 20, 1 << 20)] {
                let found = try unpacked(packed, packing, piece: piece, limit: limit)
                #expect(found.bytes == text && found.error == nil)
            }
        }
    }

    @Test(arguments: [Packing.bzip2, .zstandard])
    func whatIsBrokenIsToldAfterWhatCouldBeRead(_ packing: Packing) throws {
        let whole = Self.packed(Self.text, packing)
        for cut in [1, 10, whole.count / 2, whole.count - 5] {
            let found = try unpacked(Array(whole.dropLast(cut)), packing)
            #expect(Self.text.starts(with: found.bytes))
            #expect(
                found.error
                    == .damaged(
                        path: "p", offset: found.bytes.count,
                        reason: "the packed data end inside; expected a whole "
                            + (packing == .bzip2 ? "bzip2 file" : "zstd file")))
        }
        let more = try unpacked(whole + [1, 2, 3, 4, 5, 6, 7, 8], packing)
        #expect(more.bytes == Self.text)
        #expect(
            more.error?.description.contains("found other bytes after the packed data") ?? false)
        let none = try unpacked(Array("No packed data.".utf8), packing)
        #expect(none.error?.description.contains("the packed data are broken") ?? false)
    }

    /// A frame that asks for two gigabytes of window is refused.
    @Test func aGreatWindowIsRefused() throws {
        // Magic number, a descriptor without size, a window of 2 GiB, one raw block.
        let frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 21 << 3, 0x09, 0x00, 0x00, 0x61]
        let found = try unpacked(frame, .zstandard)
        #expect(found.error?.description.contains("too much memory") ?? false)
    }

    @Test func wordsAreNoPackedData() {
        for text in ["", "B", "BZh", "BZhao said so.", "BZh9 of us", "(µ/ý", "\u{1F}"] {
            #expect(Packing(Array(text.utf8)) == nil)
        }
        #expect(Packing([0x1F, 0x8B]) == .gzip)
    }

    @Test(arguments: [Packing.bzip2, .zstandard])
    func mangledDataAreUnpackedOrTold(_ packing: Packing) throws {
        var g = SplitMix(seed: 173)
        let whole = Self.packed(Array(Self.text.prefix(3000)), packing)
        var told = 0
        for _ in 0..<1000 {
            let found = try unpacked(mangled(whole, with: whole, &g), packing, limit: 1 << 18)
            if found.error != nil { told += 1 }
        }
        #expect(told > 800)
    }
}
