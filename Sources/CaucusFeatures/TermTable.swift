@_spi(HashTable) import CaucusText

/// Every distinct term of the passages a vectorizer is fitted to.
struct TermTable: ~Copyable {
    /// Terms by key: runs of characters, and words.
    private var terms: HashTable<Int32>
    /// N-grams of words by head and last word; below 0 a pair seen once, -1 minus its place.
    private var pairs: HashTable<Int32>
    private var names = Buffer<UInt8>()
    /// The key of each term.
    private(set) var keys = Buffer<UInt64>(capacity: 1 << 12)
    /// What settles a tie: nothing for exact keys, the place of the name in `names` for long terms,
    /// head and last word for n-grams of words.
    private var details = Buffer<UInt64>(capacity: 1 << 12)

    /// The number of distinct terms.
    var count: Int { keys.count }

    init(expected: Int, pairs expectedPairs: Int) {
        terms = HashTable(expected: expected)
        pairs = HashTable(expected: expectedPairs)
    }

    /// Reads the slot of a key, so that it is near when it is asked for; what is read means nothing.
    @inline(__always)
    func touched(_ key: UInt64) -> UInt64 { terms.touch(key) }

    /// The same for ``term(head:word:)``.
    @inline(__always)
    func touched(head: Int32, word: Int32) -> UInt64 { pairs.touch(Self.pair(head, word)) }

    /// Head and last word as one number that is not 0.
    @inline(__always)
    private static func pair(_ head: Int32, _ word: Int32) -> UInt64 {
        1 << 63 | UInt64(UInt32(bitPattern: head)) << 32 | UInt64(UInt32(bitPattern: word))
    }

    /// The head and the last word of a pair.
    private static func parts(_ pair: UInt64) -> (head: Int, word: Int) {
        (Int(pair >> 32 & 0x7FFF_FFFF), Int(pair & 0xFFFF_FFFF))
    }

    /// The term of that name.
    @inline(__always)
    mutating func term(_ key: UInt64, _ p: UnsafePointer<UInt8>, _ length: Int) -> Int32 {
        let known = terms.value(of: key) { term in
            TermKey.isExact(key) || isNamed(Int(term), p, length)
        }
        return known ?? insert(key, p, length)
    }

    /// The term made of `head`, an n-gram of words, and one more `word`.
    @inline(__always)
    mutating func term(head: Int32, word: Int32) -> Int32 {
        let pair = Self.pair(head, word)
        if let known = pairs[pair] { return known }
        let term = append(pair: pair)
        pairs.add(term, toKey: pair)
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
        guard let known = pairs.value(of: pair, orAdd: -1 - place) else { return (-1, -1) }
        guard known < 0 else { return (known, -1) }
        let term = append(pair: pair)
        pairs.updateValue(term, forKey: pair)
        return (term, -1 - known)
    }

    private func isNamed(_ term: Int, _ p: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        let name = storedName(at: details[term])
        guard name.count == length else { return false }
        for i in 0..<length where p[i] != name[i] { return false }
        return true
    }

    @inline(never)
    private mutating func insert(
        _ key: UInt64, _ p: UnsafePointer<UInt8>, _ length: Int
    ) -> Int32 {
        var detail: UInt64 = 0
        if !TermKey.isExact(key) {
            detail = UInt64(names.count)
            withUnsafeBytes(of: length) { for byte in $0 { names.append(byte) } }
            names.append(p, length)
        }
        let term = append(key, detail: detail)
        terms.add(term, toKey: key)
        return term
    }

    @inline(never)
    private mutating func append(pair: UInt64) -> Int32 {
        let (head, word) = Self.parts(pair)
        return append(TermKey.key(head: keys[head], word: keys[word]), detail: pair)
    }

    @inline(__always)
    private mutating func append(_ key: UInt64, detail: UInt64) -> Int32 {
        precondition(count < Int(Int32.max) - 1, "more distinct terms than 2³¹")
        keys.append(key)
        details.append(detail)
        return Int32(count - 1)
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
            let (head, word) = Self.parts(details[term])
            appendName(of: head, to: &result)
            result.append(0x20)
            appendName(of: word, to: &result)
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
                let (head, word) = Self.parts(other.details[term])
                place = self.term(head: places[head], word: places[word])
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
