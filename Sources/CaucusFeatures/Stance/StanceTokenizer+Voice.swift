/// “Hale was praised by Orne for” is read as “Orne praised Hale for”.
extension StanceTokenizer {
    /// Puts the first passive whose agent is the speaker, and whose subject is the target, into the active.
    mutating func putActive() {
        for s in tokens.indices where tokens[s].role == .speaker {
            guard let by = agentMark(before: s), let verb = participle(before: by),
                let be = auxiliary(before: verb), let subject = subject(before: be)
            else { continue }
            let moved =
                Array(tokens[by + 1...s]) + Array(tokens[be + 1...verb])
                + Array(tokens[subject..<be]) + Array(tokens[verb + 1..<by])
            tokens.replaceSubrange(subject...s, with: moved)
            return
        }
    }

    /// The “by” before the speaker and their titles.
    private func agentMark(before s: Int) -> Int? {
        var i = s - 1
        while i >= 0, s - i <= 5, tokens[i].kind == .word, tokens[i].role == .plain {
            if tokens[i].hash == Self.by { return i }
            guard tokens[i].wordClass != .auxiliary, tokens[i].wordClass != .preposition else {
                return nil
            }
            i -= 1
        }
        return nil
    }

    /// A word that ends like a participle, with a form of “be” before it.
    private func participle(before by: Int) -> Int? {
        var i = by - 1
        while i > 0, by - i <= 7, tokens[i].kind == .word, tokens[i].role == .plain {
            if endsLikeParticiple(i), auxiliary(before: i) != nil { return i }
            i -= 1
        }
        return nil
    }

    private func endsLikeParticiple(_ i: Int) -> Bool {
        let token = tokens[i]
        guard token.count > 3, token.wordClass == .content else { return false }
        let end = Int(token.letters + token.count)
        return letters[end - 2] == 0x65 && (letters[end - 1] == 0x64 || letters[end - 1] == 0x6E)
    }

    /// The form of “be” before a participle and its adverbs.
    private func auxiliary(before verb: Int) -> Int? {
        var i = verb - 1
        while i > 0, verb - i <= 3, tokens[i].kind == .word, tokens[i].role == .plain {
            if Self.be.contains(tokens[i].hash) { return i }
            guard tokens[i].wordClass != .negator else { return nil }
            i -= 1
        }
        return nil
    }

    /// The target that the passive is said of, with what it owns: “Hale's plan was …”.
    private func subject(before be: Int) -> Int? {
        var i = be - 1
        while i >= 0, be - i <= 6, tokens[i].kind == .word {
            if tokens[i].role == .target { return i }
            guard tokens[i].role == .plain else { return nil }
            i -= 1
        }
        return nil
    }

    private static let by = PatternWords.hash("by")
    private static let be = Set(
        ["is", "are", "was", "were", "be", "been", "being", "got"].map(PatternWords.hash))
}
