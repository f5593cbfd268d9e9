public import CaucusTarget

/// What a run was: enough to repeat it.
public struct RunDescription: Sendable, Hashable, Codable {
    /// A short name, made from the target, the model's checksum and the version: the same inputs give the
    /// same name.
    public var id: String
    public var target: StanceTarget
    /// The model's name and checksum.
    public var model: String
    public var modelChecksum: String
    /// The checksum of the gates, or `nil` where none were asked.
    public var gatesChecksum: String?
    /// The version of Caucus.
    public var version: String
    /// The model card, in Markdown.
    public var modelCard: String
    /// The reading of the documents that the run's scores are of.
    public var reading: ReadingDescription

    /// Creates a description.
    public init(
        id: String, target: StanceTarget, model: String, modelChecksum: String,
        gatesChecksum: String? = nil, version: String, modelCard: String,
        reading: ReadingDescription = ReadingDescription()
    ) {
        self.id = id
        self.target = target
        self.model = model
        self.modelChecksum = modelChecksum
        self.gatesChecksum = gatesChecksum
        self.version = version
        self.modelCard = modelCard
        self.reading = reading
    }
}
