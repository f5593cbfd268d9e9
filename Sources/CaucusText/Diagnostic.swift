/// Where something stands: a file, and a line of it where there are lines.
public struct Place: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The path as the user gave it; `-` for standard input.
    public var file: String
    /// The line, counted from 1, or `nil` where the whole file is meant.
    public var line: Int?

    /// Creates a place.
    public init(file: String, line: Int? = nil) {
        self.file = file
        self.line = line
    }

    /// `file:line`, or the file alone.
    public var description: String { line.map { "\(file):\($0)" } ?? file }
}

/// One odd record among many: it is counted and told, and the batch goes on.
public struct Diagnostic: Sendable, Hashable, Codable, CustomStringConvertible {
    /// Where the record stands.
    public var place: Place
    /// What was found and what would be right, in lower case.
    public var message: String

    /// Creates a diagnostic.
    public init(_ place: Place, _ message: String) {
        self.place = place
        self.message = message
    }

    /// `place: message`.
    public var description: String { "\(place): \(message)" }
}
