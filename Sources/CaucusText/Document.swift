/// One article: its text and what its record says about it.
public struct Document: Sendable, Hashable {
    /// What names the document in every table; unique within a run.
    public var id: String
    /// The text as given; every offset refers to it.
    public var text: String
    /// The headline, or `nil` where the record has none.
    public var title: String?
    /// The outlet, or `nil` where the record has none.
    public var source: String?
    /// The date of publication as written, ISO 8601 where the corpus is kind; `nil` where unknown.
    public var published: String?
    /// The address of the article, or `nil`.
    public var url: String?
    /// Every other column of the record, in its order, passed through to the tables.
    public var fields: [Field]
    /// The quotations that the record brings along, or `nil` where they are to be found in the text.
    public var given: GivenQuotations?
    /// Where the record stands.
    public var place: Place
    /// Which record of which file it is, or `nil` where it comes from no file.
    public var origin: DocumentOrigin?

    /// A column that Caucus does not read itself.
    public struct Field: Sendable, Hashable, Codable {
        /// The column's name.
        public var name: String
        /// Its value as text; numbers and nested values keep their JSON spelling.
        public var value: String

        /// Creates a column.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Whether its date of publication is a day of the calendar.
    public var isDated: Bool { published.flatMap { CalendarDay($0) } != nil }

    /// Creates a document.
    public init(
        id: String, text: String, title: String? = nil, source: String? = nil,
        published: String? = nil, url: String? = nil, fields: [Field] = [],
        given: GivenQuotations? = nil, place: Place = Place(file: "-"),
        origin: DocumentOrigin? = nil
    ) {
        self.id = id
        self.text = text
        self.title = title
        self.source = source
        self.published = published
        self.url = url
        self.fields = fields
        self.given = given
        self.place = place
        self.origin = origin
    }
}
