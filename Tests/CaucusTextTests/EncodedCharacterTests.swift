import CaucusText
import Testing

/// Pages that were escaped, or read in another encoding: words and marks are those that were meant.
struct EncodedCharacterTests {
    private func words(_ text: String) -> [String] {
        Tokenizer().tokens(of: text).map { text[$0.span] }
    }

    private func kinds(_ text: String) -> [Lexeme.Kind] {
        Tokenizer().lexemes(of: Array(text.utf8)).map(\.kind)
    }

    private func keys(_ text: String) -> [UInt64] {
        Tokenizer().lexemes(of: Array(text.utf8)).map(\.key)
    }

    @Test(arguments: [
        "&ldquo;", "&#8220;", "&#x201C;", "&#X201c;", "&amp;ldquo;", "&#147;", "\u{93}", "â€œ",
        "\u{E2}\u{80}\u{9C}", "Ã¢â‚¬Å“",
    ])
    func anOpeningMarkIsOneInAnyWriting(_ mark: String) {
        #expect(kinds("\(mark)Yes") == [.doubleOpen, .word])
    }

    @Test(arguments: ["&rdquo;", "â€\u{9D}", "â€", "\u{94}", "â€\u{FFFD}"])
    func aClosingMarkIsOneInAnyWriting(_ mark: String) {
        #expect(kinds("Yes\(mark) he") == [.word, .doubleClose, .word])
    }

    @Test(arguments: ["Okello&#39;s", "Okello&rsquo;s", "Okelloâ€™s", "Okello\u{92}s"])
    func anApostropheIsOneInAnyWriting(_ text: String) {
        #expect(keys(text) == keys("Okello's"))
    }

    @Test(arguments: [
        "Jos&eacute;", "JosÃ©", "JosÃƒÂ©", "Jos&#233;", "Jo\u{AD}s\u{E9}", "Jo\u{200B}sé",
    ])
    func aLetterIsOneInAnyWriting(_ text: String) {
        #expect(keys(text) == keys("José"))
        #expect(words(text).count == 1)
    }

    @Test func whatIsNoEntityStaysAsItIs() {
        #expect(
            words("AT&T &c; & so; &unknown; R&D") == [
                "AT&T", "&", "c", ";", "&", "so", ";", "&", "unknown", ";", "R&D",
            ])
        #expect(words("AT&amp;T") == ["AT&amp;T"])
        for text in ["&#0;", "&#xD800;", "&#99999999;", "&#;", "&;", "&"] {
            #expect(Tokenizer().lexemes(of: Array(text.utf8)).first?.end == 1)
        }
    }

    @Test func lettersThatOnlyLookMangledAreLetters() {
        #expect(kinds("AMANHÃ” e") == [.word, .doubleClose, .word])
        #expect(words("Â â Ã").count == 3)
    }

    @Test func whatIsInvisiblePartsNothing() {
        #expect(kinds("“\u{200E}Yes,\u{200E}” he") == kinds("“Yes,” he"))
        let shapes = Tokenizer().lexemes(of: Array("“\u{200E}Yes".utf8)).map(\.shape)
        #expect(!shapes[0].contains(.spaceAfter))
    }

    @Test func namesAreReadAsTheyWereMeant() {
        func readable(_ text: String) -> String {
            Array(text.utf8).withUnsafeBufferPointer { String(readable: $0) }
        }
        #expect(readable("Hale &amp; Roth&rsquo;s") == "Hale & Roth’s")
        #expect(readable("JosÃ©\u{AD} \n  Roe") == "José Roe")
        #expect(readable("the prime min-\nister") == "the prime minister")
        #expect(readable(" a\u{200B}b\u{A0}") == "ab")
    }
}
