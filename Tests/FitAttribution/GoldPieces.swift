/// The annotated quotations of an article, cut and matched as `eval_quotes.py` does.
///
/// A quotation is cut at line breaks; white space and quotation marks at the ends of a piece do not
/// count. All offsets count code points.
struct GoldPieces {
    private struct Piece {
        var range: Range<Int>
        var tokens: Range<Int>
        var quote: GoldArticle.Quote
    }

    private let scalars: [Unicode.Scalar]
    /// Where the runs of letters, digits and underscores start.
    private let tokenStarts: [Int]
    private var pieces: [Piece] = []

    init(_ article: GoldArticle) {
        scalars = Array(article.text.unicodeScalars)
        var starts: [Int] = []
        for (i, scalar) in scalars.enumerated() where scalar.isWordPart {
            if i == 0 || !scalars[i - 1].isWordPart { starts.append(i) }
        }
        tokenStarts = starts
        var seen: Set<Range<Int>> = []
        for quote in article.quotes where quote.start < quote.end {
            for range in stripped(quote.start..<quote.end) where seen.insert(range).inserted {
                pieces.append(Piece(range: range, tokens: tokens(range), quote: quote))
            }
        }
        pieces.sort {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
    }

    /// The annotated quotation whose tokens and those of `content` are shared by half at least,
    /// counted over both, or `nil`; the last of several.
    func match(_ content: Range<Int>) -> GoldArticle.Quote? {
        let found = tokens(content)
        return pieces.last { piece in
            guard piece.range.overlaps(content) else { return false }
            let shared = piece.tokens.clamped(to: found).count
            return shared > 0 && 2 * shared >= piece.tokens.count + found.count - shared
        }?.quote
    }

    /// Whether `source` names the speaker of `quote`: the two overlap or end with the same word.
    func names(_ source: Range<Int>, speakerOf quote: GoldArticle.Quote) -> Bool {
        if let gold = quote.source, gold.overlaps(source) { return true }
        guard let gold = quote.speaker else { return false }
        let last = Self.lastWord(gold.unicodeScalars)
        return last != nil && last == Self.lastWord(scalars[source])
    }

    private func tokens(_ range: Range<Int>) -> Range<Int> {
        func first(from offset: Int) -> Int {
            var (low, high) = (0, tokenStarts.count)
            while low < high {
                let middle = (low + high) / 2
                if tokenStarts[middle] < offset { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return first(from: range.lowerBound)..<first(from: range.upperBound)
    }

    private func stripped(_ range: Range<Int>) -> [Range<Int>] {
        scalars[range].split(whereSeparator: \.isLineBreak).compactMap { line in
            guard let first = line.firstIndex(where: { !$0.isEdge }),
                let last = line.lastIndex(where: { !$0.isEdge }),
                line[first...last].contains(where: \.isWordPart)
            else { return nil }
            return first..<(last + 1)
        }
    }

    /// The last word of a name in lower case, without “'s” and without “Jr.” and its kin, or `nil`.
    private static func lastWord(_ name: some Sequence<Unicode.Scalar>) -> String? {
        var lower = ""
        lower.unicodeScalars.append(contentsOf: name)
        var words: [String] = []
        for word in lower.lowercased().split(whereSeparator: \.isWhitespace) {
            var word = word.replacing("\u{2019}", with: "'")
            if let s = word.firstRange(of: "'s"),
                word[s.upperBound...].unicodeScalars.first?.isWordPart != true
            {
                word.removeSubrange(s)
            }
            let bare = word.unicodeScalars.filter { $0 != "'" }
            words += bare.split { !$0.isWordPart || $0 == "_" }.map { String($0) }
        }
        return words.last { !["jr", "sr", "ii", "iii", "iv", "phd", "md"].contains($0) }
            ?? words.last
    }
}

extension Unicode.Scalar {
    /// A letter, a number or an underscore: Python's `\w`.
    fileprivate var isWordPart: Bool {
        if value < 0x80 {
            return 0x30...0x39 ~= value || 0x41...0x5A ~= value & 0xDF || self == "_"
        }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }

    fileprivate var isLineBreak: Bool {
        self == "\n" || self == "\r" || self == "\u{2028}" || self == "\u{2029}"
    }

    /// White space or a quotation mark.
    fileprivate var isEdge: Bool {
        properties.isWhitespace
            || "\"'\u{2018}\u{2019}\u{201C}\u{201D}\u{201E}\u{201F}\u{201A}\u{201B}«»‹›`´"
                .unicodeScalars.contains(self)
    }
}
