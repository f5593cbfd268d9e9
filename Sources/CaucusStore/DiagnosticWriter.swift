import CaucusText
import GRDB

/// Writes what was odd, once a run.
struct DiagnosticWriter {
    private let database: Database
    private let runs: [Int]

    init(_ database: Database, runs: [Int]) throws {
        self.database = database
        self.runs = runs
    }

    /// Writes a diagnostic of a document or of the input, or tells that the one that is there still holds.
    func write(_ diagnostic: Diagnostic, of document: Int?) throws {
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO diagnostic (run, document, file, line, message)
                SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (
                    SELECT 1 FROM diagnostic
                    WHERE run = ?1 AND file = ?3 AND line IS ?4 AND message = ?5)
                """)
        let refresh = try database.cachedStatement(
            sql: """
                UPDATE diagnostic SET stale = 0
                WHERE run = ?1 AND file = ?2 AND line IS ?3 AND message = ?4 AND stale <> 0
                """)
        let place = diagnostic.place
        for run in runs {
            try insert.execute(arguments: [
                run, document, place.file, place.line, diagnostic.message,
            ])
            if database.changesCount == 0 {
                try refresh.execute(arguments: [run, place.file, place.line, diagnostic.message])
            }
        }
    }
}
