public import CaucusActs
public import CaucusTarget
public import CaucusText

/// Where a quotation stands on one leader: the part of a row that a run adds.
public struct QuotationScore: Sendable, Hashable, Codable {
    /// The leader's name.
    public var target: String
    /// How the content speaks of the leader.
    public var mention: TargetMention
    /// The words that speak of the leader, in code points of the document's text; empty where none do.
    public var targetSpans: [Span]
    /// How likely it is speech of its speaker about the leader, or `nil` where no gate was asked.
    public var gates: GateProbabilities?
    /// The probabilities, or `nil` where the quotation was not scored.
    public var probabilities: StanceProbabilities?
    /// The most probable stance, or `nil` where the score abstained.
    public var stance: Stance?
    /// The sentiment label (positive, negative, neutral), or `nil` where no sentiment model ran.
    public var sentiment: String?
    /// How warm the words are toward the leader: the log odds of positive over negative; `nil` where no sentiment
    /// model ran.
    public var tone: Double?
    /// Why no stance is given, or `nil` where one is.
    public var abstention: Abstention?
    /// Whether it counts, or why not.
    public var status: QuotationStatus
    /// The id of the quotation this one repeats, or `nil`.
    public var duplicateOf: String?
    /// A few words before and after the content, for the reader.
    public var contextBefore: String
    public var contextAfter: String
    /// The words that moved the score most, strongest first.
    public var movingWords: [MovingWord]
    /// What the source does to the leader by speaking, where its verb or noun tells it.
    public var act: SpeechAct?
    /// What the model read, or `nil` where it read nothing, or where nobody asked the store for it.
    public var passage: KeptPassage?

    /// Creates a score.
    public init(
        target: String, mention: TargetMention = .none, status: QuotationStatus = .notAbout,
        abstention: Abstention? = nil, probabilities: StanceProbabilities? = nil,
        stance: Stance? = nil, sentiment: String? = nil, tone: Double? = nil,
        duplicateOf: String? = nil, contextBefore: String = "", contextAfter: String = "",
        movingWords: [MovingWord] = [], act: SpeechAct? = nil, passage: KeptPassage? = nil,
        targetSpans: [Span] = [], gates: GateProbabilities? = nil
    ) {
        self.target = target
        self.mention = mention
        self.targetSpans = targetSpans
        self.gates = gates
        self.probabilities = probabilities
        self.stance = stance
        self.sentiment = sentiment
        self.tone = tone
        self.abstention = abstention
        self.status = status
        self.duplicateOf = duplicateOf
        self.contextBefore = contextBefore
        self.contextAfter = contextAfter
        self.movingWords = movingWords
        self.act = act
        self.passage = passage
    }

    /// What a run says of a quotation that does not speak of its leader.
    public init(target: String, ofUnrelated facts: QuotationFacts) {
        self.init(
            target: target, status: facts.status,
            abstention: facts.status == .nested ? .nested : .noTarget)
    }

    /// Nothing was found out about the quotation but that it does not speak of the leader: its row need not be kept.
    package var saysNothing: Bool { mention == .none && act == nil && status != .leader }
}
