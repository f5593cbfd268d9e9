import CaucusQuotes
import CaucusText
import Testing

/// Pages as they come: escaped, in a wrong encoding, broken at a width, with what is not seen.
struct RawPageTests {
    @Test(arguments: [
        "&ldquo;We will not wait,&rdquo; Jane Roe said.", "â€œWe will not wait,â€ Jane Roe said.",
        "\u{93}We will not wait,\u{94} Jane Roe said.", "\" We will not wait , \" Jane Roe said .",
        "“\u{200E}We will not wait,\u{200E}” said \u{202A}Ja\u{AD}ne Ro\u{AD}e\u{202C}.",
        "&quot;We will not wait,&quot; said&nbsp;Jane&nbsp;Roe.",
    ])
    func marksAndNamesAreFoundInAnyWriting(_ text: String) {
        let heard = Heard.all(in: text)
        #expect(heard.map(\.speaker) == ["Jane Roe"])
        #expect(heard.first?.text.hasPrefix("We will not wait") == true)
    }

    @Test func aNameIsToldAsItWasMeant() {
        #expect(Heard.speakers(in: "“We pay,” JosÃ© Roe said.") == ["José Roe"])
        #expect(
            Heard.speakers(in: "“No,” said Jos&eacute; O&rsquo;Neill.") == ["José O’Neill"])
    }

    @Test func inchesOpenNoQuotation() {
        #expect(
            Heard.all(in: "The pipe is 9 \" wide and 5 \" deep, Roe wrote.").allSatisfy {
                !$0.text.hasPrefix("wide")
            })
    }

    @Test func wrappedCopyKeepsContentsAndSpeakers() {
        let text = """
            Jane Roe, who has led the dockers' union since the strike, said
            the offer was an insult and that no member would vote for it.

            "It is the end," said Hugh
            Penn. The board heard him out and
            left.
            """
        #expect(
            Heard.all(in: text) == [
                Heard("the offer was an insult and that no member would vote for it", "Jane Roe"),
                Heard("It is the end,", "Hugh Penn"),
            ])
    }
}
