import CaucusLanguage
import CaucusQuotes
import CaucusText
import Foundation
import Testing

@testable import CaucusTarget

@Suite("what an article shows of how a quotation speaks of the target")
struct TargetEvidenceTests {
    private let ada = StanceTarget(name: "Ada Okello", aliases: ["the iron baker"], pronoun: .she)

    /// The evidence of the quotation that opens with `words`.
    private func evidence(
        _ words: String, in text: String, toward target: StanceTarget? = nil
    ) throws -> TargetEvidence {
        let document = Document(id: "d", text: text)
        let extraction = QuotationExtractor().extraction(of: document)
        let found = TargetResolver(target: target ?? ada)
            .resolutions(for: extraction, in: document)
        let i = try #require(
            extraction.quotations.firstIndex { text[$0.content].hasPrefix(words) })
        return try #require(found[i].evidence)
    }

    @Test(arguments: [
        ("Ada Okello has failed us", TargetEvidence.Kind.fullName),
        ("Ada J. Okello has failed us", .fullName),
        ("Ms. Okello has failed us", .titledSurname), ("Okello has failed us", .surname),
        ("Ada has failed us", .givenName), ("The iron baker has failed us", .userEpithet),
        ("She has failed us badly", .pronoun), ("Her plan has failed us", .possessive),
        ("The mayor has failed us", .role),
    ])
    func theKindIsThatOfTheWords(_ words: String, _ kind: TargetEvidence.Kind) throws {
        let text = "Mayor Ada Okello spoke.\n\n“\(words),” said Bo Lindgren, a farmer.\n"
        #expect(try evidence(words, in: text).kind == kind)
    }

    @Test func anotherNameOfTheUsersIsAnAlias() throws {
        let other = StanceTarget(name: "Ada Okello", aliases: ["Nightingale"], pronoun: .she)
        let text =
            "Ada Okello spoke.\n\n“Nightingale has failed us,” said Bo Lindgren, a farmer.\n"
        let found = try evidence("Nightingale", in: text, toward: other)
        #expect(found.kind == .alias && found.place == .quoted)
    }

    @Test func wordsToTheTargetsFaceAreAnAddress() throws {
        let text = "“You have failed us,” Bo Lindgren, a farmer, told Ada Okello.\n"
        let found = try evidence("You", in: text)
        #expect(found.kind == .address && found.place == .quoted)
    }

    @Test func theFullestOfSeveralIsTheKind() throws {
        let text =
            "Okello came.\n\n“Okello lied, and Ada Okello knew it,” said Bo Lindgren, a farmer.\n"
        let found = try evidence("Okello lied", in: text)
        #expect(found.kind == .fullName)
        #expect(found.mentions == 2)
    }

    @Test func theDistanceIsThatToTheLastName() throws {
        let text =
            "Ada Okello spoke. It rained on the old town.\n\n"
            + "“She has failed us,” said Bo Lindgren, a farmer.\n"
        let found = try evidence("She", in: text)
        #expect(found.wordsSinceName == 7)
        #expect(found.sentencesSinceName == 2)
        #expect(found.othersSinceName == 0)
        #expect(found.namedInArticle == 1)
    }

    @Test func nothingIsCountedBeforeTheFirstName() throws {
        let text =
            "“She has failed us,” said Bo Lindgren, a farmer.\n\nAda Okello spoke. Okello left.\n"
        let found = try evidence("She", in: text)
        #expect(found.wordsSinceName == nil)
        #expect(found.sentencesSinceName == nil)
    }

    @Test func thoseNamedBetweenAreCountedAndRivalsAreOfThePronounsGender() throws {
        let text =
            "Ada Okello spoke to Mr. Peter Hale and Mr. Peter Hale’s dog.\n\n"
            + "“She has failed us,” said Bo Lindgren, a farmer.\n"
        let found = try evidence("She", in: text)
        #expect(found.othersSinceName == 1)
        #expect(found.rivalsSinceName == 0)
        #expect(found.agreement == .agrees)
    }

    /// A pronoun has the gender of all its forms.
    @Test(arguments: ["him", "himself"])
    func anObjectAgreesAsASubjectDoes(_ pronoun: String) throws {
        let text =
            "Mr. Ivo Marek spoke. He left.\n\n“We trust \(pronoun) badly,” said Bo Lindgren, a farmer.\n"
        let place = try #require(text.range(of: pronoun + " badly"))
        let start = text.utf8.distance(from: text.utf8.startIndex, to: place.lowerBound)
        let document = Document(id: "d", text: text)
        let article = TargetResolver.ArticleView(
            QuotationExtractor().extraction(of: document), Reading(text),
            TargetResolver(target: ada))
        #expect(article.pronounGender(at: start) == .male)
    }

    @Test func aNamesakeIsTold() throws {
        let text =
            "Ada Okello spoke. Ben Okello baked.\n\n"
            + "“Ada Okello has failed us,” said Bo Lindgren, a farmer.\n"
        #expect(try evidence("Ada", in: text).hasNamesake)
        let alone = text.replacing("Ben Okello", with: "Ben Hale")
        #expect(try !evidence("Ada", in: alone).hasNamesake)
    }

    @Test func wordsOfADirectQuotationAreQuotedAndThoseOfAnIndirectOneReported() throws {
        let text =
            "Ada Okello spoke.\n\n“Okello has failed us,” said Bo Lindgren, a farmer.\n\n"
            + "Peter Hale said that Okello had lied to the town.\n"
        #expect(try evidence("Okello has", in: text).place == .quoted)
        #expect(try evidence("Okello had", in: text).place == .reported)
    }

    @Test(arguments: ["Okello supporters", "The Okello aides", "The pro-Okello crowds"])
    func aNameBeforeItsFollowersIsALabel(_ words: String) throws {
        let text = "Ada Okello spoke.\n\n“\(words) have failed us,” said Bo Lindgren, a farmer.\n"
        #expect(try evidence(words, in: text).isLabel)
        let own = "Ada Okello spoke.\n\n“Okello has failed us,” said Bo Lindgren, a farmer.\n"
        #expect(try !evidence("Okello", in: own).isLabel)
    }

    @Test func anOfficeIsToldWhereTheArticleGivesIt() throws {
        let words = " Ada Okello spoke.\n\n“The mayor has failed us,” said Bo Lindgren, a farmer.\n"
        #expect(try evidence("The mayor", in: "Mayor" + words).isOfficeTold)
        #expect(try !evidence("The mayor", in: "Today" + words).isOfficeTold)
    }

    @Test func theArticlesNamesAreCounted() throws {
        let text =
            "Ada Okello spoke to Peter Hale.\n\n“Okello has failed us,” said Bo Lindgren, a farmer.\n"
        let found = try evidence("Okello", in: text)
        #expect(found.namesInArticle == 4)
        #expect(found.isNamedInFull)
        let bare = text.replacing("Ada Okello", with: "Okello")
        #expect(try !evidence("Okello", in: bare).isNamedInFull)
    }

    @Test func theSpeakerMayBearThePronounOrNot() throws {
        let text = "Ada Okello spoke.\n\n“She has failed us,” said Mrs. Mary Hale, a farmer.\n"
        #expect(try evidence("She", in: text).speaker == .agrees)
        let other = text.replacing("Mrs. Mary Hale", with: "Mr. Peter Hale")
        #expect(try evidence("She", in: other).speaker == .differs)
    }

    @Test func thoseBesideTheNameAreCounted() throws {
        let text =
            "Mrs. Mary Hale and Ada Okello spoke.\n\n“She has failed us,” said Bo Lindgren, a farmer.\n"
        #expect(try evidence("She", in: text).rivalsBeside == 1)
        #expect(
            try evidence("She", in: text.replacing("Mrs. Mary Hale", with: "Mr. Hale"))
                .rivalsBeside == 0)
    }
}
