import CaucusText

/// Direct speech.
extension Draft {
    /// Judges every marked stretch that no indirect quotation holds, and gives speech its speaker.
    mutating func findDirect() {
        let noSpeech = NoSpeech(scene: scene)
        let pageText = PageText(scene: scene)
        var cueBefore = -1
        var next = 0
        var earlier: [EarlierSpeaker] = []
        quotations.reserveCapacity(quotations.count + scene.marks.count)
        let starts = quotations.map { $0.pieces[0].lowerBound }
        var held = quotations.indices.sorted { starts[$0] > starts[$1] }
        for (i, mark) in scene.marks.enumerated() where mark.parent < 0 && !isTaken[i] {
            while next < scene.cues.count, scene.cues[next].head < mark.open {
                cueBefore = next
                next += 1
            }
            while let last = held.last, starts[last] < mark.open {
                if quotations[last].form == .mixed { Self.note(quotations[last], &earlier) }
                held.removeLast()
            }
            if let labeled = labeled(i, mark) {
                quotations.append(labeled)
                Self.note(labeled, &earlier)
                continue
            }
            var candidates = Attribution(
                scene, mark, cueBefore: cueBefore, cueAfter: next, earlier: earlier
            ).candidates
            for k in candidates.indices {
                candidates[k].score = ranker.score(candidates[k].features)
            }
            if let reason = pageText.reason(mark) ?? noSpeech.reason(i, candidates) {
                rejected.append((scene.reading.span(mark.content), reason))
                continue
            }
            trace?.noteSpeakers(candidates, mark, scene, ranker.weights)
            var quotation = DraftQuotation(
                form: .direct, pieces: [mark.content], cue: -1, source: nil, entity: -1,
                rule: .unattributed, confidence: 0, marks: [i])
            Self.choose(among: candidates, by: ranker, for: &quotation)
            if !goesOn(quotation, mark) { quotations.append(quotation) }
            Self.note(quotations[quotations.count - 1], &earlier)
        }
    }

    /// “- Jane Roe, mayor: “It is late.””, and “"ROE: It is late.”, a transcript whose marks hold the label.
    private func labeled(_ i: Int, _ mark: MarkedSpan) -> DraftQuotation? {
        let line = scene.reading.paragraphs[scene.reading.paragraph(of: mark.open)]
        let isInside = line.lowerBound == mark.open
        guard let label = isInside ? labelInside(mark) : labelBefore(mark, line) else { return nil }
        let content = Range(from: isInside ? label.end : mark.open + 1, to: mark.close)
        guard content.contains(where: { word($0).isWord }) else { return nil }
        let source = scene.labels.source(of: label)
        return DraftQuotation(
            form: .direct, pieces: [content], cue: -1, source: source,
            entity: scene.entity(of: source), rule: .label, confidence: 0.95, marks: [i])
    }

    private func labelInside(_ mark: MarkedSpan) -> LineLabel? {
        guard let label = scene.labels.label(from: mark.open + 1, to: mark.close),
            label.kind == .name, !label.hasStop, label.isShouted || label.name.count > 1,
            scene.labels.evidence(of: label) != .none
        else { return nil }
        return label
    }

    /// The label of the line, or of the sentence: “Roe: “It is late.” Jane Penn: “It is not.””.
    private func labelBefore(_ mark: MarkedSpan, _ line: Range<Int>) -> LineLabel? {
        let kind = word(mark.open - 1).kind
        guard kind == .colon || kind == .dash || kind == .other else { return nil }
        let sentence = max(scene.reading.sentence(of: mark.open).lowerBound, line.lowerBound)
        for start in [line.lowerBound, sentence] where mark.open - start <= 40 {
            guard let label = scene.labels.label(from: start, to: mark.open + 1),
                label.end == mark.open, label.kind == .name, !label.hasStop
            else { continue }
            // “Jane Roe – “the Rock” – came late”
            if kind == .dash, mark.close + 1 < line.upperBound { continue }
            let evidence = scene.labels.evidence(of: label)
            guard evidence != .none else { continue }
            if start == line.lowerBound { return label }
            // Within a line only a name is sure: “… Penn disagreed. Tull: “It is late.””
            let isSure = evidence == .strong || word(start - 1).isDoubleMark
            if isSure, scene.labels.mention(of: label) >= 0 { return label }
        }
        return nil
    }

