import CaucusLanguage
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
        return quotation.spans.flatMap { article.pronouns(in: $0, of: [.you]) }
    }

    /// Whether the target is the person told or asked: “Roe told Prime Minister Marwick”.
    private func isSpokenToTarget(_ quotation: Quotation, _ article: ArticleView) -> Bool {
        guard let cue = quotation.cue,
            let word = article.words(before: cue.end, atMost: 1).first,
            roles.telling.contains(word)
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
        return words.contains(where: roles.about.contains)
            || words.count > 1 && words[0] == Self.to && roles.referring.contains(words[1])
    }

    /// Whether the speaker says that the words are about somebody else: “…,” Roe said of Hale.
    func isSaidOfAnother(_ quotation: Quotation, _ article: ArticleView) -> Bool {
        guard let cue = quotation.cue else { return false }
        let last = max(cue.end, quotation.source?.end ?? 0)
        let mentions = article.extraction.mentions
        let i = mentions.partitionPoint { $0.span.start >= last }
        guard i < mentions.count, mentions[i].kind == .name, mentions[i].span.start - last <= 60,
            let entity = mentions[i].entity, !article.isOwn[entity]
        else { return false }
        return article.words(before: mentions[i].span.start, atMost: 2)
            .contains(where: roles.about.contains)
    }

    private static let to = LetterFolding.key(of: "to")
}

extension TargetResolver.ArticleView {
    /// The first place of the target from `start` on, where it starts within `reach` bytes and neither a stop nor a
    /// quotation mark stands before it.
    fileprivate func anchor(after start: Int, within reach: Int) -> Span? {
        let i = anchors.partitionPoint { $0.start >= start }
        guard i < anchors.count, anchors[i].start - start <= reach else { return nil }
        let isParted = reading.words[reading.word(at: start)..<reading.word(at: anchors[i].start)]
            .contains { $0.isBreak || $0.isDoubleMark }
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
        reading.words[..<reading.word(at: end)].suffix(count).reversed()
            .prefix { $0.kind == .word }.map(\.key)
    }
}
