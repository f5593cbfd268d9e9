import CaucusText
import GRDB

extension Store {
    /// Writes a table to `write`, in pieces: of one run, or of all.
    ///
    /// Stores with the same contents give the same bytes, in whatever order and on however many cores they
    /// were written.
    ///
    /// - Complexity: O(rows · log rows) time; SQLite sorts on disk what does not fit its cache.
    public func export(
        _ table: StoreTable, as format: StoreTable.Format, run: String? = nil,
        to write: ([UInt8]) throws -> Void
    ) throws {
        let path = path
        try reading { database in
            if let run { _ = try Self.number(of: run, in: database, path) }
            let statement = try database.makeStatement(sql: table.query)
            let rows = try Row.fetchCursor(statement, arguments: [run])
            let names = statement.columnNames
            var out: [UInt8] = []
            if format == .csv { ExportRow.header(names, to: &out) }
            while let row = try rows.next() {
                switch format {
                case .csv: ExportRow.csv(row, to: &out)
                case .jsonl: ExportRow.json(row, names, isSpeakers: table == .speakers, to: &out)
                }
                if out.count >= 1 << 18 {
                    try write(out)
                    out.removeAll(keepingCapacity: true)
                }
            }
            try write(out)
        }
    }

    /// Reads in one transaction; what `body` throws of its own stays as it is.
    private func reading(_ body: (Database) throws -> Void) throws {
        do {
            try database.read(body)
        } catch let error as DatabaseError {
            throw Self.storeError(error, path)
        }
    }
}

/// One row of an exported table.
private enum ExportRow {
    static func header(_ names: [String], to out: inout [UInt8]) {
        for (i, name) in names.enumerated() {
            if i > 0 { out.append(UInt8(ascii: ",")) }
            out += name.utf8
        }
        out += [0x0D, 0x0A]
    }

    static func csv(_ row: Row, to out: inout [UInt8]) {
        for i in 0..<row.count {
            if i > 0 { out.append(UInt8(ascii: ",")) }
            switch value(row, i).storage {
            case .null, .blob: break
            case .int64(let number): out += String(number).utf8
            case .double(let number): out += String(number).utf8
            case .string(let text): cell(text, to: &out)
            }
        }
        out += [0x0D, 0x0A]
    }

    private static func cell(_ text: String, to out: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in
            // `=`, `@`, tab, return, `+` and `-` open formulas; a text that opens with `'` is marked as well,
            // so that the mark can be taken off again.
            let rest = bytes.first { $0 != 0x27 }
            let isFormula = rest.map { [0x3D, 0x40, 0x09, 0x0D, 0x2B, 0x2D].contains($0) } ?? false
            let isQuoted = bytes.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
            if isQuoted { out.append(0x22) }
            if isFormula { out.append(0x27) }
            for byte in bytes {
                if byte == 0x22 { out.append(byte) }
                out.append(byte)
            }
            if isQuoted { out.append(0x22) }
        }
    }

    static func json(
        _ row: Row, _ names: [String], isSpeakers: Bool, to out: inout [UInt8]
    ) {
        var line = JSONWriter()
        line.object { line in
            for (i, name) in names.enumerated() {
                switch value(row, i).storage {
                case .null, .blob: line.member(name, nil as String?)
                case .int64(let number): line.member(name, Int(number))
                case .double(let number): line.member(name, exactly: number)
                case .string(let text) where StoreTable.nested.contains(name) && !isSpeakers:
                    line.key(name)
                    line.nested(text)
                case .string(let text): line.member(name, text)
                }
            }
        }
        out += line.text.utf8
        out.append(0x0A)
    }

    private static func value(_ row: Row, _ index: Int) -> DatabaseValue {
        row[index] as DatabaseValue
    }
}
