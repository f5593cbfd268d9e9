import CaucusLanguage

@_spi(HashTable) import CaucusText

/// An office or a role as the text gives it to a person: “deputy mayor”, “president of Velland”.
struct Office: Sendable {
    /// The words that name it, without an article; empty for an office of nobody told.
    var words: Range<Int>
    /// Whether the role stands right before the name, so that its last word carries it: “harbor board chairman
    /// Jane Roe”; after a name what follows a preposition is somebody else's: “a friend of the mayor”.
    var endsWithHead = false
    /// Words elsewhere that tell whose it is: “Aldova” of “flew to Aldova to meet its prime minister”.
    var place: Range<Int>?
    /// How the holder stands to the office named: “her deputy”, “his predecessor”.
    var standing = Standing.holder
    /// The word from which on somebody else holds it: “was replaced by”.
    var end = Int.max

    enum Standing: UInt8 { case holder, deputy, former }

    /// Whether one person holds it at a time: no “lawyer”, no “father”.
    func isHeldByOne(_ reading: Reading) -> Bool {
        words.contains { reading.words[$0].has(.title) }
    }
}

/// The words before the head of a role that make another office of it.
struct OfficeRank: Equatable, Sendable {
    /// “deputy”, “vice” or the like, as a key, or 0: a deputy mayor is no mayor.
    var under: UInt64 = 0
    var isFormer = false
    var isActing = false

    init(_ words: Range<Int>, _ reading: Reading) {
        for i in words {
            let key = reading.words[i].key
            if Self.lower.contains(key) { under = key }
            if Self.past.contains(key) { isFormer = true }
            if Self.present.contains(key) { isActing = true }
        }
    }

    static let deputy = LetterFolding.key(of: "deputy")
    private static let lower = KeySet("deputy vice assistant associate shadow under honorary")
    static let past = KeySet("former ex onetime one-time erstwhile")
    private static let present = KeySet("acting interim caretaker")
}

/// What a source that is a role asks for: “the former Aldovan prime minister”.
struct SoughtOffice: Sendable {
    let head: UInt64
    /// Where the source stands.
    let word: Int
    let rank: OfficeRank
    /// Words that tell whose office it is: “Aldovan”, “Republican”.
    let places: [Int]

    init(_ source: NounPhrase, _ reading: Reading) {
        word = source.head
        head = Self.written(reading.words[source.head].key)
        let before = Range(from: source.words.lowerBound, to: source.head)
        rank = OfficeRank(before, reading)
        places = before.filter { Self.isPlace($0, reading) }
    }

    /// Whether a word before a role tells whose it is.
    static func isPlace(_ i: Int, _ reading: Reading) -> Bool {
        let word = reading.words[i]
        return word.kind == .word && word.isCapitalized && !word.shape.contains(.clitic)
            && !word.has([.neverName, .rank, .role, .title]) || word.has([.demonym, .place])
    }

    /// The full form of an abbreviated title: “governor” for “Gov.”.
    static func written(_ key: UInt64) -> UInt64 { abbreviated[key] ?? key }

    private static let abbreviated = English.pairs("short", of: .offices)
}
