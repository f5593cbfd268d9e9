import CaucusText
import Testing

struct SegmentationTests {
    private func sentences(_ text: String) -> [String] {
        Segmentation(text).sentences.map { text[$0.span] }
    }

    @Test func abbreviationsAndInitialsEndNoSentence() {
        #expect(
            sentences("Mr. J. Roe met Dr. Poe in the U.S. on Monday. He left at 3.30 p.m. sharp.")
                == ["Mr. J. Roe met Dr. Poe in the U.S. on Monday.", "He left at 3.30 p.m. sharp."])
    }

    @Test func anAbbreviationBeforeAnOpenerEndsASentence() {
        #expect(sentences("She moved to the U.S. The move paid.").count == 2)
    }

    @Test func marksAfterTheStopBelongToTheSentence() {
        #expect(
            sentences("“It is late.” He left. \"So?\" she asked.")
                == ["“It is late.”", "He left.", "\"So?\" she asked."])
    }

    @Test func anEllipsisBeforeASmallLetterEndsNothing() {
        #expect(sentences("It was ... well, late… and dark.").count == 1)
    }

    @Test func everyLineIsAParagraph() {
        let found = Segmentation("One here.\nTwo here.\r\n\r\nThree here.").sentences
        #expect(found.map(\.paragraph) == [0, 1, 2])
    }

    @Test func aHardWrappedTextKeepsItsSentences() {
        let text = """
            The committee met for the third
            time in a month and could not
            agree on the order of the
            questions that the members
            had sent.

            The chair went home.
            """
        #expect(Segmentation(text).sentences.count == 2)
    }

    @Test(arguments: ["", " ", "\n\n", "\r\n", ".", "…\n\"", "a\u{2028}b"])
    func oddTextsKeepEverySpanInside(_ text: String) {
        for sentence in Segmentation(text).sentences {
            #expect(sentence.span.end <= text.utf8.count && !sentence.span.isEmpty)
        }
    }
}
