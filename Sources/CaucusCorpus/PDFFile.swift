/// A PDF, which `pdftotext` of Poppler reads: its paragraphs, and the articles among them where an archive exported it.
enum PDFFile {
    /// The program that reads it.
    static let tool = OutsideTool(name: "pdftotext", debian: "poppler-utils", brew: "poppler")

    /// The articles of the file at `path`; throws where it is none, or only pictures of pages.
    ///
    /// A damaged file gives what the program reads of it, and a fault that tells so.
    static func articles(
        path: String, input: Int32? = nil, with tool: OutsideTool = tool
    ) throws(UnreadableFile) -> [ReadArticle] {
        // A name that begins with a hyphen is no option.
        let path = path.hasPrefix("/") ? path : "./" + path
        let output = try tool.output(["-enc", "UTF-8", "-bbox-layout", path, "-"], input: input)
        let fault = fault(output.messages, of: tool)
        let pages = PDFText(PDFLayout.text(output.bytes))
        guard !pages.isEmpty else {
            if let fault { throw UnreadableFile(message: "found no text in the pdf; \(fault)") }
            throw UnreadableFile(
                message: "found no text in the pdf; expected letters, not pictures of pages, "
                    + "of which a program for optical character recognition makes letters")
        }
        var articles = ArticleSplitter.articles(in: pages.lines) ?? [ReadArticle(text: pages.lines)]
        for i in articles.indices { articles[i].text = pages.paragraphs(of: articles[i].text) }
        if let fault, !articles.isEmpty { articles[0].faults.append(fault) }
        return articles
    }

    /// What it calls an error and mends without a loss: a stream whose length is told wrong is read up to its end.
    private static let mended = ["Warning:", "incorrect stream length"]

    /// What the program's messages tell of a damaged file, or `nil`; its warnings are of files that it reads whole.
    private static func fault(_ messages: String, of tool: OutsideTool) -> String? {
        let line = messages.split(whereSeparator: \.isNewline).first { line in
            line.contains("Error") && !Self.mended.contains { line.contains($0) }
        }
        return line.map { "\(tool.name): \(OutsideTool.spelled($0)); parts may be missing" }
    }

    /// The articles of a PDF in memory, which is written to a file of its own for the time of reading.
    static func articles(
        in bytes: [UInt8], with tool: OutsideTool = tool
    ) throws(UnreadableFile) -> [ReadArticle] {
        let file = try TemporaryFile(bytes)
        return try withExtendedLifetime(file) { () throws(UnreadableFile) in
            try articles(path: file.path, input: file.descriptor, with: tool)
        }
    }
}
