/// Builds one line of JSON with its keys in the order given.
package struct JSONLine {
    /// Room for bytes, of which ``count`` are written: a number is put in place without an append for
    /// each of its digits.
    private var bytes: [UInt8] = []
    private var count = 0

    /// Creates an empty line with room for `capacity` bytes, so that a long one is not copied as it grows.
    package init(capacity: Int = 0) {
        bytes = Array(repeating: 0, count: capacity)
    }

    /// The line so far.
    package var text: String { String(decoding: bytes[..<count], as: UTF8.self) }

    /// The line so far with its end, as UTF-8.
    package consuming func ended() -> [UInt8] {
        put(UInt8(ascii: "\n"))
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    /// An object; `fill` writes its members.
    package mutating func object(_ fill: (inout JSONLine) -> Void) {
        put(UInt8(ascii: "{"))
        fill(&self)
        put(UInt8(ascii: "}"))
    }

    /// An array of the elements that `write` writes.
    package mutating func array<S: Sequence>(
        _ elements: S, _ write: (inout JSONLine, S.Element) -> Void
    ) {
        put(UInt8(ascii: "["))
        for element in elements {
            separate()
            write(&self, element)
        }
        put(UInt8(ascii: "]"))
    }

    /// A member's key; its value is written next.
    package mutating func key(_ name: String) {
        separate()
        put(UInt8(ascii: "\""))
        put(name)
        put(UInt8(ascii: "\""))
        put(UInt8(ascii: ":"))
    }

    /// A member with a string or `null`.
    package mutating func member(_ name: String, _ value: String?) {
        key(name)
        if let value { string(value) } else { null() }
    }

    /// A member with a whole number.
    package mutating func member(_ name: String, _ value: Int) {
        key(name)
        digits(value)
    }

    /// A member with a string of `prefix`, a colon and the ends of a span: “id:12-34”.
    package mutating func member(_ name: String, _ prefix: String, at span: Span) {
        member(name, prefix)
        // The quotation mark that closes the prefix is written again after the span.
        count -= 1
        put(UInt8(ascii: ":"))
        digits(span.start)
        put(UInt8(ascii: "-"))
        digits(span.end)
        put(UInt8(ascii: "\""))
    }

    private mutating func digits(_ value: Int) {
        guard value >= 0 else { return put(String(value)) }
        // Offsets make up half of a line: their digits are written from the last one on.
        var width = 1
        var bound = 10
        while width < 18, value >= bound {
            width += 1
            bound *= 10
        }
        guard value < bound else { return put(String(value)) }
        makeRoom(for: width)
        var rest = value
        for i in (count..<count + width).reversed() {
            bytes[i] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count += width
    }

    /// A member with the words of `span` in `text`; bytes that cut a code point are repaired.
    package mutating func member(_ name: String, _ span: Span, of text: String) {
        key(name)
        let written: Void? = text.utf8.withContiguousStorageIfAvailable { utf8 in
            guard Self.isBorder(span.start, utf8), Self.isBorder(span.end, utf8) else {
                return string(text[span])
            }
            string(UnsafeBufferPointer(rebasing: utf8[span.start..<span.end]))
        }
        if written == nil { string(text[span]) }
    }

    private static func isBorder(_ offset: Int, _ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        offset == utf8.count || utf8[offset] & 0xC0 != 0x80
    }

    /// A member with a number, rounded to six decimals; one that is not finite is `null`.
    package mutating func member(_ name: String, rounded value: Double) {
        key(name)
        number(rounding: value)
    }

    /// A member with a number as it is; one that is not finite is `null`.
    package mutating func member(_ name: String, exactly value: Double) {
        key(name)
        number(value)
    }

    /// A member with a truth value.
    package mutating func member(_ name: String, _ value: Bool) {
        key(name)
        put(value ? "true" : "false")
    }

    /// A number, rounded to six decimals.
    package mutating func number(rounding value: Double) {
        let millionths = (value * 1e6).rounded()
        guard millionths >= 1000, millionths < 1e6 else { return number(millionths / 1e6) }
        // “0.” and six digits without the zeros at their end: what a number of this size prints as.
        var rest = UInt32(millionths)
        var power: UInt32 = 100_000
        put(UInt8(ascii: "0"))
        put(UInt8(ascii: "."))
        while rest > 0 {
            put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / power))
            rest %= power
            power /= 10
        }
    }

    /// A number as it is; one that is not finite is `null`.
    package mutating func number(_ value: Double) {
        guard value.isFinite else { return null() }
        put(String(value))
    }

    /// A value that is JSON already.
    package mutating func nested(_ json: String) { put(json) }

    /// `null`.
    package mutating func null() { put("null") }

    /// A string, escaped as RFC 8259 asks.
    package mutating func string(_ value: String) {
        var value = value
        value.withUTF8 { string($0) }
    }

    private mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
        put(UInt8(ascii: "\""))
        // Most strings hold nothing to escape: whole runs are copied at once.
        var start = 0
        while start < utf8.count {
            let end = Self.escaped(utf8, from: start)
            put(UnsafeBufferPointer(rebasing: utf8[start..<end]))
            if end < utf8.count { escape(utf8[end]) }
            start = end + 1
        }
        put(UInt8(ascii: "\""))
    }

    /// The first byte from `start` on that is to be escaped, or the end.
    private static func escaped(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var i = start
        let base = UnsafeRawPointer(utf8.baseAddress)
        while let base, i + 8 <= utf8.count,
            !mayEscape(base.loadUnaligned(fromByteOffset: i, as: UInt64.self))
        {
            i += 8
        }
        while i < utf8.count, utf8[i] >= 0x20, utf8[i] != 34, utf8[i] != 92 { i += 1 }
        return i
    }

    /// Whether one of eight bytes is a control character, a quotation mark or a backslash.
    ///
    /// The high bit of `(x - k) & ~x` says for each byte `x` below 0x80 whether it is less than `k`; a
    /// byte less than 1 after an exclusive or is the one that is looked for.
    private static func mayEscape(_ eight: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quote = eight ^ (ones &* 34)
        let backslash = eight ^ (ones &* 92)
        let control = (eight &- ones &* 0x20) & ~eight
        let marks = (quote &- ones) & ~quote | (backslash &- ones) & ~backslash
        return (control | marks) & (ones &* 0x80) != 0
    }

    private mutating func put(_ byte: UInt8) {
        makeRoom(for: 1)
        bytes[count] = byte
        count += 1
    }

    private mutating func put(_ text: String) {
        var text = text
        text.withUTF8 { put($0) }
    }

    private mutating func put(_ utf8: UnsafeBufferPointer<UInt8>) {
        makeRoom(for: utf8.count)
        let start = count
        bytes.withUnsafeMutableBytes { room in
            UnsafeMutableRawBufferPointer(rebasing: room[start...]).copyMemory(
                from: UnsafeRawBufferPointer(utf8))
        }
        count += utf8.count
    }

    /// Doubles the room where `more` bytes do not fit.
    private mutating func makeRoom(for more: Int) {
        guard bytes.count - count < more else { return }
        bytes.append(contentsOf: repeatElement(0, count: max(more, bytes.count, 64)))
    }

    private mutating func escape(_ byte: UInt8) {
        put(UInt8(ascii: "\\"))
        switch byte {
        case 0x0A: put(UInt8(ascii: "n"))
        case 0x0D: put(UInt8(ascii: "r"))
        case 0x09: put(UInt8(ascii: "t"))
        case 0..<0x20:
            let digit = byte & 15
            put("u00")
            put(UInt8(ascii: "0") + (byte >> 4))
            put(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        default: put(byte)
        }
    }

    /// A comma, unless nothing stands before it at this level.
    private mutating func separate() {
        guard count > 0 else { return }
        let last = bytes[count - 1]
        if last != UInt8(ascii: "{"), last != UInt8(ascii: "["), last != UInt8(ascii: ":") {
            put(UInt8(ascii: ","))
        }
    }
}
