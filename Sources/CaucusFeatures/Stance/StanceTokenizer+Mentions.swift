import CaucusText

extension StanceTokenizer {
    /// Joins the tokens of each mention into one.
    mutating func mergeMentions(_ passage: Passage) {
        surnames.removeAll(keepingCapacity: true)
        for span in passage.targets { merge(span, .target) }
        for span in passage.speakers { merge(span, .speaker) }
    }

    private mutating func merge(_ span: Span, _ role: StanceToken.Role) {
        guard !span.isEmpty, span.start >= 0, span.end <= Int(Int32.max) else { return }
        let (start, end) = (Int32(span.start), Int32(span.end))
        let first = tokens.partitionPoint { $0.end > start }
        var last = first
        while last < tokens.count, tokens[last].start < end { last += 1 }
        guard first < last else { return }
        for i in first..<last where tokens[i].role != .plain { return }
        noteSurname(first..<last, role)
        if role == .target {
            for i in first..<last where tokens[i].kind == .word { targetWords.append(tokens[i]) }
        }
        collapse(first..<last, role)
    }

    /// The last capitalized word of a mention stands for it elsewhere.
    private mutating func noteSurname(_ range: Range<Int>, _ role: StanceToken.Role) {
        for i in range.reversed() {
            let token = tokens[i]
            guard token.kind == .word, token.traits.contains(.capital), token.count >= 2 else {
                continue
            }
            if token.wordClass == .content { surnames.append((token.hash, role)) }
            return
        }
    }

    private mutating func collapse(_ range: Range<Int>, _ role: StanceToken.Role) {
        var merged = tokens[range.lowerBound]
        merged.end = tokens[range.upperBound - 1].end
        merged.role = role
        merged.kind = .word
        merged.traits.remove(.stop)
        if range.count == 1, merged.wordClass == .pronoun { merged.traits.insert(.pronoun) }
        for i in range where tokens[i].traits.contains(.possessive) {
            merged.traits.insert(.possessive)
        }
        if merged.traits.contains(.pronoun), isPossessivePronoun(merged) {
            merged.traits.insert(.possessive)
        }
        // A mark may close the mention: Trump’
        let lastMark = tokens[range.upperBound - 1]
        if range.count > 1, lastMark.kind == .mark, letters[Int(lastMark.letters)] == 0x27 {
            merged.traits.insert(.possessive)
        }
        merged.wordClass = .content
        merged.valence = 0
        merged.hash = role == .target ? 1 : 2
        merged.stem = merged.hash
        tokens.replaceSubrange(range, with: CollectionOfOne(merged))
    }

    private func isPossessivePronoun(_ token: StanceToken) -> Bool {
        let bytes = letters[Int(token.letters)..<Int(token.letters + token.count)]
        return bytes.elementsEqual("his".utf8) || bytes.elementsEqual("their".utf8)
            || bytes.elementsEqual("its".utf8)
    }

    /// Other places where a mention's last name stands become mentions.
    mutating func findCoreferents() {
        guard !surnames.isEmpty else { return }
        var i = 0
        while i < tokens.count {
            let token = tokens[i]
            guard token.role == .plain, token.kind == .word, token.traits.contains(.capital),
                let surname = surnames.first(where: { $0.hash == token.hash })
            else {
                i += 1
                continue
            }
            var first = i
            while first > 0, i - first < 3, tokens[first - 1].role == .plain,
                tokens[first - 1].kind == .word,
                tokens[first - 1].traits.contains(.capital),
                tokens[first - 1].wordClass == .content,
                !tokens[first - 1].traits.contains(.possessive)
            {
                first -= 1
            }
            collapse(first..<(i + 1), surname.role)
            i = first + 1
        }
    }
}
