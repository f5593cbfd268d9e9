import CaucusText

/// Takes the rows of a sheet that hold something.
final class SpreadsheetRows: XMLPartHandler {
    let space = "spreadsheetml"
    private(set) var rows: [SpreadsheetFile.Row] = []
    /// The rows that hold a cell longer than one may be, which are not among `rows`.
    private(set) var longRows: [Int] = []
    /// What there are too many of, or `nil`.
    private(set) var excess: String?
    private let strings: [String]
    private let dates: [Bool]
    private let countsFrom1904: Bool
    private var cells: [String] = []
    private var (number, column) = (0, 0)
    private var (type, style) = ("n", 0)
    private var value: [UInt8] = []
    private var isValue = false
    private var silent = 0
    /// The cells and their bytes so far.
    private var (count, size) = (0, 0)
    private let limit: Int
    private var isTooLong = false

    /// The numbers that rows may have.
    private static let numbers = 1...1_048_576
    private static let mostLongRows = 1000
    /// How many units of UTF-16 a cell may have: Excel itself writes no more.
    static let longestCell = 32_767
    /// How many columns a sheet has.
    private static let maximumColumns = 16_384

    /// Reads cells that refer to `strings`, and whose style's number says in `dates` whether theirs is a date; they may
    /// have `limit` bytes.
    init(_ strings: [String], _ dates: [Bool], countsFrom1904: Bool, limit: Int) {
        (self.strings, self.dates, self.countsFrom1904) = (strings, dates, countsFrom1904)
        self.limit = limit
    }

    func start(_ name: String, isMeant: Bool, _ attributes: XMLAttributes) {
        switch name {
        case "row":
            cells = []
            column = 0
            let given = attributes["r"].flatMap { Int($0) }
            number = given.flatMap { Self.numbers.contains($0) ? $0 : nil } ?? number + 1
            number = min(number, Self.numbers.upperBound)
            isTooLong = false
        case "c":
            column = attributes["r"].flatMap(Self.column) ?? column
            type = attributes["t"] ?? "n"
            style = attributes["s"].flatMap { Int($0) } ?? 0
            value.removeAll(keepingCapacity: true)
        case "v", "t": isValue = silent == 0
        case "rPh": silent += 1
        default: break
        }
    }

    func end(_ name: String, isMeant: Bool) {
        switch name {
        case "v", "t": isValue = false
        case "rPh": silent -= 1
        case "c": closeCell()
        case "row":
            if isTooLong {
                if longRows.count == Self.mostLongRows {
                    excess =
                        "\(longRows.count) rows with cells of more than \(Self.longestCell) characters"
                } else {
                    longRows.append(number)
                }
            } else if excess == nil, cells.contains(where: { !$0.isEmpty }) {
                rows.append(SpreadsheetFile.Row(number: number, cells: cells))
            }
        default: break
        }
    }

    func add(_ text: UnsafeBufferPointer<UInt8>) { if isValue { value += text } }

    private func closeCell() {
        defer { column += 1 }
        guard column < Self.maximumColumns, excess == nil, !value.isEmpty else { return }
        let missing = max(column + 1 - cells.count, 0)
        count += missing
        guard count <= SpreadsheetFile.maximumCells else {
            excess = "\(SpreadsheetFile.maximumCells) cells"
            return
        }
        cells += Array(repeating: "", count: missing)
        let text = text
        if text.utf8.count > Self.longestCell, text.utf16.count > Self.longestCell {
            isTooLong = true
            return
        }
        // One string may be in any number of cells, each of which becomes a text of its own.
        size += text.utf8.count
        guard size <= limit else {
            excess = "\(limit) bytes"
            return
        }
        cells[column] = text
    }

    /// What the cell shows.
    private var text: String {
        let text = String(decoding: value, as: UTF8.self)
        switch type {
        case "s":
            guard let i = Int(text), strings.indices.contains(i) else { return "" }
            return strings[i]
        case "b": return text == "1" ? "true" : "false"
        case "e": return ""
        case "n":
            guard dates.indices.contains(style), dates[style], let serial = Double(text) else {
                return text
            }
            return date(serial) ?? text
        default: return text
        }
    }

    /// The day that a number of days after the end of 1899 means, and the time where it has one; Excel counts a day
    /// too many, 29 February 1900.
    private func date(_ serial: Double) -> String? {
        guard serial >= 61, serial < 2_958_466 else { return nil }
        let day = Int(serial)
        let seconds = Int(((serial - Double(day)) * 86_400).rounded())
        // Days after 1970-01-01.
        var days = day - (countsFrom1904 ? 24_107 : 25_569)
        if seconds == 86_400 { days += 1 }
        let date = Self.civil(days)
        let rest = seconds % 86_400
        guard rest > 0 else { return date }
        func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
        return date + "T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
    }

    /// The day of the Gregorian calendar (Howard Hinnant’s `civil_from_days`).
    private static func civil(_ days: Int) -> String {
        let z = days + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let doe = z - era * 146_097
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
        let mp = (5 * doy + 2) / 153
        let (day, month) = (doy - (153 * mp + 2) / 5 + 1, mp < 10 ? mp + 3 : mp - 9)
        let year = yoe + era * 400 + (month < 3 ? 1 : 0)
        func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
        return "\(year)-\(two(month))-\(two(day))"
    }

    /// The column, counted from 0, of a cell such as `B2`.
    private static func column(_ reference: String) -> Int? {
        var column = 0
        for byte in reference.utf8.prefix(4) {
            guard (0x41...0x5A).contains(byte) else { break }
            column = column * 26 + Int(byte - 0x40)
        }
        return column > 0 ? column - 1 : nil
    }
}
