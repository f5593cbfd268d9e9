/// A number, a word or a mark of a written date.
struct DateToken {
    /// What it is.
    enum Kind: Equatable {
        /// Digits, and how many of them.
        case number(UInt64, digits: Int)
        /// A month, 1 to 12.
        case month(Int)
        /// A word that dates are written with: a weekday, “published”, “at”, “GMT”.
        case filler
        /// Half of a day: am or pm.
        case half
        /// Another word.
        case word
        /// Any other byte; a dash of any length is a hyphen.
        case mark(UInt8)
    }

    var kind: Kind
    /// The bytes it takes up.
    var range: Range<Int>

    /// The tokens of a date are no more than this; what follows is not looked at.
    static let limit = 40

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isLetter(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80
    }

    /// The first tokens of a text, at most ``limit``.
    static func tokens(_ bytes: UnsafeBufferPointer<UInt8>) -> [DateToken] {
        var tokens: [DateToken] = []
        tokens.reserveCapacity(limit)
        var i = 0
        while i < bytes.count, tokens.count < limit {
            let start = i
            if bytes[i] <= 0x20 || bytes[i] == 0x7F {
                i += 1
                continue
            }
            if let (length, kind) = punctuation(bytes, i) {
                i += length
                if let kind { tokens.append(DateToken(kind: kind, range: start..<i)) }
            } else if isDigit(bytes[i]) {
                var value: UInt64 = 0
                while i < bytes.count, isDigit(bytes[i]) {
                    // More than 19 digits are no number here, whatever their value.
                    value = value &* 10 &+ UInt64(bytes[i] &- 0x30)
                    i += 1
                }
                tokens.append(DateToken(kind: .number(value, digits: i - start), range: start..<i))
            } else if isLetter(bytes[i]) {
                while i < bytes.count, isLetter(bytes[i]), punctuation(bytes, i) == nil { i += 1 }
                let word = UnsafeBufferPointer(rebasing: bytes[start..<i])
                tokens.append(DateToken(kind: DateWords.kind(word), range: start..<i))
            } else {
                tokens.append(DateToken(kind: .mark(bytes[i]), range: start..<(i + 1)))
                i += 1
            }
        }
        return tokens
    }

    /// The length of the white space or the mark beyond ASCII at `i`, and what the mark is.
    private static func punctuation(
        _ bytes: UnsafeBufferPointer<UInt8>, _ i: Int
    ) -> (length: Int, kind: Kind?)? {
        switch bytes[i] {
        // U+00A0 is a space, U+00B7 a dot between a date and a time; U+00BA belongs to a number (5º).
        case 0xC2 where i + 1 < bytes.count:
            return bytes[i + 1] == 0xBA ? nil : (2, bytes[i + 1] == 0xA0 ? nil : .mark(0x7C))
        case 0xE2 where i + 2 < bytes.count && bytes[i + 1] == 0x80:
            return switch bytes[i + 2] {
            case 0x90...0x95: (3, .mark(UInt8(ascii: "-")))
            case 0x98...0xA7: (3, .mark(0x7C))
            // Spaces of all widths, and U+202F, which stands before AM in browsers' dates.
            default: (3, nil)
            }
        case 0xEF where i + 2 < bytes.count && bytes[i + 1] == 0xBB && bytes[i + 2] == 0xBF:
            return (3, nil)
        default: return nil
        }
    }
}
