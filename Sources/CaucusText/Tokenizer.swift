/// Cuts a text into words and marks, with exact offsets, in one pass over its bytes.
///
/// Words keep inner apostrophes, hyphens, stops and commas of numbers: “O'Neil-Smith”, “U.S.”, “1,000.5”.
public struct Tokenizer: Sendable {
    /// Creates a tokenizer.
    public init() {}

    /// The tokens of `text`, in order; line breaks and white space are none.
    ///
    /// - Complexity: O(bytes).
    public func tokens(of text: String) -> [Token] {
        lexemes(of: Array(text.utf8)).compactMap { lexeme in
            switch lexeme.kind {
            case .lineBreak: nil
            case .word, .number: Token(span: lexeme.span, kind: .word)
            default: Token(span: lexeme.span, kind: .punctuation)
            }
        }
    }

    /// The lexemes of a text given as valid UTF-8.
    package func lexemes(of bytes: [UInt8]) -> [Lexeme] {
        // Prose has a lexeme in five bytes and more; where there are more of them, a second pass has room for all.
        var room = bytes.count / 4 + 8
        while true {
            var found = 0
            let lexemes = [Lexeme](unsafeUninitializedCapacity: room) { lexemes, count in
                found = Self.scan(bytes, into: lexemes)
                count = min(found, room)
            }
            if found <= room { return lexemes }
            room = found
        }
    }

    /// How many lexemes there are, as many of which as have room stand in `lexemes` then.
    private static func scan(
        _ bytes: [UInt8], into lexemes: UnsafeMutableBufferPointer<Lexeme>
    ) -> Int {
        // Buffers rather than arrays: every access stands behind a comparison with the end already.
        bytes.withUnsafeBufferPointer { bytes in
            ByteClass.table.withUnsafeBufferPointer { classes in
                var scan = LexemeScan(bytes, classes, into: lexemes)
                scan.run()
                return scan.count
            }
        }
    }
}

/// The state of one pass over the bytes.
struct LexemeScan {
    let bytes: UnsafeBufferPointer<UInt8>
    /// What each byte can open; held here so that no look-up asks whether the table is made.
    let classes: UnsafeBufferPointer<ByteClass>
    /// Room for lexemes, and how many have been found.
    private let lexemes: UnsafeMutableBufferPointer<Lexeme>
    private(set) var count = 0
    /// The one found last, which waits to be told what follows; one without an end is none.
    private var newest = Lexeme(start: 0, end: 0, kind: .other)
    private var at = 0
    private var spaceBefore = true

    init(
        _ bytes: UnsafeBufferPointer<UInt8>, _ classes: UnsafeBufferPointer<ByteClass>,
        into lexemes: UnsafeMutableBufferPointer<Lexeme>
    ) {
        self.bytes = bytes
        self.classes = classes
        self.lexemes = lexemes
    }

    mutating func run() {
        while at < bytes.count {
            let byte = bytes[at]
            // After a space stands a letter, nearly always.
            if (byte | 0x20) &- 97 < 26 {
                word()
                continue
            }
            switch classes[Int(byte)] {
            case .letter: word()
            case .digit: number()
            case .space:
                at += 1
                spaceBefore = true
            case .line: lineBreak()
            case .mark: asciiMark(byte)
            case .multibyte: multibyte()
            }
        }
        spaceBefore = true
        flush()
    }

    /// The scalar at `offset` and its length; broken bytes count as one each.
    @inline(__always)
    static func scalar(
        _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
    ) -> (value: UInt32, length: Int) {
        let first = bytes[offset]
        if first < 0x80 { return (UInt32(first), 1) }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard first >= 0xC0, offset + length <= bytes.count else { return (0xFFFD, 1) }
        var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for i in 1..<length { value = value << 6 | UInt32(bytes[offset + i] & 0x3F) }
        return (value, length)
    }

    /// The scalar meant at `offset`, which is no ASCII, and its length: what a wrong encoding made of it is undone.
    @inline(__always)
    func scalarValue(at offset: Int) -> (value: UInt32, length: Int) {
        let (value, length) = Self.scalar(bytes, at: offset)
        // “â”, “Â”, “Ã”, and the control characters beyond ASCII.
        guard value < 0xE3, value > 0x7F else { return (value, length) }
        return EncodedCharacter.undone(bytes, at: offset, value: value, length: length)
    }

    /// The character meant at `offset`, an entity or a scalar, and its length.
    static func character(
        _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
    ) -> (value: UInt32, length: Int) {
        if bytes[offset] == UInt8(ascii: "&"),
            let entity = EncodedCharacter.entity(bytes, at: offset)
        {
            return entity
        }
        let (value, length) = scalar(bytes, at: offset)
        guard value < 0xE3, value > 0x7F else { return (value, length) }
        return EncodedCharacter.undone(bytes, at: offset, value: value, length: length)
    }

    /// Where the scan stands.
    var position: Int { at }

    /// Adds a lexeme from the scan's place to `end` and goes there.
    mutating func push(_ kind: Lexeme.Kind, to end: Int, key: UInt64, shape: Lexeme.Shape) {
        add(kind, length: max(end - at, 1), key: key, shape: shape)
    }

