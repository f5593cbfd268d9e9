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
}
