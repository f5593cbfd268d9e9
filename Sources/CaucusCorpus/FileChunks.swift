import CaucusText

/// Splits one file into chunks of whole records.
///
/// - Complexity: memory for a chunk and the longest record that is read, whatever the file's size.
struct FileChunks {
    /// How much is read at once.
    static let block = 1 << 20

    private var file: InputFile
    private let maximumRecord: Int
    private let fallback: DocumentFormat
    private let input: ByteInput
    private var pending: [UInt8] = []
    /// Where the first pending byte stands.
    private var offset = 0
    private var line = 1
    private var atEnd = false
    private var state = State.start
    private var layout = RecordLayout.whole
    private var splitter = RecordSplitter(.whole, maximumRecord: 0)
    private var format = DocumentFormat.txt
    /// Why nothing more can be read: told once all that was read before has been given.
    private var failure: CorpusError?
    private var header: [String] = []
    private var diagnostics: [Diagnostic] = []

    private enum State {
        case start, inside, skipping, finished
    }

    /// Opens `file`; `fallback` is the format of standard input that does not look like JSON.
    init(
        _ file: InputFile, standardInput: Int32, maximumRecord: Int, fallback: DocumentFormat,
        isStopped: @escaping @Sendable () -> Bool = { false }
    ) throws(CorpusError) {
        self.file = file
        self.maximumRecord = maximumRecord
        self.fallback = fallback
        input =
            file.path == "-"
            ? ByteInput(descriptor: standardInput, isStopped: isStopped)
            : try ByteInput(path: file.path, isStopped: isStopped)
    }

    /// The bytes of the file, as they stand there, that have been read.
    var bytesRead: Int { input.packedOffset }

    /// The next chunk, or `nil` after the last one.
    mutating func next() throws(CorpusError) -> RecordChunk? {
        while state != .finished {
            fill()
            if state == .start { begin() }
            if state == .skipping { skip() }
            if state == .inside, let chunk = cut() { return chunk }
            if atEnd, state != .finished { finish() }
        }
        if !pending.isEmpty || !diagnostics.isEmpty { return chunk(upTo: pending.count) }
        defer { failure = nil }
        if let failure { throw failure }
        return nil
    }

    /// Reads until a block is pending, or the file ends.
    private mutating func fill() {
        let goal = state == .inside ? pending.count + Self.block : Self.block
        do {
            while !atEnd, pending.count < goal {
                atEnd = try !input.read(upTo: goal - pending.count, into: &pending)
            }
        } catch {
            failure = error
            atEnd = true
        }
    }

    /// Looks at the first bytes: byte order mark, format, header.
    private mutating func begin() {
        state = .inside
        if pending.starts(with: [0xEF, 0xBB, 0xBF]) { drop(3) }
        if pending.starts(with: [0xFF, 0xFE]) || pending.starts(with: [0xFE, 0xFF]) {
            return refuse("found a UTF-16 byte order mark at byte offset 0; expected UTF-8")
        }
        let space = pending.withUnsafeBufferPointer { $0.leadingSpace }
        if pending.isEmpty || (atEnd && space == pending.count) {
            guard failure == nil else { return giveUp() }
            return refuse("the file is empty; expected at least one record")
        }
        let first = space < pending.count ? pending[space] : nil
        format = file.format ?? guess(first)
        file.format = format
        layout = pending.withUnsafeBufferPointer {
            RecordLayout(format, UnsafeBufferPointer(rebasing: $0[space...]))
        }
        splitter = RecordSplitter(layout, maximumRecord: maximumRecord)
        if layout == .elements {
            drop(space + 1)
        } else if format == .json, first != UInt8(ascii: "{") {
            refuse("found no JSON array; expected an array of objects, or .jsonl for one a line")
        }
        if format.delimiter != nil { readHeader() }
    }

    private func guess(_ first: UInt8?) -> DocumentFormat {
        switch first {
        case UInt8(ascii: "{"): .jsonl
        case UInt8(ascii: "["): .json
        default: fallback
        }
    }

