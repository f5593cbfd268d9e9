/// A fixed set of words by their folded keys, for lists that every word of a text is held against.
///
/// A table as ``HashTable`` is one, but of keys alone and with its look-up in the room that asks: most words are in
/// no list, and the first slot says so.
@usableFromInline
package struct KeySet: Sendable {
    /// The keys by open addressing, 0 where none is; a fourth of them is taken at most.
    @usableFromInline let slots: [UInt64]
    @usableFromInline let shift: UInt64

    /// The words of a list that is parted by spaces and line breaks.
    package init(_ words: String) {
        self.init(keys: words.split { $0 == " " || $0 == "\n" }.map { LetterFolding.key(of: $0) })
    }

    /// The words with these keys.
    package init(keys: some Collection<UInt64>) {
        var capacity = 16
        while capacity < 4 * (keys.count + 1) { capacity *= 2 }
        var slots = [UInt64](repeating: 0, count: capacity)
        shift = UInt64(64 - capacity.trailingZeroBitCount)
        for key in keys where key != 0 {
            var slot = Self.start(key, shift)
            while slots[slot] != 0, slots[slot] != key { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = key
        }
        self.slots = slots
    }

    /// The slot where the search for a key begins (``HashTable``).
    @inlinable @inline(__always)
    static func start(_ key: UInt64, _ shift: UInt64) -> Int {
        Int(truncatingIfNeeded: ((key ^ key &>> 29) &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    }

    /// Whether the word with `key` is one of them.
    @inlinable @inline(__always)
    package func contains(_ key: UInt64) -> Bool {
        slots.withUnsafeBufferPointer { slots in
            var slot = Self.start(key, shift)
            while slots[slot] != 0 {
                if slots[slot] == key { return true }
                slot = (slot &+ 1) & (slots.count &- 1)
            }
            return false
        }
    }
}
