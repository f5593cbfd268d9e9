import CaucusText

/// A word of a document with all that the lists know about it.
///
/// Frozen and inlinable, so that the rooms above read it as their own.
@frozen @usableFromInline
package struct Word: Sendable {
    @usableFromInline package var start: UInt32
    @usableFromInline package var end: UInt32
    /// The hash of its folded letters (``CaucusText/LetterFolding``); 0 for marks.
    @usableFromInline package var key: UInt64
    @usableFromInline package var classes: WordClass
    @usableFromInline package var kind: Kind
    @usableFromInline package var shape: Shape
    @usableFromInline package var verb: VerbClass
    @usableFromInline package var form: VerbForm

    /// What is before the first word of a text and after its last one: no word, and no mark of a kind.
    package static var outside: Word {
        Word(Lexeme(start: 0, end: 0, kind: .other), Lexicon.Entry())
    }

    @inlinable package var isWord: Bool { kind == .word || kind == .number }
    @inlinable package var isCapitalized: Bool { shape.contains(.capitalized) }
    @inlinable package func has(_ classes: WordClass) -> Bool {
        !self.classes.isDisjoint(with: classes)
    }
    /// “'s” and its like.
    @inlinable package var isClitic: Bool { shape.contains(.clitic) }
    /// A stop, a semicolon, a colon or a line break.
    @inlinable package var isBorder: Bool {
        kind == .stop || kind == .semicolon || kind == .colon || kind == .lineBreak
    }
    /// A border or a dash.
    @inlinable package var isBreak: Bool { isBorder || kind == .dash }
    /// A mark that opens or closes a quotation in doubled marks.
    @inlinable package var isDoubleMark: Bool {
        switch kind {
        case .doubleOpen, .doubleClose, .doubleStraight, .guillemetOpen, .guillemetClose: true
        default: false
        }
    }
    /// 1 for a mark that may open or close a quotation, else 0.
    @inline(__always)
    var mayQuote: Int {
        kind.rawValue &- Kind.doubleStraight.rawValue
            <= Kind.guillemetClose.rawValue - Kind.doubleStraight.rawValue ? 1 : 0
    }
}

extension Word {
    /// ``CaucusText/Lexeme/Kind``, case for case, where comparisons are inlined.
    @frozen @usableFromInline
    package enum Kind: UInt8, Sendable {
        case word, number, stop, comma, colon, semicolon, dash, openBracket, closeBracket
        case doubleStraight, doubleOpen, doubleClose, singleStraight, singleOpen, singleClose
        case guillemetOpen, guillemetClose, lineBreak, other

        @inlinable package static func == (a: Kind, b: Kind) -> Bool {
            unsafeBitCast(a, to: UInt8.self) == unsafeBitCast(b, to: UInt8.self)
        }
    }

    /// ``CaucusText/Lexeme/Shape``, where tests are inlined.
    @frozen @usableFromInline
    package struct Shape: OptionSet, Sendable {
        @usableFromInline package let rawValue: UInt16
        @inlinable package init(rawValue: UInt16) { self.rawValue = rawValue }
        @inlinable package static var capitalized: Shape { Shape(rawValue: 1) }
        @inlinable package static var allCapitals: Shape { Shape(rawValue: 2) }
        @inlinable package static var abbreviated: Shape { Shape(rawValue: 4) }
        @inlinable package static var clitic: Shape { Shape(rawValue: 16) }
        @inlinable package static var spaceBefore: Shape { Shape(rawValue: 32) }
        @inlinable package static var spaceAfter: Shape { Shape(rawValue: 64) }
        /// A line break with an empty line; a word of one letter.
        @inlinable package static var wide: Shape { Shape(rawValue: 128) }
        /// A word of several that a hyphen, “&” or “_” joins.
        @inlinable package static var joined: Shape { Shape(rawValue: 256) }
    }

    init(_ lexeme: Lexeme, _ entry: Lexicon.Entry) {
        start = lexeme.start
        end = lexeme.end
        key = lexeme.key
        classes = entry.classes
        // `rawValue` would be a call into the other room.
        kind = unsafeBitCast(lexeme.kind, to: Kind.self)
        shape = Shape(rawValue: lexeme.shape.rawValue)
        verb = entry.verb
        form = entry.form
    }
}
