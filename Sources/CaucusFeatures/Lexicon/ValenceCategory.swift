/// What a word of the valence lexicon speaks of.
public enum ValenceCategory: UInt8, Sendable, Hashable, CaseIterable, BitwiseCopyable {
    /// Not said; the words of files that have no categories.
    case other
    /// Good or bad, without saying in what.
    case evaluation
    /// What people feel.
    case emotion
    /// Attack, blame, quarrel.
    case conflict
    /// Praise, help, agreement.
    case support
    /// Crime, courts, inquiries.
    case legal
    /// How well something is done, and by whom.
    case competence
    /// Honesty, decency, hatred of groups.
    case morality
    /// Winning, holding and losing office.
    case power
    /// Money, work, prices.
    case economy
    /// Violence, illness, disaster; safety and rescue.
    case harm
    /// Strengthens the words after it: the valence is a factor above 1.
    case intensifier
    /// Weakens the words after it: the valence is a factor between 0 and 1.
    case diminisher
    /// Reverses the words after it: the valence is a factor below 0.
    case negator

    /// The category of that name, as a lexicon file spells it.
    public init?(name: String) {
        guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = found
    }

    /// As a lexicon file spells it: `conflict`.
    public var name: String { "\(self)" }

    /// Whether the valence is a factor for other words, not a valence.
    public var isFactor: Bool { self == .intensifier || self == .diminisher || self == .negator }
}
