import CaucusQuotes
import CaucusText
import Testing

/// Who a role, a name in another form or a pronoun is.
@Suite("who speaks")
struct WhoSpeaksTests {
    private func speakers(_ text: String) -> [String?] { Heard.speakers(in: text) }

    // MARK: Offices

    @Test func anOfficeGoesToTheSuccessor() {
        let text = """
            Finance minister Carla Roe quit on Friday. She was succeeded by Tomas Penn. “The books are in order,” the \
            finance minister said. “I am glad,” Roe said.
            """
        #expect(speakers(text) == ["Tomas Penn", "Carla Roe"])
        let active =
            "Maria Sand replaced Hugh Hale as transport secretary. “We start,” the transport secretary said."
        #expect(speakers(active) == ["Maria Sand"])
    }

    @Test func aPlaceTellsWhoseOfficeItIs() {
        let text = """
            Helen Roe, the prime minister, flew to Aldova to meet its prime minister, Jonas Vale. “We are friends,” the \
            Aldovan prime minister said.
            """
        #expect(speakers(text) == ["Jonas Vale"])
        let irregular = """
            France sent its prime minister, Luc Morel, to meet Prime Minister Ann Roe. “We agree,” the French prime \
            minister said.
            """
        #expect(speakers(irregular) == ["Luc Morel"])
    }

    @Test func aDeputyIsNotTheMayor() {
        let text = """
            The deputy mayor, Ann Tull, chaired the meeting while the mayor, Daniel Roe, was away. “We have a budget,” \
            the deputy mayor said. “We do not,” the mayor said.
            """
        #expect(speakers(text) == ["Ann Tull", "Daniel Roe"])
        let unknown =
            "Ann Roe, the prime minister, spoke. “It is dead,” the deputy prime minister said."
        #expect(speakers(unknown) == ["the deputy prime minister"])
    }

    @Test func aFormerMayorIsNotTheMayor() {
        let text = """
            The acting mayor, Grace Roe, opened the bridge that her predecessor, Peter Tull, began. “It was time,” the \
            acting mayor said. “It was my idea,” the former mayor said.
            """
        #expect(speakers(text) == ["Grace Roe", "Peter Tull"])
        let stranger =
            "Mayor Carl Roe spoke. A former mayor came. “It was better,” the former mayor said."
        #expect(speakers(stranger) == ["the former mayor"])
    }

    @Test func anOfficeAfterAPrepositionIsSomebodyElses() {
        let text =
            "Jane Roe, a spokeswoman for the governor, was there. “We are sorry,” the governor said."
        #expect(speakers(text) == ["the governor"])
    }

    @Test func anOfficeInCapitalsBeforeANameIsNoName() {
        let text = """
            The Bishop of Salwick, Ruth Hale, and the Duke of Salwick, Hugh Roe, opened the fair. “A joy,” the bishop \
            said. “It is a bore,” the duke said.
            """
        #expect(speakers(text) == ["Ruth Hale", "Hugh Roe"])
    }

    @Test func aSecretaryOfStateIsNoForeignSecretary() {
        let text = """
            Secretary of State Ann Roe met Foreign Secretary Paul Hale. “It went well,” the secretary of state said. \
            “Very well,” the foreign secretary said.
            """
        #expect(speakers(text) == ["Ann Roe", "Paul Hale"])
    }

    // MARK: Forms of names

