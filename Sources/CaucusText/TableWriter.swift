/// How a table is spelled.
public enum TableFormat: String, Sendable, CaseIterable {
    /// RFC 4180, with a header; a text that a spreadsheet would take for a formula has a `'` before it.
    case csv
    /// One object a line.
    case jsonl
}

/// A cell of a table.
package enum TableCell: Sendable, Hashable {
    case text(String)
    case integer(Int)
    /// Written with at most six digits after the point.
    case number(Double)
    /// A text that is JSON: an object or array in a line, a text in CSV.
    case json(String)
    /// A missing value: an empty cell, or `null`.
    case empty

    package init(_ text: String?) { self = text.map { .text($0) } ?? .empty }
    package init(_ integer: Int?) { self = integer.map { .integer($0) } ?? .empty }
    package init(_ number: Double?) { self = number.map { .number($0) } ?? .empty }
}

/// Writes the rows of a table, as CSV or as lines of JSON, and hands them on in pieces.
///
/// Every table that leaves the program goes through this one, so that a value is spelled alike in all of them.
/// ```swift
/// var table = TableWriter(["speaker_id", "net"], as: .csv)
/// for row in rows { try table.row([.text(row.id), TableCell(row.net)], to: file.write) }
/// try table.finish(to: file.write)
/// ```
package struct TableWriter {
    private let columns: [String]
    private let format: TableFormat
    private var csv = CSVWriter()
    private var json = JSONWriter()

    /// How many bytes are gathered before they are handed on.
    private static let piece = 1 << 18

    /// Creates a table of the given columns; CSV begins with a header.
    package init(_ columns: [String], as format: TableFormat) {
        self.columns = columns
        self.format = format
        if format == .csv { csv.row(columns) }
    }

    /// Writes a row; `write` is given what has been gathered where that is much.
    ///
    /// - Precondition: it has a cell a column.
    package mutating func row(
        _ cells: [TableCell], to write: ([UInt8]) throws -> Void
    ) rethrows {
        precondition(
            cells.count == columns.count, "found \(cells.count) cells, expected \(columns.count)")
        switch format {
        case .csv:
            for value in cells { csv.cell(value) }
            csv.endRow()
        case .jsonl:
            json.object { json in
                for (name, value) in zip(columns, cells) {
                    json.key(name)
                    json.cell(value)
                }
            }
            json.endLine()
        }
        if csv.count + json.count >= Self.piece { try finish(to: write) }
    }

    /// Hands on what is left.
    package mutating func finish(to write: ([UInt8]) throws -> Void) rethrows {
        let bytes = format == .csv ? csv.take() : json.take()
        if !bytes.isEmpty { try write(bytes) }
    }
}

extension CSVWriter {
    /// A cell of any kind.
    package mutating func cell(_ value: TableCell) {
        switch value {
        case .text(let text), .json(let text): cell(text)
        case .integer(let number): cell(number)
        case .number(let number): cell(number)
        case .empty: cell(nil as String?)
        }
    }
}

extension JSONWriter {
    /// A cell as a value.
    package mutating func cell(_ value: TableCell) {
        switch value {
        case .text(let text): string(text)
        case .json(let text): nested(text)
        case .integer(let number): integer(number)
        case .number(let value): number(rounding: value)
        case .empty: null()
        }
    }
}
