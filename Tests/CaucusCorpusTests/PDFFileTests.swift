import CaucusMatrix
import Foundation
import Testing

@testable import CaucusCorpus

/// Issue 17: PDFs are read by a program beside this one, which is bounded, and lines become paragraphs again.
@Suite struct PDFFileTests {
    private static let isInstalled =
        PDFFile.tool.location(searchPath: "/usr/local/bin:/usr/bin:/bin") != nil

    /// A PDF whose pages have these lines; an empty one leaves a line out.
    static func pdf(_ pages: [[String]]) -> [UInt8] {
        var objects = [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count \(pages.count)/Kids[\(pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " "))]>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
        ]
        for (k, lines) in pages.enumerated() {
            let shown = lines.map {
                "(\($0.replacing("(", with: "\\(").replacing(")", with: "\\)"))) Tj T*"
            }
            let stream = "BT /F1 10 Tf 12 TL 50 780 Td " + shown.joined(separator: "\n") + " ET"
            objects.append(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents \(5 + 2 * k) 0 R>>"
            )
            objects.append("<</Length \(stream.utf8.count)>>stream\n\(stream)\nendstream\n")
        }
        var file = "%PDF-1.4\n"
        var places: [Int] = []
        for (k, object) in objects.enumerated() {
            places.append(file.utf8.count)
            file += "\(k + 1) 0 obj\(object)endobj\n"
        }
        let table = file.utf8.count
        file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places {
            let digits = String(place)
            file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        file += "trailer<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(table)\n%%EOF\n"
        return Array(file.utf8)
    }

    private static let pages = [
        [
            "Lorn Courier, page 1", "", "Bridge stays", "",
            "The council of Lorn met on Monday, and its mayor, Ada",
            "Quill, spoke for an hour about the bridge and the par-",
            "liament of the town, which is well-", "Known to all of them.",
            "\"We will not close it,\" she said to those who had come", "", "1",
        ],
        [
            "Lorn Courier, page 2", "", "with their children.", "",
            "Nobody of the opposition answered.", "", "2",
        ],
    ]
    private static let text =
        "Bridge stays\n\nThe council of Lorn met on Monday, and its mayor, Ada Quill, spoke for an hour about the bridge and the parliament of the town, which is well-Known to all of them.\n\n\"We will not close it,\" she said to those who had come with their children.\n\nNobody of the opposition answered."

    @Test func linesOfPagesBecomeParagraphs() {
        let text = PDFText(Self.pages.map { $0.joined(separator: "\n") + "\n\u{C}" }.joined())
        #expect(text.paragraphs(of: text.lines) == Self.text)
        #expect(PDFText("\u{C}\n\u{C}").isEmpty && PDFText("").isEmpty)
        // What only one page of three has stays.
        let three = PDFText("One of them.\n1\u{C}Two of them.\n2\u{C}Three of us\nwent.\n\u{C}")
        #expect(three.lines.contains("One of them.") && three.lines.contains("Three of us"))
    }

    @Test(.enabled(if: isInstalled)) func aPDFIsRead() throws {
        let directory = try TemporaryDirectory()
        let bytes = Self.pdf(Self.pages)
        let path = try directory.write("-a.pdf", bytes)
        #expect(try PDFFile.articles(path: path) == [ReadArticle(text: Self.text)])
        #expect(try PDFFile.articles(in: bytes) == [ReadArticle(text: Self.text)])
    }

