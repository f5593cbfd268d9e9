import CaucusText

/// What “that” is after a cue: a conjunction, or the subject of what is said.
extension ContentFinder {
    /// The complement that opens with the “that” at `i`; `nil` where it is the object (“he said that in May”).
    func complement(ofThat i: Int, _ cue: Cue, _ sentence: Range<Int>) -> Cue.Complement? {
        guard i + 1 < sentence.upperBound else { return .that }
        let after = word(i + 1)
        // “she said that autumn in Oram”: the time when.
        if Self.periods.contains(after.key), !hasVerb(after: i, sentence) { return nil }
        if isVerb(i + 1, sentence) { return takesClause(cue, upTo: i) ? .bare : nil }
        // “said that in May the port would close”
        if after.has(.preposition), !after.has(.that), !after.has(.clauseBorder) {
            return hasVerb(after: i + 1, sentence) ? .that : nil
        }
        return .that
    }

    /// Whether the cue says something and nothing but a time or whom it is told parts it from the “that” at `i`;
    /// “states that have”, “thinks of a past that is lost” open relative clauses.
    private func takesClause(_ cue: Cue, upTo i: Int) -> Bool {
        switch cue.verb {
        case .say, .claim, .think, .admit, .expect, .fear, .write:
            return !cue.isAmbiguous
                && Range(from: cue.head + 1, to: i).allSatisfy {
                    word($0).has([.time, .adverb]) || word($0).key == Self.on
                }
        case .tell:
            // “told reporters that was a lie”, but “told the man that was there”
            return cue.hasAddressee
                && (i - cue.head == 2 || word(i - 1).has(.people) || word(i - 1).isCapitalized)
        default: return false
        }
    }

    /// Whether word `i` is the finite verb of a “that” right before it: “that was a lie”, “that never happened”,
    /// “that makes no sense”, but not “that had she known, …”, “that being poor was hard”, “that Will Roe left”.
    private func isVerb(_ i: Int, _ sentence: Range<Int>) -> Bool {
        guard i + 1 < sentence.upperBound, word(i).shape.isDisjoint(with: .capitalized) else {
            return false
        }
        let word = word(i)
        let next = self.word(i + 1)
        if word.has([.be, .have, .modal, .doing]) {
            if reading.endsLike(i, "ing") { return false }
            return !Self.inverting.contains(word.key)
                || !next.has([.subjectPronoun, .determiner]) && !next.isCapitalized
        }
        if Self.adverbs.contains(word.key) {
            return next.has([.auxiliary, .verb]) && !next.form.contains(.noun)
        }
        return word.has(.verb) && reading.endsLike(i, "s") && !word.form.contains(.noun)
            && next.has([.definite, .indefinite, .negation, .object, .possessive])
            || word.has(.verb) && reading.endsLike(i, "s") && next.key == Self.no
    }

    /// Whether the clause that opens right after the cue goes before what is said: “said if elected she would close the
    /// dam”, “said while the dam was old, it was safe”, but not “said while visiting Oram”; looks at 25 words.
    func opensCondition(_ i: Int, _ cue: Cue, _ sentence: Range<Int>) -> Bool {
        guard cue.verb == .say || cue.verb == .claim, cue.head + 1 == i, !cue.inverted,
            Self.conditions.contains(word(i).key)
        else { return false }
        for k in Range(from: i + 2, to: min(sentence.upperBound - 2, i + 25)) {
            if opening[k] >= 0 { return false }
            guard word(k).kind == .comma else { continue }
            return word(k + 1).has([.subjectPronoun, .definite, .indefinite, .possessive])
                || phrases.names.mentionOfWord[k + 1] >= 0
        }
        return word(i).key == Self.ifWord
    }

    private static let ifWord = LetterFolding.key(of: "if")
    private static let conditions = KeySet("if unless although though while because once")

    /// Whether a finite verb follows before the next clause, not that of “which” or “that”; looks at 25 words.
    private func hasVerb(after i: Int, _ sentence: Range<Int>) -> Bool {
        var k = i + 2
        while k < min(sentence.upperBound, i + 25), opening[k] < 0 {
            let word = word(k)
            if word.has([.clauseBorder, .relative, .question]), self.word(k - 1).kind != .comma,
                !word.has(.that) || !self.word(k - 1).has(.preposition)
            {
                return false
            }
            if word.has([.be, .have, .modal, .doing]), !word.shape.contains(.clitic) {
                return true
            }
            if word.has(.verb), !word.form.contains(.gerund), !word.form.contains(.noun),
                !self.word(k - 1).has([.preposition, .determiner, .to])
            {
                return true
            }
            k += 1
        }
        return false
    }

    private static let periods = KeySet(
        "day night morning afternoon evening week weekend month year spring summer autumn winter season"
    )
    private static let no = LetterFolding.key(of: "no")
    private static let inverting = KeySet("had were should")
    private static let adverbs = KeySet(
        """
        never also still just only simply really clearly always probably certainly almost hardly definitely \
        actually obviously alone
        """)
}
