import CaucusQuotes
import CaucusText
import Testing

@testable import CaucusTarget

/// Issue 13: one rule says whether a speaker is the leader.
@Suite("the names of the leader")
struct LeaderNamesTests {
    private func isLeader(
        _ name: String, _ target: StanceTarget, gender: Mention.Gender = .unknown,
        aliases: [String] = []
    ) -> Bool {
        let speaker = Speaker(id: "x", name: name, aliases: aliases, gender: gender)
        return TargetResolver(target: target).isTarget(speaker)
    }

    @Test(arguments: [
        ("Harold Quimby", "Harold J. Quimby"), ("Harold J. Quimby", "Harold Quimby"),
        ("Harold Quimby", "President Harold J. Quimby Jr."), ("Joe Roe", "Joseph R. Roe Jr."),
        ("Harold Quimby", "QUIMBY"), ("Harold Quimby", "Mr. Quimby"),
        ("Harold Quimby", "H. Quimby"),
        ("Ilse van der Meer", "Mrs. van der Meer"), ("Ilse van der Meer", "Meer"),
        ("Bashir al-Ansari", "Ansari"), ("Zoë Müller", "Zoe Mu\u{308}ller"),
        ("John Hale Jr.", "John Hale"),
        ("Mette Lund-Hale", "Lund\u{2011}Hale"), ("Ann Penn", "Ann Rodham Penn"),
        ("Adele", "Adele"),
        ("Ann Penn", "State Ann Penn"),
    ])
    func formsOfTheNameAreTheLeader(_ leader: String, _ name: String) {
        #expect(isLeader(name, StanceTarget(name: leader)))
    }

    @Test(arguments: [
        ("Helen Marwick", "Bill Marwick"), ("Donald Roe", "Donald Roe Jr."),
        ("Donald Roe", "Roe Jr."),
        ("George W. Roe", "George H. W. Roe"), ("Helen Marwick", "Mr. Marwick"),
        ("Adele", "Adele Roe"),
        ("Helen Marwick", "Helen Marwick-Hale"), ("Helen Marwick", "Helen"),
    ])
    func othersAreNot(_ leader: String, _ name: String) {
        #expect(!isLeader(name, StanceTarget(name: leader)))
    }

    @Test func theUsersNamesAreTheLeader() {
        let target = StanceTarget(name: "Ada Okello", aliases: ["Ada Lorn", "the boss"])
        #expect(isLeader("Ada Lorn", target))
        #expect(isLeader("Ada Hale", target, aliases: ["Ada Okello"]))
        #expect(!isLeader("the boss", target))
        #expect(isLeader("Okello", target, gender: .female))
        #expect(!isLeader("Okello", StanceTarget(name: "Xo Okello", pronoun: .he), gender: .female))
    }

    private func about(_ text: String, _ leader: String) -> [Bool] {
        let document = Document(id: "d", text: text)
        let extraction = QuotationExtractor().extraction(of: document)
        return TargetResolver(target: StanceTarget(name: leader))
            .resolutions(for: extraction, in: document).map { $0.mention != .none }
    }

    @Test func anArticleOnAnotherOfTheSurnameIsNotAboutTheLeader() {
        let other = """
            Former mayor Bill Marwick opened the fair. Bill Marwick cut a ribbon.

            “Marwick stole from the fair,” said Tomas Adeyar, a miner.
            """
        #expect(about(other, "Helen Marwick") == [false])
        #expect(about(other.replacing("Bill", with: "Helen"), "Helen Marwick") == [true])
    }

    @Test func aMiddleInitialIsTheLeader() {
        let text = """
            President Harold J. Quimby spoke in Lowfen.

            “Mr. Quimby has failed us,” said Tomas Adeyar, a miner.

            “Harold Quimby should resign,” said Della Quist, a baker.
            """
        #expect(about(text, "Harold Quimby") == [true, true])
    }
}
