/// A table with typed columns, to be written as CSV and described in `datapackage.json`.
struct Table {
    /// A column, in the words of the Frictionless Table Schema.
    struct Column {
        var name: String
        var type: String
        var description: String
        var values: [String] = []
    }

    /// The name without extension.
    var name: String
    var title: String
    var columns: [Column]
    /// The column whose values are unique, or `nil`.
    var key: String?
    /// A column of this table, and the table and column it points to.
    var reference: (column: String, table: String, key: String)?
    var rows: [[String]] = []

    var fileName: String { name + ".csv" }

    /// The table by RFC 4180: CRLF line ends, quotes where needed, a header line.
    ///
    /// - Complexity: O(bytes).
    func csv() -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(rows.count * columns.count * 12)
        CSVRow.write(columns.map(\.name), to: &out)
        for row in rows { CSVRow.write(row, to: &out) }
        return out
    }
}

/// A cell of a CSV file that no spreadsheet takes for a formula.
///
/// A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return. Such a cell
/// gets a leading `'` unless it is a number. To read the original back, drop the first `'` of every cell that
/// begins with one or more `'` followed by one of those characters; so that this is exact, a cell that already
/// looks like that gets one more `'`. Zero bytes, which CSV readers take for the end, become U+FFFD.
enum CSVCell {
    static func write(_ cell: String, to out: inout [UInt8]) {
        var cell = cell
        cell.makeContiguousUTF8()
        cell.utf8.withContiguousStorageIfAvailable { bytes in
            let mark = needsMark(bytes)
            let quoted = bytes.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
            if quoted { out.append(0x22) }
            if mark { out.append(0x27) }
            if quoted || bytes.contains(0) {
                for byte in bytes {
                    if byte == 0 {
                        out += [0xEF, 0xBF, 0xBD]
                    } else {
                        if byte == 0x22 { out.append(0x22) }
                        out.append(byte)
                    }
                }
            } else {
                out.append(contentsOf: bytes)
            }
            if quoted { out.append(0x22) }
        }
    }

    /// Whether the cell begins, after any `'`, with what a spreadsheet would run.
    private static func needsMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first(where: { $0 != 0x27 }) else { return false }
        switch first {
        case 0x3D, 0x40, 0x09, 0x0D: return true
        case 0x2B, 0x2D: return bytes[0] == 0x27 || !isNumber(bytes)
        default: return false
        }
    }

    /// Digits with an optional sign, point and exponent.
    private static func isNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var rest = bytes[...]
        func digits() -> Int {
            let start = rest.startIndex
            while let byte = rest.first, byte >= 0x30, byte <= 0x39 { rest = rest.dropFirst() }
            return rest.startIndex - start
        }
        if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() }
        var count = digits()
        if rest.first == 0x2E {
            rest = rest.dropFirst()
            count += digits()
        }
        guard count > 0 else { return false }
        if rest.first == 0x65 || rest.first == 0x45 {
            rest = rest.dropFirst()
            if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() }
            guard digits() > 0 else { return false }
        }
        return rest.isEmpty
    }
}
