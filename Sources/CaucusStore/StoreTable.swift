/// A table of what only the store knows, as other programs take it: its rows in an order that the writing has no part
/// in.
///
/// The tables of quotations and speakers are the report's, made from what ``Store/forEachDocument(run:_:)`` gives.
public enum StoreTable: String, Sendable, CaseIterable {
    case runs
    case documents
    case diagnostics

    /// Its columns and rows; `?` is the run, or NULL for all of them.
    var query: String {
        switch self {
        case .runs:
            """
            SELECT run_id AS run, reading_id AS reading, target, r.aliases, pronoun,
                uses_roles = 1 AS uses_roles, model, model_checksum, r.version, complete = 1 AS complete
            FROM run r JOIN reading USING (reading) WHERE ?1 IS NULL OR run_id = ?1 ORDER BY run_id
            """
        case .documents:
            """
            SELECT r.run_id AS run, d.doc_id, d.hash, d.title, d.outlet, d.published, d.url, d.fields, c.fault
            FROM scored c JOIN run r USING (run) JOIN document d USING (document)
            WHERE ?1 IS NULL OR r.run_id = ?1 ORDER BY r.run_id, d.doc_id
            """
        case .diagnostics:
            """
            SELECT r.run_id AS run, d.doc_id, g.file, g.line, g.message
            FROM diagnostic g JOIN run r ON r.run = g.run LEFT JOIN document d USING (document)
            WHERE ?1 IS NULL OR r.run_id = ?1
            ORDER BY r.run_id, g.file, g.line, g.message, d.doc_id
            """
        }
    }

    /// The columns that hold JSON.
    static let nested: Set<String> = ["aliases", "fields"]
    /// The columns that hold whole numbers.
    package static let integers: Set<String> = ["uses_roles", "complete", "line"]
}
