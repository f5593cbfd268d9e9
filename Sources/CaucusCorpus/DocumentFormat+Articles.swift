extension DocumentFormat {
    /// The articles of a file whose bytes are no text as they stand; `path` is for messages.
    func articles(_ bytes: [UInt8], path: String) throws(UnreadableFile) -> [ReadArticle] {
        switch self {
        case .docx: return try WordFile.articles(.bytes(bytes))
        case .eml, .mhtml: return try MailMessage.articles(in: bytes)
        default: throw UnreadableFile(message: "is no \(rawValue)")
        }
    }
}
