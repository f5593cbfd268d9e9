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
