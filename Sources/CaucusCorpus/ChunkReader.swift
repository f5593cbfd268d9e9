package import CaucusText

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

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
    private let options: FormatOptions
    private let isStopped: @Sendable () -> Bool
    let watch: ReadingWatch
    private var current: FileChunks?
    private var bytesOfFinished = 0

    /// The bytes of all files, as they stand there, that have been read.
    package var bytesRead: Int { bytesOfFinished + (current?.bytesRead ?? 0) }

    init(_ inputs: InputFiles) {
        files = inputs.files[...]
        options = inputs.options
        diagnostics = inputs.diagnostics[...]
        standardInput = inputs.standardInput
        maximumRecord = inputs.maximumRecord
        isStopped = inputs.isStopped
        watch = inputs.watch
    }

    /// The next chunk or diagnostic; `nil` after the last.
    package mutating func next() -> Step? {
        if let diagnostic = diagnostics.popFirst() { return .diagnostic(diagnostic) }
        while true {
            do {
                if let chunk = try current?.next() { return .chunk(chunk) }
                bytesOfFinished += current?.bytesRead ?? 0
                current = nil
                guard let file = files.popFirst() else { return nil }
                watch.opens(file.path)
                current = try FileChunks(
                    file, standardInput: standardInput, maximumRecord: maximumRecord, options,
                    isStopped: isStopped)
            } catch {
                bytesOfFinished += current?.bytesRead ?? 0
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
    /// What lies in the directories and is not read, by its ending.
    private(set) var kinds: [String: Int] = [:]
    var standardInput: Int32
    var maximumRecord: Int
    /// What is said of them.
    var options: FormatOptions
    /// Asked while a pipe is waited for; `true` ends the wait.
    var isStopped: @Sendable () -> Bool = { false }
    /// Is told what is read.
    var watch = ReadingWatch()

    /// The bytes of all files together, or `nil` where one has no size, as standard input.
    var totalBytes: Int? {
        var total = 0
        for file in files {
            if let member = file.member {
                total = total.addingReportingOverflow(member.entry.size).partialValue
                continue
            }
            var status = stat()
            guard file.path != "-", stat(file.path, &status) == 0,
                status.st_mode & S_IFMT == S_IFREG
            else { return nil }
            total += Int(status.st_size)
        }
        return total
    }

    /// Puts the files in the byte order of their names, standard input last.
    mutating func sort() {
        files.sort { a, b in
            if a.path == "-" || b.path == "-" { return b.path == "-" && a.path != "-" }
            return a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
        }
    }

    /// Keeps each file once, under the first of its names in byte order, and tells which were left out.
    private mutating func dropRepeats() {
        var first: [String: InputFile] = [:]
        for file in files {
            let other = first[file.realPath]
            if let other, !file.name.utf8.lexicographicallyPrecedes(other.name.utf8) { continue }
            first[file.realPath] = file
        }
        guard first.count < files.count else { return }
        var read: Set<String> = []
        files = files.filter { file in
            guard let kept = first[file.realPath] else { return true }
            if kept == file, read.insert(file.realPath).inserted { return true }
            diagnostics.append(
                Diagnostic(file.place(), "is the same file as \(kept.path); read once"))
            return false
        }
    }

    /// Finds the files that `paths` name; `format` is that of each, whatever its name, and `expected` lists the formats
    /// for messages.
    init(
        paths: [String], format: DocumentFormat?, _ options: FormatOptions, expected: [String],
        standardInput: Int32, maximumRecord: Int
    ) throws(CorpusError) {
        self.options = options
        self.options.isGiven = format != nil
        var walk = FileWalk(allowed: options.allowed, expected: expected, format: format)
        for path in paths { try walk.add(path) }
        kinds = walk.kinds
        files = walk.files.filter { $0.realPath != options.excluded }
        diagnostics = walk.diagnostics
        self.standardInput = standardInput
        self.maximumRecord = max(maximumRecord, 1)
        dropRepeats()
    }
}
