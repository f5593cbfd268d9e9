import Caucus

/// A table to give to the caller, filled row by row; a column's cells lie together as Arrow has them.
struct ResultTable {
    /// What a column holds.
    enum Kind: Sendable {
        case text, integer, number, bytes

        /// The kind that a column of the tables has by its type there.
        init(_ type: String) {
            switch type {
            case "integer": self = .integer
            case "number": self = .number
            default: self = .text
            }
        }
    }

    /// A column.
    struct Column {
        let name: String
        let kind: Kind
        private(set) var count = 0
        private(set) var missing = 0
        private(set) var validity: [UInt8] = []
        /// Texts and bytes: where each ends, after the first one's start.
        private(set) var offsets: [Int64] = [0]
        private(set) var bytes: [UInt8] = []
        /// Numbers, by their bits.
        private(set) var words: [UInt64] = []

        init(_ name: String, _ kind: Kind) {
            self.name = name
            self.kind = kind
        }

        /// Adds a cell; one of another kind is missing.
        mutating func add(_ cell: TableCell) {
            switch (kind, cell) {
            case (.text, .text(let text)), (.text, .json(let text)): add(bytes: text.utf8)
            case (.integer, .integer(let number)): add(word: UInt64(bitPattern: Int64(number)))
            case (.number, .integer(let number)): add(word: Double(number).bitPattern)
            case (.number, .number(let number)):
                add(word: Self.asTablesHave(number).map(\.bitPattern))
            default: kind == .text || kind == .bytes ? add(bytes: [UInt8]?.none) : add(word: nil)
            }
        }

        /// Adds a number as it is.
        mutating func add(exactly number: Double) { add(word: number.bitPattern) }

        /// Adds a text or bytes; `nil` is a missing value.
        mutating func add(bytes value: (some Collection<UInt8>)?) {
            mark(value != nil)
            if let value { bytes.append(contentsOf: value) }
            offsets.append(Int64(bytes.count))
        }

        private mutating func add(word: UInt64?) {
            mark(word != nil)
            words.append(word ?? 0)
        }

        private mutating func mark(_ isValid: Bool) {
            if count % 8 == 0 { validity.append(0) }
            if isValid { validity[count / 8] |= 1 << (count % 8) } else { missing += 1 }
            count += 1
        }

        /// The number that the tables' six digits after the point stand for; `nil` where it is not finite.
        private static func asTablesHave(_ number: Double) -> Double? {
            guard number.isFinite else { return nil }
            let scaled = (number * 1e6).rounded()
            return abs(scaled) < 1e15 ? scaled / 1e6 : number
        }
    }

    private(set) var columns: [Column]
    private(set) var rows = 0

    init(_ columns: [(String, Kind)]) { self.columns = columns.map { Column($0.0, $0.1) } }

    /// Adds a row of the tables.
    mutating func add(_ cells: [TableCell]) {
        for i in columns.indices { columns[i].add(cells[i]) }
        rows += 1
    }

    /// Adds a row whose cells `fill` adds, one to each column.
    mutating func addRow(_ fill: (inout [Column]) -> Void) {
        fill(&columns)
        rows += 1
        precondition(columns.allSatisfy { $0.count == rows }, "a row of \(rows) lacks cells")
    }
}
