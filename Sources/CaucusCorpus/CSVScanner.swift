/// Splits a table into rows and cells as RFC 4180 says, and goes on after a row that is broken.
///
/// A quotation mark opens a cell only at its very start; elsewhere it stands for itself. A line ends with
/// LF or CR LF. A row is broken where a quoted cell is followed by something else than a delimiter or
/// a line end, or is never closed; scanning then goes on at the line after the one the row starts in,
/// so that one stray mark costs one line and not the rest of the file.
struct CSVScanner: Sendable {
    /// The bytes of one cell, without the marks around it.
    struct Cell: Sendable, Equatable {
        var start: Int
        var end: Int
        /// Whether two marks inside stand for one.
        var doubled = false
    }

    /// What the next row is.
    enum Step: Equatable {
        /// A row; the next one starts at `next`.
        case row(next: Int)
        /// A broken row; the next one starts at `next`, `nil` where that is beyond the bytes.
        case broken(Problem, next: Int?)
        /// The bytes end before the row does.
        case incomplete
    }

    /// What breaks a row.
    enum Problem: Equatable {
        case unclosed
        case afterQuote(UInt8)
        case tooLong
    }

    var delimiter: UInt8
    /// Rows longer than this are broken.
    var maximumRow: Int
    /// How many cells a line has where lines are rows: ``TableLayout/cellsOfLine``.
    var cellsOfLine: Int?

    /// Creates a scanner of rows with `delimiter` between their cells.
    init(delimiter: UInt8, maximumRow: Int) {
        self.delimiter = delimiter
        self.maximumRow = maximumRow
    }

    /// Creates a scanner of the rows of a table.
    init(_ table: TableLayout, maximumRow: Int) {
        self.init(delimiter: table.delimiter, maximumRow: maximumRow)
        cellsOfLine = table.cellsOfLine
    }

    private enum End {
        case delimiter(next: Int)
        case line(next: Int)
        case broken(Problem)
        case incomplete
    }

    /// Reads the row that starts at `start` into `cells`; `isLast` where no bytes follow these.
    ///
    /// - Precondition: `start < bytes.count`.
    func step(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool, into cells: inout [Cell]
    ) -> Step {
        cells.removeAll(keepingCapacity: true)
        if let cellsOfLine,
            let step = line(bytes, start, isLast, cells: cellsOfLine, into: &cells)
        {
            return step
        }
        cells.removeAll(keepingCapacity: true)
        var position = start
        while true {
            let end =
                position < bytes.count && bytes[position] == UInt8(ascii: "\"")
                ? quoted(bytes, position, isLast, &cells) : plain(bytes, position, isLast, &cells)
            switch end {
            case .delimiter(let next):
                position = next
                if next - start > maximumRow { return broken(.tooLong, bytes, start) }
            case .line(let next):
                if next - start > maximumRow { return broken(.tooLong, bytes, start) }
                return .row(next: next)
            case .broken(let problem):
                return broken(problem, bytes, start)
            case .incomplete:
                if bytes.count - start > maximumRow { return broken(.tooLong, bytes, start) }
                return .incomplete
            }
        }
    }

    /// The line that starts at `start` as a row, where it has as many cells; marks around a whole cell enclose it, others
    /// stand for themselves.
    private func line(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ isLast: Bool, cells expected: Int,
        into cells: inout [Cell]
    ) -> Step? {
        let rest = UnsafeBufferPointer(rebasing: bytes[start...])
        guard let length = rest.firstByte(0x0A) ?? (isLast ? rest.count : nil) else {
            return rest.count > maximumRow ? broken(.tooLong, bytes, start) : .incomplete
        }
        let next = min(start + length + 1, bytes.count)
        if next - start > maximumRow { return broken(.tooLong, bytes, start) }
        var end = start + length
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        var first = start
        while true {
            let stretch = UnsafeBufferPointer(rebasing: bytes[first..<end])
            let border = stretch.firstByte(delimiter).map { first + $0 } ?? end
            cells.append(Self.cell(bytes, first, border))
            guard border < end else { break }
            first = border + 1
        }
        return cells.count == expected ? .row(next: next) : nil
    }

