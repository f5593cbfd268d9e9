/// The sentences and paragraphs of a text.
///
/// A line break ends a paragraph, unless the text is hard-wrapped (``HardWrap``), where an empty line, an indented or a
/// short one does. A stop ends a sentence unless an abbreviation,
/// an initial, a number or a small letter after it says otherwise; marks that close a quotation or a
/// bracket after the stop still belong to the sentence.
public struct Segmentation: Sendable {
    /// The sentences, in order.
    public let sentences: [Sentence]
    /// The paragraphs, in order, without the white space around them; empty ones are none.
    public let paragraphs: [Span]

    /// Finds the sentences of `text`.
    ///
    /// - Complexity: O(bytes).
    public init(_ text: String) {
        let bytes = Array(text.utf8)
        let lexemes = HardWrap.undone(Tokenizer().lexemes(of: bytes), bytes)
        self.init(LexemeSegmentation(lexemes), of: lexemes)
    }

    /// The same segmentation in spans.
    package init(_ segmentation: LexemeSegmentation, of lexemes: [Lexeme]) {
        func span(_ range: Range<Int>) -> Span {
            Span(Int(lexemes[range.lowerBound].start), Int(lexemes[range.upperBound - 1].end))
        }
        paragraphs = segmentation.paragraphs.map(span)
        sentences = segmentation.sentences.map {
            Sentence(span: span($0.lexemes), paragraph: $0.paragraph)
        }
    }
}

/// Sentences and paragraphs as ranges of lexemes; none holds a line break at its ends.
@usableFromInline
package struct LexemeSegmentation: Sendable {
    /// One sentence.
    @frozen @usableFromInline
    package struct Unit: Sendable {
        @usableFromInline package var lexemes: Range<Int>
        @usableFromInline package var paragraph: Int
    }

    package private(set) var paragraphs: [Range<Int>] = []
    package private(set) var sentences: [Unit] = []

    /// Segments `lexemes`, every line break of which ends a paragraph, in one pass.
    package init(_ lexemes: [Lexeme]) {
        sentences.reserveCapacity(lexemes.count / 16 + 4)
        paragraphs.reserveCapacity(lexemes.count / 32 + 4)
        lexemes.withUnsafeBufferPointer { lexemes in
            var start = 0
            for i in lexemes.indices where lexemes[i].kind == .lineBreak {
                add(start..<i, lexemes)
                start = i + 1
            }
            add(start..<lexemes.count, lexemes)
        }
    }

    private typealias Lexemes = UnsafeBufferPointer<Lexeme>

    private mutating func add(_ paragraph: Range<Int>, _ lexemes: Lexemes) {
        guard !paragraph.isEmpty else { return }
        let number = paragraphs.count
        paragraphs.append(paragraph)
        var start = paragraph.lowerBound
        var i = start
        while i < paragraph.upperBound {
            // Most words are neither a stop nor own one: they are passed over without a call.
            guard lexemes[i].kind == .stop || lexemes[i].shape.contains(.abbreviated),
                let end = Self.sentenceEnd(at: i, in: paragraph, lexemes)
            else {
                i += 1
                continue
            }
            sentences.append(Unit(lexemes: start..<end, paragraph: number))
            start = end
            i = max(start, i + 1)
        }
        if start < paragraph.upperBound {
            sentences.append(Unit(lexemes: start..<paragraph.upperBound, paragraph: number))
        }
    }

    private static let numbers: Set<UInt64> = [
        LetterFolding.key(of: "no"), LetterFolding.key(of: "nos"),
    ]

    /// One past the sentence that ends with the stop at `i`, or `nil` where none ends there.
    private static func sentenceEnd(
        at i: Int, in paragraph: Range<Int>, _ lexemes: Lexemes
    ) -> Int? {
        let lexeme = lexemes[i]
        let abbreviated = lexeme.shape.contains(.abbreviated)
        guard lexeme.kind == .stop || abbreviated, !lexeme.shape.contains(.leading) else {
            return nil
        }
        var end = i + 1
        // At most a handful of marks close after a stop, so this never runs far.
        while end < paragraph.upperBound, end - i < 6, lexemes[end].closesAfterStop { end += 1 }
        guard end < paragraph.upperBound else { return end }
        let following = lexemes[end]
        guard following.shape.contains(.spaceBefore) || end > i + 1 || lexeme.kind == .stop else {
            return nil
        }
        switch following.kind {
        case .word:
            guard following.shape.contains(.capitalized) else {
                return abbreviated || end > i + 1 || following.startsSmall ? nil : end
            }
            return abbreviated && !SentenceOpeners.keys.contains(following.key) ? nil : end
        case .number:
            // “the house at No. 9”
            let isNumbered =
                i > paragraph.lowerBound && lexemes[i - 1].shape.contains(.capitalized)
                && Self.numbers.contains(lexemes[i - 1].key)
            return abbreviated || isNumbered ? nil : end
        case .doubleClose, .guillemetClose:
            return following.opensByItsSpaces && !abbreviated ? end : nil
        case .comma, .semicolon, .colon, .closeBracket, .stop:
            return nil
        case .dash: return nil
        default: return abbreviated ? nil : end
        }
    }
}

extension Lexeme {
    /// A mark that closes a quotation or a bracket right after a stop.
    fileprivate var closesAfterStop: Bool {
        guard !shape.contains(.spaceBefore) else { return false }
        switch kind {
        case .doubleClose, .singleClose, .singleStraight, .doubleStraight, .closeBracket,
            .guillemetClose, .stop:
            return true
        default: return false
        }
    }

    /// A mark with white space before it and none after.
    fileprivate var opensByItsSpaces: Bool {
        shape.contains(.spaceBefore) && !shape.contains(.spaceAfter)
    }

    /// A word that opens with a small letter.
    var startsSmall: Bool { kind == .word && !shape.contains(.capitalized) }
}

/// Capitalized words that open a sentence after an abbreviation rather than go on with a name.
private enum SentenceOpeners {
    static let keys = KeySet(
        """
        the he she it they we i you but and or so in on at a an this that these those his her its their our \
        my if as for when while after before since although though however meanwhile there here what who \
        how why where which one some many most all no not yet still even also now then
        """)
}
