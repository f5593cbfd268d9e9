package import CaucusText

/// The chunks of several files in order, and what stands in their way.
package struct ChunkReader: Sequence, IteratorProtocol {
    /// What comes next.
    package enum Step: Sendable {
        case chunk(RecordChunk)
        case diagnostic(Diagnostic)
        /// A file cannot be read, or not to its end; the others are.
        case failure(CorpusError)
    }

    private var files: ArraySlice<InputFile>
    private var diagnostics: ArraySlice<Diagnostic>
    private let standardInput: Int32
    private let maximumRecord: Int
    private let fallback: DocumentFormat
    private var current: FileChunks?

    init(_ inputs: InputFiles, fallback: DocumentFormat) {
        files = inputs.files[...]
        diagnostics = inputs.diagnostics[...]
        standardInput = inputs.standardInput
        maximumRecord = inputs.maximumRecord
        self.fallback = fallback
    }

    /// The next chunk or diagnostic; `nil` after the last.
    package mutating func next() -> Step? {
        if let diagnostic = diagnostics.popFirst() { return .diagnostic(diagnostic) }
        while true {
            do {
                if let chunk = try current?.next() { return .chunk(chunk) }
                guard let file = files.popFirst() else { return nil }
                current = nil
                current = try FileChunks(
                    file, standardInput: standardInput, maximumRecord: maximumRecord,
                    fallback: fallback)
            } catch {
                current = nil
                return .failure(error)
            }
        }
    }
}

/// The files that a reader was asked to read.
struct InputFiles: Sendable {
    var files: [InputFile] = []
    var diagnostics: [Diagnostic] = []
    var standardInput: Int32
    var maximumRecord: Int

    /// Finds the files that `paths` name.
    init(
        paths: [String], format: DocumentFormat?, allowed: Set<DocumentFormat>,
        expected: [String], standardInput: Int32, maximumRecord: Int
    ) throws(CorpusError) {
        var walk = FileWalk(allowed: allowed, expected: expected, format: format)
        for path in paths { try walk.add(path) }
        files = walk.files
        diagnostics = walk.diagnostics
        self.standardInput = standardInput
        self.maximumRecord = max(maximumRecord, 1)
    }
}
