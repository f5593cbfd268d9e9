import CaucusLanguage
package import CaucusText

/// A noun phrase that may be a source.
package struct NounPhrase: Sendable {
    /// All of its words, appositives included.
    package var words: Range<Int>
    /// The word or name it is about: “aide” in “an aide to Mr. Okello”.
    package var head: Int
    /// The name mention that is its head, or -1.
    var mention: Int
    package var kind: Mention.Kind
    /// One past the last word of what is tied to the head (“familiar with the matter”), or -1.
    var complement = -1

    /// “she”, “who”.
    package var isPronoun: Bool { kind == .pronoun }
}

/// Reads noun phrases off the words around a verb, without a parser.
final class PhraseReader: Sendable {
    let reading: Reading
    let names: EntityTable
    /// For every word: the outermost quotation it stands in, or -1.
    let quoteOfWord: [Int32]

    init(reading: Reading, names: EntityTable, quoteOfWord: [Int32]) {
        self.reading = reading
        self.names = names
        self.quoteOfWord = quoteOfWord
    }

    func word(_ i: Int) -> Word { reading.words[i] }

    /// The subject that ends right before `end`, not reaching before `start`; `nil` where none is seen.
    func subject(before end: Int, from start: Int) -> NounPhrase? {
        subject(before: end, from: start, depth: 0)
    }

    /// Asides within asides that are read: “the mayor (a lawyer),” takes two. A row of a thousand dashes would
    /// otherwise be a thousand asides, and use up a thread's stack (issue 13).
    private static let deepest = 8

    private func subject(before end: Int, from start: Int, depth: Int) -> NounPhrase? {
        guard end > start, depth < Self.deepest else { return nil }
        let last = word(end - 1)
        switch last.kind {
        case .comma, .closeBracket, .dash: return subjectBeforeAside(end, from: start, depth)
        case .doubleClose, .doubleStraight, .singleClose, .singleStraight:
            guard let comma = byname(before: end, from: start),
                let inner = subject(before: comma, from: start, depth: depth + 1)
            else { return nil }
            return withAside(inner, Range(from: comma + 1, to: end), from: start, depth)
        case .word, .number: break
        default: return nil
        }
        // “Jane Roe, D-Calif., head of the harbor,”
        if end - 2 > start, word(end - 2).kind == .comma, reading.isPartyTag(end - 1) {
            return subject(before: end - 2, from: start, depth: depth + 1)
        }
        if last.has(.subjectPronoun) || last.has(.relative) && !last.has(.that) {
            return pronoun(at: end - 1)
        }
        if last.has(.that), end - 2 >= start, word(end - 2).kind == .word,
            !word(end - 2).has([.verb, .auxiliary])
        {
            return pronoun(at: end - 1)
        }
        guard let phrase = phrase(endingAt: end, from: start) else { return nil }
        // “Jane Roe, the chairwoman, on Thursday called for it”
        if let before = beforeCircumstance(phrase, from: start) {
            return subject(before: before, from: start, depth: depth + 1)
        }
        return reduced(ownClause(phrase), from: start)
    }

    /// The noun phrase before the first finite verb of a sentence; looks at 40 words.
    func firstSubject(of number: Int) -> NounPhrase? {
        let sentence = reading.sentences[number].lexemes
        for i in sentence.prefix(40) where quoteOfWord[i] < 0 {
            guard i > sentence.lowerBound, reading.canBeFinite(i), names.mentionOfWord[i] < 0
            else { continue }
            if let phrase = subject(before: i, from: sentence.lowerBound) { return phrase }
        }
        return nil
    }

    private func pronoun(at i: Int) -> NounPhrase {
        NounPhrase(words: i..<i + 1, head: i, mention: -1, kind: .pronoun)
    }

