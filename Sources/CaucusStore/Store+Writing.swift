public import CaucusStance
import GRDB

extension Store {
    /// Registers `run`, or goes on with it where it is there already.
    ///
    /// What was odd about `files` in the run so far is stale from now on, since they are about to be read again, and
    /// goes with ``finish(run:isWhole:)`` unless it is told again; a path that ends with a slash means the
    /// directory and all below it.
    /// Throws ``StoreError/differentRun(path:run:part:)`` where a run of this name had another target,
    /// model or version.
    public func begin(_ run: RunDescription, reading files: [String] = []) throws(StoreError) {
        let path = path
        try write { database in
            if let known = try Self.description(of: run.id, in: database) {
                let part =
                    known.target != run.target
                    ? "target"
                    : known.modelChecksum != run.modelChecksum
                        ? "model" : known.version != run.version ? "version" : nil
                if let part {
                    throw StoreError.differentRun(path: path, run: run.id, part: part)
                }
                try database.execute(
                    sql: "UPDATE run SET model = ?, model_card = ?, complete = iif(complete, 2, 0) "
                        + "WHERE run_id = ?",
                    arguments: [run.model, run.modelCard, run.id])
            } else {
                try Self.insert(run, into: database)
            }
            let number = try Self.number(of: run.id, in: database, path)
            let statement = try database.cachedStatement(
                sql:
                    "UPDATE diagnostic SET stale = 1 WHERE run = ? AND file = ? AND document IS NULL"
            )
            let below = try database.cachedStatement(
                sql: "UPDATE diagnostic SET stale = 1 WHERE run = ? AND file >= ? AND file < ? "
                    + "AND document IS NULL")
            for file in files {
                try statement.execute(arguments: [number, file])
                guard file.hasSuffix("/") else { continue }
                let folder = String(file.dropLast())
                try statement.execute(arguments: [number, folder])
                // "0" is what follows "/" in the order of bytes.
                try below.execute(arguments: [number, file, folder + "0"])
            }
        }
    }

    /// Tells that every document of the input has been written, and marks the quotations that repeat others.
    ///
    /// Where the input was read to its end (`isWhole`), what was odd about it before and is so no longer goes.
    ///
    /// - Complexity: reads the quotations about the target, unless nothing was written since the last time.
    public func finish(run: String, isWhole: Bool = true) throws(StoreError) {
        let path = path
        try write { database in
            let number = try Self.number(of: run, in: database, path)
            let state = try Int.fetchOne(
                database, sql: "SELECT complete FROM run WHERE run = ?", arguments: [number])
            if state == 0 { try CopyMarker(database, run: number).mark() }
            if isWhole {
                try database.execute(
                    sql: "DELETE FROM diagnostic WHERE run = ? AND stale <> 0", arguments: [number])
            }
            try database.execute(
                sql: "UPDATE run SET complete = 1 WHERE run = ?", arguments: [number])
        }
    }

    /// Writes a batch in one transaction.
    ///
    /// A document that is there with the same hash stays as it is; one with another hash is replaced with
    /// all its rows. A diagnostic that is there already is not written twice.
    ///
    /// - Returns: how many documents were replaced.
    @discardableResult
    public func write(_ batch: StoreBatch, run: String) throws(StoreError) -> Int {
        let path = path
        return try write { database in
            let number = try Self.number(of: run, in: database, path)
            if !batch.entries.isEmpty {
                let touch = try RowStatement(
                    database, sql: "UPDATE run SET complete = 0 WHERE run = ? AND complete <> 0")
                var values = RowValues()
                values.add(Int(number))
                try touch.execute(&values)
            }
            var writer = try BatchWriter(database, run: number)
            for entry in batch.entries { try writer.write(entry) }
            for diagnostic in batch.diagnostics { try writer.write(diagnostic) }
            return writer.replaced
        }
    }

    private static func insert(_ run: RunDescription, into database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO run (run_id, target, aliases, pronoun, model, model_checksum, version,
                    model_card)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                run.id, run.target.name, ColumnJSON.text(run.target.aliases),
                run.target.pronoun?.rawValue,
                run.model, run.modelChecksum, run.version, run.modelCard,
            ])
    }
}
