import CaucusMatrix
import Testing

@testable import CaucusCorpus

/// Issue 17: the first sheet of an Excel file is a table, and hostile ones do no harm.
@Suite struct SpreadsheetFileTests {
    private static let space = #"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#

    private func file(_ rows: String, strings: String = "") -> [UInt8] {
        let space = Self.space
        return ZipBuilder([
            (
                "xl/workbook.xml",
                #"<workbook \#(space) xmlns:r="r"><workbookPr/><sheets><sheet name="A" sheetId="2" r:id="rId2"/>"#
                    + #"<sheet name="B" sheetId="1" r:id="rId1"/></sheets></workbook>"#
            ),
            (
                "xl/_rels/workbook.xml.rels",
                #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
                    + #"<Relationship Id="rId1" Target="worksheets/sheet1.xml"/>"#
                    + #"<Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>"#
            ),
            ("xl/sharedStrings.xml", "<sst \(space)>\(strings)</sst>"),
            (
                "xl/styles.xml",
                #"<styleSheet \#(space)><numFmts><numFmt numFmtId="170" formatCode="yyyy\-mm\-dd"/>"#
                    + #"<numFmt numFmtId="171" formatCode="[Red]0&quot; days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>"#
                    + #"<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>"#
            ),
            ("xl/worksheets/sheet1.xml", "<worksheet \(space)><sheetData/></worksheet>"),
            (
                "xl/worksheets/sheet2.xml",
                "<worksheet \(space)><sheetData>\(rows)</sheetData></worksheet>"
            ),
        ]).bytes
    }

    private static let strings =
        "<si><t>text</t></si><si><t>date</t></si><si><r><t>“We will </t></r><r><t>not.”</t></r><rPh><t>x</t></rPh></si>"
    private static let rows = """
        <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="inlineStr"><is><t>n</t></is></c></row>
        <row r="3"/><row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4" s="1"><v>47912</v></c><c r="C4"><v>0.5</v></c><c r="D4"><v>9</v></c></row>
        <row r="5"><c r="B5" s="2"><v>47912.25</v></c><c t="b"><v>1</v></c></row>
        <row><c t="str"><v>A &amp; B</v></c><c s="3"><v>47912</v></c><c t="e"><v>#N/A</v></c></row>
        """

    @Test func theFirstSheetIsATable() throws {
        let table = try SpreadsheetFile(.bytes(file(Self.rows, strings: Self.strings)))
        #expect(table.header == ["text", "date", "n"])
        #expect(
            table.rows == [
                .init(number: 4, cells: ["“We will not.”", "2031-03-05", "0.5"]),
                .init(number: 5, cells: ["", "2031-03-05T06:00:00", "true"]),
                .init(number: 6, cells: ["A & B", "47912", ""]),
            ])
    }

    private func message(_ bytes: [UInt8]) -> String {
        do { return "\(try SpreadsheetFile(.bytes(bytes)))" } catch { return error.message }
    }

    @Test func whatCannotBeReadIsTold() {
        #expect(message(file("")).contains("sheet2.xml: found no rows"))
        #expect(message(ZipBuilder([("a", "b")]).bytes).contains("without xl/workbook.xml"))
        #expect(
            message(Array("no".utf8)).contains("found no zip; expected a table of Excel (.xlsx)"))
        #expect(message(file("<row>")).contains("broken XML"))
        let last = #"<row><c r="XFD1"><v>1</v></c></row>"#
        let wide = String(repeating: last, count: 1100)
        #expect(message(file(wide)).contains("more than 16777216 cells"))
        let long = String(repeating: #"<row><c r="A1"><v>1</v></c></row>"#, count: 1100)
        #expect(message(file(last + long)).contains("more than 16777216 cells"))
        #expect(message(file(#"<row><c r="ZZZZ1"><v>1</v></c></row>"#)).contains("found no rows"))
    }

    @Test func mangledFilesAreReadOrTold() {
        var g = SplitMix(seed: 178)
        let whole = file(Self.rows, strings: Self.strings)
        let rows = Array(Self.rows.utf8)
        var (read, told) = (0, 0)
        for round in 0..<1000 {
            let bytes =
                round % 2 == 0
                ? mangled(whole, with: whole, &g)
                : file(
                    String(decoding: mangled(rows, with: rows, &g), as: UTF8.self),
                    strings: Self.strings)
            do {
                let table = try SpreadsheetFile(.bytes(bytes), limit: 1 << 20)
                read += 1
                #expect(table.rows.allSatisfy { $0.cells.count == table.header.count })
            } catch {
                told += 1
                #expect(!error.message.isEmpty && !error.message.contains("\n"))
            }
        }
        #expect(read > 10, "\(read)")
        #expect(told > 100, "\(told)")
    }
}
