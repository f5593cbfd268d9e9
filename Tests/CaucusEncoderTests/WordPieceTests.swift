import CaucusEncoder
import CaucusTestSupport
import CaucusText
import Testing

@Suite("Pieces of words")
struct WordPieceTests {
    private let tokenizer: WordPiece
    private let first = 103

    init() throws { tokenizer = try TinyEncoder.encoder(TinyEncoder.bytes()).tokenizer }

    /// What the pieces of a text are called.
    private func names(_ text: String) -> [String] {
        let words =
            "the mayor said is great bad . , un ##known ##s caf ##e cafe he praised her a b ##b istanbul 中"
            .split(separator: " ").map(String.init)
        return tokenizer.pieces(of: text).map { piece in
            let place = Int(piece) - first
            return words.indices.contains(place) ? words[place] : "[\(piece)]"
        }
    }

    @Test(arguments: [
        ("The MAYOR said.", ["the", "mayor", "said", "."]),
        ("unknowns", ["un", "##known", "##s"]),
        // The longest piece first: “cafe” is one, though “caf” and “##e” are two.
        ("cafe cafs", ["cafe", "caf", "##s"]),
        ("Café", ["cafe"]), ("Cafe\u{301}", ["cafe"]), ("İstanbul", ["istanbul"]),
        ("the\u{200B}mayor", ["[100]"]), ("the\u{2028}mayor", ["the", "mayor"]),
        ("the\tmayor\u{A0}said", ["the", "mayor", "said"]), ("a\u{0}b", ["a", "##b"]),
        ("中中", ["中", "中"]), ("a中b", ["a", "中", "b"]), ("abb", ["a", "##b", "##b"]),
        ("bbb", ["b", "##b", "##b"]),
        ("he—her", ["he", "[100]", "her"]), ("zebra", ["[100]"]), ("", []), (" \n ", []),
    ])
    func textsArePieces(_ text: String, _ pieces: [String]) {
        #expect(names(text) == pieces)
    }

    @Test func aWordOfMoreThanAHundredLettersIsNotKnown() {
        #expect(names(String(repeating: "b", count: 100)).count == 100)
        #expect(names(String(repeating: "b", count: 101)) == ["[100]"])
    }

    @Test func whatTheVocabularyWritesInBracketsIsNoWord() {
        #expect(!tokenizer.pieces(of: "[SEP] [unused0] [CLS]").contains { $0 != 100 })
    }

    @Test func hostileTextsAreReadToTheirEnd() {
        for text in [
            "\u{FFFD}\u{FFFD}", "e\u{301}\u{301}\u{301}", "\u{1F468}\u{200D}\u{1F469}", "\u{E000}",
            "ﬁ",
        ] {
            #expect(tokenizer.pieces(of: text + " the").last == Int32(first))
        }
    }
}

@Suite("What an encoder reads")
struct EncoderInputTests {
    private let tokenizer: WordPiece

    init() throws { tokenizer = try TinyEncoder.encoder(TinyEncoder.bytes()).tokenizer }

    private func input(
        _ text: String, targets: [Span] = [], speakers: [Span] = [], quotation: [Span] = []
    ) -> EncoderInput {
        EncoderInput(
            MarkedText(text: text, targets: targets, speakers: speakers, quotation: quotation),
            by: tokenizer)
    }

    @Test func namesAreMarks() {
        // “the mayor praised her”: the mayor speaks of her.
        let found = input("the mayor praised her", targets: [Span(18, 21)], speakers: [Span(0, 9)])
        #expect(found.pieces == [101, 2, 118, 1, 102])
        #expect(found.targets == [3])
        #expect(found.quotation == [1, 2, 3])
    }

    @Test func aQuotationIsMarkedAndItsPiecesAreKnown() {
        let found = input("he said her great", targets: [Span(8, 11)], quotation: [Span(8, 17)])
        #expect(found.pieces == [101, 117, 105, 3, 1, 107, 4, 102])
        #expect(found.targets == [4])
        #expect(found.quotation == [4, 5])
    }

    @Test func whoIsReadAboutIsNotTold() {
        let one = input("the mayor is great", targets: [Span(4, 9)])
        let other = input("the Istanbul is great", targets: [Span(4, 12)])
        #expect(one == other)
    }

    @Test func withoutATargetTheOpeningPieceStandsForIt() {
        #expect(input("the mayor").targets == [0])
    }

    @Test func aLongTextIsCutAroundItsQuotation() {
        let filler = String(repeating: "the ", count: 200)
        let text = filler + "he said great" + filler
        let start = filler.utf8.count + 8
        let found = input(
            text, targets: [Span(start - 8, start - 6)], quotation: [Span(start, start + 5)])
        #expect(found.pieces.count == EncoderInput.longest)
        #expect(found.pieces.contains(1) && found.pieces.contains(3))
        #expect(found.pieces.first == 101 && found.pieces.last == 102)
        #expect(found.quotation.map { found.pieces[$0] } == [107])
    }

    @Test func spansThatOverlapOrLieOutsideAreLeftOut() {
        let found = input(
            "the mayor said", targets: [Span(4, 9), Span(6, 12), Span(40, 44)],
            speakers: [Span(4, 9)], quotation: [Span(10, 99)])
        #expect(found.pieces == [101, 103, 1, 3, 105, 4, 102])
    }
}
