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

    @Test func theAuditCountsWhoGotHowFar() throws {
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(Samples.run())
        try store.write(
            StoreBatch(entries: [
                StoreBatch.Entry(
                    document: Samples.document(1), quotations: Samples.quotations(1, count: 5)),
                StoreBatch.Entry(document: Samples.document(2)),
            ]), run: "run-1")
        #expect(
            try store.audit(run: "run-1")
                == LossAudit(
                    documents: 2, quotations: 5, attributed: 4, aboutTarget: 3, scored: 3))
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
        let entry = StoreBatch.Entry(
            document: Samples.document(7, hash: "new"), quotations: Samples.quotations(7, count: 1))
        #expect(try store.write(StoreBatch(entries: [entry]), run: "run-1") == 1)
        let quotations = try store.quotations(run: "run-1").filter { $0.documentID == "d7" }
        #expect(quotations == Samples.quotations(7, count: 1))
        #expect(try store.documents(run: "run-1").filter { $0.id == "d7" } == [entry.document])
        #expect(try store.diagnostics(run: "run-1").map(\.place.line) == [0, 1000])
        let orphans = try store.rows(
            """
            SELECT (SELECT count(*) FROM speaker) - (SELECT count(*) FROM v_quotations
                WHERE speaker_id IS NOT NULL)
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
        var quotations = Samples.quotations(7, count: 2)
        for i in quotations.indices {
            quotations[i].mention = .none
            quotations[i].abstention = i == 0 ? .noTarget : .nested
            (quotations[i].probabilities, quotations[i].stance) = (nil, nil)
            (quotations[i].movingWords, quotations[i].sentiment) = ([], nil)
            (quotations[i].act, quotations[i].target) = (nil, Samples.run().target.name)
        }
        let entry = StoreBatch.Entry(document: Samples.document(7), quotations: quotations)
        #expect(try store.write(StoreBatch(entries: [entry]), run: "run-1") == 0)
        #expect(try store.rows("SELECT count(*) FROM score") == [["1"]])
        #expect(try store.quotations(run: "run-1") == quotations)
        let rows = try store.rows(
            "SELECT target, target_mention, abstained FROM v_quotations ORDER BY start")
        #expect(rows.map { $0[1] } == ["none", "none"])
        #expect(rows.map { $0[2] } == ["no_target", "nested"])
        #expect(rows.allSatisfy { $0[0] == Samples.run().target.name })
    }

    @Test func theViewsHaveTheColumnsOfTheTables() throws {
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(Samples.run())
        try store.write(Samples.batch(0..<8), run: "run-1")
        let columns = try store.rows("SELECT name FROM pragma_table_info('v_quotations')")
        let speakers = try store.rows("SELECT speaker_id, n_quotes, net FROM v_speakers")
        #expect(
            columns.prefix(26).map(\.first) == [
                "quote_id", "doc_id", "start", "end", "quote", "form", "cue", "source",
                "speaker_id", "speaker", "role", "rule", "confidence", "target", "target_mention",
                "p_against", "p_neutral", "p_favor", "stance", "sentiment", "abstained",
                "duplicate_of", "label", "sampling_probability", "model", "run",
            ])
        let ids = speakers.compactMap { $0[0] }
        #expect(ids == ids.sorted() && !ids.isEmpty)
        #expect(speakers.allSatisfy { $0[2] == "-1.0" })
        let scored = try store.quotations(run: "run-1").filter { $0.stance != nil }
        #expect(speakers.compactMap { $0[1].flatMap { Int($0) } }.reduce(0, +) == scored.count)
    }
}
