/// What the article tells of a passage besides its words: what the speaker does by speaking, and what kind of speaker it
/// is. A person without an act has no fact.
public enum PassageFact: String, Sendable, Hashable, Codable, CaseIterable {
    /// An act against the target, from the weakest (“questioned”) to the plainest (“denounced”).
    case against1, against2, against3
    /// An act in the target's favor.
    case favor1, favor2, favor3
    /// An act that a negation made of its opposite: “never criticized”.
    case turned
    /// Somebody else's act is told.
    case told
    /// The speaker is an organization.
    case organization
    /// The speaker is only described: “a senior aide”.
    case described

    /// The act of a direction, -1 or 1, and a strength from 1 to 3.
    public static func act(_ direction: Int, strength: Int) -> PassageFact {
        switch (direction < 0, strength) {
        case (true, 3...): .against3
        case (true, 2): .against2
        case (true, _): .against1
        case (false, 3...): .favor3
        case (false, 2): .favor2
        case (false, _): .favor1
        }
    }
}
