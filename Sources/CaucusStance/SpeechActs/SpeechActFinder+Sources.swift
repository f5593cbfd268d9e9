import CaucusQuotes
import CaucusText

/// Who acts: the subject of a verb.
extension SpeechActFinder {
    /// How a verb stands in its clause.
    struct Voice {
        /// The first word of the verb with its auxiliaries and adverbs.
        var first: Int
        var isPassive = false
        var isNegated = false
        var isInfinitive = false
        var isGerund = false
        /// “can”, “might”: the act is only possible.
        var isPossible = false
    }

    /// Reads the auxiliaries before the verb at `v`.
    func voice(of v: Int, _ form: ActTable.Form) -> Voice {
        var voice = Voice(first: v)
        var hasBe = false
        while voice.first > sentence.lowerBound {
            let before = word(voice.first - 1)
            guard before.has(.word), !before.has([.quoted, .subjectPronoun, .name]) else { break }
            if before.has(.negation) || before.key == Self.longer {
                voice.isNegated = !Self.only.contains(word(voice.first).key)
            }
            if before.has(.be), !before.has(.clitic) || before.has(.have) { hasBe = true }
            if Self.possible.contains(before.key) { voice.isPossible = true }
            if before.has(.to) {
                voice.isInfinitive = true
                voice.first -= 1
                break
            }
            if isTime(voice.first - 1) || joinsAdverbs(voice.first - 1) {
                voice.first -= 1
                continue
            }
            guard before.has([.auxiliary, .adverb, .negation]) || before.key == Self.longer,
                !before.has(.finite) || before.has(.auxiliary)
            else { break }
            voice.first -= 1
        }
        voice.isGerund = form == .gerund && !hasBe
        voice.isPassive = form.contains(.participle) && hasBe && !form.contains(.gerund)
        return voice
    }

    /// “not only praised” is no negation.
    private static let only = keys("only just merely simply")
    private static let of = LetterFolding.key(of: "of")
    private static let longer = LetterFolding.key(of: "longer")
    private static let on = LetterFolding.key(of: "on")

    /// “and” in “loudly and often”.
    private func joinsAdverbs(_ i: Int) -> Bool {
        word(i).has(.coordinator) && i > sentence.lowerBound && i + 1 < sentence.upperBound
            && word(i - 1).has(.adverb) && word(i + 1).has(.adverb)
    }

    /// “on Monday”, “this week” between a subject and its verb.
    private func isTime(_ i: Int) -> Bool {
        if word(i).has(.time), !word(i).has([.name, .modal]) { return true }
        guard i + 1 < sentence.upperBound, word(i + 1).has(.time) else { return false }
        return word(i).key == Self.on || word(i).has(.determiner) && !word(i).has(.possessive)
    }

    private static let possible = Set(
        ["can", "could", "might", "may", "should", "would"].map { LetterFolding.key(of: $0) })

    /// The source of an active verb, and whether a negation or a refusal governs it.
    func source(of v: Int, _ voice: Voice) -> (
        phrase: ClauseReading.Phrase, isShared: Bool, isNegated: Bool
    )? {
        if voice.isInfinitive || voice.isGerund { return governor(of: v, voice) }
        if let near = subject(before: voice.first) { return (near, false, false) }
        return shared(before: voice.first).map { ($0, true, false) }
    }

    /// The subject right before `end`, the noun before “who” for a relative clause.
    func subject(before end: Int) -> ClauseReading.Phrase? {
        guard let subject = reading.subject(before: end, from: sentence.lowerBound) else {
            return nil
        }
        guard subject.isPronoun, word(subject.head).has(.relative) else { return subject }
        var k = subject.head
        if k > sentence.lowerBound, word(k - 1).has(.comma) { k -= 1 }
        return reading.phrase(endingAt: k, from: sentence.lowerBound)
    }

    /// The subject of the finite verb nearest before `i`; a person, where one is seen.
    private func shared(before i: Int) -> ClauseReading.Phrase? {
        var any: ClauseReading.Phrase?
        var k = i - 1
        while k > sentence.lowerBound, i - k < 60 {
            defer { k -= 1 }
            let word = word(k)
            guard word.has(.finite), !word.has([.name, .quoted]),
                !self.word(k - 1).has([.to, .determiner, .preposition])
            else { continue }
            guard let subject = subject(before: verbStart(k)) else { continue }
            if isSomebody(subject) { return subject }
            any = any ?? subject
        }
        return any
    }

    /// The subject of the first finite verb of the sentence.
    private func mainSubject(before end: Int) -> ClauseReading.Phrase? {
        for k in sentence where k < end && k > sentence.lowerBound {
            let word = word(k)
            guard word.has(.finite), !word.has([.name, .quoted]),
                !self.word(k - 1).has([.to, .determiner, .preposition]),
                let subject = subject(before: verbStart(k))
            else { continue }
            return subject
        }
        return nil
    }

