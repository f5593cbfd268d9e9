import CaucusText

/// Where the subject of a verb begins, and what hangs on it.
extension PhraseReader {
    /// The place right before “on Thursday” or “in a statement” where the phrase is such a circumstance alone, and what
    /// stands there closes a subject: “Jane Roe, the chairwoman, in a statement said”.
    func beforeCircumstance(_ phrase: NounPhrase, from start: Int) -> Int? {
        let first = phrase.words.lowerBound
        guard phrase.words.count <= 4, phrase.mention < 0, first - 1 > start else { return nil }
        let isPreposition = word(first - 1).has(.preposition)
        if phrase.words.count <= 2, phrase.words.allSatisfy({ word($0).has(.time) }) {
            return isPreposition
                ? first - 1 : word(first - 1).kind == .comma ? first : nil
        }
        return isPreposition && word(first - 2).kind == .comma && first - 2 > start
            && Self.occasions.contains(word(phrase.head).key) ? first - 1 : nil
    }

    private static let occasions = KeySet(
        """
        statement interview speech email e-mail letter memo tweet post release conference briefing hearing \
        testimony remarks article column video message address report ruling filing
        """)

    /// “Roe” in “more than a month after Roe told the board” and in “in a talk two weeks ago Roe said”: what stands
    /// before the clause of the verb is no part of its subject.
    func ownClause(_ phrase: NounPhrase) -> NounPhrase {
        let words = phrase.words
        let last = Int(names.mentionOfWord[words.upperBound - 1])
        if last >= 0, names.mentions[last].kind == .person {
            let name = names.mentions[last].whole.lowerBound
            if name > words.lowerBound + 1, word(name - 1).has(.time),
                words.contains(where: { $0 < name && word($0).has(.preposition) })
                    || word(name - 1).key == Self.ago
            {
                return headed(Range(from: name, to: words.upperBound))
            }
        }
        guard words.count > 2 else { return phrase }
        for i in Range(from: words.lowerBound + 1, to: words.upperBound - 1).reversed()
        where Self.openers.contains(word(i).key) && names.mentionOfWord[i] < 0 {
            let rest = headed(Range(from: i + 1, to: words.upperBound))
            return rest.mention >= 0
                || word(rest.head).has([.role, .people, .organization, .writing])
                ? rest : phrase
        }
        return phrase
    }

    private static let ago = LetterFolding.key(of: "ago")
    private static let openers = KeySet("after since until because although though while once")

    /// “A farmer working on a plan in Oram said”, “those polled at the fair said”: the person before a participle and
    /// a preposition is whom the phrase is about.
    func reduced(_ phrase: NounPhrase, from start: Int) -> NounPhrase {
        let preposition = phrase.words.lowerBound - 1
        let participle = preposition - 1
        guard participle - 1 >= start, phrase.mention < 0 || word(preposition).key == Self.byWord,
            word(preposition).has(.preposition), !word(preposition).has(.to),
            !word(preposition).has(.clauseBorder) || !word(phrase.head).has([.role, .people]),
            isParticiple(participle), isPersonNoun(participle - 1),
            let person = self.phrase(endingAt: participle, from: start), person.mention < 0
        else { return phrase }
        var whole = person
        whole.words = Range(from: person.words.lowerBound, to: phrase.words.upperBound)
        if whole.complement < 0 { whole.complement = min(whole.words.upperBound, whole.head + 12) }
        return whole
    }

    private static let byWord = LetterFolding.key(of: "by")

    private func isParticiple(_ i: Int) -> Bool {
        guard word(i).kind == .word, !word(i).isCapitalized,
            !Resolver.isSpeech(word(i).verb) || word(i).verb == .ask
        else { return false }
        return reading.endsLike(i, "ing") || reading.endsLike(i, "ed")
            || word(i).form.contains(.participle)
    }

    /// Whether an aside that is a name closes with it or with its town: “Jane Roe of Oram”.
    func closes(_ end: Int, _ aside: Int, _ inner: NounPhrase) -> Bool {
        if end == aside { return true }
        // “a spokesman for the leader, Jane Roe of Oram”
        let isTied = inner.words.contains { $0 > inner.head && Self.bonds.contains(word($0).key) }
        return !isTied && aside - end <= 3 && aside - end > 1 && Self.towns.contains(word(end).key)
            && word(end + 1).isCapitalized
    }

    private static let towns = KeySet("of from")
    private static let bonds = KeySet("for to with")

    /// Jane Roe in “Secretary of State Jane Roe”, “U.S. Ambassador to the United Nations Jane Roe on Monday”: capitals
    /// alone stand between the office and the name.
    func officeBearer(_ words: Range<Int>, _ head: Int, _ preposition: Int) -> Int? {
        guard head >= words.lowerBound, preposition == head + 1, preposition < words.upperBound,
            word(head).has([.role, .title]), word(head).isCapitalized, !reading.endsLike(head, "s")
        else { return nil }
        var capitals = 0
        for i in Range(from: preposition + 1, to: min(preposition + 8, words.upperBound)) {
            let mention = Int(names.mentionOfWord[i])
            if mention >= 0, names.mentions[mention].kind == .person {
                // “State Jane Roe”: her name begins after the office.
                return capitals > 0 || names.mentions[mention].name.lowerBound > i
                    ? names.mentions[mention].name.upperBound - 1 : nil
            }
            if word(i).isCapitalized {
                capitals += 1
            } else if !word(i).has([.definite, .preposition, .coordinator]) {
                return nil
            }
        }
        return nil
    }
}
