import CaucusQuotes
import Testing

/// Lines whose labels say who speaks.
@Suite("Transcripts")
struct TranscriptTests {
    @Test("Offices, time stamps and directions are no names")
    func broadcast() {
        let heard = Heard.all(
            in: """
                (BEGIN VIDEO CLIP)

                [20:05:10] ANN ROE, KNB CORRESPONDENT (voice-over): The ferry is late.

                ORLA PENN, MAYOR (through translator): It is always late.

                TEXT: Ferry late since May 3

                ROE: Who says so?

                PENN: (LAUGHTER) I do.
                """)
        #expect(
            heard == [
                Heard("The ferry is late.", "ANN ROE"), Heard("It is always late.", "ORLA PENN"),
                Heard("Who says so?", "ANN ROE"), Heard("I do.", "ORLA PENN"),
            ])
    }

    @Test("A transcript may run on in one paragraph, and in captions")
    func runsOn() {
        let expected = [
            Heard("Is it late?", "ANN ROE"), Heard("It is. Very late.", "ORLA PENN"),
            Heard("Why?", "ANN ROE"), Heard("Ask them.", "ORLA PENN"),
        ]
        let line =
            "ANN ROE, HOST: Is it late? ORLA PENN, MAYOR: It is. Very late. ROE: Why? PENN: Ask them."
        #expect(Heard.all(in: line) == expected)
        let captions =
            ">> ANN ROE: Is it late? >> ORLA PENN: It is. Very late. >> ROE: Why? >> PENN: Ask them."
        #expect(Heard.all(in: captions) == expected)
    }

    @Test("Paragraphs without a label go on with the line before, but not with a notice")
    func goesOn() {
        let heard = Heard.all(
            in: """
                ANN ROE, HOST:

                Good evening.

                I am on the quay.

                ORLA PENN, BYLINE: So am I.

                ROE: Where are you?

                PENN: Behind you.

                Copyright 2031 Northport Radio.
                """)
        #expect(
            heard == [
                Heard("Good evening. / I am on the quay.", "ANN ROE"),
                Heard("So am I.", "ORLA PENN"), Heard("Where are you?", "ANN ROE"),
                Heard("Behind you.", "ORLA PENN"),
            ])
    }

    @Test("The story around an excerpt is nobody's line")
    func excerpt() {
        let heard = Heard.all(
            in: """
                Orla Penn and Peter Tull met on the radio.

                PENN: You never called.

                TULL: I called on Friday.

                PENN: Nobody picked up, then.

                Tull left the room at noon.
                """)
        #expect(heard.map(\.speaker) == ["Orla Penn", "Peter Tull", "Orla Penn"])
        #expect(heard.last?.text == "Nobody picked up, then.")
    }

    @Test("Parliaments: constituencies, offices and stops")
    func parliament() {
        let commons = Heard.all(
            in: """
                Ann Roe (Northport) (Lab): Will the Minister give way?

                The Minister for Ports (Peter Tull): I will not.

                Senator Penn interjecting—

                Mr Speaker: Order.

                Ann Roe: I am obliged.
                """)
        #expect(commons.map(\.speaker) == ["Ann Roe", "Peter Tull", "Mr Speaker", "Ann Roe"])
        let congress = Heard.all(
            in: """
                Mr. BRANDT of North Carolina. I have read the bill.

                Ms. DeLANO. I oppose it. Mr. Brandt knows that.
                """)
        #expect(
            congress == [
                Heard("I have read the bill.", "BRANDT"),
                Heard("I oppose it. Mr. Brandt knows that.", "DeLANO"),
            ])
    }

    @Test(
        "Whom the text before the questions is about answers",
        arguments: [
            ("Q:", "A:", "Ann Roe, who runs the ferry, spoke with Peter Tull of The Harbour Post."),
            ("Q.", "A.", "Interview with Ann Roe\n\nBy Peter Tull"),
            ("**Question:**", "**Answer:**", "Ann Roe, the skipper, took questions on Friday."),
        ])
    func answers(question: String, answer: String, opening: String) {
        let heard = Heard.all(
            in: """
                \(opening)

                \(question) Is it safe?

                \(answer) It is. I tried it.

                \(question) Would you swim?

                \(answer) No.
                """)
        #expect(
            heard.suffix(4) == [
                Heard("Is it safe?", nil), Heard("It is. I tried it.", "Ann Roe"),
                Heard("Would you swim?", nil), Heard("No.", "Ann Roe"),
            ])
    }

    @Test("Questions that a newspaper answers itself are no speech")
    func explainer() {
        let text = """
            The council voted on Monday.

            Q: What is the bill?

            A: The bill would shut the port.

            Q: When?

            A: In May.
            """
        #expect(Heard.all(in: text).isEmpty)
    }

    @Test("An outlet asks, and initials are a person's")
    func outletsAndInitials() {
        let outlet = Heard.all(
            in: """
                Interview with Ann Roe

                Harbour Post: Do you trust them?

                Roe: I trust the tide.

                Harbour Post: And who else?

                Roe: You, of course.
                """)
        #expect(outlet.map(\.speaker) == ["Harbour Post", "Ann Roe", "Harbour Post", "Ann Roe"])
        let initials = Heard.all(
            in: """
                Orla Penn asked Peter Tull about the quay.

                OP: Is it yours?

                PT: It was.

                OP: Did you sell it?
                """)
        #expect(initials.map(\.speaker).suffix(3) == ["Orla Penn", "Peter Tull", "Orla Penn"])
    }

    @Test(
        "Headings, places, scores and biographies are nobody's speech",
        arguments: [
            "PORT STRIKE: Day nine.\n\nHOUSE PRICES: Up again.\n\nWEATHER: Rain at times.",
            "NEW YORK: The dollar rose.\n\nLONDON: Shares fell.\n\nUPDATE: This has been corrected.",
            "THE CLAIM: It cost nothing.\n\nTHE FACTS: It cost a million.\n\nTHE CLAIM: Nobody paid.",
            "Ann Roe: 12,345 votes\n\nPeter Tull: 11,201 votes\n\nOrla Penn: 340 votes",
            "Ann Roe, 41: skipper, mother of two.\n\nPeter Tull, 60: former captain.",
            "Winner: The mayor.\n\nLoser: The ferry.\n\nWinner: The fish.",
            "READ MORE: How it was built\n\nWATCH: The crane comes down\n\nRELATED: Ten bridges",
            "GRAIN: Wheat rose.\n\nMETALS: Copper fell.\n\nOIL: Crude was flat.\n\nMETALS: Tin rose.",
            "Editor's note: This was updated.\n\nThe council met. The result: a tie.",
        ])
    func nobody(text: String) {
        #expect(Heard.all(in: text).isEmpty)
    }
}
