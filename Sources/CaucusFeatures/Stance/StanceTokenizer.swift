import CaucusText

/// Cuts a passage into words and marks, mentions of the target and of the speaker being one token each.
///
/// Works on UTF-8 bytes; a word is a run of letters, digits and what joins them inside (', ’, -, and bytes
/// beyond ASCII other than general punctuation). All buffers are kept from passage to passage.
struct StanceTokenizer {
    /// The tokens of the last passage.
    var tokens: [StanceToken] = []
    /// Their letters in lower case, a curly apostrophe being a straight one.
    var letters: [UInt8] = []
    /// The tokens that are the target, and those that are the speaker.
    var targets: [Int32] = []
    var speakers: [Int32] = []

    private let words = FunctionWords.table
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
        var text = passage.text
        text.withUTF8 { bytes in
            if let base = bytes.baseAddress { cut(base, bytes.count) }
            mergeMentions(passage, bytes)
        }
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
            append(0, 0, first, kind, [])
        }
        tokens[0].role = .speaker
        tokens[0].hash = 2
        tokens[0].stem = 2
    }

    private mutating func cut(_ b: UnsafePointer<UInt8>, _ count: Int) {
        var i = 0
        var startsSentence = true
        var quoted = false
        while i < count {
            let kind = Self.byteKinds[Int(b[i])]
            if kind == 0 {
                i += 1
                continue
            }
            let start = i
            let first = letters.count
            var traits: StanceToken.Traits = quoted ? .quoted : []
            if kind >= 2, let mark = Self.punctuation(b + i, count - i),
                kind == 3 || mark.kind != nil
            {
                // Marks beyond ASCII.
                guard let markKind = mark.kind else {
                    i += mark.length
                    continue
                }
                i += mark.length
                letters.append(mark.letter)
                if markKind == .quote { quoted = mark.opens ?? !quoted }
                append(start, i, first, markKind, traits)
                continue
            }
            if kind == 1 {
                let byte = b[i]
                i += 1
                letters.append(byte)
                let isQuote = byte == 0x22
                if isQuote { quoted.toggle() }
                let stops = byte == 0x2E || byte == 0x21 || byte == 0x3F
                if stops {
                    let afterInitial = byte == 0x2E && isAbbreviation()
                    if !afterInitial {
                        traits.insert(.stop)
                        startsSentence = true
                    }
                }
                append(start, i, first, isQuote ? .quote : .mark, traits)
                continue
            }
            let isNumber = (0x30...0x39).contains(b[i])
            if (0x41...0x5A).contains(b[i]) || b[i] == 0xC3 { traits.insert(.capital) }
            i = word(b, i, count)
            if startsSentence { traits.insert(.first) }
            startsSentence = false
            append(start, i, first, isNumber ? .number : .word, traits)
        }
    }

    /// Copies the letters of the word at `start` in lower case; returns where it ends.
    private mutating func word(_ b: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int {
        var i = start
        while i < count {
            let byte = b[i]
            if (0x41...0x5A).contains(byte) {
                letters.append(byte | 0x20)
                i += 1
            } else if Self.byteKinds[Int(byte)] == 4 {
                letters.append(byte)
                i += 1
            } else if byte == 0x27 || byte == 0x2D || byte == 0x2E || byte == 0x2C {
                guard i > start, i + 1 < count, Self.byteKinds[Int(b[i + 1])] == 4 else { break }
                let digits = (0x30...0x39).contains(b[i - 1]) && (0x30...0x39).contains(b[i + 1])
                if byte == 0x2C || byte == 0x2E, !digits { break }
                if byte == 0x27, isPossessive(b, i + 1, count) { break }
                letters.append(byte)
                i += 1
            } else if byte >= 0x80 {
                guard let mark = Self.punctuation(b + i, count - i) else {
                    letters.append(byte)
                    i += 1
                    continue
                }
                // ’ inside a word, other than before a possessive s.
                guard mark.letter == 0x27, i > start, i + 3 < count,
                    Self.byteKinds[Int(b[i + 3])] == 4, !isPossessive(b, i + 3, count)
                else { break }
                letters.append(0x27)
                i += mark.length
            } else {
                break
            }
        }
        return max(i, start + 1)
    }

    /// Whether the byte at `i` is an s that ends its word.
    private func isPossessive(_ b: UnsafePointer<UInt8>, _ i: Int, _ count: Int) -> Bool {
        guard i < count, b[i] | 0x20 == 0x73 else { return false }
        return i + 1 >= count || Self.byteKinds[Int(b[i + 1])] != 4 && b[i + 1] < 0x80
    }

    private func isAbbreviation() -> Bool {
        guard let last = tokens.last, last.kind == .word, last.traits.contains(.capital) else {
            return false
        }
        if last.count == 1 { return true }
        return last.wordClass == .title
            || Self.isShortTitle(letters, Int(last.letters), Int(last.count))
    }

    private static func isShortTitle(_ letters: [UInt8], _ start: Int, _ count: Int) -> Bool {
        // Sen., Rep., Gov., Lt., Jr., St., Col., Gen.
        guard count <= 3 else { return false }
        switch (
            letters[start], count > 1 ? letters[start + 1] : 0, count > 2 ? letters[start + 2] : 0
        ) {
        case (0x73, 0x65, 0x6E), (0x72, 0x65, 0x70), (0x67, 0x6F, 0x76), (0x6C, 0x74, 0),
            (0x6A, 0x72, 0),
            (0x73, 0x74, 0), (0x63, 0x6F, 0x6C), (0x67, 0x65, 0x6E):
            return true
        default: return false
        }
    }

    mutating func setValence(_ valence: Float, category: UInt8, of i: Int) {
        tokens[i].valence = valence
        tokens[i].category = category
    }

    private mutating func append(
        _ start: Int, _ end: Int, _ first: Int, _ kind: StanceToken.Kind,
        _ traits: StanceToken.Traits
    ) {
        let count = letters.count - first
        var token = StanceToken(
            start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
            letters: Int32(truncatingIfNeeded: first), count: Int32(truncatingIfNeeded: count),
            stemCount: Int32(truncatingIfNeeded: count), kind: kind, traits: traits)
        letters.withUnsafeBufferPointer { all in
            guard let base = all.baseAddress, count > 0 else { return }
            let p = base + first
            token.hash = TermKey.hash(p, count)
            let stem = Self.stemLength(p, count)
            token.stemCount = Int32(stem)
            token.stem = stem == count ? token.hash : TermKey.hash(p, stem)
        }
        if kind == .word {
            token.wordClass = words.kind(token.hash)
            // 's and ' after a word belong to it.
            if count == 1, letters[first] == 0x73, let last = tokens.indices.last,
                tokens[last].kind == .mark,
                letters[Int(tokens[last].letters)] == 0x27, tokens[last].end == token.start
            {
                tokens.removeLast()
                if let owner = tokens.indices.last, tokens[owner].end + 3 >= token.start {
                    tokens[owner].traits.insert(.possessive)
                }
                return
            }
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
