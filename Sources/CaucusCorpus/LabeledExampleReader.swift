public import CaucusText

/// What a reader of labeled examples meets.
public enum ExampleReading: Sendable, Equatable {
    /// An example with a text.
    case example(LabeledExample)
    /// A record that is passed over; reading goes on.
    case diagnostic(Diagnostic)
    /// How a file was understood; nothing is wrong with it.
    case note(Diagnostic)
    /// A file that cannot be read, or not to its end; reading goes on with the next one.
    case failure(CorpusError)
}

/// Reads labeled examples from files, directories and standard input, one after the other.
///
/// Files are JSON lines, a JSON array or a table with a header; their columns are `id`, `text`, `target`,
/// `label`, `target_start`, `target_end`, `speaker`, `speaker_start`, `speaker_end`, `context`, `group`,
/// `weight` and `annotator`, and others are passed over. Only `text` must be there: an example without an id gets
/// that of its file and line, as a document does. Offsets count code points of `text`. A record without text,
/// with offsets outside its text, or with a weight that is no positive number is passed over with a diagnostic.
/// Labels are not judged here: whoever fits knows its task.
///
/// Standard input is told by its first byte: `{` JSON lines, `[` an array, else a table with commas.
public struct LabeledExampleReader: Sequence, Sendable {
    private let inputs: InputFiles
    private let paths: [String]
    private let maker: ExampleMaker

    /// Finds the files that `paths` name, and opens none yet.
    ///
    /// Throws where a path is missing or unreadable, where a named file tells no format, and where there
    /// is no file at all. `textColumn` replaces the name `text`.
    public init(
        paths: [String], format: DocumentFormat? = nil, textColumn: String? = nil,
        standardInput: Int32 = 0, maximumRecord: Int = DocumentReader.defaultMaximumRecord
    ) throws(CorpusError) {
        self.paths = paths
        inputs = try InputFiles(
            paths: paths, format: format,
            FormatOptions(ReadingOptions(), allowed: [.jsonl, .json, .csv, .tsv], fallback: .csv),
            expected: DocumentFormat.examples, standardInput: standardInput,
            maximumRecord: maximumRecord)
        guard !inputs.files.isEmpty else { throw .noExamples(paths: paths) }
        maker = ExampleMaker(textColumn: textColumn ?? "text")
    }

    /// Starts reading.
    public func makeIterator() -> Iterator {
        Iterator(chunks: ChunkReader(inputs), maker: maker)
    }

    /// All examples, and the diagnostics of the records that were passed over.
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
            case .diagnostic(let diagnostic): diagnostics.append(diagnostic)
            case .note: break
            case .failure(let error): throw error
            }
        }
        return (examples, diagnostics)
    }

    /// Goes through the examples in order.
    public struct Iterator: IteratorProtocol {
        private var chunks: ChunkReader
        private let maker: ExampleMaker
        private var ready: [ExampleReading] = []
        private var used = 0

        fileprivate init(chunks: ChunkReader, maker: ExampleMaker) {
            self.chunks = chunks
            self.maker = maker
        }

        /// The next example or diagnostic; `nil` after the last.
        public mutating func next() -> ExampleReading? {
            while used == ready.count {
                switch chunks.next() {
                case .chunk(let chunk):
                    ready = maker.readings(chunk)
                    used = 0
                case .diagnostic(let diagnostic): return .diagnostic(diagnostic)
                case .failure(let error): return .failure(error)
                case nil: return nil
                }
            }
            defer { used += 1 }
            return ready[used]
        }
    }
}
