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

    @Test(arguments: [Store.Mode.reading, .writing])
    func aNewerStoreIsRefusedByName(_ mode: Store.Mode) throws {
        try writeStore(number: 99, at: 60)
        #expect(
            throws: StoreError.newer(
                path: place.path, version: 99, supported: StoreSchema.version)
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

    @Test func anotherWriterIsNamed() throws {
        let store = try Store(path: place.path, mode: .writing, patience: 0.1)
        try store.begin(Samples.run())
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
}
