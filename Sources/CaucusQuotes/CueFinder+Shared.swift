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
        if cue.isParticipial, cue.words.lowerBound > 0, let source = cue.source {
            // “mocked Roe for saying it, adding that …”
            if word(cue.words.lowerBound - 1).key == Self.forWord { return true }
            return source.words.upperBound == cue.words.lowerBound
        }
        return cue.words.count == 1 && form.contains(.participle)
            && form.isDisjoint(with: [.past, .base, .third, .gerund])
    }

    /// The subject of the finite verb nearest before `v`; looks at 30 words.
    func lastSubject(before v: Int, _ sentence: Range<Int>) -> NounPhrase? {
        let isPast = isPastOnly(v)
        var i = v - 1
        while i > sentence.lowerBound, v - i < 30 {
            defer { i -= 1 }
            guard phrases.quoteOfWord[i] < 0, phrases.names.mentionOfWord[i] < 0,
                reading.canBeFinite(i), !isNounLike(i), !isPast || !isPresent(i)
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

    /// “said” and “noted”, but not “saying” nor “put”.
    private func isPastOnly(_ i: Int) -> Bool {
        guard i > 0 else { return false }
        let form = word(i).form
        return form.contains(.past) && form.isDisjoint(with: [.base, .third, .gerund])
            && !word(i - 1).has(.auxiliary)
    }

    /// “denied that the city is broke and noted”: no verb that another in the past is beside.
    private func isPresent(_ i: Int) -> Bool {
        Self.present.contains(word(i).key)
            || word(i).form.contains(.third) && !word(i).form.contains(.past)
    }

    private static let present = KeySet("is are am has will can may must do does")

    /// “Roe's call”, “the race”, “Roe regarding the gap”: no finite verb.
    private func isNounLike(_ i: Int) -> Bool {
        let before = word(i - 1)
        // “Roe, the head of the port, was late”
        if [.comma, .closeBracket, .dash].contains(before.kind) {
            return !word(i).has([.be, .have, .modal, .doing]) && !isPastOnly(i)
        }
        guard before.isWord, !before.has([.to, .auxiliary, .preposition, .determiner]) else {
            return true
        }
        if before.shape.contains(.clitic) { return true }
        // “a government led by Roe”
        if word(i).form.contains(.participle), isAgentNext(i) { return true }
        // “when asked”, “if elected”
        if before.has([.clauseBorder, .question]), !before.has([.subjectPronoun, .relative]) {
            return true
        }
        // “Roe's world”
        if word(i).shape.contains(.clitic), word(i).has(.be), word(i).has(.have) {
            return !before.has(.subjectPronoun)
        }
        if word(i).has([.be, .have, .modal, .doing]) { return reading.endsLike(i, "ing") }
        let form = word(i).form
        return !form.isEmpty && form.isDisjoint(with: [.base, .third, .past])
            || word(i).has(.preposition)
    }

    /// Who opens the sentence or its first clause: Roe in “In any case, Roe undercut it, saying …”, whose verb is of no
    /// list.
    func opener(of sentence: Range<Int>, before v: Int) -> NounPhrase? {
        let comma = sentence.prefix(12).first { word($0).kind == .comma }
        for i in [sentence.lowerBound, comma.map { $0 + 1 } ?? sentence.lowerBound] where i < v {
            if word(i).has([.he, .she, .they]), phrases.quoteOfWord[i] < 0 {
                return NounPhrase(words: i..<i + 1, head: i, mention: -1, kind: .pronoun)
            }
            let mention = Int(phrases.names.mentionOfWord[i])
            guard mention >= 0, phrases.quoteOfWord[i] < 0 else { continue }
            let name = phrases.names.mentions[mention]
            if name.kind == .person, name.whole.upperBound < v,
                !word(name.whole.upperBound).shape.contains(.clitic),
                word(name.whole.upperBound).kind == .word
            {
                return phrases.headed(name.whole)
            }
        }
        return nil
    }

    /// Roe in “Penn criticized Roe for saying …”, “thanked her for noting”: who does what comes after “for”.
    func blamed(before v: Int, _ sentence: Range<Int>) -> NounPhrase? {
        let end = v - 1
        guard word(v).form.contains(.gerund), end - 1 > sentence.lowerBound,
            word(end).key == Self.forWord
        else { return nil }
        if word(end - 1).has(.object), !word(end - 1).has(.possessive) || word(end - 2).has(.verb) {
            let object = end - 1
            return isBlame(object - 1)
                ? NounPhrase(words: object..<end, head: object, mention: -1, kind: .pronoun) : nil
        }
        guard let phrase = phrases.phrase(endingAt: end, from: sentence.lowerBound),
            phrase.words.lowerBound > sentence.lowerBound, isBlame(phrase.words.lowerBound - 1)
        else { return nil }
        return phrase
    }

    private func isBlame(_ i: Int) -> Bool {
        guard word(i).kind == .word else { return false }
        return Self.blames.contains(word(i).key) || word(i).verb == .praise
    }

    private static let forWord = LetterFolding.key(of: "for")
    private static let blames = KeySet(
        """
        criticized criticised slammed slam slams blasted blast blasts attacked attack attacks mocked mock mocks \
        ridiculed faulted fault faults rebuked rebuke rebukes chided chide chides scolded scold scolds condemned \
        denounced blamed praised praise praises thanked thank thanks commended applauded lauded hailed \
        reprimanded ripped derided knocked hit hammered assailed lambasted castigated censured fired sued \
        excoriated criticize criticizes criticise criticises criticizing attacking slamming blasting mocking
        """)
}
