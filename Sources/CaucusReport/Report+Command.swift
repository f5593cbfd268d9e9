extension Report {
    /// The command that makes this report of its store again: what it was given, without the names of files.
    var command: String {
        let standard = ReportOptions()
        var words = ["caucus", "report", "RUN.sqlite", "--target", Self.quoted(run.target.name)]
        if options.unit != standard.unit { words += ["--unit", options.unit.rawValue] }
        if options.period != standard.period { words += ["--by", options.period.rawValue] }
        if let column = options.column { words += ["--by", Self.quoted(column)] }
        if options.level != standard.level { words += ["--level", Numbers.table(options.level)] }
        if options.seed != standard.seed { words += ["--seed", String(options.seed)] }
        if labelUse != nil { words += ["--labels", "LABELS.csv"] }
        words += filterWords + editWords
        if let date = options.date { words += ["--date", date] }
        if options.printsAll { words.append("--full") }
        return words.joined(separator: " ")
    }

    private var filterWords: [String] {
        let filter = options.filter
        var words: [String] = []
        if filter.isDirect { words.append("--direct") }
        if filter.isExplicit { words.append("--explicit") }
        if filter.isNamed { words.append("--named") }
        if let kind = filter.kind { words += ["--kind", kind.rawValue] }
        if let least = filter.leastConfidence {
            words += ["--min-confidence", Numbers.table(least)]
        }
        if let from = filter.from { words += ["--from", Self.quoted(from)] }
        if let to = filter.to { words += ["--to", Self.quoted(to)] }
        return words + filter.outlets.flatMap { ["--outlet", Self.quoted($0)] }
    }

    /// A few edits as flags, many as the file that they are in.
    private var editWords: [String] {
        guard merged.count + excluded.count <= 4 else { return ["--aliases", "NAMES.txt"] }
        return merged.flatMap { ["--merge", Self.quoted("\($0.intoID ?? "") = \($0.id)")] }
            + excluded.flatMap { ["--exclude", Self.quoted($0.id)] }
    }

    /// A word as a shell takes it, on one line and cut where it is long.
    private static func quoted(_ text: String) -> String {
        let plain = Clipping.clipped(text, to: 120).map { $0.isNewline ? " " : String($0) }.joined()
        let isBare =
            !plain.isEmpty
            && plain.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
                    || (0x61...0x7A).contains($0)
                    || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E
            }
        return isBare ? plain : "'" + plain.replacing("'", with: "'\\''") + "'"
    }
}
