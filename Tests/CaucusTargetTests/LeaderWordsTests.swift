import CaucusLanguage
import CaucusQuotes
import CaucusText
import Testing

@testable import CaucusTarget

@Suite("names that are spelled like other words")
struct LeaderWordsTests {
    private static let groups = English.groups(of: .leaderNames)

    /// The name by which the last quotation of a text means the leader, by its start in the text.
    private func name(of leader: String, in text: String) -> String? {
        let document = Document(id: "d", text: text)
        let extraction = QuotationExtractor().extraction(of: document)
        let found = TargetResolver(target: StanceTarget(name: leader))
            .resolutions(for: extraction, in: document).last
        return found?.mention == .explicit ? found?.spans.first.map { text[$0] } : nil
    }

    /// The leader whom the examples of a group are about.
    private func leader(_ group: WordGroup) -> String {
        group.name == "month" ? "Grace May" : "Ann Carter"
    }

    @Test(arguments: groups)
    func theNameOfAnExampleIsTheLeadersAndThatOfACounterexampleIsNot(_ group: WordGroup) {
        for example in group.examples {
            let text = example.filter { !"{}".contains($0) }
            #expect(name(of: leader(group), in: text) != nil, "\(text)")
        }
        for text in group.counterexamples {
            #expect(name(of: leader(group), in: text) == nil, "\(text)")
        }
    }

    @Test(arguments: [
        "It rained in May", "It rained in early May", "It has rained since May",
        "On May 25 it rained", "In May, 2018 it rained", "The mid-May rain hurt us",
        "May God help the coast",
    ])
    func aMonthIsNobody(_ words: String) {
        let text = "Mrs. May came to Lowfen. “\(words),” said Bo Lindgren."
        #expect(name(of: "Grace May", in: text) == nil)
        #expect(name(of: "Grace May", in: text.replacing(words, with: "May has failed us")) != nil)
    }

    @Test func aMonthsNameIsNobodysWhereTheArticleTellsOfNobody() {
        #expect(name(of: "Ruth May", in: "It rained. “I like May,” said Bo Lindgren.") == nil)
        #expect(name(of: "Ruth May", in: "Ruth left. “I like May,” said Bo Lindgren.") != nil)
    }

    @Test(arguments: ["President Carter", "Mr. Carter"])
    func aTitleOfTheRenownedTellsNothing(_ title: String) {
        let words = " came. “Carter has failed us,” said Bo Lindgren."
        #expect(name(of: "Ann Carter", in: title + words) == nil)
        #expect(name(of: "Ann Carter", in: "Mrs. Carter" + words) != nil)
        #expect(name(of: "Jimmy Carter", in: title + words) != nil)
    }

    @Test func aTitleTellsOfALeaderWhoseSurnameNobodyElseIsKnownBy() {
        let text = "President Marwick came. “Marwick has failed us,” said Bo Lindgren."
        #expect(name(of: "Ann Marwick", in: text) != nil)
    }

    @Test func aGivenNameThatIsAnothersSurnameIsNotTheLeader() {
        let words = " spoke. “Paul has failed us,” said Bo Lindgren."
        #expect(name(of: "Paul Okello", in: "Paul Okello met James Paul. Hale" + words) == nil)
        #expect(name(of: "Paul Okello", in: "Paul Okello met James Penn. Hale" + words) != nil)
    }
}
