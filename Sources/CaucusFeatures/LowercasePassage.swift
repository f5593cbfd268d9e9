/// A passage with its ASCII capitals made small, and where its chunks stand.
///
/// Other capitals are left to ``ChunkReader``: they are rare, and their lower case may differ in length.
struct LowercasePassage: ~Copyable {
    private var bytes = Buffer<UInt8>(capacity: 1 << 10)
    private(set) var chunks = Buffer<ChunkTable.Found>(capacity: 1 << 6)

    /// Reads another passage and touches the slot of each chunk; what was read there means nothing.
    mutating func read(
        _ text: UnsafeBufferPointer<UInt8>, touching table: borrowing ChunkTable
    ) -> UInt64 {
        bytes.removeAll()
        chunks.removeAll()
        guard let source = text.baseAddress else { return 0 }
        // Whole words of eight bytes are read, and the longest chunk ends with eight more.
        bytes.reserve(text.count + 16)
        let target = bytes.base
        for i in 0..<text.count {
            let byte = source[i]
            target[i] = byte &+ (byte &- 0x41 < 26 ? 0x20 : 0)
        }
        for i in text.count..<(text.count + 16) { target[i] = 0x20 }
        var touched: UInt64 = 0
        forEachChunk(of: target, text.count) { p, count in
            let found = ChunkTable.Found(p, count)
            touched ^= table.touched(found)
            chunks.append(found)
        }
        return touched
    }
}

/// Calls `body` with each chunk of the `count` bytes at `base`.
///
/// - Precondition: eight bytes more can be read, whatever they are.
@inline(__always)
func forEachChunk(
    of base: UnsafePointer<UInt8>, _ count: Int, _ body: (UnsafePointer<UInt8>, Int) -> Void
) {
    var start = 0
    var i = 0
    while i < count {
        var stops = stops(at: base + i)
        while stops != 0 {
            let stop = i + stops.trailingZeroBitCount >> 3
            stops &= stops &- 1
            let length = Lettering.space(base[stop], at: base + stop, count: count - stop)
            // The later bytes of a wide space are stops too, and no spaces.
            guard length > 0, stop < count else { continue }
            if stop > start { body(base + start, stop - start) }
            start = stop + length
        }
        i += 8
    }
    if count > start { body(base + start, count - start) }
}

/// Of eight bytes, those that may be or begin white space: up to 0x20, or beyond ASCII. The highest bit
/// of each byte tells.
@inline(__always)
private func stops(at p: UnsafePointer<UInt8>) -> UInt64 {
    let (low, high): (UInt64, UInt64) = (0x7F7F_7F7F_7F7F_7F7F, 0x8080_8080_8080_8080)
    let bytes = TermKey.eightBytes(at: p)
    // No sum of two numbers below 0x80 carries into the next byte.
    let beyondSpace = (bytes & low) &+ 0x5F5F_5F5F_5F5F_5F5F
    return (~beyondSpace | bytes) & high
}
