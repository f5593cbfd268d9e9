import CaucusText

/// Where contents open.
extension ContentFinder {
    /// “said no jobs would be lost”, “said not one loom was lost”, but not “said no to the plan”.
    func opensNone(_ i: Int, _ sentence: Range<Int>) -> Bool {
        guard i + 1 < sentence.upperBound, word(i + 1).kind == .word || word(i + 1).kind == .number
        else { return false }
        let next = word(i + 1)
        if word(i).key == Self.no {
            return !next.has([.preposition, .to, .that, .clauseBorder, .coordinator])
        }
        return word(i).key == Self.not
            && (next.has([.numeral, .indefinite, .indefinitePronoun]) || next.kind == .number)
    }

    /// “said there is a toll”, but not “said there that it was late”.
    func opensExistence(_ i: Int, _ sentence: Range<Int>) -> Bool {
        guard i + 1 < sentence.upperBound, word(i).key == Self.there else { return false }
        let next = word(i + 1)
        return next.has([.be, .have, .modal]) || Self.existing.contains(next.key)
    }

    private static let there = LetterFolding.key(of: "there")
    private static let existing = KeySet(
        "never still also really already only remains exist exists seems appears needs")

    /// “proposed scrapping the toll”, but not “proposed sweeping changes”: after a verb of will or attitude the object
    /// follows.
    func opensGerund(_ i: Int, _ cue: Cue) -> Bool {
        switch cue.verb {
        case .urge, .deny, .support, .admit, .fear, .claim, .think: break
        default: return false
        }
        guard i + 1 < reading.words.count, opening[i + 1] < 0 else { return false }
        let next = word(i + 1)
        return next.has([.determiner, .object, .it, .preposition, .adverb, .numeral])
            || next.isCapitalized
            || next.kind == .number
    }

    private static let no = LetterFolding.key(of: "no")
    static let not = LetterFolding.key(of: "not")

    /// “It was late; the bridge is shut, according to Roe”: what she tells begins after the last semicolon; looks at
    /// 60 words.
    func clauseStart(before end: Int, _ start: Int) -> Int {
        for i in Range(from: max(start, end - 60), to: end).reversed()
        where word(i).kind == .semicolon && phrases.quoteOfWord[i] < 0 && end - i > 3 {
            return i + 1
        }
        return start
    }

    /// “SALWICK — Two ships sank, officials said”, “SALWICK, Oram (AP) - …”: past the place in capitals and the dash
    /// that open a paragraph.
    func pastDateline(_ start: Int, _ sentence: Range<Int>) -> Int {
        guard start == sentence.lowerBound, word(start).shape.contains(.allCapitals),
            word(start).end - word(start).start > 3,
            reading.paragraphs[reading.paragraph(of: start)].lowerBound == start
        else { return start }
        for i in Range(from: start + 1, to: min(start + 10, sentence.upperBound - 1)) {
            if word(i).kind == .dash {
                return word(i + 1).kind == .word && !word(i + 1).isCapitalized ? start : i + 1
            }
            if word(i).kind == .word, !word(i).isCapitalized { return start }
        }
        return start
    }
}
