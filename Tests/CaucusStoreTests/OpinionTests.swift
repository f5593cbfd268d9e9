import Foundation
import Testing

@testable import CaucusStore

@Suite("what an encoder has said")
struct OpinionTests {
    private func withStore(_ body: (Store) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("opinions-\(UUID().uuidString).sqlite").path
        defer {
            for end in ["", "-wal", "-shm", "-lock"] {
                try? FileManager.default.removeItem(atPath: path + end)
            }
        }
        let store = try Store(path: path, mode: .writing)
        try body(store)
        try store.close()
    }

    /// To the last bit; what is not known is left out.
    @Test func isKeptAsItIs() throws {
        try withStore { store in
            let numbers: [Float] = [0.1, -0, .leastNonzeroMagnitude, 3.402_823e5, -1 / 3, 1]
            #expect(try store.opinions(by: ["a"]).isEmpty)
            let known = StoredOpinions(store)
            known.add(["a": numbers])
            #expect(known.opinions(by: ["a", "b"]) == ["a": numbers])
            try known.write()
            for kept in [known, StoredOpinions(store)] {
                let found = kept.opinions(by: ["b", "a"])
                #expect(found.keys.sorted() == ["a"])
                #expect(found["a"]?.map(\.bitPattern) == numbers.map(\.bitPattern))
            }
            #expect(try store.check().isEmpty)
        }
    }

    @Test(arguments: ["", "[]x", "[1,", "[-1]", "[4294967296]", "[2143289344]", "[[1]"])
    func whatIsNoneIsNotKnown(_ column: String) throws {
        try withStore { store in
            try store.add(["a": [1, 2, 3, 4, 5, 6]])
            try store.execute("UPDATE opinion SET numbers = '\(column)'")
            #expect(try store.opinions(by: ["a"])["a"]?.count ?? 0 < 6)
        }
    }

    /// A run that asks no encoder leaves a store as it was without one.
    @Test func aStoreWithoutOneHasNoTable() throws {
        try withStore { store in
            try StoredOpinions(store).write()
            #expect(try store.rows("SELECT 1 FROM sqlite_master WHERE name = 'opinion'").isEmpty)
        }
    }
}
