extension StanceReader {
    /// The word and the pair of words on each side of each mention.
    mutating func addBeside() {
        for target in tokenizer.targets {
            let t = Int(target)
            if t > 0 { add(.beside, .word(t - 1), .fixed(.left), at: t - 1) }
            if t + 1 < tokens.count { add(.beside, .fixed(.right), .word(t + 1), at: t + 1) }
            if t > 1 {
                add(.beside, .word(t - 2), .word(t - 1), .fixed(.left), at: t - 1, and: t - 2)
            }
            if t + 2 < tokens.count {
                add(.beside, .fixed(.right), .word(t + 1), .word(t + 2), at: t + 1, and: t + 2)
            }
        }
    }

    /// Whether token `i` looks like a passive participle: "was blamed", "being accused".
    func isPassive(_ i: Int) -> Bool {
        guard endsLikeParticiple(i) else { return false }
        var k = i - 1
        while k >= 0, i - k <= 3, tokens[k].kind == .word {
            if tokens[k].wordClass == .auxiliary { return isBe(k) }
            guard
                tokens[k].wordClass == .intensifier || tokens[k].wordClass == .negator
                    || ends(k, 0x6C, 0x79)  // ly
            else { return false }
            k -= 1
        }
        return false
    }

    private func endsLikeParticiple(_ i: Int) -> Bool {
        let token = tokens[i]
        guard token.kind == .word, token.role == .plain else { return false }
        return ends(i, 0x65, 0x64) || ends(i, 0x65, 0x6E)  // ed, en
    }

    /// Whether a word of four letters and more ends with these two.
    private func ends(_ i: Int, _ a: UInt8, _ b: UInt8) -> Bool {
        let token = tokens[i]
        guard token.count > 3 else { return false }
        let end = Int(token.letters + token.count)
        return tokenizer.letters[end - 2] == a && tokenizer.letters[end - 1] == b
    }

    /// Of the auxiliaries: is, are, was, were, be, been, being, got.
    private func isBe(_ i: Int) -> Bool {
        let token = tokens[i]
        switch tokenizer.letters[Int(token.letters)] {
        case 0x62, 0x67: return true
        case 0x77: return token.count <= 4
        case 0x69, 0x61: return token.count <= 3
        default: return false
        }
    }
}
