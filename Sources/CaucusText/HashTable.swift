/// A map from keys that are hashes already, by open addressing: a key itself says where to look.
///
/// Every word of a text is held against several lists, and every feature against a vocabulary, by keys that are
/// hashes. A `Dictionary` hashes a key anew at each look-up; here a product and a probe do. 0 marks a free slot, so
/// that nothing is kept under the key 0.
///
/// Look-ups are inlined into the room that asks, which Swift 6.3 does for `public` declarations alone: as `package`
/// ones they stayed generic calls, and `caucus extract` took 59 % longer. `@_spi` keeps the table from the library's
/// users: a room that wants it writes `@_spi(HashTable) import CaucusText`.
@_spi(HashTable)
public struct HashTable<Value: BitwiseCopyable & Sendable>: Sendable {
    @usableFromInline
    struct Slot: BitwiseCopyable, Sendable {
        @usableFromInline var key: UInt64
        @usableFromInline var value: Value

        @inlinable
        init(key: UInt64, value: Value) {
            self.key = key
            self.value = value
        }
    }

    @usableFromInline var slots: [Slot]
    /// What spreads the keys: odd.
    @usableFromInline let multiplier: UInt64
    /// By how much the product of key and multiplier is shifted to be the number of a slot.
    @usableFromInline var shift: UInt64
    /// How many slots there are at least for each value.
    @usableFromInline let room: Int
    @usableFromInline var taken = 0

    /// How many keys have a value.
    public var count: Int { taken }

    /// A table without values.
    ///
    /// - Parameters:
    ///   - expected: how many values there will be about.
    ///   - room: how many slots there are at least for each value, 2 or more: the more there are, the sooner a
    ///     look-up ends that finds nothing.
    ///   - isSecret: whether a number that is drawn once a run decides where keys stand: for keys of words that
    ///     anybody may write, who could choose them so that each look-up walks over all.
    @inlinable
    public init(expected: Int = 0, room: Int = 2, isSecret: Bool = false) {
        self.room = max(room, 2)
        multiplier = isSecret ? Multiplier.drawn : Multiplier.plain
        var capacity = 16
        while capacity < self.room * (expected + 1) { capacity *= 2 }
        slots = Self.free(capacity)
        shift = UInt64(64 - capacity.trailingZeroBitCount)
    }

    /// The table of `contents`.
    @inlinable
    public init(_ contents: [UInt64: Value], room: Int = 2) {
        self.init(expected: contents.count, room: room)
        for (key, value) in contents { updateValue(value, forKey: key) }
    }

    /// Slots of zeros; the value of a free one is never read.
    @inlinable
    static func free(_ capacity: Int) -> [Slot] {
        [Slot](unsafeUninitializedCapacity: capacity) { slots, count in
            UnsafeMutableRawBufferPointer(slots).initializeMemory(as: UInt8.self, repeating: 0)
            count = capacity
        }
    }

