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
    /// the lower-case chunk with a space at either end. The pointers stay right until `end` returns.
    @inline(__always)
    mutating func read(
        _ p: UnsafePointer<UInt8>, _ count: Int,
        characters: (UInt64, UnsafePointer<UInt8>, Int, Int) -> Void,
        word: (UInt64, UnsafePointer<UInt8>, Int, Int) -> Void, end: () -> Void = {}
    ) {
        lower.removeAll(keepingCapacity: true)
        lower.append(0x20)
        Lettering.appendLowercase(UnsafeBufferPointer(start: p, count: count), to: &lower)
        lower.append(0x20)
        let isASCII = lower.allSatisfy { $0 < 0x80 }
        if longest > 0, !isASCII || longest > 7 { findBoundaries() }
        lower.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            if longest > 0, isASCII, longest <= 7 {
                packed(base, bytes.count, characters)
            } else if longest > 0 {
                unpacked(base, characters)
            }
            if words { forEachWord(base, bytes.count, word) }
            end()
        }
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
            var key: UInt64 = 0
            for n in 1...min(longest, count - start) {
                key |= UInt64(b[start + n - 1]) << (8 * UInt64(n - 1))
                if n >= shortest {
                    body(TermKey.exact(.characters, packed: key, count: n), b + start, n, start)
                }
            }
        }
    }

    /// Runs of scalars, whatever their length in bytes.
    @inline(never)
    private func unpacked(
        _ b: UnsafePointer<UInt8>, _ body: (UInt64, UnsafePointer<UInt8>, Int, Int) -> Void
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

    private mutating func findBoundaries() {
        boundaries.removeAll(keepingCapacity: true)
        for (i, byte) in lower.enumerated() where byte & 0xC0 != 0x80 { boundaries.append(i) }
        boundaries.append(lower.count)
    }

    /// Runs of at least two word characters.
    @inline(__always)
    private func forEachWord(
        _ b: UnsafePointer<UInt8>, _ count: Int,
        _ body: (UInt64, UnsafePointer<UInt8>, Int, Int) -> Void
    ) {
        var i = 0
        while i < count {
            let start = i
            var letters = 0
            while i < count {
                let (value, length) = Lettering.scalar(at: b + i, count: count - i)
                guard Lettering.isWord(value) else { break }
                i += length
                letters += 1
            }
            if letters >= 2 {
                let key = TermKey.key(.word, b + start, i - start)
                body(key, b + start, i - start, start)
            }
            if i < count { i += Lettering.scalar(at: b + i, count: count - i).length }
        }
    }
}
