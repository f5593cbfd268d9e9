package import CaucusFeatures
public import CaucusText

/// What a model read of a quotation, as far as its row does not tell: enough to read it again without the article.
public struct KeptPassage: Sendable, Hashable, Codable {
    /// The text, or `nil` where it was the quotation's own.
    public var text: String?
    /// Where the target and the speaker are mentioned, in code points of the text.
    public var targets: [Span]
    public var speakers: [Span]
    /// Whether all of it is what a speaker said whom it does not mention.
    public var isSpeech: Bool
    /// What an encoder said of it, as log odds; empty where none has read it.
    public var opinion: [Float]

    /// Creates a passage.
    public init(
        text: String?, targets: [Span], speakers: [Span] = [], isSpeech: Bool = false,
        opinion: [Float] = []
    ) {
        self.text = text
        self.targets = targets
        self.speakers = speakers
        self.isSpeech = isSpeech
        self.opinion = opinion
    }

    /// What to keep of a passage beside the words of the quotation.
    package init(_ passage: Passage, of quotation: String) {
        let points = CodePoints(passage.text)
        self.init(
            text: passage.text == quotation ? nil : passage.text,
            targets: passage.targets.map(points.codePoints),
            speakers: passage.speakers.map(points.codePoints), isSpeech: passage.isSpeech,
            opinion: passage.opinion)
    }

    /// The passage of a quotation with the given words, or `nil` where a span does not lie within its text.
    package func passage(of quotation: String) -> Passage? {
        let text = text ?? quotation
        let points = CodePoints(text)
        func bytes(_ spans: [Span]) -> [Span]? {
            let found = spans.compactMap { points.span(codePoints: $0.start, $0.end) }
            return found.count == spans.count ? found : nil
        }
        guard let targets = bytes(targets), let speakers = bytes(speakers) else { return nil }
        var passage = Passage(text: text, targets: targets, speakers: speakers, isSpeech: isSpeech)
        passage.opinion = opinion
        return passage
    }

    /// The words that mention the target, in the order of the text.
    public func mentions(in quotation: String) -> [String] {
        let text = text ?? quotation
        let points = CodePoints(text)
        return targets.compactMap { span in
            points.span(codePoints: span.start, span.end).map { text[$0] }
        }
    }
}
