/// A text, the target it may speak of, and the label a person gave it.
public struct LabeledExample: Sendable, Hashable {
    /// What names the example.
    public var id: String
    /// The text: a quotation or a sentence.
    public var text: String
    /// The name of the target, or `nil` where the record has none.
    public var target: String?
    /// Where the target is mentioned in `text`, or `nil` where the record does not tell.
    public var targetSpan: Span?
    /// The label, or `nil` for an example to predict.
    public var label: String?
    /// Who speaks, or `nil`.
    public var speaker: String?
    /// Where the speaker is mentioned in `text`, or `nil`.
    public var speakerSpan: Span?
    /// What stands around the text in its article, or `nil`.
    public var context: String?
    /// The article or story; folds never split one. `nil` where each example stands alone.
    public var group: String?
    /// How much the example counts; positive.
    public var weight: Double
    /// Who labeled it, or `nil`.
    public var annotator: String?
    /// What a report's table tells of a quotation by `p_speech`, `p_about` and `p_speaker`, by these names; empty where
    /// the record has none of them.
    public var probabilities: [String: Double]
    /// Where the record stands.
    public var place: Place

    /// Creates an example.
    public init(
        id: String, text: String, target: String? = nil, targetSpan: Span? = nil,
        label: String? = nil, speaker: String? = nil, speakerSpan: Span? = nil,
        context: String? = nil, group: String? = nil, weight: Double = 1,
        annotator: String? = nil, probabilities: [String: Double] = [:],
        place: Place = Place(file: "-")
    ) {
        self.id = id
        self.text = text
        self.target = target
        self.targetSpan = targetSpan
        self.label = label
        self.speaker = speaker
        self.speakerSpan = speakerSpan
        self.context = context
        self.group = group
        self.weight = weight
        self.annotator = annotator
        self.probabilities = probabilities
        self.place = place
    }
}
