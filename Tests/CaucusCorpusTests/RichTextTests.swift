import CaucusMatrix
import Testing

@testable import CaucusCorpus

/// Issue 17: rich text gives its paragraphs and the articles among them, and hostile files do no harm.
@Suite struct RichTextTests {
    private static let head =
        #"{\rtf1\ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0\fswiss\fcharset0 Helvetica;}{\f1\fcharset204 Cyr;}}"#
        + #"{\colortbl;\red0\green0\blue0;}{\*\generator X;}{\info{\title My \'e9 title}{\author Me}}"#

    private func text(_ body: String) throws -> String {
        try RichText.articles(in: Array((Self.head + body + "}").utf8))[0].text
    }

    @Test func paragraphsAreRead() throws {
        let body = #"""
            {\header Page 1\par}\pard\f0\fs24{\b Bridge stays}\par\par
            \ldblquote We will not \i close\i0  it,\rdblquote  said Ada Quill \endash  the mayor\line of Lorn.
             \'93Not\'94 \u8220?x\u8221? caf\'e9 \u-10179?\u-8704? \{\\\}\par
            {\uc2\u233\'c3\'a9{\uc0\u233}}t\'e9{\v hidden}{\*\unknown junk}{\pict\pngblip 89504e47}\tab tabbed\~a\_b\-c\
            {\field{\*\fldinst HYPERLINK "x"}{\fldrslt link}}{\footnote Note.}\bin4 }}}} and on.\par
            """#
        #expect(
            try text(body)
                == "Bridge stays\n\n“We will not close it,” said Ada Quill – the mayor\nof Lorn. “Not” “x” café 😀 {\\}\n\néété\ttabbed a-bc\n\nlink and on."
        )
        #expect(
            try RichText.articles(in: Array((Self.head + "a\\par}").utf8))[0].title == "My é title")
    }

    /// The text of a drawing is read as Word has it now, not what older programs show instead, nor its settings.
    @Test func textBoxesAreRead() throws {
        let box = { (text: String) in
            #"{\shp{\*\shpinst\shpleft1{\sp{\sn name}{\sv value}}{\shptxt \#(text)}}{\shprslt{\*\do old}old\par}}"#
        }
        #expect(
            try text(#"One \#(box(#"Boxed {\b words}.\par Two."#)) line.\par More.\par"#)
                == "Boxed words.\n\nTwo.\n\nOne  line.\n\nMore.")
        #expect(try text(#"{\shpgrp{\*\shpinst\#(box("Inner."))}}Last.\par"#) == "Inner.\n\nLast.")
        #expect(try text(#"{\header \#(box("Head."))}{\*\x \shptxt y}Last.\par"#) == "Last.")
        #expect(
            try text(#"\trowd\pard\intbl a\#(box("Boxed."))\cell b\cell\row\pard Last.\par"#)
                == "Boxed.\n\na\tb\n\nLast.")
        #expect(try text(#"One.{\shp{\*\shpinst{\shptxt Cut"#) == "Cut\n\nOne.")
    }

    @Test func rowsAreLines() throws {
        let rows =
            #"\trowd\pard\intbl a\cell b\cell\row\trowd\pard\intbl c\par d\cell\row\pard Text.\par"#
        #expect(try text("x\\par" + rows) == "x\n\na\tb\nc\n\nd\n\nText.")
    }

    /// The exports of archives as rich text, and Factiva's table of codes.
    @Test(arguments: Export.allCases)
    func articlesOfArchivesAreSplit(_ export: Export) throws {
        let lines = export.text.split(separator: "\n", omittingEmptySubsequences: false).map {
            line in
            line.unicodeScalars.map {
                $0.isASCII ? String($0) : "\\u\(Int16(bitPattern: UInt16($0.value)))?"
            }.joined() + "\\par\n"
        }
        let found = try RichText.articles(in: Array((Self.head + lines.joined() + "}").utf8))
        #expect(found.count == 2)
        #expect(
            found.map(\.source) == (ArticleSplitter.articles(in: export.text) ?? []).map(\.source))
        let row = { (code: String, text: String) in
            #"\trowd\pard\intbl{\b \#(code)}\cell \#(text)\cell\row"#
        }
        let table =
            row("HD", "Bridge stays") + row("WC", "9 words") + row("PD", "5 March 2031")
            + row("LP", #"One.\par Two."#) + row("TD", #"Three.\par Four."#)
            + row("AN", "Document LCOUR00020310305e7350001")
        let article = try RichText.articles(in: Array((Self.head + table + "}").utf8))[0]
        #expect(article.text == "One.\n\nTwo.\n\nThree.\n\nFour.")
        #expect(article.title == "Bridge stays" && article.published == "5 March 2031")
    }

    private func message(_ file: String) -> String {
        do { return "\(try RichText.articles(in: Array(file.utf8)))" } catch {
            return error.message
        }
    }

    @Test func whatCannotBeReadIsTold() {
        #expect(message("No.").contains("found no {\\rtf"))
        #expect(message(Self.head).contains("found no text"))
        #expect(message(#"{\rtf1\ansicpg1251 \'c0\par}"#).contains("code page 1251 at byte 22"))
        #expect(message(Self.head + #"\f1 \'c0\par}"#).contains("character set 204"))
        #expect(
            message("{\\rtf1" + String(repeating: "{", count: 100_000)).contains(
                "nested deeper than 1000"))
        #expect(message(#"{\rtf1 a\bin999999999999 b\u99999999999 \par"#).contains("a"))
    }

    @Test func mangledFilesAreReadOrTold() {
        var g = SplitMix(seed: 175)
        let seed = Array(
            (Self.head
                + #"\ldblquote We\rdblquote {\b said \u8220?x\u8221?}\par\trowd\intbl a\cell\row\bin2 xx\'e9\par}"#)
                .utf8)
        var read = 0
        for _ in 0..<1000 {
            let bytes = mangled(seed, with: seed, &g)
            do {
                let found = try RichText.articles(in: bytes)
                read += 1
                #expect(found.allSatisfy { $0.text.utf8.count <= 3 * bytes.count })
            } catch { #expect(!error.message.isEmpty && !error.message.contains("\n")) }
        }
        #expect(read > 200, "\(read)")
    }
}
