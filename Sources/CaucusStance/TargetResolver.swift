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
        /// How likely the quotation speaks of the target, from 0 to 1.
        package var confidence = 0.0
    }

    let target: StanceTarget
    private let names: PhraseMatcher
    private let epithetList: [String]
    private let epithets: PhraseMatcher
    private let userEpithets: PhraseMatcher
    private let givenName: PhraseMatcher
    /// The names that are the target's alone, and the surname, which others may share.
    private let fullNames: Set<String>
    private let surname: String
    private let givenPrefix: String?
    private let pronouns: [(pronoun: StanceTarget.Pronoun, matcher: PhraseMatcher)]
    /// The pronouns that a speech act may reach the target by.
    let clausePronouns: [(gender: Mention.Gender, matcher: PhraseMatcher)]

    /// Creates a resolver.
    package init(target: StanceTarget) {
        self.target = target
        names = PhraseMatcher(target.names)
        surname = target.surname
        fullNames = Set(target.names).subtracting([surname]).union([target.name])
        givenPrefix = target.givenName.map { $0 + " " }
        userEpithets = PhraseMatcher(target.epithets)
        givenName = PhraseMatcher([target.givenName ?? ""])
        epithetList = (target.epithets + Self.commonEpithets).uniqued()
        epithets = PhraseMatcher(epithetList)
        pronouns = [
            (.he, PhraseMatcher(["he", "him", "his", "himself"])),
            (.she, PhraseMatcher(["she", "her", "hers", "herself"])),
            (.they, PhraseMatcher(["they", "them", "their", "theirs", "themself"])),
        ]
        clausePronouns = [
            (.male, PhraseMatcher(["he", "him", "his"])),
            (.female, PhraseMatcher(["she", "her"])),
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
    ///
    /// - Parameter clauses: The speech act of each quotation; none where it is empty.
    package func resolutions(
        for extraction: Extraction, in document: Document, clauses: [ActClause?] = []
    ) -> [Resolution] {
        var text = document.text
        return text.withUTF8 { bytes in
            let article = article(extraction, bytes)
            return extraction.quotations.indices.map { i in
                let clause = i < clauses.count ? clauses[i] : nil
                return resolution(of: extraction.quotations[i], clause, article)
            }
        }
    }

    /// What a resolver knows of the article around a quotation.
    struct ArticleView {
        var extraction: Extraction
        /// Every place where the target is named, in order.
        var named: [Span]
        /// Every place that stands for the target by the user's epithets or an office that is the target's
        /// alone, in order.
        var roles: [Span]
        /// ``named`` and ``roles``, in order.
        var anchors: [Span]
        /// For each of the resolver's epithets: whether the article gives that office to somebody else.
        var taken: [Bool]
        /// The entities who are quoted, the target apart.
        var sources: Set<Int>
        /// Whether the target has no given name of use, or somebody else goes by it too.
        var sharesGivenName: Bool
        /// The target's gender, as far as the user or the article tells.
        var gender: Mention.Gender
        var bytes: UnsafeBufferPointer<UInt8>
    }

    func article(_ extraction: Extraction, _ bytes: UnsafeBufferPointer<UInt8>) -> ArticleView {
        let named = named(in: bytes, extraction)
        let bearers = bearers(in: extraction)
        let whole = Span(0, bytes.count)
        var roles = userEpithets.matches(in: bytes, within: whole).map(\.span)
        if !named.isEmpty {
            let own = PhraseMatcher(Self.own(bearers).filter { !target.epithets.contains($0) })
            roles += own.matches(in: bytes, within: whole).map(\.span)
        }
        roles.sort()
        return ArticleView(
            extraction: extraction, named: named, roles: roles, anchors: (named + roles).sorted(),
            taken: epithetList.map { Self.isTaken($0, bearers) && !target.epithets.contains($0) },
            sources: quoted(in: extraction), sharesGivenName: isGivenNameShared(in: extraction),
            gender: gender(in: extraction), bytes: bytes)
    }

    /// The gender that the target's pronoun tells, or else the article.
    private func gender(in extraction: Extraction) -> Mention.Gender {
        switch target.pronoun {
        case .he: return .male
        case .she: return .female
        case .they: return .unknown
        case nil: break
        }
        let own = extraction.mentions.first { mention in
            mention.gender != .unknown
                && mention.entity.map { isTarget(extraction.entities[$0]) } ?? false
        }
        return own?.gender ?? .unknown
    }

    private func isGivenNameShared(in extraction: Extraction) -> Bool {
        guard let givenPrefix else { return true }
        return extraction.entities.contains { $0.name.hasPrefix(givenPrefix) && !isTarget($0) }
    }

    private func quoted(in extraction: Extraction) -> Set<Int> {
        let speakers = Set(extraction.quotations.compactMap { $0.speaker?.id })
        return Set(
            extraction.entities.indices.filter {
                speakers.contains(extraction.entities[$0].id) && !isTarget(extraction.entities[$0])
            })
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
        return fullNames.contains(speaker.name) || speaker.name == surname
            || speaker.aliases.contains(where: fullNames.contains)
    }

    /// By the words of the quotation itself, else by those of the speech act it is.
    private func resolution(
        of quotation: Quotation, _ clause: ActClause?, _ article: ArticleView
    ) -> Resolution {
        let own = resolution(of: quotation, article)
        guard let clause, own.mention != .explicit else { return own }
        guard own.mention == .none || own.confidence < clause.confidence else { return own }
        return Resolution(
            mention: clause.place.mention, spans: [clause.place.span],
            confidence: clause.confidence)
    }

    private func resolution(of quotation: Quotation, _ article: ArticleView) -> Resolution {
        let explicit = quotation.spans.flatMap { piece in
            let first = article.named.partitionPoint { $0.start >= piece.start }
            return article.named[first...].prefix { $0.end <= piece.end }
        }
        if !explicit.isEmpty {
            return Resolution(mention: .explicit, spans: explicit, confidence: 0.98)
        }
        let none = Resolution(mention: .none, spans: [])
        guard !article.anchors.isEmpty else { return none }
        if let speaker = quotation.speaker, isTarget(speaker) { return none }
        let given = quotation.spans.flatMap { givenNames(in: $0, article) }
        if !given.isEmpty {
            return Resolution(mention: .explicit, spans: given, confidence: 0.9)
        }
        let roles = roleSpans(of: quotation, article)
        if !roles.isEmpty {
            return Resolution(mention: .epithet, spans: roles, confidence: 0.8)
        }
        let pronouns = pronounSpans(of: quotation, article)
        return pronouns.isEmpty
            ? none : Resolution(mention: .pronoun, spans: pronouns, confidence: 0.8)
    }

    /// The places where a quotation speaks of the target by a role or a nickname.
    private func roleSpans(of quotation: Quotation, _ article: ArticleView) -> [Span] {
        quotation.spans.flatMap { piece in
            let known = epithets.matches(in: article.bytes, within: piece)
                .filter { !article.taken[$0.phrase] }.map(\.span)
            let first = article.roles.partitionPoint { $0.start >= piece.start }
            let own = article.roles[first...].prefix { $0.end <= piece.end }
            return Set(known + own).sorted()
        }
    }

    /// The places where a speaker calls the target by the given name alone, in an article that names nobody
    /// else so.
    private func givenNames(in piece: Span, _ article: ArticleView) -> [Span] {
        guard !article.sharesGivenName else { return [] }
        return givenName.matches(in: article.bytes, within: piece).map(\.span).filter { span in
            // “Helen Brown” is somebody else.
            let next = span.end + 1
            return next >= article.bytes.count || article.bytes[span.end] != 0x20
                || !(0x41...0x5A).contains(article.bytes[next])
        }
    }

    /// The pronouns of a quotation that stand for the target: those of the target's gender, where the person
    /// named last before them, other than the speaker, is the target.
    private func pronounSpans(of quotation: Quotation, _ article: ArticleView) -> [Span] {
        for (pronoun, matcher) in pronouns {
            if let known = target.pronoun, known != pronoun { continue }
            if target.pronoun == nil, pronoun == .they { continue }
            let found = quotation.spans.flatMap { matcher.matches(in: article.bytes, within: $0) }
            guard let first = found.first else { continue }
            let gender: Mention.Gender =
                pronoun == .he ? .male : pronoun == .she ? .female : .unknown
            if quotation.form != .direct, mayBeSpeaker(first.span, gender, quotation, article) {
                continue
            }
            if antecedentIsTarget(of: first.span, gender, quotation, article) {
                return found.map(\.span)
            }
        }
        return []
    }

    /// Whether the person named last before a pronoun is the target.
    ///
    /// Those who are only quoted between are passed over: what a speaker says of “him” in an article about a
    /// leader is about the leader, hardly ever about the speaker quoted before.
    private func antecedentIsTarget(
        of pronoun: Span, _ gender: Mention.Gender, _ quotation: Quotation, _ article: ArticleView
    ) -> Bool {
        let after = article.anchors.partitionPoint { $0.end > pronoun.start }
        // An article may open with “She” and name the leader later, where nobody else comes before.
        guard after > 0 || article.named.count > 1 else { return false }
        let mentions = article.extraction.mentions
        let first =
            after > 0
            ? mentions.partitionPoint { $0.span.start >= article.anchors[after - 1].end } : 0
        return !mentions[first...].prefix { $0.span.start < pronoun.start }.contains { mention in
            mention.kind == .name && mention.gender == gender
                && !article.sources.contains(mention.entity ?? -1)
                && !isSpeaker(mention, quotation, article)
        }
    }

    /// Whether a pronoun of indirect speech may stand for the speaker (“he said he was tired”): unless the
    /// speaker is of another gender, or the target is named in the same sentence before it.
    private func mayBeSpeaker(
        _ pronoun: Span, _ gender: Mention.Gender, _ quotation: Quotation, _ article: ArticleView
    ) -> Bool {
        if let source = quotation.source {
            let i = article.extraction.mentions.partitionPoint { $0.span.end > source.start }
            if i < article.extraction.mentions.count {
                let mention = article.extraction.mentions[i]
                let known = mention.span.overlaps(source) && mention.gender != .unknown
                if known, mention.gender != gender { return false }
            }
        }
        let sentences = article.extraction.sentences
        let here = sentences.partitionPoint { $0.span.start > pronoun.start }
        guard here > 0 else { return true }
        let anchor = article.anchors.partitionPoint { $0.start >= sentences[here - 1].span.start }
        return anchor == article.anchors.count || article.anchors[anchor].start > pronoun.start
    }

    private func isSpeaker(_ mention: Mention, _ quotation: Quotation, _ article: ArticleView)
        -> Bool
    {
        if let source = quotation.source, source.overlaps(mention.span) { return true }
        guard let entity = mention.entity, let speaker = quotation.speaker else { return false }
        return article.extraction.entities[entity].id == speaker.id
    }
}
