import CaucusText

/// Contents in other orders: around their cue, or without their first words.
extension ContentFinder {
    /// What goes on after a cue in the middle of its content: “The bridge, Roe said, is late”, “Most days, Roe said, it
    /// is late”, “It is late, Roe said, because nobody cares”; empty where nothing does.
    func rest(of cue: Cue, _ sentence: Range<Int>) -> Range<Int> {
        guard let source = cue.source else { return 0..<0 }
        var comma = pastTime(cue, source, sentence)
        if comma < sentence.upperBound, word(comma).has(.preposition) {
            comma = pastPlace(comma, sentence)
        }
        guard comma + 1 < sentence.upperBound, word(comma).kind == .comma else { return 0..<0 }
        if source.words.upperBound > cue.head { comma = pastApposition(comma, sentence) }
        let next = comma + 1
        guard phrases.quoteOfWord[next] < 0, goesOn(at: next, after: cue.content, sentence) else {
            return 0..<0
        }
        return Range(from: next, to: clauseEnd(from: next, sentence))
    }

    /// Past “told the board on Monday”: whom a speaker between commas tells, and when.
    func pastTime(_ cue: Cue, _ source: NounPhrase, _ sentence: Range<Int>) -> Int {
        var last = max(source.words.upperBound, cue.words.upperBound)
        last = pastAddressee(last, cue, source, sentence)
        while last < sentence.upperBound,
            word(last).has([.time, .adverb]) || word(last).key == Self.on
        {
            last += 1
        }
        return last
    }

    /// Past “the board” in “The bridge is late, Roe told the board.”
    private func pastAddressee(_ i: Int, _ cue: Cue, _ source: NounPhrase, _ sentence: Range<Int>)
        -> Int
    {
        let first = source.words.lowerBound
        guard cue.verb == .tell || cue.verb == .write, !cue.inverted, i == cue.words.upperBound,
            Self.telling.contains(word(cue.head).key),
            i < sentence.upperBound, opening[i] < 0, first > sentence.lowerBound,
            word(first - 1).kind == .comma, phrases.quoteOfWord[max(first - 2, 0)] < 0,
            !word(source.head).has(.relative)
        else { return i }
        var last = i
        if word(i).has([.object, .it, .you]), !word(i).has(.possessive) {
            last = i + 1
        } else if let phrase = phrases.phrase(startingAt: i, to: sentence.upperBound) {
            last = phrase.words.upperBound
        }
        var next = last
        while next < sentence.upperBound, word(next).has(.time) || word(next).key == Self.on {
            next += 1
        }
        if next >= sentence.upperBound || word(next).kind == .stop {
            return holdsClause(Range(from: start(sentence, first), to: first - 1)) ? last : i
        }
        guard word(next).kind == .comma, next + 1 < sentence.upperBound, opening[next + 1] < 0,
            goesOn(
                at: next + 1, after: Range(from: start(sentence, first), to: first - 1), sentence)
        else { return i }
        return last
    }

    private static let telling = KeySet("told tells wrote assured")

    /// Past “in a statement”, up to a comma; looks at 10 words.
    private func pastPlace(_ i: Int, _ sentence: Range<Int>) -> Int {
        for k in Range(from: i + 1, to: min(i + 10, sentence.upperBound)) {
            if word(k).kind == .comma { return k }
            if !word(k).isWord || opening[k] >= 0
                || word(k).has([.auxiliary, .that, .subjectPronoun])
            {
                return i
            }
        }
        return i
    }

    /// “As Roe noted, it is late”, “It is late, as Roe noted”: a clause that tells who says the rest of the sentence.
    func isAside(_ cue: inout Cue, _ sentence: Range<Int>) -> Bool {
        guard let source = cue.source, cue.pattern == .verb, !cue.isShared, !cue.inverted,
            !cue.isPassive,
            Resolver.isSpeech(cue.verb), source.words.upperBound <= cue.head,
            source.words.lowerBound > sentence.lowerBound
        else { return false }
        let first = source.words.lowerBound - 1
        let next = cue.words.upperBound
        guard word(first).has(.clauseBorder), word(first).key == Self.asWord,
            next >= sentence.upperBound || [.comma, .stop].contains(word(next).kind),
            next + 1 >= sentence.upperBound || opening[next + 1] < 0
        else { return false }
        let opens = first - sentence.lowerBound <= 1
        guard opens || word(first - 1).kind == .comma && phrases.quoteOfWord[first - 2] < 0 else {
            return false
        }
        cue.words = Range(from: first, to: next)
        cue.pattern = .accordingTo
        return true
    }

