import CaucusLanguage
import CaucusText

/// A row of `English/act-patterns.txt`: a construction by which a person takes a side, as a sequence of slots.
struct ActPattern: Sendable {
    /// What a row hangs on: a word of the lists of acts, or nothing but its own words.
    enum Kind: String, Sendable {
        case piece, verb, gerund, passive, received, noun, adjective, content
    }

    /// What a row does to the side of the words in it.
    enum Side: Sendable, Equatable {
        /// `+` and `-`: as they say, or turned round.
        case times(Int)
        /// `against`, `favor`, `neutral`.
        case always(Int)
        /// `none`: where the row matches there is no act.
        case never
    }

    /// What code reads off the words because no sequence of words tells it.
    enum Part: String, Sendable {
        case target = "TARGET"
        case source = "SOURCE"
        case somebody = "SOMEBODY"
        case subject = "SUBJECT"
        case before = "BEFORE"
        case owner = "OWNER"
        case verb = "VERB"
        case wish = "WISH"
        case plainVerb = "PLAIN-VERB"
        case plainWish = "PLAIN-WISH"
        case friend = "FRIEND"
        case doing = "DOING"
        case attitude = "ATTITUDE"
        case tail = "TAIL"
        case act = "ACT"
        case main = "MAIN"
        case denial = "DENIAL"
        case naming = "NAMING"
        case namingAs = "NAMING-AS"
        case receiver = "RECEIVER"
        case received = "RECEIVED"
        case carrier = "CARRIER"
        case noun = "NOUN"
        case lead = "LEAD"
        case adjective = "ADJECTIVE"
        case verdict = "VERDICT"
        case character = "CHARACTER"
        case said = "SAID"
        case good = "GOOD"
        case opening = "OPENING"
        case undenied = "UNDENIED"
    }

    /// One place of the sequence.
    enum Slot: Sendable {
        case word(WordTest)
        /// The word before is one, or is none.
        case behind(WordTest, isNot: Bool)
        /// The next word is one, or is none.
        case ahead(WordTest, isNot: Bool)
        case optional([Slot])
        /// As many as there are.
        case run([Slot])
        /// As few as are needed, and at most so many.
        case gap(WordTest, Int)
        /// The first of the rows of a name that matches.
        case piece(Int)
        case part(Part)
    }

    var name: String
    var kind: Kind
    var side: Side
    /// From 1 to 3, or 0 where the words tell it; of a row that keeps the side the most.
    var strength: Int
    var isWeak: Bool
    var isOwned: Bool
    var slots: [Slot] = []

    /// The row that a group of the list opens, without its slots; `nil` where the group opens none.
    init?(_ group: WordGroup) {
        guard group.fields.count > 2, let kind = Kind(rawValue: group.fields[0]),
            let side = Self.sides[group.fields[2]]
        else { return nil }
        let rest = group.fields.dropFirst(3)
        (name, self.kind, self.side) = (group.fields[1], kind, side)
        strength = rest.compactMap { Int($0) }.first ?? 0
        isWeak = rest.contains("weak")
        isOwned = rest.contains("owned")
    }

    /// Whether its slots ask of words alone.
    var isPlain: Bool {
        side == .times(1) && !isWeak && !isOwned
            && slots.allSatisfy {
                switch $0 {
                case .word(let test): !test.choices.contains(where: \.turns)
                case .behind, .ahead: true
                default: false
                }
            }
    }

    private static let sides: [String: Side] = [
        "+": .times(1), "-": .times(-1), "against": .always(-1), "favor": .always(1),
        "neutral": .always(0), "none": .never,
    ]
}

/// The rows of `English/act-patterns.txt` with their words looked up in the lists of acts.
struct ActPatterns: Sendable {
    /// The rows in the order of the list, pieces left out.
    private(set) var rows: [ActPattern] = []
    /// The rows of each piece.
    private(set) var pieces: [[ActPattern]] = []
    /// What each row starts with, looked at before the row is.
    private(set) var openers: [Opener] = []
    /// Words of which a sentence has one where the row matches; none where the row asks for no word by its letters.
    private(set) var needs: [[KeySet]] = []
    /// Whether a piece asks of words alone, so that it takes one and finds nothing.
    private(set) var isPlain: [Bool] = []
    /// The numbers of the rows of a kind.
    private var numbers: [ActPattern.Kind: [Int]] = [:]

    /// - Parameter groups: The words of a group of the lists of acts.
    init(_ list: [WordGroup], words groups: [String: Set<UInt64>]) {
        var places: [String: Int] = [:]
        let found = list.compactMap { group in ActPattern(group).map { ($0, group.words) } }
        for (row, _) in found where row.kind == .piece && places[row.name] == nil {
            places[row.name] = pieces.count
            pieces.append([])
        }
        let reader = SlotReader(pieces: places, groups: groups)
        for (var row, words) in found {
            row.slots = words.map(reader.slot)
            if let place = places[row.name], row.kind == .piece {
                pieces[place].append(row)
            } else {
                numbers[row.kind, default: []].append(rows.count)
                rows.append(row)
            }
        }
        openers = rows.map { opener(of: $0.slots) }
        needs = rows.map { row in
            row.slots.lazy.compactMap { slot in
                guard case .word(let test) = slot else { return nil }
                let keys = test.choices.compactMap(\.keys)
                return keys.count == test.choices.count ? keys : nil
            }.first ?? []
        }
        isPlain = pieces.map { $0.allSatisfy(\.isPlain) }
    }

