import CaucusQuotes
import CaucusStance
import CaucusTarget
import Foundation
import Testing

@testable import CaucusReport

/// Issue 18: a filter decides which quotations count, in every number of a report, and loses nothing.
@Suite struct FilterTests {
    /// Three outlets, two forms and three kinds of speaker; the last article has no date.
    private static let documents = [
        Samples.document(1, published: "2031-03-04"),
        Samples.document(2, published: "2031-03-31", source: "The Tide"),
        Samples.document(3, published: "2031-04-01T09:00:00Z", source: "The Tide"),
        Samples.document(4, published: "2031-05-02", source: nil),
        Samples.document(5, published: "yesterday", source: "Harbor Wire"),
    ]

    private static var rows: [ScoredQuotation] {
        var rows = Samples.rows
        rows[1].facts.form = .indirect
        rows[2].facts.form = .mixed
        rows[2].score.mention = .pronoun
        rows[3].facts.speaker?.kind = .organization
        rows[4].facts.speaker?.kind = .organization
        rows[5].facts.speaker?.kind = .described
        rows[5].score.mention = .epithet
        for i in rows.indices {
            rows[i].score.gates = GateProbabilities(
                speech: 0.9, about: 1, speaker: 1 - 0.1 * Double(i), right: 0.5)
        }
        return rows
    }

    private func report(
        _ filter: QuotationFilter, _ rows: [ScoredQuotation] = rows, gold: GoldSample? = nil,
        labels: [HandLabel] = []
    ) -> Report {
        Samples.report(
            rows, documents: rows.count > 10 ? nil : Self.documents,
            options: ReportOptions(draws: 99, filter: filter), labels: labels, gold: gold)
    }

