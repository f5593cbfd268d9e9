import CaucusQuotes
import CaucusText
import Testing

struct SpeakerTests {
    @Test func surnameTitleAndPronounAreOneSpeaker() {
        let text = """
            Senator Lena Orvik said the pier would hold.
            “I built it,” Ms. Orvik said.
            Orvik added that it was new.
            “It will stand,” she said.
            """
        #expect(Set(Heard.speakers(in: text)) == ["Lena Orvik"])
        #expect(Heard.speakers(in: text).count == 4)
    }

    @Test func aPronounPrefersThePersonOfItsGender() {
        let text = """
            Mr. Tinsel met Mrs. Orvik at the pier.
            “It is old,” she said.
            “It is new,” he said.
            """
        #expect(Heard.speakers(in: text) == ["Orvik", "Tinsel"])
    }

    @Test func theyMayBeOnePerson() {
        let text = """
            Mx. Robin Sand sat at the back.
            “I came for the singing,” they said.
            """
        #expect(Heard.speakers(in: text) == ["Robin Sand"])
    }

    @Test func twoPeopleOfOneSurnameStayApart() {
        let text = """
            Mr. Paul Orvik and Ms. Lena Orvik run the mill.
            “It is mine,” Mr. Orvik said.
            “It is ours,” Ms. Orvik said.
            """
        #expect(Heard.speakers(in: text) == ["Paul Orvik", "Lena Orvik"])
    }

    @Test func aRoleBeforeTheNameIsKept() throws {
        let text = "University of Oram political science professor Lena Orvik says the pier is old."
        let speaker = try #require(Heard.extraction(text).quotations.first?.speaker)
        #expect(speaker.name == "Lena Orvik")
        #expect(speaker.id == "lena-orvik")
        #expect(speaker.role == "University of Oram political science professor")
        #expect(speaker.kind == .person)
    }

    @Test func aRoleAfterTheNameIsKept() throws {
        let text = "“The pier is old,” said Lena Orvik, a retired engineer."
        #expect(Heard.extraction(text).quotations.first?.speaker?.role == "retired engineer")
    }

    @Test func aRoleStandsForThePersonWhoHasIt() {
        let text = """
            Lena Orvik, the harbor commissioner, walked the pier.
            “It will hold,” the commissioner said.
            """
        #expect(Heard.speakers(in: text) == ["Lena Orvik"])
    }

    @Test func anUnnamedSourceIsDescribedAndNeverMergedByName() {
        let text = """
            A senior official in the ministry said the pier was old.
            Later, a senior official denied that the pier was old.
            """
        let speakers = Heard.extraction(text).quotations.compactMap(\.speaker)
        #expect(speakers.allSatisfy { $0.kind == .described })
        #expect(speakers.first?.name == "A senior official")
    }

    @Test func anOrganizationSpeaks() throws {
        let text = "The Oram Teachers' Federation said the strike was over."
        let speaker = try #require(Heard.extraction(text).quotations.first?.speaker)
        #expect(speaker.kind == .organization)
        #expect(speaker.name == "Oram Teachers' Federation")
    }

    @Test func namesWithParticlesInitialsAndHyphensAreWhole() {
        for name in ["Rui van der Meer", "J. P. Orvik", "Ana Lund-Sand", "Zoë Ćosić"] {
            #expect(Heard.speakers(in: "“It is late,” said \(name).") == [name])
        }
    }

    @Test func aPossessiveIsNoPartOfTheName() {
        let text = """
            Lena Orvik's pier is old.
            “It will hold,” Orvik said.
            """
        #expect(Heard.speakers(in: text) == ["Lena Orvik"])
    }

    @Test func anAliasOfTheUserWins() {
        let extractor = QuotationExtractor(
            aliases: SpeakerAliases(lines: "Helena Orvik, Lena Orvik"))
        let extraction = extractor.extraction(
            of: Document(id: "t", text: "“It will hold,” Lena Orvik said."))
        #expect(extraction.quotations.map(\.speaker?.name) == ["Helena Orvik"])
    }
}
