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
    /// The names of the other columns, in lower case.
    var otherNames: Set<String> = []

    /// The absolute path of a file that is none of those to read, wherever it lies.
    var excluded: String?

    /// What `options` say, of files in the formats of `allowed`.
    init(_ options: ReadingOptions, allowed: Set<DocumentFormat>, fallback: DocumentFormat) {
        self.allowed = allowed
        self.fallback = fallback
        encoding = options.encoding
        delimiter = options.delimiter
        records = options.records
        excluded = options.metadata?.realPath
        textNames = Set(options.columns.text.map { $0.lowercased() })
        let others = ColumnNames.Role.allCases.filter { $0 != .text }
        otherNames = Set(others.flatMap { options.columns.names($0) }.map { $0.lowercased() })
    }

    /// Whether what begins with `bytes` is a table, though no name says so: its first line names columns, that of the
    /// text and another one that is known among them.
    func isTable(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Bool {
        guard fallback != .csv else { return true }
        let space = bytes.leadingSpace
        let rest = UnsafeBufferPointer(rebasing: bytes[space...])
        let line = UnsafeBufferPointer(rebasing: rest[..<(rest.firstByte(0x0A) ?? rest.count)])
        guard !line.isEmpty, line.count < 4096 else { return false }
        return TableLayout.delimiters.contains { delimiter in
            var cells: [CSVScanner.Cell] = []
            let scanner = CSVScanner(delimiter: delimiter, maximumRow: line.count)
            guard case .row = scanner.step(line, from: 0, isLast: true, into: &cells),
                cells.count > 1
            else { return false }
            let names = cells.map { CSVScanner.text($0, line).lowercased() }
            return names.contains(where: textNames.contains)
                && names.contains(where: otherNames.contains)
        }
    }
}
