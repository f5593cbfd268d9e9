import CaucusText
import Testing

struct HardWrapTests {
    /// The text of `text`'s lexemes; line breaks as “⏎”.
    private func lexemes(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return HardWrap.undone(Tokenizer().lexemes(of: bytes), bytes).map {
            $0.kind == .lineBreak ? "⏎" : text[$0.span]
        }
    }

    @Test func linesBrokenAtAWidthAreOneParagraph() {
        let text = """
            The chair of the harbor board said on
            Friday that the port would stay open
            for another year, and that it
            would pay.

            Nobody had asked her to close it.
            """
        #expect(lexemes(text).filter { $0 == "⏎" }.count == 1)
        #expect(Segmentation(text).paragraphs.count == 2)
    }

    @Test func twoBrokenLinesAreEnough() {
        #expect(
            !lexemes("The chair of the board said\nthe port was open and that\nit paid.").contains(
                "⏎"))
    }

    /// Names over the end of a line, and hardly any other broken line.
    @Test func brokenNamesAreEnoughBesideOneBrokenLine() {
        let text =
            "Prime Minister Helen Roe spoke in Tarnmouth about the\ncampaign.\n\n“Roe has failed every village on this coast,” said Tomas\nAdeyar.\n\n“Nobody trusts her with the water any more,” said Ines\nCalloway."
        #expect(lexemes(text).filter { $0 == "⏎" }.count == 2, "\(lexemes(text))")
        let headings =
            "Port strike ends after nine long days of talks at sea\nMayor thanks the minister for the new pier at last\nNurses ask for more beds in the town before winter"
        #expect(lexemes(headings).contains("⏎"))
    }

    @Test func aWordPartedAtTheEndOfALineIsOne() {
        let text =
            "I told the cabinet that I would go, the prime min-\nister said, and left the room for a walk with\nhis dog and a friend of Jane Ortega-\nCruz."
        let bytes = Array(text.utf8)
        let keys = HardWrap.undone(Tokenizer().lexemes(of: bytes), bytes).map(\.key)
        #expect(keys.contains(LetterFolding.key(of: "minister")))
        #expect(keys.contains(LetterFolding.key(of: "ortega-cruz")))
    }

    /// A word parted twice has a line of its own between.
    @Test func aPartedWordMayFillItsLine() {
        let text =
            "the mayor of the town said it was un-\nbeliev-\nable\n. He left the room and that\nwas the end of it all."
        let words = lexemes(text)
        #expect(words.first == "the" && words.last == ".")
    }

    @Test func aSentenceThatEndsInAShortLineEndsItsParagraph() {
        let text = """
            The chair of the harbor board said on Friday that
            the port would stay open for another year. It will
            pay.
            Nobody had asked her to close it, and the mayor of
            the town was pleased.
            """
        #expect(Segmentation(text).paragraphs.count == 2)
    }

    @Test func curlyMarksMakeALineNoLonger() {
        let text = """
            “We want to see it survive and I will not go,” she
            says. “It’s ‘the’ end, and ‘we’ ‘all’ know it,” he
            said. “Don’t” she says.
            “At one we might be here and at two we might be at
            the other one of them.”
            """
        #expect(Segmentation(text).paragraphs.count == 2)
    }

    @Test(arguments: [
        "milk\neggs\nbread\nsalt", "One here.\nTwo here.\nthree here.\nFour here.",
        "The mayor left.\nThe chair stayed.\nShe said so.",
    ])
    func linesOfAListAndParagraphsOfALineStay(_ text: String) {
        #expect(lexemes(text).filter { $0 == "⏎" }.count == text.filter { $0 == "\n" }.count)
    }
}
