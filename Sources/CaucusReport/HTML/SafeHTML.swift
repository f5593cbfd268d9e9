import Mustache

/// Text made harmless for HTML, in element content and in quoted attributes.
///
/// Mustache's own escaping goes by grapheme cluster and lets a `<` or `"` pass that shares a cluster with
/// another code point (U+0600 before it, a combining mark after it); a browser goes by code point. This one
/// goes by byte. It also takes out what HTML forbids (control characters, noncharacters) and the overrides
/// that turn the direction of text around.
struct SafeHTML: MustacheContentType {
    static let name = "CAUCUS-HTML"

    func escapeText(_ text: String) -> String { Self.escaped(text) }

    static func escaped(_ text: String) -> String { cleaned(text, escaping: true) }

    /// `text` without what HTML forbids and without overrides, its markup characters as they are: for scripts
    /// that set text.
    static func readable(_ text: String) -> String { cleaned(text, escaping: false) }

    private static func cleaned(_ text: String, escaping: Bool) -> String {
        var text = text
        let result = text.withUTF8 { bytes -> String? in
            guard bytes.contains(where: isSpecial) else { return nil }
            var out: [UInt8] = []
            out.reserveCapacity(bytes.count + bytes.count / 8 + 8)
            var i = 0
            while i < bytes.count {
                if !escaping, bytes[i] >= 0x20, bytes[i] < 0x7F {
                    out.append(bytes[i])
                    i += 1
                } else {
                    i += write(bytes, at: i, to: &out)
                }
            }
            return String(decoding: out, as: UTF8.self)
        }
        return result ?? text
    }

    /// Bytes that may need work: markup, controls, and the leads of C2 controls, E2 overrides, EF and F0–F4
    /// noncharacters.
    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2, 0xE2, 0xEF, 0xF0...0xF4: true
        default: byte < 0x20
        }
    }

    /// Writes the code point at `i` in its harmless form and returns its length.
    private static func write(
        _ bytes: UnsafeBufferPointer<UInt8>, at i: Int, to out: inout [UInt8]
    ) -> Int {
        let byte = bytes[i]
        switch byte {
        case 0x22: out += "&quot;".utf8
        case 0x26: out += "&amp;".utf8
        case 0x27: out += "&#39;".utf8
        case 0x3C: out += "&lt;".utf8
        case 0x3E: out += "&gt;".utf8
        case 0x09, 0x0A: out.append(byte)
        case 0x0D: out.append(0x0A)
        case 0..<0x20, 0x7F: out += "\u{FFFD}".utf8
        case 0..<0x80: out.append(byte)
        default: return writeLong(bytes, at: i, to: &out)
        }
        return 1
    }

    private static func writeLong(
        _ bytes: UnsafeBufferPointer<UInt8>, at i: Int, to out: inout [UInt8]
    ) -> Int {
        let lead = bytes[i]
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var scalar = UInt32(lead) & (0xFF >> UInt32(length + 1))
        for k in 1..<length { scalar = scalar << 6 | UInt32(bytes[i + k] & 0x3F) }
        switch scalar {
        case 0x202A...0x202E, 0x2066...0x2069: break
        case 0x80..<0xA0, 0xFDD0...0xFDEF: out += "\u{FFFD}".utf8
        case let odd where odd & 0xFFFE == 0xFFFE: out += "\u{FFFD}".utf8
        default: out += bytes[i..<(i + length)]
        }
        return length
    }
}
