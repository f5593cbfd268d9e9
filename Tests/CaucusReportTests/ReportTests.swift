import CaucusQuotes
import CaucusStance
import CaucusStatistics
import Testing

@testable import CaucusReport

/// Who counts and what the numbers are.
@Suite struct ReportTests {
    @Test func sharesAndIntervalsAreTheHandComputedOnes() throws {
        let report = Samples.report(Samples.rows)
        let ada = try #require(report.speakers.first { $0.id == "ada" })
        let net = try #require(ada.estimates).net
        // Nets −0.7, −0.4, 0.5: mean −0.2; deviations −0.5, −0.2, 0.7; V = 3/2 · 0.78 / 9 = 0.13.
        #expect(abs(net.value + 0.2) < 1e-12)
        #expect(abs(try #require(net.standardError) - 0.13.squareRoot()) < 1e-12)
        // t(2) = 4.3027: both ends are cut.
        #expect(net.low == -1 && net.high == 1)
        #expect(abs((ada.estimates?.against.value ?? 0) - 0.5) < 1e-12)
        #expect(net.method == "mean of probabilities, clustered by article")
        #expect(report.speakers.map(\.id) == ["ada", "ben", "cem"])
        #expect(report.overall?.net.clusters == 5)
    }

    @Test func evidenceComesMostDecisiveFirstAndTheContraryOneIsFound() throws {
        let report = Samples.report(Samples.rows)
        let ada = try #require(report.speakers.first { $0.id == "ada" })
        #expect(ada.counted.map { report.quotations[$0].id } == ["q1", "q3", "q2"])
        #expect(ada.contrary.map { report.quotations[$0].id } == "q3")
        let ben = try #require(report.speakers.first { $0.id == "ben" })
        #expect(ben.contrary == nil)
    }

