import CaucusLanguage
import CaucusText

/// Whom a speaker tells.
extension ContentFinder {
    /// “told reporters that”, “asked him whether”: past the person spoken to.
    func skipAddressee(_ i: Int, _ cue: inout Cue, _ sentence: Range<Int>) -> Int {
        guard cue.verb == .tell || cue.verb == .ask || cue.verb == .urge, !cue.isPassive,
            i < sentence.upperBound, opening[i] < 0,
            !(reading.endsLike(i, "ing") && opensGerund(i, cue))
        else { return i }
        if word(i).has([.object, .it, .you]), !opensPhrase(i, sentence) {
            cue.hasAddressee = true
            return i + 1
        }
        guard let phrase = phrases.phrase(startingAt: i, to: sentence.upperBound) else { return i }
        let last = pastTitle(phrase.words.upperBound)
        guard phrase.words.lowerBound == i, last < sentence.upperBound else {
            return last > phrase.words.upperBound ? last : i
        }
        if cue.verb == .tell, let clause = clauseStart(in: phrase.words, cue, sentence) {
            cue.hasAddressee = true
            return clause
        }
        let next = cue.verb == .tell ? pastAside(last, sentence) : last
        if cue.verb == .tell && !cue.isParticipial
            || word(next).has([.that, .question, .to, .preposition]) || refusesInfinitive(next)
            || [.comma, .colon].contains(word(next).kind) || word(next).has(.subjectPronoun)
        {
            cue.hasAddressee = true
            return next
        }
        return i
    }

    /// The board in “urged the board to leave”, “called on the board not to leave”: who shall do what is asked for is
    /// a part of it; `nil` elsewhere.
    func askedToAct(_ i: Int, _ cue: Cue, _ sentence: Range<Int>) -> Int? {
        guard cue.verb == .ask || cue.verb == .urge, !cue.isPassive, i < sentence.upperBound,
            opening[i] < 0
        else { return nil }
        let start = Self.askingFor.contains(word(i).key) ? i + 1 : i
        guard start + 2 < sentence.upperBound, opening[start] < 0, !word(start).has(.time) else {
            return nil
        }
        var next = start
        if word(start).has([.object, .it, .you]), !opensPhrase(start, sentence) {
            next = start + 1
        } else if let phrase = phrases.phrase(startingAt: start, to: sentence.upperBound),
            phrase.words.lowerBound == start
        {
            next = phrase.words.upperBound
        }
        guard next > start, next + 1 < sentence.upperBound else { return nil }
        return word(next).has(.to) && opensInfinitive(word(next + 1)) || refusesInfinitive(next)
            ? start : nil
    }

    private static let askingFor = KeySet("on upon for")

    /// “not to leave”
    func refusesInfinitive(_ i: Int) -> Bool {
        i + 1 < reading.words.count && word(i).key == Self.not && word(i + 1).has(.to)
    }

    /// “her deputy”, but not “told her the port was open”.
    private func opensPhrase(_ i: Int, _ sentence: Range<Int>) -> Bool {
        word(i).has(.possessive) && i + 1 < sentence.upperBound
            && word(i + 1).has([.role, .people, .rank])
    }

    /// “told Rep. Jane Roe (D-N.Y.) that”, “told her deputy, Jane Roe, that”: past the brackets or the commas; looks
    /// at 14 words.
    private func pastAside(_ i: Int, _ sentence: Range<Int>) -> Int {
        let closing: Word.Kind
        switch word(i).kind {
        case .openBracket: closing = .closeBracket
        case .comma: closing = .comma
        default: return i
        }
        for k in Range(from: i + 1, to: min(i + 14, sentence.upperBound - 1)) {
            if opening[k] >= 0 || word(k).has(.auxiliary) { return i }
            guard word(k).kind == closing else { continue }
            return closing == .closeBracket || word(k + 1).has([.that, .preposition]) ? k + 1 : i
        }
        return i
    }

    /// Where the clause begins in “told reporters the bill was flawed”, “told dockers Jane Roe had lied”, “told CNN
    /// officials were late”; `nil` where the words name whom he told and no clause follows.
    private func clauseStart(
        in words: Range<Int>, _ cue: Cue, _ sentence: Range<Int>
    ) -> Int? {
        for k in words.dropFirst() where opensSubject(k) {
            if isClause(k, cue, sentence) || isClauseWithAside(k, sentence) { return k }
        }
        return nil
    }

    /// Whether a new phrase starts at `k`: an article that nothing before it governs, a name after a plural noun, a
    /// plural noun after an organization's name.
    private func opensSubject(_ k: Int) -> Bool {
        let before = word(k - 1)
        guard before.isWord, !before.has([.preposition, .coordinator, .determiner]) else {
            return false
        }
        let names = phrases.names
        if word(k).has([.definite, .indefinite, .possessive]) || Self.this.contains(word(k).key) {
            return k + 1 < reading.words.count && !word(k + 1).has(.time)
        }
        let mention = names.mentionOfWord[k]
        if mention >= 0, names.mentionOfWord[k - 1] < 0 {
            return !before.isCapitalized && !before.shape.contains(.clitic)
                && (before.has(.people) || reading.endsLike(k - 1, "s") && !before.has(.time))
        }
        let last = names.mentionOfWord[k - 1]
        return mention < 0 && last >= 0 && names.mentions[Int(last)].kind != .person
            && word(k).has(.people) && reading.endsLike(k, "s")
    }

    private static let this = KeySet("this these those there")

    /// “the minister, Jane Roe, was late”: the verb after an aside of at most ten words.
    func isClauseWithAside(_ i: Int, _ sentence: Range<Int>) -> Bool {
        var comma = -1
        for k in Range(from: i + 1, to: min(i + 16, sentence.upperBound - 1))
        where word(k).kind == .comma {
            guard comma >= 0 else {
                comma = k
                continue
            }
            return k - comma <= 10 && reading.canBeFinite(k + 1)
        }
        return false
    }
}
