import CaucusText

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

    /// Slots by open addressing: a key and the index of its entry; a key of 0 is an empty slot.
    private var keys: [UInt64]
    private var values: [Entry]
    private let mask: Int

    private init() {
        var builder = Builder()
        builder.addFunctionWords()
        builder.addPeople()
        builder.addGivenNames()
        builder.addVerbs()
        var size = 1024
        while size < builder.entries.count * 3 { size *= 2 }
        keys = Array(repeating: 0, count: size)
        values = Array(repeating: Entry(), count: size)
        mask = size - 1
        for (key, entry) in builder.entries {
            var slot = Int(truncatingIfNeeded: key ^ (key >> 29)) & mask
            while keys[slot] != 0 { slot = (slot + 1) & mask }
            keys[slot] = key
            values[slot] = entry
        }
    }

    /// What the lists say about the word with `key`; an empty entry for an unknown one.
    @inline(__always)
    subscript(key: UInt64) -> Entry {
        var slot = Int(truncatingIfNeeded: key ^ (key >> 29)) & mask
        while true {
            let found = keys[slot]
            if found == key { return values[slot] }
            if found == 0 { return Entry() }
            slot = (slot + 1) & mask
        }
    }

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
