import CaucusMatrix
import Testing

@testable import CaucusCorpus

/// Issue 17: the article that only a page's JSON-LD holds is read, and what it says of itself.
@Suite struct HTMLLinkedDataTests {
    private func page(_ html: String) -> HTMLPage {
        var html = html
        return html.withUTF8 { HTMLPage($0) }
    }

    private static let paragraphs = [
        "The council of Lorn met on Monday, and its mayor, Ada Quill, spoke for an hour about the bridge.",
        "“We will not close it,” she said. “It is ours — all of it.”",
        "Nobody of the opposition answered; a vote is expected before the summer recess of the council.",
    ]
    private static let wanted = paragraphs.joined(separator: "\n\n")
    private static let escaped = paragraphs.joined(separator: "\\n\\n")
    private static let object =
        #"{"@context":"https://schema.org","@type":"NewsArticle","headline":"Bridge stays &amp; so does Quill","#
        + #""datePublished":"2031-02-03T10:00:00Z","url":"https://lorn.example/bridge","#
        + #""author":[{"@type":"Person","name":"Tom Reed"},{"name":"Ana Roe"}],"#
        + #""publisher":{"@type":"Organization","name":"The Lorn Post"},"articleBody":"\#(escaped)"}"#

    @Test func anArticleThatOnlyJSONLDHoldsIsRead() {
        let page = page(
            "<html><head><title>Lorn</title></head><body><div id=root></div>\(script(Self.object))</body></html>"
        )
        #expect(page.text == Self.wanted)
        #expect(page.title == "Bridge stays & so does Quill")
        #expect(page.published == "2031-02-03T10:00:00Z")
        #expect(page.source == "The Lorn Post")
        #expect(page.url == "https://lorn.example/bridge")
        #expect(page.author == "Tom Reed, Ana Roe")
    }

    /// Each name that only an `@id` gives was looked for in all objects, and lists of lists of them in lists.
    @Test(.timeLimit(.minutes(1))) func namesThatNoObjectHasTakeNoTime() {
        let ids = (0..<400).map { ##"{"@id":"#\##($0)"}"## }
        let lists = stride(from: 0, to: 400, by: 20).map {
            "[" + ids[$0..<($0 + 20)].joined(separator: ",") + "]"
        }
        let others = (0..<990).map { n in
            #"{"@type":"Thing","name":"x","@id":[\#((0..<90).map { "\"\(n)-\($0)\"" }.joined(separator: ","))]}"#
        }
        let article =
            #"{"@type":"NewsArticle","headline":"H","author":[\#(lists.joined(separator: ","))],"#
            + #""publisher":{"@id":"lorn"}}"#
        let post = #"{"@id":"lorn","name":"The Lorn Post"}"#
        let clock = ContinuousClock()
        var result: HTMLPage?
        let time = clock.measure {
            result = page(
                script("[" + ([article, post] + others).joined(separator: ",") + "]")
                    + "<p>Words.</p>")
        }
        #expect(result?.source == "The Lorn Post" && result?.author == nil)
        #expect(time < .seconds(10))
    }

    @Test func noMoreThanTwentyNamesAreTaken() {
        let names = (1...30).map { "\"N\($0)\"" }.joined(separator: ",")
        let page = page(
            script(#"{"@type":"NewsArticle","headline":"H","author":[\#(names)]}"#)
                + "<p>Words.</p>")
        #expect(page.author?.split(separator: ", ").count == 20)
    }

    @Test func metaTagsComeFirst() {
        let page = page(
            """
            <meta property="og:title" content="T"><meta property="og:site_name" content="S"><meta name="date" content="D">
            <meta name="author" content="A"><link rel=canonical href="https://c.example/"><p>Words.</p>\(script(Self.object))
            """)
        #expect(
            [page.title, page.source, page.published, page.author, page.url] == [
                "T", "S", "D", "A", "https://c.example/",
            ])
    }

    /// What the meta tags lack is told, though the text is the page's own.
    @Test func aTimeThatSaysItIsThePublicationsComesBeforeOthers() {
        let page = page(
            "<time datetime=2031-01-01>x</time><time itemprop=datePublished datetime=2031-02-03>y</time><p>W.</p>"
        )
        #expect(page.published == "2031-02-03")
        #expect(
            self.page(
                "<link rel=canonical href=/b><meta property=og:url content=https://l.example/b>"
            ).url == "https://l.example/b")
    }

