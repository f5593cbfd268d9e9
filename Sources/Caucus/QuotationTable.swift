/// A document's quotations as rows of CSV (RFC 4180), one each.
///
/// The columns are the first ones of the report's `quotations.csv`; cells that a spreadsheet would run are
/// guarded in the same way. Quotations inside quotations are left out.
public struct QuotationTable: Sendable {
    private let document: Document
    private let extraction: Extraction

    /// Creates the rows of a document.
    public init(_ document: Document, _ extraction: Extraction) {
        self.document = document
        self.extraction = extraction
    }

    /// The header, with its line end.
    public static var header: [UInt8] {
        row([
            "quote_id", "doc_id", "start", "end", "quote", "form", "cue", "source", "speaker_id",
            "speaker", "role", "rule", "confidence",
        ])
    }

    /// The rows, without a header.
    public var bytes: [UInt8] {
        let points = CodePoints(document.text)
        var out: [UInt8] = []
        for quotation in extraction.quotations where quotation.parent == nil {
            let content = points.codePoints(quotation.content)
            let words: (Span?) -> String = { $0.map { document.text[$0] } ?? "" }
            let speaker = quotation.speaker
            CSVRow.write(
                [
                    "\(document.id):\(content.start)-\(content.end)", document.id,
                    String(content.start), String(content.end),
                    quotation.spans.map { document.text[$0] }.joined(separator: " … "),
                    quotation.form.rawValue, words(quotation.cue), words(quotation.source),
                    speaker?.id ?? "", speaker?.name ?? "", speaker?.role ?? "", quotation.rule,
                    String((quotation.confidence * 1e4).rounded() / 1e4),
                ], to: &out)
        }
        return out
    }

    static func row(_ cells: [String]) -> [UInt8] {
        var out: [UInt8] = []
        CSVRow.write(cells, to: &out)
        return out
    }
}
