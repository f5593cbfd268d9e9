public import CaucusText

/// What a user says of the files to read; what is not said is told by the files themselves.
public struct ReadingOptions: Sendable {
    /// The format of every file, whatever its name.
    public var format: DocumentFormat?
    /// How letters are written as bytes where no byte order mark tells; UTF-8, or what a web page declares, where
    /// nothing is said.
    public var encoding: TextEncoding?
    /// What separates the cells of tables; found in the header where nothing is said.
    public var delimiter: UInt8?
    /// The names that lead to the array of records in a JSON file that wraps it, outermost first; found where they are
    /// empty.
    public var records: [String]
    /// How the columns are called.
    public var columns: ColumnNames
    /// The order of the numbers in dates such as 03/05/2031, which say nothing without it.
    public var dateOrder: DateOrder?
    /// What the names of files that hold one document say of it.
    public var namePattern: FileNamePattern?
    /// What a table says of files that hold one document.
    public var metadata: FileMetadata?

    /// Creates options that say nothing but what is given.
    public init(
        format: DocumentFormat? = nil, encoding: TextEncoding? = nil, delimiter: UInt8? = nil,
        records: [String] = [], columns: ColumnNames = ColumnNames(),
        dateOrder: DateOrder? = nil, namePattern: FileNamePattern? = nil,
        metadata: FileMetadata? = nil
    ) {
        self.format = format
        self.encoding = encoding
        self.delimiter = delimiter
        self.records = records
        self.columns = columns
        self.dateOrder = dateOrder
        self.namePattern = namePattern
        self.metadata = metadata
    }
}