    /// Whether the stretch goes on with the quotation before it, which then takes it: after a cue in the
    /// middle of a sentence, or with an opening mark in the next paragraph.
    private mutating func goesOn(_ quotation: DraftQuotation, _ mark: MarkedSpan) -> Bool {
        guard let last = quotations.indices.last, quotations[last].form == .direct,
            let before = quotations[last].marks.last
        else { return false }
        let isNextParagraph =
            mark.previous >= 0 && mark.previous == before
            && !isOtherSpeaker(quotation, than: quotations[last])
        let hasOwnCue = quotation.cue >= 0 && quotation.cue != quotations[last].cue
        guard
            isNextParagraph
                || !hasOwnCue && quotations[last].rule == .trailingCue
                    && scene.isSplit(scene.marks[before], mark, by: quotations[last].cue)
        else { return false }
        quotations[last].pieces += quotation.pieces
        quotations[last].marks += quotation.marks
        let isSure =
            quotation.rule == .trailingCue || quotation.rule == .leadingCue
            || quotation.rule == .label
        if isNextParagraph, isSure, quotation.confidence > quotations[last].confidence {
            quotations[last].cue = quotation.cue
            quotations[last].source = quotation.source
            quotations[last].entity = quotation.entity
            quotations[last].rule = quotation.rule
            quotations[last].confidence = quotation.confidence
        }
        return true
    }

    /// ““…,” Penn said. “We warned them. / “It is late,” said Roe”: both have a cue beside them, of two persons by
    /// name. Descriptions and pronouns may mean the same one, and “Roe continued” tells that he goes on.
    private func isOtherSpeaker(_ quotation: DraftQuotation, than last: DraftQuotation) -> Bool {
        let sure: [SpeakerRule] = [.trailingCue, .leadingCue]
        guard sure.contains(quotation.rule), sure.contains(last.rule), quotation.cue >= 0,
            let source = quotation.source, let before = last.source,
            source.kind == .name, before.kind == .name, quotation.entity != last.entity
        else { return false }
        return word(source.head).key != word(before.head).key
            && !Self.continuing.contains(word(scene.cues[quotation.cue].head).key)
    }

    private static let continuing = KeySet("continued continues added adds concluded concludes")

    /// Keeps the two newest quotations with a speaker.
    private static func note(_ quotation: DraftQuotation, _ earlier: inout [EarlierSpeaker]) {
        guard let source = quotation.source, let place = quotation.pieces.last else { return }
        let speaker = EarlierSpeaker(
            source: source, entity: quotation.entity, cue: quotation.cue, place: place)
        if earlier.count > 1 { earlier.removeLast() }
        earlier.insert(speaker, at: 0)
    }

    private static func choose(
        among candidates: [SpeakerCandidate], by ranker: SpeakerRanker,
        for quotation: inout DraftQuotation
    ) {
        guard var best = candidates.indices.first else { return }
        for i in candidates.indices where candidates[i].score > candidates[best].score { best = i }
        quotation.cue = candidates[best].cue
        quotation.source = candidates[best].source
        quotation.entity = candidates[best].entity
        quotation.rule = candidates[best].rule
        guard quotation.source != nil else { return }
        quotation.confidence = ranker.confidence(best: best, of: candidates)
    }
}

extension Scene {
    /// “…,” she said, “…”, and “…,” she said. “…”: only the cue and its source stand between.
    fileprivate func isSplit(_ before: MarkedSpan, _ mark: MarkedSpan, by cue: Int) -> Bool {
        guard before.closed, cue >= 0, mark.open > 0,
            mark.open - before.close < 60, word(mark.open - 1).kind != .colon
        else { return false }
        let head = cues[cue].head
        guard head > before.close, head < mark.open else { return false }
        let sentence = reading.sentenceOfWord[head]
        return reading.sentenceOfWord[mark.open] == sentence
            || reading.sentence(of: head).upperBound == mark.open
    }
}
