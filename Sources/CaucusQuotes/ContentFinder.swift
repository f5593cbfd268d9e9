import CaucusLanguage
import CaucusText

/// Finds where the content of a cue stands and how far it goes.
struct ContentFinder {
    let reading: Reading
    let phrases: PhraseReader
    let marks: [MarkedSpan]
    /// For every word: the top-level marked stretch that opens there, or -1.
    let opening: [Int32]

    func word(_ i: Int) -> Word { reading.words[i] }

    /// Completes a verb cue by what follows it.
    func complete(_ cue: inout Cue) {
        let sentence = reading.sentence(of: cue.head)
        switch cue.pattern {
        case .accordingTo: around(&cue, sentence)
        case .noun:
            let start =
                cue.complement == .that ? cue.content.lowerBound + 1 : cue.content.lowerBound
            cue.content = Range(from: start, to: clauseEnd(from: start, sentence))
        case .verb, .trailing:
            if isAside(&cue, sentence) {
                around(&cue, sentence)
            } else if isTrailing(cue, sentence) {
                trailing(&cue, sentence)
            } else if !cue.inverted {
                following(&cue, sentence)
            }
        }
    }

    /// Whether the cue closes its sentence or stands between commas with its content before it.
    private func isTrailing(_ cue: Cue, _ sentence: Range<Int>) -> Bool {
        guard
            cue.verb == .say || cue.verb == .claim || cue.verb == .write || cue.verb == .think
                || cue.verb == .expect || cue.verb == .tell || cue.verb == .show
                || cue.verb == .find
                || cue.verb == .admit || cue.verb == .manner || cue.verb == .ask
                || cue.verb == .fear
        else { return false }
        guard let source = cue.source, !cue.isShared, !cue.isParticipial, !cue.isInfinitive else {
            return false
        }
        let first = min(source.words.lowerBound, cue.words.lowerBound)
        guard first > sentence.lowerBound,
            word(first - 1).kind == .comma || word(first - 1).kind == .dash
        else { return false }
        let last = pastTime(cue, source, sentence)
        guard last < sentence.upperBound else { return true }
        let after = word(last)
        if cue.inverted { return true }
        if after.has(.preposition), cue.verb == .say { return endsSoon(last, sentence) }
        return after.kind == .stop || after.kind == .comma || after.kind == .semicolon
    }

    /// Whether only a few words without a verb stand from `from` to the next border: “by telephone.”
    private func endsSoon(_ from: Int, _ sentence: Range<Int>) -> Bool {
        for i in Range(from: from, to: min(from + 10, sentence.upperBound)) {
            let word = word(i)
            if [.stop, .semicolon, .comma].contains(word.kind) { return true }
            if opening[i] >= 0 || word.has([.that, .auxiliary, .subjectPronoun]) { return false }
            if word.has(.verb), !word.form.contains(.noun), word.verb != .none { return false }
        }
        return from + 10 >= sentence.upperBound
    }

    static let on = LetterFolding.key(of: "on")

    /// “The bridge is safe, Roe said.”
    private func trailing(_ cue: inout Cue, _ sentence: Range<Int>) {
        guard let source = cue.source else { return }
        cue.pattern = .trailing
        let end = min(source.words.lowerBound, cue.words.lowerBound) - 1
        let first = pastDateline(start(sentence, end), sentence)
        cue.content = Range(from: first, to: max(end, first))
        cue.complement = phrases.quoteOfWord[max(end - 1, 0)] >= 0 ? .quotation : .bare
        if cue.complement == .bare { cue.rest = rest(of: cue, sentence) }
    }

    /// “According to Roe, the bridge is safe.”, “The bridge is safe, according to Roe.”
    private func around(_ cue: inout Cue, _ sentence: Range<Int>) {
        guard let source = cue.source else { return }
        cue.complement = .bare
        var start = sentence.lowerBound
        let head = cue.words.lowerBound
        let close = max(source.words.upperBound, cue.words.upperBound)
        if close + 1 < sentence.upperBound, head > start, cue.needsMarks, opening[close + 1] >= 0 {
            // “It was, as Roe put it, “a gift””
            cue.complement = .quotation
            cue.content = close + 1..<close + 1
            return
        }
        while start < head, !word(start).isWord || word(start).has(.coordinator) { start += 1 }
        if head - start <= 1 {
            var next = close
            while next < sentence.upperBound, word(next).kind != .comma,
                phrases.quoteOfWord[next] < 0,
                next - close < 30
            {
                next += 1
            }
            next = min(next + 1, sentence.upperBound)
            cue.content = Range(from: next, to: trimmedEnd(sentence.upperBound, from: next))
        } else {
            var end = head
            while end > start, !word(end - 1).isWord, phrases.quoteOfWord[end - 1] < 0 { end -= 1 }
            let whole = clauseStart(before: end, self.start(sentence, end))
            cue.content = Range(from: pastDateline(whole, sentence), to: end)
            cue.rest = rest(of: cue, sentence)
        }
    }

