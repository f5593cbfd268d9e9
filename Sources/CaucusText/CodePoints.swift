/// Translates between UTF-8 byte offsets and Unicode code-point offsets of one text.
///
/// - Complexity: O(bytes) to create, O(1) a look-up for ASCII text and O(64) otherwise; a few bytes of
///   memory for each 64 bytes of a text that is not ASCII.
public struct CodePoints: Sendable {
    /// The number of bytes of the text.
    public let bytes: Int
    /// The number of code points of the text.
    public let count: Int
    private let text: String
    /// Code points before each block of 64 bytes; empty where the text is ASCII.
    private let blocks: [Int32]

    private static let block = 64

    /// Indexes `text`.
    public init(_ text: String) {
        var text = text
        text.makeContiguousUTF8()
        var blocks: [Int32] = []
        var count = 0
        let bytes = text.utf8.count
        text.utf8.withContiguousStorageIfAvailable { utf8 in
            blocks.reserveCapacity(utf8.count / Self.block + 1)
            for start in stride(from: 0, to: utf8.count, by: Self.block) {
                blocks.append(Int32(count))
                let end = min(start + Self.block, utf8.count)
                count += Self.starts(utf8, start, end)
            }
            if count == utf8.count { blocks = [] }
        }
        self.bytes = bytes
        self.count = count
        self.text = text
        self.blocks = blocks
    }

    /// How many bytes from `start` to `end` start a code point, eight at a time.
    private static func starts(_ utf8: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int
    {
        var count = end - start
        var i = start
        if let base = UnsafeRawPointer(utf8.baseAddress) {
            while i + 8 <= end {
                let eight = base.loadUnaligned(fromByteOffset: i, as: UInt64.self)
                // Those that go on have the high bit and not the next one.
                let following = (eight >> 7) & ~(eight >> 6) & 0x0101_0101_0101_0101
                count -= following.nonzeroBitCount
                i += 8
            }
        }
        for byte in utf8[i..<end] where byte & 0xC0 == 0x80 { count -= 1 }
        return count
    }

    /// The number of code points that start before the byte at `offset`.
    ///
    /// - Precondition: `0 <= offset <= bytes`.
    public func codePoint(atByte offset: Int) -> Int {
        precondition(offset >= 0 && offset <= bytes, "byte \(offset) of \(bytes)")
        guard !blocks.isEmpty else { return offset }
        if offset == bytes { return count }
        let block = offset / Self.block
        var n = Int(blocks[block])
        text.utf8.withContiguousStorageIfAvailable { utf8 in
            n += Self.starts(utf8, block * Self.block, offset)
        }
        return n
    }

    /// The byte at which code point number `index` starts, or `nil` where the text has no such one.
    public func byte(atCodePoint index: Int) -> Int? {
        guard index >= 0, index <= count else { return nil }
        guard !blocks.isEmpty else { return index }
        if index == count { return bytes }
        let low = max(0, blocks.partitionPoint { Int($0) > index } - 1)
        return text.utf8.withContiguousStorageIfAvailable { utf8 -> Int? in
            var n = Int(blocks[low])
            for i in (low * Self.block)..<utf8.count where utf8[i] & 0xC0 != 0x80 {
                if n == index { return i }
                n += 1
            }
            return nil
        } ?? nil
    }

    /// `span`, counted in code points.
    public func codePoints(_ span: Span) -> Span {
        Span(codePoint(atByte: span.start), codePoint(atByte: span.end))
    }

    /// The bytes of a span counted in code points, or `nil` where the text is shorter or the span runs
    /// backwards.
    public func span(codePoints start: Int, _ end: Int) -> Span? {
        guard start <= end, let a = byte(atCodePoint: start), let b = byte(atCodePoint: end) else {
            return nil
        }
        return Span(a, b)
    }
}

extension String {
    /// The text of `span`; bytes that cut a code point are repaired with the replacement character.
    ///
    /// - Precondition: `span` lies inside the text.
    public subscript(_ span: Span) -> String {
        let utf8 = self.utf8
        let fast = utf8.withContiguousStorageIfAvailable { bytes in
            String(
                decoding: UnsafeBufferPointer(rebasing: bytes[span.start..<span.end]), as: UTF8.self
            )
        }
        if let fast { return fast }
        let start = utf8.index(utf8.startIndex, offsetBy: span.start)
        let end = utf8.index(start, offsetBy: span.count)
        return String(decoding: utf8[start..<end], as: UTF8.self)
    }
}
