/// Reads one JSON object from bytes that are valid UTF-8, keeping the order of its members and the
/// spelling of its numbers and nested values.
///
/// It accepts what RFC 8259 accepts, strictly, and Python's `NaN`, `Infinity` and `-Infinity` for `null`; and nests at most ``maximumDepth`` containers.
///
/// - Complexity: O(bytes); allocates only the strings it returns.
package struct JSONScanner {
    /// The number of containers that may stand inside each other.
    package static let maximumDepth = 128

    let bytes: UnsafeBufferPointer<UInt8>
    /// The next byte to read.
    package internal(set) var position = 0
    /// Whether a string held the escape `\u0000`.
    package internal(set) var sawNUL = false

    /// Scans `bytes`, which must outlive the scanner.
    package init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// The members of the object that the bytes hold, and nothing after it.
    package mutating func object() throws(JSONError) -> [Record.Column] {
        skipSpace()
        try expect(UInt8(ascii: "{"), "an object")
        var columns: [Record.Column] = []
        skipSpace()
        if peek == UInt8(ascii: "}") {
            position += 1
        } else {
            columns.reserveCapacity(8)
            repeat {
                skipSpace()
                let name = try string("a name in quotation marks")
                skipSpace()
                try expect(UInt8(ascii: ":"), "':'")
                skipSpace()
                columns.append(Record.Column(name: name, value: try value()))
                skipSpace()
            } while try another(before: UInt8(ascii: "}"))
        }
        skipSpace()
        guard position == bytes.count else { throw unexpected("nothing after the object") }
        return columns
    }

    /// The elements of the array that the bytes hold, and nothing after it.
    package mutating func array() throws(JSONError) -> [JSONValue] {
        skipSpace()
        try expect(UInt8(ascii: "["), "an array")
        var elements: [JSONValue] = []
        skipSpace()
        if peek == UInt8(ascii: "]") {
            position += 1
        } else {
            repeat {
                skipSpace()
                elements.append(try value())
                skipSpace()
            } while try another(before: UInt8(ascii: "]"))
        }
        skipSpace()
        guard position == bytes.count else { throw unexpected("nothing after the array") }
        return elements
    }

    /// The byte at the position, or `nil` at the end.
    var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    func unexpected(_ expected: String) -> JSONError {
        JSONError(offset: position, problem: .unexpected(peek, expected: expected))
    }

    mutating func expect(_ byte: UInt8, _ expected: String) throws(JSONError) {
        guard peek == byte else { throw unexpected(expected) }
        position += 1
    }

    mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            position += 1
        }
    }

    /// Passes a comma, or the end of a container; whether a comma was passed.
    mutating func another(before close: UInt8) throws(JSONError) -> Bool {
        let byte = peek
        guard byte == UInt8(ascii: ",") || byte == close else {
            throw unexpected("',' or '\(Character(Unicode.Scalar(close)))'")
        }
        position += 1
        return byte != close
    }
}

extension JSONScanner {
    /// The value at the position.
    private mutating func value() throws(JSONError) -> JSONValue {
        let start = position
        switch peek {
        case UInt8(ascii: "\""):
            return .string(try string("a string"))
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            // The record itself is the first level.
            try skipValue(depth: 2)
            return .nested(spelling(from: start))
        case UInt8(ascii: "t"):
            try skip("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try skip("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try skip("null")
            return .null
        case UInt8(ascii: "N"), UInt8(ascii: "I"):
            try skipNoNumber()
            return .null
        case UInt8(ascii: "-")
        where position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "I"):
            try skipNoNumber()
            return .null
        default:
            try skipNumber()
            return .number(spelling(from: start))
        }
    }

    private func spelling(from start: Int) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
    }

    /// Passes the value at the position, the `depth`-th container of the record if it is one.
    private mutating func skipValue(depth: Int) throws(JSONError) {
        switch peek {
        case UInt8(ascii: "\""): _ = try skipString("a string")
        case UInt8(ascii: "{"): try skipContainer(closedBy: UInt8(ascii: "}"), depth: depth)
        case UInt8(ascii: "["): try skipContainer(closedBy: UInt8(ascii: "]"), depth: depth)
        case UInt8(ascii: "t"): try skip("true")
        case UInt8(ascii: "f"): try skip("false")
        case UInt8(ascii: "n"): try skip("null")
        case UInt8(ascii: "N"), UInt8(ascii: "I"): try skipNoNumber()
        case UInt8(ascii: "-")
        where position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "I"):
            try skipNoNumber()
        default: try skipNumber()
        }
    }

    /// Passes what Python writes for a number that is none.
    private mutating func skipNoNumber() throws(JSONError) {
        if peek == UInt8(ascii: "N") { return try skip("NaN") }
        if peek == UInt8(ascii: "-") { position += 1 }
        try skip("Infinity")
    }

    private mutating func skipContainer(closedBy close: UInt8, depth: Int) throws(JSONError) {
        guard depth <= Self.maximumDepth else {
            throw JSONError(offset: position, problem: .depth(limit: Self.maximumDepth))
        }
        position += 1
        skipSpace()
        if peek == close {
            position += 1
            return
        }
        repeat {
            skipSpace()
            if close == UInt8(ascii: "}") {
                _ = try skipString("a name in quotation marks")
                skipSpace()
                try expect(UInt8(ascii: ":"), "':'")
                skipSpace()
            }
            try skipValue(depth: depth + 1)
            skipSpace()
        } while try another(before: close)
    }

    private mutating func skip(_ word: StaticString) throws(JSONError) {
        for i in 0..<word.utf8CodeUnitCount {
            guard peek == word.utf8Start[i] else { throw unexpected("'\(word)'") }
            position += 1
        }
    }

    private mutating func skipNumber() throws(JSONError) {
        if peek == UInt8(ascii: "-") { position += 1 }
        if peek == UInt8(ascii: "0") {
            position += 1
        } else {
            try skipDigits("a value")
        }
        if peek == UInt8(ascii: ".") {
            position += 1
            try skipDigits("a digit")
        }
        if let byte = peek, byte | 0x20 == UInt8(ascii: "e") {
            position += 1
            if let sign = peek, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
                position += 1
            }
            try skipDigits("a digit")
        }
    }

    private mutating func skipDigits(_ expected: String) throws(JSONError) {
        let start = position
        while let byte = peek, byte >= 0x30, byte <= 0x39 { position += 1 }
        guard position > start else { throw unexpected(expected) }
    }
}
