#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A PDF, which `pdftotext` of Poppler reads: its paragraphs, and the articles among them where an archive exported it.
enum PDFFile {
    /// The program that reads it.
    static let tool = OutsideTool(name: "pdftotext", debian: "poppler-utils", brew: "poppler")

    /// The articles of the file at `path`; throws where it is none, or only pictures of pages.
    static func articles(path: String, with tool: OutsideTool = tool) throws(UnreadableFile)
        -> [ReadArticle]
    {
        // A name that begins with a hyphen is no option.
        let path = path.hasPrefix("/") ? path : "./" + path
        let bytes = try tool.output(["-q", "-enc", "UTF-8", "-bbox-layout", path, "-"])
        let pages = PDFText(PDFLayout.text(bytes))
        guard !pages.isEmpty else {
            throw UnreadableFile(
                message: "found no text in the pdf; expected letters, not pictures of pages, "
                    + "of which a program for optical character recognition makes letters")
        }
        guard var articles = ArticleSplitter.articles(in: pages.lines) else {
            return [ReadArticle(text: pages.paragraphs(of: pages.lines))]
        }
        for i in articles.indices { articles[i].text = pages.paragraphs(of: articles[i].text) }
        return articles
    }

    /// The articles of a PDF in memory, which is written to a file of its own for the time of reading.
    static func articles(
        in bytes: [UInt8], with tool: OutsideTool = tool
    ) throws(UnreadableFile) -> [ReadArticle] {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(folder)/caucus-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        let path = String(
            decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard descriptor >= 0 else {
            throw UnreadableFile(message: "cannot write to \(folder): \(ByteInput.reason(errno))")
        }
        defer {
            close(descriptor)
            unlink(path)
        }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw UnreadableFile(
                    message: "cannot write to \(folder): \(ByteInput.reason(errno))")
            }
            written += count
        }
        return try articles(path: path, with: tool)
    }
}
