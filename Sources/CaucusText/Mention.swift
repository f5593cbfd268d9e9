/// A stretch of text that names or stands for somebody.
public struct Mention: Sendable, Hashable {
    /// How somebody is mentioned.
    public enum Kind: String, Sendable, Hashable, Codable {
        /// A personal name, with its title: “Mr. Okello”.
        case name
        /// An organization: “the Teachers' Federation”.
        case organization
        /// A pronoun: “she”.
        case pronoun
        /// A role that stands for a person named elsewhere: “the prime minister”.
        case role
        /// Somebody who is never named: “a senior official”.
        case described
    }

    /// The words.
    public var span: Span
    /// How the mention names its entity.
    public var kind: Kind
    /// The entity meant, as an index into the extraction's entities, or `nil` where the text does not tell.
    public var entity: Int?

    /// Creates a mention.
    public init(span: Span, kind: Kind, entity: Int? = nil) {
        self.span = span
        self.kind = kind
        self.entity = entity
    }
}
