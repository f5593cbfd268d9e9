import CaucusText

/// Finds the words of names in texts, byte by byte.
enum NameWords {
    /// A word without what punctuation and possessive stand at its ends.
    static func bare(_ word: some StringProtocol) -> String {
        var word = Substring(word)
        while let last = word.unicodeScalars.last, !isNameScalar(last) {
            word.unicodeScalars.removeLast()
        }
        while let first = word.unicodeScalars.first, !isNameScalar(first) {
            word.unicodeScalars.removeFirst()
        }
        for ending in ["'s", "’s"] where word.hasSuffix(ending) { word = word.dropLast(2) }
        return String(word)
    }

    private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }

    /// Titles before a name, which stay.
    static let titles: Set<String> = [
        "Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Lord", "Lady", "President", "Senator", "Sen",
        "Representative", "Rep", "Congressman", "Congresswoman", "Governor", "Gov", "Minister",
        "Prime", "Premier", "Chancellor", "Secretary", "Speaker", "Judge", "Justice", "General",
        "Gen", "Colonel", "Captain", "Attorney", "Director", "Vice", "Mayor", "Pope", "King",
        "Queen", "Prince", "Princess", "Professor", "Prof", "Former", "Leader", "Majority",
        "Minority", "Deputy", "Foreign", "Democratic", "Republican", "Mister", "Madam", "Rev",
        "Reverend", "Chairman", "Chairwoman", "Chief", "Ambassador", "Officer", "Supreme",
        "The", "A", "Jr", "Sr", "II", "III", "IV", "Chair", "Labor", "Labour", "Conservative",
    ]

    /// The words of a person's name, without titles; empty where there are none.
    static func person(_ name: String) -> [String] {
        name.split(separator: " ").map(bare).filter {
            $0.first?.isUppercase == true && !titles.contains($0)
        }
    }

    /// Where `phrase` stands in `text` as whole words, upper and lower case told apart.
    static func places(of phrase: String, in text: [UInt8]) -> [Span] {
        let words = Array(phrase.utf8)
        guard let first = words.first, words.count <= text.count else { return [] }
        var places: [Span] = []
        var i = 0
        while i + words.count <= text.count {
            let end = i + words.count
            if text[i] == first, !isLetter(before: i, text), !isLetter(at: end, text),
                text[i..<end].elementsEqual(words)
            {
                places.append(Span(i, end))
                i = end
            } else {
                i += 1
            }
        }
        return places
    }

    private static func isLetter(before i: Int, _ text: [UInt8]) -> Bool {
        guard i > 0 else { return false }
        // A curly mark or a dash ends with a byte that is no letter: E2 80 xx.
        if i >= 3, text[i - 3] == 0xE2, text[i - 2] == 0x80 { return false }
        return isWord(text[i - 1])
    }

    private static func isLetter(at i: Int, _ text: [UInt8]) -> Bool {
        guard i < text.count else { return false }
        if i + 1 < text.count, text[i] == 0xE2, text[i + 1] == 0x80 { return false }
        return isWord(text[i])
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }
}
