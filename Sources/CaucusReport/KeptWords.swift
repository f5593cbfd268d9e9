import CaucusStance
import CaucusText

/// The words that a store keeps of a quotation, and of what stands beside it, by their place in the document.
struct KeptWords {
    /// A stretch of the document and its words.
    struct Piece {
        var span: Span
        var text: CodePointSlices
        /// Where its words begin in the quotation's text; what stands before the first is beside it.
        var start: Int
    }

    /// What joins pieces in a quotation's text.
    private static let joint = " … "

    private var kept: [Piece]

    /// The words of a quotation, or `nil` where they are not what its pieces say.
    init?(_ quotation: ScoredQuotation) {
        let split = QuotationPieces(quotation)
        let whole = [Span(quotation.start, quotation.end)]
        let spans = split.texts.count > 1 ? quotation.pieces : whole
        let texts = split.texts.map { CodePointSlices($0) }
        guard spans.count == texts.count, spans.first?.start == quotation.start,
            spans.last?.end == quotation.end,
            zip(spans, texts).allSatisfy({ $0.count == $1.count }),
            zip(spans, spans.dropFirst()).allSatisfy({ $0.end <= $1.start })
        else { return nil }
        kept = zip(zip(spans, texts), split.ranges).map {
            Piece(span: $0.0, text: $0.1, start: $1.lowerBound)
        }
        let before = quotation.contextBefore.unicodeScalars.count
        let after = quotation.contextAfter.unicodeScalars.count
        guard quotation.start >= before else { return nil }
        kept[0].span.start -= before
        kept[0].start -= before
        kept[kept.count - 1].span.end += after
        kept[0].text = CodePointSlices(quotation.contextBefore + split.texts[0])
        let last = kept.count - 1
        let words = (last == 0 ? quotation.contextBefore : "") + split.texts[last]
        kept[last].text = CodePointSlices(words + quotation.contextAfter)
    }

    /// The pieces within a stretch of the document, or `nil` where it begins or ends in words that are not kept.
    func pieces(within span: Span) -> [Piece]? {
        guard kept.contains(where: { $0.span.start <= span.start && span.start < $0.span.end }),
            kept.contains(where: { $0.span.start < span.end && span.end <= $0.span.end }),
            span.start < span.end
        else { return nil }
        return kept.compactMap { piece in
            let (start, end) = (max(piece.span.start, span.start), min(piece.span.end, span.end))
            guard start < end else { return nil }
            let from = start - piece.span.start
            return Piece(
                span: Span(start, end),
                text: CodePointSlices(piece.text[from, end - piece.span.start]),
                start: piece.start + from)
        }
    }

    /// The words before the first of `pieces`, and those after the last, in the stretches that hold them.
    func words(beside pieces: [Piece]) -> (before: String, after: String) {
        guard let start = pieces.first?.span.start, let end = pieces.last?.span.end,
            let first = kept.first(where: { $0.span.start <= start && start < $0.span.end }),
            let last = kept.last(where: { $0.span.start < end && end <= $0.span.end })
        else { return ("", "") }
        return (
            first.text[0, start - first.span.start],
            last.text[end - last.span.start, last.text.count]
        )
    }

    /// The words of pieces as a quotation has them.
    static func text(_ pieces: [Piece]) -> String {
        pieces.map { $0.text[0, $0.text.count] }.joined(separator: joint)
    }
}

extension ScoredQuotation {
    /// The quotation as a reader is shown it: with the borders that people set, where its words are kept.
    func shown(with correction: CorrectedQuotation?) -> ScoredQuotation {
        guard let span = correction?.borders, correction?.words != nil,
            let kept = KeptWords(self), let pieces = kept.pieces(within: span)
        else { return self }
        var shown = self
        shown.text = KeptWords.text(pieces)
        (shown.start, shown.end, shown.pieces) = (span.start, span.end, pieces.map(\.span))
        (shown.contextBefore, shown.contextAfter) = kept.words(beside: pieces)
        var moved: [MovingWord] = []
        var position = 0
        for piece in pieces {
            let shift = position - piece.start
            for word in self.movingWords
            where word.start >= piece.start && word.end <= piece.start + piece.span.count {
                moved.append(
                    MovingWord(
                        start: word.start + shift, end: word.end + shift, weight: word.weight))
            }
            position += piece.span.count + 3
        }
        shown.movingWords = moved
        return shown
    }
}
