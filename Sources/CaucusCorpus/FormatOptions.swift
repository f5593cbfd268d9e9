/// What is said of the files to read, for those that split them into records.
struct FormatOptions: Sendable {
    /// Formats that may be read.
    var allowed: Set<DocumentFormat>
    /// The format of standard input that tells none.
    var fallback: DocumentFormat
    /// Whether the user names the format.
    var isGiven = false
    /// ``ReadingOptions/encoding``.
    var encoding: TextEncoding?
    /// ``ReadingOptions/delimiter``.
    var delimiter: UInt8?
    /// ``ReadingOptions/records``.
    var records: [String] = []
    /// The names of the column that holds the text, in lower case.
    var textNames: Set<String> = []

    /// What `options` say, of files in the formats of `allowed`.
    init(_ options: ReadingOptions, allowed: Set<DocumentFormat>, fallback: DocumentFormat) {
        self.allowed = allowed
        self.fallback = fallback
        encoding = options.encoding
        delimiter = options.delimiter
        records = options.records
        textNames = Set(options.columns.text.map { $0.lowercased() })
    }

    /// Whether standard input that begins with `bytes` is a table: its first line names several columns, one of them
    /// that of the text.
    func isTable(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Bool {
        guard fallback != .csv else { return true }
        let end = bytes.firstByte(0x0A) ?? bytes.count
        guard end < 4096 else { return false }
        let line = UnsafeBufferPointer(rebasing: bytes[..<end])
        return TableLayout.delimiters.contains { delimiter in
            var cells: [CSVScanner.Cell] = []
            let scanner = CSVScanner(delimiter: delimiter, maximumRow: line.count)
            guard !line.isEmpty,
                case .row = scanner.step(line, from: 0, isLast: true, into: &cells), cells.count > 1
            else { return false }
            return cells.contains { textNames.contains(CSVScanner.text($0, line).lowercased()) }
        }
    }
}
