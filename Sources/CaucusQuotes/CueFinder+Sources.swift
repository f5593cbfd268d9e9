import CaucusText

/// Who a verb's cue quotes.
extension CueFinder {
    /// Gives a verb's cue its source: the agent, the subject, or one it shares.
    mutating func findSource(_ cue: inout Cue, _ sentence: Range<Int>) {
        let v = cue.head
        if cue.isPassive {
            if let by = agent(after: v, sentence) { cue.source = by }
            return
        }
        if !cue.isParticipial && !cue.isInfinitive, invertedSource(&cue, sentence) { return }
        if !cue.isInfinitive && !cue.isParticipial {
            cue.source = phrases.subject(before: cue.words.lowerBound, from: sentence.lowerBound)
            if let outer = subjectOfRelative(cue, sentence) { cue.source = outer }
            // “Roe said Friday on the show argued”: a day is no source.
            if let source = cue.source, source.mention < 0, source.words.lowerBound < v,
                NameFinder.weekdays.contains(word(source.words.lowerBound).key)
            {
                cue.source = nil
            }
            if let source = cue.source, isAgentless(source, v, sentence) {
                cue.isPassive = true
                cue.source = agent(after: v, sentence)
                return
            }
        }
        if cue.source == nil {
            cue.isShared = true
            if let doer = doer(ofInfinitive: cue, sentence) {
                cue.source = doer
                return
            }
            cue.source = sharedSubject(before: v)
        }
    }

    /// “A nurse who attended the meeting said”: the noun before “who”, where the verb of its clause is seen
    /// between it and the cue.
    private func subjectOfRelative(_ cue: Cue, _ sentence: Range<Int>) -> NounPhrase? {
        let source = cue.source
        if let source, source.kind == .pronoun, !word(source.head).has(.object) { return nil }
        // “A doctor who served in the navy, Jane Roe has said”
        if let source, source.mention >= 0 {
            let name = phrases.names.mentions[source.mention]
            let comma = name.whole.lowerBound - 1
            if name.kind == .person, name.titled || name.name.count > 1,
                comma > sentence.lowerBound, word(comma).kind == .comma
            {
                return nil
            }
        }
        // “An official who was not allowed to speak said”: nothing before the cue reads as a subject.
        var i = (source?.words.lowerBound ?? cue.words.lowerBound) - 1
        var hasVerb = source.map { opensWithVerb($0) } ?? false
        while i > sentence.lowerBound, cue.head - i < 22 {
            let word = word(i)
            guard word.isWord, phrases.quoteOfWord[i] < 0 else { return nil }
            if word.has(.relative), !word.has(.that) {
                guard hasVerb, self.word(i - 1).isWord else { return nil }
                if source == nil, word.key != Self.who || !phrases.isPersonNoun(i - 1) {
                    return nil
                }
                return nounBeforeWho(i, sentence)
            }
            if word.has([.clauseBorder, .subjectPronoun]), !word.has(.preposition) { return nil }
            if reading.canBeFinite(i) { hasVerb = true }
            i -= 1
        }
        return nil
    }

    /// “an executive” before “who”; Jane Roe in “Jane Roe, an executive who left and said”.
    private func nounBeforeWho(_ i: Int, _ sentence: Range<Int>) -> NounPhrase? {
        guard let noun = phrases.phrase(endingAt: i, from: sentence.lowerBound) else { return nil }
        let comma = noun.words.lowerBound - 1
        guard noun.mention < 0, word(noun.words.lowerBound).has([.definite, .indefinite]),
            comma > sentence.lowerBound, word(comma).kind == .comma
        else { return noun }
        let name = Int(phrases.names.mentionOfWord[comma - 1])
        guard name >= 0, phrases.names.mentions[name].kind == .person else { return noun }
        return phrases.headed(phrases.names.mentions[name].whole)
    }

    /// “A lawyer who represents Jane Roe said”: a verb of no list that was taken for the noun's first word.
    private func opensWithVerb(_ source: NounPhrase) -> Bool {
        let first = source.words.lowerBound
        return source.words.count > 1 && first > 0 && word(first - 1).key == Self.who
            && !word(first).isCapitalized
            && (word(first).classes.isEmpty
                && (reading.endsLike(first, "s") || reading.endsLike(first, "ed"))
                || word(first).has(.verb) && !word(first).form.contains(.gerund))
    }

    /// “a plan proposed by Roe”: a past form with “by” after it is no finite verb.
    private func isAgentless(_ source: NounPhrase, _ v: Int, _ sentence: Range<Int>) -> Bool {
        guard word(v).form.contains(.participle), let by = agent(after: v, sentence) else {
            return false
        }
        return by.mention >= 0 || word(by.head).has([.role, .people, .object, .writing])
    }

