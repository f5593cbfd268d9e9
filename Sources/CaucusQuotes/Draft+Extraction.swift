@_spi(HashTable) import CaucusText

/// From words to bytes: the extraction as users see it.
extension Draft {
    /// Whom an extraction names.
    enum Naming {
        case everybody
        /// Those who speak.
        case speakers
    }

    func extraction(aliases: SpeakerAliases, naming: Naming = .everybody) -> Extraction {
        let speakers = SpeakerNames(scene, aliases, of: naming == .everybody ? nil : quotations)
        let starts = quotations.map { $0.pieces[0].lowerBound }
        let order = quotations.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }
        var result: [Quotation] = []
        result.reserveCapacity(order.count)
        // The quotation of every marked stretch, as an index into the draft.
        var owner = [Int32](repeating: -1, count: scene.marks.count)
        for i in order {
            for mark in quotations[i].marks { owner[mark] = Int32(i) }
            for mark in quotations[i].inner { owner[mark] = Int32(i) }
        }
        var place = [Int32](repeating: -1, count: quotations.count)
        var nested = nestedMarks(owner)[...]
        // A stretch is one quotation, by which cue ever it is found: its offsets are its name.
        var taken = HashTable<Int32>(expected: order.count)
        for i in order {
            guard let quotation = quotation(i, speakers) else { continue }
            while let next = nested.first, next.span.start < quotation.spans[0].start {
                add(nested.removeFirst(), owner, place, &taken, to: &result)
            }
            place[i] = Int32(result.count)
            if let known = taken.value(of: Self.key(quotation.content), orAdd: place[i]) {
                place[i] = known
                continue
            }
            result.append(quotation)
        }
        for mark in nested { add(mark, owner, place, &taken, to: &result) }
        let isComplete = naming == .everybody
        return Extraction(
            quotations: result, entities: isComplete ? speakers.all : [],
            mentions: isComplete ? mentions() : [],
            sentences: scene.reading.segmentation.sentences, rejected: rejected)
    }

    /// A number for a span, which is not empty; not 0.
    private static func key(_ span: Span) -> UInt64 {
        UInt64(truncatingIfNeeded: span.start) << 32 | UInt64(truncatingIfNeeded: span.end)
    }

    private func quotation(_ i: Int, _ speakers: SpeakerNames) -> Quotation? {
        let spans = quotations[i].pieces.compactMap { contentSpan($0) }
        guard !spans.isEmpty else { return nil }
        let (cue, source, entity) = (
            quotations[i].cue, quotations[i].source, quotations[i].entity
        )
        return Quotation(
            form: quotations[i].form, spans: spans,
            cue: cue >= 0 ? scene.reading.span(scene.cues[cue].words) : nil,
            source: source.map { scene.reading.span($0.words) },
            speaker: speakers.speaker(source, entity, scene.reading),
            rule: quotations[i].rule.rawValue, confidence: quotations[i].confidence,
            speakers: speakers.joint(entity))
    }

    /// The bytes of a content without the marks and white space at its ends; a mark whose other half stands
    /// further inside belongs to what was said: “the plan was “a joke””.
    private func contentSpan(_ range: Range<Int>) -> Span? {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high,
            word(low).kind == .lineBreak || word(low).isDoubleMark && !opens(low, high)
        {
            low += 1
        }
        while high > low,
            word(high - 1).kind == .lineBreak
                || word(high - 1).isDoubleMark && !closes(high - 1, low)
        {
            high -= 1
        }
        return low < high ? scene.reading.span(low..<high) : nil
    }

    /// Whether a stretch opens at `mark` and closes well before `end`.
    private func opens(_ mark: Int, _ end: Int) -> Bool {
        let stretch = Int(scene.quotes.opening[mark])
        return stretch >= 0 && scene.marks[stretch].closed && scene.marks[stretch].close + 1 < end
    }

    /// Whether a stretch closes at `mark` and opens after `start`.
    private func closes(_ mark: Int, _ start: Int) -> Bool {
        let stretch = Int(scene.quotes.ofWord[mark])
        return stretch >= 0 && scene.marks[stretch].close == mark
            && scene.marks[stretch].open > start
    }

    /// Stretches of three words and more inside stretches that are quotations, and inside lines of a transcript, by
    /// start.
    private func nestedMarks(_ owner: [Int32]) -> [(span: Span, parent: Int)] {
        var inner: Set<Int> = []
        for i in quotations.indices where !quotations[i].inner.isEmpty {
            inner.formUnion(quotations[i].inner)
        }
        var nested: [(span: Span, parent: Int)] = []
        for (i, mark) in scene.marks.enumerated() {
            let parent = inner.contains(i) ? i : mark.parent
            guard parent >= 0, owner[parent] >= 0 else { continue }
            guard let span = contentSpan(mark.content), holdsThreeWords(mark.content) else {
                continue
            }
            nested.append((span, parent))
        }
        return nested
    }

    private func holdsThreeWords(_ content: Range<Int>) -> Bool {
        var count = 0
        for i in content where word(i).isWord {
            count += 1
            if count == 3 { return true }
        }
        return false
    }

    /// Adds a nested quotation as the child of the one around it.
    private func add(
        _ mark: (span: Span, parent: Int), _ owner: [Int32], _ place: [Int32],
        _ taken: inout HashTable<Int32>, to result: inout [Quotation]
    ) {
        let parent = place[Int(owner[mark.parent])]
        guard parent >= 0,
            taken.value(of: Self.key(mark.span), orAdd: Int32(result.count)) == nil
        else { return }
        result.append(
            Quotation(
                form: .direct, spans: [mark.span], rule: "nested", confidence: 0,
                parent: Int(parent)))
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
