extension JSONWriter {
    /// A member with a string or `null`.
    package mutating func member(_ name: String, _ value: String?) {
        key(name)
        if let value { string(value) } else { null() }
    }

    /// A member with a whole number or `null`.
    package mutating func member(_ name: String, _ value: Int?) {
        key(name)
        if let value { integer(value) } else { null() }
    }

    /// A member with a truth value.
    package mutating func member(_ name: String, _ value: Bool) {
        key(name)
        buffer.put(value ? "true" : "false")
    }

    /// A member with a number, rounded to six decimals, or `null`.
    package mutating func member(_ name: String, rounded value: Double?) {
        key(name)
        if let value { number(rounding: value) } else { null() }
    }

    /// A member with a number as it is.
    package mutating func member(_ name: String, exactly value: Double) {
        key(name)
        number(value)
    }

    /// A member with an array of strings.
    package mutating func member(_ name: String, _ values: [String]) {
        key(name)
        array(values)
    }

    /// A member with a string of `prefix`, a colon and the ends of a span: “id:12-34”.
    package mutating func member(_ name: String, _ prefix: String, at span: Span) {
        member(name, prefix)
        // The quotation mark that closes the prefix is written again after the span.
        buffer.removeLast()
        buffer.put(UInt8(ascii: ":"))
        buffer.put(digitsOf: span.start)
        buffer.put(UInt8(ascii: "-"))
        buffer.put(digitsOf: span.end)
        buffer.put(UInt8(ascii: "\""))
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

    /// `null`.
    package mutating func null() { buffer.put("null") }

    /// A whole number.
    package mutating func integer(_ value: Int) { buffer.put(digitsOf: value) }

    /// A number, rounded to six decimals; one that is not finite is `null`.
    package mutating func number(rounding value: Double) {
        if value.isFinite { buffer.put(sixDecimals: value) } else { null() }
    }

    /// A number as it is; one that is not finite is `null`.
    package mutating func number(_ value: Double) {
        guard value.isFinite else { return null() }
        buffer.put(String(value))
    }

    /// A value that is JSON already.
    package mutating func nested(_ json: String) { buffer.put(json) }

    /// A string, escaped as RFC 8259 asks.
    package mutating func string(_ value: String) {
        var value = value
        value.withUTF8 { string($0) }
    }

    private mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
        // Most strings hold nothing to escape: whole runs are copied at once.
        let plain = escaped(utf8, from: 0)
        guard plain < utf8.count else { return buffer.put(quoted: utf8) }
        buffer.put(UInt8(ascii: "\""))
        var start = 0
        while start < utf8.count {
            let end = escaped(utf8, from: start)
            buffer.put(UnsafeBufferPointer(rebasing: utf8[start..<end]))
            if end < utf8.count { escape(utf8[end]) }
            start = end + 1
        }
        buffer.put(UInt8(ascii: "\""))
    }

    /// The first byte from `start` on that is to be escaped, or the end.
    private func escaped(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var i = start
        if form == .embedded {
            while i < utf8.count, utf8[i] >= 0x20, ![34, 92, 60].contains(utf8[i]) { i += 1 }
            return i
        }
        let base = UnsafeRawPointer(utf8.baseAddress)
        while let base, i + 8 <= utf8.count,
            !Self.mayEscape(base.loadUnaligned(fromByteOffset: i, as: UInt64.self))
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

    private mutating func escape(_ byte: UInt8) {
        buffer.put(UInt8(ascii: "\\"))
        switch byte {
        case 0x0A: buffer.put(UInt8(ascii: "n"))
        case 0x0D: buffer.put(UInt8(ascii: "r"))
        case 0x09: buffer.put(UInt8(ascii: "t"))
        case 0..<0x20, 0x3C:
            let digit = byte & 15
            buffer.put("u00")
            buffer.put(UInt8(ascii: "0") + (byte >> 4))
            buffer.put(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        default: buffer.put(byte)
        }
    }
}
