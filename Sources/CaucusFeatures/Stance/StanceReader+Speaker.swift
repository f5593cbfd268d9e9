extension StanceReader {
    /// The speaker and the target that stand nearest to each other.
    private func closestPair() -> (speaker: Int, target: Int)? {
        var best: (speaker: Int, target: Int)?
        for s in tokenizer.speakers {
            for t in tokenizer.targets {
                let gap = abs(Int(s) - Int(t))
                if let known = best, abs(known.speaker - known.target) <= gap { continue }
                best = (Int(s), Int(t))
            }
        }
        return best
    }

    mutating func addSpeaker() {
        guard let (s, t) = closestPair() else {
            if !tokenizer.targets.isEmpty, has(.flag) { add(.flag, .noSpeaker) }
            return
        }
        let order: StanceCode = s < t ? .speakerFirst : .targetFirst
        let (low, high) = (min(s, t), max(s, t))
        let gap = high - low - 1
        if has(.flag) {
            add(.flag, order)
            add(.flag, order, gap < 2 ? .adjacent : gap < 6 ? .short : gap < 14 ? .medium : .long)
            if tokens[s].clause == tokens[t].clause { add(.flag, order, .sameClause) }
            if tokens[s].traits.contains(.possessive) { add(.flag, order, .possessive, .left) }
            if tokens[t].traits.contains(.possessive) { add(.flag, order, .possessive, .right) }
        }
        if has(.between) { addBetween(low, high, order) }
        if has(.polarBetween) { addPolarBetween(low, high, order) }
        if has(.speaker) { addSpeakersVerb(s, order) }
    }

    private mutating func addBetween(_ low: Int, _ high: Int, _ order: StanceCode) {
        guard high > low + 1 else {
            add(.between, order, .adjacent)
            return
        }
        for i in (low + 1)..<min(high, low + 24) where tokens[i].kind == .word {
            add(.between, .fixed(order), .stem(i), at: i)
        }
        if high - low <= 3 {
            add(
                .between, .fixed(order), .word(low + 1), high - low == 3 ? .word(low + 2) : .none,
                value: 1.5, at: low + 1)
        }
    }

    private mutating func addPolarBetween(_ low: Int, _ high: Int, _ order: StanceCode) {
        var any = false
        for i in tokens.indices where tokens[i].valence != 0 {
            let place: StanceCode = i < low ? .before : i > high ? .after : .here
            let polarity = polarity(tokens[i])
            if place == .here { any = true }
            add(.polarBetween, order, place, polarity, at: i)
            if place == .here {
                let passive = isPassive(i)
                add(
                    .polarBetween, order, strength(tokens[i].valence), passive ? .passive : .does,
                    at: i)
                add(.polarBetween, .category(tokens[i].category), order, polarity, at: i)
            }
        }
        if !any { add(.polarBetween, order, .here, .all) }
    }

    /// The words right after the speaker, and the verb: the first content word there.
    private mutating func addSpeakersVerb(_ s: Int, _ order: StanceCode) {
        var i = s + 1
        var seen = 0
        while i < tokens.count, i - s <= 8, seen < 3 {
            let token = tokens[i]
            if token.kind == .quote || token.role == .speaker { break }
            if token.kind == .word, token.role == .plain, token.wordClass == .content {
                add(
                    .speaker, .fixed(order), .stem(i), .fixed(seen == 0 ? .does : .after),
                    value: seen == 0 ? 1 : 0.6, at: i)
                seen += 1
            }
            i += 1
        }
        if s > 0, tokens[s - 1].kind == .word {
            add(.speaker, .fixed(.left), .stem(s - 1), .fixed(order), at: s - 1)
        }
        if s + 1 < tokens.count {
            add(.speaker, .fixed(.right), .stem(s + 1), .fixed(order), at: s + 1)
        }
    }
}
