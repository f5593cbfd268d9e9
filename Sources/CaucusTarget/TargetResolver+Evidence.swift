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
        let gender = isPronoun ? Self.isMale(at: first.start, article.bytes) : nil
        let others = article.others(from: start, to: first.start)
        evidence.othersSinceName = others.count
        evidence.rivalsSinceName = others.count {
            guard let gender else { return true }
            return $0 == .unknown || ($0 == .male) == gender
        }
        evidence.namesInArticle = article.nameCount
        evidence.isNamedInFull = article.isNamedInFull
        evidence.isOfficeTold = resolution.mention == .epithet && isOfficeTold(by: first, article)
        evidence.isLabel = resolution.mention == .explicit && isLabel(first, article)
        guard isPronoun else { return evidence }
        evidence.agreement = agreement(ofMale: gender, article)
        if let gender {
            let pronoun = gender ? Mention.Gender.male : .female
            if let speaker = quotation.speaker, speaker.gender != .unknown {
                evidence.speaker = speaker.gender == pronoun ? .agrees : .differs
            }
            if before > 0 {
                evidence.rivalsBeside = rivals(
                    before: article.named[before - 1], pronoun, quotation, article)
            }
        }
        return evidence
    }

    private func isOfficeTold(by role: Span, _ article: ArticleView) -> Bool {
        roles.phrases.matches(in: article.bytes, within: role).contains { match in
            roles.roles[match.phrase].office.map { article.bearers[$0].target } ?? false
        }
    }

    /// Whether a name says only whose somebody is.
    private func isLabel(_ name: Span, _ article: ArticleView) -> Bool {
        var after = WordsAfter(article.bytes, name.end)
        if let next = after.next(), roles.staff.contains(next) || roles.followers.contains(next) {
            return true
        }
        guard name.start > 0, article.bytes[name.start - 1] == UInt8(ascii: "-"),
            let before = NameTitle.word(before: name, article.bytes)
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
            let isUsers = !userEpithets.matches(in: article.bytes, within: span).isEmpty
            return isUsers ? .userEpithet : .role
        case .context: return .context
        case .pronoun, .none:
            let word = article.bytes[span.start..<span.end].map { $0 | 0x20 }
            if word.first == UInt8(ascii: "y") { return .address }
            return Self.owners.contains(word) && article.owns(span) ? .possessive : .pronoun
        }
    }

    private static let owners = ["his", "her", "their"].map { Array($0.utf8) }

    /// How full the name is of which `span` is a part.
    private func nameKind(of span: Span, _ article: ArticleView) -> TargetEvidence.Kind {
        let mentions = article.extraction.mentions
        let i = mentions.partitionPoint { $0.span.end > span.start }
        var whole = span
        if i < mentions.count, mentions[i].span.contains(span) { whole = mentions[i].span }
        let bytes = UnsafeBufferPointer(rebasing: article.bytes[whole.start..<whole.end])
        let written = String(decoding: bytes, as: UTF8.self)
        let name = PersonName(written)
        let surname = PersonName(target.name)
        guard name.core == surname.core else {
            return givenName.matches(in: article.bytes, within: span).isEmpty ? .alias : .givenName
        }
        if name.isFull { return .fullName }
        let isTitled =
            name.honorific != nil || written.contains(" ") && !target.surname.contains(" ")
            || NameTitle.before(whole, article.bytes) != nil
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

    private func agreement(ofMale isMale: Bool?, _ article: ArticleView) -> TargetEvidence.Agreement
    {
        guard let isMale else { return target.pronoun == .they ? .agrees : .differs }
        if target.pronoun == .they { return .differs }
        switch article.gender {
        case .unknown: return .unknown
        case .male: return isMale ? .agrees : .differs
        case .female: return isMale ? .differs : .agrees
        }
    }
}

extension TargetResolver.ArticleView {
    /// The words between two bytes, at most ``TargetEvidence/farthest``.
    fileprivate func wordCount(from start: Int, to end: Int) -> Int {
        var (count, isInWord) = (0, false)
        var i = end
        while i > start, count < TargetEvidence.farthest {
            i -= 1
            let isLetter = (bytes[i] | 0x20) &- 0x61 < 26 || bytes[i] >= 0xC3 && bytes[i] != 0xE2
            if isLetter, !isInWord { count += 1 }
            // “Marwick's” and “so-called” are one word.
            isInWord = isLetter || isInWord && bytes[i] > 0x20 && bytes[i] != UInt8(ascii: ".")
        }
        return count
    }

    /// The genders of the people named between two bytes, the target apart, each once.
    fileprivate func others(from start: Int, to end: Int) -> [Mention.Gender] {
        let mentions = extraction.mentions
        let first = mentions.partitionPoint { $0.span.start >= start }
        var seen: Set<Int> = []
        return mentions[first...].prefix { $0.span.start < end }.compactMap { mention in
            guard mention.kind == .name, let entity = mention.entity, !isOwn[entity],
                seen.insert(entity).inserted
            else { return nil }
            return mention.gender
        }
    }

    /// Whether a word of its own follows at once: “her plan”, and not “her.” or “her and”.
    fileprivate func owns(_ span: Span) -> Bool {
        // “his” is somebody's, save “a friend of his”.
        guard span.end + 1 < bytes.count, bytes[span.end] == 0x20 else { return false }
        if bytes[span.start] | 0x20 == UInt8(ascii: "h"), bytes[span.start + 1] | 0x20 == 0x69 {
            return true
        }
        var end = span.end + 1
        while end < bytes.count, (bytes[end] | 0x20) &- 0x61 < 26 { end += 1 }
        guard end > span.end + 1 else { return false }
        let word = UnsafeBufferPointer(rebasing: bytes[(span.end + 1)..<end])
        return !Self.small.contains(LetterFolding.key(of: String(decoding: word, as: UTF8.self)))
    }

    /// Words that follow “her” where she is the object.
    private static let small = Set(
        """
        a an the and or but nor as at by for from in into of off on onto out over than that to under until up with \
        without about after against before because since when where while who whom which if then there here again so \
        too now yet is was were be been will would had has have did does do not never just even only
        """.split(whereSeparator: \.isWhitespace).map { LetterFolding.key(of: $0) })

    /// Whether an odd number of marks stands between the start of a stretch and a place in it.
    fileprivate func isQuoted(_ span: Span, within piece: Span) -> Bool {
        var isOpen = false
        // A content that opens with a mark is given without it.
        if piece.start > 0,
            marks(at: piece.start - 1) || piece.start > 2 && marks(at: piece.start - 3)
        {
            isOpen = true
        }
        var i = piece.start
        while i < span.start {
            if marks(at: i) { isOpen.toggle() }
            i += 1
        }
        return isOpen
    }

    /// Whether a double quotation mark starts at a byte.
    private func marks(at i: Int) -> Bool {
        if bytes[i] == UInt8(ascii: "\"") { return true }
        return bytes[i] == 0xE2 && i + 2 < bytes.count && bytes[i + 1] == 0x80
            && (bytes[i + 2] == 0x9C || bytes[i + 2] == 0x9D)
    }
}
