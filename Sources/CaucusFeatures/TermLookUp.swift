@_spi(HashTable) import CaucusText

/// Finds the columns of terms.
final class TermLookUp: Sendable {
    private let columns: HashTable<Int32>
    private let names: [UInt8]
    private let ranges: [Vocabulary.NameRange]

    init(keys: [UInt64], names: [UInt8], ranges: [Vocabulary.NameRange]) {
        self.names = names
        self.ranges = ranges
        var columns = HashTable<Int32>(expected: keys.count)
        for (column, key) in keys.enumerated() { columns.add(Int32(column), toKey: key) }
        self.columns = columns
    }

    /// Reads what a look-up of the key reads first, so that it is near by then.
    @inline(__always)
    func touched(_ key: UInt64) -> UInt64 { columns.touch(key) }

    /// The column of a term, or -1 where it has none; `isNamed` compares names where keys do not do.
    @inline(__always)
    func column(_ key: UInt64, isNamed: (UnsafeBufferPointer<UInt8>) -> Bool) -> Int32 {
        columns.value(of: key) { TermKey.isExact(key) || withName(of: Int($0), isNamed) } ?? -1
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
