import CaucusLanguage
import CaucusText
import Testing

@testable import CaucusQuotes

/// Issue 14: quotations and speakers by words that a user adds.
struct UserWordsTests {
    private let document = Document(
        id: "a",
        text: """
            Hugh Lindgren yammered that the bridge was late.

            The harbor portreeve Mira Stone came too. The portreeve Stone said it was early.
            """)

    private func extractor(_ text: String) throws -> QuotationExtractor {
        QuotationExtractor(words: try WordLists(adding: [("mine.txt", Array(text.utf8))]))
    }

    @Test func aReportingVerbIsFoundWithItsFileAlone() throws {
        let mine = try extractor("[say]\nyammer\n[title]\nportreeve\n")
        let found = mine.extraction(of: document).quotations
        #expect(found.map { document.text[$0.content] } == ["the bridge was late", "it was early"])
        #expect(found.first?.speaker?.name == "Hugh Lindgren")
        #expect(found.last?.speaker?.role == "harbor portreeve")
        #expect(mine.trace(of: document).contents.count > 0)
        let standard = QuotationExtractor().extraction(of: document).quotations
        #expect(standard.map { document.text[$0.content] } == ["it was early"])
        #expect(standard.first?.speaker?.role == nil)
    }

    @Test func wordsThatATextDoesNotHoldChangeNothing() throws {
        let mine = try extractor("[say]\nrasp\n[title]\nbailie\n").extraction(of: document)
        let standard = QuotationExtractor().extraction(of: document)
        #expect(mine.quotations == standard.quotations)
        #expect(mine.entities == standard.entities)
    }
}
