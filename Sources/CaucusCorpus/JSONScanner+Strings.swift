extension JSONScanner {
    /// The string at the position, its escapes resolved.
    mutating func string(_ expected: String) throws(JSONError) -> String {
        let start = position + 1
        let escaped = try skipString(expected)
        let content = UnsafeBufferPointer(rebasing: bytes[start..<(position - 1)])
        guard escaped else { return String(decoding: content, as: UTF8.self) }
        // An escape is never shorter than what it stands for.
        return String(unsafeUninitializedCapacity: content.count) { target in
            Self.unescape(content, into: target)
        }
    }

    /// Passes the string at the position and checks its escapes; whether it holds any.
    mutating func skipString(_ expected: String) throws(JSONError) -> Bool {
        try expect(UInt8(ascii: "\""), expected)
        var escaped = false
        while true {
            skipPlain()
            switch peek {
            case UInt8(ascii: "\""):
                position += 1
                return escaped
            case UInt8(ascii: "\\"):
                escaped = true
                try skipEscape()
            case let byte?:
                throw JSONError(offset: position, problem: .control(byte))
            case nil:
                throw unexpected("a closing quotation mark")
            }
        }
    }

    /// Goes on to the next quotation mark, backslash or control character, eight bytes at a time.
    private mutating func skipPlain() {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let high: UInt64 = 0x8080_8080_8080_8080
        if let base = bytes.baseAddress {
            while position + 8 <= bytes.count {
                let word = UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self)
                let quote = word ^ (ones &* 0x22)
                let slash = word ^ (ones &* 0x5C)
                // The exact test for a byte below n, for n up to 128, is (x - n) & ~x & 0x80.
                let hit =
                    ((quote &- ones) & ~quote) | ((slash &- ones) & ~slash)
                    | ((word &- ones &* 0x20) & ~word)
                if hit & high != 0 { break }
                position += 8
            }
        }
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x22 || byte == 0x5C || byte < 0x20 { return }
            position += 1
        }
    }

    /// Passes the escape at the position, a surrogate pair as one.
    private mutating func skipEscape() throws(JSONError) {
        let start = position
        position += 1
        switch peek {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
            UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 1
        case UInt8(ascii: "u"):
            position += 1
            let unit = try skipUnit(start)
            if unit == 0 { sawNUL = true }
            guard unit & 0xF800 == 0xD800 else { return }
            let surrogate = JSONError(offset: start, problem: .surrogate)
            guard unit < 0xDC00, position + 2 <= bytes.count,
                bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
            else { throw surrogate }
            position += 2
            guard try skipUnit(start) & 0xFC00 == 0xDC00 else { throw surrogate }
        default:
            throw JSONError(offset: start, problem: .escape)
        }
    }

    /// Passes four hexadecimal digits.
    private mutating func skipUnit(_ start: Int) throws(JSONError) -> UInt32 {
        guard position + 4 <= bytes.count, let unit = Self.unit(bytes, position) else {
            throw JSONError(offset: start, problem: .escape)
        }
        position += 4
        return unit
    }

    /// The value of four hexadecimal digits, or `nil` where one is none.
    private static func unit(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt32? {
        var value: UInt32 = 0
        for i in start..<(start + 4) {
            let byte = bytes[i]
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x41 + 10
            case 0x61...0x66: digit = byte - 0x61 + 10
            default: return nil
            }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    /// Writes `content` with its escapes, which ``skipString(_:)`` has checked, resolved.
    private static func unescape(
        _ content: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var read = 0
        var written = 0
        while read < content.count {
            let rest = UnsafeBufferPointer(rebasing: content[read...])
            let plain = rest.firstByte(UInt8(ascii: "\\")) ?? rest.count
            _ = UnsafeMutableBufferPointer(rebasing: target[written...])
                .update(fromContentsOf: UnsafeBufferPointer(rebasing: rest[..<plain]))
            read += plain
            written += plain
            guard read + 1 < content.count else { break }
            if content[read + 1] == UInt8(ascii: "u") {
                let scalar = scalar(content, &read)
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    target[written] = byte
                    written += 1
                }
            } else {
                target[written] = simple(content[read + 1])
                written += 1
                read += 2
            }
        }
        return written
    }

    /// The scalar that `\uXXXX`, or two of them, stand for; passes them.
    private static func scalar(
        _ content: UnsafeBufferPointer<UInt8>, _ read: inout Int
    ) -> Unicode.Scalar {
        let replacement: Unicode.Scalar = "\u{FFFD}"
        guard read + 6 <= content.count, let first = unit(content, read + 2) else {
            read = content.count
            return replacement
        }
        read += 6
        guard first & 0xF800 == 0xD800 else { return Unicode.Scalar(first) ?? replacement }
        guard read + 6 <= content.count, let second = unit(content, read + 2) else {
            return replacement
        }
        read += 6
        return Unicode.Scalar(0x10000 + ((first & 0x3FF) << 10) + (second & 0x3FF)) ?? replacement
    }

    private static func simple(_ letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: letter
        }
    }
}
