/// One sentence of a document.
public struct Sentence: Sendable, Hashable {
    /// The sentence without the white space around it.
    public var span: Span
    /// The paragraph it stands in, counted from 0.
    public var paragraph: Int

    /// Creates a sentence.
    public init(span: Span, paragraph: Int) {
        self.span = span
        self.paragraph = paragraph
    }
}
