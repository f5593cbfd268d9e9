import Foundation

/// Rows of cells as aligned text, indented by two spaces.
struct AlignedTable {
    private var rows: [[String]]
    private let left: Int

    /// Creates a table; the first `left` columns stand at the left, the others at the right.
    init(_ header: [String], left: Int = 0) {
        rows = [header]
        self.left = left
    }

    /// Adds a row of as many cells as the header has.
    mutating func add(_ cells: [String]) { rows.append(cells.map(\.onOneLine)) }

    /// The rows, without the end of the last line.
    var text: String {
        let widths = rows[0].indices.map { k in rows.map { $0[k].count }.max() ?? 0 }
        return rows.map { row in
            var line = ""
            for (k, cell) in row.enumerated() {
                let space = String(repeating: " ", count: widths[k] - cell.count)
                line += "  " + (k < left ? cell + space : space + cell)
            }
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n")
    }
}

extension Double {
    /// As a share in percent.
    var percent: String { String(format: "%.1f %%", 100 * self) }
}

extension Estimate {
    /// The value and its ends in percent.
    var percent: String {
        guard let low, let high else { return value.percent }
        return String(format: "%.2f %% (%.2f–%.2f)", 100 * value, 100 * low, 100 * high)
    }
}

extension String {
    /// Without what would break a line or move a terminal's cursor.
    var onOneLine: String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.properties.generalCategory {
            case .format: continue
            case .control, .lineSeparator, .paragraphSeparator: result.append(" ")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// At most 200 characters.
    var cut: String { count > 200 ? prefix(199) + "…" : self }
}
