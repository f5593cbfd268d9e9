import CEnglish

/// The word lists of `English/`, one file a subject, as the program carries them.
///
/// A list is data: a linguist reads and changes it without Swift. Another language is another folder.
package enum English {
    /// A file of `English/` without its ending.
    package enum List: String, CaseIterable, Sendable {
        case actNouns = "act-nouns"
        case actVerbs = "act-verbs"
        case commonVerbs = "common-verbs"
        case functionWords = "function-words"
        case givenNames = "given-names"
        case idioms
        case joiningWords = "joining-words"
        case leaderNames = "leader-names"
        case leaderRoles = "leader-roles"
        case organizations
        case people
        case reportingVerbs = "reporting-verbs"
        case valence
        case valenceCompetence = "valence-competence"
        case valenceConflict = "valence-conflict"
        case valenceEconomy = "valence-economy"
        case valenceEmotion = "valence-emotion"
        case valenceEvaluation = "valence-evaluation"
        case valenceHarm = "valence-harm"
        case valenceIntensity = "valence-intensity"
        case valenceLegal = "valence-legal"
        case valenceMorality = "valence-morality"
        case valencePower = "valence-power"
        case valenceSupport = "valence-support"
        case writings
    }

    /// The text of a list as it stands in its file.
    ///
    /// - Complexity: O(bytes).
    package static func text(of list: List) -> String {
        var count = 0
        guard let bytes = caucus_english(list.rawValue, &count) else {
            preconditionFailure("no list \(list.rawValue) is built in")
        }
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    /// The groups of a list, in order.
    ///
    /// - Complexity: O(bytes).
    package static func groups(of list: List) -> [WordGroup] {
        WordGroup.groups(in: text(of: list))
    }
}
