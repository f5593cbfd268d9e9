import CaucusText

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

    /// The table as CSV with a header line.
    ///
    /// - Complexity: O(bytes).
    func csv() -> [UInt8] {
        var csv = CSVWriter(capacity: rows.count * columns.count * 12)
        csv.row(columns.map(\.name))
        for row in rows { csv.row(row) }
        return csv.taken()
    }
}