    /// “Hugh Hill, a doctor, said”; “Sen. Jane Roe (D-Me.) said”; “Roe — a doctor — said”.
    private func subjectBeforeAside(_ end: Int, from start: Int, _ depth: Int) -> NounPhrase? {
        let closing = word(end - 1).kind
        let opening: Word.Kind = closing == .closeBracket ? .openBracket : closing
        var i = end - 2
        let limit = max(start, end - 45)
        while i >= limit {
            let kind = word(i).kind
            if kind == opening, i > start {
                let close = end - (closing == .closeBracket ? 0 : 1)
                // “her mother, Ann Tull, 81, said”: an age parts no name from the role before it.
                if depth < 2, close == i + 2, word(i + 1).kind == .number, kind == .comma,
                    var named = subjectBeforeAside(i + 1, from: start, depth + 1),
                    named.mention >= 0,
                    named.words.upperBound >= i
                {
                    named.words = Range(from: named.words.lowerBound, to: close)
                    return named
                }
                if closing == .comma { i = beforeHometown(i, close: close, from: start) }
                guard let inner = subject(before: i, from: start, depth: depth + 1) else {
                    return nil
                }
                return withAside(inner, Range(from: i + 1, to: close), from: start, depth)
            }
            if quoteOfWord[i] >= 0 && opening == .dash { return nil }
            if closing != .closeBracket, kind == .stop || kind == .semicolon || kind == .colon {
                return nil
            }
            i -= 1
        }
        return nil
    }

    /// A phrase with the aside after it: “the mayor, Jane Roe,” is about Jane Roe, and so is “Jane Roe, head
    /// of the harbor, who was late,”.
    private func withAside(
        _ inner: NounPhrase, _ aside: Range<Int>, from start: Int, _ depth: Int
    ) -> NounPhrase {
        var result = inner
        result.words = Range(
            from: inner.words.lowerBound, to: max(aside.upperBound, inner.words.upperBound))
        let named = aside.isEmpty ? -1 : Int(names.mentionOfWord[aside.lowerBound])
        // “the head of the Oram School of Health, Professor Jane Roe,”
        let isOffice =
            inner.mention >= 0 && inner.kind != .name && named >= 0 && names.mentions[named].titled
        guard inner.mention < 0 || isOffice, inner.kind != .pronoun else { return result }
        if named >= 0, names.mentions[named].kind == .person,
            closes(names.mentions[named].whole.upperBound, aside.upperBound, inner)
        {
            guard !namesComplement(named, inner) else {
                result.complement = aside.upperBound
                return result
            }
            result.mention = named
            result.head = names.mentions[named].name.upperBound - 1
            result.kind = .name
            return result
        }
        let before = inner.words.lowerBound - 1
        if before > start, word(before).kind == .comma,
            let further = subject(before: before, from: start, depth: depth + 1),
            further.mention >= 0,
            names.mentions[further.mention].kind == .person
        {
            result.words = Range(from: further.words.lowerBound, to: result.words.upperBound)
            result.mention = further.mention
            result.head = further.head
            result.kind = .name
        }
        return result
    }

    /// The noun phrase whose last word is `end - 1`.
    func phrase(endingAt end: Int, from start: Int) -> NounPhrase? {
        var i = end - 1
        let limit = max(start, end - 25)
        while i >= limit, continues(i, end: end) { i -= 1 }
        var first = i + 1
        while first < end,
            word(first).has([.adverb, .preposition, .coordinator]) && !startsPartitive(first)
                || !word(first).isCapitalized && !word(first).has(.determiner)
                    && Self.openers.contains(word(first).key)
        {
            first += 1
        }
        guard first < end else { return nil }
        // A lone article: what follows was taken for a verb, as in “the only question”.
        if end - first == 1, word(first).has([.definite, .indefinite]),
            !word(first).has([.indefinitePronoun, .numeral])
        {
            return nil
        }
        return headed(first..<end)
    }

    /// “including members of the board”, “at least two officials”
    private static let openers = KeySet("including least")

    /// “of” in “most of them” never opens a phrase, but numbers and “about” may.
    private func startsPartitive(_ i: Int) -> Bool { word(i).has(.numeral) }

