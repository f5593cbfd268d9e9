import CaucusStance
import CaucusText
import Foundation
import Testing

@testable import CaucusReport

/// Issue 20: the speakers and borders that people correct while they label.
@Suite("corrections by hand")
struct CorrectionTests {
    private static func quotation(_ n: Int, by who: String) -> ScoredQuotation {
        var row = Samples.quotation(
            "d\(n):30-70", document: n, by: Samples.speaker(who), against: 0.7, neutral: 0.1,
            favor: 0.2)
        (row.start, row.end, row.pieces) = (30, 70, [Span(30, 70)])
        return row
    }

    private static let rows = (1...16).map { quotation($0, by: $0 % 4 == 0 ? "ben" : "ada") }

    private static func label(
        _ n: Int, _ answer: HandAnswer = .stance(.against), by who: String = "ann",
        speaker: String? = nil, borders: Span? = nil
    ) -> HandLabel {
        HandLabel(
            quotation: "d\(n):30-70", answer: answer, samplingProbability: 0.75, annotator: who,
            speaker: speaker, borders: borders)
    }

    private static func report(_ some: [HandLabel]) -> Report {
        let taken = Set(some.map(\.quotation))
        let others = (1...12).map { label($0) }.filter { !taken.contains($0.quotation) }
        return Samples.report(rows, options: ReportOptions(draws: 9), labels: some + others)
    }

