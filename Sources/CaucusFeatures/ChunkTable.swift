/// The distinct chunks of a text, a chunk being what stands between two runs of white space.
///
/// Terms never cross white space (words are joined later), and English repeats its chunks: to find
/// the terms of each distinct chunk once, and to remember them, saves nine tenths of the work.
struct ChunkTable: ~Copyable {
    /// A chunk as it was found: where, how long, and what it is looked up by.
    struct Found {
        var start: UnsafePointer<UInt8>
        var count: Int
        /// The first eight bytes, the first one lowest, and zeros.
        var head: UInt64
        var hash: UInt64

        /// - Precondition: eight bytes can be read from `start` on, whatever they are.
        @inline(__always)
        init(_ start: UnsafePointer<UInt8>, _ count: Int) {
            self.start = start
            self.count = count
            let first = TermKey.eightBytes(at: start)
            if count >= 8 {
                head = first
                hash = TermKey.hash(start, count)
            } else {
                head = first & TermKey.mask(count)
                hash = head ^ UInt64(count) << 56
            }
        }
    }

    /// A chunk of up to eight bytes is told by head and length, a longer one by its bytes.
    struct Slot {
        var head: UInt64
        var length: UInt32
        /// The number of the chunk plus one; 0 where the slot is free.
        var chunk: Int32
    }

    private(set) var count = 0
    private var slots: ZeroedTable<Slot>
    private var bytes = Buffer<UInt8>(capacity: 1 << 12)
    private var starts = Buffer<Int>(capacity: 1 << 10)

    /// How many bytes the distinct chunks have.
    var byteCount: Int { bytes.count }

    init(expected: Int = 256) {
        slots = ZeroedTable(capacity: ZeroedTable<Slot>.capacity(for: expected))
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
    func touched(_ found: Found) -> UInt64 { slots[slots.start(found.hash)].head }

    /// The number of the chunk, its first sight giving it the next one.
    @inline(__always)
    mutating func number(of found: Found) -> Int {
        var slot = slots.start(found.hash)
        let length = UInt32(truncatingIfNeeded: found.count)
        while slots[slot].chunk > 0 {
            let known = slots[slot]
            if known.head == found.head, known.length == length,
                found.count <= 8 || isEqual(Int(known.chunk) - 1, found)
            {
                return Int(known.chunk) - 1
            }
            slot = slots.next(slot)
        }
        return insert(found, slot: slot)
    }

    private func isEqual(_ chunk: Int, _ found: Found) -> Bool {
        let (start, count) = padded(chunk)
        guard count == found.count + 2 else { return false }
        for i in 8..<found.count where found.start[i] != start[i + 1] { return false }
        return true
    }

    @inline(never)
    private mutating func insert(_ found: Found, slot: Int) -> Int {
        precondition(count < Int(Int32.max) - 1, "more distinct chunks than 2³¹")
        bytes.reserve(bytes.count + found.count + 10)
        bytes.append(0x20)
        bytes.append(found.start, found.count)
        bytes.append(0x20)
        starts.append(bytes.count)
        count += 1
        slots[slot] = Slot(
            head: found.head, length: UInt32(truncatingIfNeeded: found.count),
            chunk: Int32(count))
        if slots.isFull(count) { grow() }
        return count - 1
    }

    private mutating func grow() {
        slots = ZeroedTable(capacity: (slots.mask + 1) * 2)
        for chunk in 0..<count {
            let (start, count) = padded(chunk)
            let found = Found(start + 1, count - 2)
            var slot = slots.start(found.hash)
            while slots[slot].chunk > 0 { slot = slots.next(slot) }
            slots[slot] = Slot(
                head: found.head, length: UInt32(truncatingIfNeeded: found.count),
                chunk: Int32(chunk + 1))
        }
    }
}
