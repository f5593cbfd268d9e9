import CaucusText

/// Finds the cues outside quotations, with their sources.
struct CueFinder {
    let reading: Reading
    let phrases: PhraseReader
    let marks: [MarkedSpan]
    private(set) var cues: [Cue] = []
    /// The first noun phrase of the current sentence, for verbs that share their subject.
    private var subject: (sentence: Int, phrase: NounPhrase?) = (-1, nil)

    init(_ reading: Reading, _ phrases: PhraseReader, _ marks: [MarkedSpan]) {
        self.reading = reading
        self.phrases = phrases
        self.marks = marks
        for i in reading.cueWords.lazy.map(Int.init) where phrases.quoteOfWord[i] < 0 {
            let word = reading.words[i]
            if word.has(.verb), word.verb != .none, phrases.names.mentionOfWord[i] < 0 {
                if let cue = verbCue(at: i) { cues.append(cue) }
            } else if word.key == Self.according, let cue = accordingTo(i) {
                cues.append(cue)
            }
            if word.has(.speechNoun), let cue = nounCue(at: i) { cues.append(cue) }
        }
    }

    static let according = LetterFolding.key(of: "according")

    private func word(_ i: Int) -> Word { reading.words[i] }

    /// “According to Roe, …”, “…, according to Roe”.
    private func accordingTo(_ i: Int) -> Cue? {
        let sentence = reading.sentence(of: i)
        guard i + 2 < sentence.upperBound, word(i + 1).has(.to),
            let source = phrases.phrase(startingAt: i + 2, to: sentence.upperBound)
        else { return nil }
        return Cue(
            words: i..<i + 2, head: i, verb: .say, pattern: .accordingTo, content: i..<i,
            source: source, inverted: true)
    }

    /// “Roe's claim that”, “the claim by Roe that”, “her refusal to”.
    private func nounCue(at i: Int) -> Cue? {
        let sentence = reading.sentence(of: i)
        let next = i + 1
        guard next + 1 < sentence.upperBound, !word(i).isCapitalized else { return nil }
        guard word(next).has(.that) || word(next).has(.to) && word(next + 1).has(.verb) else {
            return nil
        }
        var cue = Cue(
            words: i..<i + 1, head: i, verb: .none, pattern: .noun,
            complement: word(next).has(.that) ? .that : .infinitive, content: next..<next)
        var k = i - 1
        while k > sentence.lowerBound, i - k < 4, word(k).kind == .word,
            !word(k).has(.possessive), !word(k).shape.contains(.clitic), !word(k).has(.determiner)
        {
            k -= 1
        }
        if k >= sentence.lowerBound, word(k).has(.possessive) {
            cue.source = NounPhrase(words: k..<k + 1, head: k, mention: -1, kind: .pronoun)
        } else if k > sentence.lowerBound, word(k).shape.contains(.clitic) {
            cue.source = possessor(before: k, sentence)
        }
        return cue
    }

    /// Who owns what stands after the “'s” at `k`: a name, or the phrase before it.
    private func possessor(before k: Int, _ sentence: Range<Int>) -> NounPhrase? {
        let mention = Int(phrases.names.mentionOfWord[k - 1])
        if mention >= 0 { return phrases.headed(phrases.names.mentions[mention].whole) }
        return phrases.phrase(endingAt: k, from: sentence.lowerBound)
    }

    /// The cue whose verb is `v`, or `nil` where the word is no verb here.
    private mutating func verbCue(at v: Int) -> Cue? {
        let sentence = reading.sentence(of: v)
        var first = v
        var cue = Cue(
            words: v..<v + 1, head: v, verb: word(v).verb, pattern: .verb, content: v + 1..<v + 1)
        var be = false
        while first > sentence.lowerBound {
            let before = word(first - 1)
            guard before.kind == .word, phrases.quoteOfWord[first - 1] < 0 else { break }
            if before.has(.negation) { cue.isNegated = true }
            if before.has(.modal) { cue.isModal = true }
            if before.has(.be), !before.has(.have) || first == v { be = be || before.has(.be) }
            guard before.has([.auxiliary, .adverb, .negation]) && !before.has([.subjectPronoun])
            else {
                if before.has(.to) { cue.isInfinitive = true }
                break
            }
            if before.has(.adverb), !before.has([.auxiliary, .negation]), first == v,
                before.has(.indefinitePronoun) || before.isCapitalized
            {
                break
            }
            first -= 1
        }
        let form = word(v).form
        if first < v, word(v - 1).shape.contains(.clitic), word(v - 1).has([.be, .have]),
            form.contains(.base), form.isDisjoint(with: [.participle, .gerund])
        {
            // “the board's notice”: a noun.
            return nil
        }
        if form.contains(.gerund) {
            cue.isParticipial = !be
        } else if be && form.contains(.participle) {
            cue.isPassive = true
        }
        if form.contains(.noun), first == v, !isVerbHere(v, sentence) { return nil }
        if form == .base, first == v, !isVerbHere(v, sentence) { return nil }
        cue.isAmbiguous = form.contains(.noun) && first == v
        if v == sentence.lowerBound, form.contains(.participle), v + 1 < sentence.upperBound,
            word(v + 1).has([.question, .preposition, .clauseBorder])
        {
            // “Asked whether she would run, …”
            cue.isPassive = true
        }
        cue.words = first..<v + 1
        if cue.isInfinitive, let last = cues.last,
            reading.sentenceOfWord[last.head] == reading.sentenceOfWord[v]
        {
            cue.isUnreal = last.isUnreal || last.isPassive && last.source == nil
        }
        findSource(&cue, sentence)
        return cue
    }

