import CaucusText
import Testing

struct TokenizerTests {
    private func words(_ text: String) -> [String] {
        Tokenizer().tokens(of: text).map { text[$0.span] }
    }

    @Test func wordsKeepInnerApostrophesHyphensAndStops() {
        #expect(
            words("O'Neil-Smith left the U.S. today.") == [
                "O'Neil-Smith", "left", "the", "U.S.", "today", ".",
            ])
    }

    @Test func possessivesAndContractionsAreTokensOfTheirOwn() {
        #expect(
            words("Okello's vote, he'll say") == ["Okello", "'s", "vote", ",", "he", "'ll", "say"])
        #expect(words("Okello’s") == ["Okello", "’s"])
    }

    @Test func numbersKeepCommasAndDecimals() {
        #expect(words("1,000.5 and 3.") == ["1,000.5", "and", "3", "."])
    }

    @Test func titlesAndInitialsOwnTheirStop() {
        #expect(words("Mr. J. Roe") == ["Mr.", "J.", "Roe"])
    }

    @Test func otherSpacesAndEmojiAreNoPartOfWords() {
        #expect(words("a\u{A0}b\u{2009}c 🙂d") == ["a", "b", "c", "🙂", "d"])
    }

    @Test func decomposedLettersStayInTheirWord() {
        #expect(words("E\u{301}luard spoke") == ["E\u{301}luard", "spoke"])
    }

    @Test func foldedKeysForgetCaseAndAccents() {
        let key = LetterFolding.key(of: "eluard")
        #expect(LetterFolding.key(of: "Éluard") == key)
        #expect(LetterFolding.key(of: "E\u{301}LUARD") == key)
        #expect(LetterFolding.key(of: "ŠKODA") == LetterFolding.key(of: "skoda"))
    }

    @Test func anEmptyTextHasNoTokens() {
        #expect(words("").isEmpty)
        #expect(words(" \n\t").isEmpty)
    }
}
