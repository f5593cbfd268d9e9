public import CaucusQuotes
public import CaucusText

/// A quotation with its stance toward one target: a row of `quotations.csv`.
///
/// Offsets count Unicode code points of the document's text.
public struct ScoredQuotation: Sendable, Hashable, Codable {
    /// Unique within a run: the document's id, a colon, and the content's offsets.
    public var id: String
    /// The document's id.
    public var documentID: String
    /// Where the content starts and ends, in code points; the pieces, where it has several.
    public var start: Int
    public var end: Int
    public var pieces: [Span]
    /// The content; pieces are joined by “ … ”.
    public var text: String
    /// How the words are given.
    public var form: Quotation.Form
    /// The cue's words, or `nil`.
    public var cue: String?
    /// The words that name the speaker beside the quotation, or `nil`.
    public var source: String?
    /// Who speaks, or `nil` where the article does not tell.
    public var speaker: Speaker?
    /// How the speaker was found.
    public var rule: String
    /// How likely the speaker is right, from 0 to 1.
    public var confidence: Double
    /// The target's name.
    public var target: String
    /// How the content speaks of the target.
    public var mention: TargetMention
    /// The words that speak of the target, in code points of the document's text; empty where none do.
    public var targetSpans: [Span]
    /// How likely the content speaks of the target, from 0 to 1; `nil` where it was not resolved, or the store is
    /// older than that.
    public var targetConfidence: Double?
    /// Calibrated probabilities, or `nil` where the quotation was not scored.
    public var probabilities: StanceProbabilities?
    /// The most probable stance, or `nil` where the score abstained.
    public var stance: Stance?
    /// The sentiment label (positive, negative, neutral), or `nil` where no sentiment model ran.
    public var sentiment: String?
    /// How warm the words are toward the target: the log odds of positive over negative; `nil` where no sentiment
    /// model ran, or the store is older than that.
    public var tone: Double?
    /// Why no stance is given, or `nil` where one is.
    public var abstention: Abstention?
    /// The id of the quotation this one repeats, or `nil`.
    public var duplicateOf: String?
    /// A few words before and after the content, for the reader.
    public var contextBefore: String
    public var contextAfter: String
    /// The words that moved the score most, strongest first.
    public var movingWords: [MovingWord]
    /// What the source does to the target by speaking, where its verb or noun tells it.
    public var act: SpeechAct?
    /// What the model read, or `nil` where it read nothing, or where nobody asked the store for it.
    public var passage: KeptPassage?

    /// Creates a row.
    public init(
        id: String, documentID: String, start: Int, end: Int, pieces: [Span], text: String,
        form: Quotation.Form, cue: String? = nil, source: String? = nil, speaker: Speaker? = nil,
        rule: String, confidence: Double, target: String, mention: TargetMention,
        probabilities: StanceProbabilities? = nil, stance: Stance? = nil, sentiment: String? = nil,
        abstention: Abstention? = nil, duplicateOf: String? = nil, contextBefore: String = "",
        contextAfter: String = "", movingWords: [MovingWord] = [], act: SpeechAct? = nil,
        passage: KeptPassage? = nil, targetSpans: [Span] = [], targetConfidence: Double? = nil,
        tone: Double? = nil
    ) {
        self.id = id
        self.documentID = documentID
        self.start = start
        self.end = end
        self.pieces = pieces
        self.text = text
        self.form = form
        self.cue = cue
        self.source = source
        self.speaker = speaker
        self.rule = rule
        self.confidence = confidence
        self.target = target
        self.mention = mention
        self.probabilities = probabilities
        self.stance = stance
        self.sentiment = sentiment
        self.abstention = abstention
        self.duplicateOf = duplicateOf
        self.contextBefore = contextBefore
        self.contextAfter = contextAfter
        self.movingWords = movingWords
        self.act = act
        self.passage = passage
        self.targetSpans = targetSpans
        self.targetConfidence = targetConfidence
        self.tone = tone
    }
}

