/// How mail writes bytes and words that are not ASCII.
enum MIMECoding {
    /// The bytes of a body that was written as quoted-printable (RFC 2045); what is none stays as it is.
    static func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(body.count)
        var rest = body
        while let line = MIMEPart.line(&rest) {
            var end = line.endIndex
            // White space at a line's end was put there on the way.
            while end > line.startIndex, line[end - 1] == 0x20 || line[end - 1] == 0x09 { end -= 1 }
            var isSoft = false
            var i = line.startIndex
            while i < end {
                guard line[i] == 0x3D else {
                    result.append(line[i])
                    i += 1
                    continue
                }
                if i + 1 == end {
                    isSoft = true
                    i += 1
                } else if i + 2 < end, let high = hex(line[i + 1]), let low = hex(line[i + 2]) {
                    result.append(high << 4 | low)
                    i += 3
                } else {
                    result.append(line[i])
                    i += 1
                }
            }
            if !isSoft, !rest.isEmpty || body.last == 0x0A { result.append(0x0A) }
        }
        return result
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    /// The bytes of a body that was written as base64; bytes that mean nothing in it are left out.
    static func base64(_ body: some Sequence<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var (bits, count): (UInt32, Int) = (0, 0)
        for byte in body {
            let value: UInt8
            switch byte {
            case 0x41...0x5A: value = byte - 0x41
            case 0x61...0x7A: value = byte - 0x61 + 26
            case 0x30...0x39: value = byte - 0x30 + 52
            case 0x2B, 0x2D: value = 62
            case 0x2F, 0x5F: value = 63
            case 0x3D:
                // The rest of the last three; some programs go on after it.
                (bits, count) = (0, 0)
                continue
            default: continue
            }
            bits = (bits << 6 | UInt32(value)) & 0xFF_FFFF
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return result
    }

    /// The words of a field with its encoded words read (RFC 2047); those in an unknown encoding stay as they are.
    static func words(_ field: String) -> String {
        guard field.contains("=?") else { return field }
        var result = ""
        var rest = Substring(field)
        var followsWord = false
        while let start = rest.firstRange(of: "=?") {
            let before = rest[..<start.lowerBound]
            let parts = rest[start.upperBound...].split(
                separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
            guard parts.count == 4, parts[3].first == "=", parts[0].count < 64,
                let word = word(parts[0], parts[1], parts[2])
            else {
                result += before + "=?"
                rest = rest[start.upperBound...]
                followsWord = false
                continue
            }
            // White space between two encoded words is none.
            if !followsWord || !before.allSatisfy(\.isWhitespace) { result += before }
            result += word
            rest = parts[3].dropFirst()
            followsWord = true
        }
        return result + rest
    }

    private static func word(
        _ charset: Substring, _ coding: Substring, _ text: Substring
    ) -> String? {
        let name = charset.split(separator: "*").first ?? charset
        guard let encoding = TextEncoding(name: name), text.utf8.count < 4096 else { return nil }
        let bytes: [UInt8]
        switch coding.lowercased() {
        case "b": bytes = base64(text.utf8)
        case "q": bytes = quotedPrintable(Array(text.replacing("_", with: " ").utf8)[...] + [0x3D])
        default: return nil
        }
        let letters = bytes.withUnsafeBufferPointer { encoding.decoded($0) }
        let words = String(decoding: letters, as: UTF8.self)
        return String(words.map { $0.isNewline ? " " : $0 })
    }

    /// The paragraphs of a text whose soft line ends are marked by a space (RFC 3676); `isDeleted` where that space is no
    /// part of the text.
    static func flowed(_ text: String, isDeleted: Bool) -> String {
        var result = ""
        var depth: Int?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let quotes = line.prefix { $0 == ">" }.count
            var content = line.dropFirst(quotes)
            if content.first == " " { content = content.dropFirst() }
            if depth != quotes || content == "-- " {
                if !result.isEmpty { result += "\n" }
                result += String(repeating: ">", count: quotes) + (quotes > 0 ? " " : "")
            }
            let isSoft = content.last == " " && content != "-- "
            result += isSoft && isDeleted ? content.dropLast() : content
            depth = isSoft ? quotes : nil
        }
        return result
    }
}
