/// Finds the columns of terms.
final class TermLookUp: @unchecked Sendable {
    struct Slot {
        var key: UInt64
        /// The column plus one; 0 where the slot is free.
        var column: Int32
    }

    // Written in `init` only, which is what makes sharing safe.
    private let slots: ZeroedTable<Slot>
    private let names: [UInt8]
    private let ranges: [Vocabulary.NameRange]

    init(keys: [UInt64], names: [UInt8], ranges: [Vocabulary.NameRange]) {
        self.names = names
        self.ranges = ranges
        slots = ZeroedTable(capacity: ZeroedTable<Slot>.capacity(for: keys.count))
        for (column, key) in keys.enumerated() {
            var slot = slots.start(key)
            while slots[slot].column > 0 { slot = slots.next(slot) }
            slots[slot] = Slot(key: key, column: Int32(column + 1))
        }
    }

    /// Reads what a look-up of the key reads first, so that it is near by then.
    @inline(__always)
    func touched(_ key: UInt64) -> UInt64 { slots[slots.start(key)].key }

    /// The column of a term, or -1 where it has none; `isNamed` compares names where keys do not do.
    @inline(__always)
    func column(_ key: UInt64, isNamed: (UnsafeBufferPointer<UInt8>) -> Bool) -> Int32 {
        var slot = slots.start(key)
        while slots[slot].column > 0 {
            if slots[slot].key == key {
                let column = slots[slot].column - 1
                if TermKey.isExact(key) || withName(of: Int(column), isNamed) { return column }
            }
            slot = slots.next(slot)
        }
        return -1
    }

    @inline(__always)
    private func withName(
        of column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Bool
    ) -> Bool {
        names.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[ranges[column].start..<ranges[column].end]))
        }
    }

    /// The column of the term with these bytes, or -1.
    @inline(__always)
    func column(_ key: UInt64, _ p: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
        column(key) { name in
            guard name.count == count else { return false }
            for i in 0..<count where name[i] != p[i] { return false }
            return true
        }
    }
}
