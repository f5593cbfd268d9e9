import Foundation

/// How an act was read: what makes it more or less likely that it is one, and its source's.
package struct ActTraits: OptionSet, Sendable, Hashable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// “was praised by Roe”.
    static let passive = ActTraits(rawValue: 1)
    /// “drew praise from Roe”.
    static let received = ActTraits(rawValue: 2)
    /// “Roe's criticism of”.
    static let noun = ActTraits(rawValue: 4)
    /// “Roe was critical of”.
    static let adjective = ActTraits(rawValue: 8)
    /// About something that is the target's: “criticized her plan”.
    static let owned = ActTraits(rawValue: 16)
    /// The source shares its verb with others or with a verb before.
    static let shared = ActTraits(rawValue: 32)
    /// “would praise”.
    static let promised = ActTraits(rawValue: 64)
    /// By a path that weakens it.
    static let weak = ActTraits(rawValue: 128)
    /// The target is not named, but a pronoun or a role.
    static let unnamed = ActTraits(rawValue: 256)
    /// The source is a plural that the lists do not know: “loyalists”.
    static let unlisted = ActTraits(rawValue: 512)
    /// Somebody else tells of it.
    static let hearsay = ActTraits(rawValue: 1024)

    /// “to praise”, “refused to praise”.
    static let infinitive = ActTraits(rawValue: 2048)
    /// “praising”.
    static let gerund = ActTraits(rawValue: 4096)

    /// Every trait with its name, in the order of the table of weights.
    package static let all: [(trait: ActTraits, name: String)] = [
        (.passive, "passive"), (.received, "received"), (.noun, "noun"),
        (.adjective, "adjective"), (.owned, "owned"), (.shared, "shared"),
        (.promised, "promised"), (.weak, "weak"), (.unnamed, "unnamed"),
        (.unlisted, "unlisted"), (.hearsay, "hearsay"),
        (.infinitive, "infinitive"), (.gerund, "gerund"),
    ]

    /// How likely an act that a row of the table found is speech of its source, from 0 to 1: a logistic regression
    /// on judged quotations (``ActTraits/weights``, ``ActTraits/rows``).
    func probability(row: Int) -> Double {
        let odds = zip(Self.all, Self.weights).reduce(Self.level + Self.weightOfRow[row]) {
            contains($1.0.trait) ? $0 + $1.1 : $0
        }
        return 1 / (1 + exp(-odds))
    }

    /// The weight of each row of the table; 0 for a row that has too few labels for one of its own.
    private static let weightOfRow = ActTable.standard.patternNames.map { name in
        rows.first { $0.name == name }?.weight ?? 0
    }
}

extension ActClause {
    /// How likely it is speech of its source, from 0 to 1.
    var probability: Double { traits.probability(row: pattern) }

    /// The row of the table that it was read by: “verb object”.
    package var row: String { ActTable.standard.patternNames[pattern] }
}
