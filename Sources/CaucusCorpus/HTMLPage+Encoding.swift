extension HTMLPage {
    /// The bytes that are looked at for a declaration.
    static let declarationBytes = 4096

    /// The encoding that a page declares near its start, as it names it; `nil` where it declares none.
    ///
    /// `<meta charset>`, `<meta http-equiv="Content-Type">` and the XML declaration count, the first of them, as browsers
    /// find it: what stands in comments or in the attributes of other elements does not. A declaration that can be
    /// read byte by byte is not in UTF-16, whatever it says, and means UTF-8.
    static func declaredEncoding(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var scan = DeclarationScan(bytes: bytes.prefix(declarationBytes).map { $0 })
        guard let name = scan.encoding() else { return nil }
        return name.lowercased().hasPrefix("utf-16") ? "utf-8" : name
    }
}

/// Looks for the declaration of an encoding, as the HTML standard has it (“prescan a byte stream”).
private struct DeclarationScan {
    let bytes: [UInt8]
    var i = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func encoding() -> String? {
        if let name = xmlDeclaration() { return name }
        while i < bytes.count {
            guard let open = bytes[i...].firstIndex(of: UInt8(ascii: "<")) else { return nil }
            i = open + 1
            if starts(with: "!--") {
                // `<!-->` is a whole comment.
                i += 1
                guard let end = end(of: "-->") else { return nil }
                i = end
            } else if starts(with: "meta"), i + 4 < bytes.count,
                isSpace(bytes[i + 4]) || bytes[i + 4] == 0x2F
            {
                i += 4
                if let name = meta() { return name }
            } else if let byte = bytes.dropFirst(i).first, isLetter(byte) || byte == 0x2F {
                // Attributes are passed one by one: a “>” may stand in their values.
                while let byte = bytes.dropFirst(i).first, !isSpace(byte), byte != UInt8(ascii: ">")
                { i += 1 }
                while attribute() != nil {}
            } else if let byte = bytes.dropFirst(i).first,
                byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
            {
                guard let end = end(of: ">") else { return nil }
                i = end
            }
        }
        return nil
    }

    /// The encoding of `<?xml version="1.0" encoding="…"?>` at the very start.
    private func xmlDeclaration() -> String? {
        guard bytes.starts(with: Array("<?xml".utf8)),
            let end = bytes.firstIndex(of: UInt8(ascii: ">"))
        else { return nil }
        var scan = DeclarationScan(bytes: Array(bytes[..<end]))
        scan.i = 5
        while let (name, value) = scan.attribute() {
            if name == "encoding", !value.isEmpty { return value }
        }
        return nil
    }

    /// The encoding that a `meta` element tells, whose attributes come next.
    private mutating func meta() -> String? {
        var isContentType = false
        var charset: String?
        var content: String?
        while let (name, value) = attribute() {
            switch name {
            case "http-equiv": isContentType = value.lowercased() == "content-type"
            case "charset": charset = charset ?? (value.isEmpty ? nil : value)
            case "content": content = content ?? Self.charset(in: value)
            default: break
            }
        }
        return charset ?? (isContentType ? content : nil)
    }

    /// `windows-1252` of `text/html; charset=windows-1252`.
    private static func charset(in content: String) -> String? {
        let text = Array(content.utf8)
        let lower = Array(content.lowercased().utf8)
        let word = Array("charset".utf8)
        guard text.count == lower.count else { return nil }
        var start = 0
        while start + word.count <= lower.count {
            defer { start += 1 }
            guard lower[start...].starts(with: word) else { continue }
            let rest = text[(start + word.count)...].drop { $0 <= 0x20 }
            guard rest.first == UInt8(ascii: "=") else { continue }
            let value = rest.dropFirst().drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }
            let name = value.prefix {
                $0 > 0x20 && $0 != UInt8(ascii: ";") && $0 != 0x22 && $0 != 0x27
            }
            return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
        }
        return nil
    }

    /// The next attribute of the tag, its name in small letters; `nil` at the end of the tag, which is passed.
    private mutating func attribute() -> (name: String, value: String)? {
        while i < bytes.count,
            isSpace(bytes[i]) || bytes[i] == 0x2F || bytes[i] == UInt8(ascii: "?")
        { i += 1 }
        guard i < bytes.count, bytes[i] != UInt8(ascii: ">") else {
            i += 1
            return nil
        }
        let start = i
        i += 1
        while i < bytes.count, !isSpace(bytes[i]), bytes[i] != 0x2F, bytes[i] != UInt8(ascii: ">"),
            bytes[i] != UInt8(ascii: "=")
        { i += 1 }
        let name = String(decoding: bytes[start..<i], as: UTF8.self).lowercased()
        while i < bytes.count, isSpace(bytes[i]) { i += 1 }
        guard i < bytes.count, bytes[i] == UInt8(ascii: "=") else { return (name, "") }
        i += 1
        while i < bytes.count, isSpace(bytes[i]) { i += 1 }
        guard i < bytes.count else { return (name, "") }
        let quote = bytes[i]
        let isQuoted = quote == 0x22 || quote == 0x27
        if isQuoted { i += 1 }
        let first = i
        while i < bytes.count,
            isQuoted ? bytes[i] != quote : !isSpace(bytes[i]) && bytes[i] != UInt8(ascii: ">")
        { i += 1 }
        let value = String(decoding: bytes[first..<i], as: UTF8.self)
        if isQuoted { i += 1 }
        return (name, value.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    private func starts(with word: StaticString) -> Bool {
        word.withUTF8Buffer { word in
            i + word.count <= bytes.count
                && word.indices.allSatisfy { bytes[i + $0] | 0x20 == word[$0] | 0x20 }
        }
    }

    /// One past the next `mark`.
    private func end(of mark: StaticString) -> Int? {
        mark.withUTF8Buffer { mark in
            var k = i
            while k + mark.count <= bytes.count {
                if bytes[k...].starts(with: mark) { return k + mark.count }
                k += 1
            }
            return nil
        }
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }
    private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}
