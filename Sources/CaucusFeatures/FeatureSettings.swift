/// How passages become rows of numbers.
public struct FeatureSettings: Codable, Sendable, Equatable {
    /// The shortest and the longest n-gram that is taken.
    public struct Lengths: Codable, Sendable, Equatable {
        /// The shortest, at least 1.
        public var shortest: Int
        /// The longest, at least `shortest`.
        public var longest: Int

        /// Creates lengths.
        public init(_ shortest: Int, _ longest: Int) {
            self.shortest = shortest
            self.longest = longest
        }

        /// Refuses lengths that no n-gram has; `name` is what the setting is called.
        func check(_ name: String) throws(FeatureError) {
            guard shortest < 1 || longest < shortest || longest > 64 else { return }
            throw .badSetting(name: name, value: "\(shortest)–\(longest)")
        }
    }

    /// What a term counts for before it is scaled by its rarity.
    public enum Counting: String, Codable, Sendable, Equatable {
        /// As often as it occurs.
        case raw
        /// `1 + log(occurrences)`.
        case sublinear
        /// Once.
        case binary
    }

    /// What the settings are called on the command line and in model files.
    public var name: String
    /// The n-grams of words of two and more letters, or `nil` for no such block.
    public var words: Lengths?
    /// The n-grams of characters inside words, edges marked by a space, or `nil` for no such block.
    public var characters: Lengths?
    /// In how many documents a term must occur to become a column.
    public var minimumDocuments: Int
    /// In what share of the documents a term may occur at most.
    public var maximumShare: Double
    /// What a term counts for.
    public var counting: Counting
    /// Whether a term is scaled by `log((1 + documents) / (1 + its documents)) + 1`.
    public var weighsByRarity: Bool
    /// Whether each block of a row is scaled to length 1.
    public var normalizes: Bool
    /// Whether mentions of the target and of the speaker are replaced by a placeholder each.
    public var masksMentions: Bool
    /// The features of the words around the target, or `nil` for none.
    public var around: StanceSettings?
    /// Whether terms are scaled by how unevenly they fall on the labels, too.
    public var weighsByCountRatios = false
    /// Whether the texts are posts, in which hashtags, addresses and stretched words are read as such.
    public var readsPosts = false

    /// Creates settings; the defaults are scikit-learn's `TfidfVectorizer` with sublinear counts.
    public init(
        name: String, words: Lengths? = Lengths(1, 2), characters: Lengths? = nil,
        minimumDocuments: Int = 2, maximumShare: Double = 1, counting: Counting = .sublinear,
        weighsByRarity: Bool = true, normalizes: Bool = true, masksMentions: Bool = false
    ) {
        self.name = name
        self.words = words
        self.characters = characters
        self.minimumDocuments = minimumDocuments
        self.maximumShare = maximumShare
        self.counting = counting
        self.weighsByRarity = weighsByRarity
        self.normalizes = normalizes
        self.masksMentions = masksMentions
    }

    /// Exactly scikit-learn's union of `TfidfVectorizer(ngram_range=(1, 2), min_df=2,
    /// sublinear_tf=True)` and the same over `char_wb` 3 to 5.
    public static let plain = FeatureSettings(name: "plain", characters: Lengths(3, 5))

    /// The blocks of ``plain`` over the text with the target and the speaker masked: what is usual.
    public static let masked = FeatureSettings(
        name: "masked", characters: Lengths(3, 5), masksMentions: true)

    /// The words around the target, by distance, side, relation and valence; names are placeholders.
    public static let stance: FeatureSettings = {
        var settings = FeatureSettings(name: "stance", words: nil, masksMentions: true)
        settings.around = StanceSettings()
        return settings
    }()

    /// These settings with the target's own words as features, where they have the words around a target.
    public var takingIdentity: FeatureSettings {
        var settings = self
        settings.around?.takesIdentity = true
        return settings
    }

    /// For posts whose author is the speaker: words 1–2 and characters 2–5, scaled by rarity and by how
    /// unevenly they fall on the labels, and what the lexicon says.
    public static let tweets: FeatureSettings = {
        var settings = FeatureSettings(name: "tweets", characters: Lengths(2, 5))
        settings.around = .lexical
        settings.weighsByCountRatios = true
        settings.readsPosts = true
        return settings
    }()

    /// What the valence lexicon says, and nothing else: a baseline.
    public static let lexicon: FeatureSettings = {
        var settings = FeatureSettings(name: "lexicon", words: nil, masksMentions: true)
        settings.around = StanceSettings(spaces: [.valence])
        return settings
    }()

    /// The names that ``init(named:)`` knows.
    public static let names = ["stance", "plain", "masked", "tweets", "lexicon"]

    /// The settings of that name, or `nil` where there are none.
    public init?(named name: String) {
        switch name {
        case "plain": self = .plain
        case "stance": self = .stance
        case "masked": self = .masked
        case "tweets": self = .tweets
        case "lexicon": self = .lexicon
        default: return nil
        }
    }

    /// Whether a penalty may follow the counts of these features' columns: those of the words around a target alone.
    public var hasPenaltyScales: Bool {
        !takesTerms && around?.spaces.contains { $0.kind != .number } ?? false
    }

    /// Whether any feature reads the list of good and bad words.
    public var readsLexicon: Bool {
        around?.spaces.contains { [.valence, .polarBetween, .closingValence].contains($0) } ?? false
    }

    /// Whether there are columns for terms of the text.
    var takesTerms: Bool { words != nil || characters != nil }

    func validated() throws(FeatureError) -> FeatureSettings {
        try words?.check("words")
        try characters?.check("characters")
        guard words != nil || characters != nil || around != nil else {
            throw .badSetting(name: "words", value: "no block")
        }
        // Weights fall by exp(-words / reach).
        if let reach = around?.reach, !(reach.isFinite && reach > 0) {
            throw .badSetting(name: "reach", value: "\(reach)")
        }
        guard minimumDocuments >= 1 else {
            throw .badSetting(name: "minimumDocuments", value: "\(minimumDocuments)")
        }
        guard maximumShare > 0, maximumShare <= 1 else {
            throw .badSetting(name: "maximumShare", value: "\(maximumShare)")
        }
        return self
    }
}
