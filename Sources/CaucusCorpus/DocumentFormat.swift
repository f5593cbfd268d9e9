/// How a file spells its documents.
public enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
    /// Plain text: the file is one document, or several articles of an archive's export.
    case txt
    /// One JSON object a line; `.ndjson` too.
    case jsonl
    /// One JSON array of objects, an object that holds one, or objects one after the other.
    case json
    /// A table with a header (RFC 4180), its cells parted by commas, semicolons, tabs or `|`.
    case csv
    /// The same with tabs; marks stand for themselves where they enclose no whole cell.
    case tsv
    /// A web page: its main text is the document.
    case html
    /// A Word document: one article, or several of an archive's export.
    case docx
    /// A table of Excel: the rows of its first sheet, after a header.
    case xlsx
    /// A page for print, read by `pdftotext`.
    case pdf
    /// Rich text.
    case rtf
    /// An e-mail: its text is the document.
    case eml
    /// A web page as a browser saves it whole.
    case mhtml
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
        if let packing = Packing.named(path) { name = name.dropLast(packing.ending.count) }
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
        switch name[name.index(after: dot)...].lowercased() {
        case "txt", "text": return .txt
        case "jsonl", "ndjson": return .jsonl
        case "json": return .json
        case "csv": return .csv
        case "tsv", "tab": return .tsv
        case "html", "htm", "xhtml": return .html
        case "docx": return .docx
        case "xlsx": return .xlsx
        case "pdf": return .pdf
        case "rtf": return .rtf
        case "eml": return .eml
        case "mhtml", "mht": return .mhtml
        default: return nil
        }
    }

    /// The formats of documents, as a message lists them.
    static let documents = [
        ".txt", ".jsonl", ".json", ".csv", ".tsv", ".html", ".docx", ".xlsx", ".eml", ".mhtml",
        ".pdf",
        ".rtf",
        ".gz, .bz2 or .zst of each", ".zip",
    ]
    /// The formats of labeled examples, as a message lists them.
    static let examples = [
        ".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".xlsx", ".gz, .bz2 or .zst of each",
    ]

    /// Whether its records are the rows of a table.
    var isTable: Bool { self == .csv || self == .tsv || self == .xlsx }

    /// Whether its records are JSON objects of columns.
    var isJSON: Bool { self == .json || self == .jsonl }

    /// Whether a file is one record of text.
    var isText: Bool { self == .txt || self == .html }

    /// Whether a file is one record of bytes that are no text as they stand.
    var isBinary: Bool {
        switch self {
        case .docx, .xlsx, .pdf, .rtf, .eml, .mhtml: true
        default: false
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