    /// Whether the phrase to the right of word `i` may go on to the left with it.
    private func continues(_ i: Int, end: Int) -> Bool {
        let word = word(i)
        guard quoteOfWord[i] < 0 else { return false }
        switch word.kind {
        case .word, .number: break
        case .other: return !word.shape.contains(.spaceBefore) || !word.shape.contains(.spaceAfter)
        // “the teachers' union”
        case .singleClose, .singleStraight:
            return i > 0 && !word.shape.contains(.spaceBefore) && word.shape.contains(.spaceAfter)
                && reading.endsLike(i - 1, "s") && i + 1 < end
        default: return false
        }
        if names.mentionOfWord[i] >= 0 || tiesComplement(i) { return true }
        if word.shape.contains(.clitic) {
            return word.has(.be) && word.has(.have) && (i + 1 < end || isDoubleGenitive(i))
        }
        if word.has([.clauseBorder, .question, .subjectPronoun, .negation])
            && !word.has(.preposition)
        {
            return false
        }
        if word.has(.that) || word.has(.relative) { return false }
        // “On page 13 the report said”, “forced to retract the story”: no noun goes on into an article.
        if i + 1 < end, self.word(i + 1).has([.definite, .indefinite, .possessive]),
            !word.has([.preposition, .determiner, .coordinator, .numeral, .adverb]),
            !(reading.endsLike(i, "ing") && i > 0 && self.word(i - 1).isWord)
        {
            return false
        }
        if word.has(.auxiliary) { return false }
        if word.has(.coordinator) { return joinsNouns(i, end: end) }
        // “him” is a phrase of its own; “her” may open one.
        if word.has(.object), !(word.has(.possessive) && i + 1 < end) { return i == end - 1 }
        if word.has(.adverb) && !word.has([.adjective, .numeral, .time]) {
            return isInside(i, end: end)
        }
        if i == end - 1, word.verb == .none, i > 0,
            self.word(i - 1).has([.determiner, .adjective, .time, .possessive])
        {
            // “the Sunday meeting”: a noun here.
            return true
        }
        if word.has(.verb), !word.form.contains(.noun),
            word.verb != .none || !word.has(.people),
            !word.has([.role, .people, .writing, .speechNoun, .adjective])
        {
            return isParticipleInPhrase(i, end: end) || isInside(i, end: end)
        }
        if word.classes.isEmpty, !word.isCapitalized, reading.endsLike(i, "ed"), i + 1 < end {
            return isParticipleInPhrase(i, end: end)
        }
        return true
    }

    /// A past form before a noun is a participle after “the” or “some”: “the elected officials”.
    private func isParticipleInPhrase(_ i: Int, end: Int) -> Bool {
        guard i + 1 < end, i > 0, word(i).form.isEmpty || word(i).form.contains(.participle) else {
            return false
        }
        let next = word(i + 1)
        if next.has([.determiner, .preposition, .object, .adverb]) { return false }
        if word(i).verb == .say, !word(i - 1).has(.determiner) { return false }
        if names.mentionOfWord[i + 1] >= 0 { return word(i - 1).has(.determiner) }
        return word(i - 1).has([.determiner, .adjective, .numeral, .preposition, .adverb])
            || !word(i - 1).isWord || next.has([.people, .role])
    }

    /// Whether “and” at `i` joins two nouns rather than two clauses.
    private func joinsNouns(_ i: Int, end: Int) -> Bool {
        guard i > 0, i + 1 < end else { return false }
        let before = word(i - 1)
        let after = word(i + 1)
        guard before.isWord, !before.has([.verb, .adverb, .object]) else { return false }
        let names = self.names.mentionOfWord
        if names[i - 1] >= 0 && names[i + 1] >= 0 { return true }
        return !before.isCapitalized && !after.isCapitalized && !after.has(.determiner)
    }

