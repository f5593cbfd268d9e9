/// How a file spells its documents.
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
    /// A web page: its main text is the document.
    case html
    /// GDELT's Global Quotation Graph: an article's quotations with the words around them, a line each.
    case gdelt
    /// Quotebank, centered on quotations or on articles.
    case quotebank
    /// The annotation format of BBC Citron: a text and its quotations.
    case citron
    /// The Gender Gap Tracker's articles with quotations, or its quotations alone.
    case ggt

    /// The format that the extension of `path` tells, whatever its case; `nil` where it tells none.
    ///
    /// Of `a.csv.gz` the extension inside counts.
    static func guess(path: String) -> DocumentFormat? {
        var name = path.split(separator: "/").last ?? ""
        if isPacked(path: path) { name = name.dropLast(3) }
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
        switch name[name.index(after: dot)...].lowercased() {
        case "txt": return .txt
        case "jsonl", "ndjson": return .jsonl
        case "json": return .json
        case "csv": return .csv
        case "tsv": return .tsv
        case "html", "htm", "xhtml": return .html
        default: return nil
        }
    }

    /// Whether the name of `path` says that gzip packed it.
    static func isPacked(path: String) -> Bool { path.lowercased().hasSuffix(".gz") }

    /// The formats of documents, as a message lists them.
    static let documents = [
        ".txt", ".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".html", ".gz of each",
    ]
    /// The formats of labeled examples, as a message lists them.
    static let examples = [".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".gz of each"]

    /// What separates the cells of a row, or `nil` where the format has none.
    var delimiter: UInt8? {
        switch self {
        case .csv: UInt8(ascii: ",")
        case .tsv: UInt8(ascii: "\t")
        default: nil
        }
    }

    /// Whether its records come with quotations.
    var hasQuotations: Bool {
        switch self {
        case .gdelt, .quotebank, .citron, .ggt: true
        default: false
        }
    }
}

/// How the records of a file follow each other.
enum RecordLayout: Sendable, Equatable {
    /// The file is one record.
    case whole
    /// A record a line.
    case lines
    /// The elements of an array.
    case elements
    /// The rows of a table with this between their cells.
    case rows(delimiter: UInt8)

    /// The layout of a file of `format` that begins with `bytes`, its leading space gone.
    init(_ format: DocumentFormat, _ bytes: UnsafeBufferPointer<UInt8>) {
        let isArray = bytes.first == UInt8(ascii: "[")
        switch format {
        case .txt, .html: self = .whole
        case .jsonl, .gdelt: self = .lines
        case .json: self = isArray ? .elements : .whole
        case .csv: self = .rows(delimiter: UInt8(ascii: ","))
        case .tsv: self = .rows(delimiter: UInt8(ascii: "\t"))
        case .quotebank, .citron: self = isArray ? .elements : Self.objects(bytes)
        case .ggt:
            // An array of articles, or the quotations of one article.
            let key = Array("\"quotes\"".utf8)
            if isArray {
                self = bytes.contains(key) ? .elements : .whole
            } else {
                self = Self.objects(bytes)
            }
        }
    }

    /// Objects on lines of their own, or one that takes several lines.
    private static func objects(_ bytes: UnsafeBufferPointer<UInt8>) -> RecordLayout {
        let line = UnsafeBufferPointer(rebasing: bytes[..<(bytes.firstByte(0x0A) ?? bytes.count)])
        var splitter = JSONElementSplitter()
        _ = splitter.endOfElement(line, from: 0)
        return splitter.isOutside || line.count == bytes.count ? .lines : .whole
    }
}
