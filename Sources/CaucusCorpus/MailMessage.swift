import CaucusText

/// A mail (.eml) or a page saved as one (.mhtml): the article it is.
///
/// Read are the plain text, else the web page of a message, also in parts of parts; attached files are not.
struct MailMessage {
    /// How deep parts may be nested, and how many a message may have.
    static let maximumDepth = 16
    static let maximumParts = 1000

    private let message: MIMEPart
    /// How many parts may still be looked at.
    private var partsLeft = maximumParts
    /// What a part that cannot be read was refused for.
    private var problem: UnreadableFile?
    private var page: HTMLPage?

    /// The articles of the file: one, or those that an archive sent in one mail.
    ///
    /// - Complexity: O(bytes · depth).
    static func articles(in bytes: [UInt8]) throws(UnreadableFile) -> [ReadArticle] {
        var message = try MailMessage(bytes)
        return try message.articles()
    }

    private init(_ bytes: [UInt8]) throws(UnreadableFile) {
        var bytes = bytes[...]
        // Mail boxes begin each message with a line of their own.
        if bytes.starts(with: "From ".utf8) { _ = MIMEPart.line(&bytes) }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        message = MIMEPart(bytes)
        guard message.header.count > 1 else {
            throw UnreadableFile(
                message: "found no header of a mail; expected lines as From: …, Date: …, Subject: …"
            )
        }
    }

    private mutating func articles() throws(UnreadableFile) -> [ReadArticle] {
        let url = message.header["snapshot-content-location"]
        let found = text(of: message, depth: 0)
        guard let found, found.contains(where: { !$0.isWhitespace }) else {
            throw problem
                ?? UnreadableFile(
                    message: "found no text in the mail; expected a part of text or a page")
        }
        let subject = message.header["subject"].map(MIMECoding.words)
        var article = ReadArticle(text: found, title: subject)
        let isPage = url != nil || isSavedPage
        if isPage, let page {
            // The date of the file is that of saving it.
            article.url = url ?? page.url ?? pageLocation
            article.title = page.title ?? subject
            article.source = page.source ?? article.url.flatMap(GivenRecord.host)
            article.published = page.published
            article.add("saved", message.header["date"] ?? "")
            return [article]
        }
        article.source = message.header["from"].flatMap(Self.sender)
        article.published = message.header["date"]
        article.add("from", message.header["from"].map(MIMECoding.words) ?? "")
        guard var split = ArticleSplitter.articles(in: found) else { return [article] }
        if split.count == 1 {
            split[0].title = split[0].title ?? article.title
            split[0].source = split[0].source ?? article.source
            split[0].published = split[0].published ?? article.published
        }
        return split
    }

    /// Whether the message is a page that a browser saved: a page with its pictures, from nobody.
    private var isSavedPage: Bool {
        guard message.type == "multipart/related" else { return false }
        let from = message.header["from"]?.lowercased() ?? ""
        return from.isEmpty || from.contains("saved by")
            || message.header["to"] == nil && pageLocation != nil
    }

    /// Where the first part says that it was.
    private var pageLocation: String? {
        message.parts(limit: 1).first?.header["content-location"].flatMap {
            $0.hasPrefix("http") ? $0 : nil
        }
    }

    /// The name in a `From` field, else the domain of its address.
    static func sender(_ field: String) -> String? {
        let text = MIMECoding.words(field)
        var name = text
        var address = text
        if let open = text.lastIndex(of: "<") {
            name = String(text[..<open])
            address = String(text[open...].dropFirst().prefix { $0 != ">" })
        } else if let open = text.firstIndex(of: "("), text.hasSuffix(")") {
            name = String(text[open...].dropFirst().dropLast())
            address = String(text[..<open])
        } else {
            name = text.contains("@") ? "" : text
        }
        let words = name.filter { $0 != "\"" && $0 != "\\" }.split(whereSeparator: \.isWhitespace)
        if !words.isEmpty { return words.joined(separator: " ") }
        guard let at = address.lastIndex(of: "@") else { return nil }
        let domain = address[at...].dropFirst().prefix {
            !$0.isWhitespace && $0 != ">" && $0 != ","
        }
        return domain.isEmpty ? nil : String(domain)
    }

    // MARK: parts

    /// The text of a part, or `nil` where it has none.
    private mutating func text(of part: MIMEPart, depth: Int) -> String? {
        guard depth < Self.maximumDepth else {
            problem = UnreadableFile(
                message: "found parts nested deeper than \(Self.maximumDepth); expected a mail")
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
            problem = problem ?? error
            return nil
        }
    }

    private mutating func text(
        of parts: [MIMEPart], _ type: String, root: String?, depth: Int
    ) -> String? {
        func isFilled(_ text: String) -> Bool { text.contains { !$0.isWhitespace } }
        switch type {
        case "multipart/alternative":
            // Plain text first, whatever it is in; then the page, which is the last.
            let plain = parts.filter { $0.type == "text/plain" }
            let others = parts.filter { $0.type != "text/plain" }
            for part in plain + others.reversed() {
                if let text = text(of: part, depth: depth + 1), isFilled(text) { return text }
            }
            return nil
        case "multipart/related", "multipart/signed":
            let named = root.flatMap { root in parts.first { $0.header["content-id"] == root } }
            let first = type == "multipart/related" ? parts.first { $0.type == "text/html" } : nil
            return (named ?? first ?? parts.first).flatMap { text(of: $0, depth: depth + 1) }
        default:
            let own = parts.filter { $0.type != "message/rfc822" }
            let texts = own.compactMap { text(of: $0, depth: depth + 1) }.filter(isFilled)
            if !texts.isEmpty { return texts.joined(separator: "\n\n") }
            // A mail that only passes another one on.
            let messages = parts.filter { $0.type == "message/rfc822" }
            for part in messages {
                if let text = text(of: part, depth: depth + 1), isFilled(text) { return text }
            }
            return nil
        }
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
        let letters = bytes.withUnsafeBufferPointer { encoding.decoded($0) }
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
        guard !page.isTooDeep else {
            throw UnreadableFile(
                message:
                    "found elements nested deeper than \(HTMLOutline.maximumDepth); expected a page"
            )
        }
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
