import CaucusLanguage
import CaucusText

/// The words by which articles speak of a leader without the name, as `leader-roles.txt` lists them.
struct LeaderRoles: Sendable {
    /// An office, by whatever of its names.
    struct Office: Sendable {
        /// In lower case: “prime minister”, “premier”.
        let names: [String]
        /// Whoever has it is not meant by another of the kind.
        let isHead: Bool
        /// It may be the leader's though the article does not say so.
        let isAnybodys: Bool
    }

    /// Words that may stand for a leader.
    struct Role: Sendable {
        /// “the prime minister”, “Mr. President”, “the boss”.
        let words: String
        /// The office, as a position in ``LeaderRoles/offices``; `nil` where they are none.
        let office: Int?
        /// Whose the words are depends on who speaks: “my boss”.
        var isSpeakers = false
        /// The words are no person's, and stand for who has the office: “the administration”.
        var isStandIn = false
    }

    static let standard = LeaderRoles()

    let offices: [Office]
    let roles: [Role]
    /// What finds ``roles``.
    let phrases: PhraseTable
    /// “gov” of “governor”.
    let shortTitles: [(short: String, title: String)]
    /// Words before an office that somebody no longer has, and those that make it another.
    let past: [String]
    let lesser: [String]
    /// Words after a stand-in of which it says no more than whose they are.
    let staff: KeySet
    /// Words after a name that make it say no more than whose they are.
    let followers: KeySet
    /// Pronouns before what is the leader's, and words before which they are none.
    let owners: KeySet
    let afterObject: KeySet
    /// Verbs before the one who is spoken to, and words before the one who is spoken of.
    let telling: KeySet
    let about: KeySet
    let referring: KeySet
    /// Words after “of” that tell nothing, and those that tell no more than that somebody leads.
    let determinersOf: KeySet
    let led: KeySet
    /// Words in the role of who may have the leader for a boss.
    let politics: KeySet

    private init() {
        let groups = English.groups(of: .leaderRoles)
        func words(_ name: String) -> [String] {
            groups.filter { $0.name == name }.flatMap(\.words)
        }
        func spaced(_ word: some StringProtocol) -> String {
            word.split(separator: "_").joined(separator: " ")
        }
        var offices: [Office] = []
        var roles: [Role] = []
        for group in groups where group.name == "office" {
            for word in group.words {
                let names = word.split(separator: "/").map { spaced($0) }
                for name in names {
                    for determiner in words("determiner") {
                        roles.append(
                            Role(words: determiner + " " + name, office: offices.count))
                    }
                }
                offices.append(
                    Office(
                        names: names.map { $0.lowercased() }, isHead: group.fields.contains("head"),
                        isAnybodys: !group.fields.contains("own")))
            }
        }
        for word in words("address") {
            let name = spaced(word)
            let title = name.split(separator: " ").map(\.capitalizedWord).joined(separator: " ")
            let office = offices.firstIndex { $0.names.contains(name) }
            roles += ["Mr. ", "Madam ", "Madame "].map {
                Role(words: $0 + title, office: office)
            }
        }
        roles += words("byname").map { word in
            let isSpeakers = word.hasPrefix("my_") || word.hasPrefix("our_")
            return Role(words: spaced(word), office: nil, isSpeakers: isSpeakers)
        }
        for group in groups where group.name == "stand-in" {
            let office = offices.firstIndex { group.fields.contains($0.names[0]) }
            roles += group.words.map {
                Role(words: spaced($0), office: office, isStandIn: true)
            }
        }
        self.offices = offices
        self.roles = roles
        phrases = PhraseTable(roles.map(\.words))
        shortTitles = words("short").compactMap { word in
            let parts = word.split(separator: "/").map(String.init)
            return parts.count == 2 ? (parts[0], parts[1]) : nil
        }
        past = words("past")
        lesser = words("lesser")
        func keys(_ name: String) -> KeySet {
            KeySet(keys: words(name).map { LetterFolding.key(of: $0) })
        }
        staff = keys("staff")
        followers = keys("follower")
        owners = keys("owner")
        afterObject = keys("after-object")
        telling = keys("telling")
        about = keys("about")
        referring = keys("referring")
        determinersOf = keys("determiner-of")
        led = keys("led")
        politics = keys("politics")
    }

    /// Whether a role may stand for a leader in a text without an article around it.
    func standsAlone(_ role: Role) -> Bool {
        !role.isStandIn && role.office.map { offices[$0].isAnybodys } ?? true
    }
}

extension Substring {
    fileprivate var capitalizedWord: String { prefix(1).uppercased() + dropFirst() }
}
