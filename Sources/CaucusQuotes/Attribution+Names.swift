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

    /// The name that alone stands before a colon before the mark.
    private func labelBefore() -> NounPhrase? {
        let start = reading.paragraphs[paragraph].lowerBound
        guard mark.open > start + 1, word(mark.open - 1).kind == .colon, mark.open - start <= 14,
            scene.phrases.names.mentionOfWord[start] >= 0
                || word(start).shape.contains(.allCapitals)
        else { return nil }
        for i in Range(from: start, to: mark.open - 1)
        where word(i).has(.reporting) && scene.phrases.names.mentionOfWord[i] < 0 {
            return nil
        }
        return scene.phrases.headed(Range(from: start, to: mark.open - 1))
    }

    /// The name after a dash right after the quotation, in its line or in the next.
    private func signatureAfter() -> NounPhrase? {
        var i = mark.close + 1
        let limit = min(reading.words.count, i + 24)
        while i < limit, word(i).kind == .lineBreak { i += 1 }
        guard i + 1 < limit, word(i).kind == .dash || word(i).kind == .other else { return nil }
        if word(i).kind == .other {
            let byte = reading.bytes[Int(word(i).start)]
            guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "~") else { return nil }
        }
        let paragraph = reading.paragraphs[reading.paragraph(of: i)]
        guard scene.phrases.names.mentionOfWord[i + 1] >= 0, paragraph.upperBound - i <= 24 else {
            return nil
        }
        let rest = Range(from: i + 1, to: paragraph.upperBound)
        guard !rest.isEmpty else { return nil }
        let end = rest.first { scene.phrases.names.mentionOfWord[$0] < 0 }
        return scene.phrases.headed(Range(from: i + 1, to: end ?? paragraph.upperBound))
    }

    /// “The minister issued a statement:” in the paragraph before, or before the mark.
    mutating func addSubjectBeforeColon() {
        let start = reading.paragraphs[paragraph].lowerBound
        var colon = mark.open - 1
        if mark.open == start { colon = start - 2 }
        guard colon > 0, word(colon).kind == .colon,
            let first = scene.phrases.subjectBeforeColon(colon)
        else { return }
        let subject = scene.phrases.owner(of: first) ?? first
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
            if mention.kind == .person, scene.quotes.ofWord[mention.name.lowerBound] < 0 {
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
