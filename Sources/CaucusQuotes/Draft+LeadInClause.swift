import CaucusText

/// Whether words without marks make a clause with the marked words after them.
extension Draft {
    /// “Penn said it was “late,” Roe recalled”: words that have a cue of their own.
    func reports(_ lead: Range<Int>) -> Bool {
        // “When asked whether it was “safe,” Roe said”
        if lead.prefix(2).contains(where: { Self.asked.contains(word($0).key) }) { return true }
        if WorkTitles.naming.contains(word(lead.upperBound - 1).key) { return true }
        var i = scene.firstCue(from: lead.lowerBound)
        while i < scene.cues.count, scene.cues[i].head < lead.upperBound {
            if Resolver.isSpeech(scene.cues[i].verb), scene.cues[i].source != nil { return true }
            i += 1
        }
        return false
    }

    /// “The plan was”: a finite verb.
    func isClause(_ lead: Range<Int>) -> Bool {
        lead.contains { i in
            guard i > lead.lowerBound, scene.quotes.ofWord[i] < 0,
                scene.phrases.names.mentionOfWord[i] < 0
            else { return false }
            let before = word(i - 1)
            if word(i).shape.contains(.clitic), word(i).has(.be) {
                // “it's “a joke””, “Roe's “a coward””, but “Roe's “Sunday Table””
                let after = min(i + 2, scene.reading.words.count - 1)
                return before.has(.subjectPronoun) || !word(i).has(.have)
                    || i == lead.upperBound - 1 && word(after).has([.determiner, .negation])
            }
            if word(i).has([.be, .have, .modal, .doing]) { return scene.isFinite(i) }
            guard scene.isFinite(i), !before.has([.to, .determiner, .preposition, .auxiliary])
            else { return false }
            return !word(i).form.isDisjoint(with: [.past, .third]) || word(i).form.isEmpty
                || before.has([.subjectPronoun, .people])
        }
    }

    /// “The vote “changes nothing””: all that stands before the marks is the subject of the verb that opens them.
    func opensPredicate(_ first: Int, _ lead: Range<Int>) -> Bool {
        guard let subject = scene.phrases.subject(before: lead.upperBound, from: lead.lowerBound),
            subject.words == lead
        else { return false }
        var i = first
        while i < first + 2, word(i).has([.adverb, .negation]), !word(i).has(.auxiliary) { i += 1 }
        let verb = word(i)
        guard verb.kind == .word, !verb.isCapitalized,
            !Self.expressions.contains(word(lead.upperBound - 1).key)
        else { return false }
        if verb.has([.be, .have, .modal, .doing]) { return scene.isFinite(i) }
        if verb.has(.verb) {
            return !verb.form.isDisjoint(with: [.past, .third]) || verb.form.isEmpty
        }
        return verb.classes.isEmpty
            && (scene.reading.endsLike(i, "s") || scene.reading.endsLike(i, "ed"))
    }

    /// Whether the words are a noun phrase and nothing else, with or without an article alone before the marks.
    func isSubject(_ lead: Range<Int>) -> Bool {
        guard !lead.isEmpty, !isClause(lead) else { return false }
        if lead.count == 1, word(lead.lowerBound).has(.determiner) { return true }
        if lead.count <= 3, word(lead.lowerBound).has(.determiner) { return true }
        return scene.phrases.subject(before: lead.upperBound, from: lead.lowerBound)?.words == lead
    }

    func opensWithAuxiliary(_ mark: MarkedSpan) -> Bool {
        let first = word(mark.open + 1)
        return !first.isCapitalized && first.has(.auxiliary) && scene.isFinite(mark.open + 1)
    }

    /// What marks only cite: “the word “says””.
    private static let expressions = KeySet(
        "word words term terms phrase expression name nickname so-called")
    private static let asked = KeySet("asked pressed questioned quizzed challenged")
}

extension Scene {
    /// The first cue whose head is word `i` or stands after it.
    func firstCue(from i: Int) -> Int { cues.partitionPoint { $0.head >= i } }

    /// Whether the word can be a finite verb and is no participle or infinitive of a helping verb.
    func isFinite(_ i: Int) -> Bool {
        reading.canBeFinite(i) && !Self.nonfinite.contains(word(i).key)
    }

    private static let nonfinite = KeySet("be been being having doing done")
}
