public import CaucusStance
public import CaucusText

/// What a person said of a quotation that was drawn with a known probability.
public struct HandLabel: Sendable, Hashable, Codable {
    /// The quotation's id.
    public var quotation: String
    /// The stance that the person read in it.
    public var label: Stance
    /// How likely the quotation was to be drawn, above 0 and up to 1.
    public var samplingProbability: Double
    /// Who said so, or `nil` where there was one person only.
    public var annotator: String?
    /// Where the label was read, or `nil`.
    public var place: Place?

    /// Creates a label.
    public init(
        quotation: String, label: Stance, samplingProbability: Double, annotator: String? = nil,
        place: Place? = nil
    ) {
        self.quotation = quotation
        self.label = label
        self.samplingProbability = samplingProbability
        self.annotator = annotator
        self.place = place
    }
}
