/// The quotations that a record brings along, found by somebody else: extraction is skipped.
public struct GivenQuotations: Sendable, Hashable {
    /// One of them; spans count bytes of the document's text.
    public struct Quotation: Sendable, Hashable {
        /// The content without its marks, in order and never empty.
        public var spans: [Span]
        /// The words that say that somebody speaks, or `nil`.
        public var cue: Span?
        /// The words that name the speaker, or `nil`.
        public var source: Span?
        /// The speaker's name, or `nil` where the record does not tell.
        public var speaker: String?
        /// How sure the record is, from 0 to 1; 1 where it does not say.
        public var confidence: Double

        /// Creates a quotation.
        ///
        /// - Precondition: `spans` is not empty.
        public init(
            spans: [Span], cue: Span? = nil, source: Span? = nil, speaker: String? = nil,
            confidence: Double = 1
        ) {
            precondition(!spans.isEmpty, "a quotation needs at least one span")
            self.spans = spans
            self.cue = cue
            self.source = source
            self.speaker = speaker
            self.confidence = confidence
        }
    }

    /// In the order in which their content starts.
    public var quotations: [Quotation]
    /// Whether the words around the quotations are searched for speakers, since the record names none.
    public var seeksSpeakers: Bool

    /// Creates the quotations of a record.
    public init(_ quotations: [Quotation], seeksSpeakers: Bool = false) {
        self.quotations = quotations
        self.seeksSpeakers = seeksSpeakers
    }
}
