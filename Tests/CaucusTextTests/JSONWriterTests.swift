import CaucusText
import Foundation
import Testing

/// The one writer of JSON.
@Suite struct JSONWriterTests {
    @Test func aLineHoldsNumbersAndSpansAsTheyPrint() {
        for value in [0, 7, 10, 99, 100, 12_345, 999_999, .max, -5] {
            var line = JSONWriter()
            line.object { $0.member("n", value) }
            #expect(line.text == "{\"n\":\(value)}")
        }
        for value in [0.001, 0.1, 0.25, 0.333333, 0.999999, 0.0005, 1, 0] {
            var line = JSONWriter()
            line.number(rounding: value)
            #expect(line.text == DecimalText.text(value) && Double(line.text) == value)
        }
        var line = JSONWriter()
        line.object { $0.member("id", "a\"b", at: Span(3, 120)) }
        #expect(line.text == "{\"id\":\"a\\\"b:3-120\"}")
    }

    @Test(arguments: [("\"", "\\\""), ("\\", "\\\\"), ("\u{1}", "\\u0001"), ("\n", "\\n")])
    func aByteToEscapeIsFoundWhereverItStands(_ raw: String, _ escaped: String) {
        for offset in 0..<20 {
            var line = JSONWriter()
            let plain = String(repeating: "é", count: offset)
            line.string(plain + raw + plain)
            #expect(line.text == "\"" + plain + escaped + plain + "\"")
        }
    }

    @Test func aFileIsIndentedAndEmptyListsStayOnTheirLine() {
        var json = JSONWriter(.indented)
        json.object {
            $0.member("a\"", nil as String?)
            $0.member("b", ["x", "y"])
            $0.key("c")
            $0.object { _ in }
            $0.key("d")
            $0.array([1.0, -.infinity, 0.1 + 0.2]) { $0.number(rounding: $1) }
        }
        #expect(
            String(decoding: json.ended(), as: UTF8.self) == """
                {
                  "a\\"": null,
                  "b": [
                    "x",
                    "y"
                  ],
                  "c": {},
                  "d": [
                    1,
                    null,
                    0.3
                  ]
                }

                """)
    }

    @Test func whatStandsInAPageCannotEndItsElement() throws {
        var json = JSONWriter(.embedded)
        json.array(["</script>", "a\tb", "é\u{1}"])
        #expect(json.text == #"["\u003c/script>","a\tb","é\u0001"]"#)
        let parsed = try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String]
        #expect(parsed?.first == "</script>")
    }

    @Test func linesLeaveInPieces() {
        var json = JSONWriter()
        json.object { $0.member("n", 1) }
        json.endLine()
        #expect(json.take() == Array("{\"n\":1}\n".utf8))
        json.object { $0.member("n", 2) }
        #expect(json.text == "{\"n\":2}")
    }
}
