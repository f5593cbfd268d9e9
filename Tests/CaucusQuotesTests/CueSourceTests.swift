import CaucusQuotes
import CaucusText
import Testing

/// Who a cue quotes, and whether anything is quoted at all.
struct CueSourceTests {
    @Test(arguments: [
        ("A senior official close to Nora Fells", "A senior official close to Nora Fells"),
        ("A lawyer representing Owen Brack", "A lawyer representing Owen Brack"),
        ("A lawyer who represents Owen Brack", "A lawyer"),
        ("Two people briefed on Brack's plans", "Two people briefed on Brack's plans"),
        (
            "A person familiar with Nora Fells's thinking",
            "A person familiar with Nora Fells's thinking"
        ),
        ("An official with direct knowledge of Fells's plans", "An official"),
        ("A judge appointed by Nora Fells", "A judge appointed by Nora Fells"),
        ("A friend of Nora Fells's", "A friend of Nora Fells's"),
        ("Democrats prosecuting the case", "Democrats prosecuting the case"),
        ("One of Brack's own ministers", "One of Brack's own ministers"),
        ("A man who knows Nora Fells", "A man"),
    ])
    func aNameInTheComplementDoesNotSpeak(_ source: String, _ speaker: String) {
        #expect(
            Heard.all(in: source + " said the dam would be sold.")
                == [Heard("the dam would be sold", speaker)])
    }

    @Test(arguments: [
        ("A spokeswoman for Nora Fells, Ann Dray,", "Ann Dray"),
        ("The widow of Hugh Brack, Ruth,", "Ruth"),
        ("The lawyer for the dockers, Ann Dray,", "Ann Dray"),
        ("Allies of the governor, Nora Fells,", "Allies of the governor, Nora Fells"),
        ("Neighbours of the boy, Tim Dray,", "Neighbours of the boy, Tim Dray"),
        ("A spokesman for the governor, Nora Fells,", "A spokesman for the governor, Nora Fells"),
        ("A cousin of the suspect, Tim Dray,", "A cousin of the suspect, Tim Dray"),
    ])
    func anAsideNamesTheHeadItFits(_ source: String, _ speaker: String) {
        #expect(Heard.speakers(in: source + " said the dam would be sold.") == [speaker])
    }

    @Test func anAsideAfterAnInvertedVerbNamesItsSource() {
        #expect(
            Heard.speakers(
                in: "“It is late,” said a spokeswoman for Nora Fells, Ann Dray. “Go,” she said.")
                == ["Ann Dray", "Ann Dray"])
        #expect(
            Heard.speakers(in: "It was late, according to Owen Brack's lawyer, Ann Dray.")
                == ["Ann Dray"])
        #expect(
            Heard.speakers(in: "“It is late,” said allies of the governor, Nora Fells.")
                == ["allies of the governor, Nora Fells"])
    }

    @Test func whoeverMayNotSpeakSpeaks() {
        #expect(
            Heard.speakers(
                in: "An official who was not allowed to speak publicly said it was late.")
                == ["An official"])
        #expect(
            Heard.speakers(in: "The dam is old, people who have worked with Owen Brack said.")
                == ["people"])
        #expect(
            Heard.speakers(
                in: "Nora Fells, the woman who closed the dam and left, said it was late.")
                == ["Nora Fells"])
    }

    @Test func sheIsWhoSpokeAndNotWhoSheSpeaksOf() {
        #expect(
            Heard.speakers(
                in: "A spokeswoman for Nora Fells, Ann Dray, said it was late. “It is,” she said.")
                == ["Ann Dray", "Ann Dray"])
        #expect(
            Heard.speakers(
                in: "“It was fair,” said Ann Dray, who has known Nora Fells since school."
                    + " “She listens,” she said.") == ["Ann Dray", "Ann Dray"])
        #expect(
            Heard.speakers(
                in: "Nora Fells told dockers it was late. Photograph: Ann Dray/Oram Press\n\n"
                    + "“It is,” she said.") == ["Nora Fells", "Nora Fells"])
    }

    @Test func theLawyerGoesBackToADescribedLawyer() {
        #expect(
            Heard.speakers(
                in: "A lawyer acting for Owen Brack said it was false. “He slept,” the lawyer said."
            )
                == ["A lawyer acting for Owen Brack", "A lawyer acting for Owen Brack"])
    }

    @Test(arguments: [
        "Critics of the plan say the dam is old.", "Critics who know the dam say the dam is old.",
    ])
    func aPluralFartherOffHasABaseForm(_ text: String) {
        #expect(Heard.all(in: text).map(\.text) == ["the dam is old"])
    }

    @Test func whoGoesOnAboutThePeopleBeforeIt() {
        #expect(
            Heard.speakers(in: "The idea drew fire from critics who said that the dam was old.")
                == ["critics"])
        #expect(
            Heard.speakers(in: "Among them was Sen. Mike Roe, R-Utah, who said the dam was old.")
                == ["Mike Roe"])
    }

    @Test(arguments: [
        "Sen. Henk Ostrander, R-S.C., said the bill was dead.",
        "Rep. Henk Ostrander, D-N.Y., said the bill was dead.",
        "Sen. Henk Ostrander (I-Vt.) said the bill was dead.",
        "Henk Ostrander, 81, of Yakima, Wash., said the bill was dead.",
        "Henk Ostrander, left, said the bill was dead.",
        "Rep. Henk Ostrander, R-Va., chairman of the panel, said the bill was dead.",
        "Henk Ostrander inaccurately said the bill was dead.",
        "Henk Ostrander has overwhelmingly said the bill was dead.",
    ])
    func partyTownAndAdverbAreNobody(_ text: String) {
        #expect(Heard.all(in: text) == [Heard("the bill was dead", "Henk Ostrander")])
    }

    @Test func aNounOnLyIsNoAdverb() {
        #expect(Heard.speakers(in: "The family said the bill was dead.") == ["The family"])
        #expect(
            Heard.speakers(in: "A highly placed official said the bill was dead.")
                == ["A highly placed official"])
    }

    @Test func aStatementIsWhoIssuesItAndAnIntroductionNobody() {
        #expect(
            Heard.speakers(in: "Roe Motors put out a statement saying that it was late.")
                == ["Roe Motors"])
        #expect(Heard.all(in: "Asked Monday why it was late, Ann Dray left.").isEmpty)
        #expect(
            Heard.speakers(in: "“The dam is old,” Ann Dray said, according to The Oram Post.")
                == ["Ann Dray"])
    }
}

