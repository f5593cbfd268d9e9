import CaucusText

/// A word of a document with all that the lists know about it.
struct Word: Sendable {
    var start: UInt32
    var end: UInt32
    var key: UInt64
    var classes: WordClass
    var kind: Kind
    var shape: Shape
    var verb: VerbClass
    var form: VerbForm

    var isWord: Bool { kind == .word || kind == .number }
    var isCapitalized: Bool { shape.contains(.capitalized) }
    func has(_ classes: WordClass) -> Bool { !self.classes.isDisjoint(with: classes) }
    /// A mark that opens or closes a quotation in doubled marks.
    var isDoubleMark: Bool {
        switch kind {
        case .doubleOpen, .doubleClose, .doubleStraight, .guillemetOpen, .guillemetClose: true
        default: false
        }
    }
    /// 1 for a mark that may open or close a quotation, else 0.
    @inline(__always)
    var mayQuote: Int {
        kind.rawValue &- Kind.doubleStraight.rawValue
            <= Kind.guillemetClose.rawValue - Kind.doubleStraight.rawValue ? 1 : 0
    }
}

extension Word {
    /// ``CaucusText/Lexeme/Kind``, case for case, in this module, where comparisons are inlined.
    enum Kind: UInt8, Sendable {
        case word, number, stop, comma, colon, semicolon, dash, openBracket, closeBracket
        case doubleStraight, doubleOpen, doubleClose, singleStraight, singleOpen, singleClose
        case guillemetOpen, guillemetClose, lineBreak, other
    }

    /// ``CaucusText/Lexeme/Shape`` in this module, where tests are inlined.
    struct Shape: OptionSet, Sendable {
        let rawValue: UInt8
        static let capitalized = Shape(rawValue: 1)
        static let allCapitals = Shape(rawValue: 2)
        static let abbreviated = Shape(rawValue: 4)
        static let clitic = Shape(rawValue: 16)
        static let spaceBefore = Shape(rawValue: 32)
        static let spaceAfter = Shape(rawValue: 64)
        /// A line break with an empty line; a word of one letter.
        static let wide = Shape(rawValue: 128)
    }

    init(_ lexeme: Lexeme, _ entry: Lexicon.Entry) {
        start = lexeme.start
        end = lexeme.end
        key = lexeme.key
        classes = entry.classes
        // `rawValue` would be a call into the other room.
        kind = unsafeBitCast(lexeme.kind, to: Kind.self)
        shape = Shape(rawValue: lexeme.shape.rawValue)
        verb = entry.verb
        form = entry.form
    }
}

/// A document cut into words, sentences and paragraphs: what every pass reads and none changes.
final class Reading: Sendable {
    let bytes: [UInt8]
    let words: [Word]
    /// Whether the text is all capitals, so that a capital tells nothing.
    let isShouted: Bool
    let sentences: [LexemeSegmentation.Unit]
    let paragraphs: [Range<Int>]
    /// The sentence and the paragraph of every word; line breaks belong to what they follow.
    let sentenceOfWord: [Int32]
    let segmentation: Segmentation
    /// The words that open with a capital letter, or with “al-” before one, where names and titles may start.
    let capitalized: [Int32]
    /// The marks that may open or close a quotation.
    let quotationMarks: [Int32]
    /// The words that may carry a cue: verbs and nouns of speech, and “according”.
    let cueWords: [Int32]

    init(_ text: String, lexicon: Lexicon = .standard) {
        bytes = Array(text.utf8)
        let bytes = bytes
        let found = HardWrap.undone(Tokenizer().lexemes(of: bytes), bytes)
        let lexemes = LinkText.removed(from: found, of: bytes)
        var words = bytes.withUnsafeBufferPointer { bytes in
            lexemes.map { lexeme in
                var word = Word(lexeme, lexicon[lexeme.key])
                if word.isManner(in: bytes) { word.classes.insert(.adverb) }
                return word
            }
        }
        isShouted = Self.isShouted(words)
        if isShouted { Self.quieten(&words, bytes) }
        self.words = words
        (capitalized, quotationMarks, cueWords) = Self.landmarks(of: words, bytes)
        let segmented = LexemeSegmentation(lexemes)
        sentences = segmented.sentences
        paragraphs = segmented.paragraphs
        segmentation = Segmentation(segmented, of: lexemes)
        var owner = [Int32](repeating: 0, count: lexemes.count)
        for (number, sentence) in segmented.sentences.enumerated() {
            for i in sentence.lexemes { owner[i] = Int32(number) }
        }
        sentenceOfWord = owner
    }

    /// The few words that the passes start from, so that none of them goes through all.
    ///
    /// Nothing is guessed about the next word: its number is written into every list, and stays where it is wanted.
    private static func landmarks(
        of words: [Word], _ bytes: [UInt8]
    ) -> ([Int32], [Int32], [Int32]) {
        var marks: [Int32] = []
        var cues: [Int32] = []
        let according = CueFinder.according
        let capitalized = numbers(of: words) { capitalized, capitals in
            marks = numbers(of: words) { marks, markCount in
                cues = numbers(of: words) { cues, cueCount in
                    for i in words.indices {
                        let number = Int32(truncatingIfNeeded: i)
                        capitalized[capitals] = number
                        capitals &+= mayOpenName(words[i], bytes)
                        marks[markCount] = number
                        markCount &+= words[i].mayQuote
                        cues[cueCount] = number
                        cueCount &+= mayCue(i, words, according)
                    }
                }
            }
        }
        return (capitalized, marks, cues)
    }

