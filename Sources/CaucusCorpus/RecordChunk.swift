import CaucusText

/// Some whole records of one file, not yet read: what one task of a batch reads by itself.
package struct RecordChunk: Sendable {
    /// The file, its format known.
    package var file: InputFile
    /// How the records are spelled.
    var format: DocumentFormat
    /// How they follow each other.
    var layout: RecordLayout
    /// The records, and what separates them.
    package var bytes: [UInt8]
    /// Where the first byte stands in the file.
    package var offset: Int
    /// The line of the first byte.
    package var line: Int
    /// The names of a table's columns.
    var header: [String]
    /// Longer records are passed over.
    var maximumRecord: Int
    /// What was found while the file was split.
    var diagnostics: [Diagnostic]
    /// What is told of the file, without being a fault.
    var notes: [Diagnostic] = []
    /// How many elements of the array stand before.
    var elementsBefore = 0
}

/// A record, or why there is none.
enum RecordReading: Sendable {
    case record(Record)
    case diagnostic(Diagnostic)
    /// Something to tell that is no fault.
    case note(Diagnostic)
}

extension RecordChunk {
    /// The records of the chunk in order; broken ones as diagnostics.
    func records() -> [RecordReading] {
        var readings = notes.map(RecordReading.note) + diagnostics.map(RecordReading.diagnostic)
        bytes.withUnsafeBufferPointer { bytes in
            switch layout {
            case .whole where format == .xlsx: readSheet(into: &readings)
            case .whole where format.isText: readings.append(wholeText(bytes))
            case .whole: readings.append(wholeValue(bytes))
            case .objects: readObjects(bytes, into: &readings)
            case .lines: readLines(bytes, into: &readings)
            case .elements: readElements(bytes, into: &readings)
            case .rows(let table): readRows(bytes, table, into: &readings)
            }
        }
        return readings
    }

    /// The rows of a table of Excel.
    private func readSheet(into readings: inout [RecordReading]) {
        do throws(UnreadableFile) {
            let sheet = try SpreadsheetFile(.bytes(self.bytes))
            readings += sheet.notes.map { .note(Diagnostic(file.place(), $0)) }
            readings += sheet.longRows.map { diagnostic(SpreadsheetFile.tooLong, line: $0) }
            for row in sheet.rows {
                let columns = zip(sheet.header, row.cells).map { name, cell in
                    Record.Column(name: name, value: .string(cell))
                }
                readings.append(
                    .record(
                        Record(columns: columns, place: file.place(line: row.number), file: file)))
            }
        } catch {
            readings.append(diagnostic(error.message, line: nil))
        }
    }

    /// A file of plain text as a record with one column.
    private func wholeText(_ bytes: UnsafeBufferPointer<UInt8>) -> RecordReading {
        if let problem = problem(bytes, at: 0) { return diagnostic(problem, line: nil) }
        let text = String(decoding: bytes, as: UTF8.self)
        return .record(
            Record(
                columns: [Record.Column(name: "text", value: .string(text))],
                place: file.place(), file: file))
    }

    /// A file that is one JSON object, or an array that is taken as one: its only column is `quotes`.
    private func wholeValue(_ bytes: UnsafeBufferPointer<UInt8>) -> RecordReading {
        let space = bytes.leadingSpace
        let content = UnsafeBufferPointer(rebasing: bytes[space...])
        guard content.first == UInt8(ascii: "[") else {
            let start = UnsafeBufferPointer(rebasing: bytes[..<space]).lineFeeds
            return object(content, at: space, line: line + start)
        }
        if let problem = problem(content, at: space) { return diagnostic(problem, line: nil) }
        let spelling = String(decoding: content, as: UTF8.self)
        return .record(
            Record(
                columns: [Record.Column(name: "quotes", value: .nested(spelling))],
                place: file.place(), file: file))
    }

