import CaucusQuotes
import CaucusText
import Testing

@testable import CaucusTarget

@Suite("words to the target and of the target")
struct AddressedTests {
    /// By what each quotation of `text` means Ada Okello.
    private func mentions(_ text: String) -> [TargetMention] {
        let document = Document(id: "d", text: text)
        let extraction = QuotationExtractor().extraction(of: document)
        return TargetResolver(target: StanceTarget(name: "Ada Okello"))
            .resolutions(for: extraction, in: document).map(\.mention)
    }

    @Test func youIsThePersonTold() {
        #expect(mentions("“You lied to us,” Hugh Roe told Ada Okello.") == [.pronoun])
        #expect(
            mentions(
                "“Your plan is a fraud,” Hugh Roe told Prime Minister Ada Okello. “Do you sleep?”")
                == [.pronoun])
    }

    @Test func whoeverWasToldIsToldMore() {
        let text = "“You lied to us,” Hugh Roe told Ada Okello. “You have no shame,” he added."
        #expect(mentions(text).allSatisfy { $0 == .pronoun })
    }

    @Test func youIsNobodyElse() {
        #expect(mentions("“You lied,” Hugh Roe told Jane Penn. Ada Okello was at home.") == [.none])
        #expect(mentions("Ada Okello left. “You lied,” Hugh Roe said.") == [.none])
        #expect(
            mentions("“You lied,” Hugh Roe told Ada Okello. “You did,” Jane Penn told reporters.")
                == [.pronoun, .none])
    }

    @Test func theSpeakerSaysOfWhom() {
        #expect(mentions("“She should go,” Hugh Roe said of Ada Okello.") == [.pronoun])
        #expect(mentions("“She should go,” Hugh Roe said, referring to Ada Okello.") == [.pronoun])
        #expect(
            mentions("“She should go,” Hugh Roe said of Jane Penn. Ada Okello left.") == [.none])
    }

    @Test(arguments: ["Okello Bay", "the Okello Tower", "Okello University"])
    func aPlaceThatBearsTheNameIsNotTheTarget(_ place: String) {
        #expect(mentions("Ada Okello spoke. “I love \(place),” Hugh Roe said.") == [.none])
    }
}
