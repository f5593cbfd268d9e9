/// The leader that stances are about.
public struct StanceTarget: Sendable, Hashable, Codable {
    /// Which pronouns stand for the target.
    public enum Pronoun: String, Sendable, Hashable, Codable {
        case he, she, they
    }

    /// The full name.
    public var name: String
    /// Other names the user gave: “Mr. Adeyar”, “the prime minister”.
    public var aliases: [String]
    /// The pronoun, or `nil` where the user does not say.
    public var pronoun: Pronoun?

    /// Creates a target.
    public init(name: String, aliases: [String] = [], pronoun: Pronoun? = nil) {
        self.name = name
        self.aliases = aliases
        self.pronoun = pronoun
    }
}