    private func readLines(
        _ bytes: UnsafeBufferPointer<UInt8>, into readings: inout [RecordReading]
    ) {
        var start = 0
        var line = line
        while start < bytes.count {
            let rest = UnsafeBufferPointer(rebasing: bytes[start...])
            let length = rest.firstByte(0x0A) ?? rest.count
            let content = UnsafeBufferPointer(rebasing: rest[..<length])
            if !content.isBlank { readings.append(object(content, at: start, line: line)) }
            start += length + 1
            line += 1
        }
    }

    /// An element that was cut off where nothing tells so (in an inner array) holds all that follow. Where the next
    /// one begins is then told by the lines, so often at most, since each time the rest is looked at again.
    private static let mostCutOff = 64

    private func readElements(
        _ bytes: UnsafeBufferPointer<UInt8>, into readings: inout [RecordReading]
    ) {
        var start = 0
        var line = line
        var cutOff = 0
        // On one line the line alone names no element.
        var number = bytes.firstByte(0x0A) == nil ? elementsBefore : nil
        while start < bytes.count {
            var splitter = JSONElementSplitter()
            let found = splitter.endOfElement(bytes, from: start)
            var end = found ?? bytes.count
            let space = UnsafeBufferPointer(rebasing: bytes[start..<end]).leadingSpace
            line += UnsafeBufferPointer(rebasing: bytes[start..<(start + space)]).lineFeeds
            start += space
            var content = UnsafeBufferPointer(rebasing: bytes[start..<end])
            if !(content.isEmpty && end == bytes.count) {
                var reading = object(content, at: start, line: line)
                if case .diagnostic = reading, found == nil, cutOff < Self.mostCutOff,
                    let next = Self.nextLikeElement(bytes, start)
                {
                    cutOff += 1
                    end = next - 1
                    content = UnsafeBufferPointer(rebasing: bytes[start..<end])
                    reading = object(content, at: start, line: line)
                }
                if let before = number {
                    number = before + 1
                    if case .record(var record) = reading, before > 0 {
                        record.number = before + 1
                        reading = .record(record)
                    }
                }
                readings.append(reading)
            }
            start = end + 1
            line += content.lineFeeds
            if end < bytes.count, bytes[end] == 0x0A { line += 1 }
        }
    }

    private func readObjects(
        _ bytes: UnsafeBufferPointer<UInt8>, into readings: inout [RecordReading]
    ) {
        var start = 0
        var line = line
        while start < bytes.count {
            var splitter = JSONElementSplitter(isArray: false)
            let end = splitter.endOfElement(bytes, from: start) ?? bytes.count
            let element = UnsafeBufferPointer(rebasing: bytes[start..<end])
            let space = element.leadingSpace
            line += UnsafeBufferPointer(rebasing: element[..<space]).lineFeeds
            let content = UnsafeBufferPointer(rebasing: element[space...])
            if !content.isEmpty {
                readings.append(object(content, at: start + space, line: line))
            }
            line += content.lineFeeds
            start = max(end, start + 1)
        }
    }

    /// Where the next line begins, after white space or a comma, with a bracket as far in as the element at `start`
    /// does; `nil` where that one does not begin its line, or none follows.
    private static func nextLikeElement(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        guard start < bytes.count, bytes[start] == UInt8(ascii: "{") else { return nil }
        var first = start
        while first > 0, bytes[first - 1] == 0x20 || bytes[first - 1] == 0x09 { first -= 1 }
        guard first == 0 || bytes[first - 1] == 0x0A else { return nil }
        var i = start
        while let feed = UnsafeBufferPointer(rebasing: bytes[i...]).firstByte(0x0A) {
            let lineStart = i + feed + 1
            i = lineStart
            var isAfterComma = false
            while i < bytes.count, bytes[i] == 0x20 || bytes[i] == 0x09 || bytes[i] == 0x2C {
                if bytes[i] == 0x2C { isAfterComma = true }
                i += 1
            }
            if i < bytes.count, bytes[i] == UInt8(ascii: "{"),
                isAfterComma || i - lineStart == start - first
            {
                return i
            }
        }
        return nil
    }

