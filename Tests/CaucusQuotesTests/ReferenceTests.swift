import CaucusQuotes
import CaucusText
import Testing

/// Who a role, a pronoun or a description stands for.
struct ReferenceTests {
    @Test func aRoleNobodyHasGoesToThePersonJustNamed() {
        let text = """
            Ms. Brenn came in late. She spoke for an hour.

            “I have little to add,” the chancellor said.

            For the board, Mr. Halloway read out the sums.

            “It is all there,” the treasurer said.

            “I thank him,” the chancellor said.
            """
        #expect(Heard.speakers(in: text) == ["Brenn", "Halloway", "Brenn"])
    }

    @Test func aRoleOfSomebodyElseIsNotGivenAway() {
        let text = """
            Prime Minister Ada Brenn and Ms. Quill walked out.

            Ms. Quill spoke of rails.

            “I have had enough,” the transport minister said.

            “So have I,” the prime minister said.
            """
        #expect(Heard.speakers(in: text) == ["Quill", "Ada Brenn"])
    }

    @Test func anOfficialStaysWithoutAName() {
        let text = """
            Ms. Brenn left the room.

            “She is tired,” the official said.
            """
        #expect(Heard.speakers(in: text) == ["the official"])
    }

    @Test func twoMinistersWhoAreOnlyDescribedStayApart() {
        let text = """
            “It is late,” the finance minister said.

            “It is early,” the transport minister said.
            """
        #expect(Heard.speakers(in: text) == ["the finance minister", "the transport minister"])
    }

    @Test func theyAreTheSeveralOfTheSentenceBefore() {
        let text = """
            The Harbor Council met at noon. Two welders who build the hulls came in. \
            They said the steel was thin.
            """
        #expect(Heard.speakers(in: text) == ["Two welders"])
    }

    @Test func theyMayBeAPersonWhoseGenderNoTitleTells() {
        let text = """
            The Harbor Council met at noon. Robert Quill, who runs the ferry, tied it up.

            “The river is high,” they said.
            """
        #expect(Heard.speakers(in: text) == ["Robert Quill"])
    }

    @Test func aWholeParagraphAboutSomebodyOutweighsTheSpeakerBefore() {
        let text = """
            The clerk, Anna Hollin, said the count was done.
            “It took all night,” she said.
            Interior Minister Zelmira Tost was visiting a school when the figures came out.
            “I trust the count,” she said.
            """
        #expect(Heard.speakers(in: text) == ["Anna Hollin", "Anna Hollin", "Zelmira Tost"])
    }

    @Test func anAsideIsNotTheSubjectOfTheVerbAfterIt() {
        let text = """
            Oren Tassik, a retired carpenter known to three streets as “the Plane,” lives by the \
            bridge and said he had counted the carts.
            """
        #expect(Heard.all(in: text) == [Heard("he had counted the carts", "Oren Tassik")])
    }
}

/// Where a name begins.
struct TitledNameTests {
    @Test(arguments: [
        ("Harbor Minister Ruth Zeller said it was late.", "Ruth Zeller"),
        ("Pollster Zelmira Tost said it was late.", "Zelmira Tost"),
        ("North Oram Mayor Jory van Pelt said it was late.", "Jory van Pelt"),
    ])
    func titlesAndRolesAreNotPartOfIt(_ text: String, _ name: String) {
        #expect(Heard.speakers(in: text) == [name])
    }

    @Test func aGivenNameBeforeATitleWordStays() {
        #expect(Heard.speakers(in: "Paul Judge Orvik said it was late.") == ["Paul Judge Orvik"])
    }
}
