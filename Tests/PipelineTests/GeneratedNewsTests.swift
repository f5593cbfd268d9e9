import Caucus
import CaucusTestSupport
import Foundation
import Testing

/// Generated articles, scored toward their leaders: none may stop the process (issue 13).
///
/// It runs for `CAUCUS_GENERATED_SECONDS` seconds, 5 where nobody says and 60 under `make test`, from the seed
/// `CAUCUS_GENERATED_SEED` on. A trap ends the whole test process: the last line of it on standard error names the
/// first seed of the thousand, and `Tests/Fuzz/run --generate 1000 --from SEED` finds the one.
@Suite("generated news", .serialized)
struct GeneratedNewsTests {
    private static func setting(_ name: String) -> Double? {
        ProcessInfo.processInfo.environment[name].flatMap(Double.init)
    }

    @Test func noGeneratedArticleStopsTheProcess() throws {
        let seconds = Self.setting("CAUCUS_GENERATED_SECONDS") ?? 5
        var seed = UInt64(Self.setting("CAUCUS_GENERATED_SEED") ?? 1_000_000_000)
        let model = try #require(try StanceModel.shipped(.stance))
        let scorers = NewspaperText.leaders.map { name in
            DocumentScorer(model: model, target: StanceTarget(name: name))
        }
        let end = Date().addingTimeInterval(seconds)
        var (documents, quotations) = (0, 0)
        while Date() < end {
            if documents % 1_000 == 0 { Self.note("generated news: documents from seed \(seed)") }
            let document = Document(id: "\(seed)", text: NewspaperText.article(seed: seed))
            let scored = scorers[Int(seed % UInt64(scorers.count))].scored(document)
            let size = document.text.unicodeScalars.count
            for row in scored.quotations where row.start > row.end || row.end > size {
                Issue.record("seed \(seed): a row from \(row.start) to \(row.end) of \(size)")
            }
            let ids = Set(scored.quotations.map(\.id))
            #expect(ids.count == scored.quotations.count, "seed \(seed): rows of one id")
            quotations += scored.quotations.count
            documents += 1
            seed += 1
        }
        Self.note("generated news: \(documents) documents, \(quotations) quotations")
        #expect(quotations > documents / 4, "the generator writes quotations")
    }

    private static func note(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    @Test func oneSeedGivesOneArticle() {
        #expect(NewspaperText.article(seed: 7) == NewspaperText.article(seed: 7))
        #expect(NewspaperText.article(seed: 7) != NewspaperText.article(seed: 8))
    }
}