/// Whom somebody tells, what “that” is, and what was not said.
struct CueContentTests {
    @Test(arguments: [
        "reporters", "her deputy, Max Udall, that", "Sen. Max Udall (R-Utah) that", "him",
        "a crowd in Oram", "reporters outside the court", "The Courier last week that",
        "members of her own party", "voters that night that", "the mayor of Oram",
    ])
    func whomSheTellsIsNoContent(_ addressee: String) {
        #expect(
            Heard.all(in: "Nora Fells told \(addressee) the dam was safe.")
                == [Heard("the dam was safe", "Nora Fells")])
    }

    @Test func aNameOrAPluralAfterTheAddresseeOpensTheClause() {
        #expect(
            Heard.all(in: "Nora Fells told reporters Owen Brack had lied.")
                == [Heard("Owen Brack had lied", "Nora Fells")])
        #expect(
            Heard.all(in: "Nora Fells told CNN officials were lying.")
                == [Heard("officials were lying", "Nora Fells")])
        #expect(
            Heard.all(in: "Nora Fells told dockers the mayor, Owen Brack, was late.")
                == [Heard("the mayor, Owen Brack, was late", "Nora Fells")])
        #expect(Heard.all(in: "Nora Fells told the crowd a story.").isEmpty)
    }

    @Test(arguments: [
        "that was nonsense", "that would be a mistake", "that's not true", "that never happened",
        "that makes no sense", "that cannot wait",
    ])
    func thatIsTheSubject(_ content: String) {
        #expect(
            Heard.all(in: "Nora Fells said \(content).") == [Heard(content, "Nora Fells")])
        #expect(
            Heard.all(in: "Nora Fells told dockers \(content).") == [Heard(content, "Nora Fells")])
    }

    @Test(arguments: [
        "had she known, she would have left", "being poor was hard", "Will Dray was late",
        "there is no dam", "now is the time", "under the deal, the dam would be sold",
    ])
    func thatIsAConjunction(_ content: String) {
        #expect(
            Heard.all(in: "Nora Fells said that \(content).") == [Heard(content, "Nora Fells")])
    }

    @Test func thatAfterANounIsNoContent() {
        #expect(Heard.all(in: "Nora Fells visited several states that have voted.").isEmpty)
        #expect(Heard.all(in: "Nora Fells said that in an interview.").isEmpty)
    }

    @Test func aConditionMayGoBeforeWhatIsSaid() {
        #expect(
            Heard.all(in: "Nora Fells said if elected she would close the dam.")
                == [Heard("if elected she would close the dam", "Nora Fells")])
    }

    @Test(arguments: [
        "Nora Fells did not say that the dam was old.", "Nora Fells never said the dam was old.",
        "Nora Fells could have said the dam was old.", "Nora Fells might say the dam was old.",
        "Nora Fells refused to say the dam was old.",
        "Nora Fells declined to say whether the dam was old.",
        "Nora Fells has yet to say whether the dam was old.",
        "Nora Fells stopped short of saying the dam was old.",
        "If Nora Fells says the dam is old, it will be sold.",
        "Had Nora Fells said the dam was old, it would have been sold.",
        "It is not clear whether Nora Fells said the dam was old.",
        "Neither Nora Fells nor Owen Brack said the dam was old.",
        "No official said the dam was old.", "Not one official said the dam was old.",
        "Nobody on the board said the dam was old.", "Who says the dam is old?",
        "Nora Fells never said, “I am sorry.”", "Nora Fells could have said “no.”",
    ])
    func whatWasNotSaidIsNoQuotation(_ text: String) {
        #expect(Heard.all(in: text).isEmpty)
    }

    @Test(arguments: [
        "Nora Fells would say only that the dam was old.",
        "Nora Fells would later say that the dam was old.",
        "Nora Fells did not hesitate to say the dam was old.",
        "Nora Fells denied that the dam was old.",
        "Nora Fells declined to comment, saying the dam was old.",
        "No fewer than ten officials said the dam was old.",
        "Nora Fells did not mince words: “the dam was old”",
    ])
    func whatWasSaidAllTheSameIsOne(_ text: String) {
        #expect(Heard.all(in: text).map(\.text) == ["the dam was old"])
    }
}
