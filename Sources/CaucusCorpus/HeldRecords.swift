package import CaucusText

/// Records that a program holds as a table, which become documents or examples as those of a file do.
package struct HeldRecords {
    /// What the table is called in the ids of rows that have none, and in diagnostics.
    package static let file = InputFile(
        path: "table", name: "table", realPath: "table", format: nil)

    /// A record of a row, counted from 1; a `nil` is a missing value.
    package static func record(_ columns: [(name: String, value: String?)], row: Int) -> Record {
        Record(
            columns: columns.map {
                Record.Column(name: $0.name, value: $0.value.map { .string($0) } ?? .null)
            },
            place: file.place(line: row), file: file)
    }

    /// The examples of records, and what was odd.
    package static func examples(
        _ records: [Record], _ columns: ExampleColumns = ExampleColumns()
    ) -> [ExampleReading] {
        var offsets = OffsetReader()
        let read = ExampleMaker(columns: columns).steps(records).flatMap { offsets.take($0) }
        return read + offsets.finish()
    }

    private let maker: DocumentMaker
    private var register: IdentityRegister
    private let next: () -> Record?
    private var ready: [DocumentReading] = []

    /// Documents of what `next` gives, with the ids that they have in `known`.
    package init(
        _ options: ReadingOptions = ReadingOptions(), known: (any KnownDocuments)? = nil,
        next: @escaping () -> Record?
    ) {
        maker = DocumentMaker(options)
        register = IdentityRegister(known)
        self.next = next
    }

    /// The next document or diagnostic; `nil` after the last.
    package mutating func nextReading() throws -> DocumentReading? {
        if ready.isEmpty {
            guard let record = next() else { return nil }
            ready = try register.admitted(maker.reading(record)).reversed()
        }
        return ready.popLast()
    }
}
