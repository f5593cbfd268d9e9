/// Every distinct term of the passages a vectorizer is fitted to, and in how many of them it occurs.
struct TermTable: ~Copyable {
    /// In how many passages a term occurs, and which was the last.
    struct Use {
        var last: Int32 = -1
        var documents: Int32 = 0
    }

    private struct Slot {
        var key: UInt64 = 0
        var term: Int32 = -1
    }

    private var slots: UnsafeMutablePointer<Slot>
    private var mask: Int
    private var names = Buffer<UInt8>()
    /// The key of each term.
    private(set) var keys = Buffer<UInt64>(capacity: 1 << 12)
    /// What settles a tie: nothing for exact keys, the place of the name in `names` for long terms,
    /// head and last word for n-grams of words.
    private var details = Buffer<UInt64>(capacity: 1 << 12)
    /// In how many passages each term occurs.
    private(set) var uses = Buffer<Use>(capacity: 1 << 12)

    /// The number of distinct terms.
    var count: Int { keys.count }

    init(expected: Int) {
        var capacity = 1 << 12
        while capacity < 2 * expected { capacity *= 2 }
        mask = capacity - 1
        slots = .allocate(capacity: capacity)
        slots.initialize(repeating: Slot(), count: capacity)
    }

    deinit { slots.deallocate() }

    /// The term of that name.
    @inline(__always)
    mutating func term(_ key: UInt64, _ p: UnsafePointer<UInt8>, _ length: Int) -> Int32 {
        var slot = Int(truncatingIfNeeded: TermKey.mix(key)) & mask
        while slots[slot].term >= 0 {
            if slots[slot].key == key {
                let term = slots[slot].term
                if TermKey.isExact(key) || isNamed(Int(term), p, length) { return term }
            }
            slot = (slot + 1) & mask
        }
        if TermKey.isExact(key) { return insert(key, detail: 0, slot: slot) }
        let detail = UInt64(names.count)
        withUnsafeBytes(of: length) { for byte in $0 { names.append(byte) } }
        names.append(p, length)
        return insert(key, detail: detail, slot: slot)
    }

    /// The term made of `head`, an n-gram of words, and one more `word`.
    @inline(__always)
    mutating func term(head: Int32, word: Int32) -> Int32 {
        let key = TermKey.key(head: keys[Int(head)], word: keys[Int(word)])
        let detail = UInt64(UInt32(bitPattern: head)) << 32 | UInt64(UInt32(bitPattern: word))
        var slot = Int(truncatingIfNeeded: TermKey.mix(key)) & mask
        while slots[slot].term >= 0 {
            if slots[slot].key == key, details[Int(slots[slot].term)] == detail {
                return slots[slot].term
            }
            slot = (slot + 1) & mask
        }
        return insert(key, detail: detail, slot: slot)
    }

    /// The bytes of a term.
    func name(of term: Int) -> [UInt8] {
        let key = keys[term]
        if TermKey.isExact(key) { return TermKey.bytes(key) }
        let detail = details[term]
        if TermKey.kind(key) == .words {
            let head = name(of: Int(detail >> 32))
            return head + [0x20] + name(of: Int(detail & 0xFFFF_FFFF))
        }
        return Array(storedName(at: detail))
    }

    /// A long name: its length in eight bytes, then its bytes.
    private func storedName(at detail: UInt64) -> UnsafeBufferPointer<UInt8> {
        let start = names.base + Int(detail)
        let length = UnsafeRawPointer(start).loadUnaligned(as: Int.self)
        return UnsafeBufferPointer(start: start + 8, count: length)
    }

    /// Appends the bytes of a term to `names`.
    func appendName(of term: Int, to names: inout [UInt8]) {
        let key = keys[term]
        guard TermKey.isExact(key) else {
            names.append(contentsOf: name(of: term))
            return
        }
        for i in 0..<(key >> 56 & 7) { names.append(UInt8(truncatingIfNeeded: key >> (8 * i))) }
    }

    private func isNamed(_ term: Int, _ p: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        let name = storedName(at: details[term])
        guard name.count == length else { return false }
        for i in 0..<length where p[i] != name[i] { return false }
        return true
    }

    @inline(never)
    private mutating func insert(_ key: UInt64, detail: UInt64, slot: Int) -> Int32 {
        precondition(count < Int(Int32.max), "more distinct terms than 2³¹")
        let term = Int32(count)
        keys.append(key)
        details.append(detail)
        uses.append(Use())
        slots[slot] = Slot(key: key, term: term)
        if count * 2 > mask { grow() }
        return term
    }

    private mutating func grow() {
        let capacity = (mask + 1) * 2
        slots.deallocate()
        slots = .allocate(capacity: capacity)
        slots.initialize(repeating: Slot(), count: capacity)
        mask = capacity - 1
        for term in 0..<count {
            var slot = Int(truncatingIfNeeded: TermKey.mix(keys[term])) & mask
            while slots[slot].term >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Slot(key: keys[term], term: Int32(term))
        }
    }
}
