import CaucusFeatures
import CaucusQuotes
import CaucusText

/// What a model reads of a quotation in its article: the quotation alone, or the sentences around it.
struct ArticlePassage: Sendable {
    /// What the model reads.
    var passage: Passage
    /// The pieces of the quotation: where each stands in the passage's text and in the quotation's.
    private var pieces: [(here: Span, there: Int)]

    /// Bytes of the sentences kept on each side of a quotation.
    private static let reach = 400

    /// The quotation alone; a speaker who is known makes it a speech.
    init(alone quotation: Quotation, _ targets: [Span], text: String, joint: Int) {
        passage = Passage(text: text, isSpeech: quotation.speaker != nil)
        pieces = []
        var offset = 0
        for piece in quotation.spans {
            for span in targets where piece.contains(span) {
                let start = span.start - piece.start + offset
                passage.targets.append(Span(start, start + span.count))
            }
            pieces.append((Span(offset, offset + piece.count), offset))
            offset += piece.count + joint
        }
    }

    /// The sentences that hold the quotation, with its source where they name it.
    init(
        around quotation: Quotation, _ targets: [Span], in document: Document,
        sentences: [Sentence], joint: Int
    ) {
        let all = Self.range(of: quotation, document, sentences)
        func shifted(_ span: Span) -> Span { Span(span.start - all.start, span.end - all.start) }
        passage = Passage(text: document.text[all])
        passage.targets = targets.filter(all.contains).map(shifted)
        if let source = quotation.source, all.contains(source), !source.isEmpty,
            !targets.contains(where: source.overlaps)
        {
            passage.speakers = [shifted(source)]
        }
        passage.isSpeech = passage.speakers.isEmpty && quotation.speaker != nil
        pieces = []
        var offset = 0
        for piece in quotation.spans {
            pieces.append((shifted(piece), offset))
            offset += piece.count + joint
        }
    }

    /// From the first to the last byte of the sentences of a quotation, within reach.
    private static func range(
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

    /// Moving words of the passage as words of the quotation's text; those outside of it are left out.
    func inQuotation(_ words: [MovingWord], text: String) -> [MovingWord] {
        let (from, to) = (CodePoints(passage.text), CodePoints(text))
        return words.compactMap { word in
            guard let span = from.span(codePoints: word.start, word.end),
                let piece = pieces.first(where: { $0.here.contains(span) })
            else { return nil }
            let start = span.start - piece.here.start + piece.there
            let found = to.codePoints(Span(start, start + span.count))
            return MovingWord(start: found.start, end: found.end, weight: word.weight)
        }
    }
}
