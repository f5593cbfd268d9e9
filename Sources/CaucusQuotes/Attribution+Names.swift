import CaucusText

/// Candidates without a cue: labels, signatures, subjects before a colon, and names near by.
extension Attribution {
    /// “Roe: “…”” and a line “— Jane Roe” after the quotation.
    mutating func addLabel() {
        guard let source = labelBefore() ?? nameAbove() ?? signatureAfter() else { return }
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