    private static let asWord = LetterFolding.key(of: "as")

    /// Whether the words from `i` belong to what the words of `content` began.
    private func goesOn(at i: Int, after content: Range<Int>, _ sentence: Range<Int>) -> Bool {
        // “It is hard to see why she would, as Roe noted, give it away”
        if let last = content.last, word(last).has(.modal) { return true }
        if holdsClause(content) { return Self.joints.contains(word(i).key) }
        if opensPredicate(i, sentence) { return true }
        return !word(i).has([.relative, .coordinator, .clauseBorder, .question])
            && !reading.endsLike(i, "ing") && holdsFiniteVerb(from: i, sentence)
    }

    /// Whether `content` holds the finite verb of a clause that nothing subordinates: not “If it is late”, “those who
    /// vote”.
    private func holdsClause(_ content: Range<Int>) -> Bool {
        var isSubordinate = false
        for i in content {
            let word = word(i)
            if word.kind == .comma { isSubordinate = false }
            if word.has([.relative, .question])
                || word.has(.clauseBorder) && !word.has(.preposition)
            {
                isSubordinate = true
            }
            if !isSubordinate, i > content.lowerBound, phrases.quoteOfWord[i] < 0, isFinite(i) {
                return true
            }
        }
        return false
    }

    /// Whether word `i` is surely the finite verb of a clause.
    private func isFinite(_ i: Int) -> Bool {
        let word = word(i)
        if word.has([.be, .have, .modal, .doing]) {
            return !reading.endsLike(i, "ing")
                && !(word.shape.contains(.clitic) && !self.word(i - 1).has(.subjectPronoun))
        }
        return phrases.names.mentionOfWord[i] < 0 && word.has(.verb)
            && !word.form.isDisjoint(with: [.past, .third])
            && word.form.isDisjoint(with: [.gerund, .noun])
            && !self.word(i - 1).has([.determiner, .to, .preposition, .auxiliary])
    }

    /// “is late”, “also took it”: a verb whose subject stands elsewhere.
    private func opensPredicate(_ i: Int, _ sentence: Range<Int>) -> Bool {
        var i = i
        while i + 1 < sentence.upperBound, word(i).has(.adverb), !word(i).has(.auxiliary),
            !word(i).has(.time)
        { i += 1 }
        return isFinite(i) && word(i).shape.isDisjoint(with: .capitalized)
    }

    /// Whether a finite verb follows before the next comma; looks at 20 words.
    private func holdsFiniteVerb(from i: Int, _ sentence: Range<Int>) -> Bool {
        for k in Range(from: i + 1, to: min(i + 20, sentence.upperBound)) {
            if [.comma, .semicolon, .dash].contains(word(k).kind) || opening[k] >= 0 {
                return false
            }
            if word(k).has([.relative, .question]) { return false }
            if isFinite(k) { return true }
        }
        return false
    }

    /// “, a nurse at the port,” after who spoke: the comma that closes it; looks at 20 words.
    private func pastApposition(_ comma: Int, _ sentence: Range<Int>) -> Int {
        guard word(comma + 1).has(.determiner) || word(comma + 1).has([.role, .people]) else {
            return comma
        }
        for k in Range(from: comma + 2, to: min(comma + 20, sentence.upperBound - 1)) {
            if opening[k] >= 0 || isFinite(k) { return comma }
            if word(k).kind == .comma {
                return opensPredicate(k + 1, sentence) || holdsFiniteVerb(from: k + 1, sentence)
                    ? k : comma
            }
        }
        return comma
    }

    /// “is late” in “a bridge that Roe says is late”: a clause whose subject stands before the cue.
    func opensGap(_ i: Int, _ cue: Cue, _ sentence: Range<Int>) -> Bool {
        guard let source = cue.source, cue.pattern == .verb, !cue.isPassive, !cue.isShared,
            source.words.lowerBound - 1 > sentence.lowerBound,
            cue.words.lowerBound == source.words.upperBound
        else { return false }
        switch cue.verb {
        case .say, .claim, .think, .expect, .fear, .admit, .show, .find, .write, .know, .want: break
        default: return false
        }
        let relative = source.words.lowerBound - 1
        return word(relative).has(.relative) && !word(relative - 1).has(.reporting)
            && opensPredicate(i, sentence)
    }

    private static let joints = KeySet("because that unless if not then")
}
