public import CaucusText

/// The words around a target: a text, and where the target and the speaker stand in it.
public struct Passage: Sendable, Hashable {
    /// The text: a quotation or a sentence.
    public var text: String
    /// Where the target is mentioned, in UTF-8 bytes of `text`.
    public var targets: [Span]
    /// Where the speaker is mentioned, in UTF-8 bytes of `text`.
    public var speakers: [Span]
    /// Whether the whole text is what a speaker said whom the text does not mention; features of the words
    /// around the target then read it as if “SPEAKER:” stood before it.
    public var isSpeech: Bool
    /// What is known besides the words.
    public var facts: [PassageFact]
    /// What an encoder says of the passage, as log odds; empty where none has read it.
    package var opinion: [Float] = []

    /// Creates a passage.
    public init(
        text: String, targets: [Span] = [], speakers: [Span] = [], isSpeech: Bool = false,
        facts: [PassageFact] = []
    ) {
        self.text = text
        self.targets = targets
        self.speakers = speakers
        self.isSpeech = isSpeech
        self.facts = facts
    }
}
