import CCaucus
import Caucus

/// A table of the caller's, read where it lies: its structure is checked before a value is looked at.
struct InputTable {
    let rows: Int
    private(set) var columns: [Column] = []

    /// A column of texts or bytes.
    struct Column {
        let name: String
        private let bytes: UnsafeBufferPointer<UInt8>
        private let offsets: UnsafeBufferPointer<Int64>
        private let validity: UnsafePointer<UInt8>?

        fileprivate init(_ column: caucus_column, rows: Int, of table: String) throws(CallError) {
            guard let name = column.name else {
                throw .usage("a column of the \(table) has no name")
            }
            self.name = String(cString: name)
            guard let first = column.offsets, column.byte_count >= 0,
                column.bytes != nil || column.byte_count == 0
            else {
                throw .usage("column \(self.name) of the \(table) has no offsets or no bytes")
            }
            bytes = UnsafeBufferPointer(start: column.bytes, count: Int(column.byte_count))
            offsets = UnsafeBufferPointer(start: first, count: rows + 1)
            validity = column.validity
            var last: Int64 = 0
            for offset in offsets {
                guard offset >= last, offset <= column.byte_count else {
                    throw .usage(
                        "offset \(offset) of column \(self.name) of the \(table); expected "
                            + "\(last) to \(column.byte_count)")
                }
                last = offset
            }
        }

        /// The bytes of a value, or `nil` where it is missing.
        func bytes(_ row: Int) -> UnsafeBufferPointer<UInt8>? {
            if let validity, validity[row / 8] >> (row % 8) & 1 == 0 { return nil }
            return UnsafeBufferPointer(rebasing: bytes[Int(offsets[row])..<Int(offsets[row + 1])])
        }

        /// A value as text, or `nil` where it is missing; bytes that are no UTF-8 are U+FFFD.
        func text(_ row: Int) -> String? { bytes(row).map { String(decoding: $0, as: UTF8.self) } }
    }

    /// Checks a table; `name` is what messages call it.
    init(_ table: UnsafePointer<caucus_table>?, _ name: String) throws(CallError) {
        guard let table = table?.pointee else { throw .usage("found no \(name)") }
        guard (0...Int64(Int32.max)).contains(table.row_count),
            (0...4096).contains(table.column_count),
            table.columns != nil || table.column_count == 0,
            table.column_count > 0 || table.row_count <= 1
        else {
            throw .usage(
                "found \(table.row_count) rows and \(table.column_count) columns of \(name); expected up to "
                    + "\(Int32.max) rows of 1 to 4096 columns")
        }
        rows = Int(table.row_count)
        for i in 0..<Int(table.column_count) {
            guard let column = table.columns?[i] else { break }
            columns.append(try Column(column, rows: rows, of: name))
        }
    }

    /// The column of that name, or `nil`.
    func column(_ name: String) -> Column? { columns.first { $0.name == name } }

    /// The row as a record.
    func record(_ row: Int) -> Record {
        HeldRecords.record(columns.map { ($0.name, $0.text(row)) }, row: row + 1)
    }

    /// The rows as records.
    var records: [Record] { (0..<rows).map(record) }
}
