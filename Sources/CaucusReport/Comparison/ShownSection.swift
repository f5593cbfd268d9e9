/// A part of a comparison as people read it, the same on the page and in the text.
struct ShownSection {
    /// What links point to.
    var id: String
    var heading: String
    /// What to know before reading it, a paragraph each.
    var how: [String]
    var charts: [ReportFile] = []
    var tables: [ShownTable]
}

/// A table as people read it: some of the rows of a file.
struct ShownTable {
    var title: String
    /// Which rows of `quotations.csv` make a cell.
    var trace: String
    /// The file with all rows.
    var file: String
    var head: [String]
    /// A row each, whose first cell names it.
    var rows: [[ShownCell]]
    /// How many rows the file holds besides.
    var rest = 0
    /// Whether the page shows it only on demand.
    var isFolded = false
}

/// A number as people read it.
struct ShownCell {
    var main: String
    /// The interval.
    var small: String?
    /// From how many quotations.
    var count: String?
    /// `favor` or `against` where the interval leaves out 0.
    var direction: String?

    init(
        _ main: String, small: String? = nil, count: String? = nil, direction: String? = nil
    ) {
        self.main = main
        self.small = small
        self.count = count
        self.direction = direction
    }

    /// On one line.
    var text: String {
        let rest = [small, count].compactMap(\.self).joined(separator: "; ")
        return rest.isEmpty ? main : "\(main) (\(rest))"
    }
}
