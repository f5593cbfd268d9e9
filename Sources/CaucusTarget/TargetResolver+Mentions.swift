import CaucusQuotes
import CaucusText

/// By which words one quotation speaks of the target.
extension TargetResolver {
    /// One resolution for each quotation of an article.
    ///
    /// - Parameter told: What is known of each quotation besides its own words, as by a speech act; none where it is
    ///   empty.
    package func resolutions(in article: ArticleView, told: [Resolution?]) -> [Resolution] {
        let quotations = article.extraction.quotations
        guard !article.anchors.isEmpty else {
            return Array(repeating: Resolution(mention: .none, spans: []), count: quotations.count)
        }
        var address = Address()
        return quotations.indices.map { i in
            var own = resolution(of: quotations[i], i < told.count ? told[i] : nil, article)
            let you = addressed(by: quotations[i], after: &address, article)
            if own.mention == .none, !you.isEmpty {
                own = Resolution(mention: .pronoun, spans: you)
            }
            own.evidence = evidence(of: own, for: quotations[i], article)
            return own
        }
    }

    /// By the words of the quotation itself, else by what is told of it.
    private func resolution(
        of quotation: Quotation, _ told: Resolution?, _ article: ArticleView
    ) -> Resolution {
        let own = resolution(of: quotation, article)
        if isTargetSpeaking(in: quotation) { return own }
        guard let told, own.mention != .explicit else { return own }
        return own.mention == .none || told.mention == .explicit ? told : own
    }

    private func resolution(of quotation: Quotation, _ article: ArticleView) -> Resolution {
        let none = Resolution(mention: .none, spans: [])
        // Nobody takes a stance toward themself, whatever name they call themself by.
        if isTargetSpeaking(in: quotation) { return none }
        let explicit = quotation.spans.flatMap(article.named.within)
        if !explicit.isEmpty {
            return Resolution(mention: .explicit, spans: explicit)
        }
        let given = quotation.spans.flatMap { givenNames(in: $0, article) }
        if !given.isEmpty {
            return Resolution(mention: .explicit, spans: given)
        }
        let roles = roleSpans(of: quotation, article)
        if !roles.isEmpty {
            return Resolution(mention: .epithet, spans: roles)
        }
        let pronouns = pronounSpans(of: quotation, article)
        return pronouns.isEmpty
            ? none : Resolution(mention: .pronoun, spans: pronouns)
    }

    /// The places where a quotation speaks of the target by a role or a nickname.
    private func roleSpans(of quotation: Quotation, _ article: ArticleView) -> [Span] {
        quotation.spans.flatMap { piece -> [Span] in
            let known =
                !target.usesRoles
                ? []
                : roles.phrases.matches(in: article.reading, within: piece)
                    .filter { isOwn(roles.roles[$0.phrase], at: $0.span, quotation, article) }
                    .map(\.span)
            let own = article.roles.within(piece)
            return own.isEmpty ? known : Set(known + own).sorted()
        }
    }

    /// The places where a speaker calls the target by the given name alone, in an article that names nobody
    /// else so.
    private func givenNames(in piece: Span, _ article: ArticleView) -> [Span] {
        guard !article.sharesGivenName else { return [] }
        return article.givenNames.within(piece).filter { span in
            // “Helen Brown” is somebody else.
            var after = WordsAfter(article.reading, span.end)
            return after.next() == nil || !after.isCapitalized
        }
    }
}

extension [Span] {
    /// Those of places in order that lie within a stretch.
    ///
    /// - Complexity: O(log places), and those within.
    func within(_ stretch: Span) -> ArraySlice<Span> {
        self[partitionPoint { $0.start >= stretch.start }...].prefix { $0.end <= stretch.end }
    }
}
