/// How the letters of a text are written as bytes.
///
/// UTF-8, UTF-16, windows-1252, as which browsers read ISO 8859-1 and ASCII too, and ISO 8859-15; the names are those of the
/// WHATWG Encoding Standard. Nothing is guessed: a byte order mark, a declaration or the user tells.
public enum TextEncoding: Sendable, Hashable {
    case utf8
    case utf16(isBigEndian: Bool)
    case windows1252
    /// ISO 8859-15, which has the euro sign and French letters in place of eight signs of ISO 8859-1.
    case latin9

    /// The names that are known, as a message lists them.
    public static let expected =
        "utf-8, utf-16, utf-16le, utf-16be, windows-1252, iso-8859-1 or iso-8859-15"

    /// The encoding called `name`, whatever its case; `nil` where it is not known.
    public init?(name: some StringProtocol) {
        switch name.lowercased().filter({ !$0.isWhitespace && $0 != "_" && $0 != "-" }) {
        case "utf8", "unicode11utf8": self = .utf8
        case "utf16", "utf16le", "unicode", "ucs2", "iso10646ucs2":
            self = .utf16(isBigEndian: false)
        case "utf16be": self = .utf16(isBigEndian: true)
        case "windows1252", "cp1252", "xcp1252", "iso88591", "latin1", "l1", "ascii",
            "usascii", "iso885911987":
            self = .windows1252
        case "iso885915", "latin9", "l9", "csisolatin9": self = .latin9
        default: return nil
        }
    }

    /// The encoding that the byte order mark at the start of `bytes` tells, and the length of the mark.
    static func marked(_ bytes: some Collection<UInt8>) -> (encoding: TextEncoding, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16(isBigEndian: false), 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16(isBigEndian: true), 2) }
        return nil
    }

    /// What windows-1252 means by 0x80 to 0x9F; the five bytes it leaves free mean no letter.
    private static let letters: [UInt16] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    ]

    /// What ISO 8859-15 means by a byte.
    private static func latin9(_ byte: UInt8) -> UInt32 {
        switch byte {
        case 0xA4: 0x20AC
        case 0xA6: 0x160
        case 0xA8: 0x161
        case 0xB4: 0x17D
        case 0xB8: 0x17E
        case 0xBC: 0x152
        case 0xBD: 0x153
        case 0xBE: 0x178
        default: UInt32(byte)
        }
    }

    /// Appends the letters of `bytes` in UTF-8 to `text`; how many bytes were used up.
    ///
    /// What means no letter becomes U+FFFD. Bytes at the end that begin a letter are left for the next call, unless
    /// `isLast`. UTF-8 is taken as it stands.
    ///
    /// - Complexity: O(bytes).
    func decode(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, into text: inout [UInt8]) -> Int
    {
        switch self {
        case .utf8:
            text.append(contentsOf: bytes)
            return bytes.count
        case .windows1252:
            for byte in bytes {
                let letter =
                    (0x80...0x9F).contains(byte) ? Self.letters[Int(byte - 0x80)] : UInt16(byte)
                Self.append(UInt32(letter), to: &text)
            }
            return bytes.count
        case .latin9:
            for byte in bytes { Self.append(Self.latin9(byte), to: &text) }
            return bytes.count
        case .utf16(let isBigEndian):
            func unit(_ i: Int) -> UInt32 {
                let (a, b) = (UInt32(bytes[i]), UInt32(bytes[i + 1]))
                return isBigEndian ? a << 8 | b : b << 8 | a
            }
            var i = 0
            while i + 1 < bytes.count {
                let first = unit(i)
                guard first & 0xFC00 == 0xD800 else {
                    Self.append(first & 0xFC00 == 0xDC00 ? 0xFFFD : first, to: &text)
                    i += 2
                    continue
                }
                guard i + 3 < bytes.count else {
                    if !isLast { return i }
                    Self.append(0xFFFD, to: &text)
                    i += 2
                    continue
                }
                let second = unit(i + 2)
                if second & 0xFC00 == 0xDC00 {
                    Self.append(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF, to: &text)
                    i += 4
                } else {
                    Self.append(0xFFFD, to: &text)
                    i += 2
                }
            }
            if isLast, i < bytes.count {
                Self.append(0xFFFD, to: &text)
                i = bytes.count
            }
            return i
        }
    }

    /// The letters of a whole text in UTF-8; a byte order mark at its start goes before it.
    func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        let marked = Self.marked(bytes)
        let rest = UnsafeBufferPointer(rebasing: bytes.dropFirst(marked?.length ?? 0))
        _ = (marked?.encoding ?? self).decode(rest, isLast: true, into: &text)
        return text
    }

    private static func append(_ scalar: UInt32, to text: inout [UInt8]) {
        switch scalar {
        case 0..<0x80: text.append(UInt8(scalar))
        case 0x80..<0x800:
            text.append(UInt8(0xC0 | scalar >> 6))
            text.append(UInt8(0x80 | scalar & 0x3F))
        case 0x800..<0x10000:
            text.append(UInt8(0xE0 | scalar >> 12))
            text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            text.append(UInt8(0x80 | scalar & 0x3F))
        default:
            text.append(UInt8(0xF0 | scalar >> 18))
            text.append(UInt8(0x80 | scalar >> 12 & 0x3F))
            text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            text.append(UInt8(0x80 | scalar & 0x3F))
        }
    }
}