    /// What follows a verb.
    private func following(_ cue: inout Cue, _ sentence: Range<Int>) {
        var i = cue.words.upperBound
        let end = sentence.upperBound
        if cue.isPassive, cue.source != nil { return }
        while i < end, word(i).has(.adverb), !word(i).has([.indefinitePronoun, .question]),
            phrases.quoteOfWord[i] < 0, !opensContent(i, sentence), !opensNone(i, sentence),
            !opensExistence(i, sentence)
        {
            i += 1
        }
        if let start = askedToAct(i, cue, sentence) {
            cue.complement = .infinitive
            cue.content = Range(from: start, to: clauseEnd(from: start, sentence))
            return
        }
        i = skipAddressee(i, &cue, sentence)
        // “told voters that night that”
        if i + 2 < end, word(i).has(.that), word(i + 1).has(.time), word(i + 2).has(.that) {
            i += 2
        }
        i = skipCircumstances(i, cue, sentence)
        guard i < end else { return }
        if word(i).kind == .colon || word(i).kind == .comma {
            if i + 1 < end, opening[i + 1] >= 0 {
                cue.complement = .quotation
                cue.content = i + 1..<i + 1
                return
            }
            if word(i).kind == .colon, cue.verb == .say || cue.verb == .write, i + 2 < end {
                cue.complement = .bare
                cue.content = Range(from: i + 1, to: clauseEnd(from: i + 1, sentence))
            }
            return
        }
        classify(i, &cue, sentence)
    }

    /// “posted politically charged pictures”, but not “said forcefully that”: an adverb of the content's first phrase.
    private func opensContent(_ i: Int, _ sentence: Range<Int>) -> Bool {
        guard word(i).classes == .adverb, i + 1 < sentence.upperBound else { return false }
        let next = word(i + 1)
        return next.isWord && opening[i + 1] < 0
            && !next.has([.that, .question, .preposition, .subjectPronoun, .time, .determiner])
    }

    /// Sees what kind of content starts at `i`.
    private func classify(_ i: Int, _ cue: inout Cue, _ sentence: Range<Int>) {
        guard let complement = complement(at: i, cue, sentence) else { return }
        // “that” and prepositions are no part of what was said.
        let start = complement == .that || complement == .preposition ? i + 1 : i
        let isPhrase =
            complement == .preposition || complement == .phrase
            || complement == .gerund && cue.verb == .support
        cue.complement = complement
        let end =
            isPhrase ? phraseEnd(from: start, sentence) : clauseEnd(from: start, sentence)
        cue.content = Range(from: start, to: end)
    }

    private func complement(at i: Int, _ cue: Cue, _ sentence: Range<Int>) -> Cue.Complement? {
        let next = word(i)
        let after = i + 1 < sentence.upperBound ? word(i + 1) : next
        if opening[i] >= 0 { return .quotation }
        guard next.isWord || next.kind == .other || next.kind == .doubleOpen else { return nil }
        if next.has(.that) { return complement(ofThat: i, cue, sentence) }
        if next.has(.question),
            !next.has(.clauseBorder) || cue.verb == .ask || cue.verb == .know
        {
            return .question
        }
        if next.has(.to) && opensInfinitive(after) || refusesInfinitive(i) { return .infinitive }
        // “known since he left”, “told before she spoke”: when, and not what.
        if next.has(.preposition), after.has(.subjectPronoun), !after.has(.object) { return nil }
        if next.has(.preposition) {
            return opensQuantity(next, after) && isClause(i, cue, sentence) ? .bare : .preposition
        }
        if next.kind == .word, reading.endsLike(i, "ing"),
            next.has(.verb) || cue.verb == .decide || opensGerund(i, cue)
        {
            return .gerund
        }
        if next.has(.clauseBorder), opensCondition(i, cue, sentence) { return .bare }
        if opensGap(i, cue, sentence) { return .bare }
        if next.has([.clauseBorder, .coordinator, .relative, .auxiliary]) { return nil }
        let opensClause =
            isClause(i, cue, sentence) || cue.hasAddressee && isClauseWithAside(i, sentence)
        return opensClause ? .bare : .phrase
    }

    /// Whether the word after “to” may be a verb.
    func opensInfinitive(_ after: Word) -> Bool {
        after.has(.verb) || after.has([.be, .have, .doing, .adverb])
            || !after.has([.determiner, .object, .possessive, .preposition])
                && !after.isCapitalized
    }

