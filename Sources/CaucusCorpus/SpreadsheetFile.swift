/// A table of Excel (.xlsx, ECMA-376): the rows of its first sheet, the first of which names the columns.
struct SpreadsheetFile {
    /// How many cells a sheet may have, the empty ones before others too.
    static let maximumCells = 1 << 24

    /// The names of the columns.
    private(set) var header: [String] = []
    /// The other rows that hold something, as long as the header.
    private(set) var rows: [Row] = []
    /// The rows left out, since a cell of theirs is longer than one may be.
    private(set) var longRows: [Int] = []
    /// The name of the sheet, and those of the others.
    private(set) var name = ""
    private(set) var otherSheets: [String] = []

    /// One row.
    struct Row: Sendable, Hashable {
        /// Its number in the sheet, counted from 1.
        var number: Int
        var cells: [String]
    }

    /// Reads a file; throws where it is none or holds no rows.
    ///
    /// - Complexity: O(unpacked bytes), of which each part has at most `limit`.
    init(_ source: ZipSource, limit: Int = WordFile.maximumPart) throws(UnreadableFile) {
        let archive = try OfficeFile.archive(source, "a table of Excel", "xlsx")
        func read(_ name: String, _ handler: any XMLPartHandler) throws(UnreadableFile) -> Bool {
            guard let entry = archive.entry(name) else { return false }
            try XMLPart.read(ZipMember(archive.source, entry, limit: limit), named: name, handler)
            return true
        }
        let book = SpreadsheetBook()
        guard try read("xl/workbook.xml", book) else {
            throw UnreadableFile(
                message: "found a zip without xl/workbook.xml; expected a table of Excel (.xlsx)")
        }
        let links = SpreadsheetLinks()
        _ = try read("xl/_rels/workbook.xml.rels", links)
        let strings = SpreadsheetStrings()
        _ = try read("xl/sharedStrings.xml", strings)
        let styles = SpreadsheetStyles()
        _ = try read("xl/styles.xml", styles)
        let first = book.sheets.firstIndex { !$0.isHidden } ?? 0
        let id = book.sheets.indices.contains(first) ? book.sheets[first].id : nil
        let target = id.flatMap { links.targets[$0] } ?? "worksheets/sheet1.xml"
        let name = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
        let sheet = SpreadsheetRows(
            strings.strings, styles.dates, countsFrom1904: book.countsFrom1904, limit: limit)
        guard try read(name, sheet) else {
            throw UnreadableFile(message: "found no \(name) in the zip; expected the first sheet")
        }
        // Rows are filled up to the header.
        let cells = (sheet.rows.first?.cells.count ?? 0) * sheet.rows.count
        let excess = cells <= Self.maximumCells ? sheet.excess : "\(Self.maximumCells) cells"
        if let excess {
            throw UnreadableFile(
                message: "\(name): found more than \(excess); expected a smaller table")
        }
        // Without its header a table would begin with a row of it.
        if let long = sheet.longRows.first, long < sheet.rows.first?.number ?? .max {
            throw UnreadableFile(message: "\(name): row \(long): \(Self.tooLong)")
        }
        guard let top = sheet.rows.first else {
            throw UnreadableFile(message: "\(name): found no rows; expected a header and rows")
        }
        header = top.cells.map(Self.trimmed)
        longRows = sheet.longRows
        for (i, other) in book.sheets.enumerated() {
            if i == first { self.name = other.name } else { otherSheets.append(other.name) }
        }
        rows = sheet.rows.dropFirst().map { row in
            let missing = max(header.count - row.cells.count, 0)
            return Row(
                number: row.number,
                cells: Array(
                    (row.cells + Array(repeating: "", count: missing)).prefix(header.count)))
        }
    }

    /// Why a row is left out.
    static let tooLong =
        "found a cell of more than \(SpreadsheetRows.longestCell) characters; expected at most as many, "
        + "as Excel has them"

    /// A name without the spaces around it.
    private static func trimmed(_ name: String) -> String {
        var name = name[...]
        while name.first == " " { name.removeFirst() }
        while name.last == " " { name.removeLast() }
        return String(name)
    }

