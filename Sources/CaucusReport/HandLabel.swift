public import CaucusStance
public import CaucusText

/// What a person said of a quotation that was drawn with a known probability.
public struct HandLabel: Sendable, Hashable, Codable {
    /// The quotation's id.
    public var quotation: String
    /// What the person says of it.
    public var answer: HandAnswer
    /// How likely the quotation was to be drawn, above 0 and up to 1.
    public var samplingProbability: Double
    /// Who said so, or `nil` where there was one person only.
    public var annotator: String?
    /// The leader and the run that the quotation was drawn of, or `nil` where the labels do not tell.
    public var target: String?
    public var run: String?
    /// Who speaks, where the person says that another one does, and the borders of the words in code points of the document,
    /// where the person moved them.
    public var speaker: String?
    public var borders: Span?
    /// Where the label was read, or `nil`.
    public var place: Place?

    /// The stance that the person read in it, or `nil` where it is not what it is counted as.
    public var label: Stance? {
        if case .stance(let stance) = answer { stance } else { nil }
    }

    /// Creates the label of a quotation that is what it is counted as.
    public init(
        quotation: String, label: Stance, samplingProbability: Double, annotator: String? = nil,
        place: Place? = nil
    ) {
        self.init(
            quotation: quotation, answer: .stance(label), samplingProbability: samplingProbability,
            annotator: annotator, place: place)
    }

    /// Creates a label.
    public init(
        quotation: String, answer: HandAnswer, samplingProbability: Double,
        annotator: String? = nil, target: String? = nil, run: String? = nil,
        speaker: String? = nil, borders: Span? = nil, place: Place? = nil
    ) {
        self.quotation = quotation
        self.answer = answer
        self.samplingProbability = samplingProbability
        self.annotator = annotator
        self.target = target
        self.run = run
        self.speaker = speaker
        self.borders = borders
        self.place = place
    }
}
