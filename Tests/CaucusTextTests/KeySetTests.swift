import CaucusText
import Testing

@Suite struct KeySetTests {
    @Test func holdsItsWordsWhateverTheirCaseAndNoOthers() {
        let words = (0..<200).map { "word\($0)" }
        let set = KeySet(words.joined(separator: " "))
        for word in words {
            #expect(set.contains(LetterFolding.key(of: word.uppercased())))
        }
        for i in 200..<2000 { #expect(!set.contains(LetterFolding.key(of: "word\(i)"))) }
        #expect(!KeySet("").contains(LetterFolding.key(of: "a")))
    }

    @Test func aLineHoldsNumbersAndSpansAsTheyPrint() {
        for value in [0, 7, 10, 99, 100, 12_345, 999_999, .max, -5] {
            var line = JSONLine()
            line.object { $0.member("n", value) }
            #expect(line.text == "{\"n\":\(value)}")
        }
        for value in [0.001, 0.1, 0.25, 0.333333, 0.999999, 0.0005, 1, 0] {
            var line = JSONLine()
            line.number(rounding: value)
            #expect(line.text == "\(value)")
        }
        var line = JSONLine()
        line.object { $0.member("id", "a\"b", at: Span(3, 120)) }
        #expect(line.text == "{\"id\":\"a\\\"b:3-120\"}")
    }

    @Test(arguments: [("\"", "\\\""), ("\\", "\\\\"), ("\u{1}", "\\u0001"), ("\n", "\\n")])
    func aByteToEscapeIsFoundWhereverItStands(_ raw: String, _ escaped: String) {
        for offset in 0..<20 {
            var line = JSONLine()
            let plain = String(repeating: "é", count: offset)
            line.string(plain + raw + plain)
            #expect(line.text == "\"" + plain + escaped + plain + "\"")
        }
    }
}
