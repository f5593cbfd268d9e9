import CaucusQuotes
import CaucusStance
import CaucusText
import GRDB

/// Writes the documents of several runs of one reading inside a transaction, with statements that are prepared once.
struct BatchWriter {
    private let database: Database
    private let reading: Int
    private let runs: [Int]
    private let findDocument: RowStatement
    private let forget: RowStatement
    private let deleteDocument: RowStatement
    private let insertDocument: RowStatement
    private let insertScored: RowStatement
    private var facts: FactWriter
    private var scores: ScoreWriter
    private let diagnostics: DiagnosticWriter
    private var values = RowValues()
    /// How many documents have taken the place of another one of their id, for each run that had it.
    private(set) var replaced: [Int]

    /// Prepares to write rows of the runs with these numbers, which are of the reading with that number.
    init(_ database: Database, reading: Int64, runs: [Int64]) throws {
        self.database = database
        self.reading = Int(reading)
        self.runs = runs.map { Int($0) }
        replaced = runs.map { _ in 0 }
        findDocument = try RowStatement(
            database,
            sql: "SELECT document, hash, is_read FROM document WHERE reading = ? AND doc_id = ?")
        // A run that loses a document is not complete any more.
        forget = try RowStatement(
            database,
            sql: """
                UPDATE run SET complete = 0
                WHERE run IN (SELECT run FROM scored WHERE document = ?)
                """)
        deleteDocument = try RowStatement(
            database, sql: "DELETE FROM document WHERE document = ?")
        insertDocument = try RowStatement(
            database,
            inserting: """
                document (reading, doc_id, hash, text_hash, title, outlet, published, day, url, fields,
                    people, is_read, origin)
                """, 13)
        insertScored = try RowStatement(
            database,
            sql: """
                INSERT INTO scored (document, run, fault) VALUES (?, ?, ?)
                ON CONFLICT (document, run) DO UPDATE SET fault = NULL
                    WHERE fault IS NOT NULL AND excluded.fault IS NULL
                """)
        facts = try FactWriter(database)
        scores = try ScoreWriter(database)
        diagnostics = try DiagnosticWriter(database, runs: self.runs)
    }

    /// Writes a document and all that belongs to it; what is there as it is stays.
    mutating func write(_ document: ScoredDocument) throws {
        let number = try place(of: document.summary, naming: document.people)
        if number.isNew {
            try facts.write(document, as: number.number)
        }
        for (k, run) in runs.enumerated() {
            guard document.runs.indices.contains(k), let rows = document.runs[k] else { continue }
            guard try mark(number.number, done: run, fault: nil) else { continue }
            for row in rows.rows {
                try scores.write(row, of: document, as: number.number, run: run, facts: &facts)
            }
        }
    }

    /// Writes a document that was left out.
    mutating func write(_ fault: StoreBatch.Fault) throws {
        let number = try place(of: fault.document, naming: nil).number
        for run in runs { _ = try mark(number, done: run, fault: fault.reason) }
        // It is told again each time that the document is tried again: a diagnostic of the input.
        try diagnostics.write(fault.diagnostic, of: nil)
    }

    /// Writes what was odd, or tells that what is there still holds.
    func write(_ diagnostic: Diagnostic) throws { try diagnostics.write(diagnostic, of: nil) }

    /// Notes that a run is done with a document, or has left it out; `false` where that was so already. A document that
    /// was left out is no longer once it has come through.
    private mutating func mark(_ document: Int, done run: Int, fault: String?) throws -> Bool {
        values.add(document)
        values.add(run)
        values.add(fault)
        try insertScored.execute(&values)
        return database.changesCount > 0
    }

    /// The number of a document, and whether its facts are still to be written; `people` is `nil` where it was not
    /// read.
    private mutating func place(
        of document: DocumentSummary, naming people: [NamedPerson]?
    ) throws -> (number: Int, isNew: Bool) {
        let isRead = people != nil
        values.add(reading)
        values.add(document.id)
        let known = try findDocument.first(&values) { row in
            (
                number: Int(row.int(0)), isSame: row.holds(document.hash, 1),
                isRead: row.int(2) != 0
            )
        }
        if let known, known.isSame, known.isRead || !isRead { return (known.number, false) }
        if let known, known.isSame {
            // It stopped the program in another run, and is read now.
            try database.execute(
                sql: "UPDATE document SET is_read = 1, people = ? WHERE document = ?",
                arguments: [PeopleColumn.text(people ?? []), known.number])
            return (known.number, true)
        }
        if let known { try replace(known.number) }
        try insert(document, naming: people)
        return (Int(database.lastInsertedRowID), isRead)
    }

    /// Removes a document that has changed since it was read.
    private mutating func replace(_ number: Int) throws {
        let had = try Int.fetchSet(
            database, sql: "SELECT run FROM scored WHERE document = ?", arguments: [number])
        for (k, run) in runs.enumerated() where had.contains(run) { replaced[k] += 1 }
        values.add(number)
        try forget.execute(&values)
        values.add(number)
        try deleteDocument.execute(&values)
    }

    private mutating func insert(
        _ document: DocumentSummary, naming people: [NamedPerson]?
    ) throws {
        values.add(reading)
        values.add(document.id)
        values.add(document.hash)
        values.add(document.textHash)
        values.add(document.title)
        values.add(document.source)
        values.add(document.published)
        values.add(document.published.flatMap { CalendarDay($0)?.iso })
        values.add(document.url)
        values.add(ColumnJSON.text(document.fields))
        values.add { PeopleColumn.append(people ?? [], to: &$0) }
        values.add(people == nil ? 0 : 1)
        values.add(document.origin)
        try insertDocument.execute(&values)
    }
}
