import CaucusMatrix
import Testing

@testable import CaucusCorpus

/// Issue 17: a text given as HTML inside a column, and entities anywhere.
@Suite struct HTMLFragmentTests {
    @Test func aTextInTagsGivesItsParagraphs() {
        #expect(
            HTMLFragment.text(
                of: "<p>Ada Quill &amp; co. agreed.</p>\n<p class='x'>“No,” said<br/>Roe.</p>")
                == "Ada Quill & co. agreed.\n\n“No,” said\nRoe.")
        #expect(
            HTMLFragment.text(of: "<div>One</div><div>Two <b>three</b></div>") == "One\n\nTwo three"
        )
        #expect(HTMLFragment.text(of: "One.<br><br>Two.") == "One.\n\nTwo.")
        #expect(HTMLFragment.text(of: "<P>One.<P>Two.") == "One.\n\nTwo.")
        #expect(HTMLFragment.text(of: "<p></p>") == "")
        #expect(
            HTMLFragment.text(of: "<p>She said <a href='x?a=1&b=2'>so</a>.</p>") == "She said so.")
    }

    /// Captions, scripts and what a class calls related are no text; links alone are, in a column of texts.
    @Test func whatIsNoTextIsLeftOut() {
        #expect(
            HTMLFragment.text(
                of:
                    "<p>Quill agreed to keep the bridge.</p><figure><figcaption>At dusk</figcaption></figure><script>x()</script>"
                    + "<div class='related'><p>Mill</p></div><p><a href=x>The letter</a></p>")
                == "Quill agreed to keep the bridge.\n\nThe letter")
        // Where nearly all would be lost, the classes mean something else.
        #expect(
            HTMLFragment.text(of: "<div class=related><p>Quill agreed.</p></div>")
                == "Quill agreed.")
    }

    /// Tags of letters alone leave the lines as they are.
    @Test func linesAreKeptWhereNoTagSetsThemApart() {
        #expect(
            HTMLFragment.text(of: "One <i>two</i>.\nThree.\n\nFour\n  <b>five</b>.\r\n\r\nSix.")
                == "One two.\nThree.\n\nFour\nfive.\n\nSix.")
    }

    /// A single tag does not make white space of the blank lines between paragraphs.
    @Test(arguments: [
        (
            "One said a.\n\nTwo b.\n\n<p>Three c.</p>\n\nFour d.\n\nFive e.",
            "One said a.|Two b.|Three c.|Four d.|Five e."
        ),
        ("One a.\n\nTwo b.<br>Three c.\n\nFour d.", "One a.|Two b.\nThree c.|Four d."),
        (
            "One a.\r\n\r\nTwo b.<br />\r\nThree c.\r\n\r\nFour d.",
            "One a.|Two b.\nThree c.|Four d."
        ),
        ("The <p> tag\n\nis old.\n\nHe said.", "The|tag|is old.|He said."),
        // Where tags are more, one line feed is white space, and two are not.
        (
            "<p>One\ntwo.</p>\n\n<p>Three\n\nfour.</p>\n<p>Five.<br>\n\nSix.</p>",
            "One two.|Three|four.|Five.\nSix."
        ),
        ("<div>\n\n<b>One</b>\n two</div>\n\n\n<div>Three</div>", "One two|Three"),
        (
            "One.<br>\n<br>\nTwo.\n\nThree <i>four</i>.\n\n<i>Five</i>.\n\nSix.",
            "One.|Two.|Three four.|Five.|Six."
        ),
        ("<script>a\n\nb\n\nc</script><p>One\ntwo.</p>", "One two."),
    ])
    func blankLinesBetweenWordsSetParagraphsApart(_ text: String, _ wanted: String) {
        #expect(HTMLFragment.text(of: text) == wanted.replacing("|", with: "\n\n"))
    }

    /// libxml2 takes what follows `<` for a tag and drops it.
    @Test(arguments: [
        ("If x<y the <b>fee</b> applies.", "If x<y the fee applies."),
        ("<b>Note.</b> Write <ada@lorn.example> now.", "Note. Write <ada@lorn.example> now."),
        ("<p>See <http://lorn.example/p> or <name>.</p>", "See <http://lorn.example/p> or <name>."),
        ("<b>I</b> <3 this</x", "I <3 this</x"),
        ("<p>a < b <> c<</p>", "a < b <> c<"),
        (
            "<P>One <!-- x<y --><O:P></O:P><wbr>two <block>three</block><gap/>four</P>",
            "One\n\ntwo\n\nthree\n\nfour"
        ),
        ("<p title='x<y'>One</p>", "One"),
    ])
    func aSignThatBeginsNoTagStays(_ text: String, _ wanted: String) {
        #expect(HTMLFragment.text(of: text) == wanted)
    }

    @Test(.timeLimit(.minutes(1))) func manySignsTakeNoTime() {
        let signs = String(repeating: "<x ", count: 200_000)
        #expect(HTMLFragment.text(of: "<p>" + signs + ">")?.hasPrefix("<x <x") == true)
    }

    @Test(arguments: [
        "", "a < b and c > d", "I <3 this", "<name> spoke", "<name>Ada</name>", "2 <b and 3> c",
        "<b> is a letter",
        "x <i>", "</p>x".replacingOccurrences(of: "p", with: "name"), "<p", "<", ">", "<>", "< p >",
        "<pre", "a<br",
        "if (a<b && b>c)", "<http://lorn.example/p>", "<ada@lorn.example>", "<div>",
        "<span class=x> alone",
    ])
    func whatIsNoHTMLStays(_ text: String) {
        #expect(HTMLFragment.text(of: text) == nil)
        #expect(HTMLFragment.readable(text) == nil)
    }

    @Test func aWholePageInAColumnGivesItsMainText() {
        let words = String(repeating: "The mayor of Lorn spoke of the bridge. ", count: 8)
            .dropLast()
        #expect(
            HTMLFragment.text(
                of:
                    "<!doctype html><html><body><nav>Home</nav><article><p>\(words)</p></article><footer>x</footer></body></html>"
            )
                == String(words))
    }

    @Test(arguments: [
        ("Quill &amp; Roe", "Quill & Roe"), ("&#8220;No&#8221;", "“No”"),
        ("&#x201c;No&#X201D;", "“No”"),
        ("&#147;No&#148; &#150; it&#146;s", "“No” – it’s"), ("&quot;No&quot;", "\"No\""),
        ("a&nbsp;b", "a b"),
        ("&ldquo;No&rdquo;&hellip;", "“No”…"), ("caf&eacute; &AMP; &apos;", "café & '"),
        ("sen&shy;ate", "senate"),
        ("&#0;&#xD800;&#x110000;&#99999999;", " \u{FFFD}\u{FFFD}\u{FFFD}"),
        ("&amp;quot;", "&quot;"),
        ("&amp;amp;lt;", "&amp;lt;"), ("a&#10;b&#13;", "a\nb "), ("&&amp;&", "&&&"),
        ("&thetasym;", "ϑ"),
    ])
    func entitiesAreResolvedOnce(_ text: String, _ wanted: String) {
        #expect(HTMLEntities.decoded(text) == wanted)
    }

    @Test(arguments: [
        "", "AT&T", "R&D; more", "&", "&;", "&#;", "&#x;", "&amp", "&#8220", "&nosuchname;",
        "&#12345678901;", "&#1a;",
        "?a=1&copy=2", "& amp;", "&aaaaaaaaaaaaaaaaaaaaa;",
    ])
    func whatIsNoEntityStays(_ text: String) {
        #expect(HTMLEntities.decoded(text) == nil)
        #expect(HTMLFragment.readable(text) == nil)
    }

    @Test func escapedHTMLIsReadAndEntitiesAreNotReadTwice() {
        #expect(
            HTMLFragment.readable("&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two &amp;amp; three.&lt;/p&gt;")
                == "One.\n\nTwo & three.")
        #expect(HTMLFragment.readable("a &lt; b &amp;amp; c") == "a < b &amp; c")
        #expect(HTMLFragment.readable("<p>a &amp;amp; b</p>") == "a &amp; b")
    }

    /// Floods of entities and tags take time in their length alone.
    @Test func floodsAreHarmless() {
        let n = 200_000
        func time(_ text: String, isHTML: Bool = false) -> Duration {
            ContinuousClock().measure {
                #expect((HTMLFragment.readable(text) == nil) != isHTML)
            }
        }
        #expect(HTMLEntities.decoded(String(repeating: "&amp;", count: n))?.utf8.count == n)
        // A quadratic reader would take minutes.
        for flood in ["&", "&#x", "<", "<name>", "<p ", "&lt", "<a "] {
            let time = time(String(repeating: flood, count: n))
            #expect(time < .seconds(5))
        }
        for flood in ["<b><p>", "<p>a</p>", "a\n<b>b</b>\n\n", "<q>a</q>", "<p>&amp;</p>", "<br>a"]
        {
            let time = time(String(repeating: flood, count: n / 4), isHTML: true)
            #expect(time < .seconds(15))
        }
        #expect(HTMLFragment.text(of: String(repeating: "<q>", count: 900) + "a<br>") != nil)
        #expect(HTMLFragment.text(of: String(repeating: "<div>", count: n) + "a<br>") == nil)
    }

    @Test func noiseIsHarmless() {
        let parts = [
            "<p>", "</p>", "<", ">", "&", "amp;", "#", "x", "8220;", "<br", "/>", "<b>", "</b>",
            "é", "\n", "\"", "<q>", "a",
        ]
        var generator = SplitMix(seed: 17)
        for _ in 0..<3000 {
            let text = (0..<20).map { _ in parts[Int.random(in: 0..<parts.count, using: &generator)]
            }.joined()
            if let read = HTMLFragment.readable(text) {
                #expect(read.utf8.count <= 4 * text.utf8.count)
            }
        }
    }
}
