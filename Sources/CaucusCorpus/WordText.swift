/// The text of a Word file's main part: paragraphs with an empty line between them, rows of tables as lines.
///
/// Left out are what was deleted or moved away, hidden text, codes of fields, and the second form of what old programs cannot
/// show. Headers, footers and notes are files of their own and not read.
final class WordText: XMLPartHandler {
    let space = "wordprocessingml"
    /// Ten times those of a book of a million words.
    let maximumElements = 1 << 22
    /// The text so far.
    private(set) var text: [UInt8] = []
    /// The paragraphs that are open: a text box may be in one.
    private var open: [[UInt8]] = []
    /// How many open elements hold what is left out.
    private var silent = 0
    /// How many texts of runs are open.
    private var texts = 0
    /// The runs that are open, one inside of another by a text box: which are hidden.
    private var runs: [Bool] = []
    /// The open elements that tell whose property a property is.
    private var around: [Element] = []
    /// How many tables are open; the inner ones are words of their cell.
    private var tables = 0
    private var row: [[[UInt8]]] = []
    private var lastWasRow = false

    private enum Element { case run, runProperties, other }

    private static func isSilent(_ name: String) -> Bool {
        switch name {
        case "del", "moveFrom", "pPrChange", "rPrChange": true
        default: false
        }
    }

    private var isHidden: Bool { runs.contains(true) }

    func start(_ name: String, isMeant: Bool, _ attributes: XMLAttributes) {
        let isProperty =
            around.count > 1 && around[around.count - 1] == .runProperties
            && around[around.count - 2] == .run
        around.append(
            isMeant && name == "r" ? .run : isMeant && name == "rPr" ? .runProperties : .other)
        guard isMeant else {
            if name == "Fallback" { silent += 1 }
            return
        }
        if Self.isSilent(name) { silent += 1 }
        switch name {
        case "p": open.append([])
        case "r": runs.append(false)
        case "t": texts += 1
        // That of a paragraph is its mark's, and one inside of `rPrChange` was before.
        case "vanish" where isProperty && !runs.isEmpty:
            runs[runs.count - 1] = !["0", "false", "off"].contains(attributes["val"] ?? "")
        case "tab" where !runs.isEmpty: append(0x09)
        case "br" where !runs.isEmpty, "cr" where !runs.isEmpty: append(0x0A)
        case "noBreakHyphen" where !runs.isEmpty: append(0x2D)
        case "tbl":
            tables += 1
        case "tr" where tables == 1: row = []
        case "tc" where tables == 1: row.append([])
        default: break
        }
    }

    func end(_ name: String, isMeant: Bool) {
        _ = around.popLast()
        guard isMeant else {
            if name == "Fallback" { silent = max(silent - 1, 0) }
            return
        }
        if Self.isSilent(name) { silent = max(silent - 1, 0) }
        switch name {
        case "p": if let paragraph = open.popLast() { close(paragraph) }
        case "r": _ = runs.popLast()
        case "t": texts = max(texts - 1, 0)
        case "tbl": tables = max(tables - 1, 0)
        case "tr" where tables == 1: closeRow()
        default: break
        }
    }

    func add(_ content: UnsafeBufferPointer<UInt8>) {
        guard texts > 0, silent == 0, !isHidden, !open.isEmpty else { return }
        open[open.count - 1] += content
    }

    private func append(_ byte: UInt8) {
        guard silent == 0, !isHidden, !open.isEmpty else { return }
        open[open.count - 1].append(byte)
    }

    private func close(_ paragraph: [UInt8]) {
        guard paragraph.contains(where: { $0 > 0x20 }) else { return }
        if tables > 0, !row.isEmpty {
            row[row.count - 1].append(paragraph)
        } else {
            emit(paragraph, isRow: false)
        }
    }

    /// A row is a line, its cells parted by tabs; cells that hold several paragraphs keep them where the table only lays
    /// out the page.
    private func closeRow() {
        defer { row = [] }
        let cells = row.filter { !$0.isEmpty }
        guard !cells.isEmpty else { return }
        let isLayout = row.count < 3 && cells.contains { $0.count > 1 }
        let joint: [UInt8] = isLayout ? [0x0A, 0x0A] : [0x20]
        emit(
            Array(cells.map { Array($0.joined(separator: joint)) }.joined(separator: [0x09])),
            isRow: !isLayout)
    }

    private func emit(_ paragraph: [UInt8], isRow: Bool) {
        if !text.isEmpty { text += isRow && lastWasRow ? [0x0A] : [0x0A, 0x0A] }
        text += paragraph
        lastWasRow = isRow
    }
}
