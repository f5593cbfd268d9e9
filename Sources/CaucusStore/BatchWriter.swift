import CaucusQuotes
import CaucusStance
import CaucusText
import GRDB

/// Writes the rows of one run inside a transaction, with statements that are prepared once.
struct BatchWriter {
    private let database: Database
    private let run: Int
    private let findDocument: RowStatement
    private let deleteDocument: RowStatement
    private let insertDocument: RowStatement
    private let insertSpeaker: RowStatement
    private let insertQuotation: RowStatement
    private let insertScore: RowStatement
    private let insertDiagnostic: RowStatement

    /// Prepares to write rows of the run with this number.
    init(_ database: Database, run: Int64) throws {
        self.database = database
        self.run = Int(run)
        findDocument = try RowStatement(
            database, sql: "SELECT document, hash FROM document WHERE run = ? AND doc_id = ?")
        deleteDocument = try RowStatement(
            database, sql: "DELETE FROM document WHERE document = ?")
        insertDocument = try Self.insert(
            8, "document (run, doc_id, hash, title, source, published, url, fields)", database)
        insertSpeaker = try Self.insert(
            8, "speaker (document, number, speaker_id, name, role, aliases, kind, entity)",
            database)
        insertQuotation = try Self.insert(
            16,
            """
            quotation (document, number, quote_id, start, "end", pieces, quote, form, cue, source,
                speaker, rule, confidence, duplicate_of, context_before, context_after)
            """, database)
        insertScore = try Self.insert(
            12,
            """
            score (document, number, target, target_mention, p_against, p_neutral, p_favor, stance,
                sentiment, abstained, moving_words, act)
            """, database)
        insertDiagnostic = try RowStatement(
            database,
            sql: """
                INSERT INTO diagnostic (run, document, file, line, message)
                SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (
                    SELECT 1 FROM diagnostic
                    WHERE run = ?1 AND file = ?3 AND line IS ?4 AND message = ?5)
                """)
    }

    private static func insert(
        _ count: Int, _ columns: String, _ database: Database
    ) throws -> RowStatement {
        let marks = [String](repeating: "?", count: count).joined(separator: ", ")
        return try RowStatement(database, sql: "INSERT INTO \(columns) VALUES (\(marks))")
    }

    /// Writes a document and all that belongs to it, unless it is there as it is.
    func write(_ entry: StoreBatch.Entry) throws {
        let document = entry.document
        findDocument.add(run)
        findDocument.add(document.id)
        let known = try findDocument.first { row in
            (number: Int(row.int(0)), isSame: row.holds(document.hash, 1))
        }
        if let known {
            if known.isSame { return }
            deleteDocument.add(known.number)
            try deleteDocument.execute()
        }
        try write(document)
        let number = Int(database.lastInsertedRowID)
        var speakers = SpeakerNumbers()
        for (i, quotation) in entry.quotations.enumerated() {
            var speaker: Int?
            if let found = quotation.speaker {
                let (known, isNew) = speakers.number(of: found)
                speaker = known
                if isNew { try write(found, number, known, in: document) }
            }
            try write(quotation, number, i, speaker)
        }
        for diagnostic in entry.diagnostics { try write(diagnostic, of: number) }
    }

    /// Writes a diagnostic, unless it is there already.
    func write(_ diagnostic: Diagnostic, of document: Int? = nil) throws {
        insertDiagnostic.add(run)
        insertDiagnostic.add(document)
        insertDiagnostic.add(diagnostic.place.file)
        insertDiagnostic.add(diagnostic.place.line)
        insertDiagnostic.add(diagnostic.message)
        try insertDiagnostic.execute()
    }

    private func write(_ document: DocumentSummary) throws {
        let row = insertDocument
        row.add(run)
        row.add(document.id)
        row.add(document.hash)
        row.add(document.title)
        row.add(document.source)
        row.add(document.published)
        row.add(document.url)
        row.add(ColumnJSON.text(document.fields))
        try row.execute()
    }

    private func write(
        _ speaker: Speaker, _ document: Int, _ number: Int, in summary: DocumentSummary
    ) throws {
        let row = insertSpeaker
        row.add(document)
        row.add(number)
        row.add(speaker.id)
        row.add(speaker.name)
        row.add(speaker.role)
        row.add(ColumnJSON.text(speaker.aliases))
        row.add(speaker.kind.rawValue)
        row.add(SpeakerEntity.id(of: speaker, in: summary.id))
        try row.execute()
    }

    private func write(
        _ quotation: ScoredQuotation, _ document: Int, _ number: Int, _ speaker: Int?
    ) throws {
        var row = insertQuotation
        row.add(document)
        row.add(number)
        row.add(quotation.id)
        row.add(quotation.start)
        row.add(quotation.end)
        row.add { ColumnJSON.append(quotation.pieces, to: &$0) }
        row.add(quotation.text)
        row.add(quotation.form.rawValue)
        row.add(quotation.cue)
        row.add(quotation.source)
        row.add(speaker)
        row.add(quotation.rule)
        row.add(quotation.confidence)
        row.add(quotation.duplicateOf)
        row.add(quotation.contextBefore)
        row.add(quotation.contextAfter)
        try row.execute()
        row = insertScore
        row.add(document)
        row.add(number)
        row.add(quotation.target)
        row.add(quotation.mention.rawValue)
        row.add(quotation.probabilities?.against)
        row.add(quotation.probabilities?.neutral)
        row.add(quotation.probabilities?.favor)
        row.add(quotation.stance?.rawValue)
        row.add(quotation.sentiment)
        row.add(quotation.abstention?.rawValue)
        row.add { ColumnJSON.append(quotation.movingWords, to: &$0) }
        row.add(quotation.act.map(ColumnJSON.text))
        try row.execute()
    }
}

/// The numbers of a document's speakers, by who speaks first.
private struct SpeakerNumbers {
    private var known: [Speaker] = []

    /// The number of a speaker, and whether it is new. A document has a handful: a search is faster than
    /// hashing their names.
    mutating func number(of speaker: Speaker) -> (Int, isNew: Bool) {
        if known.count < 64, let number = known.firstIndex(of: speaker) { return (number, false) }
        if known.count >= 64 {
            if numbers.isEmpty {
                for (number, speaker) in known.enumerated() { numbers[speaker] = number }
            }
            if let number = numbers[speaker] { return (number, false) }
            numbers[speaker] = known.count
        }
        known.append(speaker)
        return (known.count - 1, true)
    }

    private var numbers: [Speaker: Int] = [:]
}
