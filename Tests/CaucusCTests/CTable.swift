import CCaucus
import Foundation

/// A table as a caller in C has it, in memory that goes with it; what tests break is open to them.
///
/// Tests/Fuzz compiles the file as well.
final class CTable {
    /// What a function is given.
    let table: UnsafeMutablePointer<caucus_table>
    /// The columns of the table.
    let columns: UnsafeMutablePointer<caucus_column>
    /// The offsets of each column, with room behind the last.
    private(set) var offsets: [UnsafeMutablePointer<Int64>] = []
    private var kept: [UnsafeMutableRawPointer] = []

    /// Columns of bytes by name; `nil` is a missing value.
    init(bytes: [(name: String, values: [[UInt8]?])], rows: Int? = nil) {
        table = .allocate(capacity: 1)
        columns = .allocate(capacity: max(bytes.count, 1))
        for (i, column) in bytes.enumerated() {
            (columns + i).initialize(to: filled(column.name, column.values))
        }
        table.initialize(
            to: caucus_table(
                row_count: Int64(rows ?? bytes.first?.values.count ?? 0),
                column_count: Int64(bytes.count), columns: columns))
    }

    /// Columns of texts by name.
    convenience init(_ texts: [(String, [String?])]) {
        self.init(
            bytes: texts.map { (name: $0.0, values: $0.1.map { $0.map { Array($0.utf8) } }) })
    }

    /// A row of options, or `nil` where there is none.
    static func options(_ options: KeyValuePairs<String, String>) -> CTable? {
        options.isEmpty ? nil : CTable(options.map { ($0.key, [$0.value]) })
    }

    deinit {
        for pointer in kept { pointer.deallocate() }
        columns.deallocate()
        table.deallocate()
    }

    private func filled(_ name: String, _ values: [[UInt8]?]) -> caucus_column {
        let bytes = values.flatMap { $0 ?? [] }
        var ends: [Int64] = [0]
        for value in values { ends.append((ends.last ?? 0) + Int64(value?.count ?? 0)) }
        var bits = [UInt8](repeating: 0, count: values.count / 8 + 1)
        for (row, value) in values.enumerated() where value != nil {
            bits[row / 8] |= UInt8(1) << UInt8(row % 8)
        }
        let offsets = copied(ends, room: 64)
        self.offsets.append(offsets)
        return caucus_column(
            name: UnsafePointer(copied(name.utf8CString.map { $0 })),
            bytes: bytes.isEmpty ? nil : UnsafePointer(copied(bytes)),
            byte_count: Int64(bytes.count), offsets: UnsafePointer(offsets),
            validity: values.contains { $0 == nil } ? UnsafePointer(copied(bits, room: 64)) : nil)
    }

    private func copied<Element>(
        _ elements: [Element], room: Int = 0
    ) -> UnsafeMutablePointer<Element> {
        let count = elements.count + room
        let copy = UnsafeMutablePointer<Element>.allocate(capacity: max(count, 1))
        memset(copy, 0, max(count, 1) * MemoryLayout<Element>.stride)
        copy.update(from: elements, count: elements.count)
        kept.append(UnsafeMutableRawPointer(copy))
        return copy
    }
}
