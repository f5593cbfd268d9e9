import Foundation

/// The numbers in a text of JSON.
enum JSONNumbers {
    /// The text with nine digits at most of every number that is not whole.
    ///
    /// The exponentials of two processors differ in their last digits, and with them all that is made of
    /// probabilities. A model is to be the same bytes wherever it is made of the same data.
    static func rounded(_ json: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(json.count)
        var isText = false
        var i = 0
        while i < json.count {
            let start = i
            while !isText, i < json.count, isOfNumber(json[i]) { i += 1 }
            if i > start {
                result += short(json[start..<i])
                continue
            }
            if isText, json[i] == UInt8(ascii: "\\") {
                result.append(json[i])
                i += 1
            } else if json[i] == UInt8(ascii: "\"") {
                isText.toggle()
            }
            result.append(json[i])
            i += 1
        }
        return result
    }

    /// Digits, signs, points and exponents; `true` and `false` have an e, which alone is no number.
    private static func isOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
            UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }

    private static func short(_ token: ArraySlice<UInt8>) -> [UInt8] {
        let isWhole = token.allSatisfy { $0 == UInt8(ascii: "-") || $0 &- 48 < 10 }
        let text = String(decoding: token, as: UTF8.self)
        guard !isWhole, let number = Double(text), number.isFinite else { return Array(token) }
        let rounded = Double(String(format: "%.9g", number)) ?? number
        return Array("\(rounded)".utf8)
    }
}
