/// The kinds of features of a passage; each is a block of columns of its own.
///
/// The order of the cases is part of the file format: new ones go to the end.
package enum StanceSpace: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    /// Words of the passage.
    case word
    /// Stems by their distance to the target, and the same by side.
    case near
    case sided
    /// What the lexicon says, by place.
    case valence
    /// What holds of the passage as a whole.
    case flag
    /// Words right beside the target.
    case beside
    /// Words between speaker and target, by order.
    case between
    /// What the speaker does.
    case speaker
    /// What the lexicon says between speaker and target.
    case polarBetween
    /// The target's own words.
    case identity
    /// How a speech is built: its small words, and the kinds of the others.
    case pattern
    /// What a speech ends with: its last sentence, or what follows the last “but” there.
    case closing, closingPattern, closingValence
    /// Words of a speech, apart by whether a negation reaches them.
    case denied
    /// The first and last letters of a speech's words.
    case piece
    /// What the article tells besides the words.
    case fact

    /// How a block's numbers are made.
    enum Kind {
        /// `1 + log(count)`, times rarity, to length 1.
        case counted
        /// Sums of weights, times rarity, to length 1.
        case weighted
        /// `x` to 1, then `1 + log x`; times ``numberScale``.
        case number
    }

    /// What numbers are multiplied with: their blocks are as long as the others, about.
    static let numberScale: Float = 0.3

    var kind: Kind {
        switch self {
        case .word, .identity: .counted
        case .near, .sided, .beside, .between, .speaker: .weighted
        case .pattern, .closing, .closingPattern, .denied, .piece: .counted
        case .valence, .flag, .polarBetween, .closingValence, .fact: .number
        }
    }

    /// The letter that begins the names of its columns in a saved vocabulary.
    var letter: UInt8 { UInt8(ascii: "a") + rawValue }

    /// The kind of that letter.
    init?(letter: UInt8) {
        guard letter >= UInt8(ascii: "a") else { return nil }
        self.init(rawValue: letter - UInt8(ascii: "a"))
    }

    /// What it is called in explanations.
    var title: String {
        switch self {
        case .word: "word"
        case .near: "near the target"
        case .sided: "by side of the target"
        case .valence: "lexicon"
        case .flag: "passage"
        case .beside: "next to the target"
        case .between: "between speaker and target"
        case .speaker: "at the speaker"
        case .polarBetween: "lexicon, speaker and target"
        case .identity: "target's name"
        case .pattern: "how it is said"
        case .closing: "in the end"
        case .closingPattern: "how it ends"
        case .closingValence: "lexicon, in the end"
        case .denied: "said or denied"
        case .piece: "letters"
        case .fact: "told beside"
        }
    }
}
