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
    /// Whether “the president” and “the boss” may stand for the target where the user does not name them as an alias.
    public var usesRoles: Bool

    /// Creates a target.
    public init(
        name: String, aliases: [String] = [], pronoun: Pronoun? = nil, usesRoles: Bool = true
    ) {
        self.name = name
        self.aliases = aliases
        self.pronoun = pronoun
        self.usesRoles = usesRoles
    }

    /// Reads a target; one that says nothing of roles uses them.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        name = try values.decode(String.self, forKey: .name)
        aliases = try values.decode([String].self, forKey: .aliases)
        pronoun = try values.decodeIfPresent(Pronoun.self, forKey: .pronoun)
        usesRoles = try values.decodeIfPresent(Bool.self, forKey: .usesRoles) ?? true
    }
}
