import CaucusText
import Foundation
import Testing

/// The one writer of tables.
@Suite struct CSVWriterTests {
    private func cell(_ text: String) -> String {
        var csv = CSVWriter()
        csv.cell(text)
        return String(decoding: csv.taken(), as: UTF8.self)
    }

    @Test func formulasAreDisarmedAndNumbersAreNot() {
        #expect(cell("=cmd()") == "'=cmd()")
        #expect(cell("@SUM(A1)") == "'@SUM(A1)")
        #expect(cell("-2+3") == "'-2+3")
        #expect(cell("+1 555 0100") == "'+1 555 0100")
        #expect(cell("\t=1") == "'\t=1")
        #expect(cell("\r=1") == "\"'\r=1\"")
        for number in ["-2", "+3.5", "-0.1e-7", "12", "-.5"] { #expect(cell(number) == number) }
        #expect(cell("-") == "'-")
        #expect(cell("-e5") == "'-e5")
    }

    @Test func theMarkCanBeTakenOffAgain() {
        /// What `datapackage.json` tells readers to do.
        func read(_ text: String) -> String {
            let rest = text.drop { $0 == "'" }
            guard text.first == "'", let first = rest.unicodeScalars.first,
                "=+-@\t\r".unicodeScalars.contains(first)
            else { return text }
            return String(text.dropFirst())
        }
        for text in ["=x", "'=x", "''-x", "'quoted'", "'", "-5", "'-5", "plain", "'tis"] {
            #expect(read(cell(text)) == text)
        }
    }

    @Test func cellsAreQuotedByRFC4180() {
        #expect(cell("a,b") == "\"a,b\"")
        #expect(cell("say \"hi\"") == "\"say \"\"hi\"\"\"")
        #expect(cell("two\nlines") == "\"two\nlines\"")
        #expect(cell("a\0b") == "a\u{FFFD}b")
    }

    @Test func missingValuesAreEmptyCells() {
        var csv = CSVWriter()
        csv.cell(nil as String?)
        csv.cell(-12)
        csv.cell(nil as Int?)
        csv.cell(0.25)
        csv.cell(Double.nan)
        csv.cell("")
        csv.endRow()
        #expect(csv.take() == Array(",-12,,0.25,,\r\n".utf8))
        csv.row(["next"])
        #expect(csv.take() == Array("next\r\n".utf8))
    }

    @Test func numbersAreRoundedAndNeverMinusZero() {
        #expect(DecimalText.text(0.1 + 0.2) == "0.3")
        #expect(DecimalText.text(-0.00000004) == "0")
        #expect(DecimalText.text(-1.5) == "-1.5")
        #expect(DecimalText.text(123.000001) == "123.000001")
        #expect(DecimalText.text(0.000001) == "0.000001")
        #expect(DecimalText.text(999.9999996) == "1000")
        #expect(DecimalText.text(.nan).isEmpty && DecimalText.text(.infinity).isEmpty)
        #expect(DecimalText.text(1e300) == "1e+300")
    }

    /// Issue 13: a source that is called `-12` was spelled in two ways.
    @Test func aTableSaysTheSameAsCSVAndAsLines() throws {
        let cells: [[TableCell]] = [
            [.text("-12"), .integer(-3), .number(0.1 + 0.2), .json("[1,2]"), .empty],
            [.text("=a \"b\"\n"), .integer(0), .number(.nan), .json("{}"), .text("é")],
        ]
        func table(_ format: TableFormat) -> String {
            var bytes: [UInt8] = []
            var table = TableWriter(["a", "b", "c", "d\"", "e"], as: format)
            for row in cells { table.row(row) { bytes += $0 } }
            table.finish { bytes += $0 }
            return String(decoding: bytes, as: UTF8.self)
        }
        #expect(
            table(.csv)
                == "a,b,c,\"d\"\"\",e\r\n"
                + "-12,-3,0.3,\"[1,2]\",\r\n"
                + "\"'=a \"\"b\"\"\n\",0,,{},é\r\n")
        #expect(
            table(.jsonl) == """
                {"a":"-12","b":-3,"c":0.3,"d\\"":[1,2],"e":null}
                {"a":"=a \\"b\\"\\n","b":0,"c":null,"d\\"":{},"e":"é"}

                """)
        for line in table(.jsonl).split(separator: "\n") {
            _ = try JSONSerialization.jsonObject(with: Data(line.utf8))
        }
    }

    @Test func aLongTableLeavesInPieces() {
        var pieces: [Int] = []
        var table = TableWriter(["a"], as: .csv)
        for _ in 0..<3000 {
            table.row([.text(String(repeating: "x", count: 398))]) { pieces.append($0.count) }
        }
        table.finish { pieces.append($0.count) }
        #expect(pieces.reduce(0, +) == 3 + 3000 * 400 && pieces.count == 5)
        #expect(pieces.allSatisfy { $0 < 270_000 })
    }
}
