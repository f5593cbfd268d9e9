import CaucusMatrix

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

    /// An open-addressed table; a slot is found by what `mix` makes of its key.
    private struct Slots: ~Copyable {
        let base: UnsafeMutablePointer<Slot>
        let mask: Int

        init(capacity: Int) {
            base = .roomy(capacity: capacity)
            base.initialize(repeating: Slot(), count: capacity)
            mask = capacity - 1
        }

        deinit { base.deallocate() }

        @inline(__always)
        func start(_ key: UInt64) -> Int { Int(truncatingIfNeeded: TermKey.mix(key)) & mask }

        @inline(__always)
        func next(_ slot: Int) -> Int { (slot &+ 1) & mask }

        @inline(__always)
        subscript(slot: Int) -> Slot { base[slot] }

        func isFull(_ count: Int) -> Bool { count * 4 > (mask + 1) * 3 }
    }

    /// By key: runs of characters, and words.
    private var slots: Slots
    /// By head and last word: n-grams of words.
    private var pairs: Slots
    private var pairCount = 0
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
        while capacity * 3 < expected * 4 { capacity *= 2 }
        slots = Slots(capacity: capacity)
        pairs = Slots(capacity: capacity)
    }

    /// Reads the slot of a key, so that it is near when it is asked for; what is read means nothing.
    @inline(__always)
    func touched(_ key: UInt64) -> UInt64 { slots[slots.start(key)].key }

    /// The same for ``term(head:word:)``.
    @inline(__always)
    func touched(head: Int32, word: Int32) -> UInt64 {
        pairs[pairs.start(Self.pair(head, word))].key
    }

    @inline(__always)
    private static func pair(_ head: Int32, _ word: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: head)) << 32 | UInt64(UInt32(bitPattern: word))
    }

    /// The term of that name.
    @inline(__always)
    mutating func term(_ key: UInt64, _ p: UnsafePointer<UInt8>, _ length: Int) -> Int32 {
        var slot = slots.start(key)
        while slots[slot].term >= 0 {
            if slots[slot].key == key {
                let term = slots[slot].term
                if TermKey.isExact(key) || isNamed(Int(term), p, length) { return term }
            }
            slot = slots.next(slot)
        }
        return insert(key, p, length, slot: slot)
    }

    /// The term made of `head`, an n-gram of words, and one more `word`.
    @inline(__always)
    mutating func term(head: Int32, word: Int32) -> Int32 {
        let pair = Self.pair(head, word)
        var slot = pairs.start(pair)
        while pairs[slot].term >= 0 {
            if pairs[slot].key == pair { return pairs[slot].term }
            slot = pairs.next(slot)
        }
        return insert(pair, slot: slot)
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
    private mutating func insert(
        _ key: UInt64, _ p: UnsafePointer<UInt8>, _ length: Int, slot: Int
    ) -> Int32 {
        var detail: UInt64 = 0
        if !TermKey.isExact(key) {
            detail = UInt64(names.count)
            withUnsafeBytes(of: length) { for byte in $0 { names.append(byte) } }
            names.append(p, length)
        }
        let term = append(key, detail: detail)
        slots.base[slot] = Slot(key: key, term: term)
        if slots.isFull(count - pairCount) { growSlots() }
        return term
    }

    @inline(never)
    private mutating func insert(_ pair: UInt64, slot: Int) -> Int32 {
        let key = TermKey.key(
            head: keys[Int(pair >> 32)], word: keys[Int(pair & 0xFFFF_FFFF)])
        let term = append(key, detail: pair)
        pairCount += 1
        pairs.base[slot] = Slot(key: pair, term: term)
        if pairs.isFull(pairCount) { growPairs() }
        return term
    }

    private mutating func append(_ key: UInt64, detail: UInt64) -> Int32 {
        precondition(count < Int(Int32.max), "more distinct terms than 2³¹")
        keys.append(key)
        details.append(detail)
        uses.append(Use())
        return Int32(count - 1)
    }

    private mutating func growSlots() {
        slots = Slots(capacity: (slots.mask + 1) * 2)
        for term in 0..<count where TermKey.kind(keys[term]) != .words {
            var slot = slots.start(keys[term])
            while slots[slot].term >= 0 { slot = slots.next(slot) }
            slots.base[slot] = Slot(key: keys[term], term: Int32(term))
        }
    }

    private mutating func growPairs() {
        pairs = Slots(capacity: (pairs.mask + 1) * 2)
        for term in 0..<count where TermKey.kind(keys[term]) == .words {
            var slot = pairs.start(details[term])
            while pairs[slot].term >= 0 { slot = pairs.next(slot) }
            pairs.base[slot] = Slot(key: details[term], term: Int32(term))
        }
    }
}
