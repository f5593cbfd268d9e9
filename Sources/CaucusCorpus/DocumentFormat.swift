/// How a file spells its records.
public enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
    /// Plain text: the file is one document.
    case txt
    /// One JSON object a line; `.ndjson` too.
    case jsonl
    /// One JSON array of objects, or a single object.
    case json
    /// Comma-separated values with a header (RFC 4180).
    case csv
    /// The same with tabs.
    case tsv

    /// What the extension of a path tells.
    enum Guess: Equatable {
        case known(DocumentFormat)
        /// A format that Caucus names but does not read yet.
        case unsupported(String)
        case unknown
    }

    /// The format that the extension of `path` tells, whatever its case.
    static func guess(path: String) -> Guess {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return .unknown }
        let ending = name[name.index(after: dot)...].lowercased()
        switch ending {
        case "ndjson": return .known(.jsonl)
        case "gz": return .unsupported("gzip")
        case "html", "htm": return .unsupported("html")
        default: return DocumentFormat(rawValue: ending).map(Guess.known) ?? .unknown
        }
    }

    /// The formats of documents, as a message lists them.
    static let documents = [".txt", ".jsonl", ".ndjson", ".json", ".csv", ".tsv"]
    /// The formats of labeled examples, as a message lists them.
    static let examples = [".jsonl", ".ndjson", ".json", ".csv", ".tsv"]

    /// What separates the cells of a row, or `nil` where the format has none.
    var delimiter: UInt8? {
        switch self {
        case .csv: UInt8(ascii: ",")
        case .tsv: UInt8(ascii: "\t")
        default: nil
        }
    }
}
