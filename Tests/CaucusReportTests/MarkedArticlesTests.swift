import CaucusQuotes
import CaucusReport
import CaucusText
import Testing

/// The page that marks up articles.
@Suite("marked articles")
struct MarkedArticlesTests {
    private func quotation(_ spans: [Span], source: Span? = nil, parent: Int? = nil) -> Quotation {
        Quotation(
            form: .direct, spans: spans, source: source,
            speaker: Speaker(id: "x", name: "\"><script>alert(1)</script>", role: "<b>"),
            rule: "<i>", confidence: 0.5, parent: parent)
    }

    private func words(_ html: String) -> String {
        let body = html.split(separator: "<div class=\"text\" dir=\"auto\">").last ?? ""
        var text = ""
        var depth = 0
        for part in body.prefix(upTo: body.firstRange(of: "</div>")?.lowerBound ?? body.endIndex)
            .replacing(#/<sup>.*?<\/sup>/#, with: "")
        {
            if part == "<" {
                depth += 1
            } else if part == ">" {
                depth -= 1
            } else if depth == 0 {
                text.append(part)
            }
        }
        return text
    }

    @Test func noNameOrTextBecomesMarkup() {
        let text = "<script>x</script> é“q”\u{0}\u{202E} & 'y'"
        let extraction = Extraction(
            quotations: [quotation([Span(3, 9)], source: Span(0, 5))], entities: [], mentions: [],
            sentences: [], rejected: [(Span(10, 12), "\" onclick=\"x")])
        let html = MarkedArticles.article(Document(id: "\"<i>", text: text), extraction)
        #expect(!html.contains("<script") && !html.contains("<i>") && !html.contains("<b>"))
        #expect(!html.contains("\" onclick"))
        #expect(!html.contains("\u{0}") && !html.contains("\u{202E}"))
    }

    @Test func marksThatOverlapLeaveTheWordsAsTheyAre() {
        let text = "one two three four five six seven"
        let extraction = Extraction(
            quotations: [
                quotation([Span(0, 13), Span(19, 23)], source: Span(8, 18)),
                quotation([Span(4, 13)], source: Span(8, 18), parent: 0),
                quotation([Span(10, 30)], source: Span(0, 400)),
            ], entities: [], mentions: [], sentences: [])
        let html = MarkedArticles.article(Document(id: "a", text: text), extraction)
        #expect(words(html) == text)
        #expect(html.contains("nested"))
    }

    @Test func thePolicyLetsNothingRun() {
        #expect(MarkedArticles.head.contains("default-src 'none'; style-src 'sha256-"))
        #expect(!MarkedArticles.head.contains("script-src"))
        #expect(!MarkedArticles.head.contains("url("))
    }
}
