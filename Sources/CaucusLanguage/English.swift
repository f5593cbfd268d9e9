import CEnglish
@_spi(HashTable) package import CaucusText

/// The word lists of `English/`, one file a subject, as the program carries them.
///
/// A list is data: a linguist reads and changes it without Swift. Another language is another folder.
package enum English {
    /// A file of `English/` without its ending.
    package enum List: String, CaseIterable, Sendable {
        case actNouns = "act-nouns"
        case actPatterns = "act-patterns"
        case actVerbs = "act-verbs"
        case commonVerbs = "common-verbs"
        case functionWords = "function-words"
        case givenNames = "given-names"
        case idioms
        case joiningWords = "joining-words"
        case leaderNames = "leader-names"
        case leaderRoles = "leader-roles"
        case offices
        case organizations
        case people
        case reportingVerbs = "reporting-verbs"
        case speechPatterns = "speech-patterns"
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

    /// The words of the groups of one name.
    ///
    /// - Complexity: O(bytes of the list).
    package static func words(_ name: String, of list: List) -> [String] {
        groups(of: list).filter { $0.name == name }.flatMap(\.words)
    }

    /// The keys of words, by the keys of others that stand before them: `gov/governor`.
    package static func pairs(_ name: String, of list: List) -> HashTable<UInt64> {
        var pairs = HashTable<UInt64>()
        for pair in words(name, of: list) {
            let keys = pair.split(separator: "/").map { LetterFolding.key(of: $0) }
            if keys.count == 2 { pairs.updateValue(keys[1], forKey: keys[0]) }
        }
        return pairs
    }

    /// The groups of a list, in order.
    ///
    /// - Complexity: O(bytes).
    package static func groups(of list: List) -> [WordGroup] {
        WordGroup.groups(in: text(of: list))
    }
}