    @Test func oneArticleIsNotEstimableAnywhere() throws {
        let report = Samples.report(Samples.rows)
        let cem = try #require(report.speakers.first { $0.id == "cem" })
        #expect(cem.rank == nil && cem.estimates?.net.hasInterval == false)
        let csv = try Samples.text("speakers.csv", of: report)
        #expect(
            csv.contains("\r\ncem,Cem,minister,Mx. cem,Mara Adeyar,1,1,1,0.2,0.5,0.3,0.1,,,0.95,"))
        let html = try Samples.text("report.html", of: report)
        #expect(html.contains("1\u{A0}article: interval not estimable"))
        #expect(try Samples.text("report.md", of: report).contains("interval not estimable"))
    }

    @Test func repeatedAbstainedAndUnattributedQuotationsDoNotCount() throws {
        var rows = Samples.rows
        rows[1].duplicateOf = "q1"
        rows[2].stance = nil
        rows[2].abstention = .lowMargin
        rows[3].speaker = nil
        let report = Samples.report(rows)
        let ada = try #require(report.speakers.first { $0.id == "ada" })
        #expect(ada.counted.count == 1 && ada.abstained.count == 1 && ada.repeated.count == 1)
        #expect(report.speakers.first { $0.id == "ben" }?.counted.count == 1)
        #expect(report.quotations.count == 6)
    }

    @Test func reprintsOfOneStoryAreOneCluster() throws {
        var rows = Samples.rows
        rows.append(
            Samples.quotation(
                "q7", document: 2, by: Samples.speaker("dot"), against: 1, neutral: 0, favor: 0))
        rows.append(
            Samples.quotation(
                "q8", document: 1, by: Samples.speaker("dot"), against: 0, neutral: 0, favor: 1))
        rows.append(
            Samples.quotation(
                "q9", document: 2, by: Samples.speaker("ada"), against: 1, neutral: 0, favor: 0))
        rows[8].duplicateOf = "q1"
        let report = Samples.report(rows)
        let dot = try #require(report.speakers.first { $0.id == "dot" })
        #expect(dot.documents == 2 && dot.estimates?.net.clusters == 1)
        #expect(Wording.notEstimable(dot)?.contains("of one story") == true)
    }

    @Test func theLeaderStandsApart() throws {
        var rows = Samples.rows
        rows.append(
            Samples.quotation(
                "q7", document: 1, by: Samples.speaker("mara-adeyar", name: "Mara Adeyar"),
                against: 0, neutral: 0, favor: 1))
        let report = Samples.report(rows)
        #expect(report.leader?.id == "mara-adeyar")
        #expect(!report.speakers.contains { $0.isTarget })
        #expect(report.overall?.net.items == 6)
        #expect(try Samples.text("report.html", of: report).contains("leader’s own words"))
    }

    @Test func describedSourcesAreNeverMergedAcrossArticles() {
        let official = Speaker(id: "a-senior-official", name: "a senior official", kind: .described)
        let rows = (1...3).map {
            Samples.quotation(
                "q\($0)", document: $0, by: official, against: 1, neutral: 0, favor: 0)
        }
        let report = Samples.report(rows)
        #expect(report.speakers.map(\.id).sorted() == (1...3).map { "a-senior-official@d\($0)" })
    }

    @Test func theUnitChangesTheOverallNumbers() throws {
        let (ada, ben) = (Samples.speaker("ada"), Samples.speaker("ben"))
        var rows = (0..<3).map {
            Samples.quotation("a\($0)", document: 1, by: ada, against: 1, neutral: 0, favor: 0)
        }
        rows.append(Samples.quotation("b", document: 2, by: ben, against: 0, neutral: 0, favor: 1))
        func net(_ unit: ReportOptions.Unit) -> Double? {
            Samples.report(rows, options: ReportOptions(unit: unit, draws: 9)).overall?.net.value
        }
        #expect(net(.quotation) == -0.5)
        #expect(net(.document) == 0)
        #expect(net(.speaker) == 0)
    }

    @Test func anyColumnCanBeCompared() throws {
        var documents = (1...5).map { Samples.document($0) }
        documents[3].fields = []
        let report = Samples.report(
            Samples.rows, documents: documents,
            options: ReportOptions(draws: 9, column: "section"))
        #expect(report.columnValues.map(\.name) == ["politics", nil])
        #expect(report.columnValues.map(\.quotations) == [5, 1])
        #expect(try Samples.text("report.html", of: report).contains("<h2>By section</h2>"))
        #expect(Samples.report(Samples.rows).columnValues.isEmpty)
    }

    @Test func theTimelineKeepsItsGaps() {
        let documents = [
            Samples.document(1, published: "2031-01-31T10:00:00Z"),
            Samples.document(2, published: "2031-04-01"), Samples.document(3, published: "soon"),
            Samples.document(4, published: "2031-02-30"),
            Samples.document(5, published: "2031-04-02"),
        ]
        let report = Samples.report(Samples.rows, documents: documents)
        #expect(report.periods.map(\.label) == ["2031-01", "2031-02", "2031-03", "2031-04"])
        #expect(report.periods.map(\.quotations) == [2, 0, 0, 2])
        #expect(report.periods[1].estimates == nil)
        let weekly = Samples.report(
            Samples.rows, documents: documents, options: ReportOptions(period: .week, draws: 9))
        #expect(weekly.periods.first?.label == "2031-01-27")
        #expect(weekly.periods.last?.label == "2031-03-31")
    }

    @Test func theSentenceCountsWholeQuotations() throws {
        let report = Samples.report(Samples.rows)
        let ben = try #require(report.speakers.first { $0.id == "ben" })
        let text = Wording.sentence(
            try #require(ben.estimates), about: "Mara Adeyar", documents: ben.documents)
        #expect(
            text
                == "Of 2\u{A0}quotations about Mara Adeyar in 2\u{A0}articles, an estimated 2 (0–2) are "
                + "in favor, 0 against and 0 neutral.")
    }

    /// Issue 7: the bracket is the interval of the table times the count, at the level that was asked for.
    @Test func theBracketOfTheSentenceIsTheIntervalOfTheTable() throws {
        var estimates = try #require(Samples.report(Samples.rows).overall)
        estimates.against = Estimate(
            value: 0.5, low: 0.4, high: 0.6, items: 100, clusters: 9, method: "")
        estimates.neutral = Estimate(value: 0.3, items: 100, clusters: 9, method: "")
        estimates.favor = Estimate(value: 0.2, items: 100, clusters: 9, method: "")
        estimates.net = Estimate(value: -0.3, items: 100, clusters: 9, method: "")
        func sentence(_ unit: ReportOptions.Unit) -> String {
            Wording.sentence(estimates, about: "X", documents: 64, speakers: 9, unit: unit)
        }
        #expect(sentence(.quotation).contains("an estimated 50 (40–60) are against, 30 neutral"))
        estimates.against.high = 0.7
        #expect(sentence(.quotation).contains("50 (40–70)"))
        // A mean over articles or speakers is no number of quotations.
        #expect(
            sentence(.document).hasPrefix(
                "Averaged over 64\u{A0}articles, each counted once (100\u{A0}quotations about X), an estimated 50% "
                    + "(40–70%) of what is quoted is against, 30% neutral"))
        #expect(sentence(.speaker).hasPrefix("Averaged over 9\u{A0}speakers, each counted once"))
    }

    @Test func levelsChangeTheBracket() {
        func headline(_ level: Double) -> String {
            Samples.report(
                Samples.many, options: ReportOptions(level: level, draws: 9)
            ).headline
        }
        #expect(headline(0.6) != headline(0.99))
    }

    @Test func aModelOfTwoLabelsHasNoNeutralQuotations() throws {
        var rows = Samples.rows
        for i in rows.indices {
            rows[i].probabilities?.neutral = 0
            if rows[i].stance == .neutral { rows[i].stance = .against }
        }
        let report = Samples.report(rows)
        #expect(report.stances == [.against, .favor])
        for name in ["report.html", "report.md", "report.json"] {
            let text = try Samples.text(name, of: report)
            #expect(!text.contains("0 neutral") && !text.contains("● 0%"), "\(name)")
        }
    }

    /// Issue 7: one set of numbers, and every quotation is either counted or lost for one reason.
    @Test func theLossAuditAddsUp() throws {
        var rows = Samples.rows
        rows[0].speaker = nil
        rows[1].mention = .none
        rows[1].stance = nil
        rows[2].stance = nil
        rows[2].abstention = .lowMargin
        rows[3].stance = nil
        rows[3].abstention = .nested
        rows[5].duplicateOf = "q5"
        rows.append(
            Samples.quotation(
                "q7", document: 1, by: Samples.speaker("mara-adeyar", name: "Mara Adeyar"),
                against: 0, neutral: 0, favor: 1))
        let report = Samples.report(rows, documents: (1...6).map { Samples.document($0) })
        let loss = LossSteps(report)
        #expect(loss.steps.map(\.count) == [6, 5, 7, 6, 5, 4, 3, 2, 1])
        #expect(loss.steps.last?.count == report.overall?.net.items)
        #expect(loss.lost.reduce(1, +) == rows.count)
        let html = try Samples.text("report.html", of: report)
        #expect(html.contains("1 lost: no quotation found") && html.contains("Title 6"))
        #expect(html.contains("1 lost: the leader’s own words"))
        let markdown = try Samples.text("report.md", of: report)
        #expect(markdown.contains("| given a stance | 3 | 1: too close to call"))
        #expect(report.audit.scored == 3)
    }

    @Test func outletsAreAColumnToo() throws {
        for column in ["source", "outlet", "doc_source"] {
            let report = Samples.report(
                Samples.rows, options: ReportOptions(draws: 9, column: column))
            #expect(report.columnValues.map(\.name) == ["The Post"])
            let html = try Samples.text("report.html", of: report)
            #expect(html.components(separatedBy: "<h2>By ").count == 2)
        }
    }

    @Test func whoSpeaksOfTheLeaderWithoutAStanceIsShown() throws {
        var rows = Samples.rows
        rows[5].stance = nil
        rows[5].abstention = .lowMargin
        rows[5].text = "She will visit the north on Friday"
        let report = Samples.report(rows)
        #expect(report.unscored.map(\.id) == ["cem"])
        let html = try Samples.text("report.html", of: report)
        #expect(html.contains("none of their quotations has a stance"))
        #expect(html.contains("direct quotation, names the leader: too close to call"))
        #expect(!html.contains("None of the quotations of these speakers"))
        #expect(try Samples.text("report.md", of: report).contains("She will visit the north"))
    }

    @Test func nothingInGivesAReportAllTheSame() throws {
        let report = Samples.report([], documents: [])
        #expect(report.overall == nil && report.speakers.isEmpty)
        let files = try report.files()
        #expect(files.count == 7 && files.allSatisfy { !$0.bytes.isEmpty })
    }

    @Test func theSameInputGivesTheSameBytes() throws {
        let a = try Samples.report(Samples.rows).files()
        let b = try Samples.report(Samples.rows).files()
        #expect(a == b)
        #expect(
            a.map(\.name) == [
                "report.html", "report.md", "report.json", "speakers.csv", "quotations.csv",
                "contributions.csv", "datapackage.json",
            ])
    }
}
