import CaucusText

/// Direct speech.
extension Draft {
    /// Judges every marked stretch that no indirect quotation holds, and gives speech its speaker.
    mutating func findDirect() {
        var cueBefore = -1
        var next = 0
        var earlier: [DraftQuotation] = []
        var held = quotations.indices.sorted {
            quotations[$0].pieces[0].lowerBound > quotations[$1].pieces[0].lowerBound
        }
        for (i, mark) in scene.marks.enumerated() where mark.parent < 0 && !isTaken[i] {
            while next < scene.cues.count, scene.cues[next].head < mark.open {
                cueBefore = next
                next += 1
            }
            while let last = held.last, quotations[last].pieces[0].lowerBound < mark.open {
                if quotations[last].form == .mixed { note(quotations[last], &earlier) }
                held.removeLast()
            }
            if let labeled = labeled(i, mark) {
                quotations.append(labeled)
                note(labeled, &earlier)
                continue
            }
            let candidates = Attribution(
                scene, mark, cueBefore: cueBefore, cueAfter: next, earlier: earlier
            ).candidates
            if let reason = whyNoSpeech(i, candidates) {
                rejected.append((scene.reading.span(mark.content), reason))
                continue
            }
            trace?.noteSpeakers(candidates, mark, scene)
            var quotation = DraftQuotation(
                form: .direct, pieces: [mark.content], cue: -1, source: nil, entity: -1,
                rule: "unattributed", confidence: 0, marks: [i])
            choose(among: candidates, for: &quotation)
            if !goesOn(quotation, mark) { quotations.append(quotation) }
            note(quotations[quotations.count - 1], &earlier)
        }
    }

    /// “"ROE: It is late.”: a transcript whose marks hold the label.
    private func labeled(_ i: Int, _ mark: MarkedSpan) -> DraftQuotation? {
        let start = mark.open + 1
        guard start < mark.close,
            scene.reading.paragraphs[scene.reading.paragraph(of: mark.open)].lowerBound
                == mark.open,
            let label = scene.label(from: start, to: mark.close)
        else { return nil }
        let content = label.words.upperBound + 1..<mark.close
        guard content.contains(where: { word($0).isWord }) else { return nil }
        return DraftQuotation(
            form: .direct, pieces: [content], cue: -1, source: label,
            entity: scene.entity(of: label), rule: "label", confidence: 0.95, marks: [i])
    }

    /// Whether the stretch goes on with the quotation before it, which then takes it: after a cue in the
    /// middle of a sentence, or with an opening mark in the next paragraph.
    private mutating func goesOn(_ quotation: DraftQuotation, _ mark: MarkedSpan) -> Bool {
        guard let last = quotations.indices.last, quotations[last].form == .direct,
            let before = quotations[last].marks.last
        else { return false }
        let isNextParagraph = mark.previous >= 0 && mark.previous == before
        let hasOwnCue = quotation.cue >= 0 && quotation.cue != quotations[last].cue
        guard
            isNextParagraph
                || !hasOwnCue && isSplit(scene.marks[before], mark, quotations[last])
        else { return false }
        quotations[last].pieces += quotation.pieces
        quotations[last].marks += quotation.marks
        let isSure = quotation.rule == "trailing-cue" || quotation.rule == "leading-cue"
        if isNextParagraph, isSure, quotation.confidence > quotations[last].confidence {
            quotations[last].cue = quotation.cue
            quotations[last].source = quotation.source
            quotations[last].entity = quotation.entity
            quotations[last].rule = quotation.rule
            quotations[last].confidence = quotation.confidence
        }
        return true
    }

    /// “…,” she said, “…”, and “…,” she said. “…”: only the cue and its source stand between.
    private func isSplit(
        _ before: MarkedSpan, _ mark: MarkedSpan, _ quotation: DraftQuotation
    ) -> Bool {
        guard before.closed, quotation.rule == "trailing-cue", quotation.cue >= 0, mark.open > 0,
            mark.open - before.close < 60, word(mark.open - 1).kind != .colon
        else { return false }
        let head = scene.cues[quotation.cue].head
        guard head > before.close, head < mark.open else { return false }
        let sentence = scene.reading.sentenceOfWord[head]
        return scene.reading.sentenceOfWord[mark.open] == sentence
            || scene.reading.sentence(of: head).upperBound == mark.open
    }

    /// Keeps the two newest quotations with a speaker.
    private func note(_ quotation: DraftQuotation, _ earlier: inout [DraftQuotation]) {
        guard quotation.source != nil else { return }
        earlier.insert(quotation, at: 0)
        if earlier.count > 2 { earlier.removeLast() }
    }

    private func choose(among candidates: [SpeakerCandidate], for quotation: inout DraftQuotation) {
        let scores = candidates.map { SpeakerRanker.standard.score($0.features) }
        guard var best = scores.indices.first else { return }
        for i in scores.indices where scores[i] > scores[best] { best = i }
        quotation.cue = candidates[best].cue
        quotation.source = candidates[best].source
        quotation.entity = candidates[best].entity
        quotation.rule = candidates[best].rule
        quotation.confidence = SpeakerRanker.standard.confidence(best: best, of: scores)
    }