    @Test(arguments: [
        "[{\"@type\":\"WebSite\",\"name\":\"W\"},\(object)]",
        "{\"@context\":\"x\",\"@graph\":[{\"@type\":\"WebPage\"},\(object),{\"@type\":\"NewsArticle\",\"headline\":\"Other\"}]}",
        "{\"@type\":\"WebPage\",\"mainEntity\":\(object)}",
        "\n//<![CDATA[\n\(object)\n//]]>\n", "<!--\(object)-->", "\(object);",
        object.replacingOccurrences(of: "}]", with: "},\n]").replacingOccurrences(
            of: "\"}", with: "\" ,\n}"),
        object.replacingOccurrences(of: "\\n\\n", with: "\n\n"),
        object.replacingOccurrences(of: "\\n\\n", with: "\\n\\n\t"),
        object.replacingOccurrences(of: "\"", with: "&quot;").replacingOccurrences(
            of: "&amp;", with: "&amp;amp;"),
        object.replacingOccurrences(
            of: "NewsArticle", with: "https://schema.org/ReportageNewsArticle"),
        object.replacingOccurrences(of: "\"NewsArticle\"", with: "[\"Thing\",\"BlogPosting\"]"),
        object.replacingOccurrences(of: "The council", with: "The c\\'ouncil").replacingOccurrences(
            of: "c\\'o", with: "co"),
    ])
    func theObjectIsFoundHoweverItIsWrapped(_ json: String) {
        let page = page("<body>\(script(json))</body>")
        #expect(page.text == Self.wanted)
        #expect(page.title == "Bridge stays & so does Quill")
        #expect(page.author == "Tom Reed, Ana Roe")
    }

