import Caucus
import Foundation

/// The documents of a command: read one by one, odd records told and counted.
struct DocumentInput {
    private var documents: DocumentReader.Iterator
    private let paths: [String]
    /// The files that are read, and the directories that were walked, with a slash at the end: what is told
    /// of them is told anew.
    let files: [String]
    private var failure: CorpusError?
    private let batch: BatchOptions
    private(set) var count = 0
    /// Documents that ended a worker, or took too much.
    private var leftOut = 0
    /// How many of the next documents are read and not given: an earlier worker has printed what they gave.
    var passedOver = 0
    /// What works on the documents, as a diagnostic calls it.
    var part = "the scorer"
    /// What was odd, for the store.
    private(set) var diagnostics: [Diagnostic] = []
    /// Documents that were left out, for the store.
    private(set) var faults: [StoreBatch.Fault] = []
    private var bad = BadRecords()
    private var notes = ReadingNotes()
    private var undated = UndatedDocuments()
    /// Asked before each document, and while a pipe is waited for; `true` ends the input.
    private let isInterrupted: @Sendable () -> Bool
    /// Takes diagnostics that pile up while no document is met, so that memory does not depend on them.
    var spill: ([Diagnostic]) throws -> Void = { _ in }
    private static let manyDiagnostics = 10_000

    /// The documents as `reading` says, with the ids that they have in `known`.
    init(
        _ paths: [String], _ reading: DocumentOptions, _ batch: BatchOptions,
        known: (any KnownDocuments)? = nil,
        isInterrupted: @escaping @Sendable () -> Bool = { false }
    ) throws {
        try self.init(
            paths, reading.content.options(reading.documentFormat()), batch, known: known,
            isInterrupted: isInterrupted)
    }

    /// The documents, the files in the order of their names: ids and rows then do not depend on the order in which
    /// they were given.
    init(
        _ paths: [String], _ options: ReadingOptions, _ batch: BatchOptions,
        known: (any KnownDocuments)? = nil,
        isInterrupted: @escaping @Sendable () -> Bool = { false }
    ) throws {
        self.paths = paths
        self.batch = batch
        self.isInterrupted = isInterrupted
        var reader = try DocumentReader(paths: paths, options)
            .inByteOrder().stopping(when: isInterrupted)
            .telling(Worker.current?.reading ?? ReadingWatch())
        if let known { reader = reader.remembering(known) }
        files = reader.paths + paths.compactMap(Self.directory)
        totalBytes = batch.limit == nil ? reader.totalBytes : nil
        documents = reader.makeIterator()
    }

    /// The path with a slash at its end where it is a directory's, else `nil`.
    private static func directory(_ path: String) -> String? {
        var isDirectory: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
        return isDirectory.boolValue ? (path.hasSuffix("/") ? path : path + "/") : nil
    }

    /// The bytes to read in all, or `nil` where nobody knows.
    let totalBytes: Int?

    /// The bytes read so far.
    var bytesRead: Int { documents.bytesRead }

    /// Whether as many were read as `--limit` says.
    var isCut: Bool { batch.limit.map { count + leftOut >= $0 } ?? false }

    /// The next document, or `nil` at the end.
    mutating func next() throws -> Document? {
        while !isInterrupted() {
            if isCut { return nil }
            guard let record = documents.next() else { return nil }
            switch record {
            case .document(let document):
                if let fault = Worker.current?.fault(of: RecordName(document)) {
                    leftOut += 1
                    let message = fault.message(of: "document \(document.id)", in: part)
                    let diagnostic = Diagnostic(document.place, message)
                    bad.note(diagnostic)
                    faults.append(
                        StoreBatch.Fault(
                            document: DocumentSummary(document), reason: "\(fault)",
                            diagnostic: diagnostic))
                    continue
                }
                count += 1
                undated.add(document)
                guard passedOver == 0 else {
                    passedOver -= 1
                    continue
                }
                return document
            case .diagnostic(let diagnostic): try note(diagnostic)
            case .note(let note): if !batch.quiet { notes.tell(note) }
            case .failure(let error):
                // A wait that was broken off is no failure of the file.
                if isInterrupted() { return nil }
                note(error)
            }
        }
        return nil
    }

    private mutating func note(_ diagnostic: Diagnostic) throws {
        bad.note(diagnostic)
        diagnostics.append(diagnostic)
        if diagnostics.count >= Self.manyDiagnostics { try spill(takeDiagnostics()) }
    }

    /// The documents that were left out since the last call.
    mutating func takeFaults() -> [StoreBatch.Fault] {
        defer { faults.removeAll() }
        return faults
    }

    /// The diagnostics since the last call.
    mutating func takeDiagnostics() -> [Diagnostic] {
        defer { diagnostics.removeAll() }
        return diagnostics
    }

    /// Keeps a file's failure; the first one ends the command once all else is read, so the others are told here.
    private mutating func note(_ error: CorpusError) {
        diagnostics.append(
            Diagnostic(Place(file: error.path ?? paths[0]), error.description))
        if failure == nil {
            failure = error
        } else {
            Console.tell("caucus: \(error.description)")
        }
    }

    /// Fails where a file could not be read to its end, or nothing at all.
    mutating func checkRead() throws {
        if let failure {
            bad.sumUp()
            throw failure
        }
        guard count == 0, batch.limit != 0, !isInterrupted() else {
            bad.sumUp()
            return
        }
        try bad.finish(records: 0, strict: false, nothing: .noDocuments(paths: paths))
    }

    /// Sums up, and fails where ``checkRead()`` does or `--strict` meets a bad record.
    mutating func finish() throws {
        try checkRead()
        if !batch.quiet { undated.sumUp() }
        guard count > 0, !isInterrupted() else { return }
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
