/// A JSON value that keeps the order of its members, so that the same report gives the same bytes.
indirect enum JSONValue {
    case null
    case string(String)
    case integer(Int)
    /// Written with at most six digits after the point; not a number is `null`.
    case number(Double)
    case boolean(Bool)
    case array([JSONValue])
    case object([(String, JSONValue)])

    static func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    static func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
    static func integer(_ value: Int?) -> JSONValue { value.map { .integer($0) } ?? .null }

    /// Indented by two spaces, with a last newline.
    var text: String {
        var out: [UInt8] = []
        write(to: &out, depth: 0)
        out.append(0x0A)
        return String(decoding: out, as: UTF8.self)
    }

    /// Without any white space.
    var compact: String {
        var out: [UInt8] = []
        write(to: &out, depth: -1)
        return String(decoding: out, as: UTF8.self)
    }

    /// Writes indented at `depth`, or without white space where that is negative.
    private func write(to out: inout [UInt8], depth: Int) {
        switch self {
        case .null: out += "null".utf8
        case .string(let value): Self.write(value, to: &out)
        case .integer(let value): out += String(value).utf8
        case .number(let value): out += (value.isFinite ? Numbers.table(value) : "null").utf8
        case .boolean(let value): out += (value ? "true" : "false").utf8
        case .array(let values):
            Self.list(values, "[", "]", to: &out, depth: depth) { value, out in
                value.write(to: &out, depth: depth < 0 ? depth : depth + 1)
            }
        case .object(let members):
            Self.list(members, "{", "}", to: &out, depth: depth) { member, out in
                Self.write(member.0, to: &out)
                out += (depth < 0 ? ":" : ": ").utf8
                member.1.write(to: &out, depth: depth < 0 ? depth : depth + 1)
            }
        }
    }

    private static func list<Element>(
        _ elements: [Element], _ open: String, _ close: String, to out: inout [UInt8], depth: Int,
        _ body: (Element, inout [UInt8]) -> Void
    ) {
        out += open.utf8
        for (i, element) in elements.enumerated() {
            if i > 0 { out.append(0x2C) }
            if depth >= 0 {
                out.append(0x0A)
                out.append(contentsOf: repeatElement(0x20, count: 2 * (depth + 1)))
            }
            body(element, &out)
        }
        if !elements.isEmpty, depth >= 0 {
            out.append(0x0A)
            out.append(contentsOf: repeatElement(0x20, count: 2 * depth))
        }
        out += close.utf8
    }

    /// Escapes what JSON asks for, and `<`, so that the text can stand inside a script element.
    private static func write(_ value: String, to out: inout [UInt8]) {
        let hex = Array("0123456789abcdef".utf8)
        out.append(0x22)
        for byte in value.utf8 {
            switch byte {
            case 0x22, 0x5C: out += [0x5C, byte]
            case 0x0A: out += "\\n".utf8
            case 0x0D: out += "\\r".utf8
            case 0x09: out += "\\t".utf8
            case 0..<0x20, 0x3C, 0x7F:
                out += "\\u00".utf8
                out += [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            default: out.append(byte)
            }
        }
        out.append(0x22)
    }
}
