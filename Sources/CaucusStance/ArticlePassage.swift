import CaucusFeatures
import CaucusQuotes
import CaucusText

/// What a model reads of a quotation in its article: the quotation alone, or the sentences around it.
struct ArticlePassage: Sendable {
    /// What the model reads.
    var passage: Passage
    /// The pieces of the quotation: where each stands in the passage's text and in the document's.
    private var pieces: [(here: Span, there: Span)]

    /// Bytes of the sentences kept on each side of a quotation.
    private static let reach = 400

    /// The quotation alone; a speaker who is known makes it a speech.
    init(
        alone quotation: Quotation, _ targets: [Span], text: String, joint: Int,
        facts: [PassageFact]
    ) {
        passage = Passage(text: text, isSpeech: quotation.speaker != nil, facts: facts)
        pieces = []
        var offset = 0
        for piece in quotation.spans {
            for span in targets where piece.contains(span) {
                let start = span.start - piece.start + offset
                passage.targets.append(Span(start, start + span.count))
            }
            pieces.append((Span(offset, offset + piece.count), piece))
            offset += piece.count + joint
        }
    }

    /// The sentences that hold the quotation, with its source where they name it.
    init(
        around quotation: Quotation, _ targets: [Span], in document: Document,
        sentences: [Sentence], facts: [PassageFact]
    ) {
        let all = Self.range(of: quotation, document, sentences)
        func shifted(_ span: Span) -> Span { Span(span.start - all.start, span.end - all.start) }
        passage = Passage(text: document.text[all], facts: facts)
        passage.targets = targets.filter(all.contains).map(shifted)
        if let source = quotation.source, all.contains(source), !source.isEmpty,
            !targets.contains(where: source.overlaps)
        {
            passage.speakers = [shifted(source)]
        }
        passage.isSpeech = passage.speakers.isEmpty && quotation.speaker != nil
        pieces = quotation.spans.map { (shifted($0), $0) }
    }

    /// From the first to the last byte of the sentences of a quotation, within reach.
    static func range(
        of quotation: Quotation, _ document: Document, _ sentences: [Sentence]
    ) -> Span {
        var range = quotation.content
        for piece in quotation.spans {
            range = Span(min(range.start, piece.start), max(range.end, piece.end))
        }
        let first = sentences.partitionPoint { $0.span.end > range.start }
        let last = sentences.partitionPoint { $0.span.start >= range.end }
        var (start, end) = (range.start, range.end)
        if first < sentences.count { start = min(start, sentences[first].span.start) }
        if last > 0 { end = max(end, sentences[last - 1].span.end) }
        // A border far away may fall within a letter: then the quotation itself is the border.
        if range.start - start > reach { start = range.start }
        if end - range.end > reach { end = range.end }
        return Span(start, end)
    }

    /// Words of the passage as words of the quotation's text, in code points; those outside of it are left out.
    ///
    /// `joint` is how many code points stand between two pieces of the quotation's text.
    func inQuotation(
        _ words: [(span: Span, weight: Double)], of points: CodePoints, joint: Int
    ) -> [MovingWord] {
        words.compactMap { word in
            guard let piece = pieces.first(where: { $0.here.contains(word.span) }) else {
                return nil
            }
            let start = word.span.start - piece.here.start + piece.there.start
            return self.word(
                at: Span(start, start + word.span.count), word.weight, of: points, joint: joint)
        }
    }

    /// Words of the document as words of the quotation's text, in code points; `nil` outside of it.
    func word(
        at span: Span, _ weight: Double, of points: CodePoints, joint: Int
    ) -> MovingWord? {
        var offset = 0
        for piece in pieces {
            let start = points.codePoint(atByte: piece.there.start)
            if piece.there.contains(span) {
                let found = points.codePoints(span)
                return MovingWord(
                    start: found.start - start + offset, end: found.end - start + offset,
                    weight: weight)
            }
            offset += points.codePoint(atByte: piece.there.end) - start + joint
        }
        return nil
    }
}
