import CaucusQuotes
import CaucusStance
import CaucusText
import GRDB

/// Writes the rows of one run inside a transaction, with statements that are prepared once.
struct BatchWriter {
    private let database: Database
    private let run: Int64
    private let findDocument: Statement
    private let deleteDocument: Statement
    private let insertDocument: Statement
    private let insertSpeaker: Statement
    private let insertQuotation: Statement
    private let insertScore: Statement
    private let insertDiagnostic: Statement

    /// Prepares to write rows of the run with this number.
    init(_ database: Database, run: Int64) throws {
        self.database = database
        self.run = run
        findDocument = try database.cachedStatement(
            sql: "SELECT document, hash FROM document WHERE run = ? AND doc_id = ?")
        deleteDocument = try database.cachedStatement(
            sql: "DELETE FROM document WHERE document = ?")
        insertDocument = try Self.insert(
            8, "document (run, doc_id, hash, title, source, published, url, fields)", database)
        insertSpeaker = try Self.insert(
            7, "speaker (document, number, speaker_id, name, role, aliases, kind)", database)
        insertQuotation = try Self.insert(
            16,
            """
            quotation (document, number, quote_id, start, "end", pieces, quote, form, cue, source,
                speaker, rule, confidence, duplicate_of, context_before, context_after)
            """, database)
        insertScore = try Self.insert(
            11,
            """
            score (document, number, target, target_mention, p_against, p_neutral, p_favor, stance,
                sentiment, abstained, moving_words)
            """, database)
        insertDiagnostic = try database.cachedStatement(
            sql: """
                INSERT INTO diagnostic (run, document, file, line, message)
                SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (
                    SELECT 1 FROM diagnostic
                    WHERE run = ?1 AND file = ?3 AND line IS ?4 AND message = ?5)
                """)
    }

    private static func insert(
        _ count: Int, _ columns: String, _ database: Database
    ) throws -> Statement {
        let marks = [String](repeating: "?", count: count).joined(separator: ", ")
        return try database.cachedStatement(sql: "INSERT INTO \(columns) VALUES (\(marks))")
    }

    /// Writes a document and all that belongs to it, unless it is there as it is.
    func write(_ entry: StoreBatch.Entry) throws {
        let document = entry.document
        if let known = try Row.fetchOne(findDocument, arguments: [run, document.id]) {
            if try known.decode(String.self, forColumn: "hash") == document.hash { return }
            try deleteDocument.run([try known.decode(Int64.self, forColumn: "document")])
        }
        try insertDocument.run([
            run, document.id, document.hash, document.title, document.source, document.published,
            document.url, ColumnJSON.text(document.fields),
        ])
        let number = database.lastInsertedRowID
        var speakers: [Speaker: Int] = [:]
        for (i, quotation) in entry.quotations.enumerated() {
            let speaker = try self.number(quotation.speaker, of: number, &speakers)
            try write(quotation, number, i, speaker)
        }
        for diagnostic in entry.diagnostics { try write(diagnostic, of: number) }
    }

    /// Writes a diagnostic, unless it is there already.
    func write(_ diagnostic: Diagnostic, of document: Int64? = nil) throws {
        try insertDiagnostic.run([
            run, document, diagnostic.place.file, diagnostic.place.line, diagnostic.message,
        ])
    }

    /// The number of a speaker within its document, by who speaks first; writes the row of a new one.
    private func number(
        _ speaker: Speaker?, of document: Int64, _ known: inout [Speaker: Int]
    ) throws -> Int? {
        guard let speaker else { return nil }
        if let number = known[speaker] { return number }
        let number = known.count
        known[speaker] = number
        try insertSpeaker.run([
            document, number, speaker.id, speaker.name, speaker.role,
            ColumnJSON.text(speaker.aliases), speaker.kind.rawValue,
        ])
        return number
    }

    private func write(
        _ quotation: ScoredQuotation, _ document: Int64, _ number: Int, _ speaker: Int?
    ) throws {
        try insertQuotation.run([
            document, number, quotation.id, quotation.start, quotation.end,
            ColumnJSON.text(quotation.pieces), quotation.text, quotation.form.rawValue,
            quotation.cue, quotation.source, speaker, quotation.rule, quotation.confidence,
            quotation.duplicateOf, quotation.contextBefore, quotation.contextAfter,
        ])
        try insertScore.run([
            document, number, quotation.target, quotation.mention.rawValue,
            quotation.probabilities?.against, quotation.probabilities?.neutral,
            quotation.probabilities?.favor, quotation.stance?.rawValue, quotation.sentiment,
            quotation.abstention?.rawValue, ColumnJSON.text(quotation.movingWords),
        ])
    }
}

extension Statement {
    /// Executes the statement with as many values as it has marks, which nobody checks.
    ///
    /// A third faster than ``execute(arguments:)``, which nests a closure for each value.
    fileprivate func run(_ values: StatementArguments) throws {
        setUncheckedArguments(values)
        try execute()
    }
}
