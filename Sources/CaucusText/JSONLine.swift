/// Builds one line of JSON with its keys in the order given.
package struct JSONLine {
    private var bytes: [UInt8] = []

    /// Creates an empty line.
    package init() {}

    /// The line so far.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

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
        string(name)
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
        bytes.append(contentsOf: String(value).utf8)
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

    /// `null`.
    package mutating func null() { bytes.append(contentsOf: "null".utf8) }

    /// A string, escaped as RFC 8259 asks.
    package mutating func string(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
            case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
            case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
            case 0..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                bytes.append(contentsOf: #"\u00"#.utf8)
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A comma, unless nothing stands before it at this level.
    private mutating func separate() {
        guard let last = bytes.last else { return }
        if last != UInt8(ascii: "{"), last != UInt8(ascii: "["), last != UInt8(ascii: ":") {
            bytes.append(UInt8(ascii: ","))
        }
    }
}
