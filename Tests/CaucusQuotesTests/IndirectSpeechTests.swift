import CaucusQuotes
import CaucusText
import Testing

struct IndirectSpeechTests {
    @Test func thatIsNoPartOfTheContent() {
        #expect(
            Heard.all(in: "Maro Tinsel argued that the ferry was late.")
                == [Heard("the ferry was late", "Maro Tinsel")])
    }

    @Test func aClauseWithoutThatIsFound() {
        #expect(
            Heard.all(in: "Lena Orvik says the pier will not hold.")
                == [Heard("the pier will not hold", "Lena Orvik")])
    }

    @Test func anAppositiveMayStandBetweenNameAndVerb() {
        #expect(
            Heard.all(in: "Maro Tinsel, a deckhand from Oram, said the ferry was late.")
                == [Heard("the ferry was late", "Maro Tinsel")])
    }

    @Test func aNameInAnAsideCarriesTheSource() {
        #expect(
            Heard.speakers(in: "The mayor, Pia Sand, said the ferry was late.") == ["Pia Sand"])
    }

    @Test func accordingToTakesTheRestOfTheSentence() {
        let wanted = [Heard("The pier will not hold", "Lena Orvik")]
        #expect(Heard.all(in: "The pier will not hold, according to Lena Orvik.") == wanted)
        #expect(
            Heard.all(in: "According to Lena Orvik, the pier will not hold.")
                == [Heard("the pier will not hold", "Lena Orvik")])
    }

    @Test func aTrailingCueClosesTheContent() {
        #expect(
            Heard.all(in: "The pier will not hold another winter, Lena Orvik said.")
                == [Heard("The pier will not hold another winter", "Lena Orvik")])
    }

    @Test func anAddresseeStandsBeforeTheContent() {
        #expect(
            Heard.all(in: "Pia Sand told reporters that the bridge would open in May.")
                == [Heard("the bridge would open in May", "Pia Sand")])
    }

    @Test func aQuestionIsContent() {
        #expect(
            Heard.all(in: "Pia Sand asked whether the bridge would open in May.")
                == [Heard("whether the bridge would open in May", "Pia Sand")])
    }

    @Test func aPromiseIsContent() {
        #expect(
            Heard.all(in: "Pia Sand promised to open the bridge in May.")
                == [Heard("to open the bridge in May", "Pia Sand")])
    }

    @Test func aPartBetweenMarksMakesTheFormMixed() throws {
        let text = "Pia Sand said that the bridge was “a promise to our children” and would open."
        let quotation = try #require(Heard.extraction(text).quotations.first)
        #expect(quotation.form == .mixed)
        #expect(
            text[quotation.content] == "the bridge was “a promise to our children” and would open")
    }

    @Test func aParticipleSharesTheSubjectOfItsSentence() {
        #expect(
            Heard.speakers(in: "Pia Sand left early, saying that the bridge could wait.")
                == ["Pia Sand"])
    }

    @Test func whatSomebodyIsExpectedToDoIsNoSpeech() {
        #expect(
            Heard.all(in: "A number of members are expected to ask the mayor to consider a toll.")
                .isEmpty)
    }

    @Test func aScareQuoteInsideIndirectSpeechIsRejectedWithAReason() {
        let text = "Radio Oram is reporting that the members met in a \"secret\" room last week."
        let extraction = Heard.extraction(text)
        #expect(extraction.quotations.map(\.form) == [.indirect])
        #expect(extraction.rejected.map { text[$0.span] } == ["secret"])
        #expect(extraction.rejected.map(\.reason) == ["scare"])
    }

    @Test func aSingleWordInMarksIsNoSpeech() {
        let extraction = Heard.extraction("They met in a \"quiet\" room at the mill.")
        #expect(extraction.quotations.isEmpty)
        #expect(extraction.rejected.map(\.reason) == ["single word"])
    }

    @Test func aTitleInMarksIsNoSpeech() {
        let extraction = Heard.extraction("She read from “The Long Road Home” at the mill.")
        #expect(extraction.quotations.isEmpty)
        #expect(extraction.rejected.map(\.reason) == ["title"])
    }
}
