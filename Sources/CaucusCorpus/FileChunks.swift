import CaucusText

/// Splits one file into chunks of whole records.
///
/// - Complexity: memory for a chunk and the longest record that is read, whatever the file's size.
struct FileChunks {
    /// How much is read at once.
    static let block = 1 << 20

    private var file: InputFile
    private let maximumRecord: Int
    private let options: FormatOptions
    private let input: ByteInput
    /// How the bytes spell letters; they are pending in UTF-8.
    private var encoding = TextEncoding.utf8
    /// Bytes at the end of a block that begin a letter.
    private var undecoded: [UInt8] = []
    /// Whether carriage returns alone end the lines.
    private var endsLinesByReturn = false
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
    private var notes: [Diagnostic] = []
    /// What stands after the array of records, where an object holds it.
    private var tail: JSONTail?
    private var isWrapped: Bool { tail != nil }

    private enum State {
        case start, inside, skipping, closing, finished
    }

    /// Opens `file`.
    init(
        _ file: InputFile, standardInput: Int32, maximumRecord: Int, _ options: FormatOptions,
        isStopped: @escaping @Sendable () -> Bool = { false }
    ) throws(CorpusError) {
        self.file = file
        self.maximumRecord = maximumRecord
        self.options = options
        if let member = file.member {
            input = try ByteInput(member, path: file.path)
        } else if file.path == "-" {
            input = ByteInput(descriptor: standardInput, isStopped: isStopped)
        } else {
            input = try ByteInput(path: file.path, isStopped: isStopped)
        }
    }

    /// The bytes of the file, as they stand there, that have been read.
    var bytesRead: Int { input.packedOffset }

    /// The next chunk, or `nil` after the last one.
    mutating func next() throws(CorpusError) -> RecordChunk? {
        while state != .finished {
            fill()
            if state == .start { begin() }
            if state == .skipping { skip() }
            if state == .closing { passTail() }
            if state == .inside, let chunk = cut() { return chunk }
            if atEnd, state != .finished { finish() }
        }
        if !pending.isEmpty || !diagnostics.isEmpty || !notes.isEmpty {
            return chunk(upTo: pending.count)
        }
        defer { failure = nil }
        if let failure { throw failure }
        return nil
    }

    /// Reads until a block is pending, or the file ends.
    private mutating func fill() {
        let goal = state == .inside ? pending.count + Self.block : Self.block
        do {
            while !atEnd, pending.count < goal {
                if encoding == .utf8, !endsLinesByReturn {
                    atEnd = try !input.read(upTo: goal - pending.count, into: &pending)
                } else {
                    atEnd = try !input.read(upTo: Self.block, into: &undecoded)
                    decode()
                }
            }
        } catch {
            failure = error
            atEnd = true
            decode()
        }
    }

    /// Makes letters of the bytes that are read, and line feeds of returns that end lines.
    private mutating func decode() {
        guard !undecoded.isEmpty else { return }
        let start = pending.count
        let used = undecoded.withUnsafeBufferPointer {
            encoding.decode($0, isLast: atEnd, into: &pending)
        }
        undecoded.removeFirst(used)
        if endsLinesByReturn { Self.endLines(&pending, from: start) }
    }

    private static func endLines(_ bytes: inout [UInt8], from start: Int) {
        for i in start..<bytes.count where bytes[i] == 0x0D { bytes[i] = 0x0A }
    }

    /// Looks at the first bytes: how they spell letters, what kind they are, a table's header.
    private mutating func begin() {
        state = .inside
        if let kind = ContentKind(pending), !kind.formats.contains(where: { $0 == file.format }),
            !options.isGiven
        {
            guard file.format == nil, let format = kind.formats.first,
                options.allowed.contains(format)
            else {
                return refuse("found \(kind.name); expected \(kind.remedy)")
            }
            file.format = format
        }
        if file.format?.isBinary == true {
            (format, layout) = (file.format ?? .txt, .whole)
            splitter = RecordSplitter(layout, maximumRecord: maximumRecord)
            if pending.isEmpty, failure == nil {
                refuse("the file is empty; expected at least one record")
            }
            return
        }
        beginText()
    }

