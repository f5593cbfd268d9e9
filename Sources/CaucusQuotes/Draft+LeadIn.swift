import CaucusText

/// Sentences that open without marks and close inside them, with their cue after: “The plan was “a joke,” Roe said.”
extension Draft {
    /// Adds a mixed quotation for every such sentence: its words are the speaker's as much as those between the marks.
    mutating func findLeadIns() {
        let titles = WorkTitles(reading: scene.reading, marks: scene.marks)
        var next = 0
        for (i, mark) in scene.marks.enumerated() where mark.parent < 0 && !isTaken[i] {
            while next < scene.cues.count, scene.cues[next].head <= mark.close { next += 1 }
            guard next < scene.cues.count else { return }
            guard mark.closed, closes(mark, before: scene.cues[next]), !titles.isTitle(mark),
                let start = leadIn(
                    to: mark, limit: endOfLast(before: i), isSplit: predicate(after: next) != nil),
                !covered[start], !covered[scene.cues[next].head]
            else { continue }
            addLeadIn(i, Range(from: start, to: mark.close + 1), cue: next)
        }
    }

    private mutating func addLeadIn(_ i: Int, _ content: Range<Int>, cue index: Int) {
        let cue = scene.cues[index]
        var quotation = DraftQuotation(
            form: .mixed, pieces: [content], cue: index, source: cue.source, entity: cue.entity,
            rule: .trailingCue, confidence: Self.leadInConfidence, marks: [i])
        if let rest = predicate(after: index) {
            quotation.pieces.append(rest)
        } else if let rest = rest(after: i, cue: index) {
            quotation.pieces.append(rest)
            quotation.marks.append(i + 1)
        }
        for piece in quotation.pieces {
            for word in piece {
                covered[word] = true
                if scene.quotes.opening[word] >= 0 {
                    isTaken[Int(scene.quotes.opening[word])] = true
                }
            }
        }
        quotations.append(quotation)
    }

    /// The share of trailing cues whose speaker is right in the judged articles of `quotations/train`.
    private static let leadInConfidence = 0.95

    /// Whether a comma parts the marks from the cue right after them, and the cue has no content of its own.
    func closes(_ mark: MarkedSpan, before cue: Cue) -> Bool {
        guard let source = cue.source, source.words.lowerBound > mark.close, !cue.isShared,
            Resolver.isSpeech(cue.verb), !cue.isPassive, !cue.isParticipial, !cue.isInfinitive
        else { return false }
        switch cue.complement {
        case .nothing, .quotation, .preposition: break
        default: guard cue.pattern == .trailing else { return false }
        }
        var first = mark.close + 1
        let isInside = word(mark.close - 1).kind == .comma
        while first < scene.reading.words.count, [.comma, .dash].contains(word(first).kind) {
            first += 1
        }
        return min(source.words.lowerBound, cue.words.lowerBound) == first
            && (isInside || first > mark.close + 1)
            && scene.reading.sentenceOfWord[cue.head] == scene.reading.sentenceOfWord[mark.open]
    }

    /// The word after the quotation before, if that stands in the same sentence and is speech of its own.
    private func endOfLast(before i: Int) -> Int {
        var k = i - 1
        while k >= 0, scene.marks[k].parent >= 0 { k -= 1 }
        guard k >= 0 else { return 0 }
        let last = scene.marks[k].close
        return isEnd(last) ? last + 1 : 0
    }

    /// Whether a comma or a stop stands beside the closing mark.
    private func isEnd(_ close: Int) -> Bool {
        let after = min(close + 1, scene.reading.words.count - 1)
        return [.comma, .stop].contains(word(close - 1).kind) || word(after).kind == .comma
    }

    /// Where the clause starts that the marked words close, or `nil` where what stands before them is no part of it.
    private func leadIn(to mark: MarkedSpan, limit: Int, isSplit: Bool) -> Int? {
        let sentence = scene.reading.sentence(of: mark.open)
        var before = mark.open - 1
        guard before >= sentence.lowerBound else { return nil }
        let isAside = word(before).kind == .comma
        if isAside, isSplit || opensWithAuxiliary(mark) { before -= 1 }
        guard before >= sentence.lowerBound, word(before).isWord || word(before).kind == .other
        else { return nil }
        guard var start = clauseStart(before, limit: limit, sentence) else { return nil }
        while start < before,
            !word(start).isWord || word(start).has(.coordinator)
                || Self.openers.contains(word(start).key)
        {
            start += 1
        }
        let lead = Range(from: start, to: mark.open)
        if isAside, !isSplit {
            // “Roe's plan, unveiled on Monday, “will cost jobs””
            let subject = scene.phrases.subject(before: mark.open, from: start)
            return subject?.words == start..<before + 1 ? start : nil
        }
        if isSplit { return isSubject(Range(from: start, to: before + 1)) ? start : nil }
        return !reports(lead) && (isClause(lead) || opensPredicate(mark.open + 1, lead))
            ? start : nil
    }

    /// Where the clause that word `last` stands in starts: after a semicolon, a dateline, or the cue of the
    /// quotation before; `nil` where that is farther than 60 words.
    private func clauseStart(_ last: Int, limit: Int, _ sentence: Range<Int>) -> Int? {
        let dateline = endOfDateline(sentence)
        var start = last
        while start > dateline {
            guard last - start < 60 else { return nil }
            if [.semicolon, .colon].contains(word(start - 1).kind), scene.quotes.ofWord[start] < 0 {
                break
            }
            // “…,” Roe said, and the plan was “a joke,” Penn said: the clause starts after the first cue.
            if start <= limit { return nil }
            if word(start).has(.coordinator), word(start - 1).kind == .comma,
                limit > sentence.lowerBound
            {
                break
            }
            start -= 1
        }
        return start
    }

    /// “NORTHPORT — The plan was”, “(CNN) -- The plan was”: the word after the dash, where all before it is
    /// capitals or stands in brackets; otherwise the start of the sentence.
    private func endOfDateline(_ sentence: Range<Int>) -> Int {
        for i in sentence.prefix(12) where word(i).kind == .dash {
            let place = Range(from: sentence.lowerBound, to: i)
            return place.contains { word($0).shape.contains(.allCapitals) }
                && !place.contains { word($0).has(.auxiliary) } ? i + 1 : sentence.lowerBound
        }
        return sentence.lowerBound
    }

    private static let openers = KeySet("but so yet")
}
