import CaucusMatrix

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

        @inline(__always)
        init(_ start: UnsafePointer<UInt8>, _ count: Int) {
            self.start = start
            self.count = count
            var head: UInt64 = 0
            if count >= 8 {
                head = UnsafeRawPointer(start).loadUnaligned(as: UInt64.self)
                hash = TermKey.hash(start, count)
            } else {
                for i in 0..<count { head |= UInt64(start[i]) << (8 * UInt64(i)) }
                hash = TermKey.mix(head ^ UInt64(count) << 56)
            }
            self.head = head
        }
    }

    /// A chunk of up to eight bytes is told by head and length, a longer one by its bytes.
    private struct Slot {
        var head: UInt64 = 0
        var length: UInt32 = 0
        var chunk: Int32 = -1
    }

    private(set) var count = 0
    private var slots: UnsafeMutablePointer<Slot>
    private var mask: Int
    private var bytes = Buffer<UInt8>(capacity: 1 << 12)
    private var starts = Buffer<Int>(capacity: 1 << 10)

    init(expected: Int = 256) {
        var capacity = 512
        while capacity < 2 * expected { capacity *= 2 }
        mask = capacity - 1
        slots = .roomy(capacity: capacity)
        slots.initialize(repeating: Slot(), count: capacity)
        starts.append(0)
    }

    deinit { slots.deallocate() }

    /// Reads the slot of a chunk, so that it is near when it is asked for.
    @inline(__always)
    func touched(_ found: Found) -> UInt64 {
        slots[Int(truncatingIfNeeded: found.hash) & mask].head
    }

    /// The number of the chunk, its first sight giving it the next one.
    @inline(__always)
    mutating func number(of found: Found) -> Int {
        var slot = Int(truncatingIfNeeded: found.hash) & mask
        let length = UInt32(truncatingIfNeeded: found.count)
        while slots[slot].chunk >= 0 {
            let known = slots[slot]
            if known.head == found.head, known.length == length,
                found.count <= 8 || isEqual(Int(known.chunk), found)
            {
                return Int(known.chunk)
            }
            slot = (slot &+ 1) & mask
        }
        return insert(found, slot: slot)
    }

    private func isEqual(_ chunk: Int, _ found: Found) -> Bool {
        let start = starts[chunk]
        guard starts[chunk + 1] - start == found.count else { return false }
        let known = bytes.base + start
        for i in 8..<found.count where found.start[i] != known[i] { return false }
        return true
    }

    @inline(never)
    private mutating func insert(_ found: Found, slot: Int) -> Int {
        precondition(count < Int(Int32.max) - 1, "more distinct chunks than 2³¹")
        bytes.append(found.start, found.count)
        starts.append(bytes.count)
        slots[slot] = Slot(
            head: found.head, length: UInt32(truncatingIfNeeded: found.count),
            chunk: Int32(count))
        count += 1
        if count * 2 > mask { grow() }
        return count - 1
    }

    private mutating func grow() {
        let capacity = (mask + 1) * 2
        slots.deallocate()
        slots = .roomy(capacity: capacity)
        slots.initialize(repeating: Slot(), count: capacity)
        mask = capacity - 1
        for chunk in 0..<count {
            let found = Found(bytes.base + starts[chunk], starts[chunk + 1] - starts[chunk])
            var slot = Int(truncatingIfNeeded: found.hash) & mask
            while slots[slot].chunk >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Slot(
                head: found.head, length: UInt32(truncatingIfNeeded: found.count),
                chunk: Int32(chunk))
        }
    }
}

/// Calls `body` with each chunk of `text`.
@inline(__always)
func forEachChunk(
    of text: UnsafeBufferPointer<UInt8>, _ body: (UnsafePointer<UInt8>, Int) -> Void
) {
    guard let base = text.baseAddress else { return }
    Lettering.spaceClasses.withUnsafeBufferPointer { classes in
        var i = 0
        var start = 0
        let count = text.count
        while i < count {
            let kind = classes[Int(base[i])]
            if kind == 0 {
                i += 1
                continue
            }
            let space = kind == 1 ? 1 : Lettering.space(at: base + i, count: count - i)
            if space == 0 {
                i += 1
                continue
            }
            if i > start { body(base + start, i - start) }
            i += space
            start = i
        }
        if count > start { body(base + start, count - start) }
    }
}
