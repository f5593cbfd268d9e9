import CaucusLanguage

/// What a speaker says is short and in the first person, and often praises first what it then condemns: how it is
/// built, and what it ends with, tell more than its words alone.
extension StanceReader {
    /// The features of a passage that is a speech.
    mutating func addSpeech() {
        let first = tokens.first?.role == .speaker ? 2 : 0
        guard first < tokens.count else { return }
        let closing = closingStart(from: first)
        if has(.pattern) { addPatterns(.pattern, first..<tokens.count, shortest: 2) }
        if has(.closingPattern) {
            addPatterns(.closingPattern, closing..<tokens.count, shortest: 1)
        }
        if has(.closing) {
            for i in closing..<tokens.count where tokens[i].kind == .word {
                add(.closing, .stem(i), at: i)
            }
        }
        if has(.closingValence) { addClosingValence(first, closing) }
        if has(.denied) { addDenied(first..<tokens.count) }
        if has(.piece) { addPieces(first..<tokens.count) }
    }

    /// Where the last sentence begins, or what follows its last “but”.
    private func closingStart(from first: Int) -> Int {
        var end = tokens.count
        while end > first, tokens[end - 1].kind != .word, tokens[end - 1].kind != .number {
            end -= 1
        }
        var i = end - 1
        while i > first, !tokens[i - 1].traits.contains(.stop) {
            if i < end - 2, tokens[i].hash == Self.but { return i + 1 }
            i -= 1
        }
        return max(i, first)
    }

    private mutating func addClosingValence(_ first: Int, _ closing: Int) {
        for i in first..<tokens.count where tokens[i].valence != 0 {
            let place: StanceCode = i >= closing ? .end : .opening
            let polarity = polarity(tokens[i])
            add(.closingValence, place, polarity, at: i)
            let size = abs(tokens[i].valence) / 2
            add(.closingValence, place, polarity, .sum, value: size, at: i)
        }
    }

    /// Neighbors by two and three, or by one to three.
    private mutating func addPatterns(_ space: StanceSpace, _ range: Range<Int>, shortest: Int) {
        var (a, b) = (StancePart.none, StancePart.none)
        for i in range {
            let (first, second) = shape(of: i)
            for c in [first, second] where c != .none {
                if shortest == 1 { add(space, c, at: i) }
                if b != .none { add(space, b, c, at: i) }
                if a != .none { add(space, a, b, c, at: i) }
                (a, b) = (b, c)
            }
        }
    }

    /// What stands for a token in a pattern: itself where it is a small word, else its kind; a pronoun with
    /// its verb (“she’s”), and a verb with its negation (“didn’t”), are two.
    private func shape(of i: Int) -> (StancePart, StancePart) {
        let token = tokens[i]
        switch token.kind {
        case .quote: return (.none, .none)
        case .mark: return (isStrongMark(i) ? .word(i) : .none, .none)
        case .number: return (.fixed(.amount), .none)
        case .word: break
        }
        if token.role != .plain { return (.word(i), owner(token)) }
        if let pronoun = PatternWords.table.person[token.hash] {
            return (.fixed(pronoun), owner(token))
        }
        if token.valence != 0, token.wordClass != .negator, token.wordClass != .intensifier {
            return (.fixed(token.valence > 0 ? .good : .bad), .none)
        }
        if isDenied(token) { return (.fixed(.does), .fixed(.denied)) }
        if token.wordClass == .negator, PatternWords.table.denials.contains(token.hash) {
            return (.fixed(.denied), .none)
        }
        if token.wordClass != .content || PatternWords.table.kept.contains(token.hash) {
            return (.word(i), owner(token))
        }
        return (.fixed(ending(token)), owner(token))
    }

    /// “’s” after a word.
    private func owner(_ token: StanceToken) -> StancePart {
        token.traits.contains(.possessive) ? .fixed(.possessive) : .none
    }

    private func isStrongMark(_ i: Int) -> Bool {
        switch tokenizer.letters[Int(tokens[i].letters)] {
        case 0x2C, 0x2E, 0x21, 0x3F, 0x3A, 0x3B: true
        default: false
        }
    }

    /// Whether a word ends with n't.
    private func isDenied(_ token: StanceToken) -> Bool {
        let end = Int(token.letters + token.count)
        let letters = tokenizer.letters
        return token.count > 3 && letters[end - 1] == 0x74 && letters[end - 2] == 0x27
            && letters[end - 3] == 0x6E
    }

    /// The kind of a word of content by its last letters.
    private func ending(_ token: StanceToken) -> StanceCode {
        guard token.count > 4 else { return .thing }
        let end = Int(token.letters + token.count)
        let letters = tokenizer.letters
        switch (letters[end - 3], letters[end - 2], letters[end - 1]) {
        case (0x69, 0x6E, 0x67): return .doing
        case (_, 0x65, 0x64): return .did
        case (_, 0x6C, 0x79): return .manner
        case (_, _, 0x73): return .many
        default: return .thing
        }
    }

    private static let but = PatternWords.hash("but")
}

/// The words that patterns of speech keep, or put together.
struct PatternWords: Sendable {
    static let table = PatternWords()

    /// Pronouns that may stand for the target, by case.
    let person: [UInt64: StanceCode]
    /// Plain words of denial.
    let denials: Set<UInt64>
    /// Words that are kept beside the joining words.
    let kept: Set<UInt64>

    private init() {
        var person: [UInt64: StanceCode] = [:]
        for (code, group) in [(StanceCode.he, "subject"), (.him, "object"), (.his, "owner")] {
            for word in Self.hashes(group) { person[word] = code }
        }
        self.person = person
        denials = Self.hashes("denial")
        kept = Self.hashes("kept")
    }

    /// The words of a group of `speech-patterns.txt`.
    static func hashes(_ group: String) -> Set<UInt64> {
        Set(English.words(group, of: .speechPatterns).map(hash))
    }

    static func hash(_ word: String) -> UInt64 {
        let bytes = Array(word.utf8)
        return bytes.withUnsafeBufferPointer { b in
            b.baseAddress.map { TermKey.hash($0, b.count) } ?? 0
        }
    }
}
