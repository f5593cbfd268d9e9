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
    private let refreshDiagnostic: RowStatement
    /// How many documents have taken the place of another one of their id.
    private(set) var replaced = 0
    private var values = RowValues()

    /// Prepares to write rows of the run with this number.
    init(_ database: Database, run: Int64) throws {
        self.database = database
        self.run = Int(run)
        findDocument = try RowStatement(
            database, sql: "SELECT document, hash FROM document WHERE run = ? AND doc_id = ?")
        deleteDocument = try RowStatement(
            database, sql: "DELETE FROM document WHERE document = ?")
        insertDocument = try Self.insert(
            10,
            "document (run, doc_id, hash, title, source, published, url, fields, text_hash, origin)",
            database)
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
            17,
            """
            score (document, number, target, target_mention, p_against, p_neutral, p_favor, stance,
                sentiment, abstained, moving_words, act, passage, passage_spans, target_spans,
                target_confidence, tone)
            """, database)
        insertDiagnostic = try RowStatement(
            database,
            sql: """
                INSERT INTO diagnostic (run, document, file, line, message)
                SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (
                    SELECT 1 FROM diagnostic
                    WHERE run = ?1 AND file = ?3 AND line IS ?4 AND message = ?5)
                """)
        refreshDiagnostic = try RowStatement(
            database,
            sql: """
                UPDATE diagnostic SET stale = 0
                WHERE run = ?1 AND file = ?3 AND line IS ?4 AND message = ?5 AND stale <> 0
                """)
    }

    private static func insert(
        _ count: Int, _ columns: String, _ database: Database
    ) throws -> RowStatement {
        let marks = [String](repeating: "?", count: count).joined(separator: ", ")
        return try RowStatement(database, sql: "INSERT INTO \(columns) VALUES (\(marks))")
    }

    /// Writes a document and all that belongs to it, unless it is there as it is.
    mutating func write(_ entry: StoreBatch.Entry) throws {
        let document = entry.document
        values.add(run)
        values.add(document.id)
        let known = try findDocument.first(&values) { row in
            (number: Int(row.int(0)), isSame: row.holds(document.hash, 1))
        }
        if let known {
            if known.isSame { return }
            values.add(known.number)
            try deleteDocument.execute(&values)
            replaced += 1
        }
        try write(document)
        let number = Int(database.lastInsertedRowID)
        var speakers = SpeakerNumbers()
        // A row is some five hundred bytes and a dozen texts: a copy would count the references to each.
        try entry.quotations.withUnsafeBufferPointer { quotations in
            guard let first = quotations.baseAddress else { return }
            for i in quotations.indices {
                var speaker: Int?
                if let found = first[i].speaker {
                    let (known, isNew) = speakers.number(of: found)
                    speaker = known
                    if isNew { try write(found, number, known, in: document) }
                }
                try write(first + i, number, i, speaker)
                if !first[i].saysNothing { try writeScore(of: first + i, number, i) }
            }
        }
        for diagnostic in entry.diagnostics { try write(diagnostic, of: number) }
    }

    /// Writes a diagnostic, or tells that the one that is there still holds.
    mutating func write(_ diagnostic: Diagnostic, of document: Int? = nil) throws {
        try execute(insertDiagnostic, diagnostic, of: document)
        if database.changesCount == 0 { try execute(refreshDiagnostic, diagnostic, of: document) }
    }

    private mutating func execute(
        _ statement: RowStatement, _ diagnostic: Diagnostic, of document: Int?
    ) throws {
        values.add(run)
        values.add(document)
        values.add(diagnostic.place.file)
        values.add(diagnostic.place.line)
        values.add(diagnostic.message)
        try statement.execute(&values)
    }

    private mutating func write(_ document: DocumentSummary) throws {
        values.add(run)
        values.add(document.id)
        values.add(document.hash)
        values.add(document.title)
        values.add(document.source)
        values.add(document.published)
        values.add(document.url)
        values.add(ColumnJSON.text(document.fields))
        values.add(document.textHash)
        values.add(document.origin)
        try insertDocument.execute(&values)
    }

    private mutating func write(
        _ speaker: Speaker, _ document: Int, _ number: Int, in summary: DocumentSummary
    ) throws {
        values.add(document)
        values.add(number)
        values.add(speaker.id)
        values.add(speaker.name)
        values.add(speaker.role)
        values.add(ColumnJSON.text(speaker.aliases))
        values.add(speaker.kind.rawValue)
        values.add(SpeakerEntity.id(of: speaker, in: summary.id))
        try insertSpeaker.execute(&values)
    }

    private mutating func write(
        _ quotation: UnsafePointer<ScoredQuotation>, _ document: Int, _ number: Int, _ speaker: Int?
    ) throws {
        values.add(document)
        values.add(number)
        values.add(quotation.pointee.id)
        values.add(quotation.pointee.start)
        values.add(quotation.pointee.end)
        values.add { ColumnJSON.append(quotation.pointee.pieces, to: &$0) }
        values.add(quotation.pointee.text)
        values.add(quotation.pointee.form.rawValue)
        values.add(quotation.pointee.cue)
        values.add(quotation.pointee.source)
        values.add(speaker)
        values.add(quotation.pointee.rule)
        values.add(quotation.pointee.confidence)
        values.add(quotation.pointee.duplicateOf)
        values.add(quotation.pointee.contextBefore)
        values.add(quotation.pointee.contextAfter)
        try insertQuotation.execute(&values)
    }

    private mutating func writeScore(
        of quotation: UnsafePointer<ScoredQuotation>, _ document: Int, _ number: Int
    ) throws {
        values.add(document)
        values.add(number)
        values.add(quotation.pointee.target)
        values.add(quotation.pointee.mention.rawValue)
        values.add(quotation.pointee.probabilities?.against)
        values.add(quotation.pointee.probabilities?.neutral)
        values.add(quotation.pointee.probabilities?.favor)
        values.add(quotation.pointee.stance?.rawValue)
        values.add(quotation.pointee.sentiment)
        values.add(quotation.pointee.abstention?.rawValue)
        values.add { ColumnJSON.append(quotation.pointee.movingWords, to: &$0) }
        values.add(quotation.pointee.act.map(ColumnJSON.text))
        values.add(quotation.pointee.passage?.text)
        values.add(quotation.pointee.passage.map(ColumnJSON.text))
        if quotation.pointee.targetSpans.isEmpty {
            values.add(String?.none)
        } else {
            values.add { ColumnJSON.append(quotation.pointee.targetSpans, to: &$0) }
        }
        values.add(quotation.pointee.targetConfidence)
        values.add(quotation.pointee.tone)
        try insertScore.execute(&values)
    }
}

extension ScoredQuotation {
    /// Nothing was found out about the quotation but that it does not speak of the target.
    fileprivate var saysNothing: Bool { abstention == .noTarget && mention == .none && act == nil }
}

/// The numbers of a document's speakers, by who speaks first.
private struct SpeakerNumbers {
    private var known: [Speaker] = []

    /// The number of a speaker, and whether it is new. A document has a handful: a search is faster than
    /// hashing their names.
    mutating func number(of speaker: Speaker) -> (Int, isNew: Bool) {
        if known.count < 64 {
            for i in known.indices where known[i].id == speaker.id && known[i] == speaker {
                return (i, false)
            }
        }
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
