import Caucus

/// The documents of a command: read one by one, odd records told and counted.
struct DocumentInput {
    private var documents: DocumentReader.Iterator
    private let paths: [String]
    /// The files that are read.
    let files: [String]
    private var failure: CorpusError?
    private let batch: BatchOptions
    private(set) var count = 0
    /// What was odd, for the store.
    private(set) var diagnostics: [Diagnostic] = []
    private var bad = BadRecords()
    /// Asked before each document; `true` ends the input.
    var isInterrupted: @Sendable () -> Bool = { false }

    /// The documents as `reading` says, the files in the order of their names: ids and rows then do not
    /// depend on the order in which they were given.
    init(_ paths: [String], _ reading: DocumentOptions, _ batch: BatchOptions) throws {
        try self.init(
            paths, format: reading.documentFormat(), columns: reading.columns.names, batch,
            inByteOrder: true)
    }

    init(
        _ paths: [String], format: DocumentFormat?, columns: ColumnNames, _ batch: BatchOptions,
        inByteOrder: Bool = false
    ) throws {
        self.paths = paths
        self.batch = batch
        var reader = try DocumentReader(paths: paths, format: format, columns: columns)
        if inByteOrder { reader = reader.inByteOrder() }
        files = reader.paths
        totalBytes = batch.limit == nil ? reader.totalBytes : nil
        documents = reader.makeIterator()
    }

    /// The bytes to read in all, or `nil` where nobody knows.
    let totalBytes: Int?

    /// The bytes read so far.
    var bytesRead: Int { documents.bytesRead }

    /// The next document, or `nil` at the end.
    mutating func next() throws -> Document? {
        if let limit = batch.limit, count >= limit { return nil }
        while !isInterrupted(), let record = documents.next() {
            switch record {
            case .document(let document):
                count += 1
                return document
            case .diagnostic(let diagnostic):
                note(diagnostic)
            case .failure(let error):
                failure = failure ?? error
                note(Diagnostic(Place(file: "input"), error.description))
            }
        }
        return nil
    }

    /// The diagnostics since the last call.
    mutating func takeDiagnostics() -> [Diagnostic] {
        defer { diagnostics.removeAll() }
        return diagnostics
    }

    private mutating func note(_ diagnostic: Diagnostic) {
        bad.note(diagnostic)
        diagnostics.append(diagnostic)
    }

    /// Sums up and fails where nothing could be read, or where `--strict` meets a bad record.
    mutating func finish() throws {
        if let failure { throw failure }
        guard count > 0 || batch.limit != 0, !isInterrupted() else { return }
        try bad.finish(records: count, strict: batch.strict, nothing: .noDocuments(paths: paths))
    }
}

extension DocumentOptions {
    /// The format to read everything in, or `nil` where the names tell.
    func documentFormat() throws -> DocumentFormat? {
        guard let format else { return nil }
        guard let known = DocumentFormat(rawValue: format == "ndjson" ? "jsonl" : format) else {
            let expected = DocumentFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure(64, "--format \(format): expected one of \(expected)")
        }
        return known
    }
}

extension ColumnOptions {
    /// The names of the columns, the user's own instead of the usual ones.
    var names: ColumnNames {
        var names = ColumnNames()
        if let idColumn { names.id = [idColumn] }
        if let textColumn { names.text = [textColumn] }
        if let titleColumn { names.title = [titleColumn] }
        if let sourceColumn { names.source = [sourceColumn] }
        if let publishedColumn { names.published = [publishedColumn] }
        if let urlColumn { names.url = [urlColumn] }
        return names
    }
}
