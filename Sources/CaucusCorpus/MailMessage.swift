import CaucusText

/// A mail (.eml) or a page saved as one (.mhtml): the articles it is.
///
/// Read are the plain text, else the web page of a message, also in parts of parts, and the messages of a digest or of a
/// mail box, each an article of its own; attached files are not.
struct MailMessage {
    /// How deep parts may be nested, and how many a message may have.
    static let maximumDepth = 16
    static let maximumParts = 1000
    /// How many faults are told of one message.
    private static let mostProblems = 16

    /// The articles of one message, and where it begins.
    typealias Found = (start: Int, articles: [ReadArticle])

    let message: MIMEPart
    /// How many parts are around the message.
    private let depth: Int
    /// How many parts may still be looked at.
    var partsLeft: Int
    /// What parts that cannot be read were refused for.
    private var problems: [String] = []
    /// The first web page of the message.
    var page: HTMLPage?
    /// The messages that are articles of their own, each with how many parts are around it.
    var digest: [(message: MIMEPart, depth: Int)] = []

    /// The articles of the file: one, those that an archive sent in one mail, or those of several messages.
    ///
    /// - Complexity: O(bytes · depth).
    static func articles(in bytes: [UInt8]) throws(UnreadableFile) -> [ReadArticle] {
        let messages = MailBox.messages(in: bytes)
        var found: [Found] = []
        var problems: [String] = []
        for message in messages {
            do throws(UnreadableFile) {
                var reader = try MailMessage(MIMEPart(message))
                found += try reader.found()
            } catch {
                guard messages.count > 1 else { throw error }
                if problems.count < mostProblems { problems.append(error.message) }
            }
        }
        guard !found.isEmpty else {
            throw UnreadableFile(message: problems.first ?? "found no mail")
        }
        var articles = found.count == 1 ? found[0].articles : MailBox.numbered(found, in: bytes)
        if !articles.isEmpty { articles[0].faults += problems }
        return articles
    }

    private init(
        _ message: MIMEPart, depth: Int = 0, partsLeft: Int = maximumParts
    ) throws(UnreadableFile) {
        (self.message, self.depth, self.partsLeft) = (message, depth, partsLeft)
        guard message.header.count > 1 else {
            throw UnreadableFile(
                message: "found no header of a mail; expected lines as From: …, Date: …, Subject: …"
            )
        }
    }

    /// The articles of the message itself, and of those of its digests.
    private mutating func found() throws(UnreadableFile) -> [Found] {
        let own = text(of: message, depth: depth).flatMap { $0.isBlank ? nil : $0 }
        var found: [Found] = []
        if let own { found.append((message.start, articles(own))) }
        for (part, depth) in digest {
            do throws(UnreadableFile) {
                var reader = try MailMessage(part, depth: depth, partsLeft: partsLeft)
                defer { partsLeft = reader.partsLeft }
                found += try reader.found()
            } catch {
                tell(error.message)
            }
        }
        guard !found.isEmpty else {
            throw UnreadableFile(
                message: problems.first
                    ?? "found no text in the mail; expected a part of text or a page")
        }
        if !found[0].articles.isEmpty { found[0].articles[0].faults += problems }
        return found
    }

    /// Keeps what a part was refused for.
    mutating func tell(_ problem: String) {
        if problems.count < Self.mostProblems, !problems.contains(problem) {
            problems.append(problem)
        }
    }

    /// The article whose text is `found`, or those in it.
    private func articles(_ found: String) -> [ReadArticle] {
        let url = message.header["snapshot-content-location"]
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
}
