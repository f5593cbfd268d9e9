import CaucusQuotes
import CaucusReport
import CaucusStance
import CaucusTarget
import CaucusText
import Foundation
import Testing

/// Issue 18: a reader merges and excludes speakers, and nothing of them is lost.
@Suite struct SpeakerEditsTests {
    private func name(_ text: String, _ line: Int = 1) -> SpeakerEdits.Name {
        SpeakerEdits.Name(text, at: Place(file: "names.txt", line: line))
    }

    private func edits(
        merge: [[String]] = [], exclude: [String] = []
    ) throws -> SpeakerEdits {
        var edits = SpeakerEdits()
        for (i, names) in merge.enumerated() { try edits.merge(names.map { name($0, i + 1) }) }
        for (i, one) in exclude.enumerated() { try edits.exclude(name(one, i + 1)) }
        return edits
    }

    private func report(_ rows: [ScoredQuotation] = Samples.rows, by edits: SpeakerEdits) -> Report
    {
        Report(
            run: Samples.run, documents: (1...5).map { Samples.document($0) }, quotations: rows,
            options: ReportOptions(draws: 99), edits: edits)
    }

    @Test func whatIsMergedCountsAsOneAndKeepsItsNames() throws {
        let report = report(by: try edits(merge: [["ADA", "Cem"]]))
        #expect(report.speakers.map(\.id) == ["ada", "ben"])
        let ada = report.speakers[0]
        #expect(ada.name == "Ada" && ada.counted.count == 4 && ada.documents == 4)
        #expect(ada.aliases == ["Cem", "Mx. ada", "Mx. cem"])
        let use = try #require(report.merged.first)
        #expect(use.id == "cem" && use.into == "Ada" && use.quotations == 1 && use.counted == 1)
        #expect(report.audit.counted == 6)
        // The row says who is meant, and whom the run named.
        let lines = try Samples.text("quotations.csv", of: report).split(separator: "\r\n")
        let row = try #require(lines.first { $0.hasPrefix("q6,") })
        #expect(row.contains(",ada,Cem,") && row.contains(",cem,"))
        #expect(!lines[1].contains("cem"))
        #expect(try Samples.text("speakers.csv", of: report).contains(",person,cem"))
        for name in ["report.html", "report.md"] {
            #expect(try Samples.text(name, of: report).contains("Cem into Ada (1 of 1"), "\(name)")
        }
        let json = try Samples.json(report)
        let told = try #require((json["edits"] as? [String: Any])?["merged"] as? [[String: Any]])
        #expect(told[0]["speaker"] as? String == "Cem" && told[0]["into_id"] as? String == "ada")
    }

    @Test func whoIsExcludedCountsNowhereAndStaysInTheTables() throws {
        let report = report(by: try edits(exclude: ["ben"]))
        #expect(report.speakers.map(\.id) == ["ada", "cem"])
        #expect(report.audit.counts == [.counted: 4, .excluded: 2])
        #expect(report.excluded.map(\.counted) == [2])
        let csv = try Samples.text("quotations.csv", of: report)
        #expect(csv.split(separator: "\r\n").count { $0.contains(",excluded,") } == 2)
        #expect(csv.contains(",ben,Ben,"))
        #expect(try Samples.text("speakers.csv", of: report).contains("\nben,Ben,"))
        let text = try Samples.text("report.md", of: report)
        #expect(text.contains("Excluded by the reader: Ben (2 of 2"))
        #expect(report.warnings.contains { $0.hasPrefix("excluded by the reader: Ben") })
    }

    @Test func whatIsSaidWithAnExcludedOneIsLeftOut() throws {
        var rows = Samples.rows
        rows[0].facts.joint = [Samples.speaker("ada"), Samples.speaker("ben")]
        let report = report(rows, by: try edits(exclude: ["Ben"]))
        #expect(report.audit.counts[.excluded] == 3)
    }

    @Test func severalWhoAreMergedSpeakOnce() throws {
        var rows = Samples.rows
        rows[0].facts.joint = [Samples.speaker("ada"), Samples.speaker("cem")]
        rows[0].facts.speakerID = "ada; cem"
        let report = report(rows, by: try edits(merge: [["Ada", "Cem"]]))
        #expect(report.speakers.first?.counted.count == 4)
        #expect(try Samples.text("quotations.csv", of: report).contains(",ada; cem,"))
    }

    @Test func whoIsMergedWithTheLeaderIsTheLeader() throws {
        var rows = Samples.rows
        rows[0].score.status = .leader
        rows[0].facts.speaker = Samples.speaker("mara-adeyar", name: "Mara Adeyar")
        rows[0].facts.speakerID = "mara-adeyar"
        let report = report(rows, by: try edits(merge: [["Mara Adeyar", "Ben"]]))
        #expect(report.leader?.quotations.count == 3)
        #expect(report.speakers.map(\.id) == ["ada", "cem"])
    }