    /// Whether a word that is as often a noun stands where a verb does.
    private func isVerbHere(_ v: Int, _ sentence: Range<Int>) -> Bool {
        guard v > sentence.lowerBound else { return false }
        let before = word(v - 1)
        if before.kind == .comma || before.kind == .closeBracket || before.kind == .dash
            || before.isDoubleMark
        {
            return true
        }
        guard before.isWord else { return false }
        if before.has(.subjectPronoun) || before.has(.relative) || before.has(.to) { return true }
        if before.has([.determiner, .possessive, .preposition, .adjective, .numeral]) {
            return before.has(.indefinitePronoun) && word(v).form.contains(.base)
        }
        if before.shape.contains(.clitic) { return false }
        if word(v).form.contains(.third) {
            return phrases.names.mentionOfWord[v - 1] >= 0 || !before.has(.verb)
        }
        // The base form needs a plural subject.
        return before.has([.people, .adverb, .coordinator]) || reading.endsLike(v - 1, "s")
            || before.has(.negation) || before.has(.auxiliary)
    }

    private mutating func findSource(_ cue: inout Cue, _ sentence: Range<Int>) {
        let v = cue.head
        if cue.isPassive {
            if let by = agent(after: v, sentence) { cue.source = by }
            return
        }
        if !cue.isParticipial && !cue.isInfinitive, invertedSource(&cue, sentence) { return }
        if !cue.isInfinitive && !cue.isParticipial {
            cue.source = phrases.subject(before: cue.words.lowerBound, from: sentence.lowerBound)
            if let outer = subjectOfRelative(cue, sentence) { cue.source = outer }
            if let source = cue.source, isAgentless(source, v, sentence) {
                cue.isPassive = true
                cue.source = agent(after: v, sentence)
                return
            }
        }
        if cue.source == nil {
            cue.isShared = true
            cue.source = sharedSubject(before: v)
        }
    }

    /// “A nurse who attended the meeting said”: the noun before “who”, where the verb of its clause is seen
    /// between it and the cue.
    private func subjectOfRelative(_ cue: Cue, _ sentence: Range<Int>) -> NounPhrase? {
        guard let source = cue.source,
            source.kind != .pronoun || word(source.head).has(.object)
        else { return nil }
        var i = source.words.lowerBound - 1
        var hasVerb = false
        while i > sentence.lowerBound, cue.head - i < 22 {
            let word = word(i)
            guard word.isWord, phrases.quoteOfWord[i] < 0 else { return nil }
            if word.has(.relative), !word.has(.that) {
                guard hasVerb, self.word(i - 1).isWord else { return nil }
                return phrases.phrase(endingAt: i, from: sentence.lowerBound)
            }
            if word.has([.clauseBorder, .subjectPronoun]), !word.has(.preposition) { return nil }
            if reading.canBeFinite(i) { hasVerb = true }
            i -= 1
        }
        return nil
    }

    /// “a plan proposed by Roe”: a past form with “by” after it is no finite verb.
    private func isAgentless(_ source: NounPhrase, _ v: Int, _ sentence: Range<Int>) -> Bool {
        guard word(v).form.contains(.participle), let by = agent(after: v, sentence) else {
            return false
        }
        return by.mention >= 0 || word(by.head).has([.role, .people, .object, .writing])
    }

    private static let by = LetterFolding.key(of: "by")

    private func agent(after v: Int, _ sentence: Range<Int>) -> NounPhrase? {
        guard v + 2 < sentence.upperBound, word(v + 1).key == Self.by else { return nil }
        return phrases.phrase(startingAt: v + 2, to: sentence.upperBound)
    }

    /// “…,” said Roe: the verb follows a quotation or a comma and a source follows the verb.
    private func invertedSource(_ cue: inout Cue, _ sentence: Range<Int>) -> Bool {
        let v = cue.head
        guard cue.words.count == 1, v + 1 < sentence.upperBound else { return false }
        switch cue.verb {
        case .say, .claim, .write, .ask, .manner, .think, .expect, .fear, .admit, .find:
            break
        default: return false
        }
        let atStart = v == sentence.lowerBound
        guard atStart || !word(v - 1).isWord, !atStart || word(v).form.contains(.past) else {
            return false
        }
        let next = word(v + 1)
        guard next.kind == .word,
            next.has(.subjectPronoun)
                || !next.has([.preposition, .to, .that, .clauseBorder, .time, .adverb])
        else { return false }
        guard let source = phrases.phrase(startingAt: v + 1, to: sentence.upperBound) else {
            return false
        }
        let afterQuote =
            v > sentence.lowerBound + 1 && phrases.quoteOfWord[v - 2] >= 0
            || v > sentence.lowerBound && phrases.quoteOfWord[v - 1] >= 0
        if !afterQuote {
            // “…, said Roe.”: nothing but the source stands between the verb and the next border.
            let end = source.words.upperBound
            let closes = end >= sentence.upperBound || !word(end).isWord
            guard closes,
                source.mention >= 0 || word(source.head).has([.role, .people, .subjectPronoun])
            else { return false }
        }
        cue.inverted = true
        cue.source = source
        return true
    }

