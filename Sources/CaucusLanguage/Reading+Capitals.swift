import CaucusText

/// Texts that are all capitals, as old wire stories and captions are.
extension Reading {
    /// Whether four words in five are all capitals; a text whose first fifty words are not half so is none.
    static func isShouted(_ words: [Word]) -> Bool {
        func counts(_ words: ArraySlice<Word>) -> (capitals: Int, all: Int) {
            var capitals = 0
            var all = 0
            for word in words where word.kind == .word {
                all += 1
                if word.shape.contains(.allCapitals) || word.shape.contains([.capitalized, .wide]) {
                    capitals += 1
                }
            }
            return (capitals, all)
        }
        let opening = counts(words.prefix(100))
        guard opening.all > 3, opening.capitals * 2 > opening.all else { return false }
        let text = counts(words[...])
        return text.capitals * 5 > text.all * 4
    }

    /// Writes words of the lists in small letters, so that names end before them: “MAYOR JANE ROE SAID”. Given names
    /// keep their capital, and titles before a name.
    static func quieten(_ words: inout [Word], _ bytes: [UInt8]) {
        var isNameNext = false
        for i in words.indices.reversed() {
            guard words[i].kind == .word else {
                isNameNext = false
                continue
            }
            let word = words[i]
            let isGivenName = word.has([.maleName, .femaleName]) && !word.has(.neverName)
            let isTitle = word.has([.title, .maleTitle, .femaleTitle]) && isNameNext
            let isCommon = word.has(common) || !word.form.isEmpty || isVerbForm(word, bytes)
            if isCommon, !isGivenName, !isTitle {
                words[i].shape.subtract([.capitalized, .allCapitals])
            }
            isNameNext = words[i].isCapitalized
        }
    }

    /// “DISAGREED”, “SHOUTING”: by its ending; shorter ones may be names (“REED”, “HARDING”).
    private static func isVerbForm(_ word: Word, _ bytes: [UInt8]) -> Bool {
        let letters = bytes[Int(word.start)..<Int(word.end)]
        return word.classes.isEmpty
            && (letters.count > 5 && letters.suffix(2) == Array("ED".utf8)[...]
                || letters.count > 7 && letters.suffix(3) == Array("ING".utf8)[...])
    }

    private static let common: WordClass = [
        .neverName, .verb, .role, .title, .people, .writing, .speechNoun, .adverb, .adjective,
        .preposition,
        .rank, .time, .numeral,
    ]
}