    private static let by = LetterFolding.key(of: "by")

    func isAgentNext(_ v: Int) -> Bool { word(v + 1).key == Self.by }

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
        // “…,” warned Roe
        case .tell where Self.warns.contains(word(v).key): break
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
        guard let phrase = phrases.phrase(startingAt: v + 1, to: sentence.upperBound) else {
            return false
        }
        let source = phrases.named(phrase, to: sentence.upperBound)
        // “Roe, known as “the Admiral,” said he was late”
        if source.mention < 0, phrases.byname(before: v, from: sentence.lowerBound) != nil {
            return false
        }
        let afterQuote =
            v > sentence.lowerBound + 1 && phrases.quoteOfWord[v - 2] >= 0
            || v > sentence.lowerBound && phrases.quoteOfWord[v - 1] >= 0
        if afterQuote, followsTitle(v) || isSubject(source, sentence) { return false }
        if !afterQuote {
            // “…, said Roe.”: nothing but the source stands between the verb and the next border.
            let end = source.words.upperBound
            // “Roe, a former mayor, said Penn “seeks a fight””: Penn is not who said it.
            let closes = end >= sentence.upperBound || !word(end).isWord && !opensMark(end)
            guard closes,
                source.mention >= 0 || word(source.head).has([.role, .people, .subjectPronoun])
            else { return false }
        }
        cue.inverted = true
        cue.source = phrases.owner(of: source) ?? source
        return true
    }

    private func opensMark(_ i: Int) -> Bool {
        guard i + 1 < reading.words.count else { return false }
        let mark = Int(phrases.quoteOfWord[i + 1])
        return mark >= 0 && marks[mark].open == i
    }

    private static let warns = KeySet(
        "warned warns cautioned cautions advised advises reminded reminds counseled counselled instructed assured"
    )

    /// “known as “the fox,” said he was late”: what follows the verb is the subject of a clause.
    private func isSubject(_ source: NounPhrase, _ sentence: Range<Int>) -> Bool {
        let next = source.words.upperBound
        return next < sentence.upperBound && word(next).has(.auxiliary)
    }

    /// “the author of “The Salt Road,” said it was late”: the verb's subject stands before a title.
    private func followsTitle(_ v: Int) -> Bool {
        let before = word(v - 1).kind == .comma ? v - 2 : v - 1
        let mark = Int(phrases.quoteOfWord[before])
        guard mark >= 0 else { return false }
        let titles = WorkTitles(reading: reading, marks: marks)
        return titles.isTitle(marks[mark]) && titles.isNamed(mark)
    }

    /// The subject that a verb without one of its own shares: of the cue before it in the sentence, or
    /// the first noun phrase of the sentence.
    private mutating func sharedSubject(before v: Int) -> NounPhrase? {
        let number = Int(reading.sentenceOfWord[v])
        let sentence = reading.sentences[number].lexemes
        if let blamed = blamed(before: v, sentence) { return blamed }
        let near = word(v).form.contains(.gerund) ? nounBefore(v, sentence) : nil
        if let near, !isIssued(near, sentence) { return sender(near) ?? near }
        if let near {
            let issuer = lastSubject(before: near.words.lowerBound, sentence)
            return issuer.map { $0.words.upperBound <= near.words.lowerBound } == true
                ? issuer : near
        }
        if let source = lastSource(before: v, sentence) {
            return namedBeforeAside(source, sentence) ?? source
        }
        if let near = lastSubject(before: v, sentence) { return near }
        if subject.sentence != number { subject = (number, firstSubject(of: number)) }
        if let phrase = subject.phrase, phrase.words.upperBound <= v { return phrase }
        if v > sentence.lowerBound, let opener = opener(of: sentence, before: v) { return opener }
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

    /// “Noting that it was late, Roe left”: the subject after the comma.
    private func subjectAfter(_ v: Int, _ sentence: Range<Int>) -> NounPhrase? {
        for i in Range(from: v, to: min(v + 40, sentence.upperBound)) where word(i).kind == .comma {
            guard i + 1 < sentence.upperBound else { return nil }
            return phrases.phrase(startingAt: i + 1, to: sentence.upperBound)
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
                phrases.names.mentionOfWord[i] < 0, !word(i).shape.contains(.clitic)
            else {
                continue
            }
            if let phrase = phrases.subject(before: i, from: sentence.lowerBound) { return phrase }
        }
        return nil
    }
}