    /// “about a fifth”, “at least nine”: a preposition that opens no circumstance.
    private func opensQuantity(_ next: Word, _ after: Word) -> Bool {
        if next.key == Self.about {
            return after.has([.indefinite, .numeral]) || after.kind == .number
        }
        return after.key == Self.least || after.key == Self.most
    }

    /// Whether the words from `i` are a clause: a subject and then a finite verb.
    func isClause(_ i: Int, _ cue: Cue, _ sentence: Range<Int>) -> Bool {
        if cue.verb == .say && cue.complement == .nothing && !cue.isPassive {
            let head = word(cue.head).key
            if head == Self.said || head == Self.says || head == Self.say || head == Self.saying {
                return true
            }
        }
        switch cue.verb {
        case .say, .claim, .tell, .write, .think, .know, .want, .expect, .fear, .promise, .admit,
            .show,
            .find, .ask, .manner, .deny, .decide, .urge:
            break
        default: return false
        }
        if word(i).has(.subjectPronoun) { return i + 1 < sentence.upperBound }
        for k in Range(from: i + 1, to: min(i + 14, sentence.upperBound)) {
            let word = word(k)
            if phrases.quoteOfWord[k] >= 0 { return false }
            if [.comma, .semicolon, .colon, .stop].contains(word.kind) { return false }
            if word.has([.relative, .clauseBorder]) && !word.has(.preposition) { return false }
            if phrases.names.mentionOfWord[k] >= 0 { continue }
            if word.shape.contains(.clitic) { continue }
            // “accepted a cap on Friday and called off the strike”: the speaker's own deed.
            let before = self.word(k - 1).has(.adverb) ? k - 2 : k - 1
            if before > i, self.word(before).has(.coordinator), reading.canBeFinite(k) {
                return false
            }
            if word.has([.be, .have, .modal, .doing]) { return true }
            if word.has(.verb), word.verb == .none || !word.form.isDisjoint(with: [.past, .third]),
                !word.form.contains(.noun), !word.form.contains(.gerund),
                !self.word(k - 1).has([.determiner, .to, .preposition])
            {
                return true
            }
        }
        return false
    }

    private static let nearby = KeySet("this that last")
    private static let least = LetterFolding.key(of: "least")
    private static let most = LetterFolding.key(of: "most")
    private static let about = LetterFolding.key(of: "about")
    private static let said = LetterFolding.key(of: "said")
    private static let says = LetterFolding.key(of: "says")
    private static let say = LetterFolding.key(of: "say")
    private static let saying = LetterFolding.key(of: "saying")

    /// “said on Monday in a statement that”: past what tells when, where and to whom.
    private func skipCircumstances(_ i: Int, _ cue: Cue, _ sentence: Range<Int>) -> Int {
        let end = sentence.upperBound
        guard i < end, cue.verb != .want, cue.verb != .support, cue.verb != .praise else {
            return i
        }
        let isNearby = Self.nearby.contains(word(i).key) && i + 1 < end && word(i + 1).has(.time)
        guard word(i).has([.preposition, .time]) || isNearby,
            !word(i).has(.to) || cue.verb == .say, opening[i] < 0
        else { return i }
        var k = i
        let limit = min(end, i + 14)
        while k < limit {
            let word = word(k)
            if word.has(.that), k > i { return k }
            // “promised on Monday to call it “late””
            if word.has(.to), k > i, simpleTimes(i, sentence) == k { return k }
            if opening[k] >= 0 {
                // “said on “Sunday Table” that”
                let past = pastTitle(k)
                guard past > k else { return k }
                k = past
                continue
            }
            if [.comma, .colon].contains(word.kind) {
                return k + 1 < end && opening[k + 1] >= 0 ? k : simpleTimes(i, sentence)
            }
            // The “'s” of “NTV's “Sunday Table”” is no verb.
            let owns = word.shape.contains(.clitic) && k + 1 < end && opening[k + 1] >= 0
            if word.has([.subjectPronoun, .auxiliary]), k > i + 1, cue.verb == .say, !owns {
                return word.has(.subjectPronoun) ? k : simpleTimes(i, sentence)
            }
            if !word.isWord && word.kind != .other { break }
            k += 1
        }
        return simpleTimes(i, sentence)
    }

    /// Past “Monday”, “on Monday”, “last week”.
    private func simpleTimes(_ start: Int, _ sentence: Range<Int>) -> Int {
        var i = start
        if i + 1 < sentence.upperBound, word(i).key == Self.on, word(i + 1).has(.time) { i += 1 }
        if i + 2 < sentence.upperBound, Self.nearby.contains(word(i).key), word(i + 1).has(.time),
            word(i + 2).has([.subjectPronoun, .that, .definite, .possessive])
        {
            // “said this morning he would”
            return i + 2
        }
        while i < sentence.upperBound, word(i).has(.time), word(i).kind == .word { i += 1 }
        return i
    }
}
