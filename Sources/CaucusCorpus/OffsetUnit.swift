import CaucusText

/// What offsets into a text count.
enum OffsetUnit: Int, Sendable, CaseIterable {
    /// Unicode code points, as Python and R do: what the documentation asks for.
    case codePoints
    /// Code units of UTF-16, as JavaScript and Java do.
    case utf16
    /// Bytes of UTF-8, as Go and Rust do.
    case utf8

    /// What is counted, in the plural.
    var name: String {
        switch self {
        case .codePoints: "code points"
        case .utf16: "UTF-16 code units"
        case .utf8: "UTF-8 bytes"
        }
    }

    /// How many of them a text has.
    func count(of text: String) -> Int {
        switch self {
        case .codePoints: text.unicodeScalars.count
        case .utf16: text.utf16.count
        case .utf8: text.utf8.count
        }
    }

    /// The bytes from `start` to `end`, or `nil` where they are none, not inside the text, or cut a letter.
    func span(_ start: Int, _ end: Int, in text: String) -> Span? {
        guard start >= 0, start < end else { return nil }
        switch self {
        case .codePoints:
            return CodePoints(text).span(codePoints: start, end)
        case .utf16:
            let units = text.utf16
            guard
                let first = units.index(
                    units.startIndex, offsetBy: start, limitedBy: units.endIndex),
                let last = units.index(first, offsetBy: end - start, limitedBy: units.endIndex),
                let a = first.samePosition(in: text.unicodeScalars),
                let b = last.samePosition(in: text.unicodeScalars)
            else { return nil }
            let bytes = text.utf8
            return Span(
                bytes.distance(from: bytes.startIndex, to: a),
                bytes.distance(from: bytes.startIndex, to: b))
        case .utf8:
            let bytes = Array(text.utf8)
            guard end <= bytes.count, bytes[start] & 0xC0 != 0x80,
                end == bytes.count || bytes[end] & 0xC0 != 0x80
            else { return nil }
            return Span(start, end)
        }
    }

    /// Whether the offsets mark whole words: neither end stands inside of one, and no white space stands at either.
    static func fits(_ span: Span?, in text: String) -> Bool {
        guard let span else { return false }
        let words = text[span].unicodeScalars
        guard let first = words.first, let last = words.last,
            !first.properties.isWhitespace, !last.properties.isWhitespace
        else { return false }
        return !isCut(span, in: text)
    }

    /// Whether either end of `span` stands inside a word.
    static func isCut(_ span: Span, in text: String) -> Bool {
        let scalars = text.unicodeScalars
        let first = text.utf8.index(text.startIndex, offsetBy: span.start)
        let last = text.utf8.index(text.startIndex, offsetBy: span.end)
        return [first, last].contains { border in
            guard border > scalars.startIndex, border < scalars.endIndex else { return false }
            return isOfWord(scalars[scalars.index(before: border)]) && isOfWord(scalars[border])
        }
    }

    /// Whether a scalar is a letter or digit of a script that parts its words by spaces.
    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value < 0x0E00 || (0x1E00..<0x2000).contains(scalar.value) else {
            return false
        }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
