import CaucusQuotes
import Testing

/// Sentences whose words are partly between marks, and marks that hold no speech.
@Suite("Marked words")
struct MarkedWordsTests {
    private func mixed(_ text: String) -> [String] {
        Heard.extraction(text).quotations.filter { $0.form == .mixed }
            .map { $0.spans.map { text[$0] }.joined(separator: " / ") }
    }

    private func texts(_ text: String) -> [String] { Heard.all(in: text).map(\.text) }

    // MARK: Sentences that open without marks

    @Test(
        "the words before the marks are the speaker's where they make a clause with them",
        arguments: [
            ("The plan was “a joke,” Jane Roe said.", "The plan was “a joke,”"),
            ("The vote “changes nothing,” said Jane Roe, a docker.", "The vote “changes nothing,”"),
            ("The mayor is “a coward”, Jane Roe said.", "The mayor is “a coward”"),
            ("The plan was ‘a joke’, said Jane Roe.", "The plan was ‘a joke’"),
            ("But he “should resign,” Jane Roe told reporters on Monday.", "he “should resign,”"),
            (
                "The minister's \"plan\" was 'a joke', said Jane Roe.",
                "The minister's \"plan\" was 'a joke'"
            ),
            ("It's “a gift,” Jane Roe said.", "It's “a gift,”"),
            ("NORTHPORT — The port is “lost,” Jane Roe said.", "The port is “lost,”"),
        ]) func leadIn(text: String, content: String)
    {
        #expect(mixed(text) == [content])
        #expect(Heard.speakers(in: text) == ["Jane Roe"])
    }

