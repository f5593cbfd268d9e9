import CaucusQuotes
import CaucusText

/// How a verb or a noun leads to the target.
extension SpeechActFinder {
    /// What stands between an act's words and the target.
    struct Path {
        /// Which of the sentence's places it reaches.
        var place: Int
        /// -1 where a noun between turns the direction round: “condemned the attack on her”.
        var polarity = 1
        /// How much weaker the act is for what lies between.
        var weakness = 0
        /// The noun the target owns, as a word, or -1: “handling” in “the mayor's handling”.
        var owned = -1
        /// One past the last word of the phrase that holds the target.
        var end: Int
    }

    /// The path from word `start` to the first place of the target that it leads to.
    func path(from start: Int) -> Path? {
        for (number, place) in places.enumerated() where place.words.lowerBound >= start {
            guard var path = reach(number, from: start) else { return nil }
            return follow(&path) ? path : nil
        }
        return nil
    }

    /// Whether what lies between `start` and a place is one noun phrase, or a list of them.
    private func reach(_ number: Int, from start: Int) -> Path? {
        let goal = places[number].words
        var path = Path(place: number, end: goal.upperBound)
        var noun = -1
        var commas = 0
        for i in Range(from: start, to: goal.lowerBound) {
            let word = word(i)
            if word.kind == .comma {
                commas += 1
                if commas > 3 || i == start { return nil }
                continue
            }
            guard word.isWord, !word.has(.quoted) else {
                // “then-Mayor”, a slash, an apostrophe of a plural
                if word.isBreak || word.kind == .openBracket || word.has(.quoted) { return nil }
                continue
            }
            if word.has(.name) { continue }
            if word.isClitic {
                if word.has(.be), self.word(i - 1).isWord, i + 1 < goal.lowerBound { continue }
                return nil
            }
            if word.has([.subjectPronoun, .relative, .auxiliary, .object]),
                !word.has([.determiner, .possessive])
            {
                return nil
            }
            // “the soup that Hale sent back”
            if word.has(.relative), i > start, self.word(i - 1).isWord { return nil }
            if word.has(.clauseBorder), !word.has(.preposition) { return nil }
            if word.has(.preposition) {
                guard turn(&path, noun: noun, through: i) else { return nil }
                noun = -1
                continue
            }
            if word.has(.finite), !isNounHere(i, from: start) { return nil }
            if let verb = table.verbs[word.key], verb.form == .gerund, !isNounHere(i, from: start) {
                return nil
            }
            if !word.has([.determiner, .adverb, .possessive, .coordinator, .time]) { noun = i }
        }
        if commas > 0, !isList(Range(from: start, to: goal.lowerBound), goal) { return nil }
        return path
    }

    /// Whether a form that may be a verb is a noun or a participle of the phrase.
    private func isNounHere(_ i: Int, from start: Int) -> Bool {
        guard i > start else { return false }
        let before = word(i - 1)
        return before.isClitic
            || before.has([.determiner, .possessive, .adjective, .adverb, .name])
    }

    /// “Hale, Brown and” before the target, or “Hale,” before it and “and Brown” after.
    private func isList(_ range: Range<Int>, _ goal: Range<Int>) -> Bool {
        guard let last = range.last else { return false }
        if word(last).has(.coordinator) { return true }
        if last > range.lowerBound, word(last - 1).has(.coordinator) { return true }
        let after = goal.upperBound
        guard word(last).kind == .comma, after + 1 < sentence.upperBound else { return false }
        return word(after).has(.coordinator) || word(after + 1).has(.coordinator)
    }

    /// Goes through a preposition: what the noun before it does to the direction; false where the target is
    /// not what the act is about.
    private func turn(_ path: inout Path, noun: Int, through i: Int) -> Bool {
        guard noun >= 0 else { return false }
        let key = word(noun).key
        if table.deeds.contains(key), word(i).key == Self.of, !Self.criticism.contains(key) {
            // “the accusations of the mayor” are the mayor's.
            path.weakness += 1
            return true
        }
        if table.turners.contains(key) {
            path.polarity = -path.polarity
            return true
        }
        if let own = table.nouns[key], own.leads.contains(word(i).key) {
            if own.direction < 0 { path.polarity = -path.polarity }
            path.weakness += 1
            return true
        }
        guard Self.owning.contains(word(i).key), !word(noun).has(.person),
            !table.others.contains(key)
        else { return false }
        path.weakness += 1
        return true
    }

    private static let of = LetterFolding.key(of: "of")
    private static let criticism = KeySet("criticism criticisms")
    private static let owning = KeySet("of by under from")

    /// Reads what the target owns, or what it stands before: “her handling of”, “the Hale plan”.
    private func follow(_ path: inout Path) -> Bool {
        let goal = places[path.place].words
        var i = goal.upperBound
        guard i < sentence.upperBound else { return true }
        let next = word(i)
        let isClitic = next.isClitic && next.has(.be)
        let isApostrophe =
            next.key == 0 && ![.comma, .openBracket].contains(next.kind) && !next.isBreak
            && !next.has(.quoted) && isPluralApostrophe(i)
        let isPronoun = goal.count == 1 && word(goal.lowerBound).has(.possessive)
        if isClitic || isApostrophe { i += 1 }
        guard isClitic || isApostrophe || isPronoun || isModifier(goal, i) else { return true }
        var noun = -1
        while i < sentence.upperBound, i - goal.upperBound < 6 {
            let word = word(i)
            guard word.isWord, !word.has(.quoted),
                !word.isClitic,
                !word.has([.preposition, .auxiliary, .relative, .coordinator, .to]),
                !word.has(.clauseBorder), !word.has([.subjectPronoun, .determiner])
            else { break }
            if word.has(.time), noun >= 0 { break }
            if word.has(.adverb), noun >= 0 { break }
            if !word.has(.adverb) { noun = i }
            i += 1
        }
        guard noun >= 0 else { return isPronoun && word(goal.lowerBound).has(.object) }
        path.owned = noun
        path.end = noun + 1
        let key = word(noun).key
        if Self.governments.contains(key) { return true }
        if Self.families.contains(key) { return false }
        if table.turners.contains(key), !table.deeds.contains(key) {
            path.polarity = -path.polarity
        } else if table.others.contains(key) || word(noun).has(.person) && !word(noun).has(.name) {
            return false
        }
        return true
    }

    private func isPluralApostrophe(_ i: Int) -> Bool {
        word(i).start == word(i - 1).end && i + 1 < sentence.upperBound
            && word(i + 1).isWord && word(i + 1).start > word(i).end
    }

    /// “the Hale government”: a noun right after a name that an article stands before.
    private func isModifier(_ goal: Range<Int>, _ i: Int) -> Bool {
        guard i < sentence.upperBound, goal.lowerBound > sentence.lowerBound,
            word(goal.lowerBound).isCapitalized, !word(goal.lowerBound).has(.determiner)
        else { return false }
        let next = word(i)
        guard next.isWord, !next.isCapitalized, !next.isClitic,
            !next.has([
                .preposition, .auxiliary, .relative, .coordinator, .to, .adverb, .time,
                .clauseBorder, .determiner, .subjectPronoun, .object, .negation, .finite,
            ])
        else { return false }
        let before = word(goal.lowerBound - 1)
        return before.has(.determiner) || table.others.contains(next.key)
            || Self.governments.contains(next.key) || next.has(.person)
    }

    private static let families = KeySet("family clan dynasty household")
    private static let governments = KeySet(
        """
        government administration campaign cabinet team presidency agenda plan plans policies policy bill budget
        """)
}
