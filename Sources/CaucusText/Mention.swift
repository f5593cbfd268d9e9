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

    /// What titles, given names and roles tell about somebody's gender.
    public enum Gender: String, Sendable, Hashable, Codable {
        case unknown, female, male
    }

    /// The words.
    public var span: Span
    /// How the mention names its entity.
    public var kind: Kind
    /// The entity meant, as an index into the extraction's entities, or `nil` where the text does not tell.
    public var entity: Int?

    /// The gender of the entity, as far as the document tells.
    public var gender: Gender

    /// Creates a mention.
    public init(span: Span, kind: Kind, entity: Int? = nil, gender: Gender = .unknown) {
        self.span = span
        self.kind = kind
        self.entity = entity
        self.gender = gender
    }
}
