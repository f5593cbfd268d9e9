@_spi(HashTable) package import CaucusText

extension ValenceLexicon {
    /// A word or a phrase of the lexicon in a text.
    package struct Match: Sendable, Hashable {
        /// What the lexicon says.
        package var entry: Entry
        /// How many lexemes it takes, at least 1.
        package var words: Int
    }

    /// The key of a phrase from the key of its beginning and that of its next word.
    @inline(__always)
    static func phraseKey(_ beginning: UInt64, _ word: UInt64) -> UInt64 {
        (beginning &* 0x9E37_79B9_7F4A_7C15 ^ beginning >> 32) &+ word
    }

    /// The longest word or phrase that begins with lexeme `i`, or `nil`.
    ///
    /// - Complexity: one probe; a probe a word more where the word opens phrases.
    @inline(__always)
    package func match(
        at i: Int, in lexemes: UnsafeBufferPointer<Lexeme>, of text: UnsafeBufferPointer<UInt8>
    ) -> Match? {
        let first = lexemes[i]
        guard case .word = first.kind else { return nil }
        let known = exact[first.key]
        if known == nil, !hasOpenings { return nil }
        return slowMatch(at: i, in: lexemes, of: text, known)
    }

    /// The same over arrays.
    package func match(at i: Int, in lexemes: [Lexeme], of text: [UInt8]) -> Match? {
        guard lexemes.indices.contains(i) else { return nil }
        return lexemes.withUnsafeBufferPointer { lexemes in
            text.withUnsafeBufferPointer { match(at: i, in: lexemes, of: $0) }
        }
    }

    private func slowMatch(
        at i: Int, in lexemes: UnsafeBufferPointer<Lexeme>, of text: UnsafeBufferPointer<UInt8>,
        _ known: Entry?
    ) -> Match? {
        var best: Match?
        if let known, known.opens > 1 {
            best = phrase(at: i, in: lexemes, of: text, longest: Int(known.opens))
        }
        if let best { return best }
        let word = known.flatMap { $0.isListed ? $0 : nil }
        let entry = hasOpenings ? later(word, opening(of: slice(lexemes[i], of: text))) : word
        return entry.map { Match(entry: $0, words: 1) }
    }

    private func phrase(
        at i: Int, in lexemes: UnsafeBufferPointer<Lexeme>, of text: UnsafeBufferPointer<UInt8>,
        longest: Int
    ) -> Match? {
        var best: Match?
        var key = lexemes[i].key
        for words in 2...max(2, longest) {
            let last = i + words - 1
            guard last < lexemes.count, case .word = lexemes[last].kind else { break }
            let before = key
            key = Self.phraseKey(before, lexemes[last].key)
            var found = exact[key]
            if hasOpenings {
                let opening = opening(of: slice(lexemes[last], of: text), after: before)
                found = later(found, opening)
            }
            if let found, found.isListed { best = Match(entry: found, words: words) }
        }
        return best
    }

    /// The entry of the longest opening that `word` begins with; within a phrase, `before` is the
    /// key of the words before it.
    func opening(of word: UnsafeBufferPointer<UInt8>, after before: UInt64? = nil) -> Entry? {
        var best: Entry?
        var key = LetterFolding.seed
        var i = 0
        while i < min(word.count, openingLengths.upperBound) {
            var length = 1
            if word[i] < 0x80 {
                key = LetterFolding.extend(key, with: UInt32(word[i]))
            } else if let base = word.baseAddress {
                let scalar = Lettering.scalar(at: base + i, count: word.count - i)
                key = LetterFolding.extend(key, with: scalar.value)
                length = scalar.length
            }
            i += length
            guard i >= openingLengths.lowerBound else { continue }
            let place = before.map { Self.phraseKey($0, key) } ?? key
            if let found = openings[place] { best = found }
        }
        return best
    }

    /// Of a word and an opening: the one of the later file, of the same file the word.
    func later(_ word: Entry?, _ opening: Entry?) -> Entry? {
        guard let word, let opening else { return word ?? opening }
        return opening.file > word.file ? opening : word
    }

    private func slice(
        _ lexeme: Lexeme, of text: UnsafeBufferPointer<UInt8>
    ) -> UnsafeBufferPointer<UInt8> {
        let start = min(Int(lexeme.start), text.count)
        let end = min(max(Int(lexeme.end), start), text.count)
        return UnsafeBufferPointer(rebasing: text[start..<end])
    }
}
