import Foundation
import Synchronization

/// The terms that became columns, in the order of their columns.
///
/// Columns stand by falling document frequency, terms of equal frequency by the hash of their name:
/// the order depends on the set of passages only, and the rows that training touches most lie
/// together in memory.
final class Vocabulary: Sendable {
    /// Where a name stands among the long ones.
    struct NameRange: Sendable {
        var start = 0
        var end = 0
    }

    /// The names that are longer than a key, in any order.
    private let names: [UInt8]
    /// Where the name of each column stands in `names`; nothing for a name that is its key.
    private let ranges: [NameRange]
    /// The key of each term.
    let keys: [UInt64]
    /// In how many of the passages each term occurred.
    let documentFrequencies: [Int32]
    /// How many passages the vocabulary was made from.
    let documents: Int
    private let made = Mutex<TermLookUp?>(nil)

    /// The number of columns.
    var count: Int { keys.count }

    init(
        names: [UInt8], ranges: [NameRange], keys: [UInt64], documentFrequencies: [Int32],
        documents: Int
    ) {
        self.names = names
        self.ranges = ranges
        self.keys = keys
        self.documentFrequencies = documentFrequencies
        self.documents = documents
    }

    /// What finds columns; made when it is first asked for, as training alone never does.
    var lookUp: TermLookUp {
        made.withLock { made in
            let lookUp = made ?? TermLookUp(keys: keys, names: names, ranges: ranges)
            made = lookUp
            return lookUp
        }
    }

    /// The name of a column.
    func name(of column: Int) -> ArraySlice<UInt8> {
        if TermKey.isExact(keys[column]) { return TermKey.bytes(keys[column])[...] }
        return names[ranges[column].start..<ranges[column].end]
    }

    /// Appends the name of a column.
    @inline(__always)
    func appendName(of column: Int, to result: inout Buffer<UInt8>) {
        let key = keys[column]
        if TermKey.isExact(key) { return TermKey.appendBytes(key, to: &result) }
        let range = ranges[column]
        names.withUnsafeBufferPointer { names in
            guard let base = names.baseAddress else { return }
            result.append(base + range.start, range.end - range.start)
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
