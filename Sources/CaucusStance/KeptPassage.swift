package import CaucusFeatures
public import CaucusText

/// What a model read of a quotation, as far as its row does not tell: enough to read it again without the article.
public struct KeptPassage: Sendable, Hashable, Codable {
    /// The text, or `nil` where it was the quotation's own.
    public var text: String?
    /// Where the target and the speaker are mentioned, in UTF-8 bytes of the text.
    public var targets: [Span]
    public var speakers: [Span]
    /// Whether all of it is what a speaker said whom it does not mention.
    public var isSpeech: Bool

    /// Creates a passage.
    public init(text: String?, targets: [Span], speakers: [Span] = [], isSpeech: Bool = false) {
        self.text = text
        self.targets = targets
        self.speakers = speakers
        self.isSpeech = isSpeech
    }

    /// What to keep of a passage beside the words of the quotation.
    package init(_ passage: Passage, of quotation: String) {
        self.init(
            text: passage.text == quotation ? nil : passage.text, targets: passage.targets,
            speakers: passage.speakers, isSpeech: passage.isSpeech)
    }

    /// The passage of a quotation with the given words, or `nil` where a span does not lie within its text.
    package func passage(of quotation: String) -> Passage? {
        let text = text ?? quotation
        let size = text.utf8.count
        guard (targets + speakers).allSatisfy({ $0.start >= 0 && $0.end <= size }) else {
            return nil
        }
        return Passage(text: text, targets: targets, speakers: speakers, isSpeech: isSpeech)
    }

    /// The words that mention the target, in the order of the text.
    public func mentions(in quotation: String) -> [String] {
        let bytes = Array((text ?? quotation).utf8)
        return targets.compactMap { span in
            guard span.start >= 0, span.end <= bytes.count else { return nil }
            return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
        }
    }
}
