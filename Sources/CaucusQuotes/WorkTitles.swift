import CaucusLanguage
import CaucusText

/// Tells the names of shows, books, films and songs between marks from speech.
struct WorkTitles {
    let reading: Reading
    let marks: [MarkedSpan]

    /// Whether all words but the small ones are capitalized, or the only one is.
    func isTitle(_ mark: MarkedSpan) -> Bool {
        mark.content.contains {
            reading.words[$0].isCapitalized || reading.words[$0].kind == .number
        }
            && mark.content.allSatisfy {
                let word = reading.words[$0]
                return !word.isWord || word.isCapitalized || word.kind == .number
                    || word.has([.preposition, .determiner, .coordinator, .to])
                    || word.shape.contains(.clitic)
            }
    }

    /// “on “Sunday Table””, “Northport TV's “Sunday Table””, “in her memoir, “My Life in Fog””: the capitalized words
    /// of stretch `i` after a preposition, an owner, or a word for a work, or in a row of such.
    func isNamed(_ i: Int) -> Bool {
        let words = reading.words
        var i = i
        for _ in 0..<4 {
            let before = marks[i].open - 1
            guard i > 0, before > 1,
                words[before].has(.coordinator) || words[before].kind == .comma,
                marks[i - 1].close == before - 1, isTitle(marks[i - 1])
            else { break }
            i -= 1
        }
        return followsName(marks[i]) || precedesWork(marks[i])
    }

    private func followsName(_ mark: MarkedSpan) -> Bool {
        let words = reading.words
        var before = mark.open - 1
        let isComma = before > 0 && words[before].kind == .comma
        if isComma { before -= 1 }
        guard before >= 0, words[before].isWord else { return false }
        let word = words[before]
        if Self.works.contains(word.key) { return true }
        if isComma { return !word.has(.reporting) && hasWork(before) }
        if word.shape.contains(.clitic), word.has(.be), word.has(.have) { return true }
        return Self.places.contains(word.key) || Self.naming.contains(word.key)
    }

    /// ““Last Boat Out,” a film by Roe, opens”: an aside that says what it is.
    private func precedesWork(_ mark: MarkedSpan) -> Bool {
        var i = mark.close + 1
        let isComma = i < reading.words.count && reading.words[i].kind == .comma
        guard isComma || reading.words[mark.close - 1].kind == .comma else { return false }
        if isComma { i += 1 }
        guard i < reading.words.count, reading.words[i].has(.indefinite) else { return false }
        return Range(from: i + 1, to: min(i + 5, reading.words.count - 1)).contains {
            Self.works.contains(reading.words[$0].key)
                && (reading.words[$0 + 1].has([.preposition, .relative])
                    || !reading.words[$0 + 1].isWord)
        }
    }

    /// “in two harbor comedies, ”, “his book of 1999, ”: a word for a work within four words.
    private func hasWork(_ end: Int) -> Bool {
        Range(from: max(0, end - 3), to: end).contains {
            Self.works.contains(reading.words[$0].key)
        }
    }

    private static let places = KeySet("on to of in for from at by")
    static let naming = KeySet(
        """
        titled entitled called headlined named dubbed nicknamed labeled labelled captioned subtitled hosts \
        hosted reviewed directed starred sang sings performed performs hummed
        """)
    private static let works = KeySet(
        """
        show shows program programme podcast series sitcom drama comedy comedies documentary documentaries \
        film films movie movies play plays musical opera novel novels book books memoir memoirs biography \
        autobiography anthology essay essays article column op-ed editorial song songs single album albums \
        hit ballad hymn anthem poem poems painting paintings sculpture exhibition magazine newspaper \
        newsletter website blog segment episode spot ad advert commercial game pamphlet report paper \
        thriller blockbuster bestseller sequel trilogy
        """)
}
