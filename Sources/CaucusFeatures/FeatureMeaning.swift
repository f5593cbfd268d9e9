/// What the names of one kind of feature mean, for a reader of an explanation.
public struct FeatureMeaning: Sendable, Hashable {
    /// What stands before the colon of such names.
    public var kind: String
    /// How many of a model's features are of this kind.
    public var count: Int
    /// What such a feature is, as a sentence.
    public var meaning: String
    /// One name of the kind, and what it says.
    public var example: String
    public var exampleMeaning: String

    /// Creates a meaning.
    public init(
        kind: String, count: Int, meaning: String, example: String, exampleMeaning: String
    ) {
        self.kind = kind
        self.count = count
        self.meaning = meaning
        self.example = example
        self.exampleMeaning = exampleMeaning
    }
}

/// What a sign within names of features stands for: `<good3>`, `<T>`.
public struct FeatureSign: Sendable, Hashable {
    /// The sign with its brackets.
    public var sign: String
    /// What it stands for.
    public var meaning: String
}

extension FittedFeatures {
    /// What the kinds of the columns mean, in the order of the columns; only those that there are.
    ///
    /// - Complexity: O(columns).
    public var meanings: [FeatureMeaning] { termMeanings + (stance?.meanings ?? []) }

    /// What the signs in the names of the columns stand for; only those that occur.
    ///
    /// - Complexity: O(bytes of all names).
    public var signs: [FeatureSign] { stance?.signs ?? [] }

    private var termMeanings: [FeatureMeaning] {
        guard let terms else { return [] }
        let letters = (0..<terms.columns).count { terms.isCharacters(column: $0) }
        let all = [
            FeatureMeaning(
                kind: "no kind", count: terms.columns - letters,
                meaning: "A word of the text, or words that stand side by side.",
                example: "let down", exampleMeaning: "“let down” is in the text"),
            FeatureMeaning(
                kind: "letters", count: letters,
                meaning: "Letters that stand side by side; a space is the edge of a word.",
                example: "letters “ dis”", exampleMeaning: "a word of the text begins with “dis”"),
        ]
        return all.filter { $0.count > 0 }
    }
}

extension FittedStanceVectorizer {
    fileprivate var meanings: [FeatureMeaning] {
        var counts: [StanceSpace: Int] = [:]
        for space in vocabulary.spaces { counts[space, default: 0] += 1 }
        return StanceSpace.allCases.compactMap { space in
            counts[space].map { space.meaning(count: $0) }
        }
    }

    fileprivate var signs: [FeatureSign] {
        var found: Set<[UInt8]> = []
        for column in 0..<columns {
            for part in vocabulary.name(of: column).dropFirst().split(separator: 0x20)
            where part.first == UInt8(ascii: "<") {
                found.insert(Array(part))
            }
        }
        let mentions = [
            (StanceKey.targetName, "a mention of the leader"),
            (StanceKey.speakerName, "a mention of the speaker"),
        ]
        let codes = StanceCode.allCases.map { (StanceCode.names[Int($0.rawValue)], $0.meaning) }
        return (mentions + codes).filter { found.contains($0.0) }.map {
            FeatureSign(sign: String(decoding: $0.0, as: UTF8.self), meaning: $0.1)
        }
    }
}
