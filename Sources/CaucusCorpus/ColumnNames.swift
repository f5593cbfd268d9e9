/// The names that a corpus gives to the columns Caucus reads; every other column is passed through.
///
/// Each list is in order of preference: of two columns that a record has, the one named first is read, unless it
/// is empty, and the other one passed through. Names are compared as written, then without regard to case and to what
/// parts their words: `Full Text`, `fullText` and `full_text` are one.
public struct ColumnNames: Sendable, Hashable {
    /// What names the document.
    public var id = [
        "id", "doc_id", "ID", "article_id", "articleId", "document_id", "documentId", "stories_id",
        "story_id",
        "docid", "uid", "uuid", "guid", "_id",
    ]
    /// Its text.
    public var text = [
        "text", "body", "content", "full_text", "fulltext", "fullText", "body_text", "bodyText",
        "maintext",
        "main_text", "mainText", "articleBody", "article_body", "article_text", "articleText",
        "article_content",
        "content_text", "contentText", "text_content", "clean_text", "cleaned_text", "plain_text",
        "plaintext",
        "story_text", "story", "article", "transcript", "raw_text",
    ]
    /// Its headline.
    public var title = [
        "title", "headline", "article_title", "articleTitle", "heading", "webTitle", "doc_title",
        "page_title", "head_line",
    ]
    /// The outlet.
    public var source = [
        "source", "outlet", "media_name", "publisher", "publication", "newspaper", "media",
        "source_name",
        "sourceName", "site_name", "sitename", "media_outlet", "publication_title", "source_domain",
        "domain",
        "hostname", "site", "publication_name", "journal",
    ]
    /// The date of publication.
    public var published = [
        "published", "date", "publish_date", "published_at", "publishedAt", "publication_date",
        "publicationDate", "pub_date", "pubDate", "date_publish", "date_published", "datePublished",
        "published_date", "publishedDate", "webPublicationDate", "seendate", "created_at",
        "post_date", "date_time", "datetime",
        "timestamp",
    ]
    /// The address.
    public var url = [
        "url", "link", "web_url", "webUrl", "article_url", "source_url", "permalink",
        "canonical_url",
    ]

    /// Creates the names that people already use; a name given here replaces them.
    public init(
        id: String? = nil, text: String? = nil, title: String? = nil, source: String? = nil,
        published: String? = nil, url: String? = nil
    ) {
        if let id { self.id = [id] }
        if let text { self.text = [text] }
        if let title { self.title = [title] }
        if let source { self.source = [source] }
        if let published { self.published = [published] }
        if let url { self.url = [url] }
    }

    /// More than there are names of a role.
    static let many = 1000

    /// The columns that Caucus reads, in the order of the table's slots.
    enum Role: Int, CaseIterable {
        case id, text, title, source, published, url
    }

    /// The names of one role.
    func names(_ role: Role) -> [String] {
        switch role {
        case .id: id
        case .text: text
        case .title: title
        case .source: source
        case .published: published
        case .url: url
        }
    }
}

/// Looks up what a column means: a role and how much its name is preferred.
struct ColumnTable<Role: Sendable>: Sendable {
    /// What a column means.
    struct Meaning: Sendable {
        var role: Role
        /// Lower is preferred.
        var rank: Int
    }

    private var exact: [String: Meaning] = [:]
    private var folded: [String: Meaning] = [:]

    /// Creates a table in which each name of a role ranks by its position.
    init(_ names: [(role: Role, names: [String])]) {
        for (role, list) in names {
            for (rank, name) in list.enumerated() {
                let meaning = Meaning(role: role, rank: rank)
                if exact[name] == nil { exact[name] = meaning }
                let key = Self.folded(name)
                if folded[key] == nil { folded[key] = meaning }
            }
        }
    }

    /// What the column called `name` means, or `nil` where it is passed through.
    func meaning(of name: String) -> Meaning? {
        if let meaning = exact[name] { return meaning }
        // No name that is known is longer.
        guard name.utf8.count <= 40 else { return nil }
        return folded[Self.folded(name)]
    }

    /// The letters and digits of a name, in small letters; a dot leads into an object and stays.
    private static func folded(_ name: String) -> String {
        String(
            decoding: name.utf8.compactMap { byte -> UInt8? in
                switch byte {
                case 0x41...0x5A: byte + 0x20
                case UInt8(ascii: " "), UInt8(ascii: "_"), UInt8(ascii: "-"): nil
                default: byte
                }
            }, as: UTF8.self)
    }
}
