import CaucusText

/// Which of the columns that the user named were found.
struct FoundColumns: Sendable {
    /// Those not found so far, in the order they were named.
    private(set) var missing: [String]
    /// The columns of the first record.
    private(set) var first: [String] = []
    /// The file of the first record.
    private(set) var place: Place?

    init(_ columns: ExampleColumns) {
        // Each record without a text tells so itself.
        missing = columns.allGiven.filter { $0 != columns.text }
    }

    /// Looks at a record.
    mutating func note(_ record: ExampleRecord) {
        if first.isEmpty {
            first = record.record.columns.map(\.name)
            place = Place(file: record.record.place.file)
        }
        guard !missing.isEmpty else { return }
        missing.removeAll {
            record.has($0) || record.value(named: $0) != nil || record.isOfTool
        }
    }
}