    @Test func theWordsThatPeopleMarkAreShown() throws {
        let report = Self.report([
            Self.label(1, borders: Span(34, 70)), Self.label(1, by: "ben", borders: Span(34, 70)),
            Self.label(1, by: "cleo"),
        ])
        let found = try #require(report.corrected.first)
        #expect(report.corrected.count == 1 && found.borders == Span(34, 70))
        #expect(found.words == "has lost the confidence of the house")
        #expect(found.borderPeople == 2 && found.people == 3 && found.speaker == nil)
        let own = try #require(report.quotations.first { $0.id == "d1:30-70" })
        let shown = report.shown(own)
        #expect(own.text.hasPrefix("She ") && shown.text == found.words)
        #expect(shown.contextBefore == "In the hall: “She ")
        #expect(shown.movingWords.map { [$0.start, $0.end] } == [[4, 8]])
        let html = try Samples.text("report.html", of: report)
        #expect(html.contains("borders corrected by hand (the run has 30–70)"))
        #expect(html.contains("code points 34–70 of the article"))
        let text = try Samples.text("report.md", of: report)
        #expect(text.contains("> has lost the confidence of the house"))
        #expect(text.contains("borders corrected by hand"))
        // The run's row stays.
        #expect(
            try Samples.text("quotations.csv", of: report).contains(
                "d1:30-70,d1,30,70,She has lost the confidence of the house"))
        let table = try Samples.text("corrections.csv", of: report)
        #expect(table.contains(",34,70,has lost the confidence of the house,2,3,run-1"))
        #expect(report.labelUse?.notes.contains { $0.contains("the borders of 1") } == true)
    }

    @Test func wordsBesideAreShownAsFarAsTheStoreKeepsThem() {
        let report = Self.report([
            Self.label(1, borders: Span(16, 80)), Self.label(2, borders: Span(15, 70)),
            Self.label(3, borders: Span(40, 1 << 40)),
        ])
        let words = report.corrected.map(\.words)
        #expect(
            words == ["In the hall: “She has lost the confidence of the house” she said", nil, nil])
        #expect(report.shown(report.quotations[1]).text == report.quotations[1].text)
        #expect(
            report.handNote(report.quotations[1])
                == "the words are at code points 15–70 by hand, which the store does not keep (the run has 30–70)"
        )
    }

    /// “She has lost … the confidence of the house”: the cue stands between the pieces and is not kept.
    @Test func piecesStayPieces() {
        var row = Self.quotation(1, by: "ada")
        row.text = "She has lost … the confidence"
        (row.start, row.end) = (30, 66)
        row.pieces = [Span(30, 42), Span(52, 66)]
        row.movingWords = [
            MovingWord(start: 8, end: 12, weight: 1), MovingWord(start: 19, end: 29, weight: 2),
        ]
        func shown(_ borders: Span) -> ScoredQuotation? {
            let words = KeptWords(row)?.pieces(within: borders).map(KeptWords.text)
            let correction = CorrectedQuotation(
                quotation: row.id, people: 1, borders: borders, borderPeople: 1, words: words)
            return words.map { _ in row.shown(with: correction) }
        }
        let inner = shown(Span(34, 60))
        #expect(inner?.text == "has lost … the conf")
        #expect(inner?.pieces == [Span(34, 42), Span(52, 60)])
        #expect(inner?.movingWords.map { [$0.start, $0.end] } == [[4, 8]])
        #expect(inner?.contextBefore == "In the hall: “She ")
        #expect(inner?.contextAfter == "idence” she said.")
        let second = shown(Span(52, 67))
        #expect(second?.text == "the confidence”" && second?.contextAfter == " she said.")
        #expect(second?.movingWords.map { [$0.start, $0.end] } == [[4, 14]])
        #expect(second?.contextBefore == "")
        // A border among the words of the cue.
        #expect(shown(Span(45, 66)) == nil && shown(Span(30, 50)) == nil)
        #expect(shown(Span(30, 42))?.text == "She has lost")
        row.pieces = [Span(30, 41), Span(52, 66)]
        #expect(KeptWords(row) == nil || shown(Span(34, 60)) == nil)
    }

    @Test func whatNotMoreThanHalfSayIsNoCorrection() throws {
        let report = Self.report([
            Self.label(1, borders: Span(34, 70)), Self.label(1, by: "ben"),
            Self.label(2, .fails(.speech), borders: Span(34, 70)),
            Self.label(3, borders: Span(30, 70)),
            Self.label(5, .fails(.speaker), speaker: "Ben"),
            Self.label(5, .fails(.speaker), by: "ben", speaker: "Cem"),
            // Whom the run names already.
            Self.label(6, .fails(.speaker), speaker: "Ada"),
        ])
        #expect(report.corrected.isEmpty)
        #expect(try !report.files().contains { $0.name == "corrections.csv" })
    }

    @Test func anotherSpeakersQuotationIsShownThereAndCountsForNeither() throws {
        let named = Self.report([
            Self.label(1, .fails(.speaker), speaker: "BEN"),
            Self.label(1, .fails(.speaker), by: "ben", speaker: "Ben"),
            Self.label(2, .fails(.speaker), speaker: "=Dora <b>"),
        ])
        let plain = Self.report([
            Self.label(1, .fails(.speaker)), Self.label(1, .fails(.speaker), by: "ben"),
            Self.label(2, .fails(.speaker)),
        ])
        #expect(plain.corrected.isEmpty)
        #expect(named.corrected.map(\.speakerID) == ["ben", nil])
        // A name is no label: no number moves.
        #expect(named.overall == plain.overall && named.audit == plain.audit)
        #expect(named.labelUse?.counts == plain.labelUse?.counts)
        #expect(named.labelUse?.counts?.counted == 16)
        #expect(named.speakers.map(\.counted.count) == plain.speakers.map(\.counted.count))
        let ben = try #require(named.speakers.first { $0.id == "ben" })
        let ada = try #require(named.speakers.first { $0.id == "ada" })
        #expect(named.moved(to: ben).map { named.quotations[$0].id } == ["d1:30-70"])
        #expect(named.moved(to: ada).isEmpty)
        for name in ["report.html", "report.md"] {
            let text = try Samples.text(name, of: named)
            #expect(text.contains("moved by label from Ada to BEN"), "\(name)")
            #expect(text.contains("1\u{A0}quotation moved here by label"), "\(name)")
            #expect(!text.contains("Dora <b>"), "\(name)")
        }
        let table = try Samples.text("corrections.csv", of: named)
        #expect(table.contains("d1:30-70,ada,Ada,ben,BEN,2,"))
        #expect(table.contains(",'=Dora <b>,1,"))
        let json = try Samples.json(named)
        let labels = json["labels"] as? [String: Any]
        let corrected = try #require(labels?["corrected"] as? [[String: Any]])
        #expect(corrected.map { $0["true_speaker"] as? String } == ["BEN", "=Dora <b>"])
        #expect(try Samples.text("datapackage.json", of: named).contains("corrections.csv"))
    }

    @Test func ofWordsWhoseBordersMovedSinceNothingIsKnown() {
        var label = Self.label(1, borders: Span(34, 70))
        label.quotation = "d1:32-70"
        #expect(Self.report([label]).corrected.isEmpty)
    }
}
