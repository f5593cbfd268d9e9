package import CaucusText

/// One record of a corpus as it stands in the file: its columns in order.
package struct Record: Sendable, Hashable {
    /// One column.
    package struct Column: Sendable, Hashable {
        package var name: String
        package var value: JSONValue
    }

    /// The columns in their order.
    package var columns: [Column]
    /// Where the record stands.
    package var place: Place
    /// The file, which names the records that have no id.
    package var file: InputFile
    /// Which element of an array it is, counted from 1, where others stand on its line; of the first one `nil`.
    package var number: Int?

    /// Creates a record.
    package init(columns: [Column], place: Place, file: InputFile, number: Int? = nil) {
        self.columns = columns
        self.place = place
        self.file = file
        self.number = number
    }
}

extension Record {
    /// The id of a record that brings none along: the file's name, the line where the file holds several, and the number
    /// where the line does.
    var idByPlace: String {
        file.name + (place.line.map { ":\($0)" } ?? "") + (number.map { "#\($0)" } ?? "")
    }

    /// Which record of which file it is; `isIdentified` where it brings an id along.
    func origin(isIdentified: Bool) -> DocumentOrigin {
        let part: DocumentOrigin.Part =
            isIdentified
            ? .identified
            : place.line.map { line in number.map { .element($0, line: line) } ?? .line(line) }
                ?? .whole
        return DocumentOrigin(file: file.realPath, part: part)
    }
}

/// A value of a record; a cell of a table is a ``string(_:)``.
package enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    /// A number as it is spelled.
    case number(String)
    case string(String)
    /// An array or an object as it is spelled.
    case nested(String)

    /// The value as text: a string without its marks, everything else as it is spelled, `null` empty.
    var text: String {
        switch self {
        case .null: ""
        case .bool(let value): value ? "true" : "false"
        case .number(let spelling), .nested(let spelling): spelling
        case .string(let value): value
        }
    }

    /// Whether there is nothing: `null`, an empty string, or what R, pandas, Excel and databases write for it.
    var isVoid: Bool {
        switch self {
        case .null: true
        case .string(let text): text.isEmpty || text.utf8.count <= 6 && Self.missing.contains(text)
        default: false
        }
    }

    private static let missing: Set<String> = [
        "NA", "<NA>", "#N/A", "N/A", "nan", "NaN", "NaT", "None", "null", "NULL", "n/a", "\\N",
        "(null)",
    ]

    /// What kind of value it is, for messages.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a truth value"
        case .number: "a number"
        case .string: "a string"
        case .nested(let spelling):
            spelling.utf8.first == UInt8(ascii: "[") ? "an array" : "an object"
        }
    }
}
