import CaucusQuotes
import CaucusText
import Testing

@testable import CaucusTarget

/// Quotations that may be about the target by what stands around them.
@Suite("what stands around a quotation")
struct ContextTests {
    private static let ada = StanceTarget(name: "Ada Okello", pronoun: .she)

    /// The mentions of an article's quotations, and what stands around those by context.
    private static func read(_ text: String) -> [TargetResolver.Resolution] {
        let document = Document(id: "d", text: text)
        let reading = QuotationExtractor().reading(of: document)
        let resolver = TargetResolver(target: ada)
        let article = TargetResolver.ArticleView(reading.extraction, reading.reading, resolver)
        var found = resolver.resolutions(in: article, told: [])
        resolver.addContext(to: &found, article)
        return found
    }

    @Test func whatFollowsANameMayBeAboutIt() throws {
        let text = "Ada Okello closed the ferry on Monday. “It was a disgrace,” Bo Lindgren said."
        let found = Self.read(text)
        let only = try #require(found.first)
        #expect(found.count == 1 && only.mention == .context)
        // The name that is nearest tells a reader whom it may be about.
        #expect(only.spans.map { text[$0] } == ["Ada Okello"])
        #expect(only.evidence?.kind == .context && only.evidence?.place == .around)
        let around = try #require(only.evidence?.surroundings)
        #expect(around.paragraphsSince == 0 && around.paragraphsUntil == nil)
        #expect(around.before == .none && around.after == .none && around.bytesSinceOwn == nil)
    }

    @Test func whatASpeakerGoesOnToSayMayBeAboutIt() throws {
        let far = String(
            repeating: "The ferry ran late all through the long and rainy day. ", count: 8)
        let text =
            "“Ada Okello lied,” Bo Lindgren said.\n\n“It was a disgrace,” Bo Lindgren said.\n\n\(far)\n\n"
            + "“The weather is fine,” Pia Sand said."
        let found = Self.read(text)
        #expect(found.map(\.mention) == [.explicit, .context, .none])
        let around = try #require(found[1].evidence?.surroundings)
        #expect(around.before == .ownAbout && around.paragraphsSince == 1)
        #expect(around.bytesSinceOwn.map { $0 < 100 } == true)
    }

    @Test func whatIsSaidOfSomebodyElseIsNot() {
        let opening = "Ada Okello met Ruth Hale, a judge. "
        #expect(
            Self.read(opening + "“A tyrant,” Bo Lindgren said of Hale.").first?.mention
                == TargetMention.none)
        #expect(Self.read(opening + "“A tyrant,” Bo Lindgren said.").first?.mention == .context)
        let husband = "Ada Okello's husband, Dan Okello, runs the ferry. "
        #expect(
            Self.read(husband + "“Mr. Okello is a crook,” Bo Lindgren said.").first?.mention
                == TargetMention.none)
    }

    @Test func theTargetsOwnWordsAreNot() {
        #expect(
            Self.read("Ada Okello spoke. “It was a good day,” Ada Okello said.").map(\.mention)
                == [.none])
    }

    @Test func whoSpeaksForTheTargetIsSeen() throws {
        let found = Self.read("“It was a good day,” Ada Okello's lawyer said.")
        #expect(try #require(found.first?.evidence?.surroundings).isSourceOfTarget)
    }

    @Test func farFromAnyNameThereIsNoReason() {
        let far = String(
            repeating: "The ferry ran late all through the long and rainy day. ", count: 8)
        #expect(
            Self.read("Ada Okello spoke.\n\n\(far)\n\n“It was a disgrace,” Bo Lindgren said.")
                .map(\.mention) == [.none])
    }
}
