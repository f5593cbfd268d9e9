import CaucusText

/// Candidates without a cue: labels, signatures, subjects before a colon, and names near by.
extension Attribution {
    /// “Roe: “…”” and a line “— Jane Roe” after the quotation.
    mutating func addLabel() {
        guard let source = labelBefore() ?? signatureAfter() else { return }
        var candidate = SpeakerCandidate(
            source: source, entity: scene.entity(of: source), cue: -1, rule: .label,
            features: shared)
        candidate.features.insert(.label)
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
        let start = dash.map { $0 + 1 } ?? line
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

    /// The name after a dash right after the quotation, in its line or in the next; the name in brackets after it.
    private func signatureAfter() -> NounPhrase? {
        var i = mark.close + 1
        let limit = min(reading.words.count, i + 24)
        if i < limit, word(i).kind == .openBracket { return signatureInBrackets(i + 1, limit) }
        while i < limit, word(i).kind == .lineBreak { i += 1 }
        guard i + 1 < limit else { return nil }
        if let name = signatureInLine(i) { return name }
        guard word(i).kind == .dash || word(i).kind == .other else { return nil }
        if word(i).kind == .other {
            let byte = reading.bytes[Int(word(i).start)]
            guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "~") else { return nil }
        }
        let line = reading.paragraphs[reading.paragraph(of: i)]
        guard scene.phrases.names.mentionOfWord[i + 1] >= 0, line.upperBound - i <= 24 else {
            return nil
        }
        let rest = Range(from: i + 1, to: line.upperBound)
        // The label of the next line: “- Peter Tull: “…””.
        let isLabel = rest.contains { scene.quotes.opening[$0] >= 0 && word($0 - 1).kind == .colon }
        guard !rest.isEmpty, !isLabel else { return nil }
        let end = rest.first { scene.phrases.names.mentionOfWord[$0] < 0 }
        return scene.phrases.headed(Range(from: i + 1, to: end ?? line.upperBound))
    }

    /// ““…” (Orla Penn, May 3)” at the end of a line.
    private func signatureInBrackets(_ start: Int, _ limit: Int) -> NounPhrase? {
        guard let close = (start..<limit).first(where: { word($0).kind == .closeBracket }),
            let person = person(at: start, to: close)
        else { return nil }
        let line = reading.paragraphs[paragraph]
        let rest = Range(from: close + 1, to: line.upperBound)
        guard rest.isEmpty || rest.count == 1 && word(close + 1).kind == .stop else { return nil }
        return person
    }

    /// A name and what its bearer does, in the rest of the line or as the next line: ““…” Jane Roe, Northport Post”.
    private func signatureInLine(_ start: Int) -> NounPhrase? {
        let line = reading.paragraphs[reading.paragraph(of: start)]
        let isNext = start == line.lowerBound && shared.contains(.quoteIsParagraph)
        let isSame = start == mark.close + 1 && word(mark.close - 1).kind == .stop
        guard isNext || isSame, line.upperBound - start <= 12,
            word(line.upperBound - 1).kind != .stop
        else { return nil }
        return person(at: start, to: line.upperBound)
    }

    /// A full name from `start` that nothing, or a comma and an office, follows up to `end`.
    private func person(at start: Int, to end: Int) -> NounPhrase? {
        guard start < end, case let mention = Int(scene.phrases.names.mentionOfWord[start]),
            mention >= 0
        else { return nil }
        let found = scene.phrases.names.mentions[mention]
        guard found.kind == .person, found.whole.lowerBound == start,
            found.name.count > 1 || found.titled, found.whole.upperBound <= end
        else { return nil }
        let after = found.whole.upperBound
        // “… for all.” Ad Policy”: a name alone is one that is known to be.
        let isKnown =
            found.titled || word(found.name.lowerBound).has([.maleName, .femaleName])
            || found.entity >= 0 && scene.phrases.names.entities[found.entity].count > 1
        guard after == end ? isKnown : word(after).kind == .comma else { return nil }
        let isOffice = (after..<end).allSatisfy {
            !word($0).has([.auxiliary, .subjectPronoun]) && scene.quotes.ofWord[$0] < 0
                && ![.stop, .colon, .semicolon].contains(word($0).kind)
                && !(word($0).has(.reporting) && !word($0).has([.role, .writing]))
        }
        return isOffice ? scene.phrases.headed(found.whole) : nil
    }

    /// “The minister issued a statement:” in the paragraph before, or before the mark.
    mutating func addSubjectBeforeColon() {
        let start = reading.paragraphs[paragraph].lowerBound
        var colon = mark.open - 1
        if mark.open == start { colon = start - 2 }
        guard colon > 0, word(colon).kind == .colon,
            let subject = scene.phrases.firstSubject(of: Int(reading.sentenceOfWord[colon]))
        else { return }
        var candidate = SpeakerCandidate(
            source: subject, entity: scene.entity(of: subject), cue: -1, rule: .colon,
            features: shared)
        candidate.features.insert(.subjectBeforeColon)
        describe(subject, entity: candidate.entity, &candidate.features)
        candidates.append(candidate)
    }

    /// Names of the paragraph and the one before, where nothing better is seen.
    mutating func addNames() {
        let mentions = scene.phrases.names.mentions
        var i = scene.firstMention(after: mark.open) - 1
        var steps = 0
        while i >= 0, steps < 4 {
            let mention = mentions[i]
            let distance = paragraph - reading.paragraph(of: mention.name.lowerBound)
            guard distance <= 1 else { return }
            if mention.kind == .person, scene.quotes.ofWord[mention.name.lowerBound] < 0,
                !PhotoCredit.holds(mention, reading)
            {
                let source = scene.phrases.headed(mention.whole)
                var candidate = SpeakerCandidate(
                    source: source, entity: mention.entity, cue: -1, rule: .name, features: shared)
                candidate.features.insert(distance == 0 ? .nameInParagraph : .nameBefore)
                candidate.features.set(.nearest, if: steps == 0)
                describe(source, entity: mention.entity, &candidate.features)
                candidates.append(candidate)
            }
            steps += 1
            i -= 1
        }
    }
}
