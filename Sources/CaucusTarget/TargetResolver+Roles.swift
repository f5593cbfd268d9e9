import CaucusQuotes
import CaucusText

/// Which roles stand for the target in an article.
extension TargetResolver {
    /// Who an article gives an office to.
    struct Bearers {
        var target = false
        /// Others who bear it, as entities.
        var others: Set<Int> = []
    }

    /// Who bears each of ``LeaderRoles/offices``, in its order.
    func bearers(in article: ArticleView) -> [Bearers] {
        var bearers = [Bearers](repeating: Bearers(), count: roles.offices.count)
        var titles = TitleWords()
        for (entity, speaker) in article.extraction.entities.enumerated()
        where speaker.kind == .person {
            titles.read(speaker)
            guard !titles.offices.isEmpty else { continue }
            for i in titles.offices {
                if article.isOwn[entity] {
                    bearers[i].target = true
                } else {
                    bearers[i].others.insert(entity)
                }
            }
        }
        return bearers
    }

    /// The places of the user's epithets, and of “the secretary”, “the governor” that are the target's by the article's
    /// own words.
    func roleSpans(in article: ArticleView) -> [Span] {
        guard target.usesRoles, !article.named.isEmpty else { return article.epithets }
        return Set(article.epithets + ownOffices(in: article)).sorted()
    }

    private func ownOffices(in article: ArticleView) -> [Span] {
        guard article.bearers.contains(where: \.target) else { return [] }
        return roles.phrases.matches(in: article.reading)
            .filter { match in
                let role = roles.roles[match.phrase]
                guard let office = role.office, !role.isStandIn else { return false }
                return article.isTargets(office, at: match.span.start)
                    && !isOfOthers(match.span, in: article)
            }
            .map(\.span)
    }

    /// Whether a role at `span` of a quotation stands for the target.
    func isOwn(
        _ role: LeaderRoles.Role, at span: Span, _ quotation: Quotation, _ article: ArticleView
    ) -> Bool {
        if isOfOthers(span, in: article) { return false }
        guard let office = role.office else {
            if role.isSpeakers, !mayWorkForTarget(quotation.speaker, article) { return false }
            return article.isAboutTarget && !article.named.isEmpty
                || isNamedLast(before: span, quotation, article)
        }
        let bearers = article.bearers
        if role.isStandIn {
            var after = WordsAfter(article.reading, span.end)
            return article.isTargets(office, at: span.start)
                && !(after.next().map(roles.staff.contains) ?? false)
        }
        if bearers[office].target { return article.isTargets(office, at: span.start) }
        // “The chancellor” is not the prime minister, nor the president whom the article calls so.
        let headsElse = roles.offices.indices.contains {
            roles.offices[$0].isHead && bearers[$0].target
        }
        guard bearers[office].others.isEmpty, roles.offices[office].isAnybodys,
            !roles.offices[office].isHead || !headsElse
        else { return false }
        return isNamedLast(before: span, quotation, article)
    }

    /// Whether the target is named in the same sentence or the one before, and nobody since but the speaker.
    private func isNamedLast(
        before span: Span, _ quotation: Quotation, _ article: ArticleView
    ) -> Bool {
        let after = article.anchors.partitionPoint { $0.end > span.start }
        guard after > 0 else { return false }
        let name = article.anchors[after - 1]
        return article.sentence(at: span.start) - article.sentence(at: name.start) <= 1
            && article.people(from: name.end, to: span.start)
                .allSatisfy { isSpeaker($0.entity, quotation, article) }
    }
}

extension TargetResolver.ArticleView {
    /// Whether an office is the target's at a place: of those who bear it, the target is named last before.
    ///
    /// Of “the president” in an article that calls the leader so and nobody else 96 of 100 are the leader; where others
    /// are called so as well, 84 where the leader is named last, 15 where another is.
    func isTargets(_ office: Int, at place: Int) -> Bool {
        guard bearers[office].target else { return false }
        let others = bearers[office].others
        if others.isEmpty { return true }
        let mentions = extraction.mentions
        let after = mentions.partitionPoint { $0.span.end > place }
        for mention in mentions[..<after].suffix(Self.farthestName).reversed() {
            guard mention.kind == .name, let entity = mention.entity else { continue }
            if isOwn[entity] { return true }
            if others.contains(entity) { return false }
        }
        return false
    }
}
