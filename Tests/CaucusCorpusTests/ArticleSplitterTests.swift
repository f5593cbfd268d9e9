import CaucusMatrix
import CaucusText
import Foundation
import Testing

@testable import CaucusCorpus

/// Issue 17: exports that hold several articles are split, and what tells about an article is no part of its text.
@Suite struct ArticleSplitterTests {
    /// The value of a field.
    private func field(_ name: String, of article: ReadArticle) -> String? {
        article.fields.first { $0.name == name }?.value
    }

    /// People write of headlines and bodies too.
    @Test func anEmptyBodyIsNoStrongMark() {
        let text = """
            How to lay out a story

            Headline: short and clear.

            Body:

            The council agreed, Quill said.

            Graphic: a map of the port, he said, would help the readers.

            More text follows here, Tull said.

            City: the name of the place where Tull said so.
            """
        #expect(ArticleSplitter.articles(in: text) == nil)
        let marked = text + "\n\nLoad-Date: March 5, 2031\n"
        #expect(ArticleSplitter.articles(in: marked)?.count == 1)
    }

    @Test func articlesOfNexisAreSplit() throws {
        let articles = try #require(ArticleSplitter.articles(in: Export.nexis.text))
        try #require(articles.count == 2)
        #expect(
            articles[0].text == """
                The council of Lorn met on Monday.

                “We will not close it,” said Ada Quill, the mayor
                of Lorn.
                """)
        #expect(articles[0].title == "Bridge stays, says mayor")
        #expect(articles[0].source == "Lorn Courier")
        #expect(articles[0].published == "March 5, 2031 Wednesday")
        #expect(articles[0].line == 6)
        #expect(field("byline", of: articles[0]) == "By TOM REED")
        #expect(field("section", of: articles[0]) == "NEWS; Pg. 1")
        #expect(field("length", of: articles[0]) == "1,412 words")
        #expect(field("edition", of: articles[0]) == "Late Edition - Final")
        #expect(
            field("graphic", of: articles[0])
                == "PHOTO: Ada Quill at the bridge. Another photo, of the mill.")
        #expect(
            articles[1].text
                == "“It is over,” Bo Tull said.\n\nSECTION 230: nobody mentioned it.")
        #expect(articles[1].title == "Mill closes")
        #expect(articles[1].source == "The Mill Post")
        #expect(articles[1].published == "6 March 2031")
    }

    @Test func articlesOfNexisUniAreSplit() throws {
        let articles = try #require(ArticleSplitter.articles(in: Export.uni.text))
        try #require(articles.count == 2)
        #expect(
            articles[0].text == """
                The council of Lorn met on Monday.

                Body and soul of the town is the bridge. Copyright law of 1976 says nothing of it.
                """)
        #expect(articles[0].title == "Bridge stays")
        #expect(articles[0].source == "Lorn Courier")
        #expect(articles[0].published == "March 5, 2031 Wednesday")
        #expect(field("byline", of: articles[0]) == "Tom Reed")
        #expect(field("graphic", of: articles[0]) == "Ada Quill at the bridge.")
        #expect(field("load-date", of: articles[0]) == "March 5, 2031")
        #expect(articles[1].text == "“It is over,” Bo Tull said.")
        #expect(articles[1].title == "Mill closes")
        #expect(articles[1].source == "The Mill Post")
    }

    @Test func articlesOfFactivaWithCodesAreSplit() throws {
        let articles = try #require(ArticleSplitter.articles(in: Export.factiva.text))
        try #require(articles.count == 2)
        #expect(
            articles[0].text == """
                The council of Lorn met on Monday.

                “We will not close it,” said Ada Quill, the mayor
                of Lorn.

                IN THE MORNING she spoke again.
                """)
        #expect(articles[0].title == "Bridge stays, says mayor")
        #expect(articles[0].source == "Lorn Courier")
        #expect(articles[0].published == "5 March 2031")
        #expect(field("byline", of: articles[0]) == "By Tom Reed")
        #expect(field("section", of: articles[0]) == "News")
        #expect(field("accession", of: articles[0]) == "LCOUR00020310305e7350001")
        #expect(articles[1].text == "“It is over,” Bo Tull said.")
        #expect(articles[1].title == "Mill closes")
        #expect(field("accession", of: articles[1]) == "MPOST00020310306e7360002")
    }

    @Test func articlesOfFactivaWithoutCodesAreSplit() throws {
        let articles = try #require(ArticleSplitter.articles(in: Export.plainFactiva.text))
        try #require(articles.count == 2)
        #expect(articles[0].text == "The council of Lorn met on Monday.")
        #expect(articles[0].title == "Bridge stays, says mayor of the town")
        #expect(articles[0].source == "Lorn Courier")
        #expect(articles[0].published == "5 March 2031")
        #expect(field("byline", of: articles[0]) == "By Tom Reed")
        #expect(articles[1].text == "“It is over,” Bo Tull said.")
        #expect(articles[1].source == "The Mill Post")
        #expect(articles[1].title == "Mill closes after sixty years on the Lorn")
    }

    @Test func articlesOfProQuestAreSplit() throws {
        let articles = try #require(ArticleSplitter.articles(in: Export.proquest.text))
        try #require(articles.count == 2)
        #expect(
            articles[0].text == """
                The council of Lorn met on Monday.

                People: they were many, and Ada Quill spoke.

                “We will not close it,” she said.
                """)
        #expect(articles[0].title == "Bridge stays")
        #expect(articles[0].source == "Lorn Courier")
        #expect(articles[0].published == "Mar 5, 2031")
        #expect(articles[0].url == "https://proquest.example/1234567")
        #expect(field("author", of: articles[0]) == "Reed, Tom")
        #expect(articles[1].text == "“It is over,” Bo Tull said.")
        #expect(articles[1].source == "The Mill Post")
        #expect(articles[1].published == "Mar 6, 2031")
    }

    @Test func releasesAreSplitAtTheirEnds() throws {
        let articles = try #require(ArticleSplitter.articles(in: Export.releases.text))
        try #require(articles.count == 2)
        #expect(articles[0].title == "Mayor keeps the bridge")
        #expect(articles[0].published == "March 5, 2031")
        #expect(
            articles[0].text == """
                LORN, March 5 – “We will not close it,” Ada Quill said.

                The city of Lorn is older than its bridge.
                """)
        #expect(articles[1].title == "Mill closes")
        #expect(articles[1].published == "March 6, 2031")
        #expect(articles[1].text == "“It is over,” Bo Tull said.")
    }

    @Test func labelsOnTopAreReadAndBeginEachRelease() throws {
        let text = """
            From: The mayor of Lorn
            Date: March 5, 2031
            Subject: Bridge stays

            “We will not close it,” Ada Quill said.

            From: a distance the bridge looks small.

            ----------------------------------------
            From: The miller
            Date: March 6, 2031
            Subject: Mill closes

            “It is over,” Bo Tull said.
            -30-
            """
        let articles = try #require(ArticleSplitter.articles(in: text))
        try #require(articles.count == 2)
        #expect(
            articles[0].text == """
                “We will not close it,” Ada Quill said.

                From: a distance the bridge looks small.
                """)
        #expect(articles[0].title == "Bridge stays")
        #expect(articles[0].source == "The mayor of Lorn")
        #expect(articles[0].published == "March 5, 2031")
        #expect(articles[1].text == "“It is over,” Bo Tull said.")
        let one = try #require(
            ArticleSplitter.articles(
                in: "Title: Bridge stays\r\nDate: 2031-03-05\r\n\r\nNobody spoke.\r\n"))
        #expect(
            one == [
                ReadArticle(text: "Nobody spoke.", title: "Bridge stays", published: "2031-03-05")
            ])
    }

    /// Marks of a layout that stand alone are words of an article.
    @Test(arguments: [
        "The council met.\n\n“HEADLINE: Bridge stays,” she read aloud.\n\nHEADLINE: a word of hers.",
        "MODERATOR: Welcome.\nQUILL: Thank you.\nSECTION 230: we come to it.\nBYLINE: I wrote it.",
        "Bridge stays\n\nBody\n\nIt is of steel.\n\nSoul\n\nIt has one.\n",
        "The note says:\n\nFrom: Bo\nDate: Monday\nSubject: the mill\n\nand nobody answered it.",
        "One part.\n\n###\n\nAnother part.\n\n###\n\nThe last part.",
        "Bridge stays\n\nCopyright 2031 Lorn Courier\n\nAll Rights Reserved\n\nNobody spoke.",
        "AN old man stood there.\nIN the morning BY the mill.\nHD was his mark.\nPD was hers.",
        "The council met, 412 words were said.\n412 words\n5 March 2031\nNobody spoke.",
        "Author: Reed\n\nFull text: it is here.\n\nSubject: the bridge.",
        "Date: it was the fifth.\nNobody spoke.", "", " \n\t\n", "1 of 3 DOCUMENTS were lost.",
        "1 of 3 documents\n\nwere lost, and Quill said so.", "End of Document\n", ":\n::\n",
        "LENGTH: the bridge is long.\n\nSECTION: the third one is of steel.",
    ])
    func anArticleIsNoExport(_ text: String) {
        #expect(ArticleSplitter.articles(in: text) == nil)
    }

    /// Whatever else is lost of a file that ends early or has other line ends: a sentence of the text never.
    @Test(arguments: Export.allCases.dropLast())
    func noSentenceIsLost(_ export: Export) throws {
        let sentences = ["The council of Lorn met on Monday.", "“It is over,” Bo Tull said."]
        let endings = ["\n", "\r\n", "\r", "\n\n"]
        for ending in endings {
            let text = export.text.replacing("\n", with: ending)
            for cut in stride(from: 0, to: text.utf8.count, by: 7) {
                let part = String(decoding: Array(text.utf8).dropLast(cut), as: UTF8.self)
                let texts = (ArticleSplitter.articles(in: part) ?? []).map(\.text)
                guard !texts.isEmpty else { continue }
                for sentence in sentences where part.contains(sentence) {
                    #expect(texts.contains { $0.contains(sentence) }, "\(cut) \(part)")
                }
            }
        }
    }

    /// What tells about an article is in no text, whatever the line ends.
    @Test(arguments: Export.allCases)
    func noLabelIsInTheText(_ export: Export) throws {
        for ending in ["\n", "\r\n", "\r"] {
            let text = export.text.replacing("\n", with: ending)
            let articles = try #require(ArticleSplitter.articles(in: text))
            for word in [
                "BYLINE", "SECTION:", "LENGTH", "Length:", "oad-", "LOAD", "Copyright 2031", "(c)",
                "End of Document", "LANGUAGE", "Classification", "Document ", "ProQuest", "Job",
            ] {
                #expect(!articles.contains { $0.text.contains(word) }, "\(word)")
            }
        }
    }

    /// Ten thousand small articles and a text of long lines take no time that grows with their square.
    @Test func largeTextsAreRead() throws {
        let one = Export.nexis.text.split(separator: "2 of 2")[0].replacing(
            "1 of 2 DOCUMENTS", with: "")
        let many = (1...5000).map { "\($0) of 5000 DOCUMENTS\n\(one)" }.joined(separator: "\n")
        #expect(ArticleSplitter.articles(in: many)?.count == 5000)
        for line in [
            "SUBJECT: a\n", "HD\n", "Graphic\n", "###\n", "From: x\nDate: y\n", "\n", "Body\n",
        ] {
            let text =
                "LOAD-DATE: March 5, 2031\nLENGTH: 5 words\n\nFull text: a\nPublication title: b\n\n"
            _ = ArticleSplitter.articles(in: String(repeating: line, count: 20_000))
            _ = ArticleSplitter.articles(in: text + String(repeating: line, count: 20_000))
        }
    }

    /// Exports that were cut, changed and mixed: an answer, without a word that the file does not have.
    @Test func mangledExportsAreRead() {
        var g = SplitMix(seed: 17)
        let seeds = Export.allCases.map { Array($0.text.utf8) }
        for round in 0..<1000 {
            let bytes = mangled(
                seeds[round % seeds.count], with: seeds[(round / 7) % seeds.count], &g)
            let text = String(decoding: bytes, as: UTF8.self)
            for article in ArticleSplitter.articles(in: text) ?? [] {
                #expect(article.text.utf8.count <= text.utf8.count)
            }
        }
    }

    @Test(arguments: ["-ENDS-", "- ends -", "-30-", "ENDS", "# # #"])
    func releasesEndByTheMarksOfTheirTrade(_ end: String) throws {
        let release =
            "FOR IMMEDIATE RELEASE\n\nMayor answers\n\n“We will not go,” said Orla Penn.\n\n\(end)\n\n"
        let articles = try #require(ArticleSplitter.articles(in: release + release))
        #expect(articles.count == 2)
        #expect(articles.allSatisfy { !$0.text.contains(end) && $0.text.contains("Orla Penn") })
    }

    @Test func exportsOfThousandsAreSplit() throws {
        let export = (1...2).map {
            "\($0) of 1,203 DOCUMENTS\n\nCoast Courier\n\nMarch \($0), 2031 Wednesday\n\nHEADLINE: Title \($0)\n\nLENGTH: 12 words\n\n"
                + "BODY:\n\nOrla Penn agreed, she said.\n\nLOAD-DATE: March 7, 2031\n\n"
        }.joined()
        let articles = try #require(ArticleSplitter.articles(in: export))
        #expect(articles.map(\.title) == ["Title 1", "Title 2"])
        #expect(articles.map(\.source) == ["Coast Courier", "Coast Courier"])
    }
}
