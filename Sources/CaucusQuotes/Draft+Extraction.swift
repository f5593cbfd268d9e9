import CaucusText

/// From words to bytes: the extraction as users see it.
extension Draft {
    func extraction(aliases: SpeakerAliases) -> Extraction {
        let speakers = SpeakerNames(scene, aliases)
        let order = quotations.indices.sorted {
            (quotations[$0].pieces[0].lowerBound, $0) < (quotations[$1].pieces[0].lowerBound, $1)
        }
        var result: [Quotation] = []
        var quotationOfMark = [Int](repeating: -1, count: scene.marks.count)
        for i in order {
            for mark in quotations[i].marks { quotationOfMark[mark] = result.count }
            if let quotation = quotation(quotations[i], speakers) { result.append(quotation) }
        }
        addNested(&result, quotationOfMark)
        return Extraction(
            quotations: result, entities: speakers.all, mentions: mentions(),
            sentences: scene.reading.segmentation.sentences, rejected: rejected)
    }

    private func quotation(_ draft: DraftQuotation, _ speakers: SpeakerNames) -> Quotation? {
        let spans = draft.pieces.compactMap(contentSpan)
        guard !spans.isEmpty else { return nil }
        var speaker = draft.entity >= 0 ? speakers.all[draft.entity] : nil
        if speaker == nil, let source = draft.source, source.kind != .pronoun {
            speaker = speakers.described(source, scene.reading)
        }
        return Quotation(
            form: draft.form, spans: spans,
            cue: draft.cue >= 0 ? scene.reading.span(scene.cues[draft.cue].words) : nil,
            source: draft.source.map { scene.reading.span($0.words) }, speaker: speaker,
            rule: draft.rule,
            confidence: draft.confidence)
    }

    /// The bytes of a content without the marks and white space at its ends.
    private func contentSpan(_ range: Range<Int>) -> Span? {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, word(low).isDoubleMark || word(low).kind == .lineBreak { low += 1 }
        while high > low, word(high - 1).isDoubleMark || word(high - 1).kind == .lineBreak {
            high -= 1
        }
        return low < high ? scene.reading.span(low..<high) : nil
    }

    /// Nested quotations become children of the quotation around them.
    private func addNested(_ result: inout [Quotation], _ quotationOfMark: [Int]) {
        var children: [Quotation] = []
        for mark in scene.marks where mark.parent >= 0 {
            let parent = quotationOfMark[mark.parent]
            guard parent >= 0, let span = contentSpan(mark.content),
                mark.content.count(where: { word($0).isWord }) >= 3
            else { continue }
            children.append(
                Quotation(
                    form: .direct, spans: [span], rule: "nested", confidence: 0, parent: parent))
        }
        guard !children.isEmpty else { return }
        merge(children, into: &result)
    }

    /// Puts the children among their parents by start and renumbers the parents.
    private func merge(_ children: [Quotation], into result: inout [Quotation]) {
        var merged: [Quotation] = []
        var place = [Int](repeating: 0, count: result.count)
        var next = 0
        for (i, quotation) in result.enumerated() {
            while next < children.count, children[next].spans[0].start < quotation.spans[0].start {
                merged.append(children[next])
                next += 1
            }
            place[i] = merged.count
            merged.append(quotation)
        }
        merged.append(contentsOf: children[next...])
        for i in merged.indices {
            if let parent = merged[i].parent { merged[i].parent = place[parent] }
        }
        result = merged
    }

    private func mentions() -> [Mention] {
        scene.phrases.names.mentions.map { mention in
            let entity = mention.entity < 0 ? nil : mention.entity
            return Mention(
                span: scene.reading.span(mention.whole),
                kind: mention.kind == .person ? .name : .organization, entity: entity,
                gender: entity.map { scene.phrases.names.entities[$0].gender.shown } ?? .unknown)
        }
    }
}
