/// A file of a report, not yet written anywhere.
public struct ReportFile: Sendable, Hashable {
    /// The name under the report's directory: `speakers.csv`.
    public var name: String
    /// The contents.
    public var bytes: [UInt8]

    /// Creates a file.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }
}