    /// The cell between two places, without marks that enclose it as a whole.
    private static func cell(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
    ) -> Cell {
        let mark = UInt8(ascii: "\"")
        guard end - start >= 2, bytes[start] == mark, bytes[end - 1] == mark else {
            return Cell(start: start, end: end)
        }
        var cell = Cell(start: start + 1, end: end - 1)
        var i = cell.start
        while i < cell.end {
            if bytes[i] == mark {
                guard i + 1 < cell.end, bytes[i + 1] == mark else {
                    return Cell(start: start, end: end)
                }
                cell.doubled = true
                i += 1
            }
            i += 1
        }
        return cell
    }

    private func broken(
        _ problem: Problem, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
    ) -> Step {
        let rest = UnsafeBufferPointer(rebasing: bytes[start...])
        return .broken(problem, next: rest.firstByte(0x0A).map { start + $0 + 1 })
    }

    private func plain(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ isLast: Bool, _ cells: inout [Cell]
    ) -> End {
        var i = start
        while i < bytes.count, bytes[i] != delimiter, bytes[i] != 0x0A { i += 1 }
        guard i < bytes.count else {
            guard isLast else { return .incomplete }
            cells.append(Cell(start: start, end: i))
            return .line(next: i)
        }
        if bytes[i] == delimiter {
            cells.append(Cell(start: start, end: i))
            return .delimiter(next: i + 1)
        }
        let hasReturn = i > start && bytes[i - 1] == 0x0D
        cells.append(Cell(start: start, end: hasReturn ? i - 1 : i))
        return .line(next: i + 1)
    }

    private func quoted(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ isLast: Bool, _ cells: inout [Cell]
    ) -> End {
        let mark = UInt8(ascii: "\"")
        var cell = Cell(start: start + 1, end: start + 1)
        var i = start + 1
        while true {
            let rest = UnsafeBufferPointer(rebasing: bytes[i...])
            guard let found = rest.firstByte(mark) else {
                return isLast ? .broken(.unclosed) : .incomplete
            }
            i += found + 1
            guard i < bytes.count, bytes[i] == mark else { break }
            cell.doubled = true
            i += 1
        }
        cell.end = i - 1
        cells.append(cell)
        guard i < bytes.count else { return isLast ? .line(next: i) : .incomplete }
        if bytes[i] == delimiter { return .delimiter(next: i + 1) }
        if bytes[i] == 0x0A { return .line(next: i + 1) }
        if bytes[i] == 0x0D {
            guard i + 1 < bytes.count else { return isLast ? .line(next: i + 1) : .incomplete }
            if bytes[i + 1] == 0x0A { return .line(next: i + 2) }
        }
        return .broken(.afterQuote(bytes[i]))
    }

    /// The text of a cell.
    static func text(_ cell: Cell, _ bytes: UnsafeBufferPointer<UInt8>) -> String {
        let content = UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.end])
        guard cell.doubled else { return String(decoding: content, as: UTF8.self) }
        return String(unsafeUninitializedCapacity: content.count) { target in
            var written = 0
            var skip = false
            for byte in content {
                skip = byte == UInt8(ascii: "\"") && !skip
                // Of each pair of marks the first one is dropped.
                if skip { continue }
                target[written] = byte
                written += 1
            }
            return written
        }
    }
}

extension CSVScanner.Problem {
    /// What was found and what would be right.
    var message: String {
        switch self {
        case .unclosed:
            "found a cell whose quotation mark is never closed; expected \" before the line ends"
        case .afterQuote(let byte):
            "found \(CSVScanner.spelling(byte)) after a closing quotation mark; expected a delimiter, "
                + "a line end, or \"\" for a mark inside the cell"
        case .tooLong:
            "found a row that is too long; is a quotation mark not closed?"
        }
    }
}

extension CSVScanner {
    fileprivate static func spelling(_ byte: UInt8) -> String {
        byte > 0x20 && byte < 0x7F
            ? "'\(Character(Unicode.Scalar(byte)))'" : "the byte \(JSONError.hexadecimal(byte))"
    }
}
