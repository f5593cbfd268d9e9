public import CaucusText

/// What a reader meets: a document, an odd record, or a file that cannot be read.
public enum DocumentReading: Sendable, Equatable {
    /// A document with text.
    case document(Document)
    /// A record that is passed over, or told about; reading goes on.
    case diagnostic(Diagnostic)
    /// How a file was understood, where that is no matter of course; nothing is wrong with it.
    case note(Diagnostic)
    /// A file that cannot be read, or not to its end; reading goes on with the next one.
    case failure(CorpusError)
}

/// Reads documents from files, directories and standard input, one after the other.
///
/// ```swift
/// for reading in try DocumentReader(paths: ["articles/", "more.jsonl"]) {
///     if case .document(let document) = reading { print(document.id) }
/// }
/// ```
///
/// - Files are plain text (`.txt`, one document), JSON lines (`.jsonl`, `.ndjson`), a JSON array (`.json`),
///   a table with a header (`.csv`, `.tsv`) or a web page (`.html`), each also packed by gzip (`.gz`);
///   the options' `format` overrides the extension, and alone names the formats that bring their quotations along.
///   Standard input, `-`, is told by its first bytes (`{` JSON lines, `[` an array, a row of column names a
///   table, else plain text) unless a format is given, and may be packed too. Of packed data that are broken
///   all is read that stands before the damage.
/// - Directories are walked in byte order of the names. Hidden files are passed over, links to
///   directories too; files of other kinds are counted in a diagnostic, unless `format` is given: then
///   all are read so.
/// - A file is read once, however often and by whatever paths it is named.
/// - A document without an id gets that of its file: its path from the current folder (`articles/001.txt`), or
///   as given where it lies outside of it; in files of many records with a colon and the line.
/// - An id met before: the same record again is passed over; another document is kept as `id#2`, `id#3` …
///   Both are told in a diagnostic. ``remembering(_:)`` holds ids to those of runs before.
/// - In a directory the files of a report that Caucus wrote are passed over, and counted.
/// - Records that are not UTF-8, hold NUL, have no text or are longer than `maximumRecord` are passed over
///   with a diagnostic.
///
/// - Complexity: memory for the longest record and a megabyte, and some 32 bytes a document to know its id again.
public struct DocumentReader: Sequence, Sendable {
    /// The records that are read where nobody says otherwise: up to 16 MiB.
    public static let defaultMaximumRecord = 16 << 20

    private var inputs: InputFiles
    private let maker: DocumentMaker
    private var known: (any KnownDocuments)?

    /// Finds the files that `paths` name, and opens none yet.
    ///
    /// Throws where a path is missing or unreadable, where a named file tells no format, and where there
    /// is no file at all.
    public init(
        paths: [String], _ options: ReadingOptions = ReadingOptions(), standardInput: Int32 = 0,
        maximumRecord: Int = DocumentReader.defaultMaximumRecord
    ) throws(CorpusError) {
        inputs = try InputFiles(
            paths: paths, format: options.format,
            FormatOptions(options, allowed: Set(DocumentFormat.allCases), fallback: .txt),
            expected: DocumentFormat.documents, standardInput: standardInput,
            maximumRecord: maximumRecord)
        guard !inputs.files.isEmpty else {
            throw .noDocuments(
                paths: paths, found: inputs.kinds.isEmpty ? nil : FileKinds.found(inputs.kinds))
        }
        maker = DocumentMaker(options)
    }

    /// The paths of the files that will be read, in order.
    public var paths: [String] { inputs.files.map(\.path) }

    /// The bytes of all files together, packed ones as they are, or `nil` where standard input is read.
    public var totalBytes: Int? { inputs.totalBytes }

    /// The same reader with its files in the byte order of their names, so that ids do not depend on the
    /// order in which paths were given.
    public func inByteOrder() -> DocumentReader {
        var reader = self
        reader.inputs.sort()
        return reader
    }

    /// The same reader, which asks `isStopped` while it waits for the next bytes of standard input or of a pipe:
    /// `true` ends that file with a ``CorpusError/readFailed(path:offset:reason:)``.
    public func stopping(when isStopped: @escaping @Sendable () -> Bool) -> DocumentReader {
        var reader = self
        reader.inputs.isStopped = isStopped
        return reader
    }

    /// The same reader, which gives documents the ids that they have in `known`, a store for instance: a file that
    /// was read by another path keeps its id, and a document of another file never gets an id that is taken.
    public func remembering(_ known: any KnownDocuments) -> DocumentReader {
        var reader = self
        reader.known = known
        return reader
    }

    /// The same reader, which tells `watch` what it reads.
    public func telling(_ watch: ReadingWatch) -> DocumentReader {
        var reader = self
        reader.inputs.watch = watch
        return reader
    }

    /// Starts reading.
    public func makeIterator() -> Iterator {
        Iterator(chunks: chunks(), maker: maker, known)
    }

    /// The files in pieces that tasks can read side by side, each with ``documents(in:)``.
    package func chunks() -> ChunkReader {
        ChunkReader(inputs)
    }

    /// The documents of one chunk, ids as they stand there.
    package func documents(in chunk: RecordChunk) -> [DocumentReading] {
        maker.readings(chunk)
    }

    /// Goes through the documents in order.
    public struct Iterator: IteratorProtocol {
        private var chunks: ChunkReader
        private let maker: DocumentMaker
        private var ready: [DocumentReading] = []
        private var used = 0
        private var register: IdentityRegister
        /// Why ids cannot be told any more: nothing is read then.
        private var failure: CorpusError?

        fileprivate init(
            chunks: ChunkReader, maker: DocumentMaker, _ known: (any KnownDocuments)?
        ) {
            self.chunks = chunks
            self.maker = maker
            register = IdentityRegister(known)
        }

        /// The bytes of the files, packed ones as they are, that have been read so far.
        public var bytesRead: Int { chunks.bytesRead }

        /// The next document or diagnostic; `nil` after the last.
        public mutating func next() -> DocumentReading? {
            while used == ready.count {
                guard failure == nil else { return nil }
                switch chunks.next() {
                case .chunk(let chunk):
                    admit(readings(chunk), of: chunk.file)
                    used = 0
                case .diagnostic(let diagnostic): return .diagnostic(diagnostic)
                case .failure(let error): return .failure(error)
                case nil: return nil
                }
            }
            defer { used += 1 }
            return ready[used]
        }

        private mutating func admit(_ readings: [DocumentReading], of file: InputFile) {
            ready = []
            do {
                for reading in readings { ready += try register.admitted(reading) }
            } catch {
                let failure = CorpusError.identityUnknown(path: file.path, reason: "\(error)")
                self.failure = failure
                ready.append(.failure(failure))
            }
        }

        private func readings(_ chunk: RecordChunk) -> [DocumentReading] {
            guard chunk.layout == .whole else { return maker.readings(chunk) }
            let place = chunk.file.place()
            if let message = chunks.watch.begins(place) {
                return [.diagnostic(Diagnostic(place, message))]
            }
            defer { chunks.watch.ends() }
            return maker.readings(chunk)
        }
    }
}
