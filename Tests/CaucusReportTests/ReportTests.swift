import CaucusQuotes
import CaucusStance
import CaucusStatistics
import CaucusText
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
        #expect(html.contains("+0.10 <small>not estimable"))
        #expect(
            try Samples.text("report.md", of: report).contains("| 1 | 1 | +0.10 | not estimable |"))
    }

    @Test func repeatedAbstainedAndUnattributedQuotationsDoNotCount() throws {
        var rows = Samples.rows
        rows[1].lose(.reprint, to: "q1")
        rows[2].lose(.lowMargin)
        rows[3].lose(.noSpeaker)
        let report = Samples.report(rows)
        let ada = try #require(report.speakers.first { $0.id == "ada" })
        #expect(ada.counted.count == 1 && ada.others.count == 2)
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
        rows[8].lose(.reprint, to: "q1")
        let report = Samples.report(rows)
        let dot = try #require(report.speakers.first { $0.id == "dot" })
        #expect(dot.documents == 2 && dot.estimates?.net.clusters == 1)
        #expect(Wording.notEstimable(dot)?.contains("of one story") == true)
    }

    /// Issue 13: the leader's own words are given no stance, and are in no speaker's row.
    @Test func theLeaderStandsApart() throws {
        var rows = Samples.rows
        for (n, document) in [(7, 2), (8, 1)] {
            rows.append(
                Samples.quotation(
                    "q\(n)", document: document,
                    by: Samples.speaker("mara-adeyar", name: "Mara Adeyar"), against: 0, neutral: 0,
                    favor: 1, text: "I shall not resign over \(n) ferries"))
            rows[rows.count - 1].status = .leader
        }
        let report = Samples.report(
            rows,
            documents: (1...5).map {
                Samples.document($0, published: $0 == 2 ? "soon" : "2031-03-0\($0)")
            })
        let leader = try #require(report.leader)
        // By day of publication; a date that cannot be read comes last.
        #expect(leader.quotations.map { report.quotations[$0].id } == ["q8", "q7"])
        #expect(leader.name == "Mara Adeyar" && leader.firstPublished == "2031-03-01")
        #expect(!(report.speakers + report.unscored).contains { $0.id == "mara-adeyar" })
        #expect(report.overall?.net.items == 6 && report.audit.counts[.leader] == 2)
        #expect(try !Samples.text("speakers.csv", of: report).contains("mara-adeyar"))
        let html = try Samples.text("report.html", of: report)
        let section = try #require(html.components(separatedBy: "id=\"own\">").last)
            .components(separatedBy: "</div></details>")[0]
        #expect(html.contains("In the leader’s own words") && section.contains("over 8 ferries"))
        #expect(section.contains("2\u{A0}quotations in 2\u{A0}articles"))
        #expect(!section.contains("class=\"chip\"") && !section.contains("100%"))
        #expect(html.contains("2 lost: the leader’s own words"))
        let text = try Samples.text("report.md", of: report)
        #expect(text.contains("## In Mara Adeyar's own words"))
        let json = try Samples.json(report)
        let own = try #require(json["leader"] as? [String: Any])
        #expect(own["n_quotes"] as? Int == 2 && own["evidence"] as? [String] == ["q8", "q7"])
    }

    /// What several say as one: a quotation of each, and one of the report.
    @Test func severalWhoSpeakAsOneEachHaveTheQuotation() throws {
        var rows = Samples.rows
        var both = Samples.quotation(
            "q7", document: 2, by: Samples.speaker("ada-and-dot", name: "Ada and Dot"), against: 1,
            neutral: 0, favor: 0)
        both.speakerID = "ada; dot"
        both.joint = [Samples.speaker("ada"), Samples.speaker("dot")]
        rows.append(both)
        let report = Samples.report(rows)
        #expect(report.speakers.map(\.id) == ["ada", "ben", "cem", "dot"])
        #expect(report.speakers.map(\.counted.count) == [4, 2, 1, 1])
        #expect(report.overall?.net.items == 7 && report.audit.counted == 7)
        let dot = try #require(report.speakers.last)
        #expect(dot.name == "Dot" && dot.estimates?.net.value == -1)
        let page = try Samples.text("report.html", of: report)
        #expect(page.contains("said as one by <bdi>Ada and Dot</bdi>"))
        #expect(try Samples.text("report.md", of: report).contains("said as one by Ada and Dot"))
        #expect(try !Samples.text("speakers.csv", of: report).contains("Ada and Dot"))
    }

    /// Where each speaker counts once, a quotation of two weighs for both: (−1 + 1) / 2 for one and −1 for the other.
    @Test func aQuotationOfSeveralWeighsForEach() {
        var both = Samples.quotation(
            "b", document: 1, by: Samples.speaker("both"), against: 1, neutral: 0, favor: 0)
        (both.speakerID, both.joint) = (
            "ada; ben", [Samples.speaker("ada"), Samples.speaker("ben")]
        )
        let alone = Samples.quotation(
            "a", document: 2, by: Samples.speaker("ada"), against: 0, neutral: 0, favor: 1)
        let report = Samples.report(
            [both, alone], options: ReportOptions(unit: .speaker, draws: 9))
        #expect(report.overall?.net.value == -0.5)
    }

    @Test func theLeaderAmongSeveralIsCalledByTheLeadersNames() {
        var rows = Samples.rows
        var both = Samples.quotation(
            "q7", document: 2, by: Samples.speaker("x", name: "Mara Adeyar and Dot"), against: 0,
            neutral: 0, favor: 1)
        both.speakerID = "mara-adeyar; dot"
        both.joint = [
            Samples.speaker("mara-adeyar", name: "Mara Adeyar"), Samples.speaker("dot"),
        ]
        both.status = .leader
        rows.append(both)
        let report = Samples.report(rows)
        #expect(report.leader?.name == "Mara Adeyar" && report.leader?.quotations.count == 1)
        #expect(!(report.speakers + report.unscored).contains { $0.id == "dot" })
    }

    @Test func describedSourcesAreNeverMergedAcrossArticles() {
        let official = Speaker(id: "a-senior-official", name: "a senior official", kind: .described)
        let rows = (1...3).map { (n: Int) -> ScoredQuotation in
            var row = Samples.quotation(
                "q\(n)", document: n, by: official, against: 1, neutral: 0, favor: 0)
            row.speakerID = "a-senior-official@d\(n)"
            return row
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
        // Issue 13: the timeline and those without a date that can be read are all that count.
        #expect(report.undated == 2 && report.audit.counted == 6)
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

    /// Issues 7 and 13: one set of numbers, and every quotation is either counted or lost for one reason.
    @Test func theLossAuditAddsUp() throws {
        var rows = Samples.rows
        rows[0].lose(.noSpeaker)
        rows[1].lose(.notAbout)
        rows[2].lose(.lowMargin)
        rows[3].lose(.nested)
        rows[5].lose(.reprint, to: "q5")
        for (n, status) in zip(7..., [QuotationStatus.leader, .repeated, .tooShort]) {
            rows.append(
                Samples.quotation(
                    "q\(n)", document: 1, by: Samples.speaker(n == 7 ? "mara-adeyar" : "ben"),
                    against: 0, neutral: 0, favor: 1))
            rows[rows.count - 1].lose(status)
        }
        let report = Samples.report(
            rows, documents: (1...7).map { Samples.document($0) }, faults: ["d7": "signal 4"])
        let steps = LossSteps(report).steps
        #expect(steps.map(\.count) == [7, 5, 9, 8, 7, 6, 5, 4, 3, 1])
        #expect(steps.last?.count == report.overall?.net.items)
        for (before, after) in zip(steps.dropFirst(2), steps.dropFirst(3)) {
            #expect(before.count - after.losses.reduce(0) { $0 + $1.count } == after.count)
        }
        #expect(report.audit.counts.values.reduce(0, +) == rows.count)
        let html = try Samples.text("report.html", of: report)
        #expect(html.contains("1 lost: no quotation found") && html.contains("Title 6"))
        #expect(html.contains("1 lost: left out: reading them stopped the program"))
        #expect(html.contains("1 lost: the leader’s own words"))
        let sum =
            "9\u{A0}quotations found = 1\u{A0}counted + 1\u{A0}repeated in the article + 1\u{A0}reprinted + "
            + "1\u{A0}too close to call + 1\u{A0}too short + 1\u{A0}not about the leader + "
            + "1\u{A0}the leader’s own + 1\u{A0}without a speaker + 1\u{A0}inside another"
        let markdown = try Samples.text("report.md", of: report)
        #expect(html.contains(sum) && markdown.contains(sum))
        #expect(markdown.contains("| clear enough to count | 3 | 1: too close to call"))
        let audit = try #require(try Samples.json(report)["audit"] as? [String: Any])
        let status = try #require(audit["status"] as? [String: Int])
        #expect(Set(status.keys) == Set(QuotationStatus.allCases.map(\.rawValue)))
        #expect(status.values.reduce(0, +) == 9 && audit["counted"] as? Int == 1)
        #expect(audit["scored"] as? Int == 3 && audit["left_out"] as? Int == 1)
    }

    /// Issue 13: what is shown of one fact is the same number everywhere.
    @Test func theHeadlineTheListAndTheBreakdownsCountTheSame() throws {
        var rows = Samples.many
        rows[3].lose(.reprint, to: "m1")
        rows[4].lose(.repeated, to: "m2")
        rows[5].status = .leader
        let report = Samples.report(rows)
        let html = try Samples.text("report.html", of: report)
        #expect(html.contains("Of 37\u{A0}quotations about") && html.contains("the 37 counted"))
        #expect(html.contains("40\u{A0}quotations, 37 counted"))
        #expect(report.sources.reduce(0) { $0 + $1.quotations } == 37)
        #expect(report.speakers.reduce(0) { $0 + $1.counted.count } == 37)
        #expect(report.periods.reduce(report.undated) { $0 + $1.quotations } == 37)
    }

    @Test func anUnfinishedRunSaysSo() throws {
        let whole = Samples.report(Samples.rows)
        let part = Samples.report(Samples.rows, isComplete: false)
        for name in ["report.html", "report.md"] {
            #expect(try Samples.text(name, of: part).contains("This run is not complete"))
            #expect(try !Samples.text(name, of: whole).contains("not complete"))
        }
        #expect(try Samples.json(part)["complete"] as? Bool == false)
        #expect(try Samples.json(whole)["complete"] as? Bool == true)
    }

    @Test func quotationsWithoutADateAreToldWhereTheTimelineLeavesThemOut() throws {
        let documents = (1...5).map {
            Samples.document($0, published: $0 < 3 ? "2031-0\($0)-01" : "")
        }
        let report = Samples.report(Samples.rows, documents: documents)
        let words = "3 of 6\u{A0}counted quotations have no date that can be read"
        for name in ["report.html", "report.md"] {
            #expect(try Samples.text(name, of: report).contains(words))
            let whole = try Samples.text(name, of: Samples.report(Samples.rows))
            #expect(!whole.contains("no date that can be read"))
        }
        #expect(try Samples.json(report)["undated"] as? Int == 3)
        #expect(
            report.warnings == [
                "3 of 6 counted quotations have no date that can be read: the timeline holds the other 3"
            ])
        let none = Samples.report(
            Samples.rows, documents: (1...5).map { Samples.document($0, published: "") })
        #expect(try Samples.text("report.md", of: none).contains("so there is no timeline"))
        #expect(none.warnings.isEmpty && none.undated == 6)
    }

    @Test func outletsAreAColumnToo() throws {
        for column in ["source", "outlet", "media_name"] {
            let report = Samples.report(
                Samples.rows, options: ReportOptions(draws: 9, column: column))
            #expect(report.columnValues.map(\.name) == ["The Post"])
            let html = try Samples.text("report.html", of: report)
            #expect(html.contains("<h2>By outlet") && !html.contains("id=\"column\""))
            let json = try Samples.json(report)
            for (list, name) in [("outlets", "outlet"), ("sources", "source")] {
                let rows = try #require(json[list] as? [[String: Any]])
                #expect(rows.map { $0[name] as? String } == ["The Post"], "\(list)")
            }
        }
    }

    @Test func whoSpeaksOfTheLeaderWithoutAStanceIsShown() throws {
        var rows = Samples.rows
        rows[5].lose(.lowMargin)
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
        #expect(files.count == 8 && files.allSatisfy { !$0.bytes.isEmpty })
    }

    @Test func proposedJoinsAreAFileOfTheirOwn() throws {
        let lines = """
            # Names that may be one speaker's.

            # Penn (1 document) may be Ann Penn or Orla Penn
            # Ann Penn, Penn

            # Bill Reed (1 document) may be William Reed
            William Reed, Bill Reed

            """
        let report = Samples.report(Samples.rows, proposals: lines)
        #expect(try Samples.text("aliases.proposed.txt", of: report) == lines)
        #expect(
            report.proposedJoins == [
                "Penn (1 document) may be Ann Penn or Orla Penn",
                "Bill Reed (1 document) may be William Reed",
            ])
        let none = try Samples.text("aliases.proposed.txt", of: Samples.report(Samples.rows))
        #expect(none.hasPrefix("# Nothing to decide"))
        #expect(try Samples.text("datapackage.json", of: report).contains("aliases.proposed.txt"))
    }

    @Test func theSameInputGivesTheSameBytes() throws {
        let a = try Samples.report(Samples.rows).files()
        let b = try Samples.report(Samples.rows).files()
        #expect(a == b)
        #expect(
            a.map(\.name) == [
                "report.html", "report.md", "report.json", "aliases.proposed.txt", "outlets.svg",
                "speakers.csv", "quotations.csv", "contributions.csv", "datapackage.json",
            ])
    }
}
