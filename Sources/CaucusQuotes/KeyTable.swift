/// A map from keys of names to entities.
///
/// The keys are hashes of words that anybody may write, so that a number drawn once a run decides which
/// of them meet; the answers do not depend on it.
struct KeyTable {
    private var slots: [(key: UInt64, value: Int32)] = []
    private var count = 0

    private let secret = Self.drawn

    private static let drawn = UInt64.random(in: .min ... .max)
    private static let empty: Int32 = -1

    /// The value of `key`, or `nil`.
    subscript(key: UInt64) -> Int32? {
        guard !slots.isEmpty else { return nil }
        let found = slots[slot(of: key)].value
        return found == Self.empty ? nil : found
    }

    /// Gives `key` a value, which is not negative, and returns the one it had.
    @discardableResult
    mutating func updateValue(_ value: Int32, forKey key: UInt64) -> Int32? {
        if 2 * count >= slots.count { grow() }
        let slot = slot(of: key)
        let before = slots[slot].value
        slots[slot] = (key, value)
        if before == Self.empty { count += 1 }
        return before == Self.empty ? nil : before
    }

    /// Where `key` stands, or the free slot that it would take.
    private func slot(of key: UInt64) -> Int {
        let product = (key ^ secret).multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: product.high ^ product.low) & mask
        while slots[slot].value != Self.empty, slots[slot].key != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: (0, Self.empty), count: max(16, 2 * old.count))
        for entry in old where entry.value != Self.empty { slots[slot(of: entry.key)] = entry }
    }
}
