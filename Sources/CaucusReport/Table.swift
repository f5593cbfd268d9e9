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
    let name: String
    let title: String
    let columns: [Column]
    /// The column whose values are unique, or `nil`.
    var key: String?
    /// A column of this table, and the table and column it points to.
    var reference: (column: String, table: String, key: String)?
    /// Gives the rows, one after the other: a table of a large run is never held but as its bytes.
    let forEachRow: (_ body: ([TableCell]) -> Void) -> Void

    var fileName: String { name + ".csv" }

    /// The table as CSV with a header line.
    ///
    /// - Complexity: O(bytes).
    func csv() -> [UInt8] {
        var bytes: [UInt8] = []
        var writer = TableWriter(columns.map(\.name), as: .csv)
        forEachRow { row in writer.row(row) { bytes += $0 } }
        writer.finish { bytes += $0 }
        return bytes
    }
}
