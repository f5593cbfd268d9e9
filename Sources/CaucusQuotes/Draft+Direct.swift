import CaucusText

/// Direct speech.
extension Draft {
    /// Judges every marked stretch that no indirect quotation holds, and gives speech its speaker.
    mutating func findDirect() {
        var cueBefore = -1
        var next = 0
        var previous = -1
        for (i, mark) in marks.enumerated() where mark.parent < 0 && !isTaken[i] {
            while next < cues.count, cues[next].head < mark.open {
                cueBefore = next
                next += 1
            }
            if let reason = whyNoSpeech(i, cueBefore: cueBefore, cueAfter: next) {
                rejected.append((reading.span(mark.content), reason))
                continue
            }
            var quotation = DraftQuotation(
                form: .direct, pieces: [mark.content], cue: -1, source: nil, entity: -1,
                rule: "unattributed", confidence: 0, marks: [i])
            attribute(&quotation, mark, cueBefore: cueBefore, cueAfter: next, previous: previous)
            quotations.append(quotation)
            previous = quotations.count - 1
        }
    }

    /// The cue right after the closing mark, or -1.
    private func trailingCue(_ mark: MarkedSpan, from next: Int) -> Int {
        var i = next
        while i < cues.count, cues[i].head <= mark.close { i += 1 }
        guard i < cues.count, mark.close + 1 < reading.words.count else { return -1 }
        let cue = cues[i]
        guard let source = cue.source, !cue.isParticipial || cue.inverted else { return -1 }
        var first = mark.close + 1
        while first < reading.words.count, [.comma, .dash].contains(word(first).kind) { first += 1 }
        let start = min(source.words.lowerBound, cue.words.lowerBound)
        guard cue.head < reading.words.count,
            reading.sentenceOfWord[cue.head]
                == reading.sentenceOfWord[
                    mark.close < reading.words.count ? mark.close : mark.close - 1]
        else { return -1 }
        return start >= first && start - first <= 1 ? i : -1
    }

    /// The cue that leads up to the opening mark, or -1.
    private func leadingCue(_ mark: MarkedSpan, _ before: Int) -> Int {
        guard before >= 0, mark.open > 0 else { return -1 }
        let cue = cues[before]
        guard cue.source != nil,
            reading.sentenceOfWord[cue.head] == reading.sentenceOfWord[mark.open]
        else {
            return -1
        }
        if cue.complement == .quotation, cue.content.lowerBound == mark.open { return before }
        let last = word(mark.open - 1)
        if mark.open - cue.words.upperBound <= 1 { return before }
        if last.kind == .colon || last.kind == .comma, quotes.ofWord[mark.open - 1] < 0 {
            return before
        }
        return -1
    }

    private func whyNoSpeech(_ i: Int, cueBefore: Int, cueAfter: Int) -> String? {
        let mark = marks[i]
        let count = mark.content.count { word($0).isWord }
        if count == 0 { return "empty" }
        if mark.previous >= 0 || mark.next >= 0 { return nil }
        let last = word(max(mark.close - 1, mark.open))
        let stopped = [.comma, .stop, .dash].contains(last.kind)
        if trailingCue(mark, from: cueAfter) >= 0, stopped || count >= 3 { return nil }
        if leadingCue(mark, cueBefore) >= 0 { return nil }
        let opensParagraph =
            reading.paragraphs[reading.paragraph(of: mark.open)].lowerBound == mark.open
        if opensParagraph && (stopped || count >= 4) { return nil }
        if count >= 8 || count >= 4 && stopped { return nil }
        if mark.content.allSatisfy({
            !word($0).isWord || word($0).isCapitalized || word($0).has(.neverName)
        }) {
            return count == 1 ? "single word" : "title"
        }
        return count == 1 ? "single word" : "scare"
    }

    private func attribute(
        _ quotation: inout DraftQuotation, _ mark: MarkedSpan, cueBefore: Int, cueAfter: Int,
        previous: Int
    ) {
        let trailing = trailingCue(mark, from: cueAfter)
        if trailing >= 0 { return assign(&quotation, trailing, "trailing-cue", 0.97) }
        let leading = leadingCue(mark, cueBefore)
        if leading >= 0 { return assign(&quotation, leading, "leading-cue", 0.95) }
        let paragraph = reading.paragraph(of: mark.open)
        if previous >= 0, let before = quotations[previous].marks.first {
            let distance = paragraph - reading.paragraph(of: marks[before].open)
            if distance == 0 || mark.previous >= 0 {
                quotation.source = quotations[previous].source
                quotation.entity = quotations[previous].entity
                quotation.rule = "same-speaker"
                quotation.confidence = 0.85
                return
            }
        }
        var cue = cueBefore
        while cue >= 0, paragraph - reading.paragraph(of: cues[cue].head) <= 1 {
            if cues[cue].source != nil, isSpeech(cues[cue].verb) {
                return assign(&quotation, cue, "cue-before", 0.7)
            }
            cue -= 1
        }
        if previous >= 0, let before = quotations[previous].marks.first,
            paragraph - reading.paragraph(of: marks[before].open) <= 2
        {
            quotation.source = quotations[previous].source
            quotation.entity = quotations[previous].entity
            quotation.rule = "speaker-before"
            quotation.confidence = 0.6
        }
    }

    private func isSpeech(_ verb: VerbClass) -> Bool {
        switch verb {
        case .say, .claim, .tell, .write, .admit, .ask, .think: true
        default: false
        }
    }

    private func assign(
        _ quotation: inout DraftQuotation, _ cue: Int, _ rule: String, _ confidence: Double
    ) {
        quotation.cue = cue
        quotation.source = cues[cue].source
        quotation.entity = cues[cue].entity
        quotation.rule = rule
        quotation.confidence = confidence
    }
}
