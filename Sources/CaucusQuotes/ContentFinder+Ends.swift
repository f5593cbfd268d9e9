import CaucusText

/// How far contents go.
extension ContentFinder {
    /// The end of a clause that starts at `start`: a semicolon or the end of the sentence.
    func clauseEnd(from start: Int, _ sentence: Range<Int>) -> Int {
        var i = start
        let limit = min(sentence.upperBound, start + Self.longest)
        while i < limit {
            if word(i).kind == .semicolon, phrases.quoteOfWord[i] < 0 { break }
            // “60 percent said it was late, compared with 30 percent last year”
            if word(i).kind == .comma, i > start, i + 1 < limit, word(i + 1).key == Self.compared {
                break
            }
            // “answered “yes” when asked whether she would go”
            if i > start, word(i).has(.question), isAsked(i, sentence) { break }
            if opening[i] >= 0, i > start, let end = endBeforeSpeech(i, from: start) {
                return trimmedEnd(end, from: start)
            }
            i += 1
        }
        return trimmedEnd(i, from: start)
    }

    private static let compared = LetterFolding.key(of: "compared")

    /// “when asked”, “if asked”
    private func isAsked(_ i: Int, _ sentence: Range<Int>) -> Bool {
        i + 1 < sentence.upperBound && word(i).has(.clauseBorder) && phrases.quoteOfWord[i] < 0
            && word(i + 1).verb == .ask && word(i + 1).form.contains(.participle)
    }

    /// Where a content ends before the quotation that opens at `mark`, if that is speech of its own: after
    /// a colon, or after a reporting verb (“she was late and added, “…””); `nil` where it is a part.
    func endBeforeSpeech(_ mark: Int, from start: Int) -> Int? {
        if word(mark - 1).kind == .colon { return mark - 1 }
        var i = mark - 1
        let comma = word(i).kind == .comma
        if comma { i -= 1 }
        guard i > start, word(i).has(.reporting), phrases.names.mentionOfWord[i] < 0,
            word(i).verb == .say || word(i).verb == .write || word(i).verb == .claim
        else { return nil }
        // Back to the “and” or the comma before the verb.
        var k = i - 1
        while k > start, i - k < 5 {
            if word(k).has([.coordinator, .clauseBorder]) || word(k).kind == .comma { return k }
            if phrases.quoteOfWord[k] >= 0 { return k + 1 }
            k -= 1
        }
        return comma ? i : nil
    }

    /// The start of the sentence, or of its last ``longest`` words before `end`.
    func start(_ sentence: Range<Int>, _ end: Int) -> Int {
        max(sentence.lowerBound, end - Self.longest)
    }

    /// No clause is followed for more words than this, so that a text without stops stays linear.
    static let longest = 300

    func trimmedEnd(_ end: Int, from start: Int) -> Int {
        var end = end
        while end > start, !word(end - 1).isWord, phrases.quoteOfWord[end - 1] < 0,
            word(end - 1).kind != .closeBracket
        {
            end -= 1
        }
        return max(end, start)
    }

    /// The end of a noun phrase that starts at `start`, with what hangs on it by prepositions.
    func phraseEnd(from start: Int, _ sentence: Range<Int>) -> Int {
        var i = start
        let limit = min(sentence.upperBound, start + Self.longest)
        while i < limit {
            let word = word(i)
            if phrases.quoteOfWord[i] >= 0 {
                if i > start, opening[i] >= 0, self.word(i - 1).kind == .colon { break }
                i += 1
                if i < limit, phrases.quoteOfWord[i] < 0,
                    [.comma, .stop].contains(self.word(i - 2).kind)
                {
                    break
                }
                continue
            }
            if [.comma, .semicolon, .colon, .stop, .dash, .openBracket].contains(word.kind) {
                break
            }
            if i > start {
                if word.has(.clauseBorder) && !word.has(.preposition) { break }
                if word.has([.subjectPronoun]) && !word.has(.object) && i > start + 1 { break }
            }
            i += 1
        }
        return trimmedEnd(i, from: start)
    }

    /// “told NTV's “Breakfast Club” that”: past the name of a show.
    func pastTitle(_ i: Int) -> Int {
        guard i < opening.count, opening[i] >= 0 else { return i }
        let mark = Int(opening[i])
        let titles = WorkTitles(reading: reading, marks: marks)
        return marks[mark].closed && titles.isTitle(marks[mark]) && titles.isNamed(mark)
            ? marks[mark].close + 1 : i
    }
}
