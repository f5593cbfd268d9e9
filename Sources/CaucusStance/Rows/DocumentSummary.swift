public import CaucusText

/// What a report says of the document that a quotation stands in.
public struct DocumentSummary: Sendable, Hashable, Codable {
    public var id: String
    public var title: String?
    public var source: String?
    public var published: String?
    public var url: String?
    /// Passed-through columns.
    public var fields: [Document.Field]
    /// Hash of the content, in hexadecimal.
    public var hash: String
    /// Hash of the text alone, or `nil` where it is not known: documents of one hash are copies.
    public var textHash: String?
    /// Which record of which file it is, or `nil` where it comes from no file.
    public var origin: String?

    /// Creates a summary.
    public init(
        id: String, title: String? = nil, source: String? = nil, published: String? = nil,
        url: String? = nil, fields: [Document.Field] = [], hash: String, textHash: String? = nil,
        origin: String? = nil
    ) {
        self.id = id
        self.title = title
        self.source = source
        self.published = published
        self.url = url
        self.fields = fields
        self.hash = hash
        self.textHash = textHash
        self.origin = origin
    }
}
