import CaucusLanguage
import CaucusText

/// The words of a written name and what each of them is, over one buffer of folded bytes.
struct NameParts {
    /// One word, hyphens inside it.
    struct Word {
        var start: Int
        var end: Int
        /// ``CaucusText/LetterFolding`` over its bytes.
        var key: UInt64
        var isCapitalized: Bool
        /// “J.”, an initial, but not the “Ó” of “Ó Briain”.
        var hasStop = false
    }

    /// The words in lower case with a hyphen between.
    private var bytes: [UInt8] = []
    private(set) var given: ArraySlice<Word> = []
    private(set) var surname: ArraySlice<Word> = []
    private(set) var suffix: Word?
    private(set) var honorific: Word?

    init(_ name: String) {
        var plain = name.utf8.allSatisfy { $0 < 0x80 } ? name : NameSlug.plain(name)
        bytes.reserveCapacity(plain.utf8.count)
        var words: [Word] = []
        words.reserveCapacity(8)
        plain.withUTF8 { read($0, &words) }
        sort(words[...])
    }

    /// The words as one slug.
    func text(_ words: ArraySlice<Word>) -> String {
        guard let first = words.first, let last = words.last else { return "" }
        return String(decoding: bytes[first.start..<last.end], as: UTF8.self)
    }

    /// Given names, surname and suffix as one slug.
    var slug: String {
        var slug = text(given)
        if !slug.isEmpty { slug += "-" }
        slug += text(surname)
        if let suffix { slug += "-" + text(suffix) }
        return slug
    }

    func text(_ word: Word) -> String {
        String(decoding: bytes[word.start..<word.end], as: UTF8.self)
    }
}

/// Bytes to words.
extension NameParts {
    /// What is being read.
    private struct Open {
        var start = 0
        var key = LetterFolding.seed
        var isCapitalized = false
        /// The mark that closes a nickname: “Chris "Kit" Hallam”, “John (Jack) Roe”.
        var closing: UInt8?
    }

    private mutating func read(_ name: UnsafeBufferPointer<UInt8>, _ words: inout [Word]) {
        var open = Open()
        var i = 0
        while i < name.count {
            let byte = name[i]
            i += 1
            let next = i < name.count ? name[i] : 0x20
            if let closing = open.closing {
                if byte == closing { open.closing = nil }
                continue
            }
            switch byte {
            case 65...90, 97...122, 48...57, 0x80...: append(byte, to: &open, words.isEmpty)
            case UInt8(ascii: "'"):
                // “Trump's”, but not “O'Shea”.
                let ends = i + 1 >= name.count || !Self.isLetter(name[i + 1])
                if next | 0x20 == UInt8(ascii: "s"), ends, bytes.count > open.start { i += 1 }
            case UInt8(ascii: "."):
                // “J.P.” is two initials, “Ph.D.” is one word.
                if bytes.count == open.start + 1 {
                    close(&open, &words)
                    words[words.count - 1].hasStop = true
                }
            case UInt8(ascii: "-"):
                if bytes.count > open.start, Self.isLetter(next) {
                    bytes.append(byte)
                    open.key = LetterFolding.extend(open.key, with: UInt32(byte))
                }
            case UInt8(ascii: "\""), UInt8(ascii: "("):
                close(&open, &words)
                let mark = byte == UInt8(ascii: "(") ? UInt8(ascii: ")") : byte
                if !words.isEmpty, name[i...].contains(mark) { open.closing = mark }
            default: close(&open, &words)
            }
        }
        close(&open, &words)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 || byte >= 0x80
    }

    private mutating func append(_ byte: UInt8, to open: inout Open, _ isFirst: Bool) {
        if bytes.count == open.start {
            if !isFirst {
                bytes.append(UInt8(ascii: "-"))
                open.start += 1
            }
            open.isCapitalized = byte &- 65 < 26
        }
        let small = byte &- 65 < 26 ? byte | 0x20 : byte
        bytes.append(small)
        open.key = LetterFolding.extend(open.key, with: UInt32(small))
    }

