/// How the records of a file follow each other.
enum RecordLayout: Sendable, Equatable {
    /// The file is one record.
    case whole
    /// A record a line.
    case lines
    /// The elements of an array.
    case elements
    /// Objects one after the other, over several lines each.
    case objects
    /// The rows of a table with this between their cells.
    case rows(TableLayout)

    /// The layout of a file of `format`, no table, that begins with `bytes`, its leading space gone.
    init(_ format: DocumentFormat, _ bytes: UnsafeBufferPointer<UInt8>) {
        let isArray = bytes.first == UInt8(ascii: "[")
        switch format {
        case .txt, .html, .docx, .xlsx, .pdf, .rtf, .eml, .mhtml, .csv, .tsv: self = .whole
        case .gdelt: self = .lines
        case .jsonl, .json: self = isArray ? .elements : Self.json(format, bytes)
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

    /// Objects on lines of their own, several that take several lines each, or one.
    private static func json(
        _ format: DocumentFormat, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> RecordLayout {
        if hasObjectsOnOneLine(bytes) { return .objects }
        guard bytes.first == UInt8(ascii: "{"), objects(bytes) == .whole, !hasObjectOnALine(bytes)
        else {
            return format == .jsonl || bytes.firstByte(0x0A) != nil ? .lines : .whole
        }
        var splitter = JSONElementSplitter(isArray: false)
        guard let end = splitter.endOfElement(bytes, from: 0) else { return .whole }
        let rest = UnsafeBufferPointer(rebasing: bytes[end...])
        let next = rest.leadingSpace
        return next < rest.count && rest[next] == UInt8(ascii: "{") ? .objects : .whole
    }

    /// Whether another object begins on the line on which the first one ends, and no line holds one alone.
    private static func hasObjectsOnOneLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.first == UInt8(ascii: "{") else { return false }
        let length = bytes.firstByte(0x0A) ?? bytes.count
        let line = UnsafeBufferPointer(rebasing: bytes[..<length])
        var splitter = JSONElementSplitter(isArray: false)
        guard let end = splitter.endOfElement(line, from: 0), end < line.count,
            line[end - 1] == UInt8(ascii: "}"),
            !hasObjectOnALine(UnsafeBufferPointer(rebasing: bytes[length...]))
        else { return false }
        return line[end...].first { $0 > 0x20 } == UInt8(ascii: "{")
    }

    /// Whether some line begins and ends as an object does: the first one was cut off then.
    private static func hasObjectOnALine(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = 0
        while start < bytes.count {
            let rest = UnsafeBufferPointer(rebasing: bytes[start...])
            let length = rest.firstByte(0x0A) ?? rest.count
            let line = rest[..<length]
            if line.first == UInt8(ascii: "{"), length > 2,
                line.last(where: { $0 > 0x20 }) == UInt8(ascii: "}")
            {
                return true
            }
            start += length + 1
        }
        return false
    }
}
