import CaucusLanguage
import CaucusQuotes
import CaucusText

/// Which pronouns of a quotation stand for the target.
///
/// The shares that are told are those of judged quotations of US news in which a rule, or what it leaves out, is right
/// (decision 0020).
extension TargetResolver {
    /// The pronouns of a quotation that stand for the target: those of the target's gender, where the person
    /// named last before them, other than the speaker, is the target.
    func pronounSpans(of quotation: Quotation, _ article: ArticleView) -> [Span] {
        if isSourceTarget(quotation, article) { return [] }
        for pronoun in [LeaderPronoun.he, .she, .they] {
            if let known = target.pronoun, known.rawValue != pronoun.rawValue { continue }
            if target.pronoun == nil, pronoun == .they { continue }
            let gender = pronoun.gender
            // “She” is nobody whom the article calls “Mr.”.
            if target.pronoun == nil, article.gender != .unknown, article.gender != gender {
                continue
            }
            let found = quotation.spans.flatMap { article.pronouns(in: $0, of: [pronoun]) }
            guard let first = found.first else { continue }
            if quotation.form != .direct, mayBeSpeaker(first, gender, quotation, article) {
                continue
            }
            if antecedentIsTarget(of: first, gender, quotation, article)
                || isSaidOfTarget(quotation, article)
            {
                return found
            }
        }
        return []
    }

    /// How many others may be named in an article that names the target but once (29 of 100 such pronouns are right).
    private static let othersBesideOneName = 3
    /// How many who may bear a pronoun may be named before the target in the target's sentence (23 of 100 are right
    /// beyond).
    private static let rivalsBeside = 1
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
        for person in article.people(from: anchor?.end ?? 0, to: pronoun.start)
        where !isSpeaker(person.entity, quotation, article) {
            // In an article about the leader those who are only quoted are passed over (75 of 100).
            if article.isAboutTarget, article.isSource(person.span) { continue }
            // “Marwick met Adeyar. ‘He lied,’ said Penn.”: he is Adeyar (92 of 100).
            if person.gender == gender { return false }
            if person.gender == .unknown { strangers.insert(person.entity) }
        }
        guard let anchor else {
            // An article may open with “She” and name the leader later, where nobody else comes before.
            let isAlone = strangers.isEmpty || article.isAboutTarget
            return isAlone && strangers.count <= Self.strangers && article.named.count > 1
        }
        if article.anchors.count == 1, article.otherPeople > Self.othersBesideOneName {
            return false
        }
        if isNamedInside(before: pronoun, gender, quotation, article)
            || rivals(before: anchor, gender, quotation, article) > Self.rivalsBeside
        {
            return false
        }
        let distance = article.sentence(at: pronoun.start) - article.sentence(at: anchor.start)
        return strangers.count <= Self.strangers
            && (distance <= Self.reach || article.isAboutTarget)
            && (strangers.isEmpty || distance <= Self.reachPastStrangers)
    }

    /// Whether the speaker has named somebody of the gender before a pronoun: “Adeyar lied,” said Penn, Marwick's aide.
    /// “He knew it.”
    private func isNamedInside(
        before pronoun: Span, _ gender: Mention.Gender, _ quotation: Quotation,
        _ article: ArticleView
    ) -> Bool {
        guard quotation.spans.count > 1 else { return false }
        return quotation.spans.contains { piece in
            piece.start < pronoun.start
                && article.people(from: piece.start, to: min(piece.end, pronoun.start))
                    .contains { $0.gender == gender }
        }
    }

    /// How many who may bear a pronoun are named before the target in the target's sentence.
    func rivals(
        before anchor: Span, _ gender: Mention.Gender, _ quotation: Quotation,
        _ article: ArticleView
    ) -> Int {
        let sentence = article.sentence(at: anchor.start)
        guard sentence >= 0 else { return 0 }
        let start = article.extraction.sentences[sentence].span.start
        let others = article.people(from: start, to: anchor.start).filter {
            ($0.gender == gender || $0.gender == .unknown)
                && !isSpeaker($0.entity, quotation, article)
        }
        return Set(others.map(\.entity)).count
    }

    /// Whether the words that name the speaker are the target's name, where the speaker is not told to be the target:
    /// “Marwick last week said he would stay”, “Senator Harold Marwick of Lowfen said he would stay”.
    private func isSourceTarget(_ quotation: Quotation, _ article: ArticleView) -> Bool {
        guard let source = quotation.source else { return false }
        let i = article.named.partitionPoint { $0.start >= source.start }
        guard i < article.named.count, article.named[i].end <= source.end else { return false }
        let name = article.named[i]
        let reading = article.reading
        // “Senate Majority Leader Marwick”
        let title = reading.words[reading.word(at: source.start)..<reading.word(at: name.start)]
        guard title.allSatisfy({ $0.kind == .word && ($0.isCapitalized || $0.isClitic) }) else {
            return false
        }
        if name.end == source.end { return true }
        var after = WordsAfter(reading, name.end)
        return after.next().map(LeaderWords.standard.afterSpeaker.contains) ?? false
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
        // “Critics say he has lied”: he is none of them.
        if anchor > 0, isSeveral(quotation, article),
            !article.people(from: article.anchors[anchor - 1].end, to: pronoun.start).contains(
                where: {
                    ($0.gender == gender || $0.gender == .unknown)
                        && !isSpeaker($0.entity, quotation, article)
                })
        {
            return false
        }
        let sentence = article.sentence(at: pronoun.start)
        return anchor == 0 || article.sentence(at: article.anchors[anchor - 1].start) < sentence
    }

    /// Whether several people speak, or an organization: “they”, “critics of the plan”, “the Pine Party”.
    private func isSeveral(_ quotation: Quotation, _ article: ArticleView) -> Bool {
        if quotation.isJoint || quotation.speaker?.kind == .organization { return true }
        guard let source = quotation.source else { return false }
        let first = article.reading.words[article.reading.word(at: source.start)...].first
        return first.map { LeaderWords.standard.several.contains($0.key) } ?? false
    }

    /// Whether somebody of the article speaks in a quotation.
    func isSpeaker(_ entity: Int, _ quotation: Quotation, _ article: ArticleView) -> Bool {
        let id = article.extraction.entities[entity].id
        return quotation.speakers.contains { $0.id == id }
            || quotation.source.map { article.names(entity, within: $0) } ?? false
    }
}

extension TargetResolver.ArticleView {
    /// How many names back from a place are looked at: so that a text of names alone takes no longer than another.
    static let farthestName = 500

    /// Those named between two bytes, the target apart, with the gender that the article tells of them.
    ///
    /// - Complexity: O(log names), and at most ``farthestName``.
    func people(
        from start: Int, to end: Int
    ) -> [(entity: Int, gender: Mention.Gender, span: Span)] {
        let mentions = extraction.mentions
        let last = mentions.partitionPoint { $0.span.start >= end }
        let first = min(last, mentions.partitionPoint { $0.span.start >= start })
        return mentions[first..<last].suffix(Self.farthestName).compactMap { mention in
            guard mention.kind == .name, let entity = mention.entity, !isOwn[entity] else {
                return nil
            }
            return (entity, mention.gender, mention.span)
        }
    }

    /// Whether a name is one by which the article names a speaker.
    fileprivate func isSource(_ name: Span) -> Bool {
        let i = sources.partitionPoint { $0.end > name.start }
        return i < sources.count && sources[i].overlaps(name)
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
