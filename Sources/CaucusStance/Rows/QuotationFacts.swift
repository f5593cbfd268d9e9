public import CaucusQuotes
public import CaucusText

/// What an article says, to whomever it is about: the part of a row that is the same for every leader.
///
/// Offsets count Unicode code points of the document's text.
public struct QuotationFacts: Sendable, Hashable, Codable {
    /// Unique within a run: the document's id, a colon, and the content's offsets.
    public let id: String
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
    /// Who speaks, as the document tells it, or `nil` where it does not.
    public var speaker: Speaker?
    /// Who the speaker is across documents, or `nil` without a speaker; of several the ids, joined by “; ”. As long as a
    /// run is not finished, as far as the document alone tells.
    public var speakerID: String?
    /// Those who speak as one, in the order of the text, each with who it is across documents as its id: then
    /// ``speaker`` has their joined name. Empty where one speaks.
    public var joint: [Speaker]
    /// How the speaker was found.
    public var rule: String
    /// How likely the speaker is right, from 0 to 1.
    public var confidence: Double
    /// What becomes of the quotation where it does not speak of a leader: nested, no speaker or not about.
    public var status: QuotationStatus

    /// Creates the facts of a quotation; its ``id`` is made from the document's and the offsets, unless it is given.
    public init(
        id: String? = nil, documentID: String, start: Int, end: Int, pieces: [Span],
        text: String, form: Quotation.Form, cue: String? = nil, source: String? = nil,
        speaker: Speaker? = nil,
        speakerID: String? = nil, joint: [Speaker] = [], rule: String, confidence: Double,
        status: QuotationStatus = .notAbout
    ) {
        self.id = id ?? "\(documentID):\(start)-\(end)"
        self.documentID = documentID
        self.start = start
        self.end = end
        self.pieces = pieces
        self.text = text
        self.form = form
        self.cue = cue
        self.source = source
        self.speaker = speaker
        self.speakerID = speakerID
        self.joint = joint
        self.rule = rule
        self.confidence = confidence
        self.status = status
    }
}

extension QuotationFacts {
    /// Everybody whose row counts the quotation, once each, with who it is across documents as its id: the speaker, or
    /// each of several; nobody where the document does not tell.
    public var speakers: [Speaker] {
        if joint.isEmpty {
            guard var speaker, let speakerID else { return [] }
            speaker.id = speakerID
            return [speaker]
        }
        // Two names of one article may turn out to be one person's.
        var ids: Set<String> = []
        return joint.filter { ids.insert($0.id).inserted }
    }

    /// What stands between the ids of several in ``speakerID``.
    package static func id(ofSeveral joint: [Speaker]) -> String {
        joint.map(\.id).joined(separator: "; ")
    }
}
