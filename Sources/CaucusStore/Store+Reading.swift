public import CaucusStance
public import CaucusText
public import CaucusQuotes
import GRDB

extension Store {
    /// The runs of the store, by name.
    public func runs() throws(StoreError) -> [RunDescription] {
        try read { database in
            try Row.fetchAll(database, sql: Self.descriptions + " ORDER BY run_id")
                .map(Self.description)
        }
    }

    /// The run of that name, or all runs where none is given.
    public func runs(named run: String?) throws(StoreError) -> [RunDescription] {
        let all = try runs()
        guard let run else { return all }
        guard let found = all.first(where: { $0.id == run }) else {
            throw .unknownRun(path: path, run: run)
        }
        return [found]
    }

    /// Whether every document of the run's input has been written.
    public func isComplete(run: String) throws(StoreError) -> Bool {
        let path = path
        return try read { database in
            let number = try Self.number(of: run, in: database, path)
            return try Bool.fetchOne(
                database, sql: "SELECT complete = 1 FROM run WHERE run = ?", arguments: [number])
                ?? false
        }
    }

    /// Whether the run is done with the document as it is.
    public func contains(documentID id: String, hash: String, run: String) throws(StoreError)
        -> Bool
    {
        try unfinished([(id, hash)], run: run).isEmpty
    }

    /// The positions of those documents that the run is not done with as they are; one that was left out is tried again.
    public func unfinished(
        _ documents: [(id: String, hash: String)], run: String
    ) throws(StoreError) -> [Int] {
        try read { database in
            let statement = try RowStatement(
                database,
                sql: """
                    SELECT 1 FROM run r
                    JOIN document d ON d.reading = r.reading
                    JOIN scored c ON c.document = d.document AND c.run = r.run
                    WHERE r.run_id = ? AND d.doc_id = ? AND d.hash = ? AND c.fault IS NULL
                    """)
            var values = RowValues()
            return try documents.indices.filter { i in
                values.add(run)
                values.add(documents[i].id)
                values.add(documents[i].hash)
                return try statement.first(&values) { _ in true } == nil
            }
        }
    }

    /// Whether the run holds no document yet; also where there is no such run.
    public func isEmpty(run: String) throws(StoreError) -> Bool {
        try read { database in
            try Int.fetchOne(
                database,
                sql: "SELECT 1 FROM scored JOIN run USING (run) WHERE run_id = ? LIMIT 1",
                arguments: [run]) == nil
        }
    }

    /// The quotations of a run, by document and place.
    public func quotations(run: String) throws(StoreError) -> [ScoredQuotation] {
        let path = path
        return try read { database in
            let number = try Self.number(of: run, in: database, path)
            let rows = try Row.fetchCursor(
                database, sql: QuotationRows.query, arguments: [number])
            var reader = QuotationRows(database)
            var quotations: [ScoredQuotation] = []
            while let row = try rows.next() { quotations.append(try reader.quotation(row)) }
            return quotations
        }
    }

    /// What was odd in a run, by place.
    public func diagnostics(run: String) throws(StoreError) -> [Diagnostic] {
        let path = path
        return try read { database in
            let number = try Self.number(of: run, in: database, path)
            return try Row.fetchAll(
                database,
                sql: """
                    SELECT file, line, message FROM diagnostic WHERE run = ?
                    ORDER BY file, line, message
                    """, arguments: [number]
            ).map { row in
                Diagnostic(
                    Place(
                        file: try row.decode(forColumn: "file"),
                        line: try row.decode(forColumn: "line")),
                    try row.decode(forColumn: "message"))
            }
        }
    }

    /// How many documents and quotations of a run got how far.
    public func audit(run: String) throws(StoreError) -> LossAudit {
        let path = path
        return try read { database in
            let number = try Self.number(of: run, in: database, path)
            let documents = try Row.fetchOne(
                database,
                sql: "SELECT count(*), count(fault) FROM scored WHERE run = ?", arguments: [number])
            var audit = LossAudit(
                documents: try documents?.decode(atIndex: 0) ?? 0,
                crashed: try documents?.decode(atIndex: 1) ?? 0)
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT coalesce(s.status, q.status), count(*)
                    FROM scored c
                    JOIN quotation q ON q.document = c.document
                    LEFT JOIN score s
                        ON s.document = c.document AND s.run = c.run AND s.number = q.number
                    WHERE c.run = ? AND (q.is_act = 0 OR s.document IS NOT NULL)
                    GROUP BY 1
                    """, arguments: [number])
            while let row = try rows.next() {
                guard let status = QuotationStatus(rawValue: try row.decode(atIndex: 0)) else {
                    throw QuotationRows.OddColumn(name: "status")
                }
                audit.counts[status] = try row.decode(atIndex: 1)
            }
            return audit
        }
    }

    /// What the speakers of a run's reading are called across documents, by their id; empty where the run was never
    /// finished.
    public func identities(run: String) throws(StoreError) -> [String: SpeakerIdentity] {
        let path = path
        return try read { database in
            let number = try Self.number(of: run, in: database, path)
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT i.* FROM identity i JOIN run r USING (reading) WHERE r.run = ?
                    """, arguments: [number])
            var identities: [String: SpeakerIdentity] = [:]
            while let row = try rows.next() {
                guard let kind = Speaker.Kind(rawValue: try row.decode(forColumn: "kind")) else {
                    throw QuotationRows.OddColumn(name: "kind")
                }
                let aliases: String = try row.decode(forColumn: "aliases")
                identities[try row.decode(forColumn: "speaker_id")] = SpeakerIdentity(
                    name: try row.decode(forColumn: "name"),
                    role: try row.decode(forColumn: "role"),
                    aliases: aliases.isEmpty ? [] : aliases.components(separatedBy: "; "),
                    kind: kind)
            }
            return identities
        }
    }

    /// The joins of speakers that a person should decide, as an alias file; empty where there are none.
    public func proposedAliases(run: String) throws(StoreError) -> String {
        let path = path
        return try read { database in
            let number = try Self.number(of: run, in: database, path)
            return try String.fetchOne(
                database,
                sql: "SELECT proposed FROM reading JOIN run USING (reading) WHERE run = ?",
                arguments: [number]) ?? ""
        }
    }
}
