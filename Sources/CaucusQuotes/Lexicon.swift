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

    /// With much room: most words are in no list.
    private let table: HashTable<Entry>

    private init() {
        var builder = Builder()
        builder.addFunctionWords()
        builder.addPeople()
        builder.addGivenNames()
        builder.addVerbs()
        table = HashTable(builder.entries, room: 4)
    }

    /// What the lists say about the word with `key`; an empty entry for an unknown one.
    @inline(__always)
    subscript(key: UInt64) -> Entry { table[key] ?? Entry() }

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
