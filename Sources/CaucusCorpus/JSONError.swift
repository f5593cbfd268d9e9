/// Where and why a record is no JSON object.
package struct JSONError: Error, Equatable, Sendable {
    /// What is wrong.
    package enum Problem: Equatable, Sendable {
        /// A byte, or the end (`nil`), where something else should stand.
        case unexpected(UInt8?, expected: String)
        /// A control character inside a string, where an escape should stand.
        case control(UInt8)
        /// An escape that JSON does not know.
        case escape
        /// Half of a surrogate pair.
        case surrogate
        /// More containers inside each other than the limit.
        case depth(limit: Int)
    }

    /// The byte, counted from the start of the scanned bytes.
    package var offset: Int
    /// What is wrong.
    package var problem: Problem

    /// What was found and what would be right, without the place.
    var message: String {
        switch problem {
        case .unexpected(let byte, let expected):
            "found \(byte.map(Self.spelling) ?? "the end of the record"); expected \(expected)"
        case .control(let byte):
            "found the control character \(Self.hexadecimal(byte)) in a string; expected an escape"
        case .escape:
            "found an unknown escape; expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX"
        case .surrogate:
            "found half of a surrogate pair; expected \\uD800–\\uDBFF and then \\uDC00–\\uDFFF"
        case .depth(let limit):
            "found values nested deeper than \(limit); expected a flat record"
        }
    }

    private static func spelling(_ byte: UInt8) -> String {
        byte > 0x20 && byte < 0x7F
            ? "'\(Character(Unicode.Scalar(byte)))'" : "the byte \(hexadecimal(byte))"
    }

    /// `0x0A`.
    static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "0x" + (digits.utf8.count < 2 ? "0" : "") + digits
    }
}
