/// What a letter is, as Python sees it: white space, word characters, lower case.
///
/// Everything works on UTF-8 bytes; only bytes from 0x80 on take a slow path over scalars.
enum Lettering {
    /// The number of bytes of the white space that starts with `byte` at `p`, or 0 where none does.
    @inline(__always)
    static func space(_ byte: UInt8, at p: UnsafePointer<UInt8>, count: Int) -> Int {
        if byte == 0x20 { return 1 }
        return byte < 0x80 || byte >= 0xC2 ? space(at: p, count: count) : 0
    }

    /// The number of bytes of the white space at `p[0]`, or 0 where none stands there.
    ///
    /// Python's `str.isspace`: bidirectional class WS, B or S, or category Zs.
    @inline(never)
    private static func space(at p: UnsafePointer<UInt8>, count: Int) -> Int {
        let (value, length) = scalar(at: p, count: count)
        switch value {
        case 0x09...0x0D, 0x1C...0x20: return 1
        case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            return length
        default: return 0
        }
    }

    /// The scalar at `p[0]` and its length; U+FFFD and 1 where the bytes are no UTF-8.
    static func scalar(at p: UnsafePointer<UInt8>, count: Int) -> (value: UInt32, length: Int) {
        let first = UInt32(p[0])
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard length > 1 else { return (first, 1) }
        guard first >= 0xC2, length <= count else { return (0xFFFD, 1) }
        var value = first & (0x7F >> UInt32(length))
        for i in 1..<length {
            let byte = UInt32(p[i])
            guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            value = value << 6 | byte & 0x3F
        }
        return (value, length)
    }

    /// Whether Python's `\w` matches: letters, anything numeric, the underscore; not marks.
    @inline(__always)
    static func isWord(_ value: UInt32) -> Bool {
        if value < 0x80 {
            return (value | 0x20) &- 0x61 < 26 || value &- 0x30 < 10 || value == 0x5F
        }
        return isWordBeyondASCII(value)
    }

    private static func isWordBeyondASCII(_ value: UInt32) -> Bool {
        guard let scalar = Unicode.Scalar(value) else { return false }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
            return true
        default:
            return scalar.properties.numericType != nil
        }
    }

    /// Whether no byte is beyond ASCII.
    @inline(__always)
    static func isASCII(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var all: UInt8 = 0
        for byte in text { all |= byte }
        return all < 0x80
    }

    /// Appends the lower case of `text` as Python's `str.lower` gives it, to `result`.
    ///
    /// `text` must be bounded by white space, or be the whole text: the rule of the final sigma looks
    /// no farther than that.
    static func appendLowercase(_ text: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
        let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
        for (i, scalar) in scalars.enumerated() {
            if scalar == "\u{3A3}" {
                result.append(contentsOf: isFinal(i, in: scalars) ? "ς".utf8 : "σ".utf8)
            } else if scalar.value < 0x80 {
                let byte = UInt8(scalar.value)
                result.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            } else {
                result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
            }
        }
    }

    /// Whether a capital sigma ends its word: a cased letter before it, none after it, case-ignorable
    /// scalars not counted.
    private static func isFinal(_ place: Int, in scalars: [Unicode.Scalar]) -> Bool {
        let before = scalars[..<place].last { !$0.properties.isCaseIgnorable }
        guard before?.properties.isCased == true else { return false }
        let after = scalars[(place + 1)...].first { !$0.properties.isCaseIgnorable }
        return after?.properties.isCased != true
    }
}
