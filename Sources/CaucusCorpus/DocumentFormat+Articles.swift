extension DocumentFormat {
    /// The articles of a file whose bytes are no text as they stand; none where its records are no articles.
    func articles(in bytes: [UInt8]) throws(UnreadableFile) -> [ReadArticle] {
        switch self {
        case .docx: try WordFile.articles(.bytes(bytes))
        case .eml, .mhtml: try MailMessage.articles(in: bytes)
        case .rtf: try RichText.articles(in: bytes)
        case .pdf: try PDFFile.articles(in: bytes)
        default: []
        }
    }
}
