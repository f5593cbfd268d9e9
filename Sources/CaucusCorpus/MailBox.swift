/// The messages of a mail box in one file (mbox), each behind a line that begins with `From ` after an empty one.
enum MailBox {
    /// The messages of a file: one where it is no mail box.
    ///
    /// Such a line may also be words of a message: what begins a message has fields of a header behind it.
    ///
    /// - Complexity: O(bytes).
    static func messages(in bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var rest = unmarked(bytes[...])
        guard rest.starts(with: mark) else { return [rest] }
        var messages: [ArraySlice<UInt8>] = []
        _ = MIMEPart.line(&rest)
        rest = unmarked(rest)
        var start = rest.startIndex
        var isAfterEmpty = false
        while true {
            let begin = rest.startIndex
            guard let line = MIMEPart.line(&rest) else { break }
            if isAfterEmpty, line.starts(with: mark), MIMEPart(rest).header.count > 1 {
                messages.append(bytes[start..<begin])
                start = rest.startIndex
            }
            isAfterEmpty = line.isEmpty
        }
        return messages + [bytes[start...]]
    }

    private static let mark = Array("From ".utf8)

    private static func unmarked(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    }

    /// The articles of several messages in their order, each with a line of the file `bytes` of its own.
    static func numbered(_ found: [MailMessage.Found], in bytes: [UInt8]) -> [ReadArticle] {
        var articles: [ReadArticle] = []
        var (place, line, last) = (0, 1, 0)
        for (start, some) in found.sorted(by: { $0.start < $1.start }) {
            while place < start, place < bytes.count {
                if bytes[place] == 0x0A { line += 1 }
                place += 1
            }
            for var article in some {
                // Packed letters may have more lines than the file.
                last = max(last + 1, line + (article.line ?? 1) - 1)
                article.line = last
                articles.append(article)
            }
        }
        return articles
    }
}
