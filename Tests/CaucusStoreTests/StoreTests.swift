import CaucusTarget
import CaucusQuotes
import CaucusStance
import CaucusText
import Foundation
import Testing

@testable import CaucusStore

@Suite struct StoreTests {
    private let place: TemporaryStore

    init() throws { place = try TemporaryStore() }

    @Test func whatIsWrittenIsReadBack() throws {
        let store = try Store(path: place.path, mode: .writing)
        let run = Samples.run()
        try store.begin(run)
        try store.write(Samples.batch(0..<12), run: run.id)
        try store.finish(run: run.id)
        try store.close()

        let again = try Store(path: place.path, mode: .reading)
        #expect(try again.runs() == [run])
        #expect(try again.isComplete(run: run.id))
        let ids = (0..<12).sorted { "d\($0)" < "d\($1)" }
        #expect(try again.documents(run: run.id) == ids.map { Samples.document($0) })
        #expect(try again.quotations(run: run.id) == ids.flatMap { Samples.quotations($0) })
        #expect(
            try again.diagnostics(run: run.id).map(\.place.line) == [0, 7, 1000])
    }

    /// Several who speak as one are read back in their order; who they are across documents is told of each.
    @Test func severalWhoSpeakAsOneAreEachKept() throws {
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(Samples.run())
        func speaker(_ name: String, _ id: String) -> Speaker { Speaker(id: id, name: name) }
        var document = Samples.scored(1, count: 3)
        for i in 0..<2 {
            document.facts[i].joint = [
                speaker("Peter Tull", "peter-tull"), speaker("Penn", "penn@d1"),
            ]
            document.facts[i].speaker = speaker("Peter Tull and Penn", "")
            document.facts[i].speakerID = "peter-tull; penn@d1"
        }
        document.facts[2].speaker = speaker("Penn", "penn")
        document.facts[2].speakerID = "penn@d1"
        document.people.append(NamedPerson(name: "Orla Penn", gender: .unknown))
        // A quotation found by the act alone comes later, and finds them again.
        var act = document.facts[0]
        (act.start, act.end, act.pieces) = (90, 99, [Span(90, 99)])
        let score = QuotationScore(target: "Ana Adeyar", mention: .explicit, status: .notAbout)
        document.runs[0]?.rows.append(ScoredDocument.Row(place: .act(act), score: score))
        try store.write(StoreBatch(documents: [Samples.scored(2), document]), run: "run-1")
        try store.finish(run: "run-1")

        let kept = try store.quotations(run: "run-1").filter { $0.documentID == "d1" }
        #expect(
            kept.map(\.speakerID) == [
                "peter-tull; orla-penn", "peter-tull; orla-penn", "peter-tull; orla-penn",
                "orla-penn",
            ])
        #expect(kept[2].joint.map(\.name) == ["Peter Tull", "Penn"])
        #expect(kept[0].joint.map(\.id) == ["peter-tull", "orla-penn"] && kept[3].joint.isEmpty)
        #expect(kept[0].speaker?.name == "Peter Tull and Penn")
        #expect(
            try store.rows("SELECT count(*) FROM speaker WHERE document = 2") == [["3"]])
        #expect(
            try store.rows("SELECT speaker_id FROM identity WHERE name LIKE '% and %'").isEmpty)
        // d1:0-40 counts for both, d1:100-140 for Penn.
        #expect(
            try store.rows(
                "SELECT speaker_id, n_quotes FROM v_speakers WHERE speaker_id LIKE '%-penn' "
                    + "OR speaker_id LIKE '%-tull' ORDER BY 1")
                == [["orla-penn", "2"], ["peter-tull", "1"]])
    }

    /// A document whose speaker gets another id counts once, as any other.
    @Test func aSpeakerHasTheNameOfMostDocuments() throws {
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(Samples.run())
        let documents = [(4, "Orla Penn"), (8, "Orla Penn"), (12, "Orla T. Penn")].map {
            number, name in
            var document = Samples.scored(number, count: 1)
            let speaker = Speaker(id: "", name: name)
            document.facts[0].speaker = speaker
            document.facts[0].speakerID = SpeakerKey.id(of: speaker, in: "d\(number)")
            document.people = [NamedPerson(name: name, gender: .unknown)]
            return document
        }
        try store.write(StoreBatch(documents: documents), run: "run-1")
        try store.finish(run: "run-1")
        let penn = try store.rows("SELECT speaker_id, name, aliases FROM identity")
        #expect(penn.count == 1 && penn[0][1] == "Orla Penn" && penn[0][2] == "Orla T. Penn")
        #expect(try store.rows("SELECT DISTINCT entity FROM speaker") == [[penn[0][0]]])
    }

    @Test func theAuditCountsWhoGotHowFar() throws {
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(Samples.run())
        try store.write(
            StoreBatch(
                documents: [Samples.scored(1, count: 5), Samples.scored(4)],
                faults: [
                    StoreBatch.Fault(
                        document: Samples.document(9), reason: "signal 4",
                        diagnostic: Diagnostic(Place(file: "a", line: 9), "crashed"))
                ]), run: "run-1")
        let audit = try store.audit(run: "run-1")
        #expect(
            audit
                == LossAudit(
                    documents: 3, crashed: 1, counts: [.noSpeaker: 1, .notAbout: 1, .counted: 3]))
        #expect(audit.quotations == 5 && audit.attributed == 4 && audit.aboutTarget == 3)
        #expect(audit.scored == 3 && audit.counted == 3)
        #expect(try store.diagnostics(run: "run-1").map(\.message) == ["crashed"])
        let sums = try store.rows(
            "SELECT status, count(quote_id) FROM v_quotations GROUP BY status ORDER BY status")
        #expect(sums == [["counted", "3"], ["no_speaker", "1"], ["not_about", "1"]])
    }

    @Test func aDocumentThatWasLeftOutIsTriedAgain() throws {
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(Samples.run())
        let fault = StoreBatch.Fault(
            document: Samples.document(1), reason: "signal 4",
            diagnostic: Diagnostic(Place(file: "a", line: 1), "crashed"))
        for _ in 0..<2 { try store.write(StoreBatch(faults: [fault]), run: "run-1") }
        #expect(try store.audit(run: "run-1").crashed == 1)
        #expect(try store.unfinished([("d1", "h1")], run: "run-1") == [0])
        try store.begin(Samples.run(), reading: ["a"])
        try store.write(StoreBatch(documents: [Samples.scored(1)]), run: "run-1")
        try store.finish(run: "run-1")
        #expect(try store.unfinished([("d1", "h1")], run: "run-1").isEmpty)
        #expect(try store.audit(run: "run-1").crashed == 0)
        #expect(try store.quotations(run: "run-1") == Samples.quotations(1))
        #expect(try store.diagnostics(run: "run-1").isEmpty)
        // What came through once is not left out by a later fault.
        try store.write(StoreBatch(faults: [fault]), run: "run-1")
        #expect(try store.audit(run: "run-1").crashed == 0)
    }

    @Test func aDocumentThatIsDoneIsKnownByItsHash() throws {
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(Samples.run())
        try store.begin(Samples.run("run-2"))
        try store.write(Samples.batch(0..<3), run: "run-1")
        #expect(try store.contains(documentID: "d1", hash: "h1", run: "run-1"))
        #expect(try !store.contains(documentID: "d1", hash: "h1", run: "run-2"))
        #expect(
            try store.unfinished(
                [("d0", "h0"), ("d1", "other"), ("d2", "h2"), ("d3", "h3")], run: "run-1")
                == [1, 3])
    }

    @Test func whatWasOddAboutFilesIsForgottenWhenTheyAreReadAgain() throws {
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(Samples.run())
        let files = [
            "news", "news/", "news/a.jsonl", "news/b/c.txt", "news.txt", "newsroom/a", "x",
        ]
        try store.write(
            StoreBatch(diagnostics: files.map { Diagnostic(Place(file: $0), "odd") }), run: "run-1")
        func left() throws -> [String] {
            try store.diagnostics(run: "run-1").map(\.place.file).sorted()
        }
        try store.begin(Samples.run(), reading: ["x", "news.jsonl"])
        try store.finish(run: "run-1")
        #expect(try left() == files.filter { $0 != "x" }.sorted())
        try store.begin(Samples.run(), reading: ["news/"])
        try store.finish(run: "run-1")
        #expect(try left() == ["news.txt", "newsroom/a"])
    }

    @Test func aChangedDocumentReplacesItsRows() throws {
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(Samples.run())
        try store.write(Samples.batch(0..<8), run: "run-1")
        let changed = Samples.scored(7, hash: "new", count: 1)
        #expect(try store.write(StoreBatch(documents: [changed]), run: "run-1") == 1)
        let quotations = try store.quotations(run: "run-1").filter { $0.documentID == "d7" }
        #expect(quotations == Samples.quotations(7, count: 1))
        #expect(try store.documents(run: "run-1").filter { $0.id == "d7" } == [changed.summary])
        let orphans = try store.rows(
            """
            SELECT count(*) FROM speaker LEFT JOIN quotation
                ON quotation.document = speaker.document AND speaker = speaker.number
            WHERE quotation.document IS NULL
            """)
        #expect(orphans == [["0"]])
    }

    @Test func aRunGoesOnOnlyAsItBegan() throws {
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(Samples.run())
        try store.begin(Samples.run())
        #expect(
            throws: StoreError.differentRun(path: place.path, run: "run-1", part: "model")
        ) { try store.begin(Samples.run(checksum: "other")) }
        #expect(throws: StoreError.unknownRun(path: place.path, run: "none")) {
            try store.write(StoreBatch(), run: "none")
        }
    }

    @Test func rereadFilesForgetTheirDiagnostics() throws {
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(Samples.run())
        let odd = Diagnostic(Place(file: "a"), "odd")
        try store.write(
            StoreBatch(diagnostics: [odd, odd, Diagnostic(Place(file: "b"), "odd")]), run: "run-1")
        #expect(try store.diagnostics(run: "run-1").count == 2)
        try store.begin(Samples.run(), reading: ["a"])
        try store.finish(run: "run-1")
        #expect(try store.diagnostics(run: "run-1").map(\.place.file) == ["b"])
    }

    /// A run that reads a part only, or is broken off, says nothing of what it has not reached.
    @Test func whatIsToldAgainOrNotReachedStays() throws {
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(Samples.run())
        let odd = (1...3).map { Diagnostic(Place(file: "a", line: $0), "odd") }
        try store.write(StoreBatch(diagnostics: odd), run: "run-1")
        func lines() throws -> [Int?] { try store.diagnostics(run: "run-1").map(\.place.line) }
        try store.begin(Samples.run(), reading: ["a"])
        #expect(try lines() == [1, 2, 3])
        try store.write(StoreBatch(diagnostics: [odd[0]]), run: "run-1")
        try store.finish(run: "run-1", isWhole: false)
        #expect(try lines() == [1, 2, 3])
        try store.begin(Samples.run(), reading: ["a"])
        try store.write(StoreBatch(diagnostics: [odd[1]]), run: "run-1")
        try store.finish(run: "run-1")
        #expect(try lines() == [2])
    }

    /// Nine quotations in ten do not speak of the target: they have no row in `score`, and read as if they had.
    @Test func aQuotationThatSaysNothingOfTheTargetHasNoScore() throws {
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(Samples.run())
        var document = Samples.scored(7, count: 4)
        document.facts[1].status = .nested
        document.runs = [ScoredDocument.Run(target: "Ana Adeyar")]
        try store.write(StoreBatch(documents: [document]), run: "run-1")
        #expect(try store.rows("SELECT count(*) FROM score") == [["0"]])
        let rows = try store.rows(
            "SELECT target, target_mention, abstained, status FROM v_quotations ORDER BY start")
        #expect(rows.allSatisfy { $0[0] == "Ana Adeyar" && $0[1] == "none" })
        #expect(rows.map { $0[2] } == ["no_target", "nested", "no_target", "no_target"])
        #expect(rows.map { $0[3] } == ["not_about", "nested", "not_about", "no_speaker"])
        let read = try store.quotations(run: "run-1")
        #expect(read.map { $0.abstention?.rawValue } == rows.map { $0[2] })
        #expect(read.map(\.status.rawValue) == rows.map { $0[3] })
    }

    @Test func theViewsHaveTheColumnsOfTheTables() throws {
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(Samples.run())
        try store.write(Samples.batch(0..<8), run: "run-1")
        let columns = try store.rows("SELECT name FROM pragma_table_info('v_quotations')")
        let speakers = try store.rows("SELECT speaker_id, n_quotes, net FROM v_speakers")
        #expect(
            columns.map(\.first) == [
                "quote_id", "doc_id", "start", "end", "quote", "form", "cue", "source_words",
                "speaker_id", "speaker", "role", "rule", "confidence", "target",
                "target_mention", "p_against", "p_neutral", "p_favor", "stance", "sentiment",
                "abstained", "status", "duplicate_of", "label", "sampling_probability", "model",
                "run", "p_speech", "p_about", "p_speaker", "p_right", "merged_from",
                "title", "outlet", "published", "url", "fields", "source",
            ])
        let ids = speakers.compactMap { $0[0] }
        #expect(ids == ids.sorted() && !ids.isEmpty)
        // 1/3 − 0.7, to six digits.
        #expect(speakers.allSatisfy { $0[2] == "-0.366667" })
        let scored = try store.quotations(run: "run-1").filter { $0.status == .counted }
        #expect(speakers.compactMap { $0[1].flatMap { Int($0) } }.reduce(0, +) == scored.count)
    }

    /// Issue 13: the same facts once, however many leaders; their number does not show.
    @Test func leadersShareWhatWasRead() throws {
        let store = try Store(path: place.path, mode: .writing)
        let runs = [Samples.run(), Samples.run("run-2")]
        try store.begin(runs)
        var batch = Samples.batch(0..<12)
        for i in batch.documents.indices { batch.documents[i].runs += batch.documents[i].runs }
        try store.write(batch, runs: runs.map(\.id))
        let facts = try store.rows("SELECT count(*) FROM quotation")
        #expect(
            try store.quotations(run: "run-1") == store.quotations(run: "run-2"))
        // A third comes later, and adds scores alone.
        try store.begin(Samples.run("run-3"))
        try store.write(Samples.batch(0..<12), run: "run-3")
        #expect(try store.rows("SELECT count(*) FROM quotation") == facts)
        #expect(try store.rows("SELECT count(*) FROM document") == [["12"]])
        #expect(
            try store.quotations(run: "run-3") == store.quotations(run: "run-2"))
    }

    /// Issue 13: an act toward one leader is a quotation of that leader's run alone; two runs that find it share it.
    @Test func anActBelongsToTheRunsThatFindIt() throws {
        let store = try Store(path: place.path, mode: .writing)
        let runs = [Samples.run(), Samples.run("run-2"), Samples.run("run-3")]
        try store.begin(runs)
        var document = Samples.scored(3, count: 1)
        let critic = Speaker(id: "", name: "Bo Lind", gender: .male)
        let act = QuotationFacts(
            documentID: "d3", start: 200, end: 230, pieces: [Span(200, 230)], text: "accused her",
            form: .indirect, speaker: critic, speakerID: "bo-lind", rule: "speech-act",
            confidence: 0.8)
        let row = ScoredDocument.Row(
            place: .act(act),
            score: QuotationScore(target: "Ana Adeyar", mention: .pronoun, status: .counted))
        document.runs = [
            ScoredDocument.Run(target: "Ana Adeyar", rows: [row]),
            ScoredDocument.Run(target: "Ana Adeyar"),
            ScoredDocument.Run(target: "Ana Adeyar", rows: [row]),
        ]
        try store.write(StoreBatch(documents: [document]), runs: runs.map(\.id))
        #expect(try store.rows("SELECT count(*) FROM quotation WHERE is_act") == [["1"]])
        let starts = try runs.map { try store.quotations(run: $0.id).map { $0.facts.start } }
        #expect(starts == [[0, 200], [0], [0, 200]])
        #expect(
            try store.quotations(run: "run-1")[1].speaker?.name == "Bo Lind")
    }

    /// Issue 13: a changed document is another one for every run; those that had the old one are told.
    @Test func aChangedDocumentUnfinishesOtherRuns() throws {
        let store = try Store(path: place.path, mode: .writing)
        for run in ["run-1", "run-2"] {
            try store.begin(Samples.run(run))
            try store.write(Samples.batch(0..<8), run: run)
            try store.finish(run: run)
        }
        try store.begin(Samples.run("run-2"))
        try store.write(StoreBatch(documents: [Samples.scored(7, hash: "new")]), run: "run-2")
        try store.finish(run: "run-2")
        #expect(try !store.isComplete(run: "run-1") && store.isComplete(run: "run-2"))
        #expect(try store.documents(run: "run-1").count == 7)
        #expect(try store.documents(run: "run-2").count == 8)
    }
}
