import CaucusQuotes
import CaucusStance
import CaucusText
import Foundation
import Testing

@testable import CaucusStore

/// Issue 6: tables leave the store in the same bytes, copies are marked, and older stores are brought up.
@Suite struct ExportTests {
    private let place: TemporaryStore

    init() throws { place = try TemporaryStore() }

    private func exported(_ store: Store, _ format: TableFormat) throws -> [String] {
        try StoreTable.allCases.map { table in
            var bytes: [UInt8] = []
            try store.export(table, as: format) { bytes += $0 }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    @Test(arguments: TableFormat.allCases)
    func theOrderOfWritingDoesNotShow(_ format: TableFormat) throws {
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(Samples.run())
        try store.write(Samples.batch(0..<40), run: "run-1")
        try store.finish(run: "run-1")
        let other = try TemporaryStore()
        let second = try Store(path: other.path, mode: .writing)
        try second.begin(Samples.run())
        for i in (0..<20).reversed() {
            try second.write(Samples.batch((2 * i)..<(2 * i + 1)), run: "run-1")
            try second.write(Samples.batch((2 * i + 1)..<(2 * i + 2)), run: "run-1")
        }
        try second.finish(run: "run-1")
        var (a, b) = (try exported(store, format), try exported(second, format))
        // Diagnostics tell of the batches of the samples, which differ here.
        a.removeLast()
        b.removeLast()
        #expect(a == b)
        #expect(a.allSatisfy { $0.utf8.count > 100 })
        func documents(_ store: Store) throws -> [String] {
            var rows: [String] = []
            try store.forEachDocument(run: "run-1") { rows.append("\($0) \($1)") }
            return rows
        }
        #expect(try documents(store) == documents(second) && documents(store).count == 40)
    }

    /// Issue 13: one document at a time, and nothing is lost or added.
    @Test func documentsComeWithTheirQuotations() throws {
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(Samples.run())
        try store.write(Samples.batch(0..<12), run: "run-1")
        var summaries: [DocumentSummary] = []
        var quotations: [ScoredQuotation] = []
        try store.forEachDocument(run: "run-1") { document, own in
            summaries.append(document)
            quotations += own
            #expect(own.allSatisfy { $0.documentID == document.id })
        }
        #expect(try summaries == store.documents(run: "run-1"))
        #expect(try quotations == store.quotations(run: "run-1") && !quotations.isEmpty)
        var names: [String] = []
        for name in summaries.flatMap({ $0.fields.map(\.name) }) where !names.contains(name) {
            names.append(name)
        }
        #expect(try store.fieldNames(run: "run-1") == names && store.fieldNames() == names)
        #expect(throws: CancellationError.self) {
            try store.forEachDocument(run: "run-1") { _, _ in throw CancellationError() }
        }
        #expect(throws: StoreError.unknownRun(path: place.path, run: "none")) {
            try store.forEachDocument(run: "none") { _, _ in }
        }
    }

