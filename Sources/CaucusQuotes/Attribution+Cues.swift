import CaucusText

/// Candidates that a cue around the quotation names.
extension Attribution {
    /// The cues of the sentence and the paragraph after the closing mark.
    mutating func addCuesAfter() {
        var i = cueAfter
        while i < scene.cues.count, scene.cues[i].head <= mark.close { i += 1 }
        var seen = 0
        let end = min(mark.close, reading.words.count - 1)
        while i < scene.cues.count, seen < 3 {
            let cue = scene.cues[i]
            guard reading.paragraph(of: cue.head) == paragraph else { break }
            if let source = cue.source, source.words.lowerBound > mark.open {
                addCueAfter(i, cue, source, isFirst: seen == 0, end: end)
            }
            seen += 1
            i += 1
        }
    }

    private mutating func addCueAfter(
        _ i: Int, _ cue: Cue, _ source: NounPhrase, isFirst: Bool, end: Int
    ) {
        var first = mark.close + 1
        while first < reading.words.count, [.comma, .dash].contains(word(first).kind) { first += 1 }
        let start = min(source.words.lowerBound, cue.words.lowerBound)
        let adjacent =
            start == first
            || start == first + 1 && !opensClause(first)
        let sameSentence = reading.sentenceOfWord[cue.head] == reading.sentenceOfWord[end]
        var more = SpeakerFeatures()
        more.set(.nearest, if: isFirst)
        more.set(.quotesBetween, if: hasQuote(from: mark.close + 1, to: start))
        if adjacent && sameSentence {
            add(.trailingCue, cue: i, rule: .trailingCue, more)
        } else if adjacent {
            add(.trailingCueNextSentence, cue: i, rule: .trailingCue, more)
        } else if sameSentence {
            add(.cueInSentenceAfter, cue: i, rule: .cueAfter, more)
        } else {
            add(.cueInParagraphAfter, cue: i, rule: .cueAfter, more)
        }
    }

    /// ““No” when Roe asked”, ““a coward,” and Roe said he was right”, but ““…,” as Roe said”: whether the word begins a
    /// clause of its own.
    private func opensClause(_ i: Int) -> Bool {
        word(i).key != Self.asWord && word(i).has([.coordinator, .clauseBorder])
    }

    private static let asWord = LetterFolding.key(of: "as")

    /// Whether a quotation opens between two words; looks at 12 words.
    private func hasQuote(from start: Int, to end: Int) -> Bool {
        for i in Range(from: start, to: min(end, start + 12, reading.words.count))
        where scene.quotes.opening[i] >= 0 {
            return true
        }
        return false
    }

    /// The cues before the opening mark, in this paragraph and the two before.
    mutating func addCuesBefore() {
        var i = cueBefore
        var seen = 0
        var steps = 0
        while i >= 0, seen < 3, steps < 8 {
            let cue = scene.cues[i]
            let distance = paragraph - reading.paragraph(of: cue.head)
            guard distance <= 2 else { return }
            if cue.source != nil {
                addCueBefore(i, cue, distance: distance, isFirst: seen == 0)
                seen += 1
                if owns(cue) { return }
            }
            i -= 1
            steps += 1
        }
    }

    private mutating func addCueBefore(_ i: Int, _ cue: Cue, distance: Int, isFirst: Bool) {
        var more = SpeakerFeatures()
        more.set(.nearest, if: isFirst)
        let sentences = reading.sentenceOfWord[mark.open] - reading.sentenceOfWord[cue.head]
        more.set(.sentencesBetween, if: sentences > 1)
        more.set(.quotesBetween, if: hasQuote(from: cue.head + 1, to: mark.open))
        more.set(.cueInLastParagraph, if: distance == 1)
        more.set(
            .cueInSentenceJustBefore,
            if: distance > 0 && sentences == 1 && Resolver.isSpeech(cue.verb) && !cue.isInfinitive)
        if distance > 0 {
            add(.cueInParagraphsBefore, cue: i, rule: .cueBefore, more)
        } else if sentences > 0 {
            add(.cueInParagraphBefore, cue: i, rule: .cueBefore, more)
        } else if leads(cue) {
            add(.leadingCue, cue: i, rule: .leadingCue, more)
        } else {
            add(.cueInSentenceBefore, cue: i, rule: .cueBefore, more)
        }
    }

    /// ““I will go,” Roe said, and Penn said “good””: no cue before the one right beside the marks speaks, where
    /// that has a subject of its own.
    private func owns(_ cue: Cue) -> Bool {
        cue.complement == .quotation && cue.content.lowerBound == mark.open && cue.entity >= 0
            && Resolver.isSpeech(cue.verb) && !cue.isShared && !cue.isInfinitive
            && !cue.isParticipial
            && !cue.isPassive && (cue.source?.mention ?? -1) >= 0
    }

    /// Whether the cue leads up to the opening mark.
    private func leads(_ cue: Cue) -> Bool {
        if cue.complement == .quotation || cue.complement == .that,
            cue.content.lowerBound == mark.open
        {
            return true
        }
        if mark.open - cue.words.upperBound <= 1 { return true }
        let last = word(mark.open - 1)
        return (last.kind == .colon || last.kind == .comma)
            && scene.quotes.ofWord[mark.open - 1] < 0
    }
}
