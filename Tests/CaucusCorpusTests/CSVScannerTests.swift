import Testing

@testable import CaucusCorpus

@Suite struct CSVScannerTests {
    private func rows(_ text: String, maximumRow: Int = 1000) -> [[String]?] {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            let scanner = CSVScanner(delimiter: UInt8(ascii: ","), maximumRow: maximumRow)
            var cells: [CSVScanner.Cell] = []
            var rows: [[String]?] = []
            var start = 0
            while start < bytes.count {
                switch scanner.step(bytes, from: start, isLast: true, into: &cells) {
                case .row(let next):
                    rows.append(cells.map { CSVScanner.text($0, bytes) })
                    start = next
                case .broken(_, let next):
                    rows.append(nil)
                    start = next ?? bytes.count
                case .incomplete: return rows
                }
            }
            return rows
        }
    }

    @Test func rowsAreReadAsTheStandardSays() {
        #expect(rows("a,b\r\nc,\"d\"\n") == [["a", "b"], ["c", "d"]])
        #expect(rows("\"a,b\",\"c\r\nd\",\"e\"\"f\"\"\"\n") == [["a,b", "c\r\nd", "e\"f\""]])
        #expect(rows(",\n,") == [["", ""], ["", ""]])
        #expect(rows("a 6\" pipe,b\"\n") == [["a 6\" pipe", "b\""]])
        #expect(rows("\"\",\"\"\"\"") == [["", "\""]])
        #expect(rows("a\r\nb\r") == [["a"], ["b\r"]])
    }

    @Test func aBrokenRowCostsItsFirstLineOnly() {
        #expect(rows("a,\"b\nc,d\ne,f\n") == [nil, ["c", "d"], ["e", "f"]])
        #expect(rows("a,\"b\nc,\"d\"\ne,f\n") == [nil, ["c", "d"], ["e", "f"]])
        #expect(rows("\"a\"b,c\nd,e\n") == [nil, ["d", "e"]])
        #expect(rows("aaaaaaaaaaaaaaaa\nb\n", maximumRow: 8) == [nil, ["b"]])
    }
}
