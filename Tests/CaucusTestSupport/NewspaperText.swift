/// Text that looks like a newspaper's and means nothing: names, verbs of speech and of taking sides, pronouns,
/// marks, conjunctions and line breaks, joined at random.
///
/// Rules of language are written for sentences that people write. Three sentences that nobody had thought of
/// stopped a run over 37,554 articles (issue 13); a million that nobody would think of find the next one before an
/// archive does. One seed gives one article, on every machine: a seed is enough to see a failure again.
///
/// All names are invented. The file has no dependency, because Tests/Fuzz compiles it as well.
public struct NewspaperText {
    /// The leaders that articles are about: a plain name, one with a particle, with a hyphen, with accents, one word.
    public static let leaders = [
        "Helen Marwick", "Tomas Adeyar", "Robin de Lacey", "Maud Ellery-Voss", "José Núñez", "Orla",
        "Harold J. Quimby",
    ]

    /// Who the article is about, by seed.
    public let leader: String
    private var random: SeededRandom
    private var text = ""

    /// Creates the article of a seed.
    public init(seed: UInt64) {
        random = SeededRandom(seed: seed)
        leader = Self.leaders[Int(truncatingIfNeeded: seed % UInt64(Self.leaders.count))]
    }

    /// The words that articles are made of, for a fuzzer's dictionary.
    public static var words: [String] {
        NewspaperWords.acts.flatMap { $0 } + NewspaperWords.names + NewspaperWords.pronouns
            + NewspaperWords.marksAlone + NewspaperWords.stops
            + NewspaperWords.of.values.flatMap { $0 } + leaders
    }

    /// The article.
    public static func article(seed: UInt64) -> String {
        var draft = NewspaperText(seed: seed)
        for _ in 0...draft.below(4) { draft.paragraph() }
        return draft.text
    }

    private mutating func below(_ bound: Int) -> Int {
        Int(truncatingIfNeeded: random.next() % UInt64(bound))
    }

    private mutating func isOne(in count: Int) -> Bool { below(count) == 0 }

    private mutating func paragraph() {
        for _ in 0...below(3) {
            switch below(10) {
            case 0...3: shuffled()
            case 4...7: clause()
            default: quotation()
            }
            put(pick(NewspaperWords.stops))
        }
        text += pick(NewspaperWords.breaks)
    }

    /// Words of all kinds in no order.
    private mutating func shuffled() {
        for _ in 0..<(below(22) + 2) {
            // Rules begin at the words of their lists: these are a third of all.
            if isOne(in: 3) {
                put(pick(NewspaperWords.acts[below(NewspaperWords.acts.count)]))
            } else {
                put(word(of: pick(NewspaperWords.kinds)))
            }
        }
    }

    /// Phrases in the order of a sentence, each of which may be missing or come twice.
    private mutating func clause() {
        let pattern = NewspaperWords.patterns[below(NewspaperWords.patterns.count)]
        for kind in pattern {
            if isOne(in: 9) { continue }
            put(word(of: kind))
            if isOne(in: 9) { put(word(of: kind)) }
            if isOne(in: 12) { put(word(of: pick(NewspaperWords.kinds))) }
        }
    }

    /// Something between marks, which may not close, with a source before it, after it, or none.
    private mutating func quotation() {
        let marks = NewspaperWords.marks[below(NewspaperWords.marks.count)]
        if isOne(in: 3) {
            put(word(of: .name))
            put(word(of: .saying))
            if isOne(in: 2) { put(",") }
        }
        put(marks.open)
        clause()
        if !isOne(in: 6) { put(isOne(in: 2) ? "," + marks.close : marks.close) }
        if isOne(in: 2) {
            put(word(of: isOne(in: 2) ? .saying : .name))
            put(word(of: isOne(in: 2) ? .name : .saying))
        }
    }

    /// Adds a word with a space before it; marks stand close, or where the text is untidy not.
    private mutating func put(_ word: String) {
        let isMark =
            word.unicodeScalars.first.map { NewspaperWords.closeMarks.contains($0) } ?? true
        let afterOpen =
            text.unicodeScalars.last.map { NewspaperWords.openMarks.contains($0) } ?? true
        if isMark == isOne(in: 25), !(afterOpen && !isOne(in: 25)) {
            text += isOne(in: 30) ? pick(NewspaperWords.spaces) : " "
        }
        text += isOne(in: 40) ? word.uppercased() : word
    }

    private mutating func pick<Word>(_ words: [Word]) -> Word { words[below(words.count)] }

    private mutating func word(of kind: Kind) -> String {
        switch kind {
        case .leader: leaderWord()
        case .name: isOne(in: 4) ? leaderWord() : pick(NewspaperWords.names)
        default: pick(NewspaperWords.of[kind] ?? NewspaperWords.marksAlone)
        }
    }

    /// The leader by full name, surname, possessive, pronoun or office.
    private mutating func leaderWord() -> String {
        let surname = leader.split(separator: " ").last.map(String.init) ?? leader
        switch below(8) {
        case 0, 1: return leader
        case 2: return surname
        case 3: return surname + "'s"
        case 4: return surname + "’s"
        case 5: return "Ms. " + surname
        case 6: return pick(["the mayor", "the president", "the prime minister", "the premier"])
        default: return pick(NewspaperWords.pronouns)
        }
    }

    /// Kinds of words.
    enum Kind: CaseIterable, Hashable {
        case leader, name, saying, act, noun, adjective, pronoun, preposition, conjunction, mark
        case determiner, auxiliary, adverb, time, thing, people, negation, relative, number
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014).
public struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
