import Testing

@testable import CaucusCorpus

/// Issue 17: the article comes before what is longer, and what a page says to its readers is no part of it.
@Suite struct HTMLMainTextTests {
    private func text(_ html: String) -> String {
        var html = html
        return html.withUTF8 { HTMLPage($0).text }
    }

    private static let paragraphs = [
        "The council of Lorn met on Monday, and its mayor, Ada Quill, spoke for an hour about the bridge.",
        "“We will not close it,” she said. “It is ours — all of it.”",
        "Nobody of the opposition answered; a vote is expected before the summer recess of the council.",
    ]
    private static let body = paragraphs.map { "<p>\($0)</p>" }.joined()
    private static let wanted = paragraphs.joined(separator: "\n\n")
    private static let other =
        "Lorn has had a paper since the year of the flood, and it has never missed a day, not one, since then. "
    private static let long = String(repeating: "<p>\(other)</p>", count: 2)
    private static let longer = "<p>" + String(repeating: other, count: 20) + "</p>"
    private static let comment =
        "<p>I never liked that bridge, said my uncle, and “he was right,” as always. " + other
        + other + "</p>"

    @Test(arguments: [
        "<article>\(body)</article><div>\(longer)</div>",
        "<div>\(longer)</div><article>\(body)</article>",
        "<h1>Lorn Post</h1><div class=top>\(longer)</div><article>\(body)</article>",
        "<div class=top>\(longer)</div><main><h1>Bridge</h1><article>\(body)</article></main><div>\(longer)\(longer)</div>",
        "<article><h1>Bridge</h1>\(body)</article><section>\(longer)\(longer)\(longer)</section>",
        "<article>\(body)</article><ul><li>\(longer)</li><li>\(longer)</li></ul>",
        "<div><div><p>Short.</p><article>\(body)</article></div><div><div>\(longer)\(longer)</div></div></div>",
    ])
    func theArticleComesBeforeWhatIsLonger(_ html: String) {
        #expect(text("<body>\(html)</body>") == Self.wanted)
    }

    /// What stands between heading and article, in as many paragraphs and more words, is the article itself.
    @Test func anAnnouncementInAnArticleElementIsNoArticle() {
        let story = String(repeating: Self.body, count: 4)
        let page =
            "<body><div><h1>Bridge</h1><div>\(story)</div></div><article>\(Self.comment)</article></body>"
        #expect(text(page).hasPrefix(Self.wanted) && !text(page).contains("my uncle"))
    }

    @Test(arguments: [
        "<main><article>\(body)</article><section><article>\(comment)</article><article>\(comment)</article></section></main>",
        "<article>\(body)</article><ol><li><article>\(comment)</article></li><li><article>\(comment)</article></li></ol>",
        "<article>\(body)</article><section><article>\(comment)</article></section>",
        "<article><h1>Bridge</h1>\(body)</article><article>\(comment)</article><article>\(comment)</article>",
        "<article>\(body)<h2>12 Comments</h2>\(comment)\(comment)</article>",
        "<article>\(body)<div><h3>Join the conversation</h3></div><div><article>\(comment)</article></div></article>",
        "<article>\(body)<section><h2>Comments (2)</h2><article>\(comment)</article><article>\(comment)</article></section></article>",
        "<article>\(body)</article><article class=comment-body>\(comment)\(comment)\(comment)</article>",
        "<article>\(body)<div role=comment>\(comment)</div></article>",
        "<article>\(body)<div itemscope itemtype='https://schema.org/Comment'>\(comment)</div></article>",
        "<div class=entry-content>\(body)</div><div id=disqus_thread>\(comment)\(comment)</div>",
    ])
    func commentsAreNoPartOfTheArticle(_ html: String) {
        #expect(text("<body>\(html)</body>") == Self.wanted)
    }

