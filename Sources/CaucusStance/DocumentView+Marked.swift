import CaucusEncoder
import CaucusQuotes
import CaucusTarget
import CaucusText

extension DocumentView {
    /// A sentence before those of the quotation is read where it starts within so many bytes of them.
    private static let lead = 320

    /// What an encoder reads of a quotation: its sentences and the one before.
    ///
    /// - Parameter names: Where the target is named, in the order of the text.
    func marked(
        _ quotation: Quotation, _ resolution: TargetResolver.Resolution, _ names: [Span],
        in sentences: [Sentence]
    ) -> MarkedText {
        var window = ArticlePassage.range(of: quotation, document, sentences)
        let first = sentences.partitionPoint { $0.span.end > window.start }
        if first > 0, window.start - sentences[first - 1].span.start <= Self.lead {
            window.start = sentences[first - 1].span.start
        }
        func shifted(_ span: Span) -> Span {
            Span(span.start - window.start, span.end - window.start)
        }
        let low = names.partitionPoint { $0.start >= window.start }
        let named = names[low...].prefix { $0.end <= window.end }
        let targets = (resolution.spans.filter(window.contains) + named).sorted()
        var speakers: [Span] = []
        if let source = quotation.source, window.contains(source),
            !targets.contains(where: source.overlaps)
        {
            speakers = [shifted(source)]
        }
        return MarkedText(
            text: document.text[window], targets: targets.map(shifted), speakers: speakers,
            quotation: quotation.spans.map(shifted))
    }
}