    private mutating func readHeader() {
        let scanner = CSVScanner(
            delimiter: format.delimiter ?? UInt8(ascii: ","), maximumRow: Self.block)
        var cells: [CSVScanner.Cell] = []
        let (names, length) = pending.withUnsafeBufferPointer { bytes -> ([String]?, Int) in
            guard case .row(let next) = scanner.step(bytes, from: 0, isLast: atEnd, into: &cells)
            else { return (nil, 0) }
            let row = UnsafeBufferPointer(rebasing: bytes[..<next])
            guard row.firstInvalidUTF8 == nil, row.firstByte(0) == nil else { return (nil, 0) }
            return (cells.map { Self.trimmed(CSVScanner.text($0, bytes)) }, next)
        }
        guard let names else {
            return refuse("the header is no row of names; expected the names of the columns")
        }
        header = names
        drop(length)
    }

    private static func trimmed(_ name: String) -> String {
        var name = name[...]
        while name.first == " " { name.removeFirst() }
        while name.last == " " { name.removeLast() }
        return String(name)
    }

    /// Gives the file up with a diagnostic.
    private mutating func refuse(_ message: String) {
        diagnostics.append(Diagnostic(file.place(), message))
        giveUp()
    }

    /// Reads no more, and forgets what is pending.
    private mutating func giveUp() {
        pending = []
        state = .finished
    }

    /// Cuts the whole records off the pending bytes; `nil` where there are none yet.
    private mutating func cut() -> RecordChunk? {
        let border = pending.withUnsafeBufferPointer { splitter.border($0) }
        if let border {
            let chunk = chunk(upTo: border)
            if splitter.isClosed { close() }
            return chunk
        }
        if pending.count > maximumRecord, !atEnd {
            let blank = pending.withUnsafeBufferPointer {
                UnsafeBufferPointer(rebasing: $0[..<$0.leadingSpace]).lineFeeds
            }
            diagnostics.append(
                Diagnostic(
                    file.place(line: format == .txt || format == .html ? nil : line + blank),
                    RecordChunk.tooLong(maximumRecord)))
            drop(pending.count)
            state = layout == .whole ? .finished : .skipping
        }
        return nil
    }

    /// Drops what belongs to a record that is passed over.
    private mutating func skip() {
        guard let end = pending.withUnsafeBufferPointer({ splitter.endOfSkipped($0) }) else {
            return drop(pending.count)
        }
        drop(end)
        state = .inside
        if splitter.isClosed { close() }
    }

    /// Looks at what follows the end of an array.
    private mutating func close() {
        let rest = pending.withUnsafeBufferPointer { $0.leadingSpace }
        if rest < pending.count {
            diagnostics.append(
                Diagnostic(file.place(line: line), "found text after the array; expected its end"))
        }
        pending = []
        state = .finished
    }

    /// The file has ended: what is pending is the last record.
    private mutating func finish() {
        // The record that was not read to its end is lost, and the failure tells so.
        guard failure == nil else { return giveUp() }
        // An element that was cut off may hold the bracket that ends the array.
        let last = pending.last { $0 > 0x20 }
        if splitter.hasElements, !splitter.isClosed, last != UInt8(ascii: "]") {
            let end = line + pending.withUnsafeBufferPointer { $0.lineFeeds }
            diagnostics.append(
                Diagnostic(file.place(line: end), "the array is not closed; expected ']'"))
        }
        if pending.withUnsafeBufferPointer({ $0.isBlank }), format != .txt { pending = [] }
        state = .finished
    }

    private mutating func chunk(upTo border: Int) -> RecordChunk {
        let isEmpty = border == 0
        var bytes = Array(pending[..<border])
        if splitter.isClosed, bytes.last == UInt8(ascii: "]") { bytes.removeLast() }
        let chunk = RecordChunk(
            file: file, format: format, layout: isEmpty ? .lines : layout, bytes: bytes,
            offset: offset, line: line,
            header: header, maximumRecord: maximumRecord, diagnostics: diagnostics)
        diagnostics = []
        drop(border)
        return chunk
    }

    /// Forgets the first `count` pending bytes.
    private mutating func drop(_ count: Int) {
        line += pending.withUnsafeBufferPointer {
            UnsafeBufferPointer(rebasing: $0[..<count]).lineFeeds
        }
        offset += count
        pending.removeFirst(count)
        splitter.drop(count)
    }
}