    @Test("what the speaker goes on with after the cue is a second piece")
    func secondPiece() {
        #expect(
            mixed("The plan was “a joke,” Jane Roe said, “and a lie.”")
                == ["The plan was “a joke,” / and a lie."])
        #expect(
            mixed("The tax was “theft”, Jane Roe told dockers, and the mayor was “a thief”.")
                == ["The tax was “theft” / and the mayor was “a thief”"])
        #expect(
            mixed("The so-called “port tax,” Jane Roe said, was dead.")
                == ["The so-called “port tax,” / was dead"])
    }

    @Test("each clause with a cue of its own is a quotation")
    func twoClauses() {
        #expect(
            Heard.all(
                in:
                    "The tax was “theft,” Jane Roe said, and the mayor was “a thief,” Piers Tull said."
            )
                == [
                    Heard("The tax was “theft,”", "Jane Roe"),
                    Heard("the mayor was “a thief,”", "Piers Tull"),
                ])
    }

    @Test(
        "words before the marks that make no clause with them are not said",
        arguments: [
            "When he came, “I was shocked,” Jane Roe said.",
            "Her answer: “Never again,” Jane Roe said.",
            "Still, “we will be there,” said Jane Roe.",
            "For Jane Roe, “it was the worst night,” she said.",
            "Asked about the vote, “I know nothing,” Jane Roe said.",
        ]) func noLeadIn(text: String)
    {
        #expect(mixed(text).isEmpty)
        #expect(Heard.speakers(in: text) == ["Jane Roe"])
    }

    @Test("a content keeps the mark whose other half it holds")
    func balancedMarks() {
        #expect(texts("Jane Roe said the plan was “a joke.”") == ["the plan was “a joke.”"])
        #expect(
            texts("Jane Roe said “steady hands” were worth more.")
                == ["“steady hands” were worth more"])
        #expect(texts("Jane Roe said, “It is late.”") == ["It is late."])
    }

    // MARK: Ends of contents

    @Test(
        "what tells when and where it was said is not said",
        arguments: [
            ("Jane Roe said “no comment” before the vote.", "no comment"),
            ("Jane Roe had promised “a fair hearing” three days earlier.", "a fair hearing"),
            ("Jane Roe yelled “Get down!” just as the cable went.", "Get down!"),
            ("Jane Roe said “no” when asked about it.", "no"),
            ("Jane Roe wrote “never again” on Monday.", "never again"),
            ("Jane Roe said the vote was “a farce” in an interview.", "the vote was “a farce”"),
        ]) func circumstances(text: String, content: String)
    {
        #expect(texts(text) == [content])
    }

    @Test(
        "what is part of the clause stays",
        arguments: [
            ("Jane Roe said the “plan” would fail on Monday.", "the “plan” would fail on Monday"),
            ("Jane Roe said the mayor “lied” about the port.", "the mayor “lied” about the port"),
            (
                "Jane Roe said “every penny” had been spent before the audit.",
                "“every penny” had been spent before the audit"
            ),
        ]) func noCircumstances(text: String, content: String)
    {
        #expect(texts(text) == [content])
    }

    @Test("what the speaker says next is another content")
    func nextDeed() {
        #expect(
            texts("Jane Roe branded it “a gift” and accused Penn of “lying.”")
                == ["it “a gift”", "Penn of “lying.”"])
        #expect(
            texts("Jane Roe said she was “tired” and wanted to go home.")
                == ["she was “tired” and wanted to go home"])
    }

    @Test("an age parts no name from the role before it")
    func age() {
        #expect(
            Heard.all(in: "Orla Penn never lied, her mother, Ann Tull, 81, said.")
                == [Heard("Orla Penn never lied", "Ann Tull")])
    }

    // MARK: Marks over paragraphs

    @Test("a quotation left open ends where another person by name has a cue")
    func otherSpeaker() {
        #expect(
            Heard.all(in: "“We will win,” Jane Roe said. “We must.\n\n“No,” said Piers Tull.")
                == [Heard("We will win, / We must.", "Jane Roe"), Heard("No,", "Piers Tull")])
        #expect(
            Heard.all(in: "“We will win,” Jane Roe said. “We must.\n\n“And we will,” she added.")
                == [Heard("We will win, / We must. / And we will,", "Jane Roe")])
    }

    @Test("a paragraph without an opening mark goes on where it has the closing one")
    func unopened() {
        #expect(
            Heard.all(in: "Jane Roe said: “We called.\n\nNobody came.”\n\nThe hall was empty.")
                == [Heard("We called. / Nobody came.", "Jane Roe")])
    }

    @Test("a mark of inches closes nothing")
    func inches() {
        #expect(
            texts("\"The river rose 9\" in an hour,\" Jane Roe said.")
                == ["The river rose 9\" in an hour,"])
        #expect(
            texts("\"I counted 12\" was all she said. \"They left at 9,\" Jane Roe said.").last
                == "They left at 9,")
    }

    // MARK: Short answers

    @Test(
        "an answer of a word is speech",
        arguments: [
            ("Jane Roe was tired. What kept her going? “Spite.”", "Spite."),
            ("Jane Roe had one word for the budget: “Theft.”", "Theft."),
            ("For Jane Roe, the answer is simple: “Sell.”", "Sell."),
            ("Jane Roe's reply was shorter still: “No.”", "No."),
            ("Jane Roe grinned. “Guilty.”", "Guilty."),
        ]) func answers(text: String, content: String)
    {
        #expect(Heard.all(in: text) == [Heard(content, "Jane Roe")])
    }

    @Test("a gesture of another person speaks for that person")
    func gesture() {
        #expect(
            Heard.speakers(in: "“Sell it,” Jane Roe said. Piers Tull shrugged. “Ask me tomorrow.”")
                == ["Jane Roe", "Piers Tull"])
    }

    // MARK: Idioms

    @Test(
        "idioms of saying name the speaker",
        arguments: [
            "In Jane Roe's words, “it was a robbery.”", "In the words of Jane Roe, “it was late.”",
            "Or, as Jane Roe put it, “a haircut.”", "“I am done,” was how Jane Roe put it.",
            "“Good riddance” was Jane Roe's reply.", "“No,” came the answer from Jane Roe.",
            "“She lied,” went Jane Roe's refrain all week.", "“Or don't,” Jane Roe fired back.",
            "Jane Roe weighed in: “It is nonsense.”", "Jane Roe took to social media: “I quit.”",
            "“He would say that” was all Jane Roe would offer.", "“Sure,” goes Jane Roe.",
            "“It is late,” warned Jane Roe.", "It was, as Jane Roe put it, “a long goodbye.”",
        ]) func idioms(text: String)
    {
        #expect(Heard.speakers(in: text) == ["Jane Roe"])
    }

    @Test(
        "the same words without marks are no cues",
        arguments: [
            "The port came back in May.", "In other words, the port is dead.",
            "Roe took to the road.", "The board's reply was late.", "He shot back a ball.",
        ]) func noIdioms(text: String)
    {
        #expect(texts(text).isEmpty)
    }

    @Test("a word that opens a clause of its own parts the marks from the next cue")
    func ownClause() {
        #expect(
            Heard.speakers(in: "“I will go,” Jane Roe said, and Piers Tull said “good.”")
                == ["Jane Roe", "Piers Tull"])
        #expect(
            Heard.all(in: "Jane Roe said “no comment” when Piers Tull asked for one.")
                == [Heard("no comment", "Jane Roe")])
    }

    // MARK: Titles, slogans, links

    @Test(
        "titles and slogans are no speech",
        arguments: [
            "On Northport TV's “Sunday Table,” Ann Tull smiled.",
            "Roe acted in two comedies, “The Rope” and “Three Tides for Ann.” She left early.",
            "Roe reviewed “The Port That Died,” a new play by Ann Tull.",
            "The spot, titled “Arrogant,” features Helen Penn.",
            "“Last Boat Out,” a film by Piers Tull, opens in May.",
            "Roe wore a shirt that said “Just Say No.”", "“Penn for the Port” is her slogan.",
            "Read more: “Five things about the port.”",
            "The gate had one word on a sign: “Closed.”",
        ]) func titles(text: String)
    {
        #expect(texts(text).isEmpty)
    }

    @Test(
        "capitals alone make no title",
        arguments: [
            ("“Make Northport Proud,” Jane Roe said.", "Make Northport Proud,"),
            ("The paper wrote, “Mayor Must Go,” and Roe left.", "Mayor Must Go,"),
        ]) func noTitles(text: String, content: String)
    {
        #expect(texts(text) == [content])
    }

    @Test(
        "a title after the verb leaves it its content",
        arguments: [
            "Jane Roe said on “Sunday Table” that the port was lost.",
            "Jane Roe said Thursday on NTV's “Sunday Table” that the port was lost.",
            "Jane Roe told us on “Sunday Table” that the port was lost.",
        ]) func titleBeforeThat(text: String)
    {
        #expect(Heard.all(in: text) == [Heard("the port was lost", "Jane Roe")])
        #expect(texts("“It is late,” Jane Roe said on NTV's “Sunday Table.”") == ["It is late,"])
    }

    @Test("a title before the verb leaves it its subject")
    func titleBeforeVerb() {
        #expect(
            Heard.all(in: "Jane Roe, the author of “The Salt Road,” said the port was lost.")
                == [Heard("the port was lost", "Jane Roe")])
        #expect(
            Heard.all(in: "Jane Roe told NTV's “Breakfast Club” that the port was lost.")
                == [Heard("the port was lost", "Jane Roe")])
    }
}
