/// One token of a text.
public struct Token: Sendable, Hashable {
    /// What a token is made of.
    public enum Kind: UInt8, Sendable, Hashable {
        /// Letters, digits and what joins them: “O'Neil-Smith”, “2031”.
        case word
        /// One mark.
        case punctuation
    }

    /// Its bytes.
    public var span: Span
    /// What it is made of.
    public var kind: Kind

    /// Creates a token.
    public init(span: Span, kind: Kind) {
        self.span = span
        self.kind = kind
    }
}
