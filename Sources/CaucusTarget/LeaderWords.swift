import CaucusLanguage
import CaucusQuotes
import CaucusText

/// What tells a leader's name from other words that are spelled like it, as `leader-names.txt` lists it.
struct LeaderWords: Sendable {
    static let standard = LeaderWords()

    let months: KeySet
    let beforeMonth: KeySet
    /// Words after the “May” of a wish.
    let wishes: KeySet
    /// Given names that are words, as they are written.
    let givenWords: Set<String>
    let renowned: [PersonName]
    let renownedTitles: KeySet
    /// Words after a surname that make it a family's or a place's.
    let families: KeySet
    let places: KeySet
    /// Words between a speaker's name and what the speaker says.
    let afterSpeaker: KeySet
    /// Words that several people are called by.
    let several: KeySet

    private init() {
        let groups = English.groups(of: .leaderNames)
        func words(_ name: String) -> [String] {
            groups.filter { $0.name == name }.flatMap(\.words)
        }
        func keys(_ name: String) -> KeySet {
            KeySet(keys: words(name).map { LetterFolding.key(of: $0) })
        }
        months = keys("month")
        beforeMonth = keys("before-month")
        wishes = keys("after-wish")
        givenWords = Set(words("word"))
        renowned = words("renowned").map {
            PersonName($0.split(separator: "_").joined(separator: " "))
        }
        renownedTitles = keys("renowned-title")
        families = keys("family")
        places = keys("place")
        afterSpeaker = keys("after-speaker")
        several = keys("several")
    }
}
