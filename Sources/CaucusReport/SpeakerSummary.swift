public import CaucusQuotes
public import CaucusStatistics

/// What a report says of one speaker.
public struct SpeakerSummary: Sendable, Hashable {
    /// What joins the speaker's rows in all tables.
    public var id: String
    /// The fullest name.
    public var name: String
    /// The role given most often, or `nil`.
    public var role: String?
    /// Other names the articles use.
    public var aliases: [String]
    /// What kind of speaker.
    public var kind: Speaker.Kind
    /// The quotations that count, as indices into ``Report/quotations``, most decisive first; what several say as one
    /// is among those of each.
    public var counted: [Int]
    /// The strongest quotation against the speaker's own leaning, or `nil` where all lean one way.
    public var contrary: Int?
    /// The quotations that count nowhere; the status of each says why.
    public var others: [Int]
    /// How many documents and outlets the counted quotations come from.
    public var documents: Int
    public var sources: Int
    /// The first and last day of publication (ISO 8601) among the counted quotations.
    public var firstPublished: String?
    public var lastPublished: String?
    /// Shares and net stance, or `nil` where nothing counts.
    public var estimates: StanceEstimates?
    /// Net stance pooled with the other speakers, or `nil` where there are too few.
    public var pooled: Estimate?
    /// The place among all ranked speakers, 1 for the most favorable, or `nil` where the speaker has one
    /// article alone.
    public var rank: RankIntervals.Rank?
}
