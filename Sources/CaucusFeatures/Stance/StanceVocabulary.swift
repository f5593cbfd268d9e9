@_spi(HashTable) import CaucusText
import Foundation

/// The features that became columns, in the order of their columns: by falling document frequency, then by
/// name.
struct StanceVocabulary: Sendable {
    /// The names, one after the other, and where each starts; last, where the last one ends.
    let names: [UInt8]
    let starts: [Int]
    let keys: [UInt64]
    let spaces: [StanceSpace]
    /// In how many of the passages each occurred.
    let frequencies: [Int32]
    /// How many passages the vocabulary was made from.
    let documents: Int
    /// The factor of each column.
    let scales: [Float]
    private let columns: HashTable<Int32>

    /// One feature: its name, and in how many passages it occurred.
    struct Feature {
        var name: [UInt8]
        var key: UInt64
        var space: StanceSpace
        var frequency: Int32
    }

    /// The number of columns.
    var count: Int { keys.count }

    init(_ features: [Feature], documents: Int) {
        let ordered = features.sorted {
            $0.frequency != $1.frequency
                ? $0.frequency > $1.frequency : $0.name.lexicographicallyPrecedes($1.name)
        }
        var names: [UInt8] = []
        var starts = [0]
        for feature in ordered {
            names.append(contentsOf: feature.name)
            starts.append(names.count)
        }
        self.init(
            names: names, starts: starts, keys: ordered.map(\.key), spaces: ordered.map(\.space),
            frequencies: ordered.map(\.frequency), documents: documents)
    }

    /// The vocabulary of features in the order of their columns.
    init(
        names: [UInt8], starts: [Int], keys: [UInt64], spaces: [StanceSpace], frequencies: [Int32],
        documents: Int
    ) {
        self.names = names
        self.starts = starts
        self.keys = keys
        self.spaces = spaces
        self.frequencies = frequencies
        self.documents = documents
        scales = zip(spaces, frequencies).map { space, frequency in
            if case .number = space.kind { return StanceSpace.numberScale }
            return Float(log(Double(1 + documents) / Double(1 + Int(frequency))) + 1)
        }
        var columns = HashTable<Int32>(expected: keys.count, room: 3)
        for (column, key) in keys.enumerated() where !columns.contains(key) {
            columns.updateValue(Int32(column), forKey: key)
        }
        self.columns = columns
    }

    /// The column of a feature, or -1 where it has none.
    @inline(__always)
    func column(_ key: UInt64) -> Int32 { columns[key] ?? -1 }

    /// Reads where the look-up of a feature will begin; what it gives means nothing.
    @inline(__always)
    func touch(_ key: UInt64) -> UInt64 { columns.touch(key) }

    /// The name of a column.
    func name(of column: Int) -> ArraySlice<UInt8> { names[starts[column]..<starts[column + 1]] }
}

/// Counts in how many passages each feature occurs.
struct StanceCounter {
    private var numbers = HashTable<Int32>()
    private var features: [StanceVocabulary.Feature] = []
    private var last: [Int32] = []
    private var documents: Int32 = 0

    /// Counts the features of the passage that was just read.
    mutating func add(_ reader: StanceReader) {
        for entry in reader.entries {
            let next = Int32(features.count)
            if let number = numbers.value(of: entry.key, orAdd: next).map(Int.init) {
                guard last[number] != documents else { continue }
                last[number] = documents
                features[number].frequency += 1
            } else {
                features.append(
                    .init(
                        name: reader.name(of: entry), key: entry.key, space: entry.space,
                        frequency: 1))
                last.append(documents)
            }
        }
        documents += 1
    }

    /// The features that enough passages share.
    func vocabulary(minimumDocuments: Int) -> StanceVocabulary {
        StanceVocabulary(
            features.filter { Int($0.frequency) >= minimumDocuments }, documents: Int(documents))
    }
}