    /// The slot where the search for a key begins.
    ///
    /// Low bits are the good ones of a hash that multiplies last. The shift gives the high ones a say in them, and
    /// the product puts all of them into its own high bits.
    @inlinable @inline(__always)
    func start(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: ((key ^ key &>> 29) &* multiplier) &>> shift)
    }

    /// The slot of `key`, or the free one that it would take.
    @inlinable @inline(__always)
    func slot(of key: UInt64) -> Int {
        slots.withUnsafeBufferPointer { slots in
            var slot = start(key)
            while slots[slot].key != 0, slots[slot].key != key {
                slot = (slot &+ 1) & (slots.count &- 1)
            }
            return slot
        }
    }

    /// The value of `key`, or `nil`.
    ///
    /// - Complexity: a probe or two.
    @inlinable
    public subscript(key: UInt64) -> Value? {
        @inline(__always)
        get {
            slots.withUnsafeBufferPointer { slots in
                var slot = start(key)
                while slots[slot].key != 0 {
                    if slots[slot].key == key { return slots[slot].value }
                    slot = (slot &+ 1) & (slots.count &- 1)
                }
                return nil
            }
        }
    }

    /// Whether `key` has a value.
    @inlinable @inline(__always)
    public func contains(_ key: UInt64) -> Bool { self[key] != nil }

    /// Gives `key` a value, and returns the one it had; the key 0 takes none.
    @discardableResult
    @inlinable
    public mutating func updateValue(_ value: Value, forKey key: UInt64) -> Value? {
        guard key != 0 else { return nil }
        let slot = slot(of: key)
        guard slots[slot].key == key else {
            take(slot, Slot(key: key, value: value))
            return nil
        }
        let before = slots[slot].value
        slots[slot].value = value
        return before
    }

    /// The value of `key`, which is not 0; where it has none, it is given `value`, and the answer is `nil`.
    @inlinable @inline(__always)
    public mutating func value(of key: UInt64, orAdd value: Value) -> Value? {
        let slot = slot(of: key)
        if slots[slot].key == key { return slots[slot].value }
        take(slot, Slot(key: key, value: value))
        return nil
    }

    @inlinable @inline(__always)
    mutating func take(_ slot: Int, _ entry: Slot) {
        slots[slot] = entry
        taken += 1
        if (taken + 1) * room > slots.count { grow() }
    }

    @inlinable @inline(never)
    mutating func grow() {
        let old = slots
        slots = Self.free(2 * old.count)
        shift -= 1
        taken = 0
        for entry in old where entry.key != 0 { add(entry.value, toKey: entry.key) }
    }

    /// The first value of `key` that `isWanted` takes, or `nil`: for keys that may have several (``add(_:toKey:)``).
    @inlinable @inline(__always)
    public func value(of key: UInt64, where isWanted: (Value) -> Bool) -> Value? {
        slots.withUnsafeBufferPointer { slots in
            var slot = start(key)
            while slots[slot].key != 0 {
                if slots[slot].key == key, isWanted(slots[slot].value) {
                    return slots[slot].value
                }
                slot = (slot &+ 1) & (slots.count &- 1)
            }
            return nil
        }
    }

    /// Gives `key`, which is not 0, one more value.
    @inlinable
    public mutating func add(_ value: Value, toKey key: UInt64) {
        let slot = slots.withUnsafeBufferPointer { slots in
            var slot = start(key)
            while slots[slot].key != 0 { slot = (slot &+ 1) & (slots.count &- 1) }
            return slot
        }
        take(slot, Slot(key: key, value: value))
    }

    /// Slots of a table that is emptied often.
    @usableFromInline static var small: Int { 1 << 10 }

    /// Takes all values away. A table that has grown is made small again, so that emptying it stays cheap.
    ///
    /// - Complexity: O(slots), at most those of a small table.
    @inlinable
    public mutating func removeAll() {
        guard taken > 0 else { return }
        taken = 0
        guard slots.count <= Self.small else {
            slots = Self.free(Self.small)
            shift = UInt64(64 - Self.small.trailingZeroBitCount)
            return
        }
        _ = slots.withUnsafeMutableBytes { $0.initializeMemory(as: UInt8.self, repeating: 0) }
    }

    /// Reads where the search for a key begins, so that it is near when it is asked for; what it gives means nothing.
    @inlinable @inline(__always)
    public func touch(_ key: UInt64) -> UInt64 {
        slots.withUnsafeBufferPointer { $0[start(key)].key }
    }

    /// All keys with their values, in an order that means nothing.
    public var contents: [(key: UInt64, value: Value)] {
        slots.filter { $0.key != 0 }.map { ($0.key, $0.value) }
    }
}

@_spi(HashTable)
extension HashTable: Equatable where Value: Equatable {
    /// Whether the two have the same values under the same keys.
    ///
    /// - Complexity: O(1) for copies of one table, else O(values).
    public static func == (a: Self, b: Self) -> Bool {
        let isCopy = a.slots.withUnsafeBufferPointer { a in
            b.slots.withUnsafeBufferPointer { a.baseAddress == $0.baseAddress }
        }
        guard !isCopy else { return true }
        return a.count == b.count && a.contents.allSatisfy { b[$0.key] == $0.value }
    }
}

/// What spreads keys over slots.
@usableFromInline
enum Multiplier {
    /// 2⁶⁴ over the golden ratio (Knuth, volume 3, 6.4): neighbors go far apart.
    @usableFromInline static let plain: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// A random odd number puts any two keys into one slot with a chance of two in as many as there are slots
    /// (Dietzfelbinger and others 1997). No answer depends on it.
    @usableFromInline static let drawn = UInt64.random(in: .min ... .max) | 1
}
