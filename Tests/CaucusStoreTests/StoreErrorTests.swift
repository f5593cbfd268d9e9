import Foundation
import Testing

@testable import CaucusStore

@Suite struct StoreErrorTests {
    private let place: TemporaryStore

    init() throws { place = try TemporaryStore() }

    @Test func aMissingStoreIsNamed() throws {
        #expect(throws: StoreError.missing(path: place.path)) {
            try Store(path: place.path, mode: .reading)
        }
        let nowhere = place.directory + "/none/s.sqlite"
        #expect(throws: StoreError.self) { try Store(path: nowhere, mode: .writing) }
        #expect(throws: StoreError.self) { try Store(path: place.directory, mode: .writing) }
    }

    @Test(arguments: [Store.Mode.reading, .writing])
    func aFileThatIsNoDatabaseIsRefusedAndKept(_ mode: Store.Mode) throws {
        let bytes = Array(String(repeating: "Not a database at all.\n", count: 100).utf8)
        try place.write(bytes)
        #expect(
            throws: StoreError.notAStore(path: place.path, reason: "it is no SQLite database")
        ) { try Store(path: place.path, mode: mode) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: place.path)).elementsEqual(bytes))
    }

    /// A store whose header says something else at a byte: a big-endian number of four bytes.
    private func writeStore(number: UInt8, at offset: Int) throws {
        try Store(path: place.path, mode: .writing).close()
        var bytes = try Data(contentsOf: URL(fileURLWithPath: place.path))
        bytes.replaceSubrange(offset..<(offset + 4), with: [0, 0, 0, number])
        try place.write(bytes)
    }

    @Test(arguments: [UInt8(0), 7])
    func anotherProgramsDatabaseIsRefused(_ application: UInt8) throws {
        try writeStore(number: application, at: 68)
        for mode in [Store.Mode.reading, .writing] {
            #expect(
                throws: StoreError.notAStore(
                    path: place.path, reason: "it is another program's SQLite database")
            ) { try Store(path: place.path, mode: mode) }
        }
    }

    /// Issue 13: there are no migrations before the first release.
    @Test(arguments: [Store.Mode.reading, .writing], [6, 99] as [UInt8])
    func aStoreOfAnotherVersionIsRefusedByName(_ mode: Store.Mode, _ version: UInt8) throws {
        try writeStore(number: version, at: 60)
        #expect(
            throws: StoreError.otherVersion(
                path: place.path, version: Int(version), supported: StoreSchema.version)
        ) { try Store(path: place.path, mode: mode) }
    }

    @Test func aTruncatedStoreIsAnErrorWhereverItIsCut() throws {
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(Samples.run())
        try store.write(Samples.batch(0..<200), run: "run-1")
        try store.close()
        let whole = Array(try Data(contentsOf: URL(fileURLWithPath: place.path)))
        var generator = SystemRandomNumberGenerator()
        let cuts =
            [1, 15, 16, 50, 99, 100, 511, 4095, 4096, 4097]
            + (0..<20).map { _ in Int.random(in: 1..<whole.count, using: &generator) }
        for cut in cuts {
            try place.write(whole[..<cut])
            #expect(throws: StoreError.self, "cut at \(cut)") {
                let store = try Store(path: place.path, mode: .reading)
                _ = try store.quotations(run: "run-1")
            }
        }
    }

    @Test func aSecondWriterIsRefusedByName() throws {
        let path = place.path
        do {
            let store = try Store(path: path, mode: .writing)
            try store.begin(Samples.run())
            #expect(throws: StoreError.locked(path: path)) {
                try Store(path: path, mode: .writing, patience: 0.1)
            }
            #expect(try Store(path: path, mode: .reading).runs().count == 1)
            try store.close()
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: place.directory) == ["store.sqlite"]
        )
        // What a killed process leaves behind keeps nobody out.
        try Data().write(to: URL(fileURLWithPath: path + "-lock"))
        #expect(try Store(path: path, mode: .writing, patience: 0).runs().count == 1)
    }

    @Test func anotherProgramsTransactionIsNamed() throws {
        let store = try Store(path: place.path, mode: .writing, patience: 0.1)
        try store.begin(Samples.run())
        // Without the lock file this writer is as one that knows nothing of it.
        try FileManager.default.removeItem(atPath: place.path + "-lock")
        let other = try Store(path: place.path, mode: .writing)
        let path = place.path
        _ = try other.write { _ in
            #expect(throws: StoreError.locked(path: path)) {
                try store.write(Samples.batch(0..<2), run: "run-1")
            }
        }
        #expect(try store.documents(run: "run-1").isEmpty)
        try store.write(Samples.batch(0..<2), run: "run-1")
        #expect(try store.documents(run: "run-1").count == 2)
    }

    @Test func aLinkLeadsToTheStore() throws {
        try Store(path: place.path, mode: .writing).begin(Samples.run())
        let link = place.directory + "/link.sqlite"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: place.path)
        let store = try Store(path: place.path, mode: .writing)
        #expect(try Store(path: link, mode: .reading).runs() == [Samples.run()])
        #expect(throws: StoreError.locked(path: link)) {
            try Store(path: link, mode: .writing, patience: 0)
        }
        try store.close()
        #expect(try Store(path: link, mode: .writing).runs() == [Samples.run()])
    }

    @Test func aFullDiskIsNamedAndTheStoreGoesOn() throws {
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(Samples.run())
        try store.write(Samples.batch(0..<10), run: "run-1")
        _ = try store.rows("PRAGMA max_page_count = 40")
        #expect(throws: StoreError.full(path: place.path)) {
            for start in stride(from: 10, to: 2000, by: 10) {
                try store.write(Samples.batch(start..<(start + 10)), run: "run-1")
            }
        }
        let before = try store.documents(run: "run-1").count
        #expect(before >= 10 && before % 10 == 0)
        _ = try store.rows("PRAGMA max_page_count = 100000")
        try store.write(Samples.batch(1990..<2000), run: "run-1")
        #expect(try store.documents(run: "run-1").count == before + 10)
        #expect(try store.check().isEmpty)
    }

    @Test func aStoreThatIsRemovedOrReplacedIsNamed() throws {
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(Samples.run())
        try FileManager.default.removeItem(atPath: place.path)
        #expect(throws: StoreError.removed(path: place.path)) {
            try store.write(Samples.batch(0..<2), run: "run-1")
        }
        try place.write([1, 2, 3])
        #expect(throws: StoreError.removed(path: place.path)) { try store.finish(run: "run-1") }
    }

    @Test(arguments: [
        "UPDATE quotation SET form = 'sung'", "UPDATE quotation SET pieces = '[[5,1]]'",
        "UPDATE quotation SET pieces = 'x'", "UPDATE score SET stance = x'00ff'",
        "UPDATE score SET moving_words = '{'", "UPDATE speaker SET aliases = '[1]'",
        "UPDATE quotation SET start = 'far'", "UPDATE score SET target_mention = 5",
        "UPDATE quotation SET confidence = 'high'", "UPDATE quotation SET quote = x'ff'",
        "UPDATE score SET act = '[9,9]'", "UPDATE score SET act = 'x'",
    ])
    func columnsThatHoldNonsenseAreDamage(_ sql: String) throws {
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(Samples.run())
        try store.write(Samples.batch(0..<10), run: "run-1")
        try store.execute(sql)
        do {
            // SQLite reads some of them as something else; nothing may crash.
            _ = try store.quotations(run: "run-1")
        } catch {
            guard case .damaged = error else {
                Issue.record("\(error)")
                return
            }
        }
    }

    @Test(arguments: ["p_favor = -0.5", "p_against = 1.5"])
    func aShareIsFromZeroToOne(_ share: String) throws {
        let store = try Store(path: place.path, mode: .writing)
        try store.begin(Samples.run())
        try store.write(Samples.batch(0..<10), run: "run-1")
        try store.execute("UPDATE score SET \(share)")
        #expect(throws: StoreError.self) { try store.quotations(run: "run-1") }
    }
}
