extension StanceTokenizer {
    /// Numbers the clauses and lists the mentions.
    mutating func noteClauses() {
        targets.removeAll(keepingCapacity: true)
        speakers.removeAll(keepingCapacity: true)
        var clause: Int32 = 0
        var sinceNegation = 4
        for i in tokens.indices {
            let token = tokens[i]
            switch token.kind {
            case .mark:
                let letter = letters[Int(token.letters)]
                if Self.breaksClause(letter) {
                    clause += 1
                    sinceNegation = 4
                }
            case .quote: clause += 1
            case .word, .number:
                if token.wordClass == .breaker || token.wordClass == .relative {
                    clause += 1
                    sinceNegation = 4
                }
                if sinceNegation < 4 { tokens[i].traits.insert(.negated) }
                sinceNegation = token.wordClass == .negator ? 0 : sinceNegation + 1
                if i > 0, tokens[i - 1].wordClass == .intensifier {
                    tokens[i].traits.insert(.raised)
                }
                if token.role == .target { targets.append(Int32(truncatingIfNeeded: i)) }
                if token.role == .speaker { speakers.append(Int32(truncatingIfNeeded: i)) }
            }
            tokens[i].clause = clause
        }
    }

    private static func breaksClause(_ letter: UInt8) -> Bool {
        switch letter {
        case 0x2C, 0x2E, 0x3A, 0x3B, 0x28, 0x29, 0x21, 0x3F, 0x2D: true
        default: false
        }
    }
}
