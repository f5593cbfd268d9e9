/// A fixed set of words by their folded keys, for lists that every word of a text is held against.
///
/// A `Set` hashes a key anew at each look-up; the keys are hashes already, so that here they name their
/// place themselves.
package struct KeySet: Sendable {
    /// Slots by open addressing, at most a quarter of them used; 0 is an empty one.
    private let slots: [UInt64]

    /// The words of a list that is separated by spaces.
    package init(_ words: String) {
        self.init(keys: words.split(separator: " ").map { LetterFolding.key(of: $0) })
    }

    /// The words with these keys.
    package init(keys: some Collection<UInt64>) {
        var size = 16
        while size < 4 * keys.count { size *= 2 }
        var slots = [UInt64](repeating: 0, count: size)
        for key in keys {
            var slot = Int(truncatingIfNeeded: key ^ (key >> 29)) & (size - 1)
            while slots[slot] != 0, slots[slot] != key { slot = (slot + 1) & (size - 1) }
            slots[slot] = key
        }
        self.slots = slots
    }

    /// Whether the word with `key` is one of them.
    package func contains(_ key: UInt64) -> Bool {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: key ^ (key >> 29)) & mask
        while slots[slot] != 0 {
            if slots[slot] == key { return true }
            slot = (slot + 1) & mask
        }
        return false
    }
}