    private mutating func beginText() {
        readEncoding()
        // The first line's end tells; cells in marks may hold line feeds.
        if let end = pending.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }), pending[end] == 0x0D,
            end + 1 < pending.count ? pending[end + 1] != 0x0A : atEnd
        {
            endsLinesByReturn = true
            Self.endLines(&pending, from: 0)
        }
        let space = pending.withUnsafeBufferPointer { $0.leadingSpace }
        if pending.isEmpty || (atEnd && space == pending.count) {
            guard failure == nil else { return giveUp() }
            return refuse("the file is empty; expected at least one record")
        }
        let first = space < pending.count ? pending[space] : nil
        format = file.format ?? guess(first)
        if format == .txt, file.format != nil, !options.isGiven { readAsItLooks(first) }
        // The first byte tells an array, whatever the name says.
        if format.isJSON, first == UInt8(ascii: "[") { format = .json }
        file.format = format
        layout = pending.withUnsafeBufferPointer {
            RecordLayout(format, UnsafeBufferPointer(rebasing: $0[space...]))
        }
        if format.isJSON, layout == .whole || layout == .lines, first == UInt8(ascii: "{") {
            unwrap(from: space)
            if state == .finished { return }
        }
        if format.isTable, !format.isBinary { readHeader() }
        splitter = RecordSplitter(layout, maximumRecord: maximumRecord)
        if layout == .elements, !isWrapped {
            drop(space + 1)
        } else if format == .json, first != UInt8(ascii: "{"), !isWrapped {
            refuse("found no JSON; expected an array of objects, or an object a line")
        }
    }

    /// Reads a text file as what it plainly is instead: a table, records of JSON, a web page.
    private mutating func readAsItLooks(_ first: UInt8?) {
        let looks: (format: DocumentFormat, word: String)? = pending.withUnsafeBufferPointer {
            bytes in
            if options.isTable(bytes, isLast: atEnd) {
                return (.csv, "its first line names columns; read as a table")
            }
            let start = UnsafeBufferPointer(rebasing: bytes[bytes.leadingSpace...].prefix(64))
            let word = String(decoding: start, as: UTF8.self).lowercased().filter {
                !$0.isWhitespace
            }
            if word.hasPrefix("<!doctypehtml") || word.hasPrefix("<html") {
                return (.html, "read as a web page")
            }
            if word.hasPrefix("{\"") { return (.jsonl, "read as JSON") }
            if word.hasPrefix("[{\"") { return (.json, "read as JSON") }
            return nil
        }
        guard let looks, options.allowed.contains(looks.format) else { return }
        format = looks.format
        notes.append(Diagnostic(file.place(), looks.word))
    }

    /// Takes the bytes for what a mark, the user or a web page says they are.
    private mutating func readEncoding() {
        if let (marked, length) = TextEncoding.marked(pending) {
            encoding = marked
            drop(length)
        } else if let given = options.encoding {
            encoding = given
        } else if file.format == .html,
            let name = pending.withUnsafeBufferPointer(HTMLPage.declaredEncoding)
        {
            guard let declared = TextEncoding(name: name) else {
                // Most pages that declare something else hold ASCII, or UTF-8 all the same.
                return
            }
            // Programs declare ASCII where they mean that nobody told them.
            if name.lowercased().contains("ascii"),
                pending.withUnsafeBufferPointer({ $0.firstInvalidUTF8 }) == nil
            {
                return
            }
            // A page that declares what is written one byte a letter cannot be UTF-16.
            if case .utf16 = declared { return }
            encoding = declared
        }
        guard encoding != .utf8 else { return }
        undecoded = pending
        pending = []
        decode()
    }

    private func guess(_ first: UInt8?) -> DocumentFormat {
        switch first {
        case UInt8(ascii: "{"): .jsonl
        case UInt8(ascii: "["): .json
        default:
            pending.withUnsafeBufferPointer { options.isTable($0, isLast: atEnd) }
                ? .csv : options.fallback
        }
    }

    /// Goes to the array that holds the records, where an object wraps it.
    private mutating func unwrap(from space: Int) {
        // Lines of records are no wrapping; of a record the first line holds more than its bracket.
        if options.records.isEmpty, layout == .lines {
            let mayWrap = pending.withUnsafeBufferPointer { bytes in
                let rest = UnsafeBufferPointer(rebasing: bytes[space...])
                let border = space + (rest.firstByte(0x0A) ?? rest.count)
                return bytes[border...].allSatisfy { $0 <= 0x20 }
                    || bytes[space..<border].dropFirst().allSatisfy { $0 <= 0x20 }
            }
            guard mayWrap else { return }
        }
        let found = pending.withUnsafeBufferPointer {
            JSONWrapping(
                UnsafeBufferPointer(rebasing: $0[space...]), path: options.records,
                textNames: options.textNames
            ).found()
        }
        guard let found else {
            if !options.records.isEmpty {
                refuse(
                    "found no array at \(options.records.joined(separator: ".")) in the first \(Self.block) bytes; "
                        + "expected --records to lead to one")
            }
            return
        }
        if !found.others.isEmpty {
            notes.append(
                Diagnostic(
                    file.place(),
                    "holds other arrays, which are not read: \(found.others.prefix(8).joined(separator: ", ")); "
                        + "--records reads one of them"))
        }
        tail = JSONTail(depth: found.depth)
        layout = .elements
        format = .json
        file.format = format
        drop(space + found.start)
    }

    /// Passes what stands after the array in the object that wraps it; more after that is told.
    private mutating func passTail() {
        let follows = pending.withUnsafeBufferPointer { tail?.somethingFollows($0) ?? false }
        if follows {
            diagnostics.append(
                Diagnostic(
                    file.place(line: line),
                    "found more after the object that holds the array; expected one object a file, or its arrays"
                ))
            return giveUp()
        }
        drop(pending.count)
    }

    private mutating func readHeader() {
        let usual = format == .tsv ? UInt8(ascii: "\t") : UInt8(ascii: ",")
        drop(pending.prefix { $0 == 0x0A || $0 == 0x0D }.count)
        // Excel says so in a line before the header.
        let hint = pending.withUnsafeBufferPointer(TableLayout.hint)
        if let hint { drop(hint.length) }
        let given = options.delimiter ?? hint?.delimiter
        let table = pending.withUnsafeBufferPointer {
            TableLayout($0, isLast: atEnd, usual: usual, given: given)
        }
        layout = .rows(table)
        let scanner = CSVScanner(table, maximumRow: Self.block)
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
        if table.delimiter != usual, given == nil {
            notes.append(
                Diagnostic(
                    file.place(),
                    "its cells are parted by \(TableLayout.name(table.delimiter)); read so"))
        }
        if table.hasRowNames {
            notes.append(
                Diagnostic(
                    file.place(),
                    "its rows begin with a cell that the header lacks; read as names of rows"))
        }
        header = table.hasRowNames ? [""] + names : names
        tellRepeats()
        drop(length)
    }

    /// Tells of columns that have one name: the last one is read.
    private mutating func tellRepeats() {
        var seen: Set<String> = []
        var told: Set<String> = []
        for name in header
        where !seen.insert(name).inserted && !name.isEmpty && told.insert(name).inserted {
            notes.append(
                Diagnostic(
                    file.place(line: 1),
                    "found several columns called \(name); the last one is read; expected names that differ"
                ))
        }
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
        let before = splitter.elements
        let border = pending.withUnsafeBufferPointer { splitter.border($0) }
        if let border {
            let chunk = chunk(upTo: border, elementsBefore: before)
            if splitter.isClosed { close() }
            return chunk
        }
        if pending.count > maximumRecord, !atEnd {
            let blank = pending.withUnsafeBufferPointer {
                UnsafeBufferPointer(rebasing: $0[..<$0.leadingSpace]).lineFeeds
            }
            diagnostics.append(
                Diagnostic(
                    file.place(line: format.isText || format.isBinary ? nil : line + blank),
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
        if isWrapped { return state = .closing }
        let rest = pending.withUnsafeBufferPointer { $0.leadingSpace }
        if rest < pending.count, format.isJSON, pending[rest] == UInt8(ascii: "[") {
            // Another array follows, as of pages that were put one behind the other.
            drop(rest + 1)
            splitter = RecordSplitter(layout, maximumRecord: maximumRecord)
            return
        }
        if rest < pending.count {
            diagnostics.append(
                Diagnostic(file.place(line: line), "found text after the array; expected its end"))
        }
        giveUp()
    }

    /// The file has ended: what is pending is the last record.
    private mutating func finish() {
        // The record that was not read to its end is lost, and the failure tells so.
        guard failure == nil, state != .closing else { return giveUp() }
        if format.isBinary { return state = .finished }
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

    private mutating func chunk(upTo border: Int, elementsBefore: Int? = nil) -> RecordChunk {
        let isEmpty = border == 0
        var bytes = Array(pending[..<border])
        if splitter.isClosed, bytes.last == UInt8(ascii: "]") { bytes.removeLast() }
        let chunk = RecordChunk(
            file: file, format: format, layout: isEmpty ? .lines : layout, bytes: bytes,
            offset: offset, line: line,
            header: header, maximumRecord: maximumRecord, diagnostics: diagnostics, notes: notes,
            elementsBefore: elementsBefore ?? splitter.elements)
        diagnostics = []
        notes = []
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
