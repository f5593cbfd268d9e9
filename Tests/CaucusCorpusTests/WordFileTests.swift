import CaucusMatrix
import Testing

@testable import CaucusCorpus

/// Issue 17: Word files give their paragraphs and the articles among them, and hostile ones do no harm.
@Suite struct WordFileTests {
    /// A Word file with `body` in its main part.
    private func file(_ body: String, core: String = "", head: String = "") -> [UInt8] {
        let space = #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#
        var builder = ZipBuilder([
            ("[Content_Types].xml", "<Types/>"),
            (
                "word/document.xml",
                #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\#(head)<w:document \#(space) "#
                    + #"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">"#
                    + "<w:body>\(body)</w:body></w:document>"
            ),
            ("word/header1.xml", "<w:hdr \(space)><w:p><w:r><w:t>Page 1</w:t></w:r></w:p></w:hdr>"),
        ])
        if !core.isEmpty {
            builder.members.append(
                .init(
                    name: "docProps/core.xml",
                    bytes: Array(
                        (#"<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/">"#
                            + "<dc:title>\(core)</dc:title><dc:creator>T</dc:creator></cp:coreProperties>")
                            .utf8)))
        }
        return builder.bytes
    }

    private func paragraph(_ text: String) -> String {
        "<w:p><w:pPr><w:tabs><w:tab w:pos='1'/></w:tabs></w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }

    private func text(_ body: String) throws -> String {
        try WordFile.articles(.bytes(file(body)))[0].text
    }

    @Test func paragraphsAreRead() throws {
        let body = """
            <w:p><w:r><w:t xml:space="preserve">“We will </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>not</w:t></w:r>
            <w:ins><w:r><w:t> close</w:t></w:r></w:ins><w:del><w:r><w:delText> open</w:delText><w:t>x</w:t></w:r></w:del>
            <w:r><w:t xml:space="preserve"> it,” said A &amp; B.</w:t></w:r></w:p>
            <w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>
            <w:p><w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t><w:noBreakHyphen/><w:t>four</w:t></w:r>
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:instrText>HYPERLINK</w:instrText></w:r></w:p>
            <w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>A box.</w:t></w:r></w:p></w:txbxContent></mc:Choice>
            <mc:Fallback><w:p><w:r><w:t>A box.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Around it.</w:t></w:r></w:p>
            """
        #expect(
            try text(body)
                == "“We will not close it,” said A & B.\n\nOne\ntwo\tthree-four\n\nA box.\n\nAround it."
        )
    }

    /// What hid a run before a change, what hides a mark, or the run around it, hides no other.
    @Test func onlyARunsOwnPropertyHidesIt() throws {
        let body = """
            <w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>Once hidden.</w:t></w:r></w:p>
            <w:p><w:r><w:txbxContent><w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>A box.</w:t></w:r></w:p></w:txbxContent>
            <w:t>Around it.</w:t></w:r></w:p>
            <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:txbxContent><w:p><w:r><w:t>x</w:t></w:r></w:p></w:txbxContent><w:t>hidden</w:t></w:r>
            <w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Shown.</w:t></w:r></w:p>
            """
        #expect(try text(body) == "Once hidden.\n\nA box.\n\nAround it.\n\nShown.")
    }

    /// Elements cost more than their bytes.
    @Test func elementsAreBounded() throws {
        final class Handler: XMLPartHandler {
            let space = ""
            let maximumElements = 10
            var names: [String] = []
            func start(_ name: String, isMeant: Bool, _ attributes: XMLAttributes) {
                names.append(name)
            }
            func end(_ name: String, isMeant: Bool) {}
            func add(_ text: UnsafeBufferPointer<UInt8>) {}
        }
        #expect(WordText().maximumElements < 5_000_000)
        for count in [9, 10, 5000] {
            let text = "<a>" + String(repeating: "<b/>", count: count) + "</a>"
            let archive = try ZipArchive(.bytes(ZipBuilder([("x", text)]).bytes))
            let member = try ZipMember(archive.source, archive.entries[0], limit: .max)
            let handler = Handler()
            var told = ""
            do { try XMLPart.read(member, named: "x", handler) } catch { told = error.message }
            #expect(told.contains("x: found more than 10 elements") == (count > 9), "\(told)")
            #expect(handler.names.count == 10 && handler.names.prefix(2) == ["a", "b"])
        }
    }