/// Where a speaker stands on a target.
public enum Stance: String, Sendable, Hashable, Codable, CaseIterable {
    case against
    case neutral
    case favor
}

/// How a quotation speaks of the target.
public enum TargetMention: String, Sendable, Hashable, Codable, CaseIterable {
    /// By name or alias.
    case explicit
    /// By a pronoun alone.
    case pronoun
    /// By a role or a nickname: “the boss”.
    case epithet
    /// Not at all.
    case none
}

/// Why a quotation has no stance.
public enum Abstention: String, Sendable, Hashable, Codable, CaseIterable {
    /// Nothing is left of the content once marks are taken off.
    case empty
    /// The content does not speak of the target.
    case noTarget = "no_target"
    /// The quotation stands inside another one.
    case nested
    /// Fewer than three words.
    case tooShort = "too_short"
    /// The two best stances are too close.
    case lowMargin = "low_margin"
}

/// Three calibrated probabilities that sum to 1.
public struct StanceProbabilities: Sendable, Hashable, Codable {
    public var against: Double
    public var neutral: Double
    public var favor: Double

    /// Creates the three.
    public init(against: Double, neutral: Double, favor: Double) {
        self.against = against
        self.neutral = neutral
        self.favor = favor
    }

    /// `favor - against`, from -1 to 1.
    public var net: Double { favor - against }
}

/// A word of the content and how far it moved the score.
public struct MovingWord: Sendable, Hashable, Codable {
    /// Where it stands in ``ScoredQuotation/text``, in code points.
    public var start: Int
    public var end: Int
    /// The logit of favor minus that of against which its features add; positive toward favor.
    public var weight: Double

    /// Creates a moving word.
    public init(start: Int, end: Int, weight: Double) {
        self.start = start
        self.end = end
        self.weight = weight
    }
}

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

/// What a run was: enough to repeat it.
public struct RunDescription: Sendable, Hashable, Codable {
    /// A short name, made from the target, the model's checksum and the version: the same inputs give the
    /// same name.
    public var id: String
    public var target: StanceTarget
    /// The model's name and checksum.
    public var model: String
    public var modelChecksum: String
    /// The version of Caucus.
    public var version: String
    /// The model card, in Markdown.
    public var modelCard: String

    /// Creates a description.
    public init(
        id: String, target: StanceTarget, model: String, modelChecksum: String, version: String,
        modelCard: String
    ) {
        self.id = id
        self.target = target
        self.model = model
        self.modelChecksum = modelChecksum
        self.version = version
        self.modelCard = modelCard
    }
}

/// The leader that stances are about.
public struct StanceTarget: Sendable, Hashable, Codable {
    /// Which pronouns stand for the target.
    public enum Pronoun: String, Sendable, Hashable, Codable {
        case he, she, they
    }

    /// The full name.
    public var name: String
    /// Other names the user gave: “Mr. Adeyar”, “the prime minister”.
    public var aliases: [String]
    /// The pronoun, or `nil` where the user does not say.
    public var pronoun: Pronoun?

    /// Creates a target.
    public init(name: String, aliases: [String] = [], pronoun: Pronoun? = nil) {
        self.name = name
        self.aliases = aliases
        self.pronoun = pronoun
    }
}

/// How many got how far: nothing is lost without being counted.
public struct LossAudit: Sendable, Hashable, Codable {
    public var documents: Int
    public var quotations: Int
    /// With a speaker.
    public var attributed: Int
    /// With a speaker, and speaking of the target.
    public var aboutTarget: Int
    /// With a speaker, speaking of the target, and given a stance.
    public var scored: Int

    /// Creates an audit.
    public init(
        documents: Int = 0, quotations: Int = 0, attributed: Int = 0, aboutTarget: Int = 0,
        scored: Int = 0
    ) {
        self.documents = documents
        self.quotations = quotations
        self.attributed = attributed
        self.aboutTarget = aboutTarget
        self.scored = scored
    }
}
