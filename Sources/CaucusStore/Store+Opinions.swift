import CaucusStance
import GRDB
import Synchronization

extension Store {
    /// What an encoder has said of the inputs with these keys, as far as the store knows it.
    ///
    /// - Complexity: O(keys · log opinions).
    func opinions(by keys: [String]) throws(StoreError) -> [String: [Float]] {
        try read { database in
            guard try database.tableExists("opinion") else { return [:] }
            let statement = try database.cachedStatement(
                sql: "SELECT numbers FROM opinion WHERE key = ?")
            var found: [String: [Float]] = [:]
            for key in keys {
                let json = try String.fetchOne(statement, arguments: [key])
                if let numbers = json.flatMap(ColumnJSON.numbers) { found[key] = numbers }
            }
            return found
        }
    }

    /// Keeps what an encoder said.
    func add(_ opinions: [String: [Float]]) throws(StoreError) {
        guard !opinions.isEmpty else { return }
        try write { database in
            try database.execute(sql: StoreSchema.opinions)
            let statement = try database.cachedStatement(
                sql: "INSERT OR REPLACE INTO opinion (key, numbers) VALUES (?, ?)")
            for (key, numbers) in opinions.sorted(by: { $0.key < $1.key }) {
                try statement.execute(arguments: [key, ColumnJSON.text(numbers)])
            }
        }
    }
}

/// The opinions that a store keeps, and those of a run that it is to keep.
package final class StoredOpinions: KnownOpinions {
    private let store: Store
    private let new = Mutex<[String: [Float]]>([:])

    /// Those of a store.
    package init(_ store: Store) { self.store = store }

    package func opinions(by keys: [String]) -> [String: [Float]] {
        let found = new.withLock { new in
            keys.reduce(into: [:]) { $0[$1] = new[$1] }
        }
        // A store that cannot be read says so where the run is written.
        let kept = try? store.opinions(by: keys.filter { found[$0] == nil })
        return found.merging(kept ?? [:]) { a, _ in a }
    }

    package func add(_ opinions: [String: [Float]]) {
        new.withLock { $0.merge(opinions) { a, _ in a } }
    }

    /// Writes the new ones: as few as are read of a chunk or two.
    package func write() throws {
        try store.add(
            new.withLock { new in
                defer { new = [:] }
                return new
            })
    }
}
