/// Writes rows of CSV by RFC 4180 that no spreadsheet takes for formulas: CRLF line ends, quotes where needed.
///
/// A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return. Such a text
/// gets a leading `'` unless it is a number. To read the original back, drop the first `'` of every cell that
/// begins with one or more `'` followed by one of those characters; so that this is exact, a text that already
/// looks like that gets one more `'`. Zero bytes, which CSV readers take for the end, become U+FFFD.
/// ```swift
/// var csv = CSVWriter()
/// csv.row(["speaker_id", "net"])
/// csv.cell("ada-quill")
/// csv.cell(0.5)
/// csv.endRow()
/// try file.write(csv.take())
/// ```
package struct CSVWriter {
    private var buffer: UTF8Buffer
    private var isAtStart = true

    /// Creates a writer of an empty table with room for `capacity` bytes.
    package init(capacity: Int = 0) {
        buffer = UTF8Buffer(capacity: capacity)
    }

    /// How many bytes were written and not taken yet.
    package var count: Int { buffer.count }

    /// The bytes written so far, which the writer forgets: a long table leaves in pieces.
    package mutating func take() -> [UInt8] { buffer.take() }

    /// The bytes written, at the end of the table.
    package consuming func taken() -> [UInt8] { buffer.taken() }

    /// A whole row of texts.
    ///
    /// - Complexity: O(bytes).
    package mutating func row(_ cells: [String]) {
        for text in cells { cell(text) }
        endRow()
    }

    /// A text; `nil` is an empty cell.
    package mutating func cell(_ text: String?) {
        separate()
        guard var text, !text.isEmpty else { return }
        text.withUTF8 { write($0) }
    }

    /// A whole number; `nil` is an empty cell.
    package mutating func cell(_ number: Int?) {
        separate()
        if let number { buffer.put(digitsOf: number) }
    }

    /// A number with at most six digits after the point; `nil`, and what is not finite, is an empty cell.
    package mutating func cell(_ number: Double?) {
        separate()
        if let number { buffer.put(sixDecimals: number) }
    }

    /// Ends the row.
    package mutating func endRow() {
        buffer.put(0x0D)
        buffer.put(0x0A)
        isAtStart = true
    }

    /// What a cell said before it was made safe: the leading `'` is taken off again where one was put.
    package static func original(of cell: String) -> String {
        let rest = cell.utf8.drop { $0 == 0x27 }
        guard cell.utf8.first == 0x27, let first = rest.first,
            [0x3D, 0x40, 0x09, 0x0D, 0x2B, 0x2D].contains(first)
        else { return cell }
        return String(cell.dropFirst())
    }

    private mutating func separate() {
        if !isAtStart { buffer.put(0x2C) }
        isAtStart = false
    }

    private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
        let isQuoted = bytes.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        if isQuoted { buffer.put(0x22) }
        if Self.needsMark(bytes) { buffer.put(0x27) }
        if isQuoted || bytes.contains(0) {
            for byte in bytes {
                if byte == 0 {
                    buffer.put("\u{FFFD}")
                } else {
                    if byte == 0x22 { buffer.put(0x22) }
                    buffer.put(byte)
                }
            }
        } else {
            buffer.put(bytes)
        }
        if isQuoted { buffer.put(0x22) }
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
