import CaucusQuotes
import CaucusText
import Testing

@testable import CaucusStance

@Suite("which quotations speak of the target")
struct TargetResolverTests {
    private func resolutions(
        _ text: String, target: StanceTarget
    ) -> [(text: String, resolution: TargetResolver.Resolution)] {
        let document = Document(id: "d", text: text)
        let extraction = QuotationExtractor().extraction(of: document)
        let found = TargetResolver(target: target).resolutions(for: extraction, in: document)
        return zip(extraction.quotations, found).map { (text[$0.content], $1) }
    }

    private let ada = StanceTarget(
        name: "Ada Okello", aliases: ["the prime minister"], pronoun: .she)

    @Test func aNameIsExplicit() throws {
        let text =
            "Ada Okello spoke.\n\n“Ms. Okello’s plan is a fraud,” said Bo Lindgren, a farmer.\n"
        let first = try #require(resolutions(text, target: ada).first)
        #expect(first.resolution.mention == .explicit)
        #expect(first.resolution.spans.map { text[$0] } == ["Okello"])
    }

    @Test func aPronounNeedsTheTargetBeforeIt() throws {
        let with = "Ada Okello spoke.\n\n“She has failed us badly,” said Bo Lindgren, a farmer.\n"
        #expect(resolutions(with, target: ada).first?.resolution.mention == .pronoun)
        let without = "A dam broke.\n\n“She has failed us badly,” said Bo Lindgren, a farmer.\n"
        #expect(resolutions(without, target: ada).first?.resolution.mention == TargetMention.none)
    }

    @Test func aPronounOfAnotherGenderIsNotTheTarget() {
        let text = "Ada Okello spoke.\n\n“He has failed us badly,” said Bo Lindgren, a farmer.\n"
        #expect(resolutions(text, target: ada).first?.resolution.mention == TargetMention.none)
    }

    @Test func somebodyElseOfThatGenderComesBetween() {
        let text =
            "Ada Okello spoke. Mrs. Mary Hale resigned.\n\n"
            + "“She has failed us badly,” said Bo Lindgren, a farmer.\n"
        #expect(resolutions(text, target: ada).first?.resolution.mention == TargetMention.none)
    }

    @Test func anEpithetNeedsTheTargetInTheArticle() {
        let with =
            "Ada Okello spoke.\n\n“The boss has lost her nerve,” said Bo Lindgren, a farmer.\n"
        #expect(resolutions(with, target: ada).first?.resolution.mention == .epithet)
        let without = "A dam broke.\n\n“The boss has lost the key,” said Bo Lindgren, a farmer.\n"
        #expect(resolutions(without, target: ada).first?.resolution.mention == TargetMention.none)
    }

    @Test func theUsersEpithetNeedsNoName() {
        let text = "“The prime minister has lost her nerve,” said Bo Lindgren, a farmer.\n"
        #expect(resolutions(text, target: ada).first?.resolution.mention == .epithet)
    }

    @Test func theSpeakersOwnPronounInIndirectSpeechIsNotTheTarget() {
        let text = "Ada Okello spoke.\n\nMary Hale said that she would close the shop for a week.\n"
        #expect(resolutions(text, target: ada).allSatisfy { $0.resolution.mention == .none })
    }

    @Test func aSurnameInsideAnotherNameIsSomebodyElse() {
        let text =
            "Ada Okello spoke.\n\n“Ben Okello is a fine baker,” said Bo Lindgren, a farmer.\n"
        #expect(resolutions(text, target: ada).first?.resolution.mention != .explicit)
    }

    @Test func anArticleThatOpensWithAPronounMeansTheLeaderNamedLater() {
        let text =
            "“She has failed us badly,” said Bo Lindgren, a farmer.\n\n"
            + "Ada Okello spoke on Monday. Okello did not answer questions.\n"
        #expect(resolutions(text, target: ada).first?.resolution.mention == .pronoun)
    }

    @Test func aPronounReachesPastSomebodyWhoIsOnlyQuoted() throws {
        let text =
            "Ada Okello spoke.\n\n“The dam must go,” said Mary Hale, a nurse.\n\n"
            + "“She has failed us badly,” said Bo Lindgren, a farmer.\n"
        let last = try #require(resolutions(text, target: ada).last)
        #expect(last.resolution.mention == .pronoun)
    }

    @Test func theGivenNameAloneIsTheTargetUnlessSomebodyElseBearsIt() {
        let words = "“Ada has lost her nerve again,” said Bo Lindgren, a farmer.\n"
        let alone = "Ada Okello spoke.\n\n" + words
        #expect(resolutions(alone, target: ada).first?.resolution.mention == .explicit)
        let shared = "Ada Okello spoke. Ada Brandt listened.\n\n" + words
        #expect(resolutions(shared, target: ada).first?.resolution.spans != [Span(20, 23)])
        let longer =
            "Ada Okello spoke.\n\n“Ada Street has lost its nerve,” said Bo Lindgren, a farmer.\n"
        #expect(resolutions(longer, target: ada).first?.resolution.mention != .explicit)
    }

    @Test func anOfficeOfTheTargetsAloneIsAnEpithet() {
        let governor = StanceTarget(name: "Ada Okello")
        let words = "\n\n“The governor has lost our trust,” said Bo Lindgren, a farmer.\n"
        let own = "Governor Ada Okello spoke." + words
        #expect(resolutions(own, target: governor).first?.resolution.mention == .epithet)
        let taken = "Governor Ada Okello spoke. Governor Mary Hale listened." + words
        #expect(resolutions(taken, target: governor).first?.resolution.mention != .epithet)
    }

    @Test func particlesBelongToTheSurname() {
        #expect(StanceTarget(name: "Ilse van der Meer").surname == "van der Meer")
        #expect(StanceTarget(name: "John Hale Jr.").surname == "Hale")
        #expect(StanceTarget(name: "Adele").surname == "Adele")
    }

    @Test func phrasesMatchWholeWordsOnly() {
        let matcher = PhraseMatcher(["Okello", "the boss"])
        #expect(matcher.matches(in: "Okellos and Okello’s, bathe bosses").map(\.span.start) == [12])
        #expect(matcher.matches(in: "The boss").count == 1)
        #expect(matcher.matches(in: "").isEmpty)
    }

    @Test func aNameMatchesComposedAndDecomposed() {
        let matcher = PhraseMatcher(["Zoë Müller"])
        #expect(matcher.matches(in: "Zoe\u{308} Mu\u{308}ller spoke").count == 1)
        #expect(matcher.matches(in: "Zo\u{EB} M\u{FC}ller spoke").count == 1)
    }
}
