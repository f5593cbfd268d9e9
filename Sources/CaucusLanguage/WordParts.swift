package import CaucusText

/// The words and marks of a text in order, where what hyphens join is parted: “pro”, “Roe” of “pro-Roe”.
///
/// A hyphen that the tokenizer keeps as a mark (U+2011) parts no less and is none itself.
package struct WordParts: Sequence, IteratorProtocol {
    /// A word, a mark, or one of the words that hyphens join.
    package struct Part {
        package let span: Span
        /// That of the word (``Word/key``); of a mark the hash of its bytes.
        package let key: UInt64
        package let shape: Word.Shape
        package let isWord: Bool
        /// The word that it is of, by its number.
        package let word: Int
    }

    private let words: ArraySlice<Word>
    private let bytes: [UInt8]
    private var word: Int
    /// Where the next part starts at the earliest.
    private var byte: Int

    /// The parts from `byte` on, which lies in word `first` or before it; they end before a line break.
    init(_ words: ArraySlice<Word>, _ bytes: [UInt8], from first: Int, byte: Int) {
        self.words = words
        self.bytes = bytes
        word = first
        self.byte = byte
    }

    /// The parts of one word.
    package init(_ reading: Reading, ofWord i: Int) {
        self.init(reading.words[i...i], reading.bytes, from: i, byte: 0)
    }

    /// The parts of a text that stands alone, to its first line break.
    package init(_ text: String) {
        let bytes = Array(text.utf8)
        let words = Tokenizer().lexemes(of: bytes).map { Word($0, Lexicon.Entry()) }
        self.init(words[...], bytes, from: 0, byte: 0)
    }

    @inline(__always)
    package mutating func next() -> Part? {
        while word < words.endIndex {
            let whole = words[word]
            if whole.shape.contains(.joined) {
                if let part = joined(whole) { return part }
                word += 1
                continue
            }
            if whole.kind == .lineBreak { return nil }
            word += 1
            if whole.kind == .other, isHyphen(whole) { continue }
            let span = Span(Int(whole.start), Int(whole.end))
            var shape = whole.shape
            // That of “UN” in “UN’s” is the whole word's.
            if word < words.endIndex, words[word].isClitic {
                shape.formUnion(capitals(of: span).intersection(.allCapitals))
            }
            return Part(
                span: span, key: whole.isWord ? whole.key : Self.key(of: span, bytes), shape: shape,
                isWord: whole.isWord, word: word - 1)
        }
        return nil
    }

    /// The next part of a word that is joined of several, or `nil` where none is left.
    private mutating func joined(_ whole: Word) -> Part? {
        guard let span = Self.part(of: whole, from: byte, bytes) else { return nil }
        byte = span.end
        let isLast = span.end == Int(whole.end)
        return Part(
            span: span, key: Self.key(of: span, bytes),
            shape: capitals(of: span).union(
                isLast ? whole.shape.intersection(.abbreviated) : []),
            isWord: true, word: word)
    }

    /// Where the first part from `byte` on of a joined word stands, or `nil` where none does.
    private static func part(of whole: Word, from byte: Int, _ bytes: [UInt8]) -> Span? {
        let last = Int(whole.end)
        var start = Swift.max(byte, Int(whole.start))
        while start < last, joins(bytes[start]) { start += 1 }
        guard start < last else { return nil }
        var end = start
        while end < last, !joins(bytes[end]) { end += 1 }
        return Span(start, end)
    }

    /// Gives the key of each part of a joined word.
    static func forEachKey(of whole: Word, _ bytes: [UInt8], _ take: (UInt64) -> Void) {
        var byte = 0
        while let span = part(of: whole, from: byte, bytes) {
            take(key(of: span, bytes))
            byte = span.end
        }
    }

    /// What the capitals among some letters tell (``Word/Shape``).
    private func capitals(of span: Span) -> Word.Shape {
        let ascii = bytes[span.start..<span.end].allSatisfy { $0 < 0x80 }
        if ascii { return capitals(ofASCII: span) }
        let letters = String(decoding: bytes[span.start..<span.end], as: UTF8.self)
            .unicodeScalars.filter { $0.properties.isAlphabetic }
        var shape: Word.Shape = letters.count == 1 ? .wide : []
        guard let first = letters.first, LetterFolding.isCapital(first.value) else { return shape }
        shape.insert(.capitalized)
        let isLoud = letters.count > 1 && letters.allSatisfy { LetterFolding.isCapital($0.value) }
        return isLoud ? shape.union(.allCapitals) : shape
    }

    /// The same of letters of ASCII, as nearly all are.
    private func capitals(ofASCII span: Span) -> Word.Shape {
        var (letters, capitals) = (0, 0)
        var opensWithCapital = false
        for byte in bytes[span.start..<span.end] where (byte | 0x20) &- 97 < 26 {
            let isCapital = byte < 97
            if letters == 0 { opensWithCapital = isCapital }
            letters += 1
            if isCapital { capitals += 1 }
        }
        var shape: Word.Shape = letters == 1 ? .wide : []
        guard opensWithCapital else { return shape }
        shape.insert(.capitalized)
        return letters > 1 && capitals == letters ? shape.union(.allCapitals) : shape
    }

    /// Whether a byte stands between the parts of a word: a hyphen, “&”, “_”, the line's end after a hyphen.
    private static func joins(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "_")
            || byte <= 0x20
    }

    private static func key(of span: Span, _ bytes: [UInt8]) -> UInt64 {
        let letters = bytes[span.start..<span.end]
        if letters.allSatisfy({ $0 < 0x80 }) {
            return letters.reduce(LetterFolding.seed) {
                LetterFolding.extend($0, with: UInt32($1))
            }
        }
        return LetterFolding.key(of: String(decoding: letters, as: UTF8.self))
    }

    /// Whether a mark is a hyphen between two words: U+2010 or U+2011.
    private func isHyphen(_ mark: Word) -> Bool {
        mark.shape.isDisjoint(with: [.spaceBefore, .spaceAfter])
            && bytes[Int(mark.start)..<Int(mark.end)].starts(with: [0xE2, 0x80])
            && bytes[Int(mark.end) - 1] &- 0x90 < 2
    }
}
