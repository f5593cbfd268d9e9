import CaucusStance

/// The pieces of a quotation that its cue splits, and what the article says between them.
struct QuotationPieces {
    /// The words of each piece; one where the quotation is whole.
    private(set) var texts: [String]
    /// Where each piece stands in the quotation's text, in code points.
    private(set) var ranges: [Range<Int>]
    /// What stands between one piece and the next: the article's own words, or ` […] `.
    private(set) var between: [String]

    /// What the scorer puts between pieces.
    private static let joint = 3
    private static let unknown = " […] "

    init(_ quotation: ScoredQuotation) {
        let slices = CodePointSlices(quotation.text)
        let counts = quotation.pieces.map(\.count)
        let whole = counts.reduce(0, +) + Self.joint * max(counts.count - 1, 0)
        guard counts.count > 1, whole == slices.count else {
            texts = [quotation.text]
            ranges = [0..<slices.count]
            between = []
            return
        }
        texts = []
        ranges = []
        var start = 0
        for count in counts {
            texts.append(slices[start, start + count])
            ranges.append(start..<(start + count))
            start += count + Self.joint
        }
        between = Self.words(between: texts, in: quotation.passage?.text)
    }

    /// The quotation for a reader, with what stands between its pieces.
    var reading: String {
        zip(texts.dropFirst(), between).reduce(texts[0]) { $0 + $1.1 + $1.0 }
    }

    /// What stands between the pieces in the sentences that the model read; nothing longer than a few words.
    private static func words(between texts: [String], in passage: String?) -> [String] {
        let unknown = texts.dropFirst().map { _ in Self.unknown }
        guard let passage else { return unknown }
        var rest = passage[...]
        guard let first = rest.firstRange(of: texts[0]) else { return unknown }
        rest = rest[first.upperBound...]
        var found: [String] = []
        for text in texts.dropFirst() {
            guard let range = rest.firstRange(of: text) else { return unknown }
            let words = rest[..<range.lowerBound].split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
            let spaced = (rest[..<range.lowerBound].first?.isWhitespace == true ? " " : "") + words
            let tight = rest[..<range.lowerBound].last?.isWhitespace != true
            found.append(
                words.unicodeScalars.count > 120
                    ? Self.unknown : spaced + (tight && !words.isEmpty ? "" : " "))
            rest = rest[range.upperBound...]
        }
        return found
    }
}
