import CaucusQuotes
import CaucusText
import Testing

/// Issue 13: whom a document means by a form of a name.
@Suite("names of one document")
struct OneSurnameTests {
    /// The speakers of `text` whose words are quoted, each once.
    private func speakers(_ text: String) -> Set<String?> { Set(Heard.speakers(in: text)) }

    @Test func aSurnameIsThatOfThePersonTheArticleIsAbout() {
        let text = """
            Helen Roe opened the campaign in Lowfen. Helen Roe has led the party for nine years.

            Her husband, Bill Roe, was in the hall. Bill Roe clapped.

            “We will win this,” Roe said.
            """
        #expect(Heard.speakers(in: text) == ["Helen Roe"])
    }

    @Test func theFirstToBeNamedCountsMore() {
        let text = """
            Helen Roe opened the campaign in Lowfen.

            Bill Roe was in the hall, and Bill Roe clapped.

            “We will win this,” Roe said.
            """
        #expect(Heard.speakers(in: text) == ["Helen Roe"])
    }

    @Test func theSentenceMaySayThatItIsTheOther() {
        let text = """
            Helen Roe opened the campaign in Lowfen. Helen Roe has led the party for nine years.

            When Bill Roe came in, Roe said the hall was cold.
            """
        #expect(speakers(text) == ["Bill Roe"])
    }

    @Test func aTitleThatOnlyOneHasTells() {
        let text = """
            Helen Roe opened the campaign in Lowfen. Helen Roe has led the party for nine years.

            With her was Senator Lena Roe.

            “We will win this,” Senator Roe said.
            """
        #expect(Heard.speakers(in: text) == ["Lena Roe"])
    }

    @Test func aFriendIsNoOffice() {
        let text = """
            Ms. Roe opened the debate.

            “We will win this,” the prime minister said.

            “Helen Roe is the dearest friend I have,” said Bo Lindgren.
            """
        #expect(Heard.speakers(in: text).first == "Helen Roe")
    }

    /// Who said what Mayor Roe said, in an article on Helen Roe with one more sentence.
    private func mayor(after sentence: String) -> Set<String?> {
        speakers(
            """
            Helen Roe spoke. Helen Roe is tired. \(sentence)

            “We will win this,” Mayor Roe said.
            """)
    }

    @Test(arguments: [
        "Her mother, Lena Roe, was mayor before her.",
        "Lena Roe, 71, became the town's first mayor.",
        "Lena Roe, the mayor of Lowfen, was in the hall.",
    ])
    func anOfficeThatASentenceTellsIsATitleToo(_ sentence: String) {
        #expect(mayor(after: sentence) == ["Lena Roe"])
    }

    @Test(arguments: [
        "Lena Roe was not mayor then.", "Lena Roe was with the mayor.",
        "Lena Roe was seen by a mayor.", "Lena Roe's mayor is tired.",
        "Lena Roe was the mayor's friend.", "Lena Roe was Mayor Penn's aide.",
    ])
    func anOfficeOfSomebodyElseIsNot(_ sentence: String) {
        #expect(mayor(after: sentence) == ["Helen Roe"])
    }

    @Test func particlesAndCapitalsAreOneSurname() {
        let text = """
            Canon Piers de Lacey runs the shelter.

            “It is cold,” de Lacey said.

            De Lacey said the beds were full.
            """
        #expect(speakers(text) == ["Piers de Lacey"])
        let house = """
            Speaker Lionel Brace opened the sitting.

            BRACE: Order in the House.

            TULL: I asked a question.
            """
        #expect(Heard.speakers(in: house).first == "Lionel Brace")
    }

    @Test func initialsMiddleNamesAndShortFormsAreOnePerson() {
        let text = """
            William J. Orvik walked the pier.

            “It is old,” Bill Orvik said.

            “It will stand,” said William Orvik.
            """
        #expect(speakers(text) == ["William J. Orvik"])
    }

    @Test func otherMiddleNamesAndSonsAreOtherPeople() {
        let text = """
            “It is old,” said George W. Orvik.

            “It is not,” said George H. Orvik.

            “It will stand,” said George W. Orvik Jr.
            """
        #expect(speakers(text).count == 3)
        let son = """
            Tom Orvik Jr. came with his father, Tom Orvik.

            “It is old,” Orvik Jr. said.
            """
        #expect(speakers(son) == ["Tom Orvik Jr."])
    }

    @Test func aSurnameThatIsAGivenNameTellsNoGender() {
        let text = """
            Helen Clinton opened the campaign in Lowfen. Helen Clinton has led the party for nine years.

            Bill Clinton clapped.

            “We will win this,” Clinton said.
            """
        #expect(Heard.speakers(in: text) == ["Helen Clinton"])
        let alone = Heard.extraction("“We will win this,” Clinton said.").quotations[0].speaker
        #expect(alone?.gender == .unknown)
    }

    @Test(arguments: [
        "“It is old,” Secretary of State Colin Orvik said.",
        "“It is old,” said the director of National Intelligence Colin Orvik.",
        "“It is old,” President-elect Colin Orvik said.",
        "WATCH Colin Orvik: “It is old,” he said.",
        "“It is old,” said Secretary of State Colin Orvik. “It is,” Mr. Orvik said.",
    ])
    func anOfficeIsNoPartOfTheName(_ text: String) {
        #expect(Heard.extraction(text).people.map(\.name) == ["Colin Orvik"])
    }

    @Test func captionsAndHeadlinesAreNoNames() {
        let text = "Helen Roe Calls Bill Tull\n\nColin Orvik Colin Orvik of Lowfen said it was old."
        let people = Set(Heard.extraction(text).people.map(\.name))
        #expect(people == ["Helen Roe", "Bill Tull", "Colin Orvik"])
    }

    @Test func aCityAfterAnOfficeIsNobody() {
        #expect(Heard.extraction("The mayor of New York City said it was old.").people.isEmpty)
    }

    @Test func anArabicArticleIsNoPartOfTheSurname() {
        let text = """
            Bashir al-Ansari walked the pier.

            “It is old,” Ansari said.
            """
        #expect(speakers(text) == ["Bashir al-Ansari"])
    }

    @Test func anExtractionKnowsItsPeople() {
        let text = "Ms. Lena Orvik met Tom Reed and the Lorn Council. “It is old,” Orvik said."
        let people = Heard.extraction(text).people
        #expect(people.map(\.name) == ["Lena Orvik", "Tom Reed"])
        #expect(people.map(\.gender) == [.female, .male])
    }
}
