/// Rows of CSV by RFC 4180 that no spreadsheet takes for formulas, for tables that are written as they grow.
///
/// ``Table`` writes the same rows for tables that are held whole.
package enum CSVRow {
    /// Appends `cells` and the line's end.
    ///
    /// - Complexity: O(bytes).
    package static func write(_ cells: [String], to out: inout [UInt8]) {
        for (i, cell) in cells.enumerated() {
            if i > 0 { out.append(0x2C) }
            CSVCell.write(cell, to: &out)
        }
        out += [0x0D, 0x0A]
    }

    /// What a cell of such a table said before it was made safe: the leading `'` is taken off again where
    /// one was put.
    package static func original(of cell: String) -> String {
        let rest = cell.utf8.drop { $0 == 0x27 }
        guard cell.utf8.first == 0x27, let first = rest.first,
            [0x3D, 0x40, 0x09, 0x0D, 0x2B, 0x2D].contains(first)
        else { return cell }
        return String(cell.dropFirst())
    }
}
