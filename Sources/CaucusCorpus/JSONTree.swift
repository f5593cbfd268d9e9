/// A JSON value with all that it holds; its members keep their order.
package enum JSONTree: Sendable, Hashable {
    case null
    case bool(Bool)
    /// A number as it is spelled.
    case number(String)
    case string(String)
    case array([JSONTree])
    case object([Member])

    /// One member of an object.
    package struct Member: Sendable, Hashable {
        package var name: String
        package var value: JSONTree

        /// Creates a member.
        package init(name: String, value: JSONTree) {
            self.name = name
            self.value = value
        }
    }

    /// The value that a record's column holds; `.null` where its nested JSON cannot be read.
    package init(_ value: JSONValue) {
        switch value {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .number(let spelling): self = .number(spelling)
        case .string(let text): self = .string(text)
        case .nested(let spelling): self = JSONTree(json: spelling) ?? .null
        }
    }

    /// The value that `json` spells, or `nil` where it spells none.
    package init?(json: String) {
        var json = json
        let tree = json.withUTF8 { bytes -> JSONTree? in
            var scanner = JSONScanner(bytes)
            return try? scanner.tree()
        }
        guard let tree else { return nil }
        self = tree
    }

    /// The first member called `name`, or `nil`.
    package subscript(_ name: String) -> JSONTree? {
        members.first { $0.name == name }?.value
    }

    /// The members of an object; none of anything else.
    package var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    /// The elements of an array; none of anything else.
    package var elements: [JSONTree] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// A string or a number as text; `nil` of anything else and of nothing but white space.
    package var text: String? {
        switch self {
        case .string(let text): text.isBlank ? nil : text
        case .number(let spelling): spelling
        case .bool(let value): value ? "true" : "false"
        case .null, .array, .object: nil
        }
    }

    /// What kind of value it is, for messages.
    package var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a truth value"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }

    /// The value at the end of a path of names, and of places in arrays; `nil` where it leads nowhere.
    func value(at path: some Collection<Substring>) -> JSONTree? {
        guard let first = path.first else { return self }
        let rest = path.dropFirst()
        if case .array(let elements) = self {
            guard let i = Int(first), elements.indices.contains(i) else { return nil }
            return elements[i].value(at: rest)
        }
        return self[String(first)]?.value(at: rest)
    }
}

extension JSONScanner {
    /// The value that the bytes hold, and nothing after it.
    fileprivate mutating func tree() throws(JSONError) -> JSONTree {
        skipSpace()
        let tree = try tree(depth: 1)
        skipSpace()
        guard position == bytes.count else { throw unexpected("nothing after the value") }
        return tree
    }

    private mutating func tree(depth: Int) throws(JSONError) -> JSONTree {
        switch peek {
        case UInt8(ascii: "\""): return .string(try string("a string"))
        case UInt8(ascii: "{"):
            var members: [JSONTree.Member] = []
            try eachElement(closedBy: UInt8(ascii: "}"), depth) { scanner throws(JSONError) in
                let name = try scanner.string("a name in quotation marks")
                scanner.skipSpace()
                try scanner.expect(UInt8(ascii: ":"), "':'")
                scanner.skipSpace()
                members.append(
                    JSONTree.Member(name: name, value: try scanner.tree(depth: depth + 1)))
            }
            return .object(members)
        case UInt8(ascii: "["):
            var elements: [JSONTree] = []
            try eachElement(closedBy: UInt8(ascii: "]"), depth) { scanner throws(JSONError) in
                elements.append(try scanner.tree(depth: depth + 1))
            }
            return .array(elements)
        default: return try word()
        }
    }

    /// Passes a container, and calls `read` at each of its elements.
    private mutating func eachElement(
        closedBy close: UInt8, _ depth: Int,
        _ read: (inout JSONScanner) throws(JSONError) -> Void
    ) throws(JSONError) {
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
            try read(&self)
            skipSpace()
        } while try another(before: close)
    }

    /// A number or a word; what is none of JSON's words, as Python's `NaN`, is `null`.
    private mutating func word() throws(JSONError) -> JSONTree {
        let start = position
        while let byte = peek, Self.isOfWord(byte) { position += 1 }
        guard position > start else { throw unexpected("a value") }
        let spelling = String(
            decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
        switch spelling {
        case "true": return .bool(true)
        case "false": return .bool(false)
        default:
            guard let number = Double(spelling), number.isFinite else { return .null }
            return .number(spelling)
        }
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }
}