    @Test(arguments: [
        (QuotationFilter(isDirect: true), "q1 q4 q5 q6"),
        (QuotationFilter(isExplicit: true), "q1 q2 q4 q5"),
        (QuotationFilter(isNamed: true), "q1 q2 q3 q4 q5"),
        (QuotationFilter(kind: .person), "q1 q2 q3"),
        (QuotationFilter(kind: .organization), "q4 q5"),
        // 0.9, 0.81, 0.72, …
        (QuotationFilter(leastConfidence: 0.72), "q1 q2 q3"),
        (QuotationFilter(from: "2031-03-31"), "q2 q3 q5"),
        (QuotationFilter(to: "2031-03-31"), "q1 q2 q4"),
        (QuotationFilter(from: "2031-04-01", to: "2031-04-01"), "q3"),
        (QuotationFilter(outlets: ["the tide "]), "q2 q3"),
        (QuotationFilter(outlets: ["The Tide", "HARBOR WIRE"]), "q2 q3 q6"),
        (QuotationFilter(isDirect: true, isNamed: true, outlets: ["The Post"]), "q1 q4"),
    ])
    func everyNumberIsOfWhatIsLeftIn(_ filter: QuotationFilter, _ kept: String) throws {
        let kept = kept.split(separator: " ").map(String.init)
        let report = report(filter)
        let counted = report.quotations.filter { $0.status == .counted }
        #expect(counted.map(\.id) == kept)
        #expect(report.audit.counted == kept.count)
        #expect(report.audit.counts[.filtered] ?? 0 == 6 - kept.count)
        #expect(report.audit.quotations == 6)
        let net = counted.compactMap { $0.probabilities?.net }.reduce(0, +) / Double(kept.count)
        #expect(abs(try #require(report.overall).net.value - net) < 1e-12)
        #expect(report.sources.reduce(0) { $0 + $1.quotations } == kept.count)
        #expect(report.periods.reduce(report.undated) { $0 + $1.quotations } == kept.count)
        let ids = Dictionary(grouping: counted) { $0.speakerID ?? "" }.mapValues(\.count)
        #expect(
            Dictionary(uniqueKeysWithValues: report.speakers.map { ($0.id, $0.counted.count) })
                == ids)
        #expect(report.speakers.count + report.unscored.count == 3)
        let use = try #require(report.filterUse)
        #expect(use.whole == 6 && use.kept == kept.count)
    }

    @Test func whatIsLeftOutIsTold() throws {
        let filter = QuotationFilter(
            isDirect: true, from: "2031-03-01", outlets: ["The <Post>", "The Post"])
        let report = report(filter)
        let note = "2 of 6\u{A0}quotations that count without it are left in, 4 are left out"
        let conditions = "direct quotations only; published from 1 Mar 2031; outlets"
        for name in ["report.html", "report.md"] {
            let text = try Samples.text(name, of: report)
            #expect(text.contains(note) && text.contains(conditions), "\(name)")
            #expect(name != "report.html" || !text.contains("The <Post>"))
        }
        #expect(report.warnings.contains { $0.hasPrefix("filter: direct quotations only") })
        let json = try Samples.json(report)
        let told = try #require(json["filter"] as? [String: Any])
        #expect(told["direct"] as? Bool == true && told["named"] as? Bool == false)
        #expect(told["left_out"] as? Int == 4 && told["whole_n_quotes"] as? Int == 6)
        #expect((json["notes"] as? [String])?.isEmpty == false)
        // Every row stays, with why it does not count.
        let lines = try Samples.text("quotations.csv", of: report).split(separator: "\r\n")
        #expect(lines.count == 7)
        #expect(lines.count { $0.contains(",filtered,") } == 4)
        #expect(
            Citation(report).plain.contains(
                "--direct --from 2031-03-01 --outlet 'The <Post>' --outlet 'The Post'"))
    }

    @Test func withoutAFilterNothingIsSaid() throws {
        let report = report(QuotationFilter())
        #expect(report.filterUse == nil && report.choices.isEmpty)
        #expect(report.overall == Samples.report(Self.rows, documents: Self.documents).overall)
    }

    @Test func whatDoesNotCountKeepsItsReason() {
        var rows = Self.rows
        rows[0].lose(.reprint, to: "q2")
        rows[3].lose(.lowMargin)
        let report = report(QuotationFilter(isNamed: true, kind: .person), rows)
        #expect(report.audit.counts == [.reprint: 1, .lowMargin: 1, .filtered: 2, .counted: 2])
        #expect(report.audit.counted + 4 == report.audit.quotations)
    }

    @Test func severalWhoSpeakAsOneMustAllBeAskedFor() {
        var rows = Self.rows
        var other = Samples.speaker("dot")
        other.kind = .described
        rows[0].facts.joint = [Samples.speaker("ada"), other]
        #expect(report(QuotationFilter(isNamed: true), rows).quotations[0].status == .filtered)
        #expect(report(QuotationFilter(isDirect: true), rows).quotations[0].status == .counted)
    }

    @Test func theLeadersOwnWordsFollowOutletAndForm() throws {
        var rows = Self.rows
        for i in [0, 1] {
            rows[i].score.status = .leader
            rows[i].facts.speaker = Samples.speaker("mara-adeyar", name: "Mara Adeyar")
            rows[i].facts.speakerID = "mara-adeyar"
        }
        #expect(report(QuotationFilter(kind: .organization), rows).leader?.quotations == [0, 1])
        #expect(report(QuotationFilter(outlets: ["The Tide"]), rows).leader?.quotations == [1])
        #expect(report(QuotationFilter(isDirect: true), rows).leader?.quotations == [0])
    }

    /// Judged quotations about four leaders; of the sure ones the model misses fewer.
    private static var gold: GoldSample {
        let judged = JudgedSample(
            rows: (0..<120).map { n in
                .init(
                    leader: n % 4, article: n, pass: n % 2 == 0 ? 0.9 : 0.4,
                    stances: [0.3, 0.4, 0.3], isRight: true,
                    label: n % 2 == 0 ? [0, 1, 2][n / 2 % 3] : [0, 0, 0, 1][n / 2 % 4])
            })
        var gold = GoldSample(items: [])
        gold.judged = judged
        gold.shareErrors = ShareErrors(judged, keeping: 0)
        return gold
    }

    private static var many: [ScoredQuotation] {
        var rows = Samples.many
        for i in rows.indices {
            rows[i].score.gates = GateProbabilities(
                speech: i % 4 == 0 ? 0.5 : 0.95, about: 1, speaker: 1, right: 0.5)
            rows[i].facts.form = i % 2 == 0 ? .direct : .indirect
        }
        return rows
    }

    @Test func aCorrectionIsClaimedOnlyWhereItWasMeasured() throws {
        let whole = report(QuotationFilter(), Self.many, gold: Self.gold)
        #expect(whole.overall != whole.plain)
        let direct = report(QuotationFilter(isDirect: true), Self.many, gold: Self.gold)
        #expect(direct.overall == direct.plain)
        #expect(direct.filterUse?.estimates == whole.overall)
        #expect(direct.corrections.isEmpty)
        #expect(direct.choices.contains { $0.contains("as the model counts") })
        #expect(direct.verdict(about: "X")?.hasPrefix("As the model counts, ") ?? true)
        // The judged quotations know how sure they are, and nothing else that a filter asks for.
        let sure = report(QuotationFilter(leastConfidence: 0.8), Self.many, gold: Self.gold)
        let errors = try #require(Self.gold.shareErrors(ofConfidence: 0.8))
        #expect(sure.overall == sure.plain?.corrected(by: errors) && sure.overall != sure.plain)
        #expect(sure.overall != sure.plain?.corrected(by: Self.gold.shareErrors))
        #expect(sure.choices.contains { $0.contains("of at least this confidence") })
        let both = report(
            QuotationFilter(isDirect: true, leastConfidence: 0.8), Self.many, gold: Self.gold)
        #expect(both.overall == both.plain)
    }

    @Test func handLabelsCorrectASelection() throws {
        let labels = Self.many.map {
            HandLabel(quotation: $0.id, label: .favor, samplingProbability: 1)
        }
        let direct = report(
            QuotationFilter(isDirect: true), Self.many, gold: Self.gold, labels: labels)
        // Every direct quotation is labeled, so that the share is known.
        #expect(abs(try #require(direct.overall).favor.value - 1) < 1e-9)
        #expect(direct.labelUse?.counted == 20)
        #expect(direct.choices.contains { $0.hasPrefix("Hand labels correct") })
        #expect(direct.labelUse?.notes.contains { $0.contains("left out by the filter") } == true)
    }

    @Test func nobodyIsSaidToLackAStanceWhoIsFilteredOut() throws {
        let report = report(QuotationFilter(kind: .organization))
        let html = try Samples.text("report.html", of: report)
        #expect(html.contains("2\u{A0}speakers have no quotation left under the filter"))
        #expect(!html.contains("none of their quotations has a stance"))
        #expect(try Samples.text("speakers.csv", of: report).split(separator: "\r\n").count == 4)
    }
}
