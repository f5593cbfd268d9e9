@_spi(HashTable) import CaucusText

/// The distinct chunks of a text, a chunk being what stands between two runs of white space.
///
/// Terms never cross white space (words are joined later), and English repeats its chunks: to find
/// the terms of each distinct chunk once, and to remember them, saves nine tenths of the work.
struct ChunkTable: ~Copyable {
    /// A chunk as it was found: where, how long, and what it is looked up by.
    struct Found {
        var start: UnsafePointer<UInt8>
        var count: Int
        /// The bytes and their number where there are up to seven, else a hash with its highest bit set.
        var key: UInt64

        /// - Precondition: eight bytes can be read from `start` on, whatever they are.
        @inline(__always)
        init(_ start: UnsafePointer<UInt8>, _ count: Int) {
            self.start = start
            self.count = count
            key =
                count < 8
                ? TermKey.eightBytes(at: start) & TermKey.mask(count) | UInt64(count) << 56
                : TermKey.hash(start, count) | 1 << 63
        }

        /// Whether the key holds all bytes.
        @inline(__always)
        var isExact: Bool { count < 8 }
    }

    private(set) var count = 0
    private var numbers: HashTable<Int32>
    private var bytes = Buffer<UInt8>(capacity: 1 << 12)
    private var starts = Buffer<Int>(capacity: 1 << 10)

    /// How many bytes the distinct chunks have.
    var byteCount: Int { bytes.count }

    init(expected: Int = 256) {
        numbers = HashTable(expected: expected)
        starts.append(0)
    }

    /// The bytes of a chunk with a space at either end, eight of whatever following them.
    @inline(__always)
    func padded(_ chunk: Int) -> (start: UnsafePointer<UInt8>, count: Int) {
        let start = starts[chunk]
        return (UnsafePointer(bytes.base + start), starts[chunk + 1] - start)
    }

    /// Reads the slot of a chunk, so that it is near when it is asked for.
    @inline(__always)
    func touched(_ found: Found) -> UInt64 { numbers.touch(found.key) }

    /// The number of the chunk, its first sight giving it the next one.
    @inline(__always)
    mutating func number(of found: Found) -> Int {
        let known = numbers.value(of: found.key) { found.isExact || isEqual(Int($0), found) }
        return known.map(Int.init) ?? insert(found)
    }

    private func isEqual(_ chunk: Int, _ found: Found) -> Bool {
        let (start, count) = padded(chunk)
        guard count == found.count + 2 else { return false }
        for i in 0..<found.count where found.start[i] != start[i + 1] { return false }
        return true
    }

    @inline(never)
    private mutating func insert(_ found: Found) -> Int {
        precondition(count < Int(Int32.max) - 1, "more distinct chunks than 2³¹")
        bytes.reserve(bytes.count + found.count + 10)
        bytes.append(0x20)
        bytes.append(found.start, found.count)
        bytes.append(0x20)
        starts.append(bytes.count)
        numbers.add(Int32(count), toKey: found.key)
        count += 1
        return count - 1
    }
}
