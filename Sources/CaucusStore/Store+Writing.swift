public import CaucusStance
import CaucusText
import Foundation
import GRDB

extension Store {
    /// Registers `run`, or goes on with it where it is there already.
    ///
    /// What was odd about `files` in the run so far is forgotten, since they are about to be read again.
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
                    sql: "UPDATE run SET model = ?, model_card = ?, complete = 0 WHERE run_id = ?",
                    arguments: [run.model, run.modelCard, run.id])
            } else {
                try Self.insert(run, into: database)
            }
            let number = try Self.number(of: run.id, in: database, path)
            let statement = try database.cachedStatement(
                sql: "DELETE FROM diagnostic WHERE run = ? AND file = ? AND document IS NULL")
            for file in files { try statement.execute(arguments: [number, file]) }
        }
    }

    /// Tells that every document of the input has been written.
    public func finish(run: String) throws(StoreError) {
        let path = path
        try write { database in
            let number = try Self.number(of: run, in: database, path)
            try database.execute(
                sql: "UPDATE run SET complete = 1 WHERE run = ?", arguments: [number])
        }
    }

    /// Writes a batch in one transaction.
    ///
    /// A document that is there with the same hash stays as it is; one with another hash is replaced with
    /// all its rows. A diagnostic that is there already is not written twice.
    public func write(_ batch: StoreBatch, run: String) throws(StoreError) {
        let path = path
        try write { database in
            let number = try Self.number(of: run, in: database, path)
            for entry in batch.entries { try Self.write(entry, number, database) }
            for diagnostic in batch.diagnostics {
                try Self.write(diagnostic, number, nil, database)
            }
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
                run.id, run.target.name, try json(run.target.aliases), run.target.pronoun?.rawValue,
                run.model, run.modelChecksum, run.version, run.modelCard,
            ])
    }

    private static func write(_ entry: StoreBatch.Entry, _ run: Int64, _ database: Database) throws
    {
        let document = entry.document
        let known = try Row.fetchOne(
            database.cachedStatement(
                sql: "SELECT document, hash FROM document WHERE run = ? AND doc_id = ?"),
            arguments: [run, document.id])
        if let known {
            if known["hash"] == document.hash { return }
            try database.cachedStatement(sql: "DELETE FROM document WHERE document = ?")
                .execute(arguments: [known["document"] as Int64])
        }
        try database.cachedStatement(
            sql: """
                INSERT INTO document (run, doc_id, hash, title, source, published, url, fields)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            run, document.id, document.hash, document.title, document.source, document.published,
            document.url, try json(document.fields),
        ])
        let number = database.lastInsertedRowID
        var speakers = SpeakerNumbers()
        for (i, quotation) in entry.quotations.enumerated() {
            let speaker = try speakers.number(quotation.speaker, of: number, database)
            try write(quotation, number, i, speaker, database)
        }
        for diagnostic in entry.diagnostics {
            try write(diagnostic, run, number, database)
        }
    }

    private static func write(
        _ quotation: ScoredQuotation, _ document: Int64, _ number: Int, _ speaker: Int?,
        _ database: Database
    ) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO quotation (document, number, quote_id, start, "end", pieces, quote, form,
                    cue, source, speaker, rule, confidence, duplicate_of, context_before,
                    context_after)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            document, number, quotation.id, quotation.start, quotation.end,
            json(spans: quotation.pieces), quotation.text, quotation.form.rawValue, quotation.cue,
            quotation.source, speaker, quotation.rule, quotation.confidence, quotation.duplicateOf,
            quotation.contextBefore, quotation.contextAfter,
        ])
        try database.cachedStatement(
            sql: """
                INSERT INTO score (document, number, target, target_mention, p_against, p_neutral,
                    p_favor, stance, sentiment, abstained, moving_words)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            document, number, quotation.target, quotation.mention.rawValue,
            quotation.probabilities?.against, quotation.probabilities?.neutral,
            quotation.probabilities?.favor, quotation.stance?.rawValue, quotation.sentiment,
            quotation.abstention?.rawValue, try json(quotation.movingWords),
        ])
    }

    private static func write(
        _ diagnostic: Diagnostic, _ run: Int64, _ document: Int64?, _ database: Database
    ) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO diagnostic (run, document, file, line, message)
                SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (
                    SELECT 1 FROM diagnostic
                    WHERE run = ?1 AND file = ?3 AND line IS ?4 AND message = ?5)
                """
        ).execute(arguments: [
            run, document, diagnostic.place.file, diagnostic.place.line, diagnostic.message,
        ])
    }
}
