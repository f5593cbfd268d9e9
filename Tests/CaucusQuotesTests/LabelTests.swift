import CaucusQuotes
import Testing

/// Names beside marked words, bylines and credits.
@Suite("Labels, signatures and bylines")
struct LabelTests {
    @Test(
        "Each line of a list goes to its own name",
        arguments: [
            "What they said:\n- Ann Roe: “It is lost.”\n- Peter Tull: “It is safe.”",
            "1. **Ann Roe**, mayor: “It is lost.”\n\n2. **Peter Tull:** “It is safe.”",
            "Ann Roe (Labour): “It is lost.” Peter Tull (Greens): “It is safe.”",
            "• Ann Roe – “It is lost.”\n\n• Peter Tull – “It is safe.”",
            "“It is lost.” (Ann Roe, May 3)\n\n“It is safe.” (Peter Tull, the mayor)",
            "“It is lost.” Ann Roe, Northport Post\n\n“It is safe.” Peter Tull, The Harbour Times",
            "“It is lost.”\n\nAnn Roe, mayor\n\n“It is safe.”\n\nPeter Tull, skipper",
            "Ann Roe\nMayor\n“It is lost.”\n\nPeter Tull\nSkipper\n“It is safe.”",
        ])
    func lists(text: String) {
        #expect(
            Heard.all(in: text) == [
                Heard("It is lost.", "Ann Roe"), Heard("It is safe.", "Peter Tull"),
            ])
    }

    @Test("A link text and a dash within a sentence are no labels")
    func noLabels() {
        #expect(
            Heard.speakers(in: "Ann Roe – “the Rock of Northport” – came late.").isEmpty)
        let text =
            "Peter Tull spoke first. “It is lost for all of us,” he said.\n\nWATCH: “Ten cranes at night”"
        #expect(Heard.speakers(in: text).first == "Peter Tull")
        #expect(!Heard.speakers(in: text).contains("WATCH"))
    }

    @Test(
        "The writer is “I”",
        arguments: [
            "By Ann Roe\n\nI met Peter Tull. “It is late,” I said.",
            "BY ANN ROE, STAFF WRITER\n\nI met Peter Tull. “It is late,” I said.",
            "I met Peter Tull. “It is late,” I said.\n\nAnn Roe is a columnist for The Harbour Post.",
            "Sir, – I met Peter Tull. “It is late,” I said. – Yours, etc,\n\nANN ROE,\nNorthport.",
            "To the Editor:\n\nI met Peter Tull. “It is late,” I said.\n\nAnn Roe\nNorthport",
        ])
    func writers(text: String) {
        let speaker = Heard.all(in: text).first { $0.text.hasPrefix("It is late") }?.speaker
        #expect(speaker?.uppercased() == "ANN ROE")
    }

    @Test("Two writers, and a person the text quotes, are not “I”")
    func noWriter() {
        let two = "By Ann Roe and Peter Tull\n\n“It is late,” I said."
        #expect(Heard.speakers(in: two) == [nil])
        let quoted = "“It is late,” I said.\n\nAnn Roe is a critic. “It is not,” she said."
        #expect(Heard.speakers(in: quoted).first == .some(nil))
    }

    @Test(
        "Who took the picture is not “she”",
        arguments: [
            "Photograph: Ann Tull/Northport Press", "(Photo by Ann Tull / Northport Images)",
            "Credit: Ann Tull for The Harbour Post", "© Ann Tull", "Courtesy of Ann Tull",
        ])
    func credits(credit: String) {
        let text = "Mary Roe at the quay on Friday. \(credit)\n\n“It will open in June,” she said."
        #expect(Heard.speakers(in: text) == ["Mary Roe"])
    }
}
