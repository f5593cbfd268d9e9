/// How people spell labels, and what they mean by them.
///
/// Letters may be small or large and white space may stand around them; `favour` is `favor`. Other words are labels where
/// the user says of what.
public struct LabelSpellings: Sendable {
    /// What a label says.
    public enum Reading: Sendable, Hashable {
        /// A label of the task.
        case label(String)
        /// That the words are no matter of the task.
        case gate(GateLabel)
        /// Something else.
        case outside
    }

    /// The labels that are expected, in the order of messages.
    public let expected: [String]
    private var meanings: [String: Reading] = [:]

    /// Why a map of labels was refused.
    public enum MapError: Error, Equatable, CustomStringConvertible {
        /// A part that is no `left=right`.
        case noPair(String)
        /// The right side is no label.
        case unknown(String, expected: [String])
        /// The left side has two right ones.
        case repeated(String)

        /// What was found and what would be right, in lower case.
        public var description: String {
            switch self {
            case .noPair(let part):
                "found \"\(part.prefix(40))\"; expected pairs as in pro=favor,con=against"
            case .unknown(let label, let expected):
                "found \"\(label.prefix(40))\" on a right side; expected \(expected.joined(separator: ", "))"
            case .repeated(let label):
                "found \"\(label.prefix(40))\" on two left sides; expected it once"
            }
        }
    }

    /// Knows the labels of a task, others that it takes too, and pairs such as `pro=favor,con=against`.
    ///
    /// - Throws: ``MapError`` where a pair is none, or its right side no label.
    public init(
        expected: [String], besides: [String] = [], maps: [String] = []
    ) throws(MapError) {
        self.expected = expected
        for label in expected + besides { meanings[Self.key(label)] = .label(label) }
        for (spelling, label) in Self.spellings where meanings[label] == .label(label) {
            meanings[spelling] = .label(label)
        }
        for gate in GateLabel.allCases {
            for spelling in gate.spellings { meanings[Self.key(spelling)] = .gate(gate) }
        }
        let known = meanings
        var mapped: Set<String> = []
        for (left, right) in try Self.pairs(maps) {
            guard let meaning = known[Self.key(right)] ?? known[Self.gateKey(right)] else {
                throw .unknown(right, expected: expected)
            }
            guard mapped.insert(Self.key(left)).inserted else { throw .repeated(left) }
            meanings[Self.key(left)] = meaning
        }
    }

    /// What a label says.
    public func reading(of label: String) -> Reading {
        meanings[Self.key(label)] ?? meanings[Self.gateKey(label)] ?? .outside
    }

    /// The pairs of maps; a comma without an equals sign after it belongs to a left side.
    private static func pairs(_ maps: [String]) throws(MapError) -> [(String, String)] {
        var pairs: [(String, String)] = []
        for map in maps {
            var open = ""
            for part in map.split(separator: ",", omittingEmptySubsequences: false) {
                open += (open.isEmpty ? "" : ",") + part
                guard let sign = open.lastIndex(of: "=") else { continue }
                let left = open[..<sign].trimmed
                let right = open[open.index(after: sign)...].trimmed
                guard !left.isEmpty, !right.isEmpty else { throw .noPair(open) }
                pairs.append((left, right))
                open = ""
            }
            if !open.isBlank { throw .noPair(open) }
        }
        return pairs
    }

    /// A label in small letters, without white space around it; a whole number as one, however a table wrote it.
    private static func key(_ label: String) -> String {
        let words = label.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if words.utf8.count < 24, let number = Double(words), let whole = Int(exactly: number) {
            return String(whole)
        }
        return words.lowercased()
    }

    /// A label with spaces for the marks that tools put in their place.
    private static func gateKey(_ label: String) -> String {
        key(String(label.map { $0 == "_" || $0 == "-" ? " " : $0 }))
    }

    private static let spellings = ["favour": "favor"]

    /// Labels that mean what a label of the task is called in other studies: what a message proposes.
    private static let alike = [
        "pro": "favor", "for": "favor", "support": "favor", "supports": "favor",
        "supportive": "favor", "supporting": "favor", "in favor": "favor", "in favour": "favor",
        "favorable": "favor", "favourable": "favor", "con": "against", "anti": "against",
        "contra": "against", "oppose": "against", "opposes": "against", "opposed": "against",
        "opposing": "against", "unfavorable": "against", "unfavourable": "against",
        "none": "neutral", "neither": "neutral", "no stance": "neutral", "pos": "positive",
        "neg": "negative", "neu": "neutral", "1": "favor", "0": "neutral", "-1": "against",
    ]

    /// What a message proposes for a label outside the set, or `nil`.
    ///
    /// Of 0 and 1 nobody knows what they say, unless -1 is `found` beside them.
    public func proposal(for label: String, among found: [String] = []) -> String? {
        let key = Self.key(label)
        guard let meaning = Self.alike[key] else { return nil }
        if key == "0" || key == "1", !found.contains(where: { Self.key($0) == "-1" }) { return nil }
        if expected.contains(meaning) { return meaning }
        let other = ["favor": "positive", "against": "negative"][meaning]
        return other.flatMap { expected.contains($0) ? $0 : nil }
    }

    /// Whether a word is what some study calls a label; a number is none.
    static func isLabelLike(_ word: String) -> Bool {
        isCommon(word) || alike[gateKey(word)] != nil && Double(word) == nil
    }

    /// Whether a word is a label of any task.
    static func isCommon(_ word: String) -> Bool {
        ["favor", "favour", "against", "neutral", "positive", "negative"].contains(key(word))
    }
}

extension StringProtocol {
    /// Without white space around it.
    fileprivate var trimmed: String {
        let rest = self.drop(while: \.isWhitespace)
        return String(rest.reversed().drop(while: \.isWhitespace).reversed())
    }
}