    private mutating func close(_ open: inout Open, _ words: inout [Word]) {
        guard bytes.count > open.start else { return }
        words.append(
            Word(
                start: open.start, end: bytes.count, key: open.key,
                isCapitalized: open.isCapitalized))
        let closing = open.closing
        open = Open(start: bytes.count, closing: closing)
    }
}

/// Words to parts.
extension NameParts {
    private mutating func sort(_ all: ArraySlice<Word>) {
        var words = all
        while words.count > 2, let last = words.last, Self.degrees.contains(last.key) {
            words.removeLast()
        }
        if words.count > 1, let last = words.last, Self.suffixes.contains(last.key) {
            suffix = last
            words.removeLast()
        }
        honorific = words.dropLast().last { Self.honorifics.contains($0.key) }
        // “Transport Minister Ada Quill”: all up to the last title, never the last word.
        if let title = words.dropLast().lastIndex(where: { Self.titles.contains($0.key) }) {
            words = words[(title + 1)...]
        }
        while words.count > 1, let first = words.first, Self.openingTitles.contains(first.key) {
            words = words.dropFirst()
        }
        guard !words.isEmpty else { return }
        var start = words.endIndex - 1
        while start > words.startIndex, isParticle(start - 1, of: words) { start -= 1 }
        given = words[..<start]
        surname = words[start...]
    }

    /// Whether the word at `i`, before one that belongs to the surname, belongs to it too. A capital at the
    /// start may be a given name (“Van Jones”, “Al Roe”, “Ben Roe”): it is a particle only where it hardly ever is
    /// one (“De Lacey”), and before another (“Van der Meer”).
    private func isParticle(_ i: Int, of words: ArraySlice<Word>) -> Bool {
        let word = words[i]
        guard Self.particles.contains(word.key), !word.hasStop else { return false }
        return !word.isCapitalized || i > words.startIndex
            || Self.openingParticles.contains(word.key)
            || Self.vanAndVon.contains(word.key) && i + 2 < words.endIndex
    }

    /// Whether a particle opens a surname even with a capital at the start of a name.
    static func opensSurname(_ key: UInt64) -> Bool { openingParticles.contains(key) }
    /// Whether a word is a title.
    static func isTitle(_ key: UInt64) -> Bool { titles.contains(key) }
    /// Whether a word tells son from father.
    static func isSuffix(_ key: UInt64) -> Bool { suffixes.contains(key) }

    /// Whether a word is “Jr.”, “III” or a degree.
    static func followsSurname(_ key: UInt64) -> Bool {
        suffixes.contains(key) || degrees.contains(key)
    }

    private static let suffixes = KeySet("jr sr ii iii iv")
    private static let degrees = KeySet("esq phd md mp mpp mla mep qc kc obe cbe dds rn cpa")
    private static let honorifics = KeySet("mr mrs ms miss mx sir dame lord lady")
    /// Titles, after which the name begins wherever they stand.
    private static let titles = KeySet(
        """
        mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend sen senator rep representative \
        gov governor mayor president president-elect minister premier judge justice gen general col colonel \
        lt sgt sergeant capt captain mp councillor councilor ambassador secretary
        """)
    /// Words that are titles at the start alone: anywhere else they may be a given or middle name.
    private static let openingTitles = KeySet(
        """
        the former ex vice prime canon pope bishop archbishop cardinal rabbi imam pastor father sister king queen \
        prince princess chancellor chairman chairwoman chairperson chair speaker leader commissioner congressman \
        congresswoman attorney sheriff coach chief admiral commander officer detective director candidate nominee \
        spokesman spokeswoman spokesperson vice-president ex-president then-president cllr ald hon herr frau señora \
        senora senor monsieur madame mme
        """)
    private static let particles = KeySet(
        """
        van von der den de del della di da dos du la le el al bin ibn ben abu ter ten af av st d o
        """)
    private static let openingParticles = KeySet("de del della di da dos du le o")
    private static let vanAndVon = KeySet("van von")
}