    @Test(.enabled(if: isInstalled)) func articlesOfArchivesAreSplit() throws {
        let lines = Export.nexis.text.replacing("“", with: "\"").replacing("”", with: "\"")
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let found = try PDFFile.articles(in: Self.pdf([lines]))
        try #require(found.count == 2)
        #expect(found[0].published == "March 5, 2031 Wednesday")
        #expect(
            found[0].text.hasSuffix("\"We will not close it,\" said Ada Quill, the mayor of Lorn."))
    }

    private func message(_ bytes: [UInt8]) -> String {
        do { return "\(try PDFFile.articles(in: bytes))" } catch { return error.message }
    }

    /// A damaged page is told with the pages that are read.
    @Test(.enabled(if: isInstalled)) func aDamagedPageIsTold() throws {
        var bytes = Self.pdf([["The bridge stays, she said."], ["Nobody answered her."]])
        let stream = try #require(
            bytes.indices.last { bytes[$0...].starts(with: "stream\nBT".utf8) })
        for i in (stream + 7)..<(stream + 40) { bytes[i] = UInt8(ascii: ")") }
        let found = try PDFFile.articles(in: bytes)
        try #require(found.count == 1)
        #expect(found[0].text.contains("The bridge stays, she said."))
        #expect(
            found[0].faults.count == 1 && found[0].faults[0].hasPrefix("pdftotext: syntax error"))
        #expect(found[0].faults.first?.hasSuffix("; parts may be missing") ?? false)
    }

    /// The file that the tool reads has no name by then.
    @Test func temporaryFilesHaveNoName() throws {
        let file = try PDFFile.TemporaryFile(Array("A page.".utf8))
        let tool = OutsideTool(name: "cat", debian: "", brew: "")
        let output = try tool.output([file.path], input: file.descriptor)
        #expect(output.bytes == Array("A page.".utf8) && output.messages == "")
        #expect(file.path == "/dev/fd/3" || FileManager.default.fileExists(atPath: file.path))
    }

    @Test(.enabled(if: isInstalled)) func whatIsNoPDFIsTold() {
        #expect(message(Array("No.".utf8)).contains("pdftotext cannot read it (exit code 1)"))
        #expect(message(Self.pdf([[]])).contains("found no text in the pdf"))
    }

    @Test func blocksLinesAndWordsAreRead() {
        let layout = """
            <doc>
              <page width="600.000000" height="800.000000">
                <flow>
                  <block xMin="50.000000" yMin="1.0">
                    <line xMin="50.000000" yMin="1.0">
                      <word xMin="50.000000">A&amp;B</word>
                      <word xMin="50.000000">\u{FB01}nd.</word>
                    </line>
                    <line xMin="62.000000" yMin="1.0">
                      <word xMin="62.000000">One</word>
                    </line>
                    <line xMin="50.000000" yMin="1.0">
                      <word xMin="50.000000">&lt;two</word>
                    </line>
                  </block>
                  <block xMin="300.000000" yMin="1.0">
                    <line xMin="300.000000" yMin="1.0">
                      <word xMin="300.000000">three</word>
                    </line>
                  </block>
                </flow>
              </page>
              <page width="600.000000" height="800.000000">
              </page>
            </doc>
            """
        #expect(
            PDFLayout.text(Array(layout.utf8)) == "A&B find.\n\nOne\n<two\n\nthree\n\u{C}\n\u{C}")
        var g = SplitMix(seed: 177)
        for _ in 0..<1000 {
            let bytes = mangled(Array(layout.utf8), with: Array(layout.utf8), &g)
            #expect(PDFLayout.text(bytes).utf8.count <= 3 * bytes.count)
        }
    }

    // MARK: the tool

    private func told(
        _ name: String, _ arguments: [String], limit: Int = 60_000, output: Int = 1 << 20
    ) -> String {
        var tool = OutsideTool(name: name, debian: "d", brew: "b")
        (tool.limit, tool.outputLimit) = (limit, output)
        do {
            return String(decoding: try tool.output(arguments).bytes, as: UTF8.self)
        } catch { return error.message }
    }

    @Test func aToolThatIsMissingIsNamed() {
        #expect(
            told("no-such-tool", [])
                == "found no no-such-tool, which reads such files; expected it "
                + "on the path: apt-get install d, or brew install b")
        let tool = OutsideTool(name: "sh", debian: "", brew: "")
        #expect(tool.location(searchPath: "bin:.::/bin") == "/bin/sh")
        #expect(tool.location(searchPath: "") == nil)
    }

    @Test func aToolIsBounded() throws {
        #expect(told("echo", ["a; b", "$HOME"]) == "a; b $HOME\n")
        #expect(told("cat", []) == "")
        let start = ContinuousClock.now
        #expect(told("sleep", ["30"], limit: 300).contains("sleep had not ended after 0 seconds"))
        #expect(told("sh", ["-c", "sleep 30 & sleep 30"], limit: 300).contains("had not ended"))
        #expect(
            told("sh", ["-c", "exec >&- 2>&-; sleep 30"], limit: 300).contains("had not ended"))
        #expect(told("yes", [], output: 1000).contains("wrote more than 1000 bytes"))
        #expect(ContinuousClock.now - start < .seconds(15))
        #expect(
            told("sh", ["-c", "echo 'Syntax Error' >&2; exit 3"])
                == "sh cannot read it (exit code 3): syntax error")
        #expect(told("sh", ["-c", "kill -9 $$"]) == "sh cannot read it (signal 9)")
        let much = told("sh", ["-c", "head -c 300000 /dev/zero >&2; echo done"])
        #expect(much == "done\n")
    }

    /// Starting the tool takes its time: fewer files than of the other kinds, and their text as often.
    @Test func mangledPagesAreReadOrTold() throws {
        var g = SplitMix(seed: 176)
        let text = Array(Self.pages.map { $0.joined(separator: "\n") + "\n\u{C}" }.joined().utf8)
        for _ in 0..<1000 {
            let text = PDFText(String(decoding: mangled(text, with: text, &g), as: UTF8.self))
            #expect(text.paragraphs(of: text.lines).utf8.count <= 2 * text.lines.utf8.count)
        }
        guard Self.isInstalled else { return }
        let file = Self.pdf(Self.pages)
        for _ in 0..<60 {
            let told = message(mangled(file, with: file, &g))
            #expect(!told.isEmpty)
        }
    }
}
