import CaucusQuotes
import CaucusText
import Testing

struct QuotationMarkTests {
    @Test(arguments: [
        ("\"", "\""), ("“", "”"), ("''", "''"), ("``", "''"), ("«", "»"), ("„", "“"), ("“", "\""),
        ("‘", "’"), ("'", "'"),
    ])
    func everyStyleOfMarksIsRead(_ open: String, _ close: String) {
        let text =
            "\(open)The mill isn't safe, and the Tinsels' dam is worse,\(close) Lena Orvik said."
        #expect(
            Heard.all(in: text)
                == [Heard("The mill isn't safe, and the Tinsels' dam is worse,", "Lena Orvik")])
    }

    @Test func anUnclosedMarkEndsWithItsParagraph() {
        let text = """
            "The mill is old, and nobody has looked at it, Lena Orvik said.
            The council met on Friday.
            "We will look at it in May," Maro Tinsel said.
            """
        let quotations = Heard.all(in: text)
        #expect(quotations.last == Heard("We will look at it in May,", "Maro Tinsel"))
        #expect(!quotations.contains { $0.text.contains("council met") })
    }

    @Test func anOpeningMarkInTheNextParagraphGoesOn() {
        let text = """
            Lena Orvik told the council: “The mill is old.

            “Nobody has looked at it in years.

            “I ask you to look.”
            """
        #expect(
            Heard.all(in: text) == [
                Heard(
                    "The mill is old. / Nobody has looked at it in years. / I ask you to look.",
                    "Lena Orvik")
            ])
    }

    @Test func aNestedQuotationIsAChildWithoutASpeakerOfItsParent() throws {
        let text =
            "“My father said, ‘Never trust a mill on Sundays,’ and he was right,” Lena Orvik said."
        let extraction = Heard.extraction(text)
        let parent = try #require(extraction.quotations.firstIndex { $0.parent == nil })
        let child = try #require(extraction.quotations.first { $0.parent != nil })
        #expect(child.parent == parent)
        #expect(text[child.content] == "Never trust a mill on Sundays,")
        #expect(child.speaker == nil)
        #expect(extraction.quotations.count { $0.parent == nil } == 1)
    }

    @Test func anApostropheOpensNoQuotation() {
        #expect(
            Heard.all(in: "The '90s weren't kind to the Tinsels' mill, and it's 'bout time.")
                .isEmpty)
    }

    @Test func aStrayMarkCostsNoOtherParagraph() {
        let text = """
            The beam is 6'2" long.
            “It holds for now,” said Lena Orvik.
            """
        #expect(Heard.all(in: text) == [Heard("It holds for now,", "Lena Orvik")])
    }
}
