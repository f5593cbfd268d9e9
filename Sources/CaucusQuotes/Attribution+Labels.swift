import CaucusText

/// Candidates that stand beside the quotation as its label or its signature.
extension Attribution {
    /// “Roe: “…””, a line “— Jane Roe” after the quotation, and a line “Jane Roe, Oram Herald”.
    mutating func addLabel() {
        if let source = labelBefore() ?? labelInParagraph() ?? signatureAfter() {
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

    /// The name that alone stands before a colon before the mark: “Jane Roe: “…””, “Jane Roe, Oram: “…””.
    private func labelBefore() -> NounPhrase? {
        let start = reading.paragraphs[paragraph].lowerBound
        guard mark.open > start + 1, word(mark.open - 1).kind == .colon, mark.open - start <= 14,
            scene.phrases.names.mentionOfWord[start] >= 0
                || word(start).shape.contains(.allCapitals)
        else { return nil }
        for i in Range(from: start, to: mark.open - 1) {
            // “Two mayors meet - Oram Herald: “…””
            if isDash(i) { return nil }
            if word(i).has(.reporting), scene.phrases.names.mentionOfWord[i] < 0 { return nil }
        }
        return scene.phrases.headed(Range(from: start, to: labelEnd(from: start)))
    }

    /// One past a label's name, which ends at its colon or at a comma or bracket before that.
    private func labelEnd(from start: Int) -> Int {
        Range(from: start + 1, to: mark.open - 1).first {
            [.comma, .openBracket].contains(word($0).kind)
        } ?? mark.open - 1
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

    /// The name after a dash right after the quotation, in its line or in the next.
    private func signatureAfter() -> NounPhrase? {
        var i = mark.close + 1
        let limit = min(reading.words.count, i + 24)
        while i < limit, word(i).kind == .lineBreak { i += 1 }
        guard i + 1 < limit, isDash(i) else { return nil }
        let line = reading.paragraph(of: i)
        // Behind “…,” he said. “…” it is the reporter who signs.
        guard line == paragraph || reading.paragraphs[paragraph].lowerBound == mark.open else {
            return nil
        }
        let paragraph = reading.paragraphs[line]
        guard paragraph.upperBound - i <= 24, paragraph.upperBound > i + 1 else { return nil }
        let end = Range(from: i + 1, to: paragraph.upperBound).first {
            !word($0).isWord && !word($0).shape.contains(.abbreviated)
                || word($0).has([.preposition, .relative])
                    && scene.phrases.names.mentionOfWord[$0] < 0
        }
        return signed(Range(from: i + 1, to: end ?? paragraph.upperBound))
    }

    /// The person named last in a signature, “Oram Council member Jane Roe”, else the name that opens it.
    private func signed(_ words: Range<Int>) -> NounPhrase? {
        let names = scene.phrases.names
        // “— a view that Roe shares” signs nothing.
        let isName = words.allSatisfy {
            word($0).isCapitalized || names.mentionOfWord[$0] >= 0 || word($0).has(Self.beforeNames)
        }
        guard isName else { return nil }
        for i in words.reversed() {
            let mention = Int(names.mentionOfWord[i])
            guard mention >= 0, names.mentions[mention].kind == .person else { continue }
            return scene.phrases.headed(names.mentions[mention].whole)
        }
        guard let first = words.first, names.mentionOfWord[first] >= 0 else { return nil }
        let end = words.first { names.mentionOfWord[$0] < 0 }
        return scene.phrases.headed(Range(from: first, to: end ?? words.upperBound))
    }

    private static let beforeNames: WordClass = [
        .role, .people, .title, .rank, .adjective, .demonym, .organization, .particle,
    ]

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
