import CaucusLanguage
import CaucusText
import Testing

@testable import CaucusQuotes

/// What is noted on the words of a reading for the rooms above.
struct ClauseReadingTests {
    @Test func namesQuotedWordsAndFiniteVerbsAreNotedOnTheWords() {
        let text = "“We fought bravely,” Mayor Jane Roe said of the town."
        let reading = QuotationExtractor().reading(of: Document(id: "a", text: text))
        func words(_ noted: WordClass) -> [String] {
            (0..<reading.count).filter { reading.word($0).isWord && reading.word($0).has(noted) }
                .map { text[reading.span($0..<$0 + 1)] }
        }
        #expect(words(.name) == ["Mayor", "Jane", "Roe"])
        #expect(words(.quoted) == ["We", "fought", "bravely"])
        #expect(words(.finite) == ["fought", "said"])
        #expect(words(.adverb) == ["bravely"])
    }
}