    /// The phrase with its head found.
    func headed(_ words: Range<Int>) -> NounPhrase {
        var head = -1
        var firstPreposition = words.upperBound
        for i in words
        where names.mentionOfWord[i] < 0 && (word(i).has(.preposition) || tiesComplement(i)) {
            firstPreposition = i
            break
        }
        head = max(firstPreposition - 1, words.lowerBound)
        let lastMention = Int(names.mentionOfWord[words.upperBound - 1])
        if lastMention >= 0, firstPreposition < words.upperBound,
            names.mentions[lastMention].kind == .person,
            !word(head).has([.role, .people, .writing, .speechNoun]),
            names.mentionOfWord[head] != Int32(lastMention)
        {
            // “University of Windsor professor Jane Roe”: a role right before the name carries it.
            let name = names.mentions[lastMention].whole.lowerBound
            if name > words.lowerBound, word(name - 1).has([.role, .title]) {
                head = words.upperBound - 1
            }
        }
        if let bearer = officeBearer(words, head, firstPreposition) { head = bearer }
        while head > words.lowerBound, word(head).shape.contains(.clitic) || !word(head).isWord {
            head -= 1
        }
        var phrase = NounPhrase(
            words: words, head: head, mention: Int(names.mentionOfWord[head]),
            kind: kind(words, head))
        // “people familiar with the matter”, “41% of voters”
        if firstPreposition < words.upperBound,
            tiesComplement(firstPreposition)
                || word(head).kind == .number && word(head + 1).kind == .other
        {
            phrase.complement = min(words.upperBound, head + 12)
        }
        return phrase
    }

    private func kind(_ words: Range<Int>, _ head: Int) -> Mention.Kind {
        let mention = Int(names.mentionOfWord[head])
        if mention >= 0 { return names.mentions[mention].kind == .person ? .name : .organization }
        if word(head).has([.subjectPronoun, .relative, .object]) { return .pronoun }
        let first = word(words.lowerBound)
        if first.has([.definite, .possessive]) && word(head).has([.role, .title]) { return .role }
        return .described
    }

    /// The noun phrase that starts at `start`, for inverted attributions: “said Jane Roe, a doctor”.
    func phrase(startingAt start: Int, to limit: Int) -> NounPhrase? {
        guard start < limit else { return nil }
        if word(start).has(.subjectPronoun) { return pronoun(at: start) }
        var end = start
        while end < min(limit, start + 25), continuesRight(end, start: start) { end += 1 }
        while end > start, word(end - 1).has([.preposition, .coordinator, .determiner, .adverb]) {
            end -= 1
        }
        guard end > start else { return nil }
        return headed(start..<end)
    }

    private func continuesRight(_ i: Int, start: Int) -> Bool {
        let word = word(i)
        guard quoteOfWord[i] < 0 else { return false }
        if names.mentionOfWord[i] >= 0 { return true }
        switch word.kind {
        case .word, .number: break
        case .other: return true
        case .singleClose, .singleStraight:
            return i > start && !word.shape.contains(.spaceBefore)
                && word.shape.contains(.spaceAfter)
                && reading.endsLike(i - 1, "s")
        default: return false
        }
        if word.shape.contains(.clitic) { return word.has(.be) && word.has(.have) }
        // “said her deputy”
        if word.has(.possessive), i == start || self.word(i - 1).has(.preposition) { return true }
        if word.has([
            .clauseBorder, .question, .subjectPronoun, .negation, .relative, .auxiliary, .object,
        ])
            && !word.has(.preposition)
        {
            return false
        }
        if word.has(.time) && i > start { return false }
        if word.has(.verb) && !word.form.contains(.noun)
            && !word.has([.role, .people, .writing, .adjective]) && !tiesComplement(i)
        {
            // “the elected”, “a meeting”
            return (word.form.contains(.participle) || reading.endsLike(i, "ing")) && i > start
                && self.word(i - 1).has([.determiner])
        }
        return !word.has(.adverb)
            || i > start && opensNoun(self.word(i - 1))
    }
}
