import CaucusText

/// The word lists of ``CaucusLanguage/English`` as one hash table, built once.
package struct Lexicon: Sendable {
    /// What the lists say about a word.
    package struct Entry: Sendable, Hashable {
        package var classes: WordClass = []
        package var verb: VerbClass = .none
        package var form: VerbForm = []
        package var joining: JoiningClass = .content
    }

    /// The lists of this version.
    package static let standard = Lexicon(Builder(adding: []))

    /// The lists of this version with a user's groups; `nil` where more words than an entry's number can hold are each
    /// unlike all others.
    init?(adding groups: [WordGroup]) {
        let builder = Builder(adding: groups)
        guard Set(builder.entries.values).count < UInt16.max else { return nil }
        self.init(builder)
    }

    /// A table by open addressing, whose first slot is that of all words of no list: keys, and numbers of entries, which
    /// are few. So small it stays at hand.
    private let keys: [UInt64]
    private let numbers: [UInt16]
    private let entries: [Entry]
    private let shift: UInt64
    /// A bit for the top bits of every key. Small enough to stay at hand, so that most words of no list are told
    /// without a look at the table.
    private let isKnown: [UInt64]

    private init(_ builder: Builder) {
        var capacity = 16
        while capacity < 3 * (builder.entries.count + 1) { capacity *= 2 }
        shift = UInt64(64 - capacity.trailingZeroBitCount)
        (keys, numbers, entries) = Self.table(builder.entries, capacity, shift)
        var isKnown = [UInt64](repeating: 0, count: 1 << 11)
        for key in builder.entries.keys { isKnown[Self.cell(key)] |= Self.bit(key) }
        self.isKnown = isKnown
    }

    private static func table(
        _ words: [UInt64: Entry], _ capacity: Int, _ shift: UInt64
    ) -> ([UInt64], [UInt16], [Entry]) {
        var keys = [UInt64](repeating: 0, count: capacity + 1)
        var numbers = [UInt16](repeating: 0, count: capacity + 1)
        var entries = [Entry()]
        var known: [Entry: UInt16] = [:]
        for (key, entry) in words {
            var slot = start(key, shift)
            while keys[slot] != 0 { slot = slot == capacity ? 1 : slot + 1 }
            keys[slot] = key
            if known[entry] == nil {
                known[entry] = UInt16(entries.count)
                entries.append(entry)
            }
            numbers[slot] = known[entry] ?? 0
        }
        return (keys, numbers, entries)
    }

    /// The slot where the search for a key begins (``HashTable``); the first is none.
    @inline(__always)
    private static func start(_ key: UInt64, _ shift: UInt64) -> Int {
        1 &+ Int(truncatingIfNeeded: ((key ^ key &>> 29) &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    }

    /// What the lists say about the word with `key`; an empty entry for an unknown one.
    ///
    /// A word is as likely in a list as not, which a processor would guess wrong: there is nothing to guess here but
    /// whether the first slot is another word's, which is seldom.
    @inline(__always)
    package subscript(key: UInt64) -> Entry {
        let known = 0 &- (isKnown[Self.cell(key)] &>> (key &>> 47 & 63) & 1)
        let slot = Self.start(key, shift) & Int(truncatingIfNeeded: known)
        if (keys[slot] ^ key) & known != 0 { return further(key, slot) }
        return entries[Int(numbers[slot])]
    }

    /// The words that lexemes of a text are, with what the lists say of each.
    ///
    /// - Complexity: O(lexemes).
    func words(_ lexemes: [Lexeme], of bytes: [UInt8]) -> [Word] {
        [Word](unsafeUninitializedCapacity: lexemes.count) { words, count in
            bytes.withUnsafeBufferPointer { bytes in
                for lexeme in lexemes {
                    var word = Word(lexeme, self[lexeme.key])
                    if word.isManner(in: bytes) { word.classes.insert(.adverb) }
                    words.initializeElement(at: count, to: word)
                    count &+= 1
                }
            }
        }
    }

    /// What stands in the slots after the first one.
    @inline(never)
    private func further(_ key: UInt64, _ first: Int) -> Entry {
        var slot = first
        while keys[slot] != 0, keys[slot] != key { slot = slot + 1 == keys.count ? 1 : slot + 1 }
        return keys[slot] == key ? entries[Int(numbers[slot])] : Entry()
    }

    @inline(__always)
    private static func cell(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 53) }
    @inline(__always)
    private static func bit(_ key: UInt64) -> UInt64 { 1 << (key >> 47 & 63) }

    /// The lists whose groups are named by the classes of their words.
    static let lists: [English.List] = [
        .functionWords, .people, .givenNames, .organizations, .writings, .commonVerbs,
        .idioms,
    ]

    /// Collects the lists.
    private struct Builder {
        private(set) var entries: [UInt64: Entry] = [:]

        /// The lists, and a user's groups, whose verbs come first: the first class a verb is given stays.
        init(adding groups: [WordGroup]) {
            for group in groups where WordListReader.use(of: group) == .report {
                addVerbs(of: group)
            }
            for group in groups where WordListReader.use(of: group) == .kind {
                add(WordClass(names: group.fields), group.words)
            }
            for list in Lexicon.lists {
                for group in English.groups(of: list) {
                    add(WordClass(names: group.fields), group.words)
                }
            }
            for group in English.groups(of: .reportingVerbs) { addVerbs(of: group) }
            for group in English.groups(of: .joiningWords) { addJoiningWords(of: group) }
        }

        /// Adds `classes` to every word of a list.
        private mutating func add(_ classes: WordClass, _ words: [String]) {
            for word in words {
                entries[LetterFolding.key(of: word), default: Entry()].classes.formUnion(classes)
            }
        }

        /// Adds the verbs of a group: `[say]`, or `[say noun]` where the base and the “-s” form are as often a noun.
        private mutating func addVerbs(of group: WordGroup) {
            guard let verb = VerbClass(name: group.name) else { return }
            let isNoun = group.fields.contains("noun")
            for (key, form) in group.words.compactMap(VerbForms.init).flatMap(\.keys) {
                let mayBeNoun = isNoun && [.base, .third].contains(form)
                add(verb, mayBeNoun ? form.union(.noun) : form, key)
            }
        }

        /// Adds what the words of a group join; one of two groups is of the first.
        private mutating func addJoiningWords(of group: WordGroup) {
            guard let joining = JoiningClass(name: group.name) else { return }
            for key in group.words.map({ LetterFolding.key(of: $0) })
            where entries[key, default: Entry()].joining == .content {
                entries[key, default: Entry()].joining = joining
            }
        }

        /// Adds one form of a verb; the first class a form is given stays.
        private mutating func add(_ verb: VerbClass, _ form: VerbForm, _ key: UInt64) {
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
