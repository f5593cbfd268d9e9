public import CaucusText

extension DocumentSummary {
    /// The summary of a document; its hash covers the id, the text, every column, and the quotations that
    /// the record brought along.
    ///
    /// - Complexity: O(bytes).
    public init(_ document: Document) {
        var hash = ContentHash()
        let columns = [document.title, document.source, document.published, document.url]
        for part in [document.id, document.text] + columns { hash.combine(part) }
        for field in document.fields {
            hash.combine(field.name)
            hash.combine(field.value)
        }
        if let given = document.given { hash.combine(given) }
        var text = ContentHash()
        text.combine(document.text)
        self.init(
            id: document.id, title: document.title, source: document.source,
            published: document.published, url: document.url, fields: document.fields,
            hash: hash.hex, textHash: text.hex, origin: document.origin?.description)
    }
}

extension ContentHash {
    /// Takes in the quotations that a record brought along, field by field.
    fileprivate mutating func combine(_ given: GivenQuotations) {
        combine(given.seeksSpeakers ? "seeks speakers" : "speakers given")
        for quotation in given.quotations {
            combine(quotation.speaker)
            combine(String(quotation.confidence))
            for span in quotation.spans { combine(span) }
            for part in [quotation.cue, quotation.source] { combine(part) }
        }
    }

    private mutating func combine(_ span: Span?) {
        combine(span.map { "\($0.start)-\($0.end)" })
    }
}
