import CaucusMatrix
import CaucusText
import Foundation
import Testing

@testable import CaucusCorpus

/// Issue 6: web pages give their main text and what their head tells, and hostile ones do no harm.
@Suite struct HTMLTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func page(_ html: String) -> HTMLPage {
        var html = html
        return html.withUTF8 { HTMLPage($0) }
    }

    private static let paragraphs = [
        "The council of Lorn met on Monday, and its mayor, Ada Quill, spoke for an hour about the bridge.",
        "“We will not close it,” she said. “It is ours — all of it.”",
        "Nobody of the opposition answered; a vote is expected before the summer recess of the council.",
    ]

    private static let article = """
        <!DOCTYPE html><html lang=en><head><meta charset="utf-8">
        <title>Bridge stays | The Lorn Post</title>
        <meta property="og:title" content="Bridge stays &amp; so does Quill">
        <meta property="og:site_name" content="The Lorn Post">
        <meta property="article:published_time" content="2031-02-03T10:00:00Z">
        <link rel="canonical" href="https://lorn.example/bridge">
        <style>p { color: red }</style><script>document.write("<p>never</p>")</script></head>
        <body class="has-sidebar"><header><p>The Lorn Post, daily since 1901, all the news of the town.</p>
        <nav><ul><li><a href="/">Home</a></li><li><a href="/town">Town</a></li></ul></nav></header>
        <main><article><h1>Bridge stays</h1><div class="byline"><p>By Tom Reed, town desk</p></div>
        <div class="storyBody"><p>\(paragraphs[0])</p>
        <figure><img src=x><figcaption>The bridge at dusk, seen from the mill.</figcaption></figure>
        <aside class="related"><p>Related: how the bridge was built a hundred years ago, in pictures.</p></aside>
        <blockquote class="pull-quote">We will not close it</blockquote>
        <p>“We will not <b>close</b> it,”&nbsp;she said. “It is
        ours &mdash; all of it.”</p>
        <div class="ad-slot"><p>Buy two bridges and get the third one at half the price, today only.</p></div>
        <p>\(paragraphs[2])</div>
        <div class="newsletterSignup"><p>Get the Post every morning, free of charge, in your mailbox.</p></div>
        </article></main>
        <section id="comments"><p>First! I never liked that bridge, and I will say so until I die.</p></section>
        <footer><p>© The Lorn Post. All rights reserved, and some of the lefts as well.</p></footer>
        </body></html>
        """

    @Test func theMainTextIsReadInParagraphs() {
        let page = page(Self.article)
        #expect(page.text == Self.paragraphs.joined(separator: "\n\n"))
        #expect(page.title == "Bridge stays & so does Quill")
        #expect(page.source == "The Lorn Post")
        #expect(page.published == "2031-02-03T10:00:00Z")
        #expect(page.url == "https://lorn.example/bridge")
    }

    /// Twelve teasers outweigh the article they stand below, and are not what the page is about.
    @Test func teasersDoNotOutweighTheArticle() {
        let teaser =
            "<article><h3><a href=#>Mill</a></h3><p>The mill of Lorn opens again, said its owner.</p></article>"
        let paragraphs = Self.paragraphs.map { "<p>\($0)</p>" }.joined()
        let page = page(
            "<article class=main>\(paragraphs)</article><div class=feed>"
                + String(repeating: teaser, count: 12) + "</div>")
        #expect(page.text == Self.paragraphs.joined(separator: "\n\n"))
        let post = "<article><p>\(Self.paragraphs[0])</p></article>"
        let blog = self.page("<div class=blog>" + String(repeating: post, count: 4) + "</div>")
        #expect(blog.text.components(separatedBy: "Ada Quill").count == 5)
    }

    @Test func aStateOfThePageHidesNoText() {
        let paragraphs = Self.paragraphs.map { "<p>\($0)</p>" }.joined()
        let page = page(
            """
            <div class="content-body social-share-enabled">\(paragraphs)<div class="quote-callout"><p>Ours, all of it\
            </p></div><amp-list><p>More of the day from the town of Lorn and around it.</p></amp-list></div>
            """)
        #expect(page.text == Self.paragraphs.joined(separator: "\n\n"))
    }

    @Test func withoutMarksTheHeaviestElementIsRead() {
        let links = (0..<40).map { "<a href=\($0)>Another story of the day, number \($0)</a> " }
        let page = page(
            "<title>T</title><div><p>\(links.joined())</p></div><div id=x>"
                + Self.paragraphs.map { "<p>\($0)</p>" }.joined() + "</div><div><p>Short.</p></div>"
        )
        #expect(page.text == Self.paragraphs.joined(separator: "\n\n"))
        #expect(page.title == "T")
    }

    @Test func lineBreaksAndListsSetWordsApart() {
        let page = page("<body>One.<br>Two.<br><br>Three <i>four</i>.<ul><li>Five</ul>")
        #expect(page.text == "One.\nTwo.\n\nThree four.\n\nFive")
    }

    @Test func documentsOfPagesAreReadAndEmptyOnesAreTold() throws {
        let path = try directory.write("a.html", Self.article)
        let empty = try directory.write("b.html", "<html><body><script>1</script></body></html>")
        var documents: [Document] = []
        var told: [String] = []
        for reading in try DocumentReader(paths: [path, empty]) {
            if case .document(let document) = reading { documents.append(document) }
            if case .diagnostic(let diagnostic) = reading { told.append("\(diagnostic)") }
        }
        #expect(documents.map(\.id) == [path])
        #expect(documents.first?.title == "Bridge stays & so does Quill")
        #expect(told == ["\(empty): found no text in the page; expected paragraphs"])
    }

    /// Entities of a page's own are no text, and no file is opened for them.
    @Test func entitiesOfThePageAreNotExpanded() throws {
        let secret = try directory.write("secret.txt", "never to be seen")
        let laughs = (1..<30).map { "<!ENTITY l\($0) \"&l\($0 - 1);&l\($0 - 1);\">" }.joined()
        let page = page(
            "<!DOCTYPE html [<!ENTITY x SYSTEM \"file://\(secret)\"><!ENTITY l0 \"ha\">\(laughs)]>"
                + "<p>Words &x; and &l29; and &unknown; more.</p>")
        #expect(!page.text.contains("never to be seen"))
        #expect(page.text.utf8.count < 5000)
    }

    @Test func deepNestingIsToldAndBounded() throws {
        let deep =
            String(repeating: "<div>", count: 200_000) + "words"
            + String(repeating: "</b></p>", count: 100_000)
        let clock = ContinuousClock()
        var result: HTMLPage?
        let time = clock.measure { result = page(deep) }
        #expect(result?.excess == .nested)
        // A quadratic reader would take minutes.
        #expect(time < .seconds(20))
        let path = try directory.write("a.html", deep)
        let readings = try DocumentReader(paths: [path]).map { "\($0)" }
        #expect(readings.count == 1 && readings[0].contains("nested deeper than 1000"))
    }

    /// Each attribute is compared with those before it: a million of them would take minutes.
    @Test(.timeLimit(.minutes(1))) func tagsOfManyAttributesAreToldAndBounded() throws {
        func tag(_ count: Int) -> String {
            "<p " + (0..<count).map { "a\($0)" }.joined(separator: " ") + ">words</p>"
        }
        #expect(page(tag(900)).text == "words")
        #expect(page(tag(1001)).excess == .attributes)
        let clock = ContinuousClock()
        var result: HTMLPage?
        // Quotation marks and comments hide none.
        let hostile = tag(400_000)
        let time = clock.measure {
            result = page("<!-- <b c=\" --><p x='\">'>One</p>" + hostile)
        }
        #expect(result?.excess == .attributes)
        #expect(time < .seconds(10))
        let path = try directory.write("a.html", hostile)
        let readings = try DocumentReader(paths: [path]).map { "\($0)" }
        #expect(readings.count == 1 && readings[0].contains("more than 1000 attributes"))
    }

    @Test func noiseNeverCrashes() {
        var generator = SplitMix(seed: 9)
        let seed = Array(Self.article.utf8)
        for _ in 0..<300 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...12, using: &generator) where bytes.count > 20 {
                let i = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0...4, using: &generator) {
                case 0: bytes.removeFirst(i / 4)
                case 1: bytes.removeLast((bytes.count - i) / 4)
                case 2: bytes.insert(contentsOf: bytes[(i / 2)...i], at: i)
                case 3: bytes[i] = [0x3C, 0x3E, 0x26, 0x22][i % 4]
                default: bytes[i] = UInt8.random(in: 1...127, using: &generator)
                }
            }
            guard bytes.withUnsafeBufferPointer({ $0.firstInvalidUTF8 == nil }) else { continue }
            let page = bytes.withUnsafeBufferPointer { HTMLPage($0) }
            #expect(page.text.utf8.count <= 4 * bytes.count)
        }
    }
}
