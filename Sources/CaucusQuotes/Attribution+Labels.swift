import CaucusText

/// Candidates that stand beside the quotation as its label or its signature.
extension Attribution {
    /// “Roe: “…””, a line “— Jane Roe” after the quotation, and a line “Jane Roe, Oram Herald”.
    mutating func addLabel() {
        if let source = labelBefore() ?? labelInParagraph() ?? nameAbove() ?? signatureAfter() {
            add(source, .label)
        } else if let source = bylineAfter() {
            add(source, .signature)
        }
    }

    private mutating func add(_ source: NounPhrase, _ feature: SpeakerFeature) {
        var candidate = SpeakerCandidate(
            source: source, entity: scene.entity(of: source), cue: -1, rule: .label)
        candidate.features.insert(feature)
        describe(source, entity: candidate.entity, &candidate.features)
        candidates.append(candidate)
    }

    /// The name that opens a short line before a colon and the mark, “Roe on the ferry: “…””, or stands after the dash in
    /// it, “Talks go on - Northport Post: “…””; a name alone is a label that ``Draft`` has read before.
    private func labelBefore() -> NounPhrase? {
        let line = reading.paragraphs[paragraph].lowerBound
        guard mark.open > line + 1, mark.open - line <= 14, word(mark.open - 1).kind == .colon
        else { return nil }
        let parts = Range(from: line, to: mark.open - 1)
        let dash = parts.last { [.dash, .colon].contains(word($0).kind) }
        var start = dash.map { $0 + 1 } ?? line
        // “JUST WATCHED Penn: “…””
        while start < mark.open - 1, word(start).shape.contains(.allCapitals),
            scene.labels.isHeading(start)
        {
            start += 1
        }
        let mention = Int(scene.phrases.names.mentionOfWord[start])
        guard mention >= 0, mark.content.count > 2 else { return nil }
        let found = scene.phrases.names.mentions[mention]
        // “National Journal” is no heading, “Facebook Twitter Ann Tull” is one.
        let isOutlet =
            found.kind == .organization && word(found.name.upperBound - 1).has(.organization)
        guard isOutlet || !scene.labels.isHeading(start) else { return nil }
        let isFull =
            found.name.count > 1 || found.titled || found.kind != .person
            || found.entity >= 0
                && scene.phrases.names.entities[found.entity].name.count > 1
        let tells = Range(from: start, to: mark.open - 1).contains {
            word($0).has(.reporting) && scene.phrases.names.mentionOfWord[$0] < 0
        }
        return isFull && !tells ? scene.phrases.headed(found.whole) : nil
    }

    /// “Two mayors meet - Oram Herald: “…””, “It was late. Jane Roe: “…””, “[The Herald: “…””: names in
    /// capitals between a colon and a dash, a bracket or a stop; looks at ten words.
    private func labelInParagraph() -> NounPhrase? {
        let start = reading.paragraphs[paragraph].lowerBound
        let colon = mark.open - 1
        guard colon > start, word(colon).kind == .colon else { return nil }
        var i = colon
        while i > start, colon - i < 10 {
            let before = word(i - 1)
            guard before.kind == .word, before.isCapitalized || before.has(.particle) else { break }
            i -= 1
        }
        guard i < colon, colon - i < 10 else { return nil }
        if i > start {
            let border = word(i - 1)
            let isStop = border.kind == .stop || border.isDoubleMark
            let isOpening = isDash(i - 1) || border.kind == .openBracket
            guard isStop || isOpening else { return nil }
        }
        if word(i).has(.definite), i + 1 < colon { i += 1 }
        let mention = Int(scene.phrases.names.mentionOfWord[i])
        guard mention >= 0, !word(i).has(.neverName) else { return nil }
        // “(Corollary: “…””: a word that names nobody elsewhere
        let entity = scene.phrases.names.mentions[mention].entity
        guard entity >= 0, colon - i > 1 || isNamedElsewhere(entity) || isAcronym(i) else {
            return nil
        }
        return scene.phrases.headed(Range(from: i, to: colon))
    }

    private func isAcronym(_ i: Int) -> Bool { word(i).shape.contains(.allCapitals) }

    /// Whether an entity has a name of several words or is an organization.
    private func isNamedElsewhere(_ entity: Int) -> Bool {
        let entity = scene.phrases.names.entities[entity]
        return entity.name.count > 1 || entity.kind == .organization
    }

    private func isDash(_ i: Int) -> Bool {
        if word(i).kind == .dash { return true }
        guard word(i).kind == .other else { return false }
        let byte = reading.bytes[Int(word(i).start)]
        return byte == UInt8(ascii: "-") || byte == UInt8(ascii: "~")
    }

    /// “Jane Roe, Oram Herald” as the line after a quotation that ends its paragraph, or as the rest of its
    /// paragraph.
    private func bylineAfter() -> NounPhrase? {
        guard mark.closed else { return nil }
        var start = mark.close + 1
        while start < reading.words.count, start - mark.close < 3, word(start).kind == .lineBreak {
            start += 1
        }
        guard start < reading.words.count else { return nil }
        return byline(from: start)
    }

    /// A name of two to six words in capitals, a comma and further words in capitals up to the end of the
    /// paragraph, which is no sentence: “Jane Roe, Oram Herald”, “Editorial Board, The Penn Gazette”.
    private func byline(from start: Int) -> NounPhrase? {
        let line = Range(
            from: start, to: reading.paragraphs[reading.paragraph(of: start)].upperBound)
        guard line.count <= 16, let comma = line.first(where: { word($0).kind == .comma }),
            comma - start >= 2, comma - start <= 6, comma + 1 < line.upperBound,
            word(line.upperBound - 1).kind != .stop, scene.quotes.ofWord[start] < 0
        else { return nil }
        let mention = Int(scene.phrases.names.mentionOfWord[start])
        if mention >= 0, scene.phrases.names.mentions[mention].kind == .place { return nil }
        for i in line {
            let word = word(i)
            switch word.kind {
            case .word:
                let joins = word.has([.preposition, .determiner, .coordinator, .particle])
                guard word.isCapitalized || i > start && joins || word.shape.contains(.clitic)
                else { return nil }
                if i == start, word.has([.time, .neverName, .determiner]) { return nil }
            case .comma, .stop, .dash, .openBracket, .closeBracket, .other: continue
            default: return nil
            }
        }
        return scene.phrases.headed(Range(from: start, to: comma))
    }
}
