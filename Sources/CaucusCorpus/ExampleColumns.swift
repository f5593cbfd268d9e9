/// How the columns of labeled examples are called, and whether their labels are wanted.
///
/// A name may lead into nested JSON, `article.text`. Names that are not given are those that people and annotation tools
/// use.
public struct ExampleColumns: Sendable, Hashable {
    /// What names the example; `id` and `quote_id` unless set.
    public var id: String?
    /// Its text; `text`, `quote` and the like unless set.
    public var text: String?
    /// The label; of several columns each is what one person said, who is named after it.
    public var labels: [String]
    /// The leader.
    public var target: String?
    /// Who speaks.
    public var speaker: String?
    /// What stands around the text.
    public var context: String?
    /// The article or story.
    public var group: String?
    /// How much the example counts.
    public var weight: String?
    /// Who labeled it.
    public var annotator: String?
    /// Where the target and the speaker begin and end.
    public var targetStart: String?
    public var targetEnd: String?
    public var speakerStart: String?
    public var speakerEnd: String?
    /// Whether labels are read; else each record is one example, whatever people said of it.
    public var readsLabels: Bool

    /// Creates the usual names.
    public init(
        id: String? = nil, text: String? = nil, labels: [String] = [], target: String? = nil,
        speaker: String? = nil, context: String? = nil, group: String? = nil,
        weight: String? = nil, annotator: String? = nil, targetStart: String? = nil,
        targetEnd: String? = nil, speakerStart: String? = nil, speakerEnd: String? = nil,
        readsLabels: Bool = true
    ) {
        self.id = id
        self.text = text
        self.labels = labels
        self.target = target
        self.speaker = speaker
        self.context = context
        self.group = group
        self.weight = weight
        self.annotator = annotator
        self.targetStart = targetStart
        self.targetEnd = targetEnd
        self.speakerStart = speakerStart
        self.speakerEnd = speakerEnd
        self.readsLabels = readsLabels
    }

    /// What an example's column is.
    enum Role: Int, CaseIterable {
        case id, text, target, speaker, context, group, weight, annotator
        case targetStart, targetEnd, speakerStart, speakerEnd
        case speech, about, isSpeaker

        /// What the column is called by those who follow the documentation.
        var name: String { usual[0] }

        /// What it is called, in order of preference.
        var usual: [String] {
            switch self {
            case .id: ["id", "quote_id", "external_id"]
            case .text: ["text", "quote", "quotation", "sentence", "tweet", "content", "body"]
            case .target: ["target"]
            case .speaker: ["speaker"]
            case .context: ["context"]
            case .group: ["group"]
            case .weight: ["weight"]
            case .annotator:
                ["annotator", "_annotator_id", "annotator_id", "annotation_agent", "_session_id"]
            case .targetStart: ["target_start"]
            case .targetEnd: ["target_end"]
            case .speakerStart: ["speaker_start"]
            case .speakerEnd: ["speaker_end"]
            case .speech: ["p_speech"]
            case .about: ["p_about"]
            case .isSpeaker: ["p_speaker"]
            }
        }
    }

    /// The name that the user gave to a column, or `nil`.
    func given(_ role: Role) -> String? {
        switch role {
        case .id: id
        case .text: text
        case .target: target
        case .speaker: speaker
        case .context: context
        case .group: group
        case .weight: weight
        case .annotator: annotator
        case .targetStart: targetStart
        case .targetEnd: targetEnd
        case .speakerStart: speakerStart
        case .speakerEnd: speakerEnd
        case .speech, .about, .isSpeaker: nil
        }
    }

    /// Every name that the user gave.
    var allGiven: [String] { Role.allCases.compactMap(given) + labels }
}
