import CaucusLanguage
import CaucusQuotes
import CaucusText

/// The plain facts of how a quotation speaks of the target.
extension TargetResolver {
    /// - Complexity: O(words and mentions since the target was last named).
    func evidence(
        of resolution: Resolution, for quotation: Quotation, _ article: ArticleView
    ) -> TargetEvidence? {
        guard resolution.mention != .none, let first = resolution.spans.first else { return nil }
        let kinds = resolution.spans.map { self.kind(of: $0, resolution.mention, article) }
        let kind = kinds.min { Self.order($0) < Self.order($1) } ?? .role
        var evidence = TargetEvidence(
            kind: kind, place: self.place(of: first, quotation, article))
        evidence.mentions = resolution.spans.count
        evidence.namedInArticle = article.named.count
        evidence.hasNamesake = article.hasNamesake

        let before = article.named.partitionPoint { $0.end > first.start }
        let start = before > 0 ? article.named[before - 1].end : 0
        if before > 0 {
            evidence.wordsSinceName = article.wordCount(from: start, to: first.start)
            evidence.sentencesSinceName =
                article.sentence(at: first.start) - article.sentence(at: start - 1)
        }
        let isPronoun = kind == .pronoun || kind == .possessive
        let gender = isPronoun ? article.pronounGender(at: first.start) : .unknown
        let others = article.others(from: start, to: first.start)
        evidence.othersSinceName = others.count
        evidence.rivalsSinceName = others.count {
            gender == .unknown || $0 == .unknown || $0 == gender
        }
        evidence.namesInArticle = article.nameCount
        evidence.isNamedInFull = article.isNamedInFull
        evidence.isOfficeTold = resolution.mention == .epithet && isOfficeTold(by: first, article)
        evidence.isLabel = resolution.mention == .explicit && isLabel(first, article)
        guard isPronoun else { return evidence }
        evidence.agreement = agreement(of: gender, article)
        guard gender != .unknown else { return evidence }
        if let speaker = quotation.speaker, speaker.gender != .unknown {
            evidence.speaker = speaker.gender == gender ? .agrees : .differs
        }
        if before > 0 {
            evidence.rivalsBeside = rivals(
                before: article.named[before - 1], gender, quotation, article)
        }
        return evidence
    }

    private func isOfficeTold(by role: Span, _ article: ArticleView) -> Bool {
        roles.phrases.matches(in: article.reading, within: role).contains { match in
            roles.roles[match.phrase].office.map { article.bearers[$0].target } ?? false
        }
    }

    /// Whether a name says only whose somebody is.
    private func isLabel(_ name: Span, _ article: ArticleView) -> Bool {
        var after = WordsAfter(article.reading, name.end)
        if let next = after.next(), roles.staff.contains(next) || roles.followers.contains(next) {
            return true
        }
        guard name.start > 0, article.reading.bytes[name.start - 1] == UInt8(ascii: "-"),
            let before = article.reading.word(before: name)
        else { return false }
        return ["pro", "anti"].contains(before.lowercased())
    }

    /// The fullest first.
    private static func order(_ kind: TargetEvidence.Kind) -> Int {
        TargetEvidence.Kind.allCases.firstIndex(of: kind) ?? 0
    }

    private func kind(
        of span: Span, _ mention: TargetMention, _ article: ArticleView
    ) -> TargetEvidence.Kind {
        switch mention {
        case .explicit: return nameKind(of: span, article)
        case .epithet:
            let isUsers = !article.epithets.within(span).isEmpty
            return isUsers ? .userEpithet : .role
        case .context: return .context
        case .pronoun, .none:
            if article.pronoun(at: span.start) == .you { return .address }
            return article.owns(span) ? .possessive : .pronoun
        }
    }

    /// How full the name is of which `span` is a part.
    private func nameKind(of span: Span, _ article: ArticleView) -> TargetEvidence.Kind {
        let mentions = article.extraction.mentions
        let i = mentions.partitionPoint { $0.span.end > span.start }
        var whole = span
        if i < mentions.count, mentions[i].span.contains(span) { whole = mentions[i].span }
        let written = String(
            decoding: article.reading.bytes[whole.start..<whole.end], as: UTF8.self)
        let name = PersonName(written)
        let surname = PersonName(target.name)
        guard name.core == surname.core else {
            return article.givenNames.within(span).isEmpty ? .alias : .givenName
        }
        if name.isFull { return .fullName }
        let isTitled =
            name.honorific != nil || written.contains(" ") && !target.surname.contains(" ")
            || article.reading.title(before: whole) != nil
        return isTitled ? .titledSurname : .surname
    }

    private func place(
        of span: Span, _ quotation: Quotation, _ article: ArticleView
    ) -> TargetEvidence.Place {
        guard let piece = quotation.spans.first(where: { $0.contains(span) }) else {
            return .around
        }
        switch quotation.form {
        case .direct: return .quoted
        case .indirect: return .reported
        case .mixed: return article.isQuoted(span, within: piece) ? .quoted : .reported
        }
    }

    private func agreement(
        of gender: Mention.Gender, _ article: ArticleView
    ) -> TargetEvidence.Agreement {
        if gender == .unknown || target.pronoun == .they {
            return gender == .unknown && target.pronoun == .they ? .agrees : .differs
        }
        if article.gender == .unknown { return .unknown }
        return article.gender == gender ? .agrees : .differs
    }
}

extension TargetResolver.ArticleView {
    /// The words between two bytes, at most ``TargetEvidence/farthest``.
    fileprivate func wordCount(from start: Int, to end: Int) -> Int {
        var count = 0
        for word in reading.words[..<reading.word(at: end)].reversed() {
            if count == TargetEvidence.farthest || word.start < start { break }
            if word.kind == .word, !word.isClitic { count += 1 }
        }
        return count
    }

    /// The genders of the people named between two bytes, the target apart, each once.
    func others(from start: Int, to end: Int) -> [Mention.Gender] {
        var seen: Set<Int> = []
        return people(from: start, to: end).filter { seen.insert($0.entity).inserted }.map(\.gender)
    }

    /// Whether a word of its own follows at once: “her plan”, and not “her.” or “her and”.
    fileprivate func owns(_ span: Span) -> Bool {
        let i = reading.word(at: span.start)
        guard LeaderRoles.standard.owners.contains(reading.words[i].key),
            i + 1 < reading.words.count,
            reading.words[i].shape.contains(.spaceAfter)
        else { return false }
        // “his” is somebody's, save “a friend of his”.
        let next = reading.words[i + 1]
        return pronoun(at: span.start) == .he
            || next.kind == .word && !LeaderRoles.standard.afterObject.contains(next.key)
    }

    /// Whether an odd number of marks stands between the start of a stretch and a place in it.
    fileprivate func isQuoted(_ span: Span, within piece: Span) -> Bool {
        // A content that opens with a mark is given without it.
        let first = reading.word(at: piece.start - 1)
        return reading.words[first...].prefix { $0.start < span.start }
            .count { $0.isDoubleMark } % 2 == 1
    }
}
