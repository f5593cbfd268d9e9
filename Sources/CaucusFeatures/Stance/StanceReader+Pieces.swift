/// Speeches are short and labels few: most of their words are met once. What a word is built of, and whether it is
/// said or denied, is met more often.
extension StanceReader {
    /// Stems after a negation, up to the next mark, apart from the others.
    ///
    /// ``StanceToken/Traits/negated`` reaches three words, which suits the lexicon; “nobody in our street ever had a
    /// good word for her” denies more.
    mutating func addDenied(_ range: Range<Int>) {
        var isDenied = false
        for i in range {
            let token = tokens[i]
            guard token.kind == .word || token.kind == .number else {
                isDenied = false
                continue
            }
            if token.wordClass == .negator {
                isDenied = true
            } else if token.kind == .word, token.wordClass == .content {
                add(.denied, .fixed(isDenied ? .denied : .does), .stem(i), at: i)
            }
        }
    }

    /// The first three, four, six and seven letters of words of content, of which five are the stem, and the last
    /// three and four.
    mutating func addPieces(_ range: Range<Int>) {
        for i in range {
            let token = tokens[i]
            guard token.kind == .word, token.role == .plain, token.wordClass == .content,
                token.count > 3, isASCII(token)
            else { continue }
            for letters in [3, 4, 6, 7] where letters <= token.count {
                add(.piece, .fixed(.start), .piece(i, letters, atEnd: false), at: i)
            }
            for letters in [3, 4] where letters < token.count {
                add(.piece, .fixed(.end), .piece(i, letters, atEnd: true), at: i)
            }
        }
    }

    /// Where the bytes of a piece stand among the letters.
    func range(ofPiece part: StancePart) -> Range<Int> {
        let (token, letters, atEnd) = part.piece
        let (start, count) = (Int(tokens[token].letters), Int(tokens[token].count))
        return atEnd ? start + count - letters..<start + count : start..<start + letters
    }

    func hash(ofPiece part: StancePart) -> UInt64 {
        let range = range(ofPiece: part)
        return tokenizer.letters.withUnsafeBufferPointer { letters in
            letters.baseAddress.map { TermKey.hash($0 + range.lowerBound, range.count) } ?? 0
        }
    }

    private func isASCII(_ token: StanceToken) -> Bool {
        let start = Int(token.letters)
        return tokenizer.letters[start..<start + Int(token.count)].allSatisfy { $0 < 0x80 }
    }
}
