/// The distinct chunks of a text, a chunk being what stands between two runs of white space.
///
/// Terms never cross white space (words are joined later), and English repeats its chunks: to find
/// the terms of each distinct chunk once, and to remember them, saves nine tenths of the work.
struct ChunkTable: ~Copyable {
    private(set) var count = 0
    private var slots: UnsafeMutablePointer<UInt64>
    private var mask: Int
    private var bytes = Buffer<UInt8>(capacity: 1 << 12)
    private var starts = Buffer<Int>(capacity: 1 << 10)

    init(expected: Int = 256) {
        var capacity = 512
        while capacity < 2 * expected { capacity *= 2 }
        mask = capacity - 1
        slots = .allocate(capacity: capacity)
        slots.initialize(repeating: 0, count: capacity)
        starts.append(0)
    }

    deinit { slots.deallocate() }

    /// The number of the chunk, its first sight giving it the next one.
    @inline(__always)
    mutating func number(of p: UnsafePointer<UInt8>, _ length: Int, hash: UInt64) -> Int {
        let tag = hash & 0xFFFF_FFFF_0000_0000
        var slot = Int(truncatingIfNeeded: hash >> 20) & mask
        while true {
            let entry = slots[slot]
            if entry == 0 { break }
            if entry & 0xFFFF_FFFF_0000_0000 == tag {
                let id = Int(entry & 0xFFFF_FFFF) - 1
                if isEqual(id, p, length) { return id }
            }
            slot = (slot + 1) & mask
        }
        return insert(p, length, hash: hash, slot: slot)
    }

    @inline(__always)
    private func isEqual(_ id: Int, _ p: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        let start = starts[id]
        guard starts[id + 1] - start == length else { return false }
        let q = bytes.base + start
        var i = 0
        while i + 8 <= length {
            let a = UnsafeRawPointer(p + i).loadUnaligned(as: UInt64.self)
            let b = UnsafeRawPointer(q + i).loadUnaligned(as: UInt64.self)
            if a != b { return false }
            i += 8
        }
        while i < length {
            if p[i] != q[i] { return false }
            i += 1
        }
        return true
    }

    @inline(never)
    private mutating func insert(
        _ p: UnsafePointer<UInt8>, _ length: Int, hash: UInt64, slot: Int
    ) -> Int {
        precondition(count < Int(UInt32.max) - 1, "more distinct chunks than 2³²")
        bytes.append(p, length)
        starts.append(bytes.count)
        count += 1
        slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(count)
        if count * 2 > mask { grow() }
        return count - 1
    }

    private mutating func grow() {
        let old = slots
        let oldCapacity = mask + 1
        let capacity = oldCapacity * 2
        slots = .allocate(capacity: capacity)
        slots.initialize(repeating: 0, count: capacity)
        mask = capacity - 1
        for i in 0..<oldCapacity where old[i] != 0 {
            let id = Int(old[i] & 0xFFFF_FFFF) - 1
            let hash = Self.hash(bytes.base + starts[id], starts[id + 1] - starts[id])
            var slot = Int(truncatingIfNeeded: hash >> 20) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = old[i]
        }
        old.deallocate()
    }

    /// The hash that ``number(of:_:hash:)`` wants.
    @inline(__always)
    static func hash(_ p: UnsafePointer<UInt8>, _ count: Int) -> UInt64 { TermKey.hash(p, count) }
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
