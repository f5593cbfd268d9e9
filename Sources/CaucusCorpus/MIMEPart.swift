/// A message, or a part of one (RFC 5322, RFC 2045): its header and where its body is.
struct MIMEPart {
    /// The fields by their names in lower case; the first one of each.
    private(set) var header: [String: String] = [:]
    /// Where the header begins in the file.
    let start: Int
    /// The bytes of the body.
    let body: ArraySlice<UInt8>

    /// The fields that are kept of a header.
    private static let known: Set<String> = [
        "from", "to", "date", "subject", "sender", "message-id", "mime-version", "received",
        "content-type", "content-transfer-encoding", "content-disposition", "content-location",
        "content-id", "snapshot-content-location", "reply-to", "return-path",
    ]
    /// How many bytes of a field are read.
    private static let longestField = 8192

    /// Reads the header; the body begins after the first empty line.
    init(_ bytes: ArraySlice<UInt8>) {
        start = bytes.startIndex
        var rest = bytes
        var field: [UInt8] = []
        var found: [String: String] = [:]
        func close() {
            defer { field.removeAll(keepingCapacity: true) }
            guard let colon = field.firstIndex(of: 0x3A), colon < 64 else { return }
            let name = String(decoding: field[..<colon], as: UTF8.self).lowercased()
            guard Self.known.contains(name), found[name] == nil else { return }
            found[name] = Self.text(field[(colon + 1)...])
        }
        while let line = Self.line(&rest) {
            if line.isEmpty { break }
            if line.first == 0x20 || line.first == 0x09 {
                field += line.prefix(max(Self.longestField - field.count, 0))
            } else {
                close()
                field += line.prefix(Self.longestField)
            }
        }
        close()
        header = found
        body = rest
    }

    /// The next line without its end, or `nil` at the end.
    static func line(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard !rest.isEmpty else { return nil }
        let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
        var line = rest[..<end]
        rest = end < rest.endIndex ? rest[(end + 1)...] : rest[end...]
        if line.last == 0x0D { line.removeLast() }
        return line
    }

    /// The words of a field; bytes that are no UTF-8 are windows-1252.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let words =
            String(validating: bytes, as: UTF8.self)
            ?? bytes.withUnsafeBufferPointer {
                String(decoding: TextEncoding.windows1252.decoded($0), as: UTF8.self)
            }
        return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The type in lower case: `text/plain` where nothing else is said.
    var type: String {
        let value = header["content-type"]?.split(separator: ";").first ?? "text/plain"
        let type = value.filter { !$0.isWhitespace }.lowercased()
        return type.contains("/") ? type : "text/plain"
    }

    /// Whether the part is a file of its own.
    var isAttachment: Bool {
        header["content-disposition"]?.lowercased().hasPrefix("attachment") ?? false
    }

    /// A parameter of the type: `charset`, `boundary`, `format`.
    func parameter(_ name: String) -> String? {
        guard var rest = header["content-type"].map({ $0[...] }) else { return nil }
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[semicolon...].dropFirst().drop { $0.isWhitespace }
            guard let equals = rest.firstIndex(where: { $0 == "=" || $0 == ";" }) else {
                return nil
            }
            let key = rest[..<equals].filter { !$0.isWhitespace }.lowercased()
            guard rest[equals] == "=" else { continue }
            rest = rest[equals...].dropFirst().drop { $0.isWhitespace }
            let value: Substring
            if rest.first == "\"" {
                rest = rest.dropFirst()
                value = rest.prefix { $0 != "\"" }
                rest = rest.dropFirst(value.count)
            } else {
                value = rest.prefix { $0 != ";" && !$0.isWhitespace }
            }
            if key == name { return String(value) }
        }
        return nil
    }

    /// The parts of a multipart body, at most `limit`; empty where there are none.
    func parts(limit: Int) -> [MIMEPart] {
        guard let boundary = parameter("boundary"), !boundary.isEmpty else { return [] }
        let mark = Array("--\(boundary)".utf8)
        var parts: [MIMEPart] = []
        var rest = body
        var start: Int?
        while parts.count < limit {
            let begin = rest.startIndex
            guard let line = Self.line(&rest) else { break }
            guard line.starts(with: mark) else { continue }
            let after = line.dropFirst(mark.count)
            let isEnd = after.starts(with: [0x2D, 0x2D])
            // A boundary may begin with another one.
            guard isEnd || after.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { continue }
            if let start { parts.append(MIMEPart(body[start..<begin])) }
            start = isEnd ? nil : rest.startIndex
            if isEnd { return parts }
        }
        // A message that was cut ends inside its last part.
        if let start, parts.count < limit { parts.append(MIMEPart(body[start...])) }
        return parts
    }
}
