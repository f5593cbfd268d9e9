/// What a source does to the target by speaking: accuses, praises, endorses.
public struct SpeechAct: Sendable, Hashable, Codable {
    /// -1 against the target, 1 in its favor, 0 where the words after the verb decide.
    public var direction: Int
    /// How plainly the verb takes sides, from 1 (“thanked”, “questioned”) to 3 (“endorsed”, “denounced”).
    public var strength: Int
    /// Whether a negation turned the direction round: “refused to endorse”.
    public var isNegated: Bool

    /// Creates an act.
    public init(direction: Int, strength: Int, isNegated: Bool = false) {
        self.direction = direction
        self.strength = strength
        self.isNegated = isNegated
    }

    /// What somebody says who tells of another's act: “said that critics had attacked her”.
    package static let reported = SpeechAct(direction: 0, strength: 0)
}
