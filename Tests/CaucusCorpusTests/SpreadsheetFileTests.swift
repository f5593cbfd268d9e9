import CaucusMatrix
import Testing

@testable import CaucusCorpus

/// Issue 17: the first sheet of an Excel file is a table, and hostile ones do no harm.
@Suite struct SpreadsheetFileTests {
    private static let space = #"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#

    private func file(_ rows: String, strings: String = "", state: String = "") -> [UInt8] {
        let space = Self.space
        return ZipBuilder([
            (
                "xl/workbook.xml",
                #"<workbook \#(space) xmlns:r="r"><workbookPr/><sheets>\#(state)<sheet name="A" sheetId="2" r:id="rId2"/>"#
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

    @Test func numbersOfRowsAreThoseThatASheetHas() throws {
        let header = #"<row r="1"><c t="inlineStr"><is><t>text</t></is></c></row>"#
        let rows = ["9223372036854775807", "", "-5", "-9223372036854775808", "2", "1048576", ""].map
        {
            "<row \($0.isEmpty ? "" : "r='\($0)'")><c><v>1</v></c></row>"
        }
        let table = try SpreadsheetFile(.bytes(file(header + rows.joined())))
        #expect(table.rows.map(\.number) == [2, 3, 4, 5, 2, 1_048_576, 1_048_576])
    }

    /// A string that many cells refer to takes its room in each; longer ones than Excel has are told by their row.
    @Test func cellsAreBounded() throws {
        func row(_ string: Int, _ number: Int) -> String {
            #"<row r="\#(number)"><c t="s"><v>\#(string)</v></c></row>"#
        }
        let strings = [
            "text", String(repeating: "é", count: 32_767), String(repeating: "x", count: 32_768),
        ]
        .map { "<si><t>\($0)</t></si>" }.joined()
        let table = try SpreadsheetFile(
            .bytes(file(row(0, 1) + row(1, 2) + row(2, 3) + row(0, 4), strings: strings)))
        #expect(table.rows.map(\.number) == [2, 4] && table.longRows == [3])
        let many = file(row(0, 1) + (2...40).map { row(1, $0) }.joined(), strings: strings)
        #expect(throws: UnreadableFile.self) { try SpreadsheetFile(.bytes(many), limit: 1 << 21) }
        #expect(try SpreadsheetFile(.bytes(many)).rows.count == 39)
        let long = file(row(0, 1) + (2...2000).map { row(2, $0) }.joined(), strings: strings)
        #expect(message(long).contains("found more than 1000 rows with cells of more than 32767"))
        #expect(
            message(file(row(2, 1) + row(0, 2), strings: strings)).contains("row 1: found a cell"))
    }

    @Test func otherSheetsAreToldAndHiddenOnesPassedOver() throws {
        let rows =
            #"<row><c t="inlineStr"><is><t> text  </t></is></c><c t="inlineStr"><is><t>text</t></is></c></row>"#
        let table = try SpreadsheetFile(
            .bytes(file(rows, state: #"<sheet name="H" state="hidden" sheetId="9" r:id="rId1"/>"#)))
        #expect(table.header == ["text", "text"] && table.otherSheets == ["H", "B"])
        #expect(
            table.notes == [
                "read the sheet A alone; not read: H, B",
                "found several columns called text; the last one is read; expected names that differ",
            ])
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
