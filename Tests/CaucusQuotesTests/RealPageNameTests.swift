import CaucusQuotes
import Testing

/// Who speaks where a page runs captions, offices and things into names, and where “he” may be several.
@Suite struct RealPageNameTests {
    @Test(arguments: [
        ("Getty Images Ann Tull said the port was safe.", "Ann Tull"),
        ("Facebook Twitter Pinterest Ann Tull said the port was safe.", "Ann Tull"),
        ("Deputy Defense Secretary Robert Penn said the port was safe.", "Robert Penn"),
        ("Secretary of State Jane Roe said the port was safe.", "Jane Roe"),
        ("At the meeting, Mrs May told her board: “The port is safe.”", "May"),
        ("U.S. Secretary of State Jane Roe said the port was safe.", "Jane Roe"),
        ("The Justice Department said the port was safe.", "Justice Department"),
        (
            "Customs and Border Protection said the port was safe.",
            "Customs and Border Protection"
        ),
        (
            "The Department of Health and Human Services said the port was safe.",
            "Department of Health and Human Services"
        ),
        ("Representative Jane Roe (D., Minn.) said the port was safe.", "Jane Roe"),
        ("Jane Roe and Otto Penn said the port was safe.", "Jane Roe and Otto Penn"),
    ])
    func names(_ text: String, _ speaker: String) {
        #expect(Heard.speakers(in: text) == [speaker])
    }

    @Test func aHeadingIsNoGivenName() {
        let text = """
            Former Roe aide is held

            A judge held him. Roe left. Then Roe came home. Roe said the port was safe.
            """
        #expect(Heard.speakers(in: text) == ["Roe"])
    }

    @Test(arguments: [
        // The subject of a cue that no sentence opens with.
        (
            "Asked on Friday about his views on the plan for the port, Sen. Otto Penn denounced the hosts "
                + "for subjecting Mark Roe to it. “It was late,” he said.", "Otto Penn"
        ),
        // Who is told is not who tells.
        ("David Penn met Mark Roe on Friday. “It was late,” he told Roe.", "David Penn"),
        // An owner.
        (
            "Otto Penn said relitigating Mark Roe's findings would not help. “It is time,” he said.",
            "Otto Penn"
        ),
        // A thing.
        (
            "Jane Roe has hoped for years. Codifying Penn has become a plan. “It is late,” she said.",
            "Jane Roe"
        ),
    ])
    func pronouns(_ text: String, _ speaker: String) {
        #expect(Heard.all(in: text).last?.speaker == speaker)
    }

    @Test(arguments: [
        "Otto Penn, who has a seat on the board, decided to sell the port to the state in May.",
        "Otto Penn appeared on the harbor's State of the Port on Sunday to respond to the mayor.",
        "Mr. Penn has tried to blunt the offensive with attacks of his own.",
        "Otto Penn published a memoir on Thursday that spends 380 pages on the mayor of Salwick.",
        "The United States Court of Trade met in Salwick.",
        "His efforts to sell the port were late.",
        "Her decision to sell the port was late.",
        "The report is a sign that groups outside the board have grown.",
        "If voters believe that the port will be late, they will stay at home.",
        "Vice President Otto Penn might see the mayor's failure to win the town as an opening.",
    ])
    func deedsAreNoSpeech(_ text: String) {
        #expect(Heard.all(in: text) == [])
    }

    @Test(arguments: [
        "Roe promised to sell the port.",
        "Roe's claim that the port is late was heard.",
        "Asked if he believed the port was late, Roe said it was not.",
    ])
    func wordsAreSpeech(_ text: String) {
        #expect(!Heard.all(in: text).isEmpty)
    }
}
