import CaucusText

/// What was not said.
extension CueFinder {
    /// Whether the cue tells that its content was not said, was not said yet, or may not have been.
    func isUnsaid(_ cue: Cue, _ sentence: Range<Int>) -> Bool {
        if cue.verb == .decide { return refusesToSay(cue, sentence) }
        guard cue.pattern == .verb, Resolver.isSpeech(cue.verb), !cue.isPassive else {
            return false
        }
        if cue.isInfinitive { return followsRefusal(cue, sentence) }
        if cue.isParticipial, fallsShort(cue.head, sentence) { return true }
        if cue.isNegated, !isOnlyMore(cue) { return true }
        if cue.isModal, isUnreal(cue) { return true }
        guard let source = cue.source, !cue.isShared, source.words.lowerBound < cue.head else {
            return false
        }
        return deniesSpeakers(source, sentence) || isSupposed(source, sentence)
            || asksWho(source, sentence)
    }

    /// “not only said that it was late but …”, “cannot say enough”: something is said all the same.
    private func isOnlyMore(_ cue: Cue) -> Bool {
        cue.words.contains { Self.only.contains(word($0).key) }
            || cue.head + 1 < reading.words.count && word(cue.head + 1).key == Self.enough
    }

    /// “could say”, “might say”, “would have said”, but not “would later say”, “could only say”, “I should say”.
    private func isUnreal(_ cue: Cue) -> Bool {
        if let source = cue.source, word(source.head).has(.first) { return false }
        var isPossible = false
        var isConditional = false
        for i in cue.words.dropLast() where !word(i).isCapitalized {
            if Self.only.contains(word(i).key) { return false }
            if Self.possible.contains(word(i).key) { isPossible = true }
            if Self.conditional.contains(word(i).key) { isConditional = true }
            if word(i).has(.have), !word(i).shape.contains(.clitic), isConditional { return true }
        }
        return isPossible
    }

    /// “refused to say”, “has yet to say”, “was unable to say”: looks at four words before the “to”.
    private func followsRefusal(_ cue: Cue, _ sentence: Range<Int>) -> Bool {
        var i = cue.words.lowerBound - 1
        while i > sentence.lowerBound, cue.head - i < 6, word(i).has([.to, .adverb, .auxiliary]) {
            if Self.refusals.contains(word(i).key) { break }
            i -= 1
        }
        guard i >= sentence.lowerBound, Self.refusals.contains(word(i).key) else { return false }
        // “did not refuse to say”
        return !Range(from: max(i - 2, sentence.lowerBound), to: i).contains {
            word($0).has(.negation)
        }
    }

    /// “left without saying that”, “stopped short of saying that”
    private func fallsShort(_ v: Int, _ sentence: Range<Int>) -> Bool {
        guard v - 2 > sentence.lowerBound else { return false }
        return word(v - 1).key == Self.without || word(v - 2).key == Self.short
    }

    private static let naming = KeySet("call label brand describe dub")
    private static let without = LetterFolding.key(of: "without")
    private static let short = LetterFolding.key(of: "short")

    /// “declined to say whether it was safe”: what is refused is no content either.
    private func refusesToSay(_ cue: Cue, _ sentence: Range<Int>) -> Bool {
        guard cue.head + 2 < sentence.upperBound, !cue.isNegated else { return false }
        return Self.refusals.contains(word(cue.head).key) && word(cue.head + 1).has(.to)
            && (Resolver.isSpeech(word(cue.head + 2).verb)
                || Self.naming.contains(word(cue.head + 2).key))
    }

    /// “nobody on the board said”, “no minister said”, “neither Roe nor Penn said”: nobody is said to have spoken.
    private func deniesSpeakers(_ source: NounPhrase, _ sentence: Range<Int>) -> Bool {
        let first = word(source.words.lowerBound)
        if Self.nobody.contains(first.key) { return true }
        let before = source.words.lowerBound - 1
        guard before >= sentence.lowerBound else { return false }
        // “no fewer than ten officials said”
        if Self.nobody.contains(word(before).key) { return !Self.amounts.contains(first.key) }
        // “not one minister”, “not a single voter”
        if word(before).key == Self.not { return first.has([.numeral, .indefinite]) }
        // “neither Roe nor Penn”, where the phrase is Penn alone.
        return word(before).key == Self.nor
            && Range(from: max(sentence.lowerBound, before - 8), to: before).contains {
                word($0).key == Self.neither
            }
    }

    /// “if Roe says”, “unless he said”, “whether she said”.
    private func isSupposed(_ source: NounPhrase, _ sentence: Range<Int>) -> Bool {
        let before = source.words.lowerBound - 1
        guard before >= sentence.lowerBound else { return false }
        // “Had Roe said so, …”
        if before == sentence.lowerBound, word(before).key == Self.had { return true }
        return Self.suppositions.contains(word(before).key)
    }

    /// “Who says the port is dead?”
    private func asksWho(_ source: NounPhrase, _ sentence: Range<Int>) -> Bool {
        guard source.head == sentence.lowerBound, word(source.head).key == Self.who else {
            return false
        }
        let last = word(sentence.upperBound - 1)
        return last.kind == .stop && reading.bytes[Int(last.start)] == UInt8(ascii: "?")
    }

    private static let had = LetterFolding.key(of: "had")
    static let who = LetterFolding.key(of: "who")
    private static let enough = LetterFolding.key(of: "enough")
    private static let only = KeySet("only just merely simply")
    private static let possible = KeySet(
        "could might may can can't couldn't cannot shouldn't mightn't")
    private static let conditional = KeySet("would could should might 'd")
    private static let refusals = KeySet(
        """
        refuse refuses refused refusing decline declines declined declining fail fails failed failing yet unable \
        unwilling reluctant hesitant loath neglected omitted forgot hesitated
        """)
    private static let not = LetterFolding.key(of: "not")
    private static let nor = LetterFolding.key(of: "nor")
    private static let neither = LetterFolding.key(of: "neither")
    private static let amounts = KeySet("fewer less more doubt wonder matter")
    private static let nobody = KeySet("nobody none neither no no-one")
    private static let suppositions = KeySet("if unless whether whoever")
}