    private func verbStart(_ v: Int) -> Int {
        var k = v
        while k > sentence.lowerBound, word(k - 1).has([.auxiliary, .adverb, .negation]),
            !word(k - 1).has([.subjectPronoun, .quoted])
        {
            k -= 1
        }
        return k
    }

    /// Whether a phrase is a name, people or a pronoun.
    func isSomebody(_ phrase: ClauseReading.Phrase) -> Bool {
        var head = word(phrase.head)
        if let last = phrase.words.last, last > phrase.head + 1,
            word(phrase.head + 1).key == Self.of,
            !head.has([.name, .people, .organization])
        {
            // “a number of Republicans”, “dozens of lawmakers”
            head = word(last)
        }
        if head.has(.name) { return !head.has(.time) }
        if head.has([.objectPronoun, .time, .adverb]) { return false }
        return head.has([.people, .subjectPronoun, .organization, .indefinite])
    }

    /// The source of “to criticize” and “criticizing”: the subject of the verb they hang on.
    private func governor(of v: Int, _ voice: Voice) -> (
        phrase: ClauseReading.Phrase, isShared: Bool, isNegated: Bool
    )? {
        var negated = false
        var k = voice.first - 1
        if voice.isInfinitive {
            if k >= sentence.lowerBound, word(k).has(.question) { return nil }
            // “refused to”, “the first to”, “urged voters to”
            while k > sentence.lowerBound, v - k < 9, !word(k).has(.finite) {
                if word(k).has([.border, .dash, .quoted]) { return nil }
                k -= 1
            }
            guard k > sentence.lowerBound else { return nil }
            if Self.unreal.contains(word(k).key) { return nil }
            if Self.refusing.contains(word(k).key) { negated = true }
            if (verbStart(k)..<k).contains(where: { word($0).has(.negation) }) { negated.toggle() }
            let isPassive = (verbStart(k)..<k).contains { word($0).has(.be) }
            if isPassive, !Self.plans.contains(word(k).key) { return nil }
            if let subject = subject(before: verbStart(k)) { return (subject, true, negated) }
            return shared(before: k).map { ($0, true, negated) }
        }
        guard k >= sentence.lowerBound else { return subjectAfter(v).map { ($0, true, false) } }
        if word(k).has(.preposition) || word(k).has(.clauseBorder) {
            if Self.lacking.contains(word(k).key) { negated = true }
            // “stopped short of criticizing”
            if k > sentence.lowerBound, Self.short.contains(word(k - 1).key) { negated = true }
            if k == sentence.lowerBound || word(k - 1).has(.comma) && k - 1 == sentence.lowerBound {
                return subjectAfter(v).map { ($0, true, negated) }
            }
            return (shared(before: k) ?? subjectAfter(v)).map { ($0, true, negated) }
        }
        if Self.refusing.contains(word(k).key) { negated = true }
        if word(k).has(.word), !word(k).has([.finite, .coordinator, .adverb]),
            let near = reading.phrase(endingAt: voice.first, from: sentence.lowerBound),
            isSomebody(near)
        {
            return (near, false, negated)
        }
        let main = word(k).has(.comma) ? mainSubject(before: v) : shared(before: v)
        return main.map { ($0, true, negated) }
    }

    /// “Praising the mayor, Roe left”: the subject after the comma.
    private func subjectAfter(_ v: Int) -> ClauseReading.Phrase? {
        for i in v..<min(v + 40, sentence.upperBound) where word(i).has(.comma) {
            guard i + 1 < sentence.upperBound else { return nil }
            guard let phrase = reading.phrase(startingAt: i + 1, to: sentence.upperBound),
                isSomebody(phrase)
            else { continue }
            return phrase
        }
        return nil
    }

    private static func keys(_ words: String) -> Set<UInt64> {
        Set(words.split(whereSeparator: \.isWhitespace).map { LetterFolding.key(of: $0) })
    }

    /// Verbs and nouns that hold somebody back from what follows.
    private static let refusing = keys(
        """
        refuse refuses refused refusing decline declines declined declining fail fails failed failing neglect
        neglects neglected hesitate hesitates hesitated avoid avoids avoided avoiding stop stops stopped stopping
        refrain refrains refrained reluctant unwilling resist resists resisted forbear forbore loath refusal
        """)
    /// Words without which nothing is done: “without praising”, “instead of endorsing”.
    private static let lacking = keys("without instead against from than")
    private static let short = keys("short instead")
    /// Verbs under which the act is not the subject's own.
    private static let unreal = keys(
        """
        accused accuses accusing alleged said seems seemed appears appeared tend tends used need needs have has had
        """)
    /// Participles of plans, which leave the act to the subject: “is expected to endorse”.
    private static let plans = keys(
        "expected set poised prepared scheduled determined quick inclined ready due likely")
}
