import CaucusActs
import CaucusFeatures
import CaucusLanguage
import CaucusQuotes
import CaucusTarget
import CaucusText
import Testing

@testable import CaucusStance

/// Issue 13: three articles of 37,554 stopped the process. A rule built a range of two positions that it had found
/// each for itself, and in these sentences they come in the other order.
@Suite("no text stops the process")
struct NoTrapTests {
    private static let helen = StanceTarget(name: "Helen Marwick", pronoun: .she)

    private func acts(in text: String, target: StanceTarget = helen) -> ArticleActs {
        let document = Document(id: "d", text: text)
        return TargetResolver(target: target)
            .acts(in: QuotationExtractor().reading(of: document))
    }

    @Test(arguments: [
        // The three of the issue, in invented names.
        "Disputing Marwick's plan, Penn and Tull emphasized",
        "With assaults on Marwick down, Penn and Tull chose",
        "Marwick him.\nCriticizing him but Senate, and Democrats appeared Helen Marwick",
        // What the same reading of the code found: the word before the first and after the last one.
        "Chorus of criticism of Helen Marwick",
        "It is time for Helen Marwick to take",
        "Calls for Helen Marwick to take",
        "Dismissed calls to Helen Marwick",
        "Time for Helen Marwick",
        "Helen Marwick must",
        "Helen Marwick's",
        "Helen Marwick denied",
        "Those who attack Helen Marwick are",
        "“We think Helen Marwick has to take” said Penn.",
        // Asides without end, each a step deeper.
        "Helen Marwick spoke. " + String(repeating: "- ", count: 20_000) + "said Penn.",
        "Helen Marwick spoke. " + String(repeating: ", ", count: 20_000) + "said Penn.",
        "Helen Marwick spoke. " + String(repeating: ") ", count: 20_000) + "said Penn.",
        "Helen Marwick \u{93}spoke\u{94} to \u{200F}Penn\u{200E}, who accused Marwick.\u{80}",
    ])
    func sentencesAtTheirEdges(text: String) throws {
        _ = acts(in: text)
        let scorer = DocumentScorer(model: try Self.model(), target: Self.helen)
        let rows = scorer.scored(Document(id: "d", text: text)).quotations
        #expect(Set(rows.map(\.id)).count == rows.count)
        for row in rows {
            #expect(row.start <= row.end && row.end <= text.unicodeScalars.count)
        }
    }

    private static func model() throws -> StanceModel { try trained.get() }
    private static let trained = Result {
        try StanceTrainer(folds: 0, c: 1).trained(on: StanceModelTests.examples).model
    }

    @Test func sourcesAfterTheirClauseHaveARowEachThatReachesTheirName() {
        let found = acts(in: "Helen Marwick spoke. Disputing Marwick's plan, Penn and Tull left.")
        let rows = zip(found.extraction.quotations, found.clauses).filter { $1 != nil }.map {
            $0.0
        }
        #expect(Set(rows.map(\.content)).count == rows.count)
        for row in rows { #expect(row.content.start < row.content.end) }
    }

    @Test(arguments: [
        ("Hugh Lindgren has never accused Helen Marwick.", "accused"),
        ("Hugh Lindgren repeated his criticism of Helen Marwick.", "criticism"),
        ("Hugh Lindgren was critical of Helen Marwick.", "critical"),
        ("Helen Marwick was praised by Hugh Lindgren.", "praised"),
        ("Helen Marwick drew criticism from Hugh Lindgren.", "drew"),
        ("Hugh Lindgren praised Ruth Okello for attacking Helen Marwick.", "attacking"),
    ])
    func anActNamesTheWordThatCarriesIt(text: String, head: String) throws {
        let clause = try #require(acts(in: text).clauses.compactMap(\.self).first)
        #expect(text[clause.head] == head)
    }

    @Test(arguments: [
        ("“Helen Marwick must resign,” said Hugh Lindgren.", "must"),
        ("“It is time for Helen Marwick to go,” said Hugh Lindgren.", "time"),
        ("“We would be better off without Helen Marwick,” said Hugh Lindgren.", "better"),
        ("“Helen Marwick is a liar,” said Hugh Lindgren.", "liar"),
        ("“I trust Helen Marwick,” said Hugh Lindgren.", "trust"),
    ])
    func anActOfASpeakersOwnWordsDoesToo(text: String, head: String) throws {
        let document = Document(id: "d", text: text)
        let read = ReadDocument.found(QuotationExtractor().reading(of: document))
        let resolved = TargetResolver(target: Self.helen)
            .resolved(read, of: document, aliases: SpeakerAliases())
        let clause = try #require(resolved.acts.clauses.compactMap(\.self).first)
        #expect(text[clause.head] == head)
    }

    @Test func quotationsThatAProgramGaveInNoOrderAndBeyondTheText() {
        let text = "“We trust Helen Marwick,” said Penn, “always.”"
        let all = Span(0, text.utf8.count)
        var beyond = Span(0, 0)
        (beyond.start, beyond.end) = (900, 20)
        let given = GivenQuotations([
            .init(
                spans: [Span(40, 44), Span(3, 20)], cue: Span(0, 4_000),
                source: Span(5_000, 5_001), speaker: "Penn"),
            .init(spans: [beyond, Span(30, 4_000)]),
            .init(spans: [all, all], cue: beyond),
        ])
        let document = Document(id: "d", text: text, given: given)
        let extraction = QuotationExtractor().givenOrFound(in: document)
        #expect(extraction.quotations.map(\.content) == [Span(3, 44), all])
        #expect(extraction.quotations.allSatisfy { $0.cue == nil && $0.source == nil })
    }

    @Test func aPassageThatOpensWithItsClosingMark() throws {
        let text = "\", said Helen Marwick of Penn."
        let passage = Passage(text: text, targets: [Span(24, 28)], speakers: [Span(8, 21)])
        var features = FeatureSettings.stance
        features.minimumDocuments = 1
        _ = try Features(features).fittedRows(to: [passage, passage])
    }

    @Test func aNameMayBeAsLongAsABook() {
        let name = String(repeating: "Eleonora ", count: 4_000)
        let resolver = TargetResolver(target: StanceTarget(name: name))
        #expect(resolver.spans(in: Reading("Eleonora said so.")) == [Span(0, 8)])
    }
}
