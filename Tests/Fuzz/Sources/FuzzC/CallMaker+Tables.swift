import FuzzSupport

extension CallMaker {
    /// A column of a usual table, and cells that it usually has.
    typealias Column = (name: String, cells: [String])

    static let documents: [Column] = [
        (
            "text",
            [
                Given.text, "Helen Marwick failed us, Hugh Lindgren said. “We lost it.”",
                "MARWICK: The school will open.\n\nOKELLO: It will not.", "The harbor was closed.",
            ]
        ),
        ("id", ["a", "b", "c", "d", "e", "f", "g"]), ("published", ["2031-04-01", "2 April 2031"]),
        ("source", ["Post", "Globe"]), ("title", ["Harbor closed", "School opens"]),
    ]
    static let examples: [Column] = [
        (
            "text",
            ["Helen Marwick failed us.", "Helen Marwick helped us.", "Helen Marwick met us."]
        ),
        ("label", ["against", "favor", "neutral"]), ("target", ["Helen Marwick"]),
        ("group", ["a", "b", "c", "d", "e", "f"]), ("weight", ["1", "2", "0.5"]),
    ]
    static let quotations: [Column] = [
        ("quote_id", (0..<30).map { "d\($0 / 2):\($0)-\($0 + 9)" }), ("status", ["counted"]),
        ("p_against", ["0.7", "0.1"]), ("p_neutral", ["0.2"]), ("p_favor", ["0.1", "0.7"]),
        ("speaker_id", ["ruth-okello", "hugh-lindgren", "org:post", "a; b"]),
        ("target", ["Helen Marwick"]), ("published", ["2031-04-01", "2031-05-01"]),
        ("outlet", ["Post", "Globe"]), ("start", ["0", "9"]), ("end", ["9", "18"]),
    ]
    static let labels: [Column] = [
        ("quote_id", (0..<30).map { "d\($0 / 2):\($0)-\($0 + 9)" }),
        ("label", ["against", "favor", "neutral", "not_speech", "wrong_speaker", "skip"]),
        ("sampling_probability", ["0.5", "1", "0.01"]), ("annotator", ["ann", "ben"]),
    ]
    static let names: [Column] = [
        ("name", ["Ruth Okello", "Okello", "Hugh Lindgren", "Dr. H. Lindgren"]),
        ("gender", ["female", "unknown", "male"]), ("named", ["1", "0", "20"]),
        ("documents", ["1", "3"]), ("quotations", ["2", "5"]),
    ]
    static let said: [Column] = [
        ("document", ["a", "b", "c", "d"]), ("speaker", ["Ruth Okello", "Hugh Lindgren"]),
        ("kind", ["person", "organization", "described"]),
        ("quote", ["the harbor will not open before the summer of next year", "no", "a school"]),
        ("answered", ["1", "0"]), ("text_hash", ["x", "y"]),
    ]
    static let coded: [Column] = [
        ("unit", ["a", "a", "b", "b", "c", "c"]), ("label", ["x", "y", "x"]),
        ("annotator", ["p", "q"]),
    ]

    /// A table of those columns. Most are as usual; one in four has odd cells, columns too many or too few.
    mutating func table(_ columns: [Column]) -> CTable? {
        let rows = choices.pick([6, 9, 1, 2, 30, 12, 0])
        let isWild = choices.isOne(in: 4)
        if isWild, choices.isOne(in: 12) { return nil }
        var made: [(name: String, values: [[UInt8]?])] = []
        for column in columns where !(isWild && choices.isOne(in: 12)) {
            let shift = choices.below(4)
            let cells = (0..<rows).map { row -> [UInt8]? in
                if isWild, choices.isOne(in: 12) {
                    return choices.isOne(in: 3) ? nil : choices.odd()
                }
                return Array(column.cells[(row + shift) % column.cells.count].utf8)
            }
            made.append((name: column.name, values: cells))
        }
        if isWild, choices.isOne(in: 3) {
            let name = choices.pick(
                [
                    "x", "duplicate_of", "p_speech", "speaker", "context", "target_start",
                    "target_end", "",
                ])
            made.append((name: name, values: (0..<rows).map { _ in choices.odd() }))
        }
        let table = CTable(bytes: made, rows: rows)
        if choices.isOne(in: 24) { damage(table) }
        return table
    }

    /// Breaks the structure of a table in one place; nothing is promised of memory that is not there.
    private mutating func damage(_ table: CTable) {
        let numbers: [Int64] = [-1, .min, .max, 1 << 31, 1 << 40]
        guard !table.offsets.isEmpty else { return }
        let (column, rows) = (
            choices.below(table.offsets.count), Int(table.table.pointee.row_count)
        )
        switch choices.below(8) {
        case 0: table.table.pointee.row_count = choices.pick([-1, .min, .max, 1 << 31])
        case 1: table.table.pointee.column_count = choices.pick(numbers)
        case 2: table.columns[column].byte_count = choices.pick([-1, .min, 0])
        case 3: table.columns[column].name = nil
        case 4: table.columns[column].offsets = nil
        case 5: table.columns[column].bytes = nil
        case 6: table.table.pointee.columns = nil
        default: table.offsets[column][choices.below(rows + 1)] = choices.pick(numbers)
        }
    }
}
