import CaucusQuotes
import CaucusStance
import Testing

@testable import CaucusReport

/// Names, titles, texts and addresses that would harm a careless page.
@Suite struct HostileTests {
    static let attacks = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg/onload=alert(1)>",
        "\u{0600}<img src=x onerror=alert(1)>", "\"\u{0301} onmouseover=alert(1) x=\"",
        "{{{style}}}", "</title><script>alert(1)</script>", "]]><script>alert(1)</script>",
        "\u{202E}drow\u{202C}", "a\0b\u{1}\u{85}",
    ]

    @Test(arguments: attacks) func nothingHostileBecomesMarkup(attack: String) throws {
        let plain = try Samples.text("report.html", of: Self.report("plain"))
        let html = try Samples.text("report.html", of: Self.report(attack))
        func tags(_ text: String) -> Int { text.utf8.count { $0 == UInt8(ascii: "<") } }
        #expect(tags(html) == tags(plain))
        for bad in ["<img", "<script>alert", "<svg/"] { #expect(!html.contains(bad)) }
        let scalars = html.unicodeScalars
        #expect(!scalars.contains { ("\u{202A}"..."\u{202E}").contains($0) })
        #expect(!scalars.contains { $0.value == 0 || $0.value == 1 || $0.value == 0xFFFE })
    }

    /// A report in which every text is `text`.
    private static func report(_ text: String) -> Report {
        var rows = Samples.rows
        for i in rows.indices {
            rows[i].text = text
            rows[i].contextBefore = text
            rows[i].contextAfter = text
            rows[i].rule = text
            rows[i].movingWords = []
            rows[i].speaker = Speaker(id: "ada", name: text, role: text, aliases: ["x" + text])
        }
        let documents = (1...5).map {
            DocumentSummary(
                id: "d\($0)", title: text, source: text, published: text, url: text, hash: text)
        }
        var run = Samples.run
        run.target.aliases = [text]
        run.modelCard = text
        return Report(
            run: run, documents: documents, quotations: rows,
            diagnostics: [.init(.init(file: text), text)], options: ReportOptions(draws: 9))
    }

    @Test func escapingGoesByByteAndNotByGraphemeCluster() {
        #expect(SafeHTML.escaped("\u{0600}<b") == "\u{0600}&lt;b")
        #expect(SafeHTML.escaped("\"\u{0301}x") == "&quot;\u{0301}x")
        #expect(SafeHTML.escaped("a&b'c\r\nd") == "a&amp;b&#39;c\n\nd")
        #expect(SafeHTML.escaped("é\u{202E}x\u{2069}漢😀") == "éx漢😀")
        let odd = String(
            decoding: [0xEF, 0xB7, 0x90, 0xF0, 0x9F, 0xBF, 0xBF, 0xC2, 0x80] as [UInt8],
            as: UTF8.self)
        #expect(SafeHTML.escaped(odd) == "\u{FFFD}\u{FFFD}\u{FFFD}")
    }

    @Test func everyTemplateIsRenderedWithTheSafeContentType() throws {
        let templates = try Templates()
        for name in Templates.sources.keys.sorted() { _ = templates.rendered(name, Values()) }
        let page = templates.rendered("head", Values(["target": "\u{0600}<b>"]))
        #expect(page.contains("\u{0600}&lt;b&gt;"))
    }

    @Test func onlyWebAddressesBecomeLinks() {
        for bad in [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", " https://a.example", "data:text/html,x",
            "https://", "https:///x", "http://a b", "https://a\"b", "//a.example",
            "file:///etc/passwd",
            "https://a.example/\nx", "vbscript:x", "https://\\a",
        ] {
            #expect(SafeLink.web(bad) == nil, "\(bad)")
        }
        #expect(SafeLink.web("HTTPS://a.example/x?y=1&z=2") != nil)
        #expect(SafeLink.web(nil) == nil)
        #expect(SafeLink.web("https://a.example/" + String(repeating: "x", count: 3000)) == nil)
    }

    @Test func textFragmentsAreEncoded() {
        #expect(
            SafeLink.quotation("https://a.example/x", pieces: ["well-known, isn't it? 100 %"])
                == "https://a.example/x#:~:text=well%2Dknown%2C%20isn%27t%20it%3F%20100%20%25")
        #expect(
            SafeLink.quotation("https://a.example/x#top", pieces: ["a b c d e f g h i j"])
                == "https://a.example/x#top:~:text=a%20b%20c%20d,g%20h%20i%20j")
        #expect(SafeLink.quotation("javascript:x", pieces: ["a"]) == nil)
    }

    @Test func aNameOf100KilobytesStaysOutOfThePage() throws {
        var rows = Samples.rows
        let name = String(repeating: "É<b>", count: 25_000)
        for i in rows.indices { rows[i].speaker?.name = name }
        let report = Samples.report(rows)
        #expect(try Samples.text("report.html", of: report).utf8.count < 150_000)
        #expect(try Samples.text("speakers.csv", of: report).contains(name))
    }

    @Test func oddHighlightsAreIgnored() {
        var row = Samples.rows[0]
        row.text = "naïve 漢字 text"
        row.movingWords = [
            MovingWord(start: 6, end: 8, weight: 2), MovingWord(start: 0, end: 5, weight: -1),
            MovingWord(start: 7, end: 9, weight: 1), MovingWord(start: -3, end: 2, weight: 5),
            MovingWord(start: 9, end: 99, weight: 5), MovingWord(start: 5, end: 5, weight: 5),
            MovingWord(start: 9, end: 13, weight: .nan),
        ]
        let pieces = Highlight.pieces(row)
        let text = pieces.compactMap { $0["t"] as? String }.joined()
        #expect(text == row.text)
        #expect(pieces.compactMap { $0["m"] as? String } == ["a1", "f3"])
    }
}
