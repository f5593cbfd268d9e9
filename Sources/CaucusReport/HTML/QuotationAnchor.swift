import CaucusText

/// Where a quotation is on the page of a report: an address that stays the same as long as the article and the offsets
/// do.
enum QuotationAnchor {
    /// `q-` and the quotation's id with all but letters, digits and `-._~:/` percent-encoded; the SHA-256 digest of an id
    /// that is longer than 200 bytes so.
    static func id(_ quotation: String) -> String { "q-" + key(quotation) }

    /// The same without `q-`.
    static func key(_ text: String) -> String {
        let key = encoded(text)
        return key.utf8.count > 200 ? SHA256.hex(of: text) : key
    }

    /// Whether the key of `text` is the text itself, percent-encoded.
    static func isShort(_ text: String) -> Bool { encoded(text).utf8.count <= 200 }

    private static func encoded(_ text: String) -> String {
        let hex = Array("0123456789ABCDEF".utf8)
        var out: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x3A, 0x5F, 0x7E:
                out.append(byte)
            default: out += [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
