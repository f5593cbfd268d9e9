public import CaucusQuotes
public import CaucusStance

/// What a store holds of a run that is to be put beside others.
public struct ComparedRun: Sendable {
    /// What was run.
    public var run: RunDescription
    /// Every document of the run.
    public var documents: [DocumentSummary]
    /// Every quotation toward the run's leader.
    public var quotations: [ScoredQuotation]
    /// What speakers are called across documents, by their id.
    public var identities: [String: SpeakerIdentity]
    /// What is known of the errors of the run's model, or `nil`.
    public var gold: GoldSample?
    /// Whether everything that the run was given has been scored.
    public var isComplete: Bool

    /// Creates the parts of a comparison's one side.
    public init(
        run: RunDescription, documents: [DocumentSummary], quotations: [ScoredQuotation],
        identities: [String: SpeakerIdentity] = [:], gold: GoldSample? = nil,
        isComplete: Bool = true
    ) {
        self.run = run
        self.documents = documents
        self.quotations = quotations
        self.identities = identities
        self.gold = gold
        self.isComplete = isComplete
    }
}
