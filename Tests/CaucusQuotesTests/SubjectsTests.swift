import CaucusQuotes
import CaucusText
import Testing

/// Whose a verb is that has its subject farther off.
struct SubjectsTests {
    @Test func whoGoesOnAboutPeopleThatAreOnlyDescribed() {
        #expect(
            Heard.speakers(in: "It drew anger from key Harvest figures who said the port was late.")
                == ["key Harvest figures"])
        #expect(
            Heard.speakers(
                in: "The dean joined a chorus of former officers who said that the mayor was late.")
                == ["former officers"])
        #expect(
            Heard.speakers(in: "He met a port worker last Friday who claimed that it was late.")
                == ["a port worker"])
    }

    @Test func aClauseAfterAfterHasItsOwnSubject() {
        #expect(
            Heard.speakers(
                in: "Penn left more than a month after Ann Roe told the board that it was late.")
                == ["Ann Roe"])
        #expect(
            Heard.speakers(in: "Officials after the meeting said the talks failed.")
                == ["Officials"])
    }

    @Test func aTimeBeforeTheNameIsNoPartOfTheSubject() {
        #expect(
            Heard.speakers(
                in: "In a talk with the paper two weeks ago Ann Roe recalled that it was late.")
                == ["Ann Roe"])
        #expect(
            Heard.speakers(in: "Ann Roe, the chairwoman, in a statement said the port was late.")
                == ["Ann Roe"])
    }

    @Test func aParticipleBelongsToThePersonBeforeIt() {
        #expect(
            Heard.speakers(in: "A consultant working on a plan in Lund said that it was late.")
                == ["A consultant working on a plan in Lund"])
        #expect(
            Heard.speakers(in: "Several voters who plan to march in May told Roe they were late.")
                == ["Several voters"])
    }

    @Test func anOfficeCarriesTheNameAfterIt() {
        #expect(
            Heard.speakers(in: "U.S. Secretary of State Ann Roe said the talks were over.")
                == ["Ann Roe"])
    }

    @Test func aParticipleSharesTheSubjectOfItsClause() {
        #expect(
            Heard.speakers(in: "Roe later undercut that account, saying Penn was late.") == ["Roe"])
        #expect(
            Heard.speakers(
                in: "Ann Tull took Penn's call a step further, arguing that it was late.")
                == ["Ann Tull"])
        #expect(
            Heard.speakers(in: "Tull also disagreed with Penn on the port, saying it was late.")
                == ["Tull"])
    }

    @Test func whoIsMadeToWriteWrites() {
        #expect(
            Heard.all(in: "The raid prompted Ann Roe to write that the bridge was unsafe.")
                == [Heard("the bridge was unsafe", "Ann Roe")])
    }

    @Test func anAttributeIsNoVerb() {
        #expect(Heard.all(in: "The alleged theft of the bell took place on Monday.") == [])
    }
}

/// Where contents open.
struct ContentOpeningTests {
    @Test func noAndNotOneAreSaid() {
        #expect(
            Heard.all(in: "Ann Roe said no jobs would be lost.")
                == [Heard("no jobs would be lost", "Ann Roe")])
        #expect(
            Heard.all(in: "Ann Roe said not one job would be lost.")
                == [Heard("not one job would be lost", "Ann Roe")])
        #expect(
            Heard.all(in: "Ann Roe said emphatically that jobs would be lost.")
                == [Heard("jobs would be lost", "Ann Roe")])
    }

    @Test func aTimeAfterTheVerbIsNoPart() {
        #expect(
            Heard.all(in: "Ann Roe said this morning she would go.")
                == [Heard("she would go", "Ann Roe")])
        #expect(
            Heard.all(in: "Ann Roe said this week would be hard.")
                == [Heard("this week would be hard", "Ann Roe")])
    }

    @Test func aDatelineIsNoPart() {
        #expect(
            Heard.all(in: "SALWICK - Two ships sank on Monday, officials said.").map(\.text)
                == ["Two ships sank on Monday"])
        #expect(
            Heard.all(in: "HARPO - the port's agency - was late on Monday, Ann Roe said.").first?
                .text
                != "the port's agency - was late on Monday")
    }

    @Test func accordingToBeginsAfterASemicolon() {
        #expect(
            Heard.all(in: "It was; the bridge was unsafe, according to Ann Roe.")
                == [Heard("the bridge was unsafe", "Ann Roe")])
    }

    @Test func aNumberEndsNoSentence() {
        #expect(
            Heard.all(in: "The house at No. 9 was empty, Ann Roe said.")
                == [Heard("The house at No. 9 was empty", "Ann Roe")])
    }

    @Test func narrationIsNoPartOfATranscript() {
        let text = """
            MS. TULL: Is the bridge open?

            MR. PENN: It is not open yet.

            MS. TULL: I ask again.

            The chairwoman rose when she heard it. “I will not have shouting here,” Ms. Roe said.
            """
        #expect(Heard.all(in: text).last == Heard("I will not have shouting here,", "Roe"))
    }
}
