import CaucusText
import Testing

@testable import CaucusFeatures

@Suite("posts")
struct PostTests {
    @Test(arguments: [
        ("#NeverAgain now", "#NeverAgain Never Again  now"),
        ("#vote2026", "#vote2026 vote 2026 "),
        ("#MAGARally", "#MAGARally MAGA Rally "),
        ("#keep_the_pier", "#keep_the_pier keep the pier "),
        ("#harbor", "#harbor"),
        ("see https://example.org/a?b=c#D please", "see http please"),
        ("www.example.org", "http"),
        ("sooooo good!!!!!!", "sooo good!!!"),
        ("@AdaOkello 1000000 ......", "@AdaOkello 1000000 ......"),
        ("# #", "# #"), ("", ""), ("naïve 😀😀😀😀", "naïve 😀😀😀😀"),
    ])
    func areReadAsTheyAreMeant(text: String, read: String) {
        #expect(Post(Passage(text: text)).passage.text == read)
    }

    @Test func mentionsMoveWithTheText() throws {
        let text = "Loooooool #OkelloOut https://example.org Okello!!!!!"
        let start = try #require(text.range(of: "Okello!")).lowerBound
            .utf16Offset(in: text)
        let post = Post(Passage(text: text, targets: [Span(start, start + 6)]))
        let moved = try #require(post.passage.targets.first)
        let bytes = Array(post.passage.text.utf8)
        #expect(String(decoding: bytes[moved.start..<moved.end], as: UTF8.self) == "Okello")
        #expect(post.origin(of: moved) == Span(start, start + 6))
    }

    @Test func everyByteHasAnOriginInTheText() {
        for text in ["#ABcD1_e", "httphttp://", "https://", "#_", "##Aa", "\u{E9}#É", "aaaa#AAAAb"]
        {
            let post = Post(Passage(text: text))
            #expect(post.origins.count == post.passage.text.utf8.count)
            #expect(post.origins.allSatisfy { $0.end <= text.utf8.count && $0.start <= $0.end })
        }
    }

    @Test func termsOfAPostStandWhereTheyWereWritten() throws {
        let passages = (0..<3).map { Passage(text: "#SaveThePier says number \($0)") }
        let (features, _) = try Features(.tweets).fittedRows(to: passages)
        let places = features.occurrences(in: passages[0])
            .filter { features.name(ofColumn: $0.column) == "the pier" }
        #expect(places.map(\.span) == [Span(5, 12)])
    }
}