    @Test func particlesBelongToTheName() {
        let text = """
            Nabil al-Farouk met Sheikh Hamad bin Rashid al-Sabti. “We are close,” al-Farouk said. Sheikh Hamad said more \
            time was needed. Anna van den Berg won. Ms. van den Berg said she was glad.
            """
        #expect(
            speakers(text) == ["Nabil al-Farouk", "Hamad bin Rashid al-Sabti", "Anna van den Berg"])
    }

    @Test func aNicknameInMarksIsPartOfTheName() {
        let text =
            "Robert “Bobby” Tull, the mayor, said the town was broke. “We cannot pay,” Tull said."
        #expect(speakers(text) == ["Robert “Bobby” Tull", "Robert “Bobby” Tull"])
        let speech = "Carl Roe was asked. He told Ann “Never,” Penn said."
        #expect(Heard.all(in: speech).contains { $0.text.hasPrefix("Never") })
    }

    @Test func aBynameIsNoQuotation() {
        let text = "Daniel Roe, known to friends as “the Admiral,” said he would vote no."
        #expect(Heard.all(in: text) == [Heard("he would vote no", "Daniel Roe")])
        let inverted = "“They call me the Admiral,” said Daniel Roe."
        #expect(Heard.all(in: inverted) == [Heard("They call me the Admiral,", "Daniel Roe")])
    }

    @Test func coupleShareASurname() {
        let text = """
            Mark and Dana Penn run the bakery. “We get up at three,” Dana Penn said. “And sleep at eight,” Mr. Penn said.
            """
        #expect(speakers(text) == ["Dana Penn", "Mark Penn"])
        let wife =
            "“We are selling,” Hugh Roe said, with his wife, Ruth, at his side. “I am selling,” Mrs. Roe said."
        #expect(speakers(wife) == ["Hugh Roe", "Ruth"])
        let surname =
            "Hillary Clinton spoke. Clinton and Donald Roe met. “It was late,” Clinton said."
        #expect(speakers(surname) == ["Hillary Clinton"])
    }

    // MARK: Several at once

    @Test func severalSpeakAsOne() {
        let text =
            "“We stand together,” Orla Penn and Peter Tull said. They added that talks would go on."
        let found = Heard.extraction(text).quotations
        #expect(
            found.map { $0.speaker?.name } == [
                "Orla Penn and Peter Tull", "Orla Penn and Peter Tull",
            ])
        #expect(
            found.map { $0.speakers.map(\.name) } == [
                ["Orla Penn", "Peter Tull"], ["Orla Penn", "Peter Tull"],
            ])
        #expect(found[0].speaker?.kind == .person)
        #expect(found[0].speaker?.id == "orla-penn-and-peter-tull")
        #expect(Heard.extraction(text).people.map(\.name) == ["Orla Penn", "Peter Tull"])
    }

    @Test(arguments: [
        "Helen Roe, left, and Orla Penn said the port would stay open.",
        "“It is over,” said Helen Roe and her deputy, Orla Penn.",
        "Senators Helen Roe and Orla Penn said they would vote no.",
        "According to Helen Roe and Orla Penn, the bridge is closed.",
        "Helen Roe and Orla Penn both said it was late.",
        "“We quit,” said the mayor, Helen Roe, and the sheriff, Orla Penn.",
    ])
    func aListIsOneSource(_ text: String) {
        #expect(speakers(text) == ["Helen Roe and Orla Penn"])
    }

    @Test(arguments: [
        ("Carl Roe voted no and Ann Penn said he was wrong.", "Ann Penn"),
        ("He met Ann Penn and Paul Hale said it was late.", "Paul Hale"),
        ("After a talk with Orla Penn and Paul Hale, Carl Roe said he was sure.", "Carl Roe"),
        ("“No,” said Rep. Carl Roe, R-Ohio.", "Carl Roe"),
        ("Health and Human Services Secretary Ann Roe said the rules were new.", "Ann Roe"),
    ])
    func aClauseIsNoList(_ text: String, _ speaker: String) {
        #expect(speakers(text) == [speaker])
    }

    @Test func oneSpeakerIsTheOnlyOne() {
        let found = Heard.extraction("“It is late,” Ann Roe said. “Very late.”").quotations
        #expect(found[0].speakers.map(\.name) == ["Ann Roe"])
        let nobody = Heard.extraction("“It is far too late for that.”").quotations
        #expect(nobody.allSatisfy { $0.speaker == nil && $0.speakers.isEmpty })
    }

    // MARK: Pronouns

    @Test func aSentenceAboutHimSaysWhoHeIs() {
        let text = """
            Viktor Lind introduced Martha Reyes to the board. She praised Peter Tull at length. “We rebuilt the quay,” \
            she said. He was flattered. “She did most of it,” he said.
            """
        #expect(
            Heard.all(in: text).filter { $0.text.hasPrefix("She did") } == [
                Heard("She did most of it,", "Peter Tull")
            ])
    }

    @Test func whoIsNamedInTheWordsDoesNotSayThem() {
        let text = "Peter Tull wrote the column. A win gives Carl Roe an edge, he said."
        #expect(speakers(text).last == "Peter Tull")
    }

    // MARK: Capitals

    @Test func namesEndBeforeVerbsInATextOfCapitals() {
        let text = """
            THE PORT WILL NOT BE SOLD, PRIME MINISTER HELEN ROE SAID ON TUESDAY. "WE WILL KEEP IT," SHE SAID.
            """
        #expect(speakers(text) == ["HELEN ROE", "HELEN ROE"])
        let mixed = "Ann Roe was clear. “WE WILL KEEP IT,” Roe wrote to NBC."
        #expect(speakers(mixed) == ["Ann Roe"])
    }
}
