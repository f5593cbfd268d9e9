import CaucusQuotes
import CaucusText
import Testing

/// What a text holds, in a form that tests can compare.
struct Heard: Equatable, CustomStringConvertible {
    var text: String
    var speaker: String?
    var description: String { "\(speaker ?? "?"): \(text)" }

    init(_ text: String, _ speaker: String?) {
        self.text = text
        self.speaker = speaker
    }

    /// Every top-level quotation of `text`; several spans are joined by “ / ”.
    static func all(in text: String) -> [Heard] {
        QuotationExtractor().extraction(of: Document(id: "t", text: text)).quotations
            .filter { $0.parent == nil }
            .map { Heard($0.spans.map { text[$0] }.joined(separator: " / "), $0.speaker?.name) }
    }
}

struct SpeechTests {
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

    @Test func anAppositiveMayStandBetweenNameAndVerb() {
        #expect(
            Heard.all(in: "Maro Tinsel, a deckhand from Oram, said the ferry was late.")
                == [Heard("the ferry was late", "Maro Tinsel")])
    }

    @Test func thatIsNoPartOfTheContent() {
        #expect(
            Heard.all(in: "Maro Tinsel argued that the ferry was late.")
                == [Heard("the ferry was late", "Maro Tinsel")])
    }

    @Test func aPronounStandsForTheSpeakerBefore() {
        #expect(
            Heard.all(
                in: "Mrs. Tinsel said the ferry was late.\n“Nobody told us a thing,” she said."
            )
            .map(\.speaker) == ["Tinsel", "Tinsel"])
    }

    @Test func aParagraphOfSpeechBelongsToTheSpeakerNamedBefore() {
        let text = """
            Harbor master Lena Orvik says the pier will not hold.
            "I have walked it every morning, and it moves under me like a boat."
            """
        #expect(Heard.all(in: text).map(\.speaker) == ["Lena Orvik", "Lena Orvik"])
    }

    @Test func accordingToTakesTheRestOfTheSentence() {
        #expect(
            Heard.all(in: "The pier will not hold, according to Lena Orvik.")
                == [Heard("The pier will not hold", "Lena Orvik")])
    }

    @Test func aSingleWordInMarksIsNoSpeech() {
        let text = "They met in a \"quiet\" room at the mill."
        let extraction = QuotationExtractor().extraction(of: Document(id: "t", text: text))
        #expect(extraction.quotations.isEmpty)
        #expect(extraction.rejected.map(\.reason) == ["single word"])
    }
}
