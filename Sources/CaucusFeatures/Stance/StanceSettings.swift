/// Which features of the words around a target are taken.
public struct StanceSettings: Codable, Sendable, Equatable {
    /// The kinds of features, by name.
    package var spaces: [StanceSpace]
    /// The distance in words at which a word near the target weighs 1/e.
    package var reach = 6.0

    /// The features of ``FeatureSettings/stance``.
    public init() { spaces = Self.defaultSpaces }

    /// Whether the target's own words are features too: a prior about people, which helps on targets that
    /// the training data name and says nothing on others.
    public var takesIdentity: Bool {
        get { spaces.contains(.identity) }
        set {
            spaces.removeAll { $0 == .identity }
            if newValue { spaces.append(.identity) }
        }
    }

    /// The settings of what stands in the text alone.
    var withoutFacts: StanceSettings {
        var settings = self
        settings.spaces.removeAll { $0 == .fact }
        return settings
    }

    package init(spaces: [StanceSpace]) { self.spaces = spaces }

    static let defaultSpaces: [StanceSpace] = [
        .word, .near, .sided, .valence, .flag, .beside, .between, .speaker, .polarBetween, .pattern,
        .closing, .closingPattern, .closingValence, .denied, .piece, .fact,
    ]

    /// What the lexicon says of a text, and what holds of it as a whole.
    static let lexical = StanceSettings(spaces: [.valence, .flag])
}

extension StanceSpace: Codable {
    /// Reads a name.
    package init(from decoder: any Decoder) throws {
        let name = try decoder.singleValueContainer().decode(String.self)
        guard let known = Self.allCases.first(where: { $0.name == name }) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "no features \(name)"))
        }
        self = known
    }

    /// Writes the name.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }

    /// The name in model files.
    package var name: String { "\(self)" }
}
