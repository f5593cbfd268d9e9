import CaucusText

/// Subjects that a verb shares with another one.
extension CueFinder {
    /// The source of the nearest cue before `v` in its sentence that has a subject; looks at four cues.
    func lastSource(before v: Int, _ sentence: Range<Int>) -> NounPhrase? {
        for last in cues.suffix(4).reversed() {
            guard last.head >= sentence.lowerBound else { return nil }
            if isReduced(last) { continue }
            guard let source = last.source, source.words.upperBound <= v,
                last.pattern == .verb || last.pattern == .trailing
            else { return nil }
            return source
        }
        return nil
    }

    /// “a group attacking Roe”, “asked by Roe”, “known for”: no verb whose subject another verb takes over.
    private func isReduced(_ cue: Cue) -> Bool {
        if cue.isPassive { return true }
        let form = word(cue.head).form
        if cue.isParticipial, let source = cue.source {
            return source.words.upperBound == cue.words.lowerBound
        }
        return cue.words.count == 1 && form.contains(.participle)
            && form.isDisjoint(with: [.past, .base, .third, .gerund])
    }

    /// The subject of the finite verb nearest before `v`; looks at 30 words.
    func lastSubject(before v: Int, _ sentence: Range<Int>) -> NounPhrase? {
        var i = v - 1
        while i > sentence.lowerBound, v - i < 30 {
            defer { i -= 1 }
            guard phrases.quoteOfWord[i] < 0, phrases.names.mentionOfWord[i] < 0,
                reading.canBeFinite(i), !isNounLike(i)
            else { continue }
            var end = i
            // “Roe also disagreed”
            while end > sentence.lowerBound + 1, i - end < 3, word(end - 1).has(.adverb),
                !word(end - 1).has([.preposition, .indefinitePronoun])
            {
                end -= 1
            }
            if let found = phrases.subject(before: end, from: sentence.lowerBound),
                found.mention >= 0 || found.kind == .pronoun
                    || word(found.head).has([.role, .people, .organization])
            {
                return found
            }
        }
        return nil
    }

    /// “Roe's call”, “the race”, “Roe regarding the gap”: no finite verb.
    private func isNounLike(_ i: Int) -> Bool {
        let before = word(i - 1)
        guard before.isWord, !before.has([.to, .auxiliary, .preposition, .determiner]) else {
            return true
        }
        if before.shape.contains(.clitic) { return true }
        // “Roe's world”
        if word(i).shape.contains(.clitic), word(i).has(.be), word(i).has(.have) {
            return !before.has(.subjectPronoun)
        }
        let form = word(i).form
        return !form.isEmpty && form.isDisjoint(with: [.base, .third, .past])
            && !word(i).has([.be, .have, .modal, .doing])
            || word(i).has(.preposition)
    }
}