    func numbers(of kind: ActPattern.Kind) -> [Int] { numbers[kind] ?? [] }

    /// What a row starts with.
    enum Opener: Sendable {
        case word(WordTest), target, other
    }

    private func opener(of slots: [ActPattern.Slot]) -> Opener {
        for slot in slots {
            switch slot {
            case .word(let test): return .word(test)
            case .part(.target): return .target
            case .piece(let number):
                let isTarget = pieces[number].allSatisfy {
                    if case .target = opener(of: $0.slots) { true } else { false }
                }
                return isTarget ? .target : .other
            case .behind, .ahead, .part(.undenied), .part(.opening), .part(.subject): continue
            default: return .other
            }
        }
        return .other
    }
}

/// Reads a slot as the list spells it: `TURNER`, `from|of`, `(adverb|!negation)*3`, `=!DEED`.
private struct SlotReader {
    var pieces: [String: Int]
    var groups: [String: Set<UInt64>]

    func slot(_ spelling: String) -> ActPattern.Slot {
        var body = spelling[...]
        let isBehind = body.hasPrefix("="), isAhead = body.hasPrefix("&") || body.hasPrefix("!")
        if isBehind || body.hasPrefix("&") { body.removeFirst() }
        let isNot = body.hasPrefix("!")
        if isNot { body.removeFirst() }
        if isBehind { return .behind(test(body), isNot: isNot) }
        if isAhead { return .ahead(test(body), isNot: isNot) }
        if body.hasSuffix("?") { return .optional([slot(String(body.dropLast()))]) }
        guard let star = body.lastIndex(of: "*") else { return plain(body) }
        let most = Int(body[body.index(after: star)...])
        return most.map { .gap(test(body[..<star]), $0) } ?? .run([plain(body[..<star])])
    }

    private func plain(_ body: Substring) -> ActPattern.Slot {
        let name = String(body)
        if let piece = pieces[name] { return .piece(piece) }
        return ActPattern.Part(rawValue: name).map { .part($0) } ?? .word(test(body))
    }

    private func test(_ body: Substring) -> WordTest {
        var depth = 0
        let atoms = body.split { character in
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            return character == "|" && depth == 0
        }
        return WordTest(choices: atoms.map(choice))
    }

    private func choice(_ atom: Substring) -> WordTest.Choice {
        let turns = atom.count > 1 && atom.hasSuffix("-")
        let body = turns ? atom.dropLast() : atom
        guard body.hasPrefix("(") else {
            let keys = groups[body.lowercased()].flatMap { body == body.uppercased() ? $0 : nil }
            return WordTest.Choice(
                keys: KeySet(keys: keys ?? [LetterFolding.key(of: body)]), turns: turns)
        }
        let names = body.dropFirst().dropLast().split(separator: "|").map(String.init)
        let wanted = Array(names.prefix { !$0.hasPrefix("!") })
        let denied = names.dropFirst(wanted.count).map { $0.filter { $0 != "!" } }
        return WordTest.Choice(
            some: WordClass(names: wanted), none: WordClass(names: denied),
            someMarks: WordMarks(names: wanted), noneMarks: WordMarks(names: denied), turns: turns)
    }
}

/// What a word has to be for a slot.
struct WordTest: Sendable {
    /// One way to be it.
    struct Choice: Sendable {
        /// One of these words; without any, a word of the classes.
        var keys: KeySet?
        var some: WordClass = []
        var none: WordClass = []
        var someMarks: WordMarks = []
        var noneMarks: WordMarks = []
        /// The word turns the side round: “not”.
        var turns = false
    }
    var choices: [Choice]
}

/// What a slot may ask of a word besides its classes.
struct WordMarks: OptionSet, Sendable {
    let rawValue: UInt16
    static let comma = WordMarks(rawValue: 1)
    /// “'s”, of an owner or for “is”.
    static let clitic = WordMarks(rawValue: 2)
    /// A word of the target.
    static let target = WordMarks(rawValue: 4)
    /// A verb that carries the act of a noun: “voiced”.
    static let carrier = WordMarks(rawValue: 8)
    /// A form in “-ing” of a verb of acts.
    static let gerund = WordMarks(rawValue: 16)
    /// A finite verb of acts.
    static let acting = WordMarks(rawValue: 32)
    static let capital = WordMarks(rawValue: 64)
    /// Any word or mark but a border of sentences.
    static let any = WordMarks(rawValue: 128)
    /// A mark inside a phrase: the hyphen of “then-Mayor”, a slash.
    static let mark = WordMarks(rawValue: 256)
    /// The word of the lists that the row hangs on.
    static let trigger = WordMarks(rawValue: 512)

    init(rawValue: UInt16) { self.rawValue = rawValue }
    init(names: [String]) { self = names.reduce(into: []) { $0.formUnion(Self.byName[$1] ?? []) } }

    private static let byName: [String: WordMarks] = [
        "comma": .comma, "clitic": .clitic, "target": .target, "carrier": .carrier,
        "gerund": .gerund, "acting": .acting, "capital": .capital, "any": .any, "mark": .mark,
        "trigger": .trigger,
    ]
}
