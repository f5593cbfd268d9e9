import CLibXML

/// The entities of HTML in a text that is none: `&amp;`, `&#8220;`, `&#x201c;`.
enum HTMLEntities {
    /// The longest name that is known, `thetasym`.
    private static let longestName = 8

    /// The names that libxml2 knows, each as the number of its letters' bytes.
    private static let names: [UInt64: UInt32] = {
        var names: [UInt64: UInt32] = [:]
        for value in UInt32(34)...9830 {
            guard let entity = htmlEntityValueLookup(value), let name = entity.pointee.name else {
                continue
            }
            names[key(String(cString: name).utf8)] = value
        }
        for (name, value) in [("AMP", "&"), ("LT", "<"), ("GT", ">"), ("QUOT", "\"")]
            as [(String, Unicode.Scalar)]
        {
            names[key(name.utf8)] = value.value
        }
        return names
    }()

    private static func key(_ name: some Sequence<UInt8>) -> UInt64 {
        name.reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The text with its entities resolved, once; `nil` where it has none.
    ///
    /// An entity ends with its semicolon, so “AT&T” and “R&D” stay, and so does what no entity is called. Numbers
    /// of 128 to 159 mean what windows-1252 means by them, `&nbsp;` is a space, and `&shy;` is nothing.
    ///
    /// - Complexity: O(bytes); nothing is copied where there is no `&`.
    static func decoded(_ text: String) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            guard let first = bytes.firstByte(UInt8(ascii: "&")) else { return nil }
            return decoded(bytes, from: first)
        }
    }

    private static func decoded(_ bytes: UnsafeBufferPointer<UInt8>, from first: Int) -> String? {
        var result: [UInt8] = []
        // Where the text that is not yet copied begins, and where the next entity may begin.
        var start = 0
        var next = first
        while next < bytes.count {
            if let (letter, end) = entity(bytes, at: next) {
                result += bytes[start..<next]
                result += letter
                start = end
                next = end
            } else {
                next += 1
            }
            let rest = UnsafeBufferPointer(rebasing: bytes[next...])
            next += rest.firstByte(UInt8(ascii: "&")) ?? rest.count
        }
        guard start > 0 else { return nil }
        result += bytes[start...]
        return String(decoding: result, as: UTF8.self)
    }

    /// The letter that the entity at `start` means, and the place after it.
    private static func entity(
        _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> (letter: [UInt8], end: Int)? {
        var i = start + 1
        guard i < bytes.count else { return nil }
        if bytes[i] == UInt8(ascii: "#") { return numbered(bytes, at: i + 1) }
        var name: UInt64 = 0
        while i < bytes.count, bytes[i] != UInt8(ascii: ";") {
            guard i - start <= longestName, isNameByte(bytes[i]) else { return nil }
            name = name << 8 | UInt64(bytes[i])
            i += 1
        }
        guard i < bytes.count, let value = names[name] else { return nil }
        return (letter(value), i + 1)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
    }

    private static func numbered(
        _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> (letter: [UInt8], end: Int)? {
        var i = start
        let isHexadecimal = i < bytes.count && bytes[i] | 0x20 == UInt8(ascii: "x")
        if isHexadecimal { i += 1 }
        let digits = i
        var value: UInt32 = 0
        while i < bytes.count, bytes[i] != UInt8(ascii: ";") {
            guard let digit = digit(bytes[i]), isHexadecimal || digit < 10, i - digits < 10 else {
                return nil
            }
            value = min(value &* (isHexadecimal ? 16 : 10) &+ digit, 0x11_0000)
            i += 1
        }
        guard i < bytes.count, i > digits else { return nil }
        return (letter(value), i + 1)
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46: UInt32(byte - 0x41 + 10)
        case 0x61...0x66: UInt32(byte - 0x61 + 10)
        default: nil
        }
    }

    /// A letter in UTF-8; U+FFFD for what is none.
    private static func letter(_ value: UInt32) -> [UInt8] {
        switch value {
        case 0x09, 0x0A: return [UInt8(value)]
        // Other control characters are white space at best.
        case 0..<0x20, 0x7F, 0xA0: return [0x20]
        case 0xAD, 0x200B, 0xFEFF: return []
        case 0x80...0x9F: return TextEncoding.windows1252.decoded(UInt8(value))
        default:
            guard let scalar = Unicode.Scalar(value) else { return Array("\u{FFFD}".utf8) }
            return Array(String(Character(scalar)).utf8)
        }
    }
}
