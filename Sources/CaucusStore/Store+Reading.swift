public import CaucusStance
public import CaucusText
import CaucusQuotes
import GRDB

extension Store {
    /// The runs of the store, by name.
    public func runs() throws(StoreError) -> [RunDescription] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM run ORDER BY run_id")
                .map(Self.description)
        }
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

    /// The positions of those documents that the run is not done with as they are.
    public func unfinished(
        _ documents: [(id: String, hash: String)], run: String
    ) throws(StoreError) -> [Int] {
        try read { database in
            let statement = try RowStatement(
                database,
                sql: """
                    SELECT 1 FROM document JOIN run USING (run)
                    WHERE run_id = ? AND doc_id = ? AND hash = ?
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
                database, sql: "SELECT 1 FROM document JOIN run USING (run) WHERE run_id = ?",
                arguments: [run]) == nil
        }
    }

    /// The documents of a run, by id.
    public func documents(run: String) throws(StoreError) -> [DocumentSummary] {
        let path = path
        return try read { database in
            let number = try Self.number(of: run, in: database, path)
            return try Row.fetchAll(
                database, sql: "SELECT * FROM document WHERE run = ? ORDER BY doc_id",
                arguments: [number]
            ).map { row in
                DocumentSummary(
                    id: try row.decode(forColumn: "doc_id"),
                    title: try row.decode(forColumn: "title"),
                    source: try row.decode(forColumn: "source"),
                    published: try row.decode(forColumn: "published"),
                    url: try row.decode(forColumn: "url"),
                    fields: try ColumnJSON.values(try row.decode(forColumn: "fields")),
                    hash: try row.decode(forColumn: "hash"),
                    textHash: try row.decode(forColumn: "text_hash"),
                    origin: try row.decode(forColumn: "origin"))
            }
        }
    }

    /// The quotations of a run, by document and place.
    public func quotations(run: String) throws(StoreError) -> [ScoredQuotation] {
        let path = path
        return try read { database in
            let number = try Self.number(of: run, in: database, path)
            let rows = try Row.fetchCursor(
                database, sql: QuotationRows.query, arguments: [number])
            var reader = QuotationRows()
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

    /// How many got how far in a run.
    public func audit(run: String) throws(StoreError) -> LossAudit {
        let path = path
        return try read { database in
            let number = try Self.number(of: run, in: database, path)
            let documents = try Int.fetchOne(
                database, sql: "SELECT count(*) FROM document WHERE run = ?", arguments: [number])
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT count(*) AS quotations, count(q.speaker) AS attributed,
                        count(CASE WHEN q.speaker IS NOT NULL AND s.target_mention <> 'none' THEN 1 END)
                            AS about,
                        count(CASE WHEN q.speaker IS NOT NULL AND s.target_mention <> 'none'
                            THEN s.stance END) AS scored
                    FROM quotation q
                    JOIN document d USING (document)
                    LEFT JOIN score s ON s.document = q.document AND s.number = q.number
                    WHERE d.run = ?
                    """, arguments: [number])
            func count(_ column: String) throws -> Int {
                try row?.decode(Int.self, forColumn: column) ?? 0
            }
            return LossAudit(
                documents: documents ?? 0, quotations: try count("quotations"),
                attributed: try count("attributed"), aboutTarget: try count("about"),
                scored: try count("scored"))
        }
    }
}
