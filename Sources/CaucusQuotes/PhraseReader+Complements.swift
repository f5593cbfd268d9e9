import CaucusText

/// What hangs on the noun that speaks: “an official close to Jane Roe”, “a lawyer representing Jane Roe”.
extension PhraseReader {
    /// Whether word `i` ties what follows it to the person noun right before it.
    func tiesComplement(_ i: Int) -> Bool {
        guard i > 0, i + 1 < reading.words.count, word(i).kind == .word, !word(i).isCapitalized
        else { return false }
        // “officials close ranks”, “aides briefed reporters”: a verb.
        guard word(i + 1).has(.preposition) || reading.endsLike(i, "ing") else { return false }
        // “people directly involved in”
        let isModified = i > 1 && word(i - 1).has(.adverb) && !word(i - 1).has(.people)
        guard isPersonNoun(isModified ? i - 2 : i - 1) else { return false }
        if Self.services.contains(word(i).key) { return word(i + 1).key == Self.forWord }
        // “a judge appointed by Jane Roe”
        if word(i + 1).key == Self.by { return word(i).has(.verb) || reading.endsLike(i, "ed") }
        if Self.ties.contains(word(i).key) { return !word(i + 1).has(.adverb) }
        // “Democrats prosecuting the case”
        return reading.endsLike(i, "ing") && word(i).verb == .none && !word(i).has(.preposition)
            && (word(i + 1).has([.definite, .indefinite, .possessive])
                || names.mentionOfWord[i + 1] >= 0)
    }

    /// “official”, “people”, “someone”, “House Democrats”, and “neighbours” by its form.
    func isPersonNoun(_ i: Int) -> Bool {
        let word = word(i)
        guard word.kind == .word else { return false }
        if word.has(.people), !word.has(.organization) || reading.endsLike(i, "s") { return true }
        guard !word.isCapitalized || i == reading.sentence(of: i).lowerBound else { return false }
        return word.has(.role) || Self.persons.contains(word.key)
    }

    private static let persons = KeySet(
        "someone somebody those others solicitor barrister groups group firm")

    /// Adjectives and participles with a preposition after them, and participles with an object.
    private static let ties = KeySet(
        """
        close closest familiar loyal sympathetic opposed friendly hostile critical supportive privy \
        faithful acquainted aligned allied affiliated associated connected linked involved briefed \
        employed hired representing advising supporting backing opposing defending prosecuting \
        investigating overseeing supervising handling leading covering monitoring tracking studying \
        attending assisting counseling counselling
        """)

    /// “a lawyer acting for Jane Roe”, but not “an official speaking on condition of anonymity”.
    private static let services = KeySet("acting speaking working campaigning")
    private static let by = LetterFolding.key(of: "by")
    private static let forWord = LetterFolding.key(of: "for")

    /// “a friend of Jane Roe's”: the “'s” at `i` closes the phrase.
    func isDoubleGenitive(_ i: Int) -> Bool {
        guard i > 0, names.mentionOfWord[i - 1] >= 0 else { return false }
        let first = names.mentions[Int(names.mentionOfWord[i - 1])].whole.lowerBound
        return first > 0 && word(first - 1).key == Self.of
    }

    private static let of = LetterFolding.key(of: "of")

    /// Whether the name in the aside after `inner` is that of its complement: “allies of the mayor, Jane Roe,”,
    /// “a spokesman for the governor, Jane Roe,” but not “a spokeswoman for Jane Roe, Ann Penn,”.
    func namesComplement(_ name: Int, _ inner: NounPhrase) -> Bool {
        guard let last = inner.words.last, last > inner.head,
            inner.words.contains(where: { $0 > inner.head && word($0).has(.preposition) })
        else { return false }
        // “one of her allies, Jane Roe,”
        if word(inner.head).key == Self.one { return false }
        if isPlural(inner.head) { return true }
        guard names.mentionOfWord[last] < 0, word(last).has([.role, .title]) else { return false }
        let entity = names.mentions[name].entity
        guard entity >= 0 else { return false }
        let gender = names.entities[entity].gender
        // “a cousin of the suspect, Jane Roe,”
        if word(inner.words.lowerBound).has(.indefinite), Self.near.contains(word(inner.head).key),
            Self.cases.contains(word(last).key)
        {
            return true
        }
        if word(inner.head).has(.maleRole), gender == .female { return true }
        if word(inner.head).has(.femaleRole), gender == .male { return true }
        return names.entities[entity].roleKeys.contains(word(last).key)
    }

    private static let one = LetterFolding.key(of: "one")

    private static let near = KeySet(
        """
        cousin friend neighbor neighbour relative colleague classmate schoolmate roommate flatmate coworker \
        co-worker acquaintance brother sister uncle aunt nephew niece son daughter passer-by
        """)
    private static let cases = KeySet(
        "suspect victim accused defendant deceased gunman killer shooter attacker prisoner inmate boy girl"
    )

    /// “allies”, “neighbours”, but not “boss”.
    func isPlural(_ i: Int) -> Bool {
        word(i).has(.people) || reading.endsLike(i, "s") && !reading.endsLike(i, "ss")
    }
}
