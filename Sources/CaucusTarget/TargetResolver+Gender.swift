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
        let own = extraction.mentions.first { mention in
            mention.gender != .unknown && mention.entity.map { article.isOwn[$0] } ?? false
        }
        if let own { return own.gender }
        let (he, she) = pronounVotes(article)
        return he > she ? .male : she > he ? .female : .unknown
    }

    /// How often the article itself calls the target “he” and “she”: a sentence that opens with the pronoun right
    /// after one whose only person is the target, and “she said” after the target's own words.
    private func pronounVotes(_ article: ArticleView) -> (he: Int, she: Int) {
        var (he, she) = (0, 0)
        func vote(_ gender: Mention.Gender) {
            if gender == .male { he += 1 }
            if gender == .female { she += 1 }
        }
        let sentences = article.extraction.sentences
        let mentions = article.extraction.mentions
        for k in sentences.indices.dropFirst() {
            let gender = article.pronounGender(at: sentences[k].span.start)
            guard gender != .unknown else { continue }
            let before = sentences[k - 1].span
            let first = mentions.partitionPoint { $0.span.end <= before.start }
            let named = mentions[first...].prefix { $0.span.start < before.end }
                .filter { $0.kind == .name }
            guard
                named.allSatisfy({ $0.entity.map { article.isOwn[$0] } ?? false }),
                article.named.contains(where: { before.contains($0) })
            else { continue }
            vote(gender)
        }
        for quotation in article.extraction.quotations {
            guard let source = quotation.source, let speaker = quotation.speaker,
                !quotation.isJoint, isTarget(speaker)
            else { continue }
            vote(article.pronounGender(at: source.start))
        }
        return (he, she)
    }
}
