package import CaucusStance

extension DocumentSummary {
    /// The value of a column by the name that the input or the tables give it, or `nil`: a passed-through column, or
    /// the title, outlet, date or address.
    package func value(of column: String) -> String? {
        if let field = fields.first(where: { $0.name == column }) { return field.value }
        switch column {
        case "source", "outlet", "media_name", "publisher", "doc_source": return source
        case "title", "headline", "doc_title": return title
        case "published", "date", "publish_date", "doc_published": return published
        case "url", "doc_url": return url
        default: return nil
        }
    }

    /// Whether the documents' outlets go by that name of a column.
    static func isOutlet(_ column: String, in documents: [DocumentSummary]) -> Bool {
        ["source", "outlet", "media_name", "publisher", "doc_source"].contains(column)
            && !documents.contains { $0.fields.contains { $0.name == column } }
    }
}