    /// Adds a plain word before a space at `end`, and goes past the space.
    @inline(__always)
    mutating func pushSpaced(_ end: Int, _ key: UInt64, _ shape: Lexeme.Shape) {
        flush()
        newest = Lexeme(
            start: at, end: end, key: key, kind: .word,
            shape: spaceBefore ? shape.union(.spaceBefore) : shape)
        at = end + 1
        spaceBefore = true
    }

    private mutating func add(
        _ kind: Lexeme.Kind, length: Int, key: UInt64 = 0, shape: Lexeme.Shape = []
    ) {
        flush()
        newest = Lexeme(
            start: at, end: at + length, key: key, kind: kind,
            shape: spaceBefore ? shape.union(.spaceBefore) : shape)
        at += length
        spaceBefore = false
    }

    /// Appends the newest lexeme, now that it is known whether white space follows.
    @inline(__always)
    private mutating func flush() {
        guard newest.end > 0 else { return }
        if spaceBefore { newest.shape.insert(.spaceAfter) }
        if count < lexemes.count { lexemes.initializeElement(at: count, to: newest) }
        count += 1
    }

    /// A run of line breaks and the white space among them, as one lexeme.
    private mutating func lineBreak() {
        var end = at
        var breaks = 0
        var next = at
        while next < bytes.count {
            let byte = bytes[next]
            if byte == 10 || byte == 13 {
                if !(byte == 10 && next > at && bytes[next - 1] == 13) { breaks += 1 }
                next += 1
                end = next
            } else if byte == 32 || byte == 9 {
                next += 1
            } else {
                break
            }
        }
        spaceBefore = true
        add(.lineBreak, length: end - at, shape: breaks > 1 ? .wide : [])
        spaceBefore = true
    }

    private mutating func asciiMark(_ byte: UInt8) {
        let next = at + 1 < bytes.count ? bytes[at + 1] : 0
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
            var length = 1
            while at + length < bytes.count, Self.stops(bytes[at + length]) { length += 1 }
            add(.stop, length: length)
        case UInt8(ascii: ","): add(.comma, length: 1)
        case UInt8(ascii: ":"): add(.colon, length: 1)
        case UInt8(ascii: ";"): add(.semicolon, length: 1)
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): add(.openBracket, length: 1)
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): add(.closeBracket, length: 1)
        case UInt8(ascii: "\""): add(.doubleStraight, length: 1)
        case UInt8(ascii: "-"):
            var length = 1
            while at + length < bytes.count, bytes[at + length] == byte { length += 1 }
            let spaced =
                spaceBefore && (at + length == bytes.count || bytes[at + length] <= 32)
            add(length > 1 || spaced ? .dash : .other, length: length)
        case UInt8(ascii: "'"):
            if next == byte { add(.doubleClose, length: 2) } else { apostrophe(length: 1) }
        case UInt8(ascii: "`"):
            if next == byte { add(.doubleOpen, length: 2) } else { add(.singleOpen, length: 1) }
        case UInt8(ascii: "&"):
            guard let entity = EncodedCharacter.entity(bytes, at: at) else {
                return add(.other, length: 1)
            }
            character(entity.value, length: entity.length)
        default: add(.other, length: 1)
        }
    }

    private static func stops(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
    }

    /// An apostrophe or single mark that no word has taken: a clitic if letters like “s” follow a word.
    private mutating func apostrophe(length: Int) {
        add(length == 1 ? .singleStraight : .singleClose, length: length)
    }

    private mutating func multibyte() {
        let (value, length) = scalarValue(at: at)
        character(value, length: length)
    }

    /// A character that is not given as an ASCII byte.
    private mutating func character(_ value: UInt32, length: Int) {
        switch value {
        case 0x22: add(.doubleStraight, length: length)
        case 0x27: add(.singleStraight, length: length)
        case 0x201C, 0x201E, 0x201F: add(.doubleOpen, length: length)
        case 0x201D: add(.doubleClose, length: length)
        case 0x2018, 0x201A, 0x201B: add(.singleOpen, length: length)
        case 0x2019, 0xB4: apostrophe(length: length)
        case 0xAB, 0x2039: add(.guillemetOpen, length: length)
        case 0xBB, 0x203A: add(.guillemetClose, length: length)
        case 0x2012...0x2015: add(.dash, length: length)
        case 0x2026: add(.stop, length: length)
        case 0x2028, 0x2029:
            spaceBefore = true
            add(.lineBreak, length: length, shape: .wide)
            spaceBefore = true
        // What is not seen parts nothing.
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: at += length
        case 0...32, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
            at += length
            spaceBefore = true
        case 33...64, 91...96, 123...127, 0xA1...0xA9, 0xAC, 0xAE...0xB4, 0xB6...0xB9,
            0xBB...0xBF, 0xD7, 0xF7, 0x2010...0x2027, 0x2030...0x20CF, 0x2100...0x2BFF,
            0x3001...0x303F, 0xFE00...0xFE4F, 0xFF01...0xFF0F, 0xFFFC...0xFFFD, 0x1F000...0x1FAFF,
            0xE0000...0xE007F:
            add(.other, length: length)
        // A control character beyond ASCII that means nothing is no letter: one mark.
        default: if Self.isLetter(value) { word() } else { add(.other, length: length) }
        }
    }
}
