public import CaucusText

/// Words that an article gives to somebody.
public struct Quotation: Sendable, Hashable {
    /// How the words are given.
    public enum Form: String, Sendable, Hashable, Codable, CaseIterable {
        /// All of them between quotation marks.
        case direct
        /// None of them between quotation marks.
        case indirect
        /// A clause with a part between quotation marks.
        case mixed
    }

    /// How the words are given.
    public var form: Form
    /// The content without its quotation marks, in order: one span, or several where a cue or a
    /// paragraph mark splits it. Never empty.
    public var spans: [Span]
    /// The words that say that somebody speaks (“said”), or `nil`.
    public var cue: Span?
    /// The words that name the speaker beside the quotation (“she”), or `nil`.
    public var source: Span?
    /// Who speaks, or `nil` where the article does not tell.
    public var speaker: Speaker? {
        didSet { if !joint.isEmpty, speaker != oldValue { joint = [] } }
    }
    /// Everybody who speaks, in the order of the text: one speaker, or several who speak as one, whose ``speaker`` has
    /// the joined name (“Jane Roe and Otto Penn”); empty where ``speaker`` is `nil`.
    public var speakers: [Speaker] {
        get { joint.isEmpty ? speaker.map { [$0] } ?? [] : joint }
        set { joint = newValue.count > 1 ? newValue : [] }
    }
    /// Whether several speak as one.
    public var isJoint: Bool { !joint.isEmpty }
    /// Those who speak as one, or nobody.
    private var joint: [Speaker] = []
    /// How the speaker was found, in a word that the reference explains.
    public var rule: String
    /// How sure the extractor is, from 0 to 1.
    ///
    /// For direct speech: the calibrated probability that the speaker is right. For indirect and mixed
    /// speech, found by its cue: the probability that the words are a quotation of that source.
    public var confidence: Double
    /// The quotation this one stands in, as an index into the same extraction, or `nil`.
    public var parent: Int?

    /// Creates a quotation; `speakers` are several who speak as one.
    ///
    /// - Precondition: `spans` is not empty.
    public init(
        form: Form, spans: [Span], cue: Span? = nil, source: Span? = nil, speaker: Speaker? = nil,
        rule: String, confidence: Double, parent: Int? = nil, speakers: [Speaker] = []
    ) {
        precondition(!spans.isEmpty, "a quotation needs at least one span")
        self.form = form
        self.spans = spans
        self.cue = cue
        self.source = source
        self.speaker = speaker
        joint = speakers.count > 1 ? speakers : []
        self.rule = rule
        self.confidence = confidence
        self.parent = parent
    }

    /// From the start of the first span to the end of the last.
    public var content: Span { Span(from: spans[0].start, to: spans[spans.count - 1].end) }
}

/// Somebody who is quoted: a person, an organization, or a source that is only described.
public struct Speaker: Sendable, Hashable, Codable {
    /// What kind of speaker.
    public enum Kind: String, Sendable, Hashable, Codable {
        /// A person with a name.
        case person
        /// An organization.
        case organization
        /// “a senior official”: never merged by name.
        case described
    }

    /// The name in lower case with hyphens: `lydia-miljan`.
    public var id: String
    /// The fullest name that the article gives.
    public var name: String
    /// “University of Windsor political science professor”, or `nil`.
    public var role: String?
    /// Other names the article uses for the same speaker.
    public var aliases: [String]
    /// What kind of speaker.
    public var kind: Kind
    /// A person's gender, as far as the article tells it by titles, roles or the given name.
    public var gender: Mention.Gender

    /// Creates a speaker.
    public init(
        id: String, name: String, role: String? = nil, aliases: [String] = [],
        kind: Kind = .person, gender: Mention.Gender = .unknown
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.aliases = aliases
        self.kind = kind
        self.gender = gender
    }
}

/// A person whom an article names in full, speaker or not.
public struct NamedPerson: Sendable, Hashable, Codable {
    /// The fullest name that the article gives.
    public var name: String
    /// What the article tells of the person's gender.
    public var gender: Mention.Gender

    /// Creates a named person.
    public init(name: String, gender: Mention.Gender = .unknown) {
        self.name = name
        self.gender = gender
    }
}

/// What one article holds: its quotations, and the mentions and entities behind them.
public struct Extraction: Sendable {
    /// In the order in which their content starts.
    public var quotations: [Quotation]
    /// Everybody named, as ``CaucusText/Mention/entity`` counts them.
    public var entities: [Speaker]
    /// Every mention found outside and inside quotations, in order.
    public var mentions: [Mention]
    /// The sentences of the article, in order; paragraphs are numbered from 0.
    public var sentences: [Sentence]
    /// Words in quotation marks that are no speech, with the reason (scare, title, …).
    public var rejected: [(span: Span, reason: String)]

    /// Creates an extraction.
    public init(
        quotations: [Quotation], entities: [Speaker], mentions: [Mention], sentences: [Sentence],
        rejected: [(span: Span, reason: String)] = []
    ) {
        self.quotations = quotations
        self.entities = entities
        self.mentions = mentions
        self.sentences = sentences
        self.rejected = rejected
    }
}

extension Extraction {
    /// Everybody whom the article names in full, in the order of ``entities``.
    package var people: [NamedPerson] {
        entities.compactMap { entity in
            entity.kind == .person && entity.name.utf8.contains(0x20)
                ? NamedPerson(name: entity.name, gender: entity.gender) : nil
        }
    }
}
