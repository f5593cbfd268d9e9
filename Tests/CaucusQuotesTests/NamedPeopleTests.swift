import CaucusQuotes
import CaucusText
import Testing

struct NamedPeopleTests {
    @Test func aPossessiveOpensASource() {
        #expect(
            Heard.all(in: "“It always did,” said her deputy.")
                == [Heard("It always did,", "her deputy")])
        #expect(Heard.speakers(in: "“I saw her,” said Lena Orvik.") == ["Lena Orvik"])
    }

    @Test func peopleOfOneSurnameGoByTheirTitles() {
        let text =
            "Mr. Okafor said it was late. “It is late,” he said. “No,” Ms. Okafor said. “Early,” she said."
        #expect(
            Heard.speakers(in: text) == ["Mr. Okafor", "Mr. Okafor", "Ms. Okafor"]
                || Heard.speakers(in: text)
                    == ["Mr. Okafor", "Mr. Okafor", "Ms. Okafor", "Ms. Okafor"]
        )
        let ids = Set(Heard.extraction(text).quotations.compactMap(\.speaker?.id))
        #expect(ids == ["mr-okafor", "ms-okafor"])
    }

    @Test func aTitleOfTwoWordsIsTheWholeRole() {
        let text = "Prime Minister Lena Orvik spoke. “It moves,” the prime minister said."
        #expect(Heard.extraction(text).quotations.first?.speaker?.role == "Prime Minister")
    }

    @Test func aMonthMayStandInsideAName() {
        #expect(
            Heard.speakers(in: "Maria del Mar Ibáñez y Ruiz said the pier moves.")
                == ["Maria del Mar Ibáñez y Ruiz"])
    }

    @Test func theNextSpeakersClauseIsNoContent() {
        #expect(
            Heard.all(
                in: "Maro Tinsel said the old pier was safe, but Lena Orvik said it was not safe.")
                == [
                    Heard("the old pier was safe", "Maro Tinsel"),
                    Heard("it was not safe", "Lena Orvik"),
                ])
    }
}
