import CaucusText

/// The words by which somebody acts by speech toward somebody else, as the finder looks them up.
///
/// The lists stand in `ActTable+Verbs.swift` and `ActTable+Nouns.swift`; they were written for this project.
struct ActTable: Sendable {
    /// The lists of this version.
    static let standard = ActTable()

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
    }

    /// The forms of a verb.
    struct Form: OptionSet, Sendable, Hashable {
        let rawValue: UInt8
        static let finite = Form(rawValue: 1)
        static let participle = Form(rawValue: 2)
        static let gerund = Form(rawValue: 4)
        static let base = Form(rawValue: 8)
    }

    /// What a form of a verb can be.
    struct Verb: Sendable {
        var form: Form = []
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
    let turners = Self.keys(Self.turners)
    let deeds = Self.keys(Self.deeds)
    let opponents = Self.keys(Self.opponents)
    let others = Self.keys(Self.others)
    let leaving = Self.keys(Self.leaving)
    let staying = Self.keys(Self.staying)
    let pleas = Self.keys(Self.pleas)
    let claims = Self.keys(Self.claims)
    let accusations = Self.keys(Self.accusations)
    let unfriendlyWishes = Self.keys(Self.unfriendlyWishes)
    let friendlyWishes = Self.keys(Self.friendlyWishes)

    private init() {
        for group in Self.verbs { addFrames(group.entries, group.direction, group.strength) }
        addFrames(Self.wishes, 0, 1, isWish: true)
        for entry in Self.entries(Self.carriers) { add(entry) { $0.carries = 1 } }
        for entry in Self.entries(Self.withdrawals) { add(entry) { $0.carries = -1 } }
        for entry in Self.entries(Self.receivers) {
            let leads = entry.words.dropFirst().map { LetterFolding.key(of: $0) }
            add(entry) { $0.receives.append(leads) }
        }
        for entry in Self.entries(Self.denials) { add(entry) { $0.denies = true } }
        for entry in Self.entries(Self.naming) { add(entry) { $0.names = true } }
        for entry in Self.entries(Self.namingAs) { add(entry) { $0.namesAs = true } }
        for group in Self.nouns {
            for key in Self.keys(group.words) {
                nouns[key] = Noun(
                    direction: group.direction, strength: group.strength,
                    leads: Self.keys(group.leads))
            }
        }
        received = nouns
        for group in Self.receivedNouns {
            for key in Self.keys(group.words) {
                received[key] = Noun(
                    direction: group.direction, strength: group.strength, leads: [])
            }
        }
        for group in Self.adjectives {
            for key in Self.keys(group.words) {
                adjectives[key] = Noun(
                    direction: group.direction, strength: group.strength,
                    leads: Self.keys(group.leads))
            }
        }
        known = KeySet(keys: Set(verbs.keys).union(nouns.keys).union(adjectives.keys))
    }

    /// Whether a clause may hang on the word with `key`.
    func knows(_ key: UInt64) -> Bool { known.contains(key) }

    /// One entry of a list: the verb with its marks, and the words after it.
    private struct Entry {
        var words: [Substring]
    }

    private static func entries(_ list: String) -> [Entry] {
        list.split(separator: ",").compactMap { entry in
            let words = entry.split(whereSeparator: \.isWhitespace)
            return words.isEmpty ? nil : Entry(words: words)
        }
    }

    private static func keys(_ list: String) -> Set<UInt64> {
        Set(list.split(whereSeparator: \.isWhitespace).map { LetterFolding.key(of: $0) })
    }

    private mutating func addFrames(
        _ list: String, _ direction: Int, _ strength: Int, isWish: Bool = false
    ) {
        for entry in Self.entries(list) {
            let rest = entry.words.dropFirst()
            let leads = rest.prefix { $0 != "_" }.map { LetterFolding.key(of: $0) }
            let tail = rest.drop { $0 != "_" }.dropFirst().map { LetterFolding.key(of: $0) }
            frames.append(
                Frame(
                    direction: direction, strength: strength, leads: leads, tail: tail,
                    isWish: isWish))
            let frame = frames.count - 1
            add(entry) { $0.frames.append(frame) }
        }
    }

    /// Changes what every form of an entry's verb can be.
    private mutating func add(_ entry: Entry, _ change: (inout Verb) -> Void) {
        for (key, form) in Self.forms(of: String(entry.words[0])) {
            var verb = verbs[key] ?? Verb()
            verb.form.formUnion(form)
            change(&verb)
            verbs[key] = verb
        }
    }

    /// The inflected forms of a verb written `base/past/participle`, with `+` where the last letter doubles.
    static func forms(of entry: String) -> [UInt64: Form] {
        let doubled = entry.contains("+")
        let parts = entry.filter { $0 != "+" }.split(separator: "/").map(String.init)
        guard let base = parts.first else { return [:] }
        let beforeLast = base.dropLast().last ?? "a"
        let silent = base.hasSuffix("e") && beforeLast != "e"
        let consonantY = base.hasSuffix("y") && !"aeiou".contains(beforeLast)
        let stem =
            doubled ? base + String(base.suffix(1)) : silent ? String(base.dropLast()) : base
        let regular = consonantY ? String(base.dropLast()) + "ied" : stem + "ed"
        let past = parts.count > 1 ? parts[1] : regular
        let participle = parts.count > 2 ? parts[2] : past
        let hisses = ["s", "x", "z", "ch", "sh", "go"].contains { base.hasSuffix($0) }
        let third =
            consonantY
            ? String(base.dropLast()) + "ies" : hisses ? base + "es" : base + "s"
        var forms: [UInt64: Form] = [:]
        let all: [(String, Form)] = [
            (base, .base), (base, .finite), (third, .finite), (past, .finite),
            (participle, .participle), (stem + "ing", .gerund),
        ]
        for (word, form) in all { forms[LetterFolding.key(of: word), default: []].formUnion(form) }
        return forms
    }
}
