public import CaucusStance
import GRDB

extension Store {
    /// Registers `runs`, or goes on with those that are there already; they are of one reading.
    ///
    /// What was odd about `files` in the runs so far is stale from now on, since they are about to be read again, and
    /// goes with ``finish(runs:isWhole:)`` unless it is told again; a path that ends with a slash means the
    /// directory and all below it.
    /// Throws ``StoreError/differentRun(path:run:part:)`` where a run of this name had another target,
    /// model or version.
    ///
    /// - Precondition: all runs have the same ``CaucusStance/RunDescription/reading``.
    public func begin(_ runs: [RunDescription], reading files: [String] = []) throws(StoreError) {
        precondition(
            runs.allSatisfy { $0.reading == runs[0].reading }, "the runs are of several readings")
        let path = path
        try write { database in
            for run in runs { try Self.begin(run, reading: files, in: database, path) }
        }
    }

    /// Registers one run, or goes on with it.
    public func begin(_ run: RunDescription, reading files: [String] = []) throws(StoreError) {
        try begin([run], reading: files)
    }

    private static func begin(
        _ run: RunDescription, reading files: [String], in database: Database, _ path: String
    ) throws {
        if let known = try description(of: run.id, in: database) {
            let part =
                known.target != run.target
                ? "target"
                : known.modelChecksum != run.modelChecksum
                    ? "model"
                    : known.version != run.version
                        ? "version" : known.reading != run.reading ? "reading" : nil
            if let part { throw StoreError.differentRun(path: path, run: run.id, part: part) }
            try database.execute(
                sql: "UPDATE run SET model = ?, model_card = ?, complete = iif(complete, 2, 0) "
                    + "WHERE run_id = ?", arguments: [run.model, run.modelCard, run.id])
        } else {
            try insert(run, into: database)
        }
        try makeStale(files, number(of: run.id, in: database, path), in: database)
    }

    private static func makeStale(_ files: [String], _ run: Int64, in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: "UPDATE diagnostic SET stale = 1 WHERE run = ? AND file = ? AND document IS NULL")
        let below = try database.cachedStatement(
            sql: "UPDATE diagnostic SET stale = 1 WHERE run = ? AND file >= ? AND file < ? "
                + "AND document IS NULL")
        for file in files {
            try statement.execute(arguments: [run, file])
            guard file.hasSuffix("/") else { continue }
            let folder = String(file.dropLast())
            try statement.execute(arguments: [run, folder])
            // "0" is what follows "/" in the order of bytes.
            try below.execute(arguments: [run, file, folder + "0"])
        }
    }

    /// Tells that every document of the input has been written: joins the speakers of the reading, and marks the
    /// quotations that repeat others.
    ///
    /// Where the input was read to its end (`isWhole`), what was odd about it before and is so no longer goes.
    ///
    /// - Complexity: reads the speakers of the reading and the quotations about the targets, unless nothing was written
    ///   since the last time.
    public func finish(runs: [String], isWhole: Bool = true) throws(StoreError) {
        let path = path
        try write { database in
            for run in runs {
                let number = try Self.number(of: run, in: database, path)
                try SpeakerJoiner(database, run: number).join()
                let state = try Int.fetchOne(
                    database, sql: "SELECT complete FROM run WHERE run = ?", arguments: [number])
                if state == 0 { try CopyMarker(database, run: number).mark() }
                if isWhole {
                    try database.execute(
                        sql: "DELETE FROM diagnostic WHERE run = ? AND stale <> 0",
                        arguments: [number])
                }
                try database.execute(
                    sql: "UPDATE run SET complete = 1 WHERE run = ?", arguments: [number])
            }
        }
    }

    /// Finishes one run.
    public func finish(run: String, isWhole: Bool = true) throws(StoreError) {
        try finish(runs: [run], isWhole: isWhole)
    }

    /// Writes a batch in one transaction.
    ///
    /// A document that is there with the same hash keeps its facts; one with another hash is replaced with all that
    /// was said of it, and a run that had it is not complete any more. A diagnostic that is there already is not
    /// written twice.
    ///
    /// - Returns: for each run how many documents that it had were replaced.
    @discardableResult
    public func write(_ batch: StoreBatch, runs: [String]) throws(StoreError) -> [Int] {
        let path = path
        return try write { database in
            let numbers = try runs.map { try Self.number(of: $0, in: database, path) }
            guard let first = numbers.first else { return [] }
            if !batch.documents.isEmpty || !batch.faults.isEmpty {
                let touch = try RowStatement(
                    database, sql: "UPDATE run SET complete = 0 WHERE run = ? AND complete <> 0")
                var values = RowValues()
                for number in numbers {
                    values.add(Int(number))
                    try touch.execute(&values)
                }
            }
            let reading = try Int64.fetchOne(
                database, sql: "SELECT reading FROM run WHERE run = ?", arguments: [first])
            // A document may bring speakers along, or an act that tells one.
            try database.execute(
                sql: "UPDATE reading SET is_joined = 0 WHERE reading = ? AND is_joined <> 0",
                arguments: [reading])
            var writer = try BatchWriter(database, reading: reading ?? 0, runs: numbers)
            for document in batch.documents { try writer.write(document) }
            for fault in batch.faults { try writer.write(fault) }
            for diagnostic in batch.diagnostics { try writer.write(diagnostic) }
            return writer.replaced
        }
    }

    /// Writes a batch of one run.
    @discardableResult
    public func write(_ batch: StoreBatch, run: String) throws(StoreError) -> Int {
        try write(batch, runs: [run])[0]
    }

    private static func insert(_ run: RunDescription, into database: Database) throws {
        let reading = run.reading
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO reading (reading_id, version, aliases, lexicon)
                VALUES (?, ?, ?, ?)
                """,
            arguments: [
                reading.id, reading.version, ColumnJSON.text(reading.aliases), reading.lexicon,
            ])
        try database.execute(
            sql: """
                INSERT INTO run (run_id, reading, target, aliases, pronoun, uses_roles, model,
                    model_checksum, gates_checksum, version, model_card)
                SELECT ?, reading, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM reading WHERE reading_id = ?
                """,
            arguments: [
                run.id, run.target.name, ColumnJSON.text(run.target.aliases),
                run.target.pronoun?.rawValue, run.target.usesRoles, run.model, run.modelChecksum,
                run.gatesChecksum, run.version, run.modelCard, reading.id,
            ])
    }
}
