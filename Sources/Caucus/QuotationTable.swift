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
        var csv = CSVWriter()
        csv.row([
            "quote_id", "doc_id", "start", "end", "quote", "form", "cue", "source_words",
            "speaker_id", "speaker", "role", "rule", "confidence",
        ])
        return csv.taken()
    }

    /// The rows, without a header.
    public var bytes: [UInt8] {
        let points = CodePoints(document.text)
        var csv = CSVWriter()
        for quotation in extraction.quotations where quotation.parent == nil {
            let content = points.codePoints(quotation.content)
            let words: (Span?) -> String? = { $0.map { String(document.text[$0]) } }
            csv.cell("\(document.id):\(content.start)-\(content.end)")
            csv.cell(document.id)
            csv.cell(content.start)
            csv.cell(content.end)
            csv.cell(quotation.spans.map { document.text[$0] }.joined(separator: " … "))
            csv.cell(quotation.form.rawValue)
            csv.cell(words(quotation.cue))
            csv.cell(words(quotation.source))
            csv.cell(quotation.speaker?.id)
            csv.cell(quotation.speaker?.name)
            csv.cell(quotation.speaker?.role)
            csv.cell(quotation.rule)
            csv.cell(quotation.confidence)
            csv.endRow()
        }
        return csv.taken()
    }
}
