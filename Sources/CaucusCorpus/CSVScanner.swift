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
