import CaucusText

/// Where an article stands for the target.
extension TargetResolver {
    /// Every place that stands for the target, or may do so by a pronoun, in order.
    package func places(in article: ArticleView) -> [TargetPlace] {
        guard let first = article.anchors.first else { return [] }
        var places = article.named.map {
            TargetPlace(span: $0, mention: .explicit)
        }
        places += article.roles.map { .init(span: $0, mention: .epithet) }
        let isUnknown = article.gender == .unknown && target.pronoun == nil
        let pronouns = [LeaderPronoun.he, .she].filter { isUnknown || $0.gender == article.gender }
        let rest = Span(first.end, article.reading.bytes.count)
        places += article.pronouns(in: rest, of: pronouns, reached: true)
            .map { .init(span: $0, mention: .pronoun) }
        return places.sorted { $0.span < $1.span }
    }
}
