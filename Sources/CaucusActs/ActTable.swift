package import CaucusLanguage
import CaucusText

/// The words by which somebody acts by speech toward somebody else, as the finder looks them up.
///
/// The lists are `English/act-verbs.txt`, `English/act-nouns.txt` and, for how these words make an act,
/// `English/act-patterns.txt` (``ActPatterns``); they were written for this project.
package struct ActTable: Sendable {
    /// The lists of this version.
    package static let standard = ActTable(adding: [])

    /// What a verb is done by.
    enum Sort: String, Sendable {
        case speech = "verb"
        /// By something else: a vote, a lawsuit.
        case doing
        /// By nothing that is told: “supports”.
        case attitude
    }

    /// How a verb leads to the target.
    struct Frame: Sendable {
        var direction: Int
        var strength: Int
        /// What stands between the verb and the target, as keys.
        var leads: [UInt64]
        /// What stands after the target, as keys.
        var tail: [UInt64]
        /// Wants something of the target: a verb or a noun after it gives the direction.
        var isWish = false
        var sort = Sort.speech
    }

    /// What a form of a verb can be.
    struct Verb: Sendable {
        var form: VerbForm = []
        var frames: [Int] = []
        /// How a noun's act goes through the verb: 1 carried, -1 taken back, 0 not at all.
        var carries = 0
        /// Says that what follows is not so.
        var denies = false
        /// Calls its object something, by a noun or an adjective that follows it, or that follows “as”.
        var names = false
        var namesAs = false
        /// A clause may hang on the verb with the target after it.
        var isAct: Bool { !frames.isEmpty || names || namesAs || denies }
        /// The verb takes its subject for the target of what follows: “drew”.
        var receives: [[UInt64]] = []
    }

    /// A noun or an adjective of an act.
    struct Noun: Sendable {
        var direction: Int
        var strength: Int
        var leads: Set<UInt64>
    }

    private(set) var frames: [Frame] = []
    private(set) var verbs: [UInt64: Verb] = [:]
    private(set) var nouns: [UInt64: Noun] = [:]
    private(set) var received: [UInt64: Noun] = [:]
    private(set) var adjectives: [UInt64: Noun] = [:]
    /// The keys of ``verbs``, ``nouns`` and ``adjectives``.
    private var known = KeySet(keys: [])
    /// The other words, by the name of their group.
    private var groups: [String: Set<UInt64>] = [:]
    private(set) var patterns = ActPatterns([], words: [:])
    /// The names of the rows that acts are read by, in order: “verb object”.
    package private(set) var patternNames: [String] = []

    /// The table of the lists that documents are read with.
    package init(_ words: WordLists) {
        self = words.acts.isEmpty ? .standard : ActTable(adding: words.acts)
    }

    /// The lists with a user's groups. Of two frames alike a verb leads by the first, and a noun is what it is called
    /// last: so the user's come before any verb and, from the last to the first, after every noun.
    private init(adding groups: [WordGroup]) {
        for group in groups + English.groups(of: .actVerbs) { takeVerbs(of: group) }
        for group in English.groups(of: .actNouns) + groups.reversed() { takeNouns(of: group) }
        known = KeySet(keys: Set(verbs.keys).union(nouns.keys).union(adjectives.keys))
        // The frame with most words before the target is tried first, then that with most after it.
        for (key, verb) in verbs where verb.frames.count > 1 {
            verbs[key]?.frames = verb.frames.enumerated().sorted {
                let (a, b) = (frames[$0.element], frames[$1.element])
                return (b.leads.count, b.tail.count, $0.offset)
                    < (a.leads.count, a.tail.count, $1.offset)
            }.map(\.element)
        }
        patterns = ActPatterns(English.groups(of: .actPatterns), words: self.groups)
        patternNames = patterns.rows.map { "\($0.kind.rawValue) \($0.name)" }
    }

    /// The same words with other rows.
    func with(rows: [WordGroup]) -> ActTable {
        var table = self
        table.patterns = ActPatterns(rows, words: groups)
        return table
    }

    /// Whether a clause may hang on the word with `key`.
    func knows(_ key: UInt64) -> Bool { known.contains(key) }

    private mutating func takeVerbs(of group: WordGroup) {
        let entries = group.words.map(Entry.init)
        switch group.name {
        case "verb", "doing", "attitude":
            addFrames(entries, group.direction, group.strength, Sort(rawValue: group.name))
        case "wish": addFrames(entries, 0, 1, nil)
        case "carrier": for entry in entries { add(entry) { $0.carries = 1 } }
        case "withdrawal": for entry in entries { add(entry) { $0.carries = -1 } }
        case "receiver":
            for entry in entries { add(entry) { $0.receives.append(entry.leads) } }
        case "denial": for entry in entries { add(entry) { $0.denies = true } }
        case "naming": for entry in entries { add(entry) { $0.names = true } }
        case "naming-as": for entry in entries { add(entry) { $0.namesAs = true } }
        case let name:
            let forms = entries.flatMap { Self.forms(of: $0.verb).keys }
            groups[name, default: []].formUnion(forms)
        }
    }

    private mutating func takeNouns(of group: WordGroup) {
        let keys = Set(group.words.map { LetterFolding.key(of: $0) })
        let noun = Noun(
            direction: group.direction, strength: group.strength,
            leads: Set(group.companions.map { LetterFolding.key(of: $0) }))
        switch group.name {
        case "noun":
            for key in keys { (nouns[key], received[key]) = (noun, noun) }
        case "received": for key in keys { received[key] = noun }
        case "adjective": for key in keys { adjectives[key] = noun }
        default: groups[group.name, default: []].formUnion(keys)
        }
    }

    /// One entry of a list: a verb, and the words after it: `take/took/taken_~_to_task`.
    private struct Entry {
        var verb: String
        /// What stands between the verb and the target, as keys.
        var leads: [UInt64]
        /// What stands after the target, as keys.
        var tail: [UInt64]

        init(_ spelling: String) {
            let words = spelling.split(separator: "_")
            verb = words.first.map(String.init) ?? ""
            let rest = words.dropFirst()
            leads = rest.prefix { $0 != "~" }.map { LetterFolding.key(of: $0) }
            tail = rest.drop { $0 != "~" }.dropFirst().map { LetterFolding.key(of: $0) }
        }
    }

    private mutating func addFrames(
        _ entries: [Entry], _ direction: Int, _ strength: Int, _ sort: Sort?
    ) {
        for entry in entries {
            frames.append(
                Frame(
                    direction: direction, strength: strength, leads: entry.leads, tail: entry.tail,
                    isWish: sort == nil, sort: sort ?? .speech))
            let frame = frames.count - 1
            add(entry) { $0.frames.append(frame) }
        }
    }

    /// Changes what every form of an entry's verb can be.
    private mutating func add(_ entry: Entry, _ change: (inout Verb) -> Void) {
        for (key, form) in Self.forms(of: entry.verb) {
            var verb = verbs[key] ?? Verb()
            verb.form.formUnion(form)
            change(&verb)
            verbs[key] = verb
        }
    }

    /// The inflected forms of a verb as the lists write it (``VerbForms``).
    static func forms(of entry: String) -> [UInt64: VerbForm] {
        Dictionary(VerbForms(entry)?.keys ?? [], uniquingKeysWith: { $0.union($1) })
    }
}

extension WordGroup {
    /// Against is -1, favor 1, neither 0.
    fileprivate var direction: Int {
        fields.contains("against") ? -1 : fields.contains("favor") ? 1 : 0
    }
    /// From 1 to 3.
    fileprivate var strength: Int { fields.last.flatMap { Int($0) } ?? 1 }
}
