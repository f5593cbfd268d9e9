/// A Word file (.docx, ECMA-376): its paragraphs, and the articles among them where an archive exported it.
enum WordFile {
    /// How many bytes a part may unpack to.
    static let maximumPart = 1 << 28

    /// The articles of a file; throws where it is none or holds no text.
    ///
    /// - Complexity: O(unpacked bytes), which are at most `limit`.
    static func articles(
        _ source: ZipSource, limit: Int = maximumPart
    ) throws(UnreadableFile) -> [ReadArticle] {
        let archive = try OfficeFile.archive(source, "a Word file", "docx")
        // Some programs number their parts.
        let main =
            archive.entry("word/document.xml")
            ?? archive.entries.first {
                $0.name.hasPrefix("word/document") && $0.name.hasSuffix(".xml")
            }
        guard let main else {
            throw UnreadableFile(
                message: "found a zip without word/document.xml; expected a Word file (.docx)")
        }
        let reader = WordText()
        try XMLPart.read(
            ZipMember(archive.source, main, limit: limit), named: main.name, reader)
        guard !reader.text.isEmpty else {
            throw UnreadableFile(message: "found no text in the Word file; expected paragraphs")
        }
        let text = String(decoding: reader.text, as: UTF8.self)
        if let articles = ArticleSplitter.articles(in: text) { return articles }
        return [ReadArticle(text: text, title: try? OfficeFile.title(of: archive))]
    }
}
