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

    /// The columns, and whether their cells are of type string, integer or number.
    package static let columns: [StoreExport.Column] = [
        ("quote_id", "string"), ("doc_id", "string"), ("start", "integer"), ("end", "integer"),
        ("quote", "string"), ("form", "string"), ("cue", "string"), ("source_words", "string"),
        ("speaker_id", "string"), ("speaker", "string"), ("role", "string"), ("rule", "string"),
        ("confidence", "number"),
    ]

    /// The header, with its line end.
    public static var header: [UInt8] {
        var csv = CSVWriter()
        csv.row(columns.map(\.name))
        return csv.taken()
    }

    /// The rows as CSV, without a header.
    public var bytes: [UInt8] {
        var csv = CSVWriter()
        for row in rows {
            for value in row { csv.cell(value) }
            csv.endRow()
        }
        return csv.taken()
    }

    /// The rows.
    package var rows: [[TableCell]] {
        let points = CodePoints(document.text)
        func words(_ span: Span?) -> TableCell { TableCell(span.map { String(document.text[$0]) }) }
        return extraction.quotations.filter { $0.parent == nil }.map { quotation in
            let content = points.codePoints(quotation.content)
            return [
                .text("\(document.id):\(content.start)-\(content.end)"), .text(document.id),
                .integer(content.start), .integer(content.end),
                .text(quotation.spans.map { document.text[$0] }.joined(separator: " … ")),
                .text(quotation.form.rawValue), words(quotation.cue), words(quotation.source),
                TableCell(quotation.speaker?.id), TableCell(quotation.speaker?.name),
                TableCell(quotation.speaker?.role), .text(quotation.rule),
                .number(quotation.confidence),
            ]
        }
    }
}