    @Test func linesAreJSONAndCellsAreNoFormulas() throws {
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(Samples.run())
        var document = Samples.scored(1, count: 0)
        document.summary.title = "=1+1, \"x\"\n"
        try store.write(StoreBatch(documents: [document]), run: "run-1")
        let lines = try exported(store, .jsonl)[1].split(separator: "\n")
        #expect(lines.count == 1)
        let line = try #require(lines.first)
        let parsed = try JSONSerialization.jsonObject(with: Data(line.utf8))
        let object = try #require(parsed as? [String: Any])
        #expect(object["title"] as? String == "=1+1, \"x\"\n")
        #expect((object["fields"] as? [[String: String]])?.first?["name"] == "topic")
        #expect(try exported(store, .csv)[1].contains("\"'=1+1, \"\"x\"\"\n\""))
        #expect(throws: StoreError.unknownRun(path: place.path, run: "none")) {
            try store.export(.documents, as: .csv, run: "none") { _ in }
        }
    }

    @Test func copiesAreMarkedWhenARunIsFinished() throws {
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(Samples.run())
        let words = "She has broken every promise that she made to us in all those years"
        func entry(_ id: String, _ date: String) -> ScoredDocument {
            Self.document(DocumentSummary(id: id, published: date, hash: id), words)
        }
        try store.write(
            StoreBatch(documents: [entry("late", "2031-03-01"), entry("mid", "2031-02-01")]),
            run: "run-1")
        try store.finish(run: "run-1")
        #expect(try store.quotations(run: "run-1").map(\.duplicateOf) == ["mid:0-40", nil])
        // An earlier one turns up: it is the original now, of both.
        try store.begin(Samples.run())
        #expect(try !store.isComplete(run: "run-1"))
        try store.write(StoreBatch(documents: [entry("early", "2031-01-01")]), run: "run-1")
        try store.finish(run: "run-1")
        #expect(
            try store.quotations(run: "run-1").map(\.duplicateOf)
                == [nil, "early:0-40", "early:0-40"])
        let counted = try store.rows("SELECT sum(n_quotes) FROM v_speakers")
        #expect(counted == [["1"]])
    }

    /// Issue 7: short quotations in documents known to be copies.
    @Test func shortCopiesAreMarkedAndPassagesKept() throws {
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(Samples.run())
        let kept = KeptPassage(
            text: "“She must go,” said \"Bo\".", targets: [Span(3, 6)], speakers: [Span(20, 22)],
            isSpeech: true)
        func entry(_ id: String, _ text: String?) -> ScoredDocument {
            var document = Self.document(
                DocumentSummary(id: id, published: "2031", hash: id, textHash: text), "She must go")
            document.runs[0]?.rows[0].score.passage = kept
            return document
        }
        try store.write(
            StoreBatch(documents: [
                entry("a", "1"), entry("b", "1"), entry("c", "2"), entry("d", nil),
            ]),
            run: "run-1")
        try store.finish(run: "run-1")
        #expect(
            try store.quotations(run: "run-1").map(\.duplicateOf) == [nil, "a:0-40", nil, nil])
        #expect(try store.quotations(run: "run-1").allSatisfy { $0.passage == kept })
        #expect(try store.documents(run: "run-1").map(\.textHash) == ["1", "1", "2", nil])
    }

    /// DuckDB reads a view's SQL and writes it anew: what it spells otherwise than SQLite must not stand there, and
    /// a column without a type would be bytes.
    @Test func viewsSayTheirTypesAndNothingOfOneDialect() throws {
        let store = try Store(path: place.path, mode: .writing)
        let views = try store.rows("SELECT sql FROM sqlite_master WHERE type = 'view'")
        #expect(views.count == 2)
        for case let sql? in views.map({ $0[0] }) {
            #expect(!sql.contains("count(*)") && sql.contains("CAST(NULL AS"))
            #expect(!sql.replacing("CAST(NULL AS", with: "").contains("NULL AS"))
        }
    }

    @Test func entitiesJoinTheSpeakersOfDocuments() throws {
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(Samples.run())
        try store.write(Samples.batch(0..<12), run: "run-1")
        let rows = try store.rows("SELECT DISTINCT entity FROM speaker ORDER BY 1").compactMap {
            $0[0]
        }
        #expect(rows.contains("lena-okello-birch") && !rows.contains { $0.isEmpty })
        #expect(
            try store.rows(
                "SELECT count(*) FROM v_speakers s LEFT JOIN v_quotations q USING (speaker_id, run) "
                    + "WHERE q.quote_id IS NULL") == [["0"]])
    }

    /// A document with one quotation about the leader.
    private static func document(_ summary: DocumentSummary, _ words: String) -> ScoredDocument {
        var document = Samples.scored(1, count: 1)
        document.summary = summary
        var facts = QuotationFacts(
            documentID: summary.id, start: 0, end: 40, pieces: [Span(0, 40)], text: words,
            form: .direct, rule: "cue", confidence: 1)
        (facts.speaker, facts.speakerID) = (document.facts[0].speaker, document.facts[0].speakerID)
        document.facts = [facts]
        return document
    }
}
