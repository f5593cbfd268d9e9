import CaucusText
import Foundation

/// What a page's policy says of its own parts.
enum PageSecurity {
    /// The digest by which a content security policy lets exactly this style or script through.
    static func source(_ text: String) -> String {
        let digits = Array(SHA256.hex(of: text))
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0...($0 + 1)]), radix: 16)
        }
        return "'sha256-" + Data(bytes).base64EncodedString() + "'"
    }
}
