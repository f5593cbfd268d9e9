import CaucusQuotes
import CaucusText
import Foundation
import Testing

/// The reference article of `../shared`, where it is.
struct SeedTests {
    private struct Gold: Decodable {
        struct Quote: Decodable {
            var start: Int
            var end: Int
            var reference: String?
        }
        var text: String
        var quotes: [Quote]
    }

    private static let path = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/data/seed/gold.jsonl").standardizedFileURL

    @Test(.enabled(if: FileManager.default.fileExists(atPath: path.path), "needs ../shared"))
    func theSeedArticleIsReadLikeItsGold() throws {
        let gold = try JSONDecoder().decode(Gold.self, from: Data(contentsOf: Self.path))
        let extraction = Heard.extraction(gold.text)
        let points = CodePoints(gold.text)
        let found = extraction.quotations.filter { $0.parent == nil }
        #expect(found.count == gold.quotes.count)
        for (quotation, wanted) in zip(found, gold.quotes) {
            let span = points.codePoints(quotation.content)
            // The gold of indirect speech keeps no stop; neither do we.
            #expect(span == Span(wanted.start, wanted.end) || span.end + 1 == wanted.end)
            #expect(quotation.speaker?.name == wanted.reference)
        }
        let miljan = extraction.entities.first { $0.name == "Lydia Miljan" }
        #expect(miljan?.role?.contains("University of Windsor") == true)
        #expect(extraction.rejected.contains { gold.text[$0.span] == "secret" })
    }
}
