import CaucusText

/// Indirect and mixed speech.
extension Draft {
    /// Adds a quotation for every cue whose content reads as speech, trailing cues first, and none
    /// inside another.
    mutating func findIndirect() {
        var covered = [Bool](repeating: false, count: reading.words.count + 1)
        for (i, cue) in cues.enumerated()
        where cue.pattern == .trailing || cue.pattern == .accordingTo {
            addIndirect(i, cue, &covered)
        }
        for (i, cue) in cues.enumerated() where cue.pattern == .verb || cue.pattern == .noun {
            addIndirect(i, cue, &covered)
        }
    }

    private mutating func addIndirect(_ index: Int, _ cue: Cue, _ covered: inout [Bool]) {
        var content = cue.content
        guard !content.isEmpty, !covered[cue.head] else { return }
        content = trimmed(content)
        guard !content.isEmpty else { return }
        let inside = marksInside(content)
        if cue.complement == .quotation && cue.pattern != .verb { return }
        if let last = inside.last, marks[last].close > content.upperBound {
            content = content.lowerBound..<min(marks[last].close + 1, reading.words.count)
        }
        if let only = inside.first, inside.count == 1, isWhole(content, marks[only]) { return }
        if covered[content.lowerBound] || covered[content.upperBound - 1] { return }
        guard accepts(cue, content) else { return }
        for i in content { covered[i] = true }
        var heard: [Int] = []
        for i in inside {
            isTaken[i] = true
            if isScare(marks[i]) {
                rejected.append((reading.span(marks[i].content), "scare"))
            } else {
                heard.append(i)
            }
        }
        quotations.append(
            DraftQuotation(
                form: heard.isEmpty ? .indirect : .mixed, pieces: [content], cue: index,
                source: cue.source, entity: cue.entity, rule: rule(for: cue), confidence: 0.8,
                marks: heard))
    }

    private func rule(for cue: Cue) -> String {
        switch cue.pattern {
        case .accordingTo: "according-to"
        case .trailing: "trailing-cue"
        case .noun: "noun"
        case .verb: cue.isShared ? "shared-subject" : "subject"
        }
    }

    /// The top-level stretches that open inside `content`.
    private func marksInside(_ content: Range<Int>) -> [Int] {
        var found: [Int] = []
        for i in content where quotes.opening[i] >= 0 { found.append(Int(quotes.opening[i])) }
        return found
    }

    /// Whether the marks hold a word or two that a noun follows: “a "secret" meeting”.
    private func isScare(_ mark: MarkedSpan) -> Bool {
        guard mark.closed, mark.content.count <= 2, mark.open > 0,
            mark.close + 1 < reading.words.count
        else { return false }
        let next = word(mark.close + 1)
        return word(mark.open - 1).has(.determiner) && next.kind == .word
            && !next.has([.preposition, .coordinator, .clauseBorder, .auxiliary, .to, .time])
    }

    /// Whether `content` is one marked stretch and nothing else.
    private func isWhole(_ content: Range<Int>, _ mark: MarkedSpan) -> Bool {
        !content.contains { ($0 < mark.open || $0 > mark.close) && word($0).isWord }
    }

    private func trimmed(_ content: Range<Int>) -> Range<Int> {
        var low = content.lowerBound
        var high = content.upperBound
        while low < high, !word(low).isWord, quotes.ofWord[low] < 0 { low += 1 }
        while high > low, !word(high - 1).isWord, quotes.ofWord[high - 1] < 0 { high -= 1 }
        return low..<high
    }

    private func accepts(_ cue: Cue, _ content: Range<Int>) -> Bool {
        if cue.pattern == .accordingTo || cue.pattern == .trailing { return true }
        if cue.pattern == .noun { return cue.complement == .that && cue.source != nil }
        if cue.isInfinitive || cue.isModal { return false }
        switch cue.complement {
        case .that, .bare, .question:
            switch cue.verb {
            case .say, .claim, .tell, .write, .think, .expect, .fear, .admit, .ask, .promise, .know:
                return cue.source != nil
            default: return false
            }
        case .infinitive:
            switch cue.verb {
            case .promise, .decide, .want: return cue.source != nil
            default: return false
            }
        default: return false
        }
    }
}
