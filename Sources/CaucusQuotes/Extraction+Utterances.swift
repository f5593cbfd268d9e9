import CaucusText

extension Extraction {
    /// The same extraction with the pieces of one utterance joined: direct quotations of one speaker in
    /// one paragraph with nothing but the attribution between them (“…,” she said. “…”).
    ///
    /// - Complexity: O(quotations × log sentences).
    func joiningUtterances() -> Extraction {
        var joined = self
        joined.quotations = []
        var places = [Int](repeating: 0, count: quotations.count)
        var last: Int?
        for (i, quotation) in quotations.enumerated() {
            if quotation.parent == nil, let previous = last,
                continues(joined.quotations[previous], quotation)
            {
                joined.quotations[previous].spans += quotation.spans
                places[i] = previous
                continue
            }
            places[i] = joined.quotations.count
            var own = quotation
            own.parent = quotation.parent.map { places[$0] }
            if quotation.parent == nil { last = joined.quotations.count }
            joined.quotations.append(own)
        }
        return joined
    }

    /// Whether `next` goes on with `first`.
    private func continues(_ first: Quotation, _ next: Quotation) -> Bool {
        guard first.form == .direct, next.form == .direct, let speaker = first.speaker,
            speaker.id == next.speaker?.id, let cue = first.cue,
            next.cue == nil || next.cue == cue
        else { return false }
        let gap = (first.content.end, next.content.start)
        guard gap.0 <= cue.start, cue.end <= gap.1 else { return false }
        // The sentence that ends with the attribution began before the gap, and the next one, which opens
        // with a mark, begins at its end: any other that begins inside stands between the two.
        let from = sentences.partitionPoint { $0.span.start >= gap.0 }
        let inside = sentences[from...].prefix { $0.span.start < gap.1 }
        guard inside.allSatisfy({ $0.span.end > gap.1 }), inside.count <= 1 else { return false }
        let a = sentences.partitionPoint { $0.span.end > first.spans[0].start }
        let b = sentences.partitionPoint { $0.span.end >= gap.1 }
        guard a < sentences.count, b < sentences.count else { return false }
        return sentences[a].paragraph == sentences[b].paragraph
    }
}
