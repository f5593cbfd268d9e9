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

    /// A key with its entry.
    private struct Slot: Sendable {
        var key: UInt64 = 0
        var entry = Entry()
    }

    /// Slots by open addressing.
    private var slots: [Slot]
    /// A byte of the key of every slot, 0 for an empty one: small enough to stay at hand, so that most
    /// words of no list are told without a look at the slots.
    private var tags: [UInt8]
    private let mask: Int

    private init() {
        var builder = Builder()
        builder.addFunctionWords()
        builder.addPeople()
        builder.addGivenNames()
        builder.addVerbs()
        var size = 1024
        while size < builder.entries.count * 3 { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
        tags = Array(repeating: 0, count: size)
        mask = size - 1
        for (key, entry) in builder.entries {
            var slot = Int(truncatingIfNeeded: key ^ (key >> 29)) & mask
            while tags[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = Slot(key: key, entry: entry)
            tags[slot] = Self.tag(key)
        }
    }

    /// What the lists say about the word with `key`; an empty entry for an unknown one.
    @inline(__always)
    subscript(key: UInt64) -> Entry {
        let tag = Self.tag(key)
        var slot = Int(truncatingIfNeeded: key ^ (key >> 29)) & mask
        while true {
            let found = tags[slot]
            if found == 0 { return Entry() }
            if found == tag, slots[slot].key == key { return slots[slot].entry }
            slot = (slot + 1) & mask
        }
    }

    /// The top bits of a key, which no slot's number is made of; never 0.
    @inline(__always)
    private static func tag(_ key: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: key >> 57) | 0x80 }

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
