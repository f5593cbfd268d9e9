/// How the rows of a table are spelled.
struct TableLayout: Sendable, Equatable {
    /// What stands between the cells of a row.
    var delimiter: UInt8
    /// How many cells a line has in a table whose lines are its rows, marks or not; `nil` where a cell in marks may go
    /// on over several lines.
    var cellsOfLine: Int?
    /// Whether rows begin with a name that the header does not know, as R writes them.
    var hasRowNames = false
    /// Whether each row ends with a delimiter that the header lacks.
    var endsRows = false

    /// What may stand between cells, the likeliest first.
    static let delimiters = [
        UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
    ]

    /// What a delimiter is called.
    static func name(_ delimiter: UInt8) -> String {
        delimiter == UInt8(ascii: "\t") ? "tabs" : "'\(Character(Unicode.Scalar(delimiter)))'"
    }

    /// The delimiter that a line `sep=;` before the header tells, as Excel writes it, and the length of that line.
    static func hint(_ bytes: UnsafeBufferPointer<UInt8>) -> (delimiter: UInt8, length: Int)? {
        guard bytes.starts(with: "sep=".utf8), bytes.count > 5, let feed = bytes.firstByte(0x0A),
            feed == 5 || feed == 6 && bytes[5] == 0x0D
        else { return nil }
        return (bytes[4], feed + 1)
    }

    /// The rows that tell the delimiter.
    private static let rowsRead = 20

    /// Finds the layout of a table that begins with `bytes`; `isLast` where nothing follows them, `usual` is the
    /// delimiter that its name tells, and `given` the one that the user names.
    ///
    /// The delimiter is the one by which the first rows have most cells, as many in each.
    init(
        _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, usual: UInt8, given: UInt8? = nil
    ) {
        delimiter = given ?? usual
        var best = Self.header(bytes, isLast, delimiter)
        if given == nil {
            for other in Self.delimiters where other != usual {
                let found = Self.header(bytes, isLast, other)
                guard found.cells > max(best.cells, 1) else { continue }
                best = found
                delimiter = other
            }
        }
        hasRowNames = best.hasRowNames
        endsRows = best.endsRows
        // Commas and semicolons stand in texts: only marks keep them apart there.
        guard delimiter == UInt8(ascii: "\t") || delimiter == UInt8(ascii: "|") else { return }
        cellsOfLine = Self.cellsOfLines(bytes, isLast, delimiter)
    }

    /// How many cells the header has where most of the first rows have as many, or one more; 0 where they do not.
    private static func header(
        _ bytes: UnsafeBufferPointer<UInt8>, _ isLast: Bool, _ delimiter: UInt8
    ) -> (cells: Int, hasRowNames: Bool, endsRows: Bool) {
        let scanner = CSVScanner(delimiter: delimiter, maximumRow: bytes.count)
        var cells: [CSVScanner.Cell] = []
        var header = 0
        var start = 0
        var rows = 0
        var like = 0
        var longer = 0
        var closed = 0
        while start < bytes.count, rows < rowsRead {
            switch scanner.step(bytes, from: start, isLast: isLast, into: &cells) {
            case .row(let next):
                let row = UnsafeBufferPointer(rebasing: bytes[start..<next])
                start = next
                if row.isBlank { continue }
                if header == 0 {
                    header = cells.count
                } else {
                    rows += 1
                    if cells.count == header { like += 1 }
                    if cells.count == header + 1 { longer += 1 }
                    if cells.count == header + 1, let last = cells.last, last.start == last.end {
                        closed += 1
                    }
                }
            case .broken(_, let next):
                if header == 0 { return (0, false, false) }
                rows += 1
                start = next ?? bytes.count
            case .incomplete: start = bytes.count
            }
        }
        if rows > 0, longer == rows, header > 1 { return (header, closed < rows, closed == rows) }
        return (like * 2 >= rows ? header : 0, false, false)
    }

    /// The cells of a line, parted without regard to marks, where nearly all lines have as many.
    private static func cellsOfLines(
        _ bytes: UnsafeBufferPointer<UInt8>, _ isLast: Bool, _ delimiter: UInt8
    ) -> Int? {
        var expected = 0
        var lines = 0
        var like = 0
        var start = 0
        while start < bytes.count {
            let rest = UnsafeBufferPointer(rebasing: bytes[start...])
            guard let length = rest.firstByte(0x0A) ?? (isLast ? rest.count : nil) else { break }
            let line = UnsafeBufferPointer(rebasing: rest[..<length])
            start += length + 1
            if line.isBlank { continue }
            var cells = 1
            for byte in line where byte == delimiter { cells += 1 }
            if expected == 0 { expected = cells }
            lines += 1
            if cells == expected { like += 1 }
        }
        return expected > 1 && like * 10 >= lines * 9 ? expected : nil
    }
}
