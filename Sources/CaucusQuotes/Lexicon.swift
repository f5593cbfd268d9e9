@_spi(HashTable) import CaucusText

/// The word lists as one hash table, built once from the lists in `Lexicon+….swift`.
struct Lexicon: Sendable {
    /// What the lists say about a word.
    struct Entry: Sendable {
        var classes: WordClass = []
        var verb: VerbClass = .none
        var form: VerbForm = []
    }

    /// The lists of this version.
    static let standard = Lexicon()

    private let table: HashTable<Entry>
    /// A bit for the top bits of every key. Small enough to stay at hand, so that most words of no list are told
    /// without a look at the table.
    private let isKnown: [UInt64]

    private init() {
        var builder = Builder()
        builder.addFunctionWords()
        builder.addPeople()
        builder.addGivenNames()
        builder.addVerbs()
        table = HashTable(builder.entries)
        var isKnown = [UInt64](repeating: 0, count: 1 << 11)
        for key in builder.entries.keys { isKnown[Self.cell(key)] |= Self.bit(key) }
        self.isKnown = isKnown
    }

    /// What the lists say about the word with `key`; an empty entry for an unknown one.
    @inline(__always)
    subscript(key: UInt64) -> Entry {
        guard isKnown[Self.cell(key)] & Self.bit(key) != 0 else { return Entry() }
        return table[key] ?? Entry()
    }

    @inline(__always)
    private static func cell(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 53) }
    @inline(__always)
    private static func bit(_ key: UInt64) -> UInt64 { 1 << (key >> 47 & 63) }

    /// Collects the lists.
    struct Builder {
        fileprivate(set) var entries: [UInt64: Entry] = [:]

        /// Adds `classes` to every word of a list separated by white space.
        mutating func add(_ classes: WordClass, _ words: String) {
            for word in words.split(whereSeparator: \.isWhitespace) {
                entries[LetterFolding.key(of: word), default: Entry()].classes.formUnion(classes)
            }
        }

        /// Adds one form of a verb; the first class a form is given stays.
        mutating func add(_ verb: VerbClass, _ form: VerbForm, _ word: String) {
            var entry = entries[LetterFolding.key(of: word)] ?? Entry()
            if entry.verb == .none { entry.verb = verb }
            guard entry.verb == verb else { return }
            entry.form.formUnion(form)
            entry.classes.insert(.verb)
            if verb != .manner { entry.classes.insert(.reporting) }
            entries[LetterFolding.key(of: word)] = entry
        }
    }
}
