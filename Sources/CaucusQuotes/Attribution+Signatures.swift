import CaucusText

/// Names that stand by a quotation as its signature.
extension Attribution {
    /// The name on a line above quotations that each have one: “Jane Roe / Mayor / “It is late.””.
    func nameAbove() -> NounPhrase? {
        guard shared.contains(.quoteIsParagraph), let above = nameBlock(above: paragraph) else {
            return nil
        }
        // Names between quotations belong to those above or below, as the first of the row tells.
        var top = above.paragraph
        for _ in 0..<40 {
            guard top > 0, isQuotation(top - 1) else { return above.name }
            guard let next = nameBlock(above: top - 1) else { return nil }
            top = next.paragraph
        }
        return nil
    }

    private func nameBlock(above number: Int) -> (name: NounPhrase, paragraph: Int)? {
        for (step, above) in [number - 1, number - 2].enumerated() where above >= 0 {
            let line = reading.paragraphs[above]
            guard line.count <= 12, word(line.upperBound - 1).kind != .stop else { return nil }
            let name = person(at: line.lowerBound, to: line.upperBound, isKnown: step == 1)
            if let name { return (name, above) }
            let isOffice = line.contains { word($0).has([.role, .title, .organization]) }
            guard step == 0, isOffice, line.allSatisfy({ !word($0).isDoubleMark }) else {
                return nil
            }
        }
        return nil
    }

    /// Whether a line opens with a mark, or has one near its end.
    private func isQuotation(_ number: Int) -> Bool {
        let line = reading.paragraphs[number]
        return word(line.lowerBound).isDoubleMark
            || line.suffix(12).contains { word($0).isDoubleMark }
    }

    /// The name after a dash right after the quotation, in its line or in the next; the name in brackets after it.
    func signatureAfter() -> NounPhrase? {
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
        let end = rest.first {
            !word($0).isWord && !word($0).shape.contains(.abbreviated)
                || word($0).has([.preposition, .relative])
                    && scene.phrases.names.mentionOfWord[$0] < 0
        }
        return signed(Range(from: i + 1, to: end ?? line.upperBound))
    }

    /// The person named last in a signature, “Oram senator Jane Roe”, else the name that opens it.
    private func signed(_ words: Range<Int>) -> NounPhrase? {
        let names = scene.phrases.names
        for i in words.reversed() {
            let mention = Int(names.mentionOfWord[i])
            guard mention >= 0, names.mentions[mention].kind == .person else { continue }
            return scene.phrases.headed(names.mentions[mention].whole)
        }
        guard let first = words.first else { return nil }
        let end = words.first { names.mentionOfWord[$0] < 0 }
        return scene.phrases.headed(Range(from: first, to: end ?? words.upperBound))
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
        guard let name = person(at: start, to: line.upperBound) else { return nil }
        return isSame || !opensTurn(line) ? name : nil
    }

    /// Whether a line that is a name alone opens what its bearer says next, as in some interviews: a long line follows it.
    private func opensTurn(_ line: Range<Int>) -> Bool {
        let next = reading.paragraph(of: line.lowerBound) + 1
        let isAlone = line.allSatisfy { word($0).kind != .comma && !word($0).has(.title) }
        guard isAlone, next < reading.paragraphs.count else { return false }
        let after = reading.paragraphs[next]
        return after.count > 10 && !word(after.lowerBound).isDoubleMark
    }

    /// A full name from `start` that nothing, or a comma and an office, follows up to `end`.
    private func person(at start: Int, to end: Int, isKnown: Bool = false) -> NounPhrase? {
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
            isKnown || found.titled || word(found.name.lowerBound).has([.maleName, .femaleName])
            || found.entity >= 0 && scene.phrases.names.entities[found.entity].count > 1
        guard after == end ? isKnown : word(after).kind == .comma else { return nil }
        let isOffice = (after..<end).allSatisfy {
            (!word($0).has([.auxiliary, .subjectPronoun]) || word($0).has(.time))
                && scene.quotes.ofWord[$0] < 0
                && ![.stop, .colon, .semicolon].contains(word($0).kind)
                && !(word($0).has(.reporting) && !word($0).has([.role, .writing]))
        }
        return isOffice ? scene.phrases.headed(found.whole) : nil
    }
}