    /// The subject that a verb without one of its own shares: of the cue before it in the sentence, or
    /// the first noun phrase of the sentence.
    private mutating func sharedSubject(before v: Int) -> NounPhrase? {
        let number = Int(reading.sentenceOfWord[v])
        let sentence = reading.sentences[number].lexemes
        if word(v).form.contains(.gerund), let near = nounBefore(v, sentence) { return near }
        if let last = cues.last, Int(reading.sentenceOfWord[last.head]) == number,
            let source = last.source, source.words.upperBound <= v,
            last.pattern == .verb || last.pattern == .trailing
        {
            return namedBeforeAside(source, sentence) ?? source
        }
        if let near = lastSubject(before: v, sentence) { return near }
        if subject.sentence != number { subject = (number, firstSubject(of: number)) }
        if let phrase = subject.phrase, phrase.words.upperBound <= v { return phrase }
        return word(v).form.contains(.gerund) ? subjectAfter(v, sentence) : nil
    }

    /// “Jane Roe, a doctor known to all, left and said”: the name that opens the sentence, where the source
    /// is the aside after it.
    private func namedBeforeAside(_ source: NounPhrase, _ sentence: Range<Int>) -> NounPhrase? {
        let comma = source.words.lowerBound - 1
        let opening = Int(phrases.names.mentionOfWord[sentence.lowerBound])
        guard source.mention < 0, source.kind != .pronoun, comma > sentence.lowerBound,
            word(comma).kind == .comma, opening >= 0,
            phrases.names.mentions[opening].whole.upperBound == comma
        else { return nil }
        return phrases.headed(phrases.names.mentions[opening].whole)
    }

    /// “voters saying”: the noun right before a participle, where no comma and no preposition parts them.
    private func nounBefore(_ v: Int, _ sentence: Range<Int>) -> NounPhrase? {
        guard v > sentence.lowerBound, word(v - 1).kind == .word,
            !word(v - 1).has([
                .preposition, .adverb, .auxiliary, .clauseBorder, .coordinator, .object,
            ]),
            !word(v - 1).has(.verb) || word(v - 1).has([.people, .role, .writing])
        else { return nil }
        return phrases.phrase(endingAt: v, from: sentence.lowerBound)
    }

    /// “Noting that it was late, Roe left”: the subject after the comma.
    private func subjectAfter(_ v: Int, _ sentence: Range<Int>) -> NounPhrase? {
        for i in v..<min(v + 40, sentence.upperBound) where word(i).kind == .comma {
            guard i + 1 < sentence.upperBound else { return nil }
            return phrases.phrase(startingAt: i + 1, to: sentence.upperBound)
        }
        return nil
    }

    /// The subject of the finite verb nearest before `v`; looks at 30 words.
    private func lastSubject(before v: Int, _ sentence: Range<Int>) -> NounPhrase? {
        var i = v - 1
        while i > sentence.lowerBound, v - i < 30 {
            defer { i -= 1 }
            guard phrases.quoteOfWord[i] < 0, phrases.names.mentionOfWord[i] < 0,
                reading.canBeFinite(i),
                word(i - 1).isWord, !word(i - 1).has([.to, .auxiliary, .preposition, .determiner])
            else { continue }
            if let found = phrases.subject(before: i, from: sentence.lowerBound),
                found.mention >= 0 || found.kind == .pronoun
            {
                return found
            }
        }
        return nil
    }

    /// The noun phrase before the first finite verb of a sentence.
    private func firstSubject(of number: Int) -> NounPhrase? {
        let sentence = reading.sentences[number].lexemes
        let opening = Int(phrases.names.mentionOfWord[sentence.lowerBound])
        if opening >= 0, phrases.quoteOfWord[sentence.lowerBound] < 0 {
            // “Jane Roe, a doctor known to all, left and said”
            let name = phrases.names.mentions[opening].whole
            if name.upperBound < sentence.upperBound, word(name.upperBound).kind == .comma {
                return phrases.headed(name)
            }
        }
        for i in sentence.prefix(40) where phrases.quoteOfWord[i] < 0 {
            guard i > sentence.lowerBound, reading.canBeFinite(i),
                phrases.names.mentionOfWord[i] < 0
            else {
                continue
            }
            if let phrase = phrases.subject(before: i, from: sentence.lowerBound) { return phrase }
        }
        return nil
    }
}
