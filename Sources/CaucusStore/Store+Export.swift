public import CaucusText
import GRDB

extension Store {
    /// Writes a table to `write`, in pieces: of one run, or of all.
    ///
    /// Stores with the same contents give the same bytes, in whatever order and on however many cores they
    /// were written.
    ///
    /// - Complexity: O(rows · log rows) time; SQLite sorts on disk what does not fit its cache.
    public func export(
        _ table: StoreTable, as format: TableFormat, run: String? = nil,
        to write: ([UInt8]) throws -> Void
    ) throws {
        var writer: TableWriter?
        try forEachRow(of: table, run: run) { names in
            writer = TableWriter(names, as: format)
        } row: { cells in
            try writer?.row(cells, to: write)
        }
        try writer?.finish(to: write)
    }

    /// Gives the names of a table's columns to `head` and then each row to `row`: of one run, or of all.
    package func forEachRow(
        of table: StoreTable, run: String? = nil, head: ([String]) throws -> Void,
        row body: ([TableCell]) throws -> Void
    ) throws {
        let path = path
        try reading { database in
            if let run { _ = try Self.number(of: run, in: database, path) }
            let statement = try database.makeStatement(sql: table.query)
            let rows = try Row.fetchCursor(statement, arguments: [run])
            let names = statement.columnNames
            try head(names)
            while let row = try rows.next() {
                try body(
                    names.indices.map { i in
                        TableCell(
                            row[i] as DatabaseValue, isNested: StoreTable.nested.contains(names[i]))
                    })
            }
        }
    }

    /// Reads in one transaction; what `body` throws of its own stays as it is.
    func reading(_ body: (Database) throws -> Void) throws {
        do {
            try database.read(body)
        } catch {
            switch error {
            case is DatabaseError, is RowDecodingError, is DecodingError,
                is QuotationRows.OddColumn:
                throw Self.storeError(error, path)
            default: throw error
            }
        }
    }
}

extension TableCell {
    /// A value of SQLite's; a text that is nested holds JSON.
    fileprivate init(_ value: DatabaseValue, isNested: Bool) {
        switch value.storage {
        case .null, .blob: self = .empty
        case .int64(let number): self = .integer(Int(number))
        case .double(let number): self = .number(number)
        case .string(let text): self = isNested ? .json(text) : .text(text)
        }
    }
}
