import CaucusText

/// A text made of quotations: each one between marks, with the words around it, a paragraph each.
struct GivenText {
    private(set) var quotations: [GivenQuotations.Quotation] = []
    private var bytes: [UInt8] = []

    /// The text so far.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Adds a quotation; one without words is left out.
    mutating func add(
        _ quote: String, before: String? = nil, after: String? = nil, speaker: String? = nil
    ) {
        let content = Self.stripped(quote)
        guard !content.isBlank else { return }
        if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
        let before = Self.stripped(before ?? "")
        if !before.isEmpty { bytes += Array((before + " ").utf8) }
        bytes += Array("“".utf8)
        let start = bytes.count
        bytes += Array(content.utf8)
        let span = Span(start, bytes.count)
        bytes += Array("”".utf8)
        let after = Self.stripped(after ?? "")
        if let first = after.utf8.first {
            let isMark = [0x2C, 0x2E, 0x3B, 0x3A].contains(first)
            bytes += Array(((isMark ? "" : " ") + after).utf8)
        }
        quotations.append(GivenQuotations.Quotation(spans: [span], speaker: speaker))
    }

    private static let marks: Set<Unicode.Scalar> = ["\"", "“", "”", "„", "«", "»", "‟", "″"]

    private static func isEdge(_ scalar: Unicode.Scalar) -> Bool {
        marks.contains(scalar) || scalar.properties.isWhitespace
    }

    /// The words without quotation marks and white space around them, on one line.
    private static func stripped(_ words: String) -> String {
        var scalars = words.unicodeScalars[...]
        while let first = scalars.first, isEdge(first) { scalars.removeFirst() }
        while let last = scalars.last, isEdge(last) { scalars.removeLast() }
        return String(String.UnicodeScalarView(scalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }))
    }

    /// The spans of `text` without quotation marks and white space at their borders, in order, none
    /// overlapping; those in which nothing is left are dropped.
    static func trimmed(_ spans: [Span], _ text: String) -> [Span] {
        var result: [Span] = []
        for span in spans.sorted() {
            let scalars = text[span].unicodeScalars
            let lead = scalars.prefix(while: isEdge).reduce(0) { $0 + UTF8.width($1) }
            guard lead < span.count else { continue }
            let trail = scalars.reversed().prefix(while: isEdge).reduce(0) { $0 + UTF8.width($1) }
            let start = max(span.start + lead, result.last?.end ?? 0)
            let end = span.end - trail
            if start < end { result.append(Span(start, end)) }
        }
        return result
    }
}
