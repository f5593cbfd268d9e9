import CaucusText

extension MailMessage {
    /// The text of a part, or `nil` where it has none.
    mutating func text(of part: MIMEPart, depth: Int) -> String? {
        guard depth < Self.maximumDepth else {
            tell("found parts nested deeper than \(Self.maximumDepth); expected a mail")
            return nil
        }
        let type = part.type
        if type.hasPrefix("multipart/") {
            let parts = part.parts(limit: partsLeft)
            partsLeft -= parts.count
            return text(of: parts, type, root: part.parameter("start"), depth: depth)
        }
        if type == "message/rfc822" { return text(of: MIMEPart(part.body), depth: depth + 1) }
        guard type == "text/plain" || type == "text/html", !part.isAttachment else { return nil }
        do {
            let text = try decoded(part)
            return type == "text/html" ? try pageText(text) : plainText(text, part)
        } catch {
            tell(error.message)
            return nil
        }
    }

    private mutating func text(
        of parts: [MIMEPart], _ type: String, root: String?, depth: Int
    ) -> String? {
        switch type {
        case "multipart/alternative":
            // Plain text, whatever the page, the last one, looks like; but some mails have a line there that only asks
            // for a program that shows the page.
            let plain = firstText(of: parts.filter { $0.type == "text/plain" }, depth: depth)
            let page = firstText(
                of: parts.filter { $0.type != "text/plain" }.reversed(), depth: depth)
            guard let plain, let page else { return plain ?? page }
            return Self.letters(page) > 3 * Self.letters(plain) ? page : plain
        case "multipart/digest":
            // A part that says no type is a message, which some programs write without the part's empty header.
            let isMessage = { (part: MIMEPart) in
                part.type == "message/rfc822" || part.header["content-type"] == nil
            }
            for part in parts where isMessage(part) {
                let isBare = part.header["content-type"] == nil && part.header["from"] != nil
                digest.append((isBare ? part : MIMEPart(part.body), depth + 1))
            }
            return joinedText(of: parts.filter { !isMessage($0) }, depth: depth)
        case "multipart/related", "multipart/signed":
            let named = root.flatMap { root in parts.first { $0.header["content-id"] == root } }
            let first = type == "multipart/related" ? parts.first { $0.type == "text/html" } : nil
            return (named ?? first ?? parts.first).flatMap { text(of: $0, depth: depth + 1) }
        default:
            let own = parts.filter { $0.type != "message/rfc822" }
            if let text = joinedText(of: own, depth: depth) { return text }
            // A mail that only passes another one on, or several.
            let messages = parts.filter { $0.type == "message/rfc822" }
            guard messages.count > 1 else { return firstText(of: messages, depth: depth) }
            digest += messages.map { (MIMEPart($0.body), depth + 1) }
            return nil
        }
    }

    /// The texts of parts that have one, or `nil` where none has.
    private mutating func joinedText(of parts: [MIMEPart], depth: Int) -> String? {
        let texts = parts.compactMap { text(of: $0, depth: depth + 1) }.filter { !$0.isBlank }
        return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
    }

    /// The text of the first part that has one.
    private mutating func firstText(of parts: [MIMEPart], depth: Int) -> String? {
        for part in parts {
            if let text = text(of: part, depth: depth + 1), !text.isBlank { return text }
        }
        return nil
    }

    private static func letters(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.properties.isAlphabetic ? 1 : 0) }
    }

    /// The letters of a part in UTF-8.
    private func decoded(_ part: MIMEPart) throws(UnreadableFile) -> String {
        let coding = part.header["content-transfer-encoding"]?.lowercased() ?? "7bit"
        let bytes: [UInt8]
        switch coding.filter({ !$0.isWhitespace }) {
        case "quoted-printable": bytes = MIMECoding.quotedPrintable(part.body)
        case "base64": bytes = MIMECoding.base64(part.body)
        case "7bit", "8bit", "binary", "": bytes = Array(part.body)
        default:
            throw UnreadableFile(
                message:
                    "found a part written as \(coding.prefix(40)); expected quoted-printable or base64"
            )
        }
        let charset = part.parameter("charset")
        guard let encoding = TextEncoding(name: charset ?? "utf-8") else {
            throw UnreadableFile(
                message: "found a part in \(charset?.prefix(40).lowercased() ?? ""); "
                    + "expected \(TextEncoding.expected)")
        }
        let letters = bytes.withUnsafeBufferPointer { bytes in
            // Programs declare ASCII or Latin letters out of habit; what is UTF-8 is so by no chance.
            let isLatin = encoding == .windows1252 || encoding == .latin9
            let isUTF8 = isLatin && bytes.contains { $0 >= 0x80 } && bytes.firstInvalidUTF8 == nil
            return (isUTF8 ? .utf8 : encoding).decoded(bytes)
        }
        guard let text = String(validating: letters, as: UTF8.self) else {
            let place = letters.withUnsafeBufferPointer { $0.firstInvalidUTF8 } ?? 0
            throw UnreadableFile(
                message: "found a byte that is no \(charset == nil ? "ASCII or UTF-8" : "UTF-8") "
                    + "\(place) bytes into a part; expected its charset to be declared")
        }
        return text.replacing("\r\n", with: "\n")
    }

    private mutating func pageText(_ text: String) throws(UnreadableFile) -> String? {
        var text = text
        let page = text.withUTF8 { HTMLPage($0) }
        if let excess = page.excess { throw UnreadableFile(message: excess.message) }
        if self.page == nil { self.page = page }
        return page.text
    }

    private func plainText(_ text: String, _ part: MIMEPart) -> String {
        var text = text
        if part.parameter("format")?.lowercased() == "flowed" {
            text = MIMECoding.flowed(
                text, isDeleted: part.parameter("delsp")?.lowercased() == "yes")
        }
        let end = text.lastIndex { !$0.isWhitespace }
        let start = text.firstIndex { !$0.isNewline } ?? text.startIndex
        return end.map { start <= $0 ? String(text[start...$0]) : "" } ?? ""
    }
}