    /// Whether a comma, a stop or a dash stands last inside the marks, before other closing marks.
    private func isStopped(_ mark: MarkedSpan) -> Bool {
        var last = mark.close - 1
        while last > mark.open,
            [.singleClose, .singleStraight, .doubleClose].contains(word(last).kind)
        {
            last -= 1
        }
        return [.comma, .stop, .dash].contains(word(max(last, mark.open)).kind)
            || word(last).shape.contains(.abbreviated)
    }

    /// Why the cue beside marked words makes them no speech, or `nil` where it does not.
    private func whyNoCue(_ candidate: SpeakerCandidate, words count: Int) -> String? {
        guard candidate.cue >= 0 else { return nil }
        let cue = scene.cues[candidate.cue]
        let leads = candidate.features.contains(.leadingCue)
        let trails = candidate.features.contains(.trailingCue)
        guard leads || trails else { return nil }
        if isDisplay(cue.source) { return "slogan" }
        if leads, count <= 3, names(cue) { return "name" }
        // “The “great event,” as they call it”
        if trails, isNaming(cue), let source = cue.source, source.words.lowerBound > 0,
            word(source.words.lowerBound - 1).key == Self.asWord
        {
            return "name"
        }
        let isSpeech = candidate.features.contains(.speechVerb)
        return trails && count == 1 && !isSpeech && cue.verb != .manner ? "single word" : nil
    }

    private static let asWord = LetterFolding.key(of: "as")

    /// Whether the cue gives a name rather than words: “they call it “the Barn””, “what they call “live””.
    private func names(_ cue: Cue) -> Bool {
        guard isNaming(cue) else { return false }
        if cue.isInfinitive || cue.isPassive || cue.isShared { return true }
        guard let source = cue.source, source.words.lowerBound > 0 else { return false }
        return word(source.words.lowerBound - 1).has([.question, .relative])
    }

    private func isNaming(_ cue: Cue) -> Bool {
        cue.verb == .describe || Self.calls.contains(word(cue.head).key)
    }

    private static let calls = Set(
        ["call", "calls", "called", "calling"].map { LetterFolding.key(of: $0) })

    /// “known as “the Barn””; looks at six words.
    private func followsKnownAs(_ mark: MarkedSpan) -> Bool {
        let before = mark.open - 1
        guard before > 0, word(before).key == Self.asWord else { return false }
        return (max(0, before - 6)..<before).contains { word($0).verb == .know }
    }

    /// Whether a banner, a poster or the like is the source.
    func isDisplay(_ source: NounPhrase?) -> Bool {
        guard let source, source.mention < 0 else { return false }
        return Self.displays.contains(word(source.head).key)
    }

    /// “a banner with the words “One Port, One Wage””: a word for writing right before the mark, and what it
    /// stands on within eight words.
    private func showsSlogan(_ mark: MarkedSpan) -> Bool {
        let before = mark.open - 1
        guard before > 0, Self.writings.contains(word(before).key) else { return false }
        return (max(0, before - 8)..<before).contains { Self.displays.contains(word($0).key) }
    }

    private static let displays = Set(
        """
        banner banners sign signs poster posters placard placards billboard billboards sticker stickers \
        plaque slogan slogans t-shirt t-shirts graffiti graffito mural flag flags badge badges button \
        buttons bumper-sticker signboard
        """.split(separator: " ").map { LetterFolding.key(of: $0) })
    private static let writings = Set(
        [
            "words", "word", "reading", "slogan", "motto", "saying", "message", "read", "reads",
            "that",
        ]
        .map { LetterFolding.key(of: $0) })

    /// Whether a sentence starts with the opening mark and ends with the closing one.
    private func startsSentence(_ mark: MarkedSpan) -> Bool {
        scene.reading.sentence(of: mark.open).lowerBound == mark.open
            && word(mark.open + 1).isCapitalized
    }

    /// Why the words between marks are no speech, or `nil` where they are.
    private func whyNoSpeech(_ i: Int, _ candidates: [SpeakerCandidate]) -> String? {
        let mark = scene.marks[i]
        let count = mark.content.count { word($0).isWord }
        if count == 0 { return "empty" }
        if mark.previous >= 0 || mark.next >= 0 { return nil }
        let stopped = isStopped(mark)
        let capitals = mark.content.allSatisfy {
            !word($0).isWord || word($0).isCapitalized || word($0).has([.preposition, .determiner])
        }
        if capitals, showsSlogan(mark) { return "slogan" }
        if count <= 4, followsKnownAs(mark) { return "name" }
        for candidate in candidates where candidate.features.contains(.leadingCue) {
            if let reason = whyNoCue(candidate, words: count) { return reason }
        }
        for candidate in candidates {
            if let reason = whyNoCue(candidate, words: count) { return reason }
            if candidate.features.contains(.trailingCue), stopped || count >= 3 { return nil }
            if candidate.features.contains(.label) { return nil }
            if candidate.features.contains(.leadingCue),
                stopped || !capitals || candidate.features.contains(.speechVerb)
            {
                return nil
            }
        }
        let opensParagraph =
            scene.reading.paragraphs[scene.reading.paragraph(of: mark.open)].lowerBound == mark.open
        if opensParagraph && (stopped || count >= 4) { return nil }
        if stopped, word(mark.close - 1).kind != .comma, count >= 2, startsSentence(mark) {
            return nil
        }
        if count >= 8 || count >= 4 && stopped { return nil }
        if count == 1 { return "single word" }
        return capitals ? "title" : "scare"
    }
}
