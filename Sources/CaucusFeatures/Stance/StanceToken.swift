import CaucusLanguage

/// A word or a mark of a passage, or a whole mention of the target or of the speaker.
struct StanceToken: BitwiseCopyable {
    /// What a token is.
    enum Kind: UInt8 {
        case word, number, mark, quote
    }

    /// Whom a token stands for.
    enum Role: UInt8 {
        case plain, target, speaker
    }

    /// What is known of a token; several may hold.
    struct Traits: OptionSet, BitwiseCopyable {
        let rawValue: UInt16

        /// It begins with an upper-case letter.
        static let capital = Traits(rawValue: 1)
        /// It ends with 's, or stands before one.
        static let possessive = Traits(rawValue: 2)
        /// A negation stands shortly before it.
        static let negated = Traits(rawValue: 4)
        /// It stands between quotation marks.
        static let quoted = Traits(rawValue: 8)
        /// It ends a sentence.
        static let stop = Traits(rawValue: 16)
        /// A sentence begins with it.
        static let first = Traits(rawValue: 32)
        /// A mention that is a pronoun.
        static let pronoun = Traits(rawValue: 64)
        /// It belongs to the quotation itself, not to the sentence around it.
        static let content = Traits(rawValue: 128)
        /// An intensifier stands right before it.
        static let raised = Traits(rawValue: 256)
    }

    /// Where it stands in the passage's text.
    var start: Int32
    var end: Int32
    /// Where its lower-case letters stand, and how many bytes they and their first five letters take.
    var letters: Int32
    var count: Int32
    var stemCount: Int32
    /// The hash of the letters, and of the first five.
    var hash: UInt64 = 0
    var stem: UInt64 = 0
    var kind: Kind
    var role = Role.plain
    var traits: Traits = []
    /// What it joins.
    var wordClass = JoiningClass.content
    /// Its clause, counted from 0.
    var clause: Int32 = 0
    /// Its valence from the lexicon, 0 where the lexicon has none.
    var valence: Float = 0
    /// The lexicon's category.
    var category: UInt8 = 0
}