    @inline(__always)
    private static func numbers(
        of words: [Word], _ write: (inout UnsafeMutableBufferPointer<Int32>, inout Int) -> Void
    ) -> [Int32] {
        [Int32](unsafeUninitializedCapacity: words.count) { write(&$0, &$1) }
    }

    /// 1 for a word with a capital, or with “al-” before one, else 0.
    @inline(__always)
    private static func mayOpenName(_ word: Word, _ bytes: [UInt8]) -> Int {
        let isWord = word.kind == .word ? 1 : 0
        let third = Int(word.start) &+ 2
        if third < bytes.count, bytes[third] == UInt8(ascii: "-"), word.classes.isEmpty,
            opensWithArticle(word, bytes)
        {
            return isWord
        }
        return isWord & Int(word.shape.rawValue & Word.Shape.capitalized.rawValue)
    }

    /// 1 for a word that may carry a cue, else 0.
    @inline(__always)
    private static func mayCue(_ i: Int, _ words: [Word], _ according: UInt64) -> Int {
        let word = words[i]
        let isVerb = word.has([.verb, .speechNoun, .idiom]) ? 1 : 0
        let isAccording = word.key == according ? 1 : 0
        if word.has(.be), CueFinder.opensIdiom(i, words) { return word.kind == .word ? 1 : 0 }
        return (word.kind == .word ? 1 : 0) & (isVerb | isAccording)
    }

    /// The sentence that word `i` stands in.
    func sentence(of i: Int) -> Range<Int> {
        // A text of line breaks has words of a kind and no sentence.
        sentences.isEmpty ? Range(from: i, to: i) : sentences[Int(sentenceOfWord[i])].lexemes
    }
    /// The number of the paragraph that word `i` stands in.
    func paragraph(of i: Int) -> Int { sentences[Int(sentenceOfWord[i])].paragraph }
    /// The bytes from the first to the last of `range`; of an empty one the place where its first word would start.
    func span(_ range: Range<Int>) -> Span {
        let start =
            range.lowerBound < words.count ? Int(words[range.lowerBound].start) : bytes.count
        return Span(from: start, to: range.last.map { Int(words[$0].end) } ?? start)
    }
    /// The words of `range` as text, white space as it stands.
    func text(_ range: Range<Int>) -> String {
        guard !range.isEmpty else { return "" }
        let span = span(range)
        return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    }

    /// Whether the word may open a name: capitalized, and no function word.
    func canBeName(_ i: Int) -> Bool {
        let word = words[i]
        guard word.isCapitalized else { return word.kind == .word && opensWithArticle(i) }
        return word.kind == .word && !word.shape.contains(.clitic) && !word.has(.neverName)
            && !isPartyTag(i)
    }

    /// Whether word `i` tells party and state: “D-Calif.”, “R-Utah”.
    func isPartyTag(_ i: Int) -> Bool {
        let start = Int(words[i].start)
        guard Int(words[i].end) - start > 3, bytes[start + 1] == UInt8(ascii: "-") else {
            return false
        }
        let party = bytes[start]
        return
            (party == UInt8(ascii: "D") || party == UInt8(ascii: "R") || party == UInt8(ascii: "I"))
            && bytes[start + 2] &- 65 < 26
    }

    /// Whether the word could be the finite verb of a clause.
    func canBeFinite(_ i: Int) -> Bool {
        let word = words[i]
        if word.has([.be, .have, .modal, .doing]) { return true }
        guard word.kind == .word, !word.isCapitalized || i == sentence(of: i).lowerBound else {
            return false
        }
        if word.has(.verb) {
            return word.verb == .none || !word.form.isDisjoint(with: [.base, .third, .past])
        }
        guard bytes[Int(word.end) - 1] == UInt8(ascii: "s") else { return endsLike(i, "ed") }
        return endsLike(i, "izes") || endsLike(i, "ifies")
    }

    /// Whether the word is a surname with an Arabic article before a capital: “al-Ansari”, “El-Sayed”.
    func opensWithArticle(_ i: Int) -> Bool { Self.opensWithArticle(words[i], bytes) }

    private static func opensWithArticle(_ word: Word, _ bytes: [UInt8]) -> Bool {
        let start = Int(word.start)
        guard Int(word.end) - start > 4, bytes[start + 2] == UInt8(ascii: "-"),
            bytes[start + 1] | 0x20 == UInt8(ascii: "l"), bytes[start + 3] &- 65 < 26
        else { return false }
        return bytes[start] | 0x20 == UInt8(ascii: "a") || bytes[start] | 0x20 == UInt8(ascii: "e")
    }

    /// Whether the word's bytes end with `suffix`, which is ASCII, and have more before it.
    @inline(__always)
    func endsLike(_ i: Int, _ suffix: StaticString) -> Bool {
        let count = suffix.utf8CodeUnitCount
        let end = Int(words[i].end)
        guard end - Int(words[i].start) > count + 1 else { return false }
        return suffix.withUTF8Buffer { buffer in
            for k in 0..<count where bytes[end - count + k] != buffer[k] { return false }
            return true
        }
    }
}
