import CaucusLanguage
import CaucusQuotes
import CaucusText
import Testing

@testable import CaucusTarget

@Suite("the roles of leaders")
struct LeaderRolesTests {
    private static let groups = English.groups(of: .leaderRoles)

    /// The words by which the last quotation of a text means Ada Okello.
    private func role(in text: String) -> String? {
        let document = Document(id: "d", text: text)
        let extraction = QuotationExtractor().extraction(of: document)
        let found = TargetResolver(target: StanceTarget(name: "Ada Okello"))
            .resolutions(for: extraction, in: document).last
        return found?.mention == .epithet ? found?.spans.first.map { text[$0] } : nil
    }

    @Test(arguments: groups.flatMap(\.examples))
    func theRoleOfAnExampleIsTheLeaders(_ example: String) throws {
        let parts = example.split(whereSeparator: { "{}".contains($0) })
        let word = try #require(parts.dropFirst().first)
        let text = example.filter { !"{}".contains($0) }
        #expect(role(in: text)?.hasSuffix(word) == true)
    }

    @Test(arguments: groups.flatMap(\.counterexamples))
    func thatOfACounterexampleIsNot(_ text: String) { #expect(role(in: text) == nil) }

    @Test(arguments: ["The president", "This president", "The commander in chief", "Mr. President"])
    func anOfficeIsTheLeadersByAnyOfItsNames(_ words: String) {
        let text = "President Ada Okello spoke. Mary Hale left. “\(words) lied,” said Bo Lindgren."
        #expect(role(in: text) != nil)
        #expect(role(in: text.replacing("President Ada", with: "Ada")) == nil)
    }

    @Test func ofSeveralPresidentsTheOneNamedLastIsMeant() {
        let text =
            "President Mary Hale met President Ada Okello. “The president lied,” said Bo Penn."
        #expect(role(in: text) != nil)
        let other =
            "President Ada Okello met President Mary Hale. “The president lied,” said Bo Penn."
        #expect(role(in: other) == nil)
    }

    @Test func aVicePresidentIsNoPresident() {
        let text =
            "Vice President Ada Okello spoke. Mary Hale left. “The president lied,” said Bo Penn."
        #expect(role(in: text) == nil)
        #expect(role(in: text.replacing("The president", with: "The vice president")) != nil)
    }

    @Test func thePresidentElectIsNotThePresident() {
        let text = "President Ada Okello spoke. “The president-elect lied,” said Bo Penn."
        #expect(role(in: text) == nil)
        #expect(role(in: text.replacing("-elect", with: "")) != nil)
    }

    @Test func anOfficeThatTheArticleDoesNotGiveNeedsTheLeaderBesideIt() {
        let words = "“The president lied,” said Bo Penn."
        #expect(role(in: "Ada Okello spoke. " + words) != nil)
        #expect(role(in: "Ada Okello spoke. It rained on the town. It stopped. " + words) == nil)
        #expect(role(in: "Ada Okello spoke. Mary Hale left. " + words) == nil)
        // “The judge” is nobody's but whom the article calls so.
        #expect(role(in: "Ada Okello spoke. “The judge lied,” said Bo Penn.") == nil)
    }

    @Test func thoseWhoOnlySpeakAreNotNamedBetween() {
        #expect(
            role(in: "Ada Okello spoke. Bo Penn said the president had lied to the town.") != nil)
    }
}
