import CaucusLanguage
@_spi(HashTable) import CaucusText

/// The word lists of ``CaucusLanguage/English`` as one hash table, built once.
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
        for list in Self.lists {
            for group in English.groups(of: list) {
                builder.add(WordClass(names: group.fields), group.words)
            }
        }
        for group in English.groups(of: .reportingVerbs) { builder.addVerbs(of: group) }
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

    /// The lists whose groups are named by the classes of their words.
    private static let lists: [English.List] = [
        .functionWords, .people, .givenNames, .organizations, .writings, .commonVerbs,
        .idioms,
    ]

    /// Collects the lists.
    private struct Builder {
        private(set) var entries: [UInt64: Entry] = [:]

        /// Adds `classes` to every word of a list.
        mutating func add(_ classes: WordClass, _ words: [String]) {
            for word in words {
                entries[LetterFolding.key(of: word), default: Entry()].classes.formUnion(classes)
            }
        }

        /// Adds the verbs of a group: `[say]`, or `[say noun]` where the base and the “-s” form are as often a noun.
        mutating func addVerbs(of group: WordGroup) {
            guard let verb = VerbClass(name: group.name) else { return }
            let noun: VerbForm = group.fields.contains("noun") ? .noun : []
            for word in group.words {
                guard let forms = VerbForms(word) else { continue }
                add(verb, VerbForm.base.union(noun), forms.base)
                for third in forms.third { add(verb, VerbForm.third.union(noun), third) }
                add(verb, .past, forms.past)
                add(verb, .participle, forms.participle ?? forms.past)
                add(verb, .gerund, forms.gerund)
            }
        }

        /// Adds one form of a verb; the first class a form is given stays.
        private mutating func add(_ verb: VerbClass, _ form: VerbForm, _ word: [UInt8]) {
            let key = LetterFolding.key(of: String(decoding: word, as: UTF8.self))
            var entry = entries[key] ?? Entry()
            if entry.verb == .none { entry.verb = verb }
            guard entry.verb == verb else { return }
            entry.form.formUnion(form)
            entry.classes.insert(.verb)
            if verb != .manner { entry.classes.insert(.reporting) }
            entries[key] = entry
        }
    }
}
