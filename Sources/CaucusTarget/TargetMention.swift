/// How a quotation speaks of the target.
public enum TargetMention: String, Sendable, Hashable, Codable, CaseIterable {
    /// By name or alias.
    case explicit
    /// By a pronoun alone.
    case pronoun
    /// By a role or a nickname: “the boss”.
    case epithet
    /// By no word of its own: what stands around it tells that it is about the target.
    case context
    /// Not at all.
    case none
}
