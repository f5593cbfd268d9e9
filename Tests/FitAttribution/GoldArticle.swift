import Foundation

/// An annotated article: a line of the file, whose offsets count code points of its text.
struct GoldArticle: Decodable {
    /// An annotated quotation.
    struct Quote: Decodable {
        var start: Int
        var end: Int
        /// The words that name the speaker (“she”), or `nil`.
        var speaker: String?
        var speakerStart: Int?
        var speakerEnd: Int?

        enum CodingKeys: String, CodingKey {
            case start, end, speaker
            case speakerStart = "speaker_start"
            case speakerEnd = "speaker_end"
        }

        /// Where the words that name the speaker stand, or `nil`.
        var source: Range<Int>? {
            guard let speakerStart, let speakerEnd, speakerStart < speakerEnd else { return nil }
            return speakerStart..<speakerEnd
        }
    }

    var id: String
    var text: String
    var quotes: [Quote]

    /// The articles of the file at `path`, a line each.
    static func articles(at path: String) throws -> [GoldArticle] {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw Failure.missing(path: path)
        }
        let decoder = JSONDecoder()
        var articles: [GoldArticle] = []
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (i, line) in lines.enumerated() where !line.isEmpty {
            func failure(_ reason: String) -> Failure {
                .badArticle(path: path, line: i + 1, reason: reason)
            }
            guard let article = try? decoder.decode(GoldArticle.self, from: Data(line)) else {
                throw failure("expected an object with id, text and quotes")
            }
            let count = article.text.unicodeScalars.count
            for quote in article.quotes where !(0...count ~= quote.start && quote.end <= count) {
                throw failure(
                    "a quotation from \(quote.start) to \(quote.end) in \(count) code points")
            }
            articles.append(article)
        }
        return articles
    }
}
