public import CaucusStance
public import CaucusQuotes
import CaucusText
import GRDB

extension Store {
    /// The documents of a run, by id.
    public func documents(run: String) throws(StoreError) -> [DocumentSummary] {
        let path = path
        return try read { database in
            let number = try Self.number(of: run, in: database, path)
            return try Row.fetchAll(database, sql: Self.documentsOfRun, arguments: [number])
                .map(Self.summary)
        }
    }

    /// Why documents of a run were left out, by their id.
    public func faults(run: String) throws(StoreError) -> [String: String] {
        let path = path
        return try read { database in
            let number = try Self.number(of: run, in: database, path)
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT d.doc_id, c.fault FROM scored c JOIN document d USING (document)
                    WHERE c.run = ? AND c.fault IS NOT NULL
                    """, arguments: [number])
            return Dictionary(
                uniqueKeysWithValues: try rows.map {
                    (try $0.decode(String.self, atIndex: 0), try $0.decode(String.self, atIndex: 1))
                })
        }
    }

    /// Gives every document of a run with its quotations to `body`: the documents by id, the quotations by place.
    ///
    /// One document is held at a time, however many there are. What `body` throws of its own stays as it is.
    public func forEachDocument(
        run: String, _ body: (DocumentSummary, [ScoredQuotation]) throws -> Void
    ) throws {
        let path = path
        try reading { database in
            let number = try Self.number(of: run, in: database, path)
            let documents = try Row.fetchCursor(
                database, sql: Self.documentsOfRun, arguments: [number])
            let statement = try database.makeStatement(sql: QuotationRows.queryOfDocument)
            var reader = QuotationRows(database)
            while let document = try documents.next() {
                let id: Int64 = try document.decode(forColumn: "document")
                let rows = try Row.fetchCursor(statement, arguments: [number, id])
                var quotations: [ScoredQuotation] = []
                while let row = try rows.next() { quotations.append(try reader.quotation(row)) }
                try body(try Self.summary(document), quotations)
            }
        }
    }

    /// Gives `body` the people whom each document of a run names in full.
    public func forEachPeople(run: String, _ body: ([NamedPerson]) -> Void) throws {
        let path = path
        try reading { database in
            let number = try Self.number(of: run, in: database, path)
            let columns = try String.fetchCursor(
                database,
                sql: """
                    SELECT people FROM scored JOIN document USING (document) WHERE scored.run = ?
                    """, arguments: [number])
            while let lines = try columns.next() {
                guard let people = PeopleColumn.people(lines) else {
                    throw QuotationRows.OddColumn(name: "people")
                }
                body(people)
            }
        }
    }

    /// The names of the columns that the documents of a run, or of all, bring along, in order of appearance.
    public func fieldNames(run: String? = nil) throws(StoreError) -> [String] {
        try read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT j.value ->> 'name' AS name
                    FROM document d JOIN json_each(d.fields) j
                    WHERE d.document IN (
                        SELECT c.document FROM scored c JOIN run r USING (run)
                        WHERE ?1 IS NULL OR r.run_id = ?1
                    )
                    GROUP BY name
                    ORDER BY min(d.doc_id || char(0) || printf('%06d', j.key))
                    """, arguments: [run])
        }
    }

    private static let documentsOfRun = """
        SELECT d.* FROM document d JOIN scored c USING (document)
        WHERE c.run = ? ORDER BY d.doc_id
        """

    private static func summary(_ row: Row) throws -> DocumentSummary {
        DocumentSummary(
            id: try row.decode(forColumn: "doc_id"), title: try row.decode(forColumn: "title"),
            source: try row.decode(forColumn: "outlet"),
            published: try row.decode(forColumn: "published"),
            url: try row.decode(forColumn: "url"),
            fields: try ColumnJSON.values(try row.decode(forColumn: "fields")),
            hash: try row.decode(forColumn: "hash"),
            textHash: try row.decode(forColumn: "text_hash"),
            origin: try row.decode(forColumn: "origin"))
    }
}
