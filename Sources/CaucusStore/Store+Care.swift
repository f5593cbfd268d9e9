import GRDB

extension Store {
    /// What is wrong with the file, in SQLite's words; empty where all is well.
    ///
    /// - Complexity: reads the whole file.
    public func check() throws(StoreError) -> [String] {
        try read { database in
            let problems = try String.fetchAll(database, sql: "PRAGMA integrity_check")
                .filter { $0 != "ok" }
            let loose = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count
            return problems + (loose == 0 ? [] : ["\(loose) rows belong to no document or run"])
        }
    }

    /// Rewrites the file without what is unused, and folds the write-ahead log into it.
    public func compact() throws(StoreError) {
        do {
            try database.vacuum()
            _ = try database.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        } catch {
            throw Self.storeError(error, path)
        }
    }
}