    @Test func aNewNameAndAnIdAreUnderstood() throws {
        let report = report(by: try edits(merge: [["Ada Grey", "ada"]]))
        #expect(report.speakers.contains { $0.id == "ada" && $0.name == "Ada Grey" })
        #expect(report.unknownEdits.count == 1)
    }

    @Test func unknownNamesAreToldWithNearOnes() throws {
        var rows = Samples.rows
        rows[0].facts.speaker?.name = "Ada Grey"
        rows[1].facts.speaker?.name = "Ada Grey"
        rows[2].facts.speaker?.name = "Ada Grey"
        let report = report(
            rows, by: try edits(merge: [["Ben", "Ada Gray"]], exclude: ["Nobody At All"]))
        #expect(
            report.unknownEdits.map(\.description) == [
                "names.txt:1: no speaker of the run is called \"Ada Gray\"; near: \"Ada Grey\"",
                "names.txt:1: no speaker of the run is called \"Nobody At All\"",
            ])
        #expect(report.merged.isEmpty && report.excluded.isEmpty)
        #expect(report.audit.counted == 6)
    }

    @Test func aNameOfSeveralIsNotGuessed() throws {
        var rows = Samples.rows
        for i in [0, 3] { rows[i].facts.speaker?.aliases = ["The Chair"] }
        let report = report(rows, by: try edits(exclude: ["the chair"]))
        #expect(report.unknownEdits.first?.message.contains("a name of 2 speakers") == true)
        #expect(report.audit.counted == 6)
    }

    @Test func oneSpeakerByTwoNamesCannotBeMergedAndExcluded() throws {
        var rows = Samples.rows
        rows[5].facts.speaker?.aliases = ["The Chair"]
        let report = report(rows, by: try edits(merge: [["Ada", "Cem"]], exclude: ["The Chair"]))
        #expect(report.conflictingEdits.count == 1)
    }

    @Test func linesBuildOnEachOther() throws {
        for merge in [[["A", "B"], ["B", "C"]], [["B", "C"], ["A", "B"]]] {
            let edits = try edits(merge: merge)
            #expect(edits.merged.map { $0.map(\.text) } == [["A", "B", "C"]])
            #expect(edits.aliases.primary(for: "c") == "A")
        }
    }

    @Test(arguments: [
        ([["A", "B"], ["B", "A"]], [], "names.txt:2: \"A\" is merged into \"B\""),
        ([["A", "B"], ["B", "C"], ["C", "A"]], [], "names.txt:3: \"A\" is merged into \"C\""),
        ([["A", "C"], ["B", "c"]], [], "names.txt:2: \"c\" stands for \"B\" and for \"A\""),
        ([["A", "B"]], ["b"], "names.txt:1: \"B\" is merged"),
        ([["A", "B"]], ["A"], "names.txt:1: \"A\" is merged"),
    ])
    func contradictionsAreOneLine(_ merge: [[String]], _ exclude: [String], _ words: String) {
        do {
            _ = try edits(merge: merge, exclude: exclude)
            Issue.record("no error: \(merge)")
        } catch {
            let text = "\(error)"
            #expect(text.hasPrefix(words) && text.contains("expected"), "\(text)")
            #expect(!text.contains("\n"))
        }
    }

    @Test func manyExclusionsTakeTheCorrectionAway() throws {
        var gold = GoldSample(items: [])
        gold.shareErrors = ShareErrors(
            JudgedSample(
                rows: (0..<60).map {
                    .init(
                        leader: $0 % 4, article: $0, pass: 0.9, stances: [0.2, 0.5, 0.3],
                        isRight: true, label: $0 % 3)
                }), keeping: 0)
        var rows = Samples.many
        for i in rows.indices {
            rows[i].score.gates = GateProbabilities(speech: 1, about: 1, speaker: 1, right: 0.5)
        }
        func report(_ names: [String]) throws -> Report {
            Report(
                run: Samples.run, documents: (1...40).map { Samples.document($0) },
                quotations: rows, options: ReportOptions(draws: 99), gold: gold,
                edits: try edits(exclude: names))
        }
        // One in five of the quotations, and two in forty.
        #expect(try report(["s1"]).overall == report(["s1"]).plain)
        rows[0].facts.speaker = Samples.speaker("zed")
        rows[0].facts.speakerID = "zed"
        #expect(try report(["zed"]).overall != report(["zed"]).plain)
        #expect(try report(["s1"]).choices.contains { $0.contains("the shares are not corrected") })
    }
}
