/// One token as the passes over a document see it: 24 bytes, no `String`.
///
/// A word carries a hash of its folded letters (``LetterFolding``), by which word lists are looked up
/// and names compared; the clitics of “Okello's” and “he'll” are lexemes of their own.
package struct Lexeme: Sendable, Hashable {
    /// What a lexeme is.
    package enum Kind: UInt8, Sendable, Hashable {
        case word, number
        /// `.`, `!`, `?`, `…` where no word owns it.
        case stop
        case comma, colon, semicolon
        /// A dash that stands between words, not within one.
        case dash
        case openBracket, closeBracket
        /// `"`
        case doubleStraight
        /// `“`, `„`, ` `` `
        case doubleOpen
        /// `”`, `''`
        case doubleClose
        /// `'`
        case singleStraight
        /// `‘`, `` ` ``
        case singleOpen
        /// `’`
        case singleClose
        case guillemetOpen, guillemetClose
        /// One line break or several, with the white space around them.
        case lineBreak
        /// Any other mark.
        case other
    }

    /// What its letters look like and what stands around it.
    package struct Shape: OptionSet, Sendable, Hashable {
        package let rawValue: UInt16
        package init(rawValue: UInt16) { self.rawValue = rawValue }

        /// Opens with a capital letter.
        package static let capitalized = Shape(rawValue: 1)
        /// Has at least two letters and all are capitals.
        package static let allCapitals = Shape(rawValue: 2)
        /// Owns the stop after it: “Mr.”, “J.”, “U.S.”.
        package static let abbreviated = Shape(rawValue: 4)
        /// An abbreviation after which no sentence ends: “Mr.”, “J.”.
        package static let leading = Shape(rawValue: 8)
        /// The “'s”, “'ll”, “'d” of the word before it.
        package static let clitic = Shape(rawValue: 16)
        /// White space or the text's border stands before it.
        package static let spaceBefore = Shape(rawValue: 32)
        /// White space or the text's border stands after it.
        package static let spaceAfter = Shape(rawValue: 64)
        /// A line break with an empty line; for a word: a single letter.
        package static let wide = Shape(rawValue: 128)
        /// A word of several that a hyphen, “&” or “_” joins.
        package static let joined = Shape(rawValue: 256)
    }

    /// The first byte.
    package var start: UInt32
    /// One past the last byte.
    package var end: UInt32
    /// The hash of a word's folded letters; 0 for marks.
    package var key: UInt64
    /// What it is.
    package var kind: Kind
    /// What it looks like.
    package var shape: Shape

    package init(start: Int, end: Int, key: UInt64 = 0, kind: Kind, shape: Shape = []) {
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: end)
        self.key = key
        self.kind = kind
        self.shape = shape
    }

    /// Its bytes.
    package var span: Span { Span(Int(start), Int(end)) }
    /// Whether it is made of letters or digits.
    package var isWord: Bool { kind == .word || kind == .number }
}
