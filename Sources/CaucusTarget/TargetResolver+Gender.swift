import CaucusQuotes
import CaucusText

/// Which pronouns stand for the target.
extension TargetResolver {
    /// The target's gender as the user says it, by a pronoun or by a given name that tells it; else as a title or the
    /// article's own pronouns do.
    func gender(in article: ArticleView) -> Mention.Gender {
        switch target.pronoun {
        case .he: return .male
        case .she: return .female
        case .they: return .unknown
        case nil: break
        }
        // The user knows the leader's full name; an article that gives the surname alone may say “he” of another.
        let given = PersonName(target.name).givenGender
        if given != .unknown { return given }
        let extraction = article.extraction
        let isOwn = extraction.entities.map(isTarget)
        let own = extraction.mentions.first { mention in
            mention.gender != .unknown && mention.entity.map { isOwn[$0] } ?? false
        }
        if let own { return own.gender }
        let (he, she) = pronounVotes(article, isOwn)
        return he > she ? .male : she > he ? .female : .unknown
    }

    /// How often the article itself calls the target “he” and “she”: a sentence that opens with the pronoun right
    /// after one whose only person is the target, and “she said” after the target's own words.
    private func pronounVotes(_ article: ArticleView, _ isOwn: [Bool]) -> (he: Int, she: Int) {
        var (he, she) = (0, 0)
        func vote(_ pronoun: Bool?) {
            if pronoun == true { he += 1 }
            if pronoun == false { she += 1 }
        }
        let sentences = article.extraction.sentences
        let mentions = article.extraction.mentions
        for k in sentences.indices.dropFirst() {
            guard let isMale = Self.isMale(at: sentences[k].span.start, article.bytes) else {
                continue
            }
            let before = sentences[k - 1].span
            let first = mentions.partitionPoint { $0.span.end <= before.start }
            let named = mentions[first...].prefix { $0.span.start < before.end }
                .filter { $0.kind == .name }
            guard
                named.allSatisfy({ $0.entity.map { isOwn[$0] } ?? false }),
                article.named.contains(where: { before.contains($0) })
            else { continue }
            vote(isMale)
        }
        for quotation in article.extraction.quotations {
            guard let source = quotation.source, let speaker = quotation.speaker,
                !quotation.isJoint, isTarget(speaker)
            else { continue }
            vote(Self.isMale(at: source.start, article.bytes))
        }
        return (he, she)
    }

    /// Whether a word is a form of “he”, or one of “she”; `nil` for any other.
    package static func isMale(at start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
        var end = start
        while end < min(bytes.count, start + 8), (bytes[end] | 0x20) &- 0x61 < 26 { end += 1 }
        switch bytes[start..<end].map({ $0 | 0x20 }) {
        case Array("he".utf8), Array("his".utf8), Array("him".utf8), Array("himself".utf8):
            return true
        case Array("she".utf8), Array("her".utf8), Array("hers".utf8), Array("herself".utf8):
            return false
        default: return nil
        }
    }
}
