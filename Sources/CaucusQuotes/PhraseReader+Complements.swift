import CaucusText

/// What hangs on the noun that speaks: “an official close to Jane Roe”, “a lawyer representing Jane Roe”.
extension PhraseReader {
    /// Whether word `i` ties what follows it to the person noun right before it.
    func tiesComplement(_ i: Int) -> Bool {
        guard i > 0, word(i).kind == .word, !word(i).isCapitalized,
            i + 1 < reading.words.count, Self.ties.contains(word(i).key)
        else { return false }
        var k = i - 1
        // “people directly involved in”
        if k > 0, word(k).has(.adverb), !word(k).has(.people) { k -= 1 }
        guard names.mentionOfWord[k] < 0, isPersonNoun(k) else { return false }
        // “officials close ranks”, “aides briefed reporters”: a verb.
        let next = word(i + 1)
        if Self.services.contains(word(i).key) { return next.key == Self.forWord }
        return next.has(.preposition) || reading.endsLike(i, "ing") && !next.has(.adverb)
    }

    /// “official”, “people”, “someone”, and “neighbours” or “residents” by their form.
    private func isPersonNoun(_ i: Int) -> Bool {
        let word = word(i)
        guard word.kind == .word, !word.isCapitalized || i == reading.sentence(of: i).lowerBound
        else { return false }
        return word.has([.role, .people]) || Self.persons.contains(word.key)
    }

    private static let persons = KeySet(
        "someone somebody those others neighbours solicitor solicitors barrister barristers group groups firm")

    /// Adjectives and participles with a preposition after them, and participles with an object.
    private static let ties = KeySet(
        """
        close closest familiar loyal sympathetic opposed friendly hostile critical supportive privy faithful \
        acting speaking working campaigning acquainted aligned allied affiliated associated connected linked involved briefed employed hired \
        representing advising supporting backing opposing defending prosecuting investigating overseeing \
        supervising handling leading covering monitoring tracking studying attending assisting counseling counselling
        """)

    /// “a lawyer acting for Jane Roe”, but not “an official speaking on condition of anonymity”.
    private static let services = KeySet("acting speaking working campaigning")
    private static let forWord = LetterFolding.key(of: "for")

    /// Whether the name in the aside after `inner` is that of its complement: “allies of the prime minister, Jane Roe,”,
    /// “a spokesman for the governor, Jane Roe,” but not “a spokeswoman for Jane Roe, Ann Penn,”.
    func namesComplement(_ name: Int, _ inner: NounPhrase) -> Bool {
        guard let last = inner.words.last, last > inner.head,
            inner.words.contains(where: { $0 > inner.head && word($0).has(.preposition) })
        else { return false }
        if isPlural(inner.head) { return true }
        guard names.mentionOfWord[last] < 0, word(last).has([.role, .title]) else { return false }
        let entity = names.mentions[name].entity
        guard entity >= 0 else { return false }
        let gender = names.entities[entity].gender
        if word(inner.head).has(.maleRole), gender == .female { return true }
        if word(inner.head).has(.femaleRole), gender == .male { return true }
        return names.entities[entity].roleKeys.contains(word(last).key)
    }

    /// “allies”, “neighbours”, but not “boss”.
    private func isPlural(_ i: Int) -> Bool {
        word(i).has(.people) || reading.endsLike(i, "s") && !reading.endsLike(i, "ss")
    }
}
