/// A table of Excel (.xlsx, ECMA-376): the rows of its first sheet, the first of which names the columns.
struct SpreadsheetFile {
    /// How many cells a sheet may have, the empty ones before others too.
    static let maximumCells = 1 << 24

    /// The names of the columns.
    private(set) var header: [String] = []
    /// The other rows that hold something, as long as the header.
    private(set) var rows: [Row] = []

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
        let target = book.firstSheet.flatMap { links.targets[$0] } ?? "worksheets/sheet1.xml"
        let name = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
        let sheet = SpreadsheetRows(
            strings.strings, styles.dates, countsFrom1904: book.countsFrom1904)
        guard try read(name, sheet) else {
            throw UnreadableFile(message: "found no \(name) in the zip; expected the first sheet")
        }
        // Rows are filled up to the header.
        let cells = (sheet.rows.first?.cells.count ?? 0) * sheet.rows.count
        guard !sheet.isTooLarge, cells <= Self.maximumCells else {
            throw UnreadableFile(
                message:
                    "\(name): found more than \(Self.maximumCells) cells; expected a smaller table")
        }
        guard let first = sheet.rows.first else {
            throw UnreadableFile(message: "\(name): found no rows; expected a header and rows")
        }
        header = first.cells
        rows = sheet.rows.dropFirst().map { row in
            let missing = max(header.count - row.cells.count, 0)
            return Row(
                number: row.number,
                cells: Array(
                    (row.cells + Array(repeating: "", count: missing)).prefix(header.count)))
        }
    }
}

/// Takes the name of the link to the first sheet.
private final class SpreadsheetBook: XMLPartHandler {
    let space = "spreadsheetml"
    var firstSheet: String?
    var countsFrom1904 = false

    func start(_ name: String, isMeant: Bool, _ attributes: XMLAttributes) {
        guard isMeant else { return }
        if name == "sheet", firstSheet == nil { firstSheet = attributes["id"] }
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
