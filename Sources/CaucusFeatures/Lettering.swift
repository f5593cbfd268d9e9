/// What a letter is, as Python sees it: white space, word characters, lower case.
///
/// Everything works on UTF-8 bytes; only bytes from 0x80 on take a slow path over scalars.
enum Lettering {
    /// For each byte: 1 white space, 2 the first byte of a scalar that may be white space, else 0.
    static let spaceClasses: [UInt8] = {
        var classes = [UInt8](repeating: 0, count: 256)
        for byte in [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x1F, 0x20] {
            classes[byte] = 1
        }
        for byte in [0xC2, 0xE1, 0xE2, 0xE3] { classes[byte] = 2 }
        return classes
    }()

    /// The number of bytes of the white space at `p[0]`, or 0 where none stands there.
    ///
    /// Python's `str.isspace`: bidirectional class WS, B or S, or category Zs.
    static func space(at p: UnsafePointer<UInt8>, count: Int) -> Int {
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
    static func isWord(_ value: UInt32) -> Bool {
        if value < 0x80 {
            return (0x61...0x7A).contains(value) || (0x30...0x39).contains(value)
                || (0x41...0x5A).contains(value) || value == 0x5F
        }
        guard let scalar = Unicode.Scalar(value) else { return false }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
            return true
        default:
            return scalar.properties.numericType != nil
        }
    }

    /// Appends the lower case of `text` as Python's `str.lower` gives it, to `result`.
    ///
    /// `text` must be bounded by white space, or be the whole text: the rule of the final sigma looks
    /// no farther than that.
    static func appendLowercase(_ text: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
        if text.allSatisfy({ $0 < 0x80 }) {
            for byte in text { result.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
            return
        }
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
