import CaucusLanguage
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
        /// “can”, “might”, “would have”: the act is only possible.
        var isPossible = false
        /// “would”: the act is promised, or depends on something.
        var isWould = false
        /// “no longer”: the act is over, not merely absent.
        var isEnded = false
        /// “will not”, “cannot”: who says so refuses.
        var isRefused: Bool { isNegated && hasModal }
        fileprivate(set) var hasModal = false
    }

    /// Reads the auxiliaries before the verb at `v`.
    func voice(of v: Int, _ form: VerbForm) -> Voice {
        var voice = Voice(first: v)
        var hasBe = false
        var hasHave = false
        while voice.first > sentence.lowerBound {
            let before = word(voice.first - 1)
            guard before.isWord, !before.has([.quoted, .subjectPronoun, .name]) else { break }
            if before.has(.negation) || before.key == Self.longer {
                voice.isNegated = !Self.only.contains(word(voice.first).key)
            }
            if before.has(.be), !before.isClitic || before.has(.have) { hasBe = true }
            if before.key == Self.longer { voice.isEnded = true }
            if before.has(.have) { hasHave = true }
            if before.has(.modal) { voice.hasModal = true }
            if Self.possible.contains(before.key) { voice.isPossible = true }
            if before.key == Self.would {
                voice.isWould = true
                if hasHave { voice.isPossible = true }
            }
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
    private static let only = KeySet("only just merely simply")
    private static let of = LetterFolding.key(of: "of")
    private static let longer = LetterFolding.key(of: "longer")
    private static let would = LetterFolding.key(of: "would")
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

    private static let possible = KeySet("can could might may should")

    /// Who acts, and how surely.
    struct Agent {
        var phrase: NounPhrase
        /// The subject of another verb, which the act's shares.
        var isShared = false
        /// A negation, a denial or something that holds back governs the act.
        var isNegated = false
        /// What governs it is a refusal.
        var isRefusal = false
    }

    /// The source of an active verb; `nil` where the act is only asked about or supposed.
    func source(of v: Int, _ voice: Voice) -> Agent? {
        if voice.isInfinitive || voice.isGerund { return governor(of: v, voice) }
        guard let near = subject(before: voice.first) else {
            guard let far = shared(before: voice.first), !isSupposed(far) else { return nil }
            return Agent(phrase: far, isShared: true)
        }
        if isSupposed(near) { return nil }
        var before = near.words.lowerBound - 1
        if before > sentence.lowerBound, word(before).key == Self.that { before -= 1 }
        let isDenied = before > sentence.lowerBound && Self.denying.contains(word(before).key)
        return Agent(phrase: near, isNegated: isDenied)
    }

    /// Whether “if”, “whether” or, in a question, an auxiliary stands before a subject: “If Roe endorses her”,
    /// “declined to say whether she backed him”, “Did Roe accuse her?”.
    private func isSupposed(_ subject: NounPhrase) -> Bool {
        var i = subject.words.lowerBound
        if i < sentence.upperBound, Self.supposing.contains(word(i).key) { return true }
        i -= 1
        while i > sentence.lowerBound, word(i).has(.adverb) { i -= 1 }
        guard i >= sentence.lowerBound else { return false }
        if Self.supposing.contains(word(i).key) { return true }
        return word(i).has(.auxiliary) && i == sentence.lowerBound && !word(i).has(.name)
    }

    private static let supposing = KeySet("if unless whether until should lest")
    private static let that = LetterFolding.key(of: "that")

    /// The subject right before `end`, the noun before “who” for a relative clause.
    func subject(before end: Int) -> NounPhrase? {
        guard let subject = reading.subject(before: end, from: sentence.lowerBound) else {
            return nil
        }
        guard subject.isPronoun, word(subject.head).has(.relative) else { return subject }
        var k = subject.head
        if k > sentence.lowerBound, word(k - 1).kind == .comma { k -= 1 }
        return reading.phrase(endingAt: k, from: sentence.lowerBound)
    }

    /// The subject of the finite verb nearest before `i`; a person, where one is seen.
    private func shared(before i: Int) -> NounPhrase? {
        var any: NounPhrase?
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
    private func mainSubject(before end: Int) -> NounPhrase? {
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
    func isSomebody(_ phrase: NounPhrase) -> Bool {
        var head = word(phrase.head)
        if let last = phrase.words.last, last > phrase.head + 1,
            word(phrase.head + 1).key == Self.of,
            !head.has([.name, .person, .organization])
        {
            // “a number of Republicans”, “dozens of lawmakers”
            head = word(last)
        }
        if head.has(.name) { return !head.has(.time) }
        if head.has([.object, .time, .adverb]) { return false }
        return head.has([.person, .subjectPronoun, .organization, .indefinitePronoun])
    }

    /// The source of “to criticize” and “criticizing”: the subject of the verb they hang on.
    private func governor(of v: Int, _ voice: Voice) -> Agent? {
        var negated = false
        func agent(_ phrase: NounPhrase?, isShared: Bool = true, isRefusal: Bool = false)
            -> Agent?
        {
            guard let phrase, !isSupposed(phrase) else { return nil }
            return Agent(
                phrase: phrase, isShared: isShared, isNegated: negated, isRefusal: isRefusal)
        }
        var k = voice.first - 1
        if voice.isInfinitive {
            if k >= sentence.lowerBound, word(k).has(.question) { return nil }
            // “refused to”, “the first to”, “urged voters to”
            while k > sentence.lowerBound, v - k < 9, !word(k).has(.finite) {
                if word(k).isBreak || word(k).has(.quoted) { return nil }
                k -= 1
            }
            guard k > sentence.lowerBound else { return nil }
            if Self.unreal.contains(word(k).key) { return nil }
            let isRefusal = Self.refusing.contains(word(k).key)
            if isRefusal || Self.avoiding.contains(word(k).key) { negated = true }
            let before = Range(from: verbStart(k), to: k)
            if before.contains(where: { word($0).has(.negation) }) { negated.toggle() }
            if before.contains(where: { Self.possible.contains(word($0).key) }) { return nil }
            let isPassive = before.contains { word($0).has(.be) }
            if isPassive, !Self.plans.contains(word(k).key) { return nil }
            return agent(
                subject(before: before.lowerBound) ?? shared(before: k), isRefusal: isRefusal)
        }
        guard k >= sentence.lowerBound else { return agent(subjectAfter(v)) }
        if word(k).has(.preposition) || word(k).has(.clauseBorder) {
            if Self.lacking.contains(word(k).key) { negated = true }
            // “stopped short of criticizing”
            if k > sentence.lowerBound, Self.short.contains(word(k - 1).key) { negated = true }
            if k == sentence.lowerBound
                || word(k - 1).kind == .comma && k - 1 == sentence.lowerBound
            {
                return agent(subjectAfter(v))
            }
            return agent(shared(before: k) ?? subjectAfter(v))
        }
        if [Self.refusing, Self.avoiding, Self.denying].contains(where: { $0.contains(word(k).key) }
        ) {
            negated = true
        }
        if word(k).isWord, !word(k).has([.finite, .coordinator, .adverb]),
            let near = reading.phrase(endingAt: voice.first, from: sentence.lowerBound),
            isSomebody(near)
        {
            return agent(near, isShared: false)
        }
        guard word(k).kind == .comma else { return agent(shared(before: v)) }
        // “Roe, accusing her of theft, left”: the verb comes later.
        return agent(mainSubject(before: v) ?? opener(before: k))
    }

    /// The phrase that opens the sentence and ends at the comma `k`.
    private func opener(before k: Int) -> NounPhrase? {
        guard let phrase = reading.phrase(endingAt: k, from: sentence.lowerBound),
            phrase.words.lowerBound <= sentence.lowerBound + 1, isSomebody(phrase)
        else { return nil }
        return phrase
    }

    /// “Praising the mayor, Roe left”: the subject after the comma.
    private func subjectAfter(_ v: Int) -> NounPhrase? {
        for i in Range(from: v, to: min(v + 40, sentence.upperBound)) where word(i).kind == .comma {
            guard i + 1 < sentence.upperBound else { return nil }
            guard let phrase = reading.phrase(startingAt: i + 1, to: sentence.upperBound),
                isSomebody(phrase)
            else { continue }
            return phrase
        }
        return nil
    }

    /// Verbs and nouns of a refusal of what follows.
    private static let refusing = KeySet(
        "refuse refuses refused refusing refusal unwilling loath forswore abandoned abandon")
    /// Those that hold somebody back without a refusal.
    private static let avoiding = KeySet(
        """
        decline declines declined declining fail fails failed failing neglect neglects neglected hesitate hesitates
        hesitated avoid avoids avoided avoiding stop stops stopped stopping refrain refrains refrained reluctant
        resist resists resisted forbear forbore
        """)
    /// Those by which somebody says that there was no such act.
    private static let denying = KeySet("deny denies denied denying disputes disputed")
    /// Words without which nothing is done: “without praising”, “instead of endorsing”.
    private static let lacking = KeySet("without instead against from than")
    private static let short = KeySet("short instead")
    /// Verbs under which the act is not the subject's own.
    private static let unreal = KeySet(
        """
        accused accuses accusing alleged said seems seemed appears appeared tend tends used need needs have has had
        """)
    /// Participles of an intent that is the subject's own: “is determined to oust”. What others expect of
    /// somebody (“was expected to endorse”) is no act.
    private static let plans = KeySet(
        "determined quick prepared ready keen eager happy glad proud pleased")
}
