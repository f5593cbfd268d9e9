import CaucusQuotes
import CaucusText
import Testing

struct DirectSpeechTests {
    @Test func aTrailingCueNamesTheSpeaker() {
        #expect(
            Heard.all(in: "\"The ferry is late again,\" Maro Tinsel said.")
                == [Heard("The ferry is late again,", "Maro Tinsel")])
    }

    @Test func anInvertedCueNamesTheSpeaker() {
        #expect(
            Heard.all(in: "“The ferry is late again,” said Maro Tinsel, a deckhand.")
                == [Heard("The ferry is late again,", "Maro Tinsel")])
    }

    @Test func aLeadingCueNamesTheSpeaker() {
        #expect(
            Heard.all(in: "Lena Orvik replied: “The pier will hold until the spring.”")
                == [Heard("The pier will hold until the spring.", "Lena Orvik")])
    }

    @Test func aCueAfterAQuestionStandsInTheNextSentence() {
        #expect(Heard.speakers(in: "“Who will pay for it?” Lena Orvik asked.") == ["Lena Orvik"])
    }

    @Test func anAddresseeIsNoSpeaker() {
        #expect(
            Heard.speakers(
                in: "“Order matters here,” Mayor Pia Sand, the chair, told the delegates.")
                == ["Pia Sand"])
    }

    @Test func aSplitQuotationIsOneUtterance() {
        #expect(
            Heard.all(in: "“The ferry,” Maro Tinsel said, “is late again.”")
                == [Heard("The ferry, / is late again.", "Maro Tinsel")])
        #expect(
            Heard.all(in: "“The ferry is late,” Maro Tinsel said. “It is always late.”")
                == [Heard("The ferry is late, / It is always late.", "Maro Tinsel")])
    }

    @Test func aParagraphOfSpeechBelongsToTheSpeakerNamedBefore() {
        let text = """
            Harbor master Lena Orvik says the pier will not hold.
            "I have walked it every morning, and it moves under me like a boat."
            """
        #expect(Heard.speakers(in: text) == ["Lena Orvik", "Lena Orvik"])
    }

    @Test func aLineWithADashAfterTheQuotationNamesTheSpeaker() {
        let text = """
            “It is a disgrace that nobody runs the ferry on time.”
            — Commissioner Pia Sand
            """
        #expect(Heard.speakers(in: text) == ["Pia Sand"])
    }

    @Test func linesOfATranscriptAreSpeech() {
        let text = """
            TINSEL: Where is the ferry?
            ORVIK: It is late, as it is every day.
            """
        #expect(
            Heard.all(in: text) == [
                Heard("Where is the ferry?", "TINSEL"),
                Heard("It is late, as it is every day.", "ORVIK"),
            ])
    }

    @Test func aLabelInsideTheMarksIsNoContent() {
        let text = """
            "TINSEL: Where is the ferry this morning?"
            """
        #expect(Heard.all(in: text) == [Heard("Where is the ferry this morning?", "TINSEL")])
    }

    @Test func twoSpeakersOfOneParagraphKeepTheirWords() {
        let text = "“It is late,” Maro Tinsel said. “It is early,” said Lena Orvik."
        #expect(
            Heard.all(in: text)
                == [Heard("It is late,", "Maro Tinsel"), Heard("It is early,", "Lena Orvik")])
    }

    @Test func everyAttributedQuotationCarriesARuleAndAConfidence() {
        for quotation in Heard.extraction("“It is late,” Maro Tinsel said.").quotations {
            #expect(quotation.rule == "trailing-cue")
            #expect(quotation.confidence > 0.5 && quotation.confidence <= 1)
            #expect(quotation.cue != nil && quotation.source != nil)
        }
    }
}
