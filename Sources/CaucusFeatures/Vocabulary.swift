import Foundation

/// The terms that became columns, in the order of their columns.
///
/// Columns stand by falling document frequency, terms of equal frequency by the hash of their name:
/// the order depends on the set of passages only, and the rows that training touches most lie
/// together in memory.
final class Vocabulary: Sendable {
    /// The names, one after the other.
    let names: [UInt8]
    /// Where each name starts in `names`, and, last, where the last one ends.
    let starts: [Int]
    /// The key of each term.
    let keys: [UInt64]
    /// In how many of the passages each term occurred.
    let documentFrequencies: [Int32]
    /// How many passages the vocabulary was made from.
    let documents: Int
    private let slots: [Slot]

    private struct Slot {
        var key: UInt64 = 0
        var column: Int32 = -1
    }

    /// The number of columns.
    var count: Int { keys.count }

    init(
        names: [UInt8], starts: [Int], keys: [UInt64], documentFrequencies: [Int32], documents: Int
    ) {
        self.names = names
        self.starts = starts
        self.keys = keys
        self.documentFrequencies = documentFrequencies
        self.documents = documents
        var capacity = 16
        while capacity < 2 * keys.count { capacity *= 2 }
        slots = [Slot](unsafeUninitializedCapacity: capacity) { slots, count in
            slots.initialize(repeating: Slot())
            for (column, key) in keys.enumerated() {
                var slot = Int(truncatingIfNeeded: TermKey.mix(key)) & (capacity - 1)
                while slots[slot].column >= 0 { slot = (slot + 1) & (capacity - 1) }
                slots[slot] = Slot(key: key, column: Int32(column))
            }
            count = capacity
        }
    }

    /// The name of a column.
    func name(of column: Int) -> ArraySlice<UInt8> { names[starts[column]..<starts[column + 1]] }

    /// Reads what a look-up of the key reads first, so that it is near by then.
    @inline(__always)
    func touched(_ key: UInt64) -> UInt64 {
        slots[Int(truncatingIfNeeded: TermKey.mix(key)) & (slots.count - 1)].key
    }

    /// The column of a term, or -1 where it has none; `isNamed` compares names where keys do not do.
    @inline(__always)
    func column(_ key: UInt64, isNamed: (UnsafeBufferPointer<UInt8>) -> Bool) -> Int32 {
        var slot = Int(truncatingIfNeeded: TermKey.mix(key)) & (slots.count - 1)
        while slots[slot].column >= 0 {
            if slots[slot].key == key {
                let column = slots[slot].column
                if TermKey.isExact(key) || withName(of: Int(column), isNamed) { return column }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return -1
    }

    private func withName(
        of column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Bool
    ) -> Bool {
        names.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[starts[column]..<starts[column + 1]]))
        }
    }

    /// The column of the term with these bytes, or -1.
    @inline(__always)
    func column(_ key: UInt64, _ p: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
        column(key) { name in
            name.elementsEqual(UnsafeBufferPointer(start: p, count: count))
        }
    }

    /// The factor of each column by its rarity, or 1 each.
    func scales(_ settings: FeatureSettings) -> [Float] {
        guard settings.weighsByRarity else { return [Float](repeating: 1, count: count) }
        let table = RarityTable(documents: documents)
        return documentFrequencies.map { table[$0] }
    }
}

/// `log((1 + documents) / (1 + frequency)) + 1` for every frequency.
struct RarityTable {
    private let documents: Int
    private var small: [Float]

    init(documents: Int) {
        self.documents = documents
        small = []
        small = (0..<256).map { value(Int32($0)) }
    }

    subscript(frequency: Int32) -> Float {
        frequency < 256 ? small[Int(frequency)] : value(frequency)
    }

    private func value(_ frequency: Int32) -> Float {
        Float(log(Double(1 + documents) / Double(1 + Int(frequency))) + 1)
    }
}
