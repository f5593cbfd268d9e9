import CCaucus
import Caucus

/// The documents of a call, from the caller's table or from files, and what was odd about them.
final class DocumentSource {
    /// The options that name files and say how they are read.
    static let options =
        ["path", "format", "dates"]
        + ["text", "id", "title", "source", "published", "url"].map { $0 + "_column" }

    private var table: HeldRecords?
    private var files: DocumentReader.Iterator?
    private let work: CallWork
    private var diagnostics: [Diagnostic] = []
    private var failure: CorpusError?
    private(set) var count = 0
    private(set) var diagnosticCount = 0
    /// The files that are read, for a store that tells of them anew.
    let paths: [String]

    /// The documents of `table`, or of the files that the options name where there is none.
    init(
        _ table: UnsafePointer<caucus_table>?, _ options: CallOptions, _ work: CallWork,
        known: (any KnownDocuments)? = nil
    ) throws {
        self.work = work
        let reading = try Self.reading(options)
        if table != nil {
            guard options["path"] == nil else {
                throw CallError.usage("found documents and a path; expected one of the two")
            }
            let input = try InputTable(table, "documents")
            var next = 0
            self.table = HeldRecords(reading, known: known) {
                guard next < input.rows else { return nil }
                defer { next += 1 }
                return input.record(next)
            }
            paths = []
            return
        }
        let given = try options.needed("path")
        let named =
            try given.hasPrefix("[")
            ? options.json("path", [String].self, "a path, or a JSON array of paths") : [given]
        var reader = try DocumentReader(paths: named ?? [given], reading)
            .inByteOrder().stopping { work.isCanceled }
        if let known { reader = reader.remembering(known) }
        paths = reader.paths
        files = reader.makeIterator()
    }

    private static func reading(_ options: CallOptions) throws -> ReadingOptions {
        var columns = ColumnNames()
        let roles: [(String, WritableKeyPath<ColumnNames, [String]>)] = [
            ("text", \.text), ("id", \.id), ("title", \.title), ("source", \.source),
            ("published", \.published), ("url", \.url),
        ]
        for (name, path) in roles {
            if let column = options[name + "_column"] { columns[keyPath: path] = [column] }
        }
        return ReadingOptions(
            format: try options.choice("format", DocumentFormat.self), columns: columns,
            dateOrder: try options.choice("dates", DateOrder.self))
    }

    /// The next document, or `nil` after the last, or where the caller wants to end.
    func next() throws -> Document? {
        while !work.isCanceled, let reading = try table?.nextReading() ?? files?.next() {
            switch reading {
            case .document(let document):
                count += 1
                return document
            case .diagnostic(let diagnostic):
                diagnostics.append(diagnostic)
                diagnosticCount += 1
            case .note: break
            case .failure(let error): failure = failure ?? error
            }
        }
        return nil
    }

    /// What was odd since the last call.
    func takeDiagnostics() -> [Diagnostic] {
        defer { diagnostics.removeAll() }
        return diagnostics
    }

    /// Fails where the caller wants to end, a file could not be read, or nothing was a document.
    func check() throws {
        try work.check()
        if let failure { throw failure }
        guard count == 0, let first = diagnostics.first else { return }
        throw CallError.data(first.description)
    }
}
