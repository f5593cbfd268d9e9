public import CaucusText

/// The words around a target: a text, and where the target and the speaker stand in it.
public struct Passage: Sendable, Hashable {
    /// The text: a quotation or a sentence.
    public var text: String
    /// Where the target is mentioned, in UTF-8 bytes of `text`.
    public var targets: [Span]
    /// Where the speaker is mentioned, in UTF-8 bytes of `text`.
    public var speakers: [Span]

    /// Creates a passage.
    public init(text: String, targets: [Span] = [], speakers: [Span] = []) {
        self.text = text
        self.targets = targets
        self.speakers = speakers
    }
}
