import CaucusStance
import CaucusText

/// What stands around a quotation.
struct SampleContext {
    /// The stretch, where the quotation is in it, and where it starts in the document, in code points.
    var text: String
    var span: Span
    var start: Int?
    /// Where the leader is meant in the stretch.
    var targets: [Span]

    /// How many code points of the article are shown on either side, a little more or less, so that no word is cut.
    static let reach = 1200

    /// The stretch of an article, or `nil` where the quotation is not where the run says.
    init?(_ quotation: ScoredQuotation, in article: String) {
        let points = CodePoints(article)
        guard quotation.end <= points.count, quotation.start < quotation.end else { return nil }
        var (from, to) = (
            max(quotation.start - Self.reach, 0), min(quotation.end + Self.reach, points.count)
        )
        func isSpace(_ place: Int) -> Bool {
            guard let bytes = points.span(codePoints: place, place + 1) else { return true }
            return article[bytes].allSatisfy(\.isWhitespace)
        }
        while from > 0, from < quotation.start, !isSpace(from - 1) { from += 1 }
        while to < points.count, to > quotation.end, !isSpace(to) { to -= 1 }
        guard let bytes = points.span(codePoints: from, to) else { return nil }
        text = article[bytes]
        span = Span(quotation.start - from, quotation.end - from)
        start = from
        let shown = from..<to
        targets = quotation.targetSpans
            .filter { shown.lowerBound <= $0.start && $0.end <= shown.upperBound }
            .map { Span($0.start - from, $0.end - from) }
    }

    /// The few words that the store keeps on either side.
    init(stored quotation: ScoredQuotation) {
        text = quotation.contextBefore + quotation.text + quotation.contextAfter
        let before = quotation.contextBefore.unicodeScalars.count
        let words = quotation.text.unicodeScalars.count
        span = Span(before, before + words)
        let isWhole =
            quotation.pieces.count == 1 && quotation.end - quotation.start == words
            && quotation.start >= before
        start = isWhole ? quotation.start - before : nil
        let from = quotation.start - before
        let length = text.unicodeScalars.count
        targets =
            isWhole
            ? quotation.targetSpans.map { Span($0.start - from, $0.end - from) }
                .filter { $0.start >= 0 && $0.end <= length } : []
    }
}
