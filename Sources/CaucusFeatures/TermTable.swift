/// Every distinct term of the passages a vectorizer is fitted to.
struct TermTable: ~Copyable {
    struct Slot {
        var key: UInt64
        /// The term plus one; 0 where the slot is free.
        var term: Int32
    }

    struct Pair {
        var key: UInt64
        /// The term plus one; 0 where the slot is free; below 0 a pair seen once, -1 minus its place.
        var term: Int32
    }

    /// By key: runs of characters, and words.
    private var slots: ZeroedTable<Slot>
    /// By head and last word: n-grams of words.
    private var pairs: ZeroedTable<Pair>
    /// How many slots of `pairs` are taken, and how many of them by terms.
    private var (pairSlots, pairTerms) = (0, 0)
    private var names = Buffer<UInt8>()
    /// The key of each term.
    private(set) var keys = Buffer<UInt64>(capacity: 1 << 12)
    /// What settles a tie: nothing for exact keys, the place of the name in `names` for long terms,
    /// head and last word for n-grams of words.
    private var details = Buffer<UInt64>(capacity: 1 << 12)

    /// The number of distinct terms.
    var count: Int { keys.count }

    init(expected: Int, pairs expectedPairs: Int) {
        slots = ZeroedTable(capacity: ZeroedTable<Slot>.capacity(for: expected))
        pairs = ZeroedTable(capacity: ZeroedTable<Pair>.capacity(for: expectedPairs))
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
        while slots[slot].term > 0 {
            if slots[slot].key == key {
                let term = slots[slot].term - 1
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
        while pairs[slot].term != 0 {
            if pairs[slot].key == pair { return pairs[slot].term - 1 }
            slot = pairs.next(slot)
        }
        let term = append(pair: pair)
        take(slot, Pair(key: pair, term: term + 1))
        return term
    }

    /// The same, but what is seen once becomes no term, and answers -1: most pairs are.
    ///
    /// At the second sight `first` is the `place` of the first one, else -1.
    @inline(__always)
    mutating func term(
        head: Int32, word: Int32, place: Int32
    ) -> (term: Int32, first: Int32) {
        let pair = Self.pair(head, word)
        var slot = pairs.start(pair)
        while pairs[slot].term != 0 {
            if pairs[slot].key == pair {
                let known = pairs[slot].term
                guard known < 0 else { return (known - 1, -1) }
                let term = append(pair: pair)
                pairs[slot] = Pair(key: pair, term: term + 1)
                return (term, -1 - known)
            }
            slot = pairs.next(slot)
        }
        take(slot, Pair(key: pair, term: -1 - place))
        return (-1, -1)
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
        slots[slot] = Slot(key: key, term: term + 1)
        if slots.isFull(count - pairTerms) { growSlots() }
        return term
    }

    @inline(never)
    private mutating func append(pair: UInt64) -> Int32 {
        pairTerms += 1
        let key = TermKey.key(head: keys[Int(pair >> 32)], word: keys[Int(pair & 0xFFFF_FFFF)])
        return append(key, detail: pair)
    }

    @inline(__always)
    private mutating func append(_ key: UInt64, detail: UInt64) -> Int32 {
        precondition(count < Int(Int32.max) - 1, "more distinct terms than 2³¹")
        keys.append(key)
        details.append(detail)
        return Int32(count - 1)
    }

    @inline(__always)
    private mutating func take(_ slot: Int, _ pair: Pair) {
        pairs[slot] = pair
        pairSlots += 1
        if pairs.isFull(pairSlots) { growPairs() }
    }

    @inline(never)
    private mutating func growSlots() {
        slots = ZeroedTable(capacity: (slots.mask + 1) * 2)
        for term in 0..<count where TermKey.kind(keys[term]) != .words {
            var slot = slots.start(keys[term])
            while slots[slot].term > 0 { slot = slots.next(slot) }
            slots[slot] = Slot(key: keys[term], term: Int32(term + 1))
        }
    }

    @inline(never)
    private mutating func growPairs() {
        let larger = ZeroedTable<Pair>(capacity: (pairs.mask + 1) * 2)
        for old in 0...pairs.mask where pairs[old].term != 0 {
            var slot = larger.start(pairs[old].key)
            while larger[slot].term != 0 { slot = larger.next(slot) }
            larger[slot] = pairs[old]
        }
        pairs = larger
    }
}

extension TermTable {
    /// The bytes of a term.
    func name(of term: Int) -> [UInt8] {
        var name = Buffer<UInt8>()
        appendName(of: term, to: &name)
        return name.array
    }

    /// A long name: its length in eight bytes, then its bytes.
    private func storedName(at detail: UInt64) -> UnsafeBufferPointer<UInt8> {
        let start = names.base + Int(detail)
        let length = UnsafeRawPointer(start).loadUnaligned(as: Int.self)
        return UnsafeBufferPointer(start: start + 8, count: length)
    }

    /// Appends the bytes of a term to `names`.
    func appendName(of term: Int, to result: inout Buffer<UInt8>) {
        let key = keys[term]
        if TermKey.isExact(key) {
            TermKey.appendBytes(key, to: &result)
        } else if TermKey.kind(key) == .words {
            appendName(of: Int(details[term] >> 32), to: &result)
            result.append(0x20)
            appendName(of: Int(details[term] & 0xFFFF_FFFF), to: &result)
        } else {
            let name = storedName(at: details[term])
            if let base = name.baseAddress { result.append(base, name.count) }
        }
    }

    /// Takes in the terms of `other`: for each of them, the term here.
    ///
    /// - Complexity: O(terms of `other`).
    mutating func absorb(_ other: borrowing TermTable) -> [Int32] {
        var places = [Int32](repeating: -1, count: other.count)
        var name = Buffer<UInt8>()
        for term in 0..<other.count {
            let key = other.keys[term]
            let place: Int32
            if TermKey.kind(key) == .words {
                // A term stands after those it is made of.
                let pair = other.details[term]
                place = self.term(
                    head: places[Int(pair >> 32)], word: places[Int(pair & 0xFFFF_FFFF)])
            } else {
                name.removeAll()
                other.appendName(of: term, to: &name)
                place = self.term(key, name.base, name.count)
            }
            places[term] = place
        }
        return places
    }
}
