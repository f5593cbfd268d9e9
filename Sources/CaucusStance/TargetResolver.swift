package import CaucusQuotes
package import CaucusText

/// Tells which quotations of a document speak of a target, and by which words.
///
/// By name or alias (explicit); by a role or nickname where the article speaks of the target (epithet);
/// by a pronoun whose nearest fitting antecedent is the target (pronoun).
package struct TargetResolver: Sendable {
    /// How a quotation speaks of the target.
    package struct Resolution: Sendable, Equatable {
        /// By which kind of words.
        package var mention: TargetMention
        /// The words, as bytes of the document's text; empty where ``mention`` is `none`.
        package var spans: [Span]
    }

    let target: StanceTarget
    private let names: PhraseMatcher
    private let epithets: PhraseMatcher
    private let pronouns: [(pronoun: StanceTarget.Pronoun, matcher: PhraseMatcher)]

    /// Creates a resolver.
    package init(target: StanceTarget) {
        self.target = target
        names = PhraseMatcher(target.names)
        epithets = PhraseMatcher((target.epithets + Self.commonEpithets).uniqued())
        pronouns = [
            (.he, PhraseMatcher(["he", "him", "his", "himself"])),
            (.she, PhraseMatcher(["she", "her", "hers", "herself"])),
            (.they, PhraseMatcher(["they", "them", "their", "theirs", "themself"])),
        ]
    }

    /// Words for a leader that name nobody.
    static let commonEpithets = [
        "the boss", "his boss", "her boss", "our boss", "my boss", "their boss", "the big boss",
        "the man at the top", "the woman at the top", "the person at the top", "the top man",
        "the top woman", "somebody at the top", "someone at the top", "anyone at the top",
        "anybody at the top", "whoever is at the top", "the one at the top",
        "the man in charge", "the woman in charge", "the person in charge", "whoever is in charge",
        "the leader", "our leader", "this leader", "the party leader", "the party's leader",
        "the party’s leader", "the prime minister", "this prime minister", "our prime minister",
        "a prime minister", "the president", "this president", "our president", "the premier",
        "our premier", "the chancellor", "our chancellor", "the head of government",
        "the head of state", "the chief executive", "the commander in chief",
    ]

    /// How the target is named in a text that stands alone, without its article.
    package func spans(in text: String) -> [Span] {
        let named = names.matches(in: text).map(\.span)
        return named.isEmpty ? epithets.matches(in: text).map(\.span) : named
    }

    /// One resolution for each quotation of `extraction`, in its order.
    package func resolutions(for extraction: Extraction, in document: Document) -> [Resolution] {
        var text = document.text
        return text.withUTF8 { bytes in
            let article = ArticleView(
                extraction: extraction, named: named(in: bytes, extraction), bytes: bytes)
            return extraction.quotations.map { resolution(of: $0, article) }
        }
    }

    /// What a resolver knows of the article around a quotation.
    private struct ArticleView {
        var extraction: Extraction
        /// Every place where the target is named, in order.
        var named: [Span]
        var bytes: UnsafeBufferPointer<UInt8>
    }

    /// The places where the target is named: those of its phrases that no mention of somebody else with the
    /// same surname covers.
    private func named(in bytes: UnsafeBufferPointer<UInt8>, _ extraction: Extraction) -> [Span] {
        let matches = names.matches(in: bytes, within: Span(0, bytes.count)).map(\.span)
        let others = extraction.mentions.filter { mention in
            guard mention.kind == .name, let entity = mention.entity else { return false }
            return !isTarget(extraction.entities[entity])
        }
        var other = 0
        return matches.filter { match in
            while other < others.count, others[other].span.end <= match.start { other += 1 }
            guard other < others.count else { return true }
            return !(others[other].span.contains(match) && others[other].span.count > match.count)
        }
    }

    /// Whether a speaker of the article is the target.
    package func isTarget(_ speaker: Speaker) -> Bool {
        guard speaker.kind == .person else { return false }
        let names = [speaker.name] + speaker.aliases
        return names.contains { target.names.contains($0) && $0 != target.surname }
            || speaker.name == target.surname
    }

    private func resolution(of quotation: Quotation, _ article: ArticleView) -> Resolution {
        let explicit = quotation.spans.flatMap { piece in
            let first = article.named.partitionPoint { $0.start >= piece.start }
            return article.named[first...].prefix { $0.end <= piece.end }
        }
        if !explicit.isEmpty { return Resolution(mention: .explicit, spans: explicit) }
        let none = Resolution(mention: .none, spans: [])
        guard !article.named.isEmpty else { return none }
        if let speaker = quotation.speaker, isTarget(speaker) { return none }
        let roles = quotation.spans.flatMap { epithets.matches(in: article.bytes, within: $0) }
        if !roles.isEmpty { return Resolution(mention: .epithet, spans: roles.map(\.span)) }
        let pronouns = pronounSpans(of: quotation, article)
        return pronouns.isEmpty ? none : Resolution(mention: .pronoun, spans: pronouns)
    }

    /// The pronouns of a quotation that stand for the target: those of the target's gender, where the person
    /// named last before them, other than the speaker, is the target.
    private func pronounSpans(of quotation: Quotation, _ article: ArticleView) -> [Span] {
        for (pronoun, matcher) in pronouns {
            if let known = target.pronoun, known != pronoun { continue }
            if target.pronoun == nil, pronoun == .they { continue }
            let found = quotation.spans.flatMap { matcher.matches(in: article.bytes, within: $0) }
            guard let first = found.first else { continue }
            if antecedentIsTarget(of: first.span, quotation, article) { return found.map(\.span) }
        }
        return []
    }

    /// How many sentences back an antecedent may stand.
    private static let reach = 6

    private func antecedentIsTarget(
        of pronoun: Span, _ quotation: Quotation, _ article: ArticleView
    ) -> Bool {
        let sentences = article.extraction.sentences
        let here = max(0, sentences.partitionPoint { $0.span.start > pronoun.start } - 1)
        let limit = sentences.isEmpty ? 0 : sentences[max(0, here - Self.reach)].span.start
        let after = article.named.partitionPoint { $0.end > pronoun.start }
        guard after > 0, article.named[after - 1].start >= limit else { return false }
        let target = article.named[after - 1]
        let mentions = article.extraction.mentions
        let first = mentions.partitionPoint { $0.span.start > target.end }
        return !mentions[first...].prefix { $0.span.start < pronoun.start }.contains { mention in
            mention.kind == .name && !isSpeaker(mention, quotation, article)
        }
    }

    private func isSpeaker(_ mention: Mention, _ quotation: Quotation, _ article: ArticleView)
        -> Bool
    {
        if let source = quotation.source, source.overlaps(mention.span) { return true }
        guard let entity = mention.entity, let speaker = quotation.speaker else { return false }
        return article.extraction.entities[entity].id == speaker.id
    }
}