    /// What a user should know of how the file was read, a line each.
    var notes: [String] {
        var notes: [String] = []
        if !otherSheets.isEmpty {
            let some = otherSheets.prefix(5).map(Self.spelled).joined(separator: ", ")
            let more = otherSheets.count > 5 ? " and \(otherSheets.count - 5) more" : ""
            notes.append("read the sheet \(Self.spelled(name)) alone; not read: \(some)\(more)")
        }
        var (seen, told): (Set<String>, Set<String>) = ([], [])
        for name in header
        where !seen.insert(name).inserted && !name.isEmpty && told.insert(name).inserted {
            notes.append(
                "found several columns called \(Self.spelled(name)); the last one is read; "
                    + "expected names that differ")
        }
        return notes
    }

    /// A name from the file as a message has it.
    private static func spelled(_ name: String) -> String {
        String(name.prefix(40).map { ($0.asciiValue ?? 32) < 32 || $0.isNewline ? "?" : $0 })
    }
}

/// Takes the names of the sheets and of the links to them.
private final class SpreadsheetBook: XMLPartHandler {
    let space = "spreadsheetml"
    static let maximumSheets = 10_000
    var sheets: [(name: String, id: String?, isHidden: Bool)] = []
    var countsFrom1904 = false

    func start(_ name: String, isMeant: Bool, _ attributes: XMLAttributes) {
        guard isMeant else { return }
        if name == "sheet", sheets.count < Self.maximumSheets {
            let isHidden = ["hidden", "veryHidden"].contains(attributes["state"] ?? "")
            sheets.append(
                (String((attributes["name"] ?? "").prefix(40)), attributes["id"], isHidden))
        }
        if name == "workbookPr" {
            countsFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
        }
    }

    func end(_ name: String, isMeant: Bool) {}
    func add(_ text: UnsafeBufferPointer<UInt8>) {}
}

/// Takes the parts that links lead to.
private final class SpreadsheetLinks: XMLPartHandler {
    let space = "package/2006/relationships"
    var targets: [String: String] = [:]

    func start(_ name: String, isMeant: Bool, _ attributes: XMLAttributes) {
        guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"]
        else { return }
        targets[id] = target
    }

    func end(_ name: String, isMeant: Bool) {}
    func add(_ text: UnsafeBufferPointer<UInt8>) {}
}

/// Takes the strings that cells refer to by number; the reading of signs is left out.
private final class SpreadsheetStrings: XMLPartHandler {
    let space = "spreadsheetml"
    var strings: [String] = []
    private var string: [UInt8] = []
    private var isText = false
    private var silent = 0

    func start(_ name: String, isMeant: Bool, _ attributes: XMLAttributes) {
        if name == "rPh" { silent += 1 }
        isText = name == "t" && silent == 0
    }

    func end(_ name: String, isMeant: Bool) {
        isText = false
        if name == "rPh" { silent -= 1 }
        guard name == "si" else { return }
        strings.append(String(decoding: string, as: UTF8.self))
        string.removeAll(keepingCapacity: true)
    }

    func add(_ text: UnsafeBufferPointer<UInt8>) { if isText { string += text } }
}

/// Takes which styles of cells show a number as a date.
private final class SpreadsheetStyles: XMLPartHandler {
    let space = "spreadsheetml"
    /// For each style: whether its numbers are dates.
    var dates: [Bool] = []
    private var formats: [Int: Bool] = [:]
    private var isCells = false

    func start(_ name: String, isMeant: Bool, _ attributes: XMLAttributes) {
        switch name {
        case "numFmt":
            guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
            formats[id] = Self.isDate(attributes["formatCode"] ?? "")
        case "cellXfs": isCells = true
        case "xf" where isCells:
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            // The formats for dates that every program knows.
            dates.append(formats[id] ?? ((14...17).contains(id) || id == 22))
        default: break
        }
    }

    func end(_ name: String, isMeant: Bool) { if name == "cellXfs" { isCells = false } }
    func add(_ text: UnsafeBufferPointer<UInt8>) {}

    /// Whether a format shows a year or a day: `yyyy\-mm\-dd`, and neither `"day" 0` nor `[Red]0`.
    private static func isDate(_ format: String) -> Bool {
        var isQuoted = false
        var isBracketed = false
        var previous: Character = " "
        for character in format.lowercased() {
            defer { previous = character }
            if previous == "\\" { continue }
            switch character {
            case "\"": isQuoted.toggle()
            case "[": isBracketed = true
            case "]": isBracketed = false
            case "y", "d": if !isQuoted, !isBracketed { return true }
            default: break
            }
        }
        return false
    }
}
