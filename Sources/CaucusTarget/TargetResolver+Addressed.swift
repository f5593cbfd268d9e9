import CaucusQuotes
import CaucusText

/// Whom a speaker speaks to, or says that the words are about.
extension TargetResolver {
    /// Who speaks to the target, as far as an article has been read.
    struct Address {
        /// The speaker's id, or `nil` where nobody speaks to the target.
        fileprivate var speaker: String?
        /// Where those words end.
        fileprivate var end = 0
    }

    private static let you = PhraseMatcher(["you", "your", "yours", "yourself"])

    /// How far apart, in bytes, the words to one person stand.
    private static let reach = 700

    /// The “you” of words spoken to the target: “You lied to this house,” Roe told Marwick. “You have no shame,” he
    /// added.
    func addressed(
        by quotation: Quotation, after address: inout Address, _ article: ArticleView
    ) -> [Span] {
        guard quotation.form == .direct, quotation.parent == nil, let speaker = quotation.speaker
        else { return [] }
        let goesOn =
            address.speaker == speaker.id && quotation.content.start - address.end < Self.reach
        guard goesOn || isSpokenToTarget(quotation, article) else {
            address.speaker = nil
            return []
        }
        address = Address(speaker: speaker.id, end: quotation.content.end)
        return quotation.spans.flatMap { Self.you.matches(in: article.bytes, within: $0) }
            .map(\.span)
    }

    /// Whether the target is the person told or asked: “Roe told Prime Minister Marwick”.
    private func isSpokenToTarget(_ quotation: Quotation, _ article: ArticleView) -> Bool {
        guard let cue = quotation.cue,
            let word = article.words(before: cue.end, atMost: 1).first,
            Self.telling.contains(word)
        else { return false }
        return article.anchor(after: cue.end, within: 40) != nil
    }

    /// Whether the speaker says whom the words are about: “…,” Roe said of Marwick, “…,” he said, speaking of her.
    func isSaidOfTarget(_ quotation: Quotation, _ article: ArticleView) -> Bool {
        guard let cue = quotation.cue, quotation.form == .direct else { return false }
        let last = max(cue.end, quotation.source?.end ?? 0)
        guard let anchor = article.anchor(after: last, within: 60) else { return false }
        let words = article.words(before: anchor.start, atMost: 3)
        // “of the mayor”, “of Prime Minister Marwick”
        return words.contains(where: Self.of.contains)
            || words.count > 1 && words[0] == Self.to && Self.referring.contains(words[1])
    }

    private static let telling = keys(
        """
        told tells tell telling asked asks ask asking warned warns warn reminded reminds assured assures urged urges \
        informed advised implored begged lectured
        """)
    private static let of = keys("of about regarding concerning")
    private static let to = LetterFolding.key(of: "to")
    private static let referring = keys("referring reference alluding allusion nodding")

    private static func keys(_ words: String) -> Set<UInt64> {
        Set(words.split(whereSeparator: \.isWhitespace).map { LetterFolding.key(of: $0) })
    }
}

extension TargetResolver.ArticleView {
    /// The first place of the target from `start` on, where it starts within `reach` bytes and neither a stop nor a
    /// quotation mark stands before it.
    fileprivate func anchor(after start: Int, within reach: Int) -> Span? {
        let i = anchors.partitionPoint { $0.start >= start }
        guard i < anchors.count, anchors[i].start - start <= reach, start <= bytes.count else {
            return nil
        }
        let between = bytes[start..<min(anchors[i].start, bytes.count)]
        let isParted = between.contains { byte in
            byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "\"")
                || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "?") || byte == 0xE2
        }
        return isParted || namesAnother(from: start, to: anchors[i].start) ? nil : anchors[i]
    }

    /// Whether somebody else is named, or a sentence ends, between two bytes.
    private func namesAnother(from start: Int, to end: Int) -> Bool {
        let mentions = extraction.mentions
        let first = mentions.partitionPoint { $0.span.end > start }
        if first < mentions.count, mentions[first].span.end <= end { return true }
        let sentence = extraction.sentences.partitionPoint { $0.span.end > start }
        return sentence < extraction.sentences.count
            && extraction.sentences[sentence].span.end <= end
    }

    /// The keys of the words that end before `end`, the last first; at most `count`.
    fileprivate func words(before end: Int, atMost count: Int) -> [UInt64] {
        var keys: [UInt64] = []
        var i = min(end, bytes.count)
        while keys.count < count, i > 0 {
            while i > 0, !Self.isLetter(bytes[i - 1]) {
                guard bytes[i - 1] == 0x20 || bytes[i - 1] == UInt8(ascii: ".") else { return keys }
                i -= 1
            }
            let last = i
            while i > 0, last - i < 32, Self.isLetter(bytes[i - 1]) { i -= 1 }
            guard i < last else { break }
            let word = UnsafeBufferPointer(rebasing: bytes[i..<last])
            keys.append(LetterFolding.key(of: String(decoding: word, as: UTF8.self)))
        }
        return keys
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte >= 0x80
    }
}