    @Test func rowsOfTablesAreLines() throws {
        func cell(_ texts: String...) -> String { "<w:tc>\(texts.map(paragraph).joined())</w:tc>" }
        let table =
            "<w:tbl><w:tr>\(cell("a", "b"))\(cell("c"))\(cell("d"))</w:tr><w:tr>\(cell("e"))\(cell("f"))</w:tr></w:tbl>"
        let layout = "<w:tbl><w:tr>\(cell("One.", "Two."))</w:tr></w:tbl>"
        #expect(
            try text(paragraph("x") + table + paragraph("y") + layout)
                == "x\n\na b\tc\td\ne\tf\n\ny\n\nOne.\n\nTwo.")
    }

    @Test func theTitleIsThatOfTheArticleElseOfTheFile() throws {
        let plain = try WordFile.articles(
            .bytes(file(paragraph("Nobody spoke."), core: "Bridge  stays")))
        #expect(plain == [ReadArticle(text: "Nobody spoke.", title: "Bridge stays")])
    }

    /// The exports of archives as Word files: each line a paragraph.
    @Test(arguments: Export.allCases)
    func articlesOfArchivesAreSplit(_ export: Export) throws {
        let lines = export.text.split(separator: "\n", omittingEmptySubsequences: false)
        let body = lines.map {
            paragraph(String($0).replacing("&", with: "&amp;").replacing("<", with: "&lt;"))
        }.joined()
        let articles = try WordFile.articles(.bytes(file(body, core: "Files (2)")))
        #expect(articles.count == 2)
        #expect(
            articles.map(\.source)
                == (ArticleSplitter.articles(in: export.text) ?? []).map(\.source))
        #expect(articles.allSatisfy { !$0.text.isEmpty && $0.title != "Files (2)" })
        #expect(articles.last?.text == "“It is over,” Bo Tull said." || export == .nexis)
    }

    private func message(_ bytes: [UInt8], limit: Int = 1 << 20) -> String {
        do {
            return "\(try WordFile.articles(.bytes(bytes), limit: limit))"
        } catch { return error.message }
    }

    @Test func hostileFilesAreTold() {
        let laughs =
            "<!DOCTYPE x [<!ENTITY a 'ha'>"
            + (1...12).map {
                "<!ENTITY a\($0) '&a\($0 == 1 ? "" : "\($0 - 1)");&a\($0 == 1 ? "" : "\($0 - 1)");'>"
            }
            .joined() + "]>"
        #expect(message(file(paragraph("&a12;"), head: laughs)).contains("found a document type"))
        #expect(
            message(file(paragraph("&x;"), head: "<!DOCTYPE x SYSTEM 'file:///etc/passwd'>"))
                .contains("found a document type"))
        #expect(message(file(paragraph("&nobody;"))).contains("broken XML at line 1"))
        let deep = String(repeating: "<w:p>", count: 100_000)
        #expect(message(file(deep)).contains("broken XML"))
        #expect(message(file(paragraph("<w:x>"))).contains("broken XML"))
        #expect(message(file("")) == "found no text in the Word file; expected paragraphs")
        #expect(message(ZipBuilder([("a.txt", "b")]).bytes).contains("without word/document.xml"))
        #expect(message([0xD0, 0xCF, 0x11, 0xE0, 0, 0, 0, 0]).contains("before 2007"))
        #expect(message(Array("PK".utf8)).contains("found no zip"))
        #expect(message([]).contains("found no zip"))
        let bomb = paragraph(String(repeating: "x", count: 2 << 20))
        #expect(message(file(bomb)).contains("expected at most 1048576"))
    }

    /// Mangled packed bytes seldom pass the checksum: mangled XML is packed anew.
    @Test func mangledFilesAreReadOrTold() {
        var g = SplitMix(seed: 172)
        let lines = Export.uni.text.split(separator: "\n").map {
            paragraph(String($0).replacing("&", with: "and"))
        }
        let whole = file(lines.joined(), core: "T")
        let body = Array(lines.joined().utf8)
        var (read, told) = (0, 0)
        for round in 0..<1000 {
            let bytes =
                round % 2 == 0
                ? mangled(whole, with: whole, &g)
                : file(String(decoding: mangled(body, with: body, &g), as: UTF8.self))
            do {
                read += try WordFile.articles(.bytes(bytes), limit: 1 << 20).count
            } catch {
                told += 1
                #expect(!error.message.isEmpty && !error.message.contains("\n"))
            }
        }
        #expect(read > 30, "\(read)")
        #expect(told > 100, "\(told)")
    }
}
