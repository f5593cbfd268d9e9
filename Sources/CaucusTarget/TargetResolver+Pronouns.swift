import CaucusQuotes
import CaucusText

/// Which pronouns of a quotation stand for the target.
///
/// Each rule's share is that of the judged quotations of `train` in which it is right; how they are counted is told in
/// the decision page on the target.
extension TargetResolver {
    /// The pronouns of a quotation that stand for the target: those of the target's gender, where the person
    /// named last before them, other than the speaker, is the target.
    func pronounSpans(of quotation: Quotation, _ article: ArticleView) -> [Span] {
        for (pronoun, matcher) in pronouns {
            if let known = target.pronoun, known != pronoun { continue }
            if target.pronoun == nil, pronoun == .they { continue }
            let gender: Mention.Gender =
                pronoun == .he ? .male : pronoun == .she ? .female : .unknown
            // “She” is nobody whom the article calls “Mr.”.
            if target.pronoun == nil, article.gender != .unknown, article.gender != gender {
                continue
            }
            let found = quotation.spans.flatMap { matcher.matches(in: article.bytes, within: $0) }
            guard let first = found.first else { continue }
            if quotation.form != .direct, mayBeSpeaker(first.span, gender, quotation, article) {
                continue
            }
            if antecedentIsTarget(of: first.span, gender, quotation, article)
                || isSaidOfTarget(quotation, article)
            {
                return found.map(\.span)
            }
        }
        return []
    }

    /// How many people of whom nothing tells the gender may be named since the target.
    private static let strangers = 2
    /// How many sentences back the target may be where one of them is named since.
    private static let reachPastStrangers = 5
    /// How many sentences back the target may be.
    private static let reach = 8

    /// Whether the person named last before a pronoun is the target.
    private func antecedentIsTarget(
        of pronoun: Span, _ gender: Mention.Gender, _ quotation: Quotation, _ article: ArticleView
    ) -> Bool {
        let after = article.anchors.partitionPoint { $0.end > pronoun.start }
        let anchor = after > 0 ? article.anchors[after - 1] : nil
        var strangers: Set<Int> = []
        for (entity, other) in article.people(from: anchor?.end ?? 0, to: pronoun.start)
        where !isSpeaker(entity, quotation, article) {
            // “Marwick met Adeyar. ‘He lied,’ said Penn.”: he is Adeyar (92 of 100).
            if other == gender { return false }
            if other == .unknown { strangers.insert(entity) }
        }
        guard let anchor else {
            // An article may open with “She” and name the leader later, where nobody else comes before.
            return strangers.isEmpty && article.named.count > 1
        }
        let distance = article.sentence(at: pronoun.start) - article.sentence(at: anchor.start)
        return strangers.count <= Self.strangers && distance <= Self.reach
            && (strangers.isEmpty || distance <= Self.reachPastStrangers)
    }

    /// Whether a pronoun of indirect speech may stand for the speaker: “he said he was tired”.
    private func mayBeSpeaker(
        _ pronoun: Span, _ gender: Mention.Gender, _ quotation: Quotation, _ article: ArticleView
    ) -> Bool {
        let anchor = article.anchors.partitionPoint { $0.end > pronoun.start }
        if let source = quotation.source, let speaker = article.gender(ofSource: source) {
            if speaker != gender { return false }
            // “Marwick lost the vote, and Adeyar said he would resign”: he is Adeyar. “Adeyar attacked Marwick, saying
            // he would resign”: he is Marwick.
            guard anchor > 0, article.anchors[anchor - 1].end > source.start else { return true }
        }
        let sentence = article.sentence(at: pronoun.start)
        return anchor == 0 || article.sentence(at: article.anchors[anchor - 1].start) < sentence
    }

    /// Whether somebody of the article speaks in a quotation.
    func isSpeaker(_ entity: Int, _ quotation: Quotation, _ article: ArticleView) -> Bool {
        let id = article.extraction.entities[entity].id
        return quotation.speakers.contains { $0.id == id }
            || quotation.source.map { article.names(entity, within: $0) } ?? false
    }
}

extension TargetResolver.ArticleView {
    /// Those named between two bytes, the target apart, with the gender that the article tells of them.
    func people(
        from start: Int, to end: Int
    ) -> [(entity: Int, gender: Mention.Gender)] {
        let mentions = extraction.mentions
        let first = mentions.partitionPoint { $0.span.start >= start }
        return mentions[first...].prefix { $0.span.start < end }.compactMap { mention in
            guard mention.kind == .name, let entity = mention.entity, !isOwn[entity] else {
                return nil
            }
            return (entity, mention.gender)
        }
    }

    /// The gender of the person named in the words that name a speaker, or `nil` where none is told.
    fileprivate func gender(ofSource source: Span) -> Mention.Gender? {
        let mentions = extraction.mentions
        let i = mentions.partitionPoint { $0.span.end > source.start }
        guard i < mentions.count, mentions[i].span.overlaps(source),
            mentions[i].gender != .unknown
        else { return nil }
        return mentions[i].gender
    }

    /// Whether a stretch names somebody.
    fileprivate func names(_ entity: Int, within span: Span) -> Bool {
        let mentions = extraction.mentions
        let first = mentions.partitionPoint { $0.span.end > span.start }
        return mentions[first...].prefix { $0.span.start < span.end }
            .contains { $0.entity == entity }
    }
}
