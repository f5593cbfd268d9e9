import CaucusQuotes
import CaucusText

/// The word before a name.
enum NameTitle {
    /// The title before a name, without its stop: “Mr”, “President”; `nil` where there is none.
    static func before(_ name: Span, _ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard let word = word(before: name, bytes), word.first?.isUppercase == true else {
            return nil
        }
        let isTitle =
            PersonName(word).isTitle || PersonName(word + " Quimby").honorific != nil
        return isTitle ? word : nil
    }

    /// The word before a stretch, without its stop; `nil` where a mark or a line's end comes between.
    static func word(before span: Span, _ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard span.start > 1,
            bytes[span.start - 1] == 0x20 || bytes[span.start - 1] == UInt8(ascii: "-")
        else { return nil }
        var end = span.start - 1
        if bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
        var start = end
        while start > 0, (bytes[start - 1] | 0x20) &- 0x61 < 26 { start -= 1 }
        guard start < end else { return nil }
        return String(
            decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    }
}
