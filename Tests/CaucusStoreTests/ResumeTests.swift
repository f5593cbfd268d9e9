import CaucusStance
import CaucusText
import Foundation
import Testing

@testable import CaucusStore

/// Issue 6: a run that dies at any moment and goes on ends with the rows of an undisturbed one.
@Suite struct ResumeTests {
    private let place: TemporaryStore
    private let run = Samples.run()

    init() throws { place = try TemporaryStore() }

    /// Everything a store says, without the numbers that join its tables.
    private func contents(_ store: Store) throws -> [String] {
        let queries = [
            "SELECT * FROM v_quotations ORDER BY run, doc_id, start, quote_id",
            "SELECT * FROM v_speakers ORDER BY run, speaker_id",
            "SELECT r.run_id, d.doc_id, d.hash, d.title, d.outlet, d.published, d.url, d.fields "
                + "FROM scored JOIN run r USING (run) JOIN document d USING (document) ORDER BY 1, 2",
            "SELECT r.run_id, g.file, g.line, g.message, d.doc_id FROM diagnostic g "
                + "JOIN run r USING (run) LEFT JOIN document d USING (document) ORDER BY 1, 2, 3, 4",
            "SELECT d.doc_id, p.number, p.entity, p.name, p.role, p.aliases, p.kind "
                + "FROM speaker p JOIN document d USING (document) ORDER BY 1, 2",
            "SELECT run_id, target, aliases, complete FROM run ORDER BY 1",
        ]
        return try queries.flatMap { try store.rows($0).map { "\($0)" } }
    }

    /// What the runner does: skips what is done, writes the rest in batches; stops after `limit` batches.
    private func score(_ store: Store, batches limit: Int = .max, size: Int = 10) throws {
        try store.begin(run, reading: ["a.jsonl"])
        for (k, start) in stride(from: 0, to: 200, by: size).enumerated() {
            guard k < limit else { return }
            var batch = Samples.batch(start..<(start + size))
            let open = try store.unfinished(
                batch.documents.map { ($0.summary.id, $0.summary.hash) }, run: run.id)
            batch.documents = open.map { batch.documents[$0] }
            try store.write(batch, run: run.id)
        }
        try store.finish(run: run.id)
    }

    private func undisturbed() throws -> [String] {
        let other = try TemporaryStore()
        let store = try Store(path: other.path, mode: .writing)
        try score(store)
        return try contents(store)
    }

    @Test(arguments: [0, 1, 7, 19, 20])
    func aRunThatStoppedGoesOn(_ batches: Int) throws {
        let expected = try undisturbed()
        let store = try Store(path: place.path, mode: .writing)
        try score(store, batches: batches)
        #expect(try !store.isComplete(run: run.id) || batches == 20)
        try store.close()
        let again = try Store(path: place.path, mode: .writing)
        try score(again)
        #expect(try contents(again) == expected)
        #expect(try again.isComplete(run: run.id))
    }

    /// The files as a crash leaves them: the log ends anywhere, also in the middle of a transaction.
    @Test func aRunThatWasKilledGoesOn() throws {
        let expected = try undisturbed()
        let store = try Store(path: place.path, mode: .writing)
        try score(store, batches: 12)
        let file = try Data(contentsOf: URL(fileURLWithPath: place.path))
        let log = try Data(contentsOf: URL(fileURLWithPath: place.path + "-wal"))
        #expect(log.count > 10_000)
        var done: Set<Int> = []
        for step in 0...20 {
            let other = try TemporaryStore()
            try other.write(file)
            let cut = log.count * step / 20 - (step % 3) * 7
            try log.prefix(max(cut, 0)).write(to: URL(fileURLWithPath: other.path + "-wal"))
            let resumed = try Store(path: other.path, mode: .writing)
            #expect(try resumed.check().isEmpty)
            if try !resumed.runs().isEmpty {
                let count = try resumed.documents(run: run.id).count
                #expect(count % 10 == 0)
                done.insert(count)
            }
            try score(resumed)
            #expect(try contents(resumed) == expected)
            #expect(try resumed.check().isEmpty)
        }
        #expect(done.count > 3)
    }

    @Test func theOrderAndTheSizeOfBatchesDoNotMatter() throws {
        let expected = try undisturbed()
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(run)
        for start in stride(from: 0, to: 200, by: 10).reversed() {
            try store.write(Samples.batch(start..<(start + 10)), run: run.id)
        }
        try store.finish(run: run.id)
        #expect(try contents(store) == expected)
        let other = try TemporaryStore()
        let large = try Store(path: other.path, mode: .writing)
        try score(large, size: 10)
        try score(large, size: 10)
        #expect(try contents(large) == expected)
        try large.compact()
        #expect(try contents(large) == expected)
    }

    @Test func runsStandSideBySide() throws {
        let store = try Store(path: place.path, mode: .writing)
        try score(store)
        let before = try store.quotations(run: run.id)
        try store.begin(Samples.run("run-2", checksum: "other"))
        try store.write(Samples.batch(0..<10), run: "run-2")
        #expect(try store.quotations(run: run.id) == before)
        #expect(try store.documents(run: "run-2").count == 10)
        #expect(try store.runs().map(\.id) == ["run-1", "run-2"])
    }
}
