import CaucusLanguage
import CaucusText

/// Cuts a passage into words and marks, mentions of the target and of the speaker being one token each.
///
/// Words and marks are those of CaucusText's ``Tokenizer``, but that “he'll” is one word and “Hale's” is “Hale” that
/// owns something. All buffers are kept from passage to passage.
struct StanceTokenizer {
    /// The tokens of the last passage.
    var tokens: [StanceToken] = []
    /// Their letters in lower case, a curly apostrophe being a straight one.
    var letters: [UInt8] = []
    /// The tokens that are the target, and those that are the speaker.
    var targets: [Int32] = []
    var speakers: [Int32] = []

    private let lexicon = Lexicon.standard
    /// The words of the given mentions of the target.
    var targetWords: [StanceToken] = []
    /// What mentions are called elsewhere in the text.
    var surnames: [(hash: UInt64, role: StanceToken.Role)] = []

    /// Reads a passage.
    mutating func read(_ passage: Passage) {
        tokens.removeAll(keepingCapacity: true)
        letters.removeAll(keepingCapacity: true)
        targetWords.removeAll(keepingCapacity: true)
        if passage.isSpeech { addSpeech() }
        cut(Array(passage.text.utf8))
        mergeMentions(passage)
        findCoreferents()
        if !passage.isSpeech, !passage.speakers.isEmpty {
            putReportFirst()
            putActive()
        }
        noteClauses()
    }

    /// “SPEAKER:”, which stands on no byte of the text; a verb would say more than is known.
    private mutating func addSpeech() {
        for (kind, word) in [(StanceToken.Kind.word, ""), (.mark, ":")] {
            let first = letters.count
            letters.append(contentsOf: word.utf8)
            append(0, 0, first, kind)
        }
        tokens[0].role = .speaker
        tokens[0].hash = 2
        tokens[0].stem = 2
    }

    private mutating func cut(_ bytes: [UInt8]) {
        var startsSentence = true
        var isQuoted = false
        for lexeme in Tokenizer().lexemes(of: bytes) {
            let first = letters.count
            var traits: StanceToken.Traits = isQuoted ? .quoted : []
            switch lexeme.kind {
            case .lineBreak: continue
            case .word, .number:
                if lexeme.shape.contains(.clitic), join(lexeme, bytes) { continue }
                if lexeme.shape.contains(.capitalized) { traits.insert(.capital) }
                if startsSentence { traits.insert(.first) }
                startsSentence = false
                addLetters(of: lexeme, bytes)
                append(
                    Int(lexeme.start), Int(lexeme.end), first,
                    lexeme.kind == .word ? .word : .number, traits,
                    lexicon[lexeme.key].joining)
            default:
                guard let letter = Self.letter(of: lexeme, bytes[Int(lexeme.start)]) else {
                    continue
                }
                letters.append(letter)
                if letter == 0x22 { isQuoted = Self.opens(lexeme) ?? !isQuoted }
                if lexeme.kind == .stop {
                    traits.insert(.stop)
                    startsSentence = true
                }
                append(
                    Int(lexeme.start), Int(lexeme.end), first, letter == 0x22 ? .quote : .mark,
                    traits)
            }
        }
    }

    /// Takes a clitic into the word before it: “'s” says that it owns something, “'ll” is part of it.
    private mutating func join(_ clitic: Lexeme, _ bytes: [UInt8]) -> Bool {
        guard let word = tokens.last, word.end == Int32(clitic.start), word.kind == .word else {
            return false
        }
        if clitic.key == Self.owning {
            tokens[tokens.count - 1].traits.insert(.possessive)
            return true
        }
        tokens.removeLast()
        addLetters(of: clitic, bytes)
        append(Int(word.start), Int(clitic.end), Int(word.letters), .word, word.traits)
        return true
    }

    private static let owning = LetterFolding.key(of: "'s")

    /// Copies the letters of a word in lower case, without the stop of an abbreviation.
    private mutating func addLetters(of lexeme: Lexeme, _ bytes: [UInt8]) {
        let end = Int(lexeme.end) - (lexeme.shape.contains(.abbreviated) ? 1 : 0)
        var i = Int(lexeme.start)
        while i < end {
            if bytes[i] == 0xE2, i + 2 < end, bytes[i + 1] == 0x80, bytes[i + 2] == 0x99 {
                letters.append(0x27)
                i += 3
            } else {
                letters.append(bytes[i] &- 65 < 26 ? bytes[i] | 0x20 : bytes[i])
                i += 1
            }
        }
    }

    /// The mark of ASCII that a mark is read as, `byte` being its first; `nil` for one that is read as a space.
    private static func letter(of lexeme: Lexeme, _ byte: UInt8) -> UInt8? {
        switch lexeme.kind {
        case .doubleStraight, .doubleOpen, .doubleClose, .guillemetOpen, .guillemetClose: 0x22
        case .singleOpen: 0x60
        case .singleClose, .singleStraight: 0x27
        case .dash: 0x2D
        case .stop: byte < 0x80 ? byte : 0x2E
        default: byte < 0x80 ? byte : nil
        }
    }

    /// Whether a quotation mark opens a quotation, or `nil` for `"`.
    private static func opens(_ mark: Lexeme) -> Bool? {
        mark.kind == .doubleStraight
            ? nil : mark.kind == .doubleOpen || mark.kind == .guillemetOpen
    }

    mutating func setValence(_ valence: Float, category: UInt8, of i: Int) {
        tokens[i].valence = valence
        tokens[i].category = category
    }

    private mutating func append(
        _ start: Int, _ end: Int, _ first: Int, _ kind: StanceToken.Kind,
        _ traits: StanceToken.Traits = [], _ joining: JoiningClass = .content
    ) {
        let count = letters.count - first
        var token = StanceToken(
            start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
            letters: Int32(truncatingIfNeeded: first), count: Int32(truncatingIfNeeded: count),
            stemCount: Int32(truncatingIfNeeded: count), kind: kind, traits: traits,
            wordClass: kind == .word ? joining : .content)
        letters.withUnsafeBufferPointer { all in
            guard let base = all.baseAddress, count > 0 else { return }
            let p = base + first
            token.hash = TermKey.hash(p, count)
            let stem = Self.stemLength(p, count)
            token.stemCount = Int32(stem)
            token.stem = stem == count ? token.hash : TermKey.hash(p, stem)
        }
        tokens.append(token)
    }

    /// The bytes of the first five letters.
    @inline(__always)
    private static func stemLength(_ p: UnsafePointer<UInt8>, _ count: Int) -> Int {
        guard count > 5 else { return count }
        var letters = 0
        for i in 0..<count {
            if p[i] & 0xC0 != 0x80 {
                if letters == 5 { return i }
                letters += 1
            }
        }
        return count
    }
}