    /// A heading that says “comments” above the article takes nothing from it.
    @Test func aHeadingOfCommentsNeedsAnArticleBefore() {
        #expect(
            text("<article><h3>Comments</h3>\(Self.body)</article>").hasSuffix(Self.paragraphs[2]))
    }

    @Test func articlesThatFollowAreNotRead() {
        let next = "<article><h1>Mill</h1>\(Self.comment)\(Self.comment)</article>"
        #expect(
            text("<body><article><h1>Bridge</h1>\(Self.body)</article>\(next)\(next)</body>")
                == Self.wanted)
    }

    @Test func thePostsOfALiveBlogAreAllRead() {
        let post = "<article><h2>10:15</h2>\(Self.body)</article>"
        for page in [
            "<main><h1>Live</h1><div>\(post)\(post)\(post)</div></main>",
            "<main class=live-blog><article>\(Self.body)</article><div><article>\(Self.body)</article>\(post)</div></main>",
            "<ol><li>\(post)</li><li>\(post)</li><li>\(post)</li></ol>",
        ] { #expect(text(page).components(separatedBy: "Ada Quill").count == 4) }
    }

    @Test(arguments: [
        "<p>Advertisement</p>", "<div>ADVERTISEMENT - CONTINUE READING BELOW</div>",
        "<p>Sign up for our morning letter and never miss a bridge.</p>",
        "<p>Read more: The mill opens</p>",
        "<p><strong>ALSO READ | </strong><a href=x>The mill opens after a year</a></p>",
        "<p>Related: <a href=x>the mill</a> opens</p>", "<div class=x>Share this article</div>",
        "<p>© 2031 The Lorn Post. All rights reserved.</p>", "<p>To continue reading, log in.</p>",
        "<span class=byline>By Tom Reed</span>",
        "<div><span class='img-credit'>Photo by Ana Roe</span></div>",
        "<time class=timestamp>March 5, 2031</time>",
        "<div class=author-bio><p>Tom Reed writes.</p></div>",
        "<h3>Related stories</h3><ul><li>The mill of Lorn opens</li><li>A flood</li></ul>",
        "<h4>More from the Post</h4><div><div><p>The mill of Lorn opens after a year.</p></div></div>",
        "<div class=newsletter-signup><p>Get the Post every morning.</p></div>",
        "<figure><p>The bridge</p></figure>", "<amp-ad><p>Buy a bridge</p></amp-ad>",
        "<p>Copyright © The Lorn Post</p>", "<p>Follow us on Lornbook</p>",
    ])
    func promptsBetweenParagraphsAreLeftOut(_ prompt: String) {
        let two = Self.paragraphs[..<2].map { "<p>\($0)</p>" }.joined()
        let page =
            "<article><div class=x>\(two)\(prompt)<p>\(Self.paragraphs[2])</p></div></article>"
        #expect(text(page) == Self.wanted)
    }

    /// A prompt is short and says nothing in quotation marks; a sentence of links is a sentence.
    @Test func paragraphsThatLookLikePromptsAreRead() {
        let kept = [
            "“Sign up for the ferry,” Quill said, “and come.”",
            "Sign up for \(Self.other)\(Self.other) “Do it,” she said.",
            "Read the letter, said the mayor, and think.", "Watch out for the ferry, Quill said.",
            "Comments by the mayor were few.",
        ]
        let page =
            "<article>" + kept.map { "<p>\($0)</p>" }.joined()
            + "<p>“<a href=x>We will not close the bridge of Lorn</a>,” she said.</p></article>"
        #expect(
            text(page)
                == (kept + ["“We will not close the bridge of Lorn,” she said."]).joined(
                    separator: "\n\n"
                )
                .replacingOccurrences(of: ".  ", with: ". "))
    }

    @Test(arguments: [
        "<form id=aspnetForm><table><tr><td>\(body)</td><td><p>Weather</p></td></tr></table></form>",
        "<div class=content-sidebar-wrap><main class=content>\(body)</main><div class=sidebar>\(longer)</div></div>",
        "<div id=root aria-hidden=true><div>\(body)</div></div><div role=dialog>\(longer)</div>",
        "<body style='visibility:hidden'><article>\(body)</article></body>",
        "<div class=entry-content>\(body)</div><div><div>\(longer)</div></div>",
        "<div><section class=chunk><div><p>\(paragraphs[0])</p></div></section><p>Ad</p><section class=chunk><div>"
            + "<p>\(paragraphs[1])</p></div></section><section class=chunk><div><p>\(paragraphs[2])</p></div></section></div>"
            + "<div class=foot><p>Lorn.</p></div>",
        "<div><div itemprop=articleBody><p>\(paragraphs[0])</p></div><div>\(long)</div><div itemprop=articleBody>"
            + "<p>\(paragraphs[1])</p><p>\(paragraphs[2])</p></div></div>",
        "<article><div class=article-body>\(body)</div><div>\(long)</div></article>",
    ])
    func pagesOfManyBuildsGiveTheirText(_ html: String) {
        #expect(text("<html>\(html)</html>") == Self.wanted)
    }

    @Test func marksAndUnseenWordsOfALine() {
        #expect(
            text(
                "<body><p>She said <q>it is ours</q> and “<q>all</q>”, <q>“half”</q> <a href=x>in a letter<span class=sr-only> (opens in a "
                    + "new window)</span></a>, Qu\u{AD}ill&#146;s last&#133;</p></body>")
                == "She said “it is ours” and “all”, “half” in a letter, Quill’s last…")
    }
}
