/// Finds the terms inside one chunk: its runs of characters and its words.
struct ChunkReader {
    private let words: Bool
    private let shortest: Int
    private let longest: Int
    private var lower: [UInt8] = []
    private var boundaries: [Int] = []

    /// A reader that finds nothing.
    init() {
        words = false
        shortest = 0
        longest = 0
    }

    init(_ settings: FeatureSettings) {
        words = settings.words != nil
        shortest = settings.characters?.shortest ?? 0
        longest = settings.characters?.longest ?? 0
    }

    /// Calls `characters` with each n-gram of characters of the chunk, as often as it occurs, and
    /// `word` with each of its words, in order: the key, the bytes in lower case, and their place in
    /// the lower-case chunk. The pointers stay right until `end` returns.
    ///
    /// - Precondition: the chunk has a space at either end and no ASCII capitals, and eight bytes can
    ///   be read behind it.
    @inline(__always)
    mutating func read(
        _ p: UnsafePointer<UInt8>, _ count: Int,
        characters: (UInt64, UnsafePointer<UInt8>, Int, Int) -> Void,
        word: (UInt64, UnsafePointer<UInt8>, Int, Int) -> Void, end: () -> Void = {}
    ) {
        if Lettering.isASCII(UnsafeBufferPointer(start: p, count: count)) {
            readASCII(p, count, characters, word)
            return end()
        }
        lower.removeAll(keepingCapacity: true)
        Lettering.appendLowercase(UnsafeBufferPointer(start: p, count: count), to: &lower)
        boundaries.removeAll(keepingCapacity: true)
        for (i, byte) in lower.enumerated() where byte & 0xC0 != 0x80 { boundaries.append(i) }
        boundaries.append(lower.count)
        lower.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            if longest > 0 { unpacked(base, boundaries, characters) }
            if words { forEachWord(base, bytes.count, isASCII: false, word) }
            end()
        }
    }

    @inline(__always)
    private mutating func readASCII(
        _ p: UnsafePointer<UInt8>, _ count: Int,
        _ characters: (UInt64, UnsafePointer<UInt8>, Int, Int) -> Void,
        _ word: (UInt64, UnsafePointer<UInt8>, Int, Int) -> Void
    ) {
        if longest > 7 {
            boundaries.removeAll(keepingCapacity: true)
            for i in 0...count { boundaries.append(i) }
            unpacked(p, boundaries, characters)
        } else if longest > 0 {
            packed(p, count, characters)
        }
        if words { forEachWord(p, count, isASCII: true, word) }
    }

    /// ASCII runs of up to seven characters, each its own key.
    @inline(__always)
    private func packed(
        _ b: UnsafePointer<UInt8>, _ count: Int,
        _ body: (UInt64, UnsafePointer<UInt8>, Int, Int) -> Void
    ) {
        guard count > shortest else {
            body(TermKey.key(.characters, b, count), b, count, 0)
            return
        }
        for start in 0...(count - shortest) {
            let next = TermKey.eightBytes(at: b + start)
            for n in shortest...min(longest, count - start) {
                let key = TermKey.exact(.characters, packed: next & TermKey.mask(n), count: n)
                body(key, b + start, n, start)
            }
        }
    }

    /// Runs of scalars, whatever their length in bytes.
    @inline(never)
    private func unpacked(
        _ b: UnsafePointer<UInt8>, _ boundaries: [Int],
        _ body: (UInt64, UnsafePointer<UInt8>, Int, Int) -> Void
    ) {
        let count = boundaries.count - 1
        guard count > shortest else {
            body(TermKey.key(.characters, b, boundaries[count]), b, boundaries[count], 0)
            return
        }
        for start in 0...(count - shortest) {
            for n in shortest...min(longest, count - start) {
                let first = boundaries[start]
                let length = boundaries[start + n] - first
                body(TermKey.key(.characters, b + first, length), b + first, length, first)
            }
        }
    }

    /// Runs of at least two word characters.
    @inline(__always)
    private func forEachWord(
        _ b: UnsafePointer<UInt8>, _ count: Int, isASCII: Bool,
        _ body: (UInt64, UnsafePointer<UInt8>, Int, Int) -> Void
    ) {
        var i = 0
        while i < count {
            let start = i
            var letters = 0
            while i < count {
                let length = isASCII ? Self.wordByte(b[i]) : Self.wordScalar(b + i, count - i)
                guard length > 0 else { break }
                i += length
                letters += 1
            }
            if letters >= 2 {
                let key = TermKey.key(.word, b + start, i - start)
                body(key, b + start, i - start, start)
            }
            if i < count { i += isASCII ? 1 : Lettering.scalar(at: b + i, count: count - i).length }
        }
    }

    /// 1 where the byte is a word character, else 0.
    @inline(__always)
    private static func wordByte(_ byte: UInt8) -> Int { Lettering.isWord(UInt32(byte)) ? 1 : 0 }

    /// The length of the word character that stands there, or 0.
    @inline(never)
    private static func wordScalar(_ p: UnsafePointer<UInt8>, _ count: Int) -> Int {
        let (value, length) = Lettering.scalar(at: p, count: count)
        return Lettering.isWord(value) ? length : 0
    }
}

/// A chunk as ``ChunkReader`` wants it, for those who read no ``ChunkTable``.
struct PaddedChunk: ~Copyable {
    private var bytes = Buffer<UInt8>(capacity: 1 << 6)

    /// The chunk with a space at either end and its ASCII capitals made small; right until the next call.
    mutating func read(
        _ p: UnsafePointer<UInt8>, _ count: Int
    ) -> (start: UnsafePointer<UInt8>, count: Int) {
        bytes.removeAll()
        bytes.reserve(count + 10)
        bytes.append(0x20)
        for i in 0..<count { bytes.append(p[i] &+ (p[i] &- 0x41 < 26 ? 0x20 : 0)) }
        for _ in 0..<9 { bytes.append(0x20) }
        return (UnsafePointer(bytes.base), count + 2)
    }
}
