/// Builds one line of JSON with its keys in the order given.
package struct JSONLine {
    private var bytes: [UInt8] = []

    /// Creates an empty line with room for `capacity` bytes, so that a long one is not copied as it grows.
    package init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    /// The line so far.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The line so far with its end, as UTF-8.
    package consuming func ended() -> [UInt8] {
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    /// An object; `fill` writes its members.
    package mutating func object(_ fill: (inout JSONLine) -> Void) {
        bytes.append(UInt8(ascii: "{"))
        fill(&self)
        bytes.append(UInt8(ascii: "}"))
    }

    /// An array of the elements that `write` writes.
    package mutating func array<S: Sequence>(
        _ elements: S, _ write: (inout JSONLine, S.Element) -> Void
    ) {
        bytes.append(UInt8(ascii: "["))
        for element in elements {
            separate()
            write(&self, element)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// A member's key; its value is written next.
    package mutating func key(_ name: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        var name = name
        name.withUTF8 { write($0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    /// A member with a string or `null`.
    package mutating func member(_ name: String, _ value: String?) {
        key(name)
        if let value { string(value) } else { null() }
    }

    /// A member with a whole number.
    package mutating func member(_ name: String, _ value: Int) {
        key(name)
        guard value >= 0 else { return bytes.append(contentsOf: String(value).utf8) }
        // Offsets make up half of a line: their digits are written backwards and turned round.
        let start = bytes.count
        var rest = value
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
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
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    /// A number, rounded to six decimals.
    package mutating func number(rounding value: Double) { number((value * 1e6).rounded() / 1e6) }

    /// A number as it is; one that is not finite is `null`.
    package mutating func number(_ value: Double) {
        guard value.isFinite else { return null() }
        bytes.append(contentsOf: String(value).utf8)
    }

    /// A value that is JSON already.
    package mutating func nested(_ json: String) { bytes.append(contentsOf: json.utf8) }

    /// `null`.
    package mutating func null() { bytes.append(contentsOf: "null".utf8) }

    /// A string, escaped as RFC 8259 asks.
    package mutating func string(_ value: String) {
        var value = value
        value.withUTF8 { string($0) }
    }

    private mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        // Most strings hold nothing to escape: whole runs are copied at once.
        var start = 0
        for (i, byte) in utf8.enumerated() where byte < 0x20 || byte == 34 || byte == 92 {
            write(UnsafeBufferPointer(rebasing: utf8[start..<i]))
            escape(byte)
            start = i + 1
        }
        write(UnsafeBufferPointer(rebasing: utf8[start...]))
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func write(_ utf8: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: utf8)
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0..<0x20:
            let digit = byte & 15
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(UInt8(ascii: "0") + (byte >> 4))
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        default: bytes.append(byte)
        }
    }

    /// A comma, unless nothing stands before it at this level.
    private mutating func separate() {
        guard let last = bytes.last else { return }
        if last != UInt8(ascii: "{"), last != UInt8(ascii: "["), last != UInt8(ascii: ":") {
            bytes.append(UInt8(ascii: ","))
        }
    }
}