    /// The object that `content` spells, which starts at byte `start` of the chunk.
    private func object(
        _ content: UnsafeBufferPointer<UInt8>, at start: Int, line: Int
    ) -> RecordReading {
        if let problem = problem(content, at: start, allowsNUL: true) {
            return diagnostic(problem, line: line)
        }
        var scanner = JSONScanner(content)
        do {
            let columns = try scanner.object()
            guard !scanner.sawNUL else {
                return diagnostic("found \\u0000 in a string; expected text without it", line: line)
            }
            return .record(
                Record(columns: columns, place: file.place(line: line), file: file))
        } catch {
            return diagnostic(
                "no JSON object: at byte \(error.offset) of the record \(error.message)",
                line: line)
        }
    }

    private func readRows(
        _ bytes: UnsafeBufferPointer<UInt8>, _ table: TableLayout,
        into readings: inout [RecordReading]
    ) {
        let scanner = CSVScanner(table, maximumRow: maximumRecord)
        var cells: [CSVScanner.Cell] = []
        var start = 0
        var line = line
        while start < bytes.count {
            let end: Int
            switch scanner.step(bytes, from: start, isLast: true, into: &cells) {
            case .row(let next):
                end = next
                let row = UnsafeBufferPointer(rebasing: bytes[start..<end])
                if !row.isBlank {
                    readings.append(self.row(row, bytes, cells, at: start, line: line))
                }
            case .broken(let problem, let next):
                end = next ?? bytes.count
                readings.append(diagnostic(problem.message, line: line))
            case .incomplete:
                end = bytes.count
            }
            line += UnsafeBufferPointer(rebasing: bytes[start..<end]).lineFeeds
            start = end
        }
    }

    private func row(
        _ row: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>,
        _ cells: [CSVScanner.Cell], at start: Int, line: Int
    ) -> RecordReading {
        if let problem = problem(row, at: start) { return diagnostic(problem, line: line) }
        var cells = cells[...]
        if case .rows(let table) = layout, table.endsRows, cells.count == header.count + 1,
            let last = cells.last, last.start == last.end
        {
            cells = cells.dropLast()
        }
        guard cells.count == header.count else {
            return diagnostic(
                "found \(cells.count) cell\(cells.count == 1 ? "" : "s"); expected "
                    + "\(header.count) as in the header", line: line)
        }
        let columns = zip(header, cells).map { name, cell in
            Record.Column(name: name, value: .string(CSVScanner.text(cell, bytes)))
        }
        return .record(Record(columns: columns, place: file.place(line: line), file: file))
    }

    /// What makes the record unreadable whatever its format, or `nil`.
    private func problem(
        _ record: UnsafeBufferPointer<UInt8>, at start: Int, allowsNUL: Bool = false
    ) -> String? {
        if record.count > maximumRecord { return Self.tooLong(maximumRecord) }
        if let bad = record.firstInvalidUTF8 {
            return "found the byte \(JSONError.hexadecimal(record[bad])) at byte offset "
                + "\(offset + start + bad) of the file; expected UTF-8, or --encoding"
        }
        if !allowsNUL, let bad = record.firstByte(0) {
            return
                "found a NUL byte at byte offset \(offset + start + bad) of the file; expected text, or --encoding "
                + "utf-16"
        }
        return nil
    }

    private func diagnostic(_ message: String, line: Int?) -> RecordReading {
        .diagnostic(Diagnostic(file.place(line: line), message))
    }

    /// The message for a record longer than `limit`.
    static func tooLong(_ limit: Int) -> String {
        "found a record that is too long; expected at most \(limit) bytes"
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// The number of spaces, tabs and line ends at the start.
    var leadingSpace: Int {
        var i = 0
        while i < count, self[i] == 0x20 || (self[i] >= 0x09 && self[i] <= 0x0D) { i += 1 }
        return i
    }

    /// Whether there is nothing but spaces, tabs and line ends.
    var isBlank: Bool { leadingSpace == count }
}