    @Test func namesThatStandElsewhereAreFound() {
        let page = page(
            script(
                #"{"@graph":[{"@type":"Article","headline":"H","publisher":{"@id":"/p"},"author":{"@id":"/a"},"mainEntityOfPage":{"@id":"https://l.example/h"}},"#
                    + #"{"@id":"/p","@type":"Organization","name":"The Lorn Post"},{"@id":"/a","name":"Tom Reed"}]}"#
            ))
        #expect(
            [page.source, page.author, page.url] == [
                "The Lorn Post", "Tom Reed", "https://l.example/h",
            ])
    }

    /// Behind a wall the paragraphs are the first ones, and a line that asks to pay.
    @Test(arguments: [
        "<article><p>\(paragraphs[0])</p><div class=gate><p>Pay to go on.</p></div></article>",
        "<div><p>Lorn has had a paper since the flood, and it has never missed a day.</p></div>",
        "<article><p>\(paragraphs[0])</p><p>\(paragraphs[1])</p></article>",
    ])
    func theBodyIsReadWhereParagraphsHoldLess(_ html: String) {
        #expect(page("<body>\(html)\(script(Self.object))</body>").text == Self.wanted)
    }

    @Test func theParagraphsAreReadWhereTheyHoldAsMuch() {
        let own = Self.paragraphs.map { "<p>\($0)</p>" }.joined()
        // The body is one long line, or the first lines, or of other marks.
        for body in [
            Self.paragraphs.joined(separator: " "), Self.paragraphs[0], "", "Words.",
            "Quill will not close the bridge of Lorn, she says.",
            Self.paragraphs.joined(separator: " ").replacingOccurrences(of: "“", with: "'")
                .replacingOccurrences(of: " — ", with: " - "),
        ] {
            let page = page(
                "<article>\(own)</article>"
                    + script(#"{"@type":"Article","articleBody":"\#(body)"}"#))
            #expect(page.text == Self.wanted)
        }
    }

    /// A long article of which the paragraphs hold nothing: they are the comments.
    @Test func theBodyIsReadWhereTheParagraphsAreAnotherText() {
        let body = (1...30).map { "“Number \($0) is ours,” said the mayor of Lorn of the bridges." }
            .joined(separator: "\\n")
        let comments = (1...60).map {
            "<p>I never liked the mayor, nor her uncle, who had \($0) cows in the hills.</p>"
        }.joined()
        let page = page(
            "<div>\(comments)</div>" + script(#"{"@type":"Article","articleBody":"\#(body)"}"#))
        #expect(
            page.text.hasPrefix(
                "“Number 1 is ours,” said the mayor of Lorn of the bridges.\n“Number 2"))
    }

    @Test func aBodyOfHTMLOrEntitiesIsCleaned() {
        let tags = Self.paragraphs.map { "<p>\($0)</p>" }.joined()
        let numbers = Self.escaped.replacingOccurrences(of: "“", with: "&#8220;")
            .replacingOccurrences(of: "”", with: "&rdquo;")
        let literal = Self.paragraphs.joined(separator: "\\\\n\\\\n")
        let spaced = "  " + Self.paragraphs.joined(separator: "\\r\\n \\r\\n\\r\\n") + " \\n"
        for body in [
            tags,
            tags.replacingOccurrences(of: "<", with: "&lt;").replacingOccurrences(
                of: ">", with: "&gt;"), numbers, literal, spaced,
        ] {
            #expect(
                page("<body></body>" + script(#"{"@type":"Article","articleBody":"\#(body)"}"#))
                    .text == Self.wanted)
        }
    }

    @Test func thePostsOfALiveBlogAreItsBody() {
        let posts = Self.paragraphs.map { #"{"@type":"BlogPosting","articleBody":"\#($0)"}"# }
            .joined(separator: ",")
        #expect(
            page(script(#"{"@type":"LiveBlogPosting","liveBlogUpdate":[\#(posts)]}"#)).text
                == Self.wanted)
    }

    /// Comments, products and lists of other pages are no article, and no other script is read.
    @Test(arguments: [
        script(object.replacingOccurrences(of: "NewsArticle", with: "Comment")),
        script(#"{"@type":"ItemList","itemListElement":[\#(object)]}"#),
        "<script>\(object)</script>",
        "<script type=text/x-template>\(object)</script>", script("{\"@type\":\"Article\""),
        script("null"), script(""), script("[[[[[[[[[[\(object)]]]]]]]]]]"),
    ])
    func whatIsNoArticleOfThePageIsPassedOver(_ html: String) {
        #expect(page("<body>\(html)</body>").text == "")
    }

    @Test func giantsAreHarmless() {
        let time = ContinuousClock().measure {
            let words = String(repeating: "aaaaaaaa ", count: 100_000)
            #expect(
                page("<p>\(words)</p>" + script(#"{"@type":"Article","articleBody":"\#(words)"}"#))
                    .text.utf8.count > 800_000)
            let many = String(
                repeating: #"{"@type":"Article","headline":"H","author":{"@id":"x"}},"#,
                count: 20_000)
            #expect(page(script("[\(many){}]")).title == "H")
            let deep = String(repeating: #"{"@type":"Article","mainEntity":"#, count: 20_000)
            #expect(page(script(deep)).text == "")
            #expect(
                page(
                    script(
                        String(repeating: "[", count: 200_000)
                            + String(repeating: "]", count: 200_000))
                ).text == "")
            #expect(
                page(script("{" + String(repeating: #""a":[1,{"b":2}],"#, count: 50_000) + "}"))
                    .text == "")
            let bytes = HTMLOutline.maximumLinkedData
            let over =
                #"{"@type":"Article","articleBody":"\#(String(repeating: "a b ", count: bytes / 4))"}"#
            #expect(page(script(over)).text == "")
        }
        #expect(time < .seconds(60))
    }

    /// A thousand pages of noise: no trap, and no more text than the page has.
    @Test func mangledPagesAreHarmless() {
        var generator = SplitMix(seed: 17)
        let own = Self.paragraphs.map { "<p>\($0)</p>" }.joined()
        let seed = Array(
            ("<html><head><meta charset=utf-8><title>T</title>"
                + script("[\(Self.object),{\"@graph\":[{\"@type\":[\"Article\"]}]}]")
                + "</head><body><form><article class=x>\(own)<q>a</q><h2>Comments</h2><article>\(own)</article></article></form></body>")
                .utf8)
        for _ in 0..<1000 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...8, using: &generator) where bytes.count > 20 {
                let i = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0...4, using: &generator) {
                case 0: bytes.removeSubrange(i..<min(i + 40, bytes.count))
                case 1: bytes.removeLast((bytes.count - i) / 4)
                case 2: bytes.insert(contentsOf: bytes[(i / 2)...i], at: i)
                case 3: bytes[i] = Array("<>&\"{}[]\\,".utf8)[i % 10]
                default: bytes[i] = UInt8.random(in: 0...127, using: &generator)
                }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(page(text).text.utf8.count <= 4 * text.utf8.count)
        }
    }
}

private func script(_ json: String) -> String {
    "<script type=\"application/ld+json\">\(json)</script>"
}
