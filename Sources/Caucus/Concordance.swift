/// A document's quotations as key words in context: a line each, its cells separated by tabs.
///
/// Left context, content, right context, speaker (empty where unknown) and the document's id. Control
/// characters and line breaks are spaces, so that a line is a quotation and a tab is a border. Quotations inside
/// quotations are left out.
public struct Concordance: Sendable {
    private let document: Document
    private let extraction: Extraction

    /// How many code points of context stand on each side, at most.
    private static let width = 60

    /// Creates the concordance of a document.
    public init(_ document: Document, _ extraction: Extraction) {
        self.document = document
        self.extraction = extraction
    }

    /// The lines, each with its end; empty where the document has no quotation.
    public var text: String {
        extraction.quotations.filter { $0.parent == nil }.reduce(into: "") { $0 += line($1) }
    }

    private func line(_ quotation: Quotation) -> String {
        let cells = [
            before(quotation.content.start),
            quotation.spans.map { document.text[$0] }.joined(separator: " … "),
            after(quotation.content.end), quotation.speaker?.name ?? "", document.id,
        ]
        return cells.map(Self.flat).joined(separator: "\t") + "\n"
    }

    /// The words before `byte`, whole ones.
    private func before(_ byte: Int) -> String {
        let start = Swift.max(0, byte - 4 * Self.width)
        let scalars = document.text[Span(start, byte)].unicodeScalars
        guard start > 0 || scalars.count > Self.width else { return String(scalars) }
        return String(
            scalars.suffix(Self.width).drop { !$0.properties.isWhitespace })
    }

    /// The words after `byte`, whole ones.
    private func after(_ byte: Int) -> String {
        let end = Swift.min(document.text.utf8.count, byte + 4 * Self.width)
        let scalars = document.text[Span(byte, end)].unicodeScalars
        guard end < document.text.utf8.count || scalars.count > Self.width else {
            return String(scalars)
        }
        let window = scalars.prefix(Self.width)
        let last = window.lastIndex { $0.properties.isWhitespace } ?? window.startIndex
        return String(window[..<last])
    }

    /// `text` with a space for every control character and line separator.
    private static func flat(_ text: String) -> String {
        let isBreak: (Unicode.Scalar) -> Bool = {
            $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0 == "\u{2028}"
                || $0 == "\u{2029}"
        }
        guard text.unicodeScalars.contains(where: isBreak) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(isBreak(scalar) ? " " : scalar) }
        return String(result)
    }
}
