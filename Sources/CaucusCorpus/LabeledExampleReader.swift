public import CaucusText

/// What a reader of labeled examples meets.
public enum ExampleReading: Sendable, Equatable {
    /// An example with a text.
    case example(LabeledExample)
    /// A record that is passed over; reading goes on.
    case diagnostic(Diagnostic)
    /// A record that people left without a label of its text.
    case leftOut(LeftOutExample)
    /// Something to tell of a file that is no fault of a record.
    case note(Diagnostic)
    /// A file that cannot be read, or not to its end; reading goes on with the next one.
    case failure(CorpusError)
}

/// Reads labeled examples from files, directories and standard input, one after the other.
///
/// Files are JSON lines, a JSON array or a table with a header; their columns are `id`, `text`, `target`,
/// `label`, `target_start`, `target_end`, `speaker`, `speaker_start`, `speaker_end`, `context`, `group`,
/// `weight` and `annotator`, and others are passed over. Only `text` must be there: an example without an id gets
/// that of its file and line, as a document does. Offsets count code points of `text`; where these mark no whole words in
/// a file and UTF-16 code units or bytes do, they are read so. A record without text,
/// with offsets outside its text, or with a weight that is no positive number is passed over with a diagnostic.
///
/// The exports of Label Studio (JSON, JSON-MIN, CSV), doccano, Prodigy and argilla are read as they are: an example each
/// person that labeled a text; so are tables with a column a person (`label_ann1`, `annotator_1`). What was rejected,
/// ignored, skipped or discarded is left out. Labels are not judged here (``LabelSpellings`` does): whoever fits knows
/// its task.
///
/// Standard input is told by its first byte: `{` JSON lines, `[` an array, else a table with commas.
public struct LabeledExampleReader: Sequence, Sendable {
    private let inputs: InputFiles
    private let paths: [String]
    private let columns: ExampleColumns

    /// Finds the files that `paths` name, and opens none yet.
    ///
    /// Throws where a path is missing or unreadable, where a named file tells no format, and where there
    /// is no file at all. Of `options` those of documents mean nothing here.
    public init(
        paths: [String], _ options: ReadingOptions = ReadingOptions(),
        columns: ExampleColumns = ExampleColumns(), standardInput: Int32 = 0,
        maximumRecord: Int = DocumentReader.defaultMaximumRecord
    ) throws(CorpusError) {
        self.paths = paths
        inputs = try InputFiles(
            paths: paths, format: options.format,
            FormatOptions(
                options, allowed: [.jsonl, .json, .csv, .tsv, .xlsx], fallback: .csv),
            expected: DocumentFormat.examples, standardInput: standardInput,
            maximumRecord: maximumRecord)
        guard !inputs.files.isEmpty else { throw .noExamples(paths: paths) }
        self.columns = columns
    }

    /// Starts reading.
    public func makeIterator() -> Iterator {
        Iterator(chunks: ChunkReader(inputs), columns)
    }

    /// All examples, and what was told of records and files.
    ///
    /// Throws where a file cannot be read to its end and where there is no example at all.
    public func all() throws(CorpusError) -> (
        examples: [LabeledExample], diagnostics: [Diagnostic]
    ) {
        var examples: [LabeledExample] = []
        var diagnostics: [Diagnostic] = []
        for reading in self {
            switch reading {
            case .example(let example): examples.append(example)
            case .diagnostic(let diagnostic), .note(let diagnostic):
                diagnostics.append(diagnostic)
            case .leftOut(let leftOut):
                diagnostics.append(Diagnostic(leftOut.place, "left out: \(leftOut.reason)"))
            case .failure(let error): throw error
            }
        }
        return (examples, diagnostics)
    }

    /// Goes through the examples in order.
    public struct Iterator: IteratorProtocol {
        private var chunks: ChunkReader
        private let maker: ExampleMaker
        private var offsets = OffsetReader()
        private var found: FoundColumns
        private var ready: [ExampleReading] = []
        private var used = 0
        private var isAtEnd = false

        /// The columns of the first record.
        public var columns: [String] { found.first }

        fileprivate init(chunks: ChunkReader, _ columns: ExampleColumns) {
            self.chunks = chunks
            maker = ExampleMaker(columns: columns)
            found = FoundColumns(columns)
        }

        /// The next example or diagnostic; `nil` after the last.
        public mutating func next() -> ExampleReading? {
            while used == ready.count {
                (ready, used) = ([], 0)
                guard !isAtEnd else { return nil }
                switch chunks.next() {
                case .chunk(let chunk):
                    for step in maker.steps(chunk, &found) { ready += offsets.take(step) }
                case .diagnostic(let diagnostic):
                    ready = offsets.take(.reading(.diagnostic(diagnostic)))
                case .failure(let error): ready = offsets.take(.reading(.failure(error)))
                case nil:
                    isAtEnd = true
                    ready = offsets.finish() + missing
                }
            }
            defer { used += 1 }
            return ready[used]
        }

        /// What is told of the columns that the user named and no record has.
        private var missing: [ExampleReading] {
            guard let place = found.place else { return [] }
            let names = found.first.prefix(12).joined(separator: ", ")
            return found.missing.map { name in
                .note(
                    Diagnostic(
                        place, "no record has a column \(name); the first one has \(names)"))
            }
        }
    }
}
