/// What an article shows of how a quotation speaks of the target: plain facts, which judge nothing.
///
/// They are told of the first of the quotation's words that mean the target; ``kind`` alone is that of the words
/// that name the target most fully.
package struct TargetEvidence: Sendable, Hashable {
    /// By which words the quotation means the target.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// “Harold Quimby”, “Harold J. Quimby”.
        case fullName
        /// “President Quimby”, “Mr. Quimby”.
        case titledSurname
        /// “Quimby”.
        case surname
        /// “Harold”.
        case givenName
        /// Another name that the user gave.
        case alias
        /// “the president”, “the boss”.
        case role
        /// Words in lower case that the user gave.
        case userEpithet
        /// “he”, “her” as an object.
        case pronoun
        /// “his”, “her plan”.
        case possessive
        /// “you”, to the target's face.
        case address
        /// None of its own.
        case context
    }

    /// Where the words are.
    package enum Place: String, Sendable, Hashable, CaseIterable {
        /// Between quotation marks.
        case quoted
        /// In what is said, without quotation marks.
        case reported
        /// In the report around it: “Roe accused her of …”.
        case around
    }

    /// Whether a pronoun is one that the target goes by.
    package enum Agreement: String, Sendable, Hashable, CaseIterable {
        case agrees, differs
        /// The words are no pronoun, or nothing tells the target's gender.
        case unknown
    }

    /// By which words.
    package var kind: Kind
    /// Where they are.
    package var place: Place
    /// Whether their gender and number are the target's.
    package var agreement = Agreement.unknown
    /// The words since the article last named the target before them, at most ``farthest``; `nil` where it had not
    /// named the target yet.
    package var wordsSinceName: Int?
    /// The sentences since then, 0 within one.
    package var sentencesSinceName: Int?
    /// The other people named since then, or since the article began.
    package var othersSinceName = 0
    /// Those of them who may bear the pronoun: of its gender, or of none that the article tells; of all where the words
    /// are no pronoun.
    package var rivalsSinceName = 0
    /// How many of the quotation's words mean the target.
    package var mentions = 1
    /// How often the article names the target.
    package var namedInArticle = 0
    /// How many names of people the article has, the target's among them.
    package var namesInArticle = 0
    /// Whether the article names the target in full.
    package var isNamedInFull = false
    /// Whether the article names another person of the surname.
    package var hasNamesake = false
    /// Whether the article gives the target the office that a role names.
    package var isOfficeTold = false
    /// Whether the name only says whose somebody is: “Quimby supporters”, “a Quimby aide”.
    package var isLabel = false
    /// Whether the speaker may bear the pronoun, by what the article tells of the speaker's gender.
    package var speaker = Agreement.unknown
    /// Those who may bear the pronoun and are named before the target in the target's sentence.
    package var rivalsBeside = 0
    /// What stands around a quotation that has no word for the target; `nil` where it has one.
    package var surroundings: Surroundings?

    /// How many words are counted.
    package static let farthest = 500
}
