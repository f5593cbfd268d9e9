/// A table of a store as other programs take it, its rows in an order that the writing has no part in.
public enum StoreTable: String, Sendable, CaseIterable {
    case runs
    case documents
    case quotations
    case speakers
    case diagnostics

    /// Its columns and rows; `?` is the run, or NULL for all of them.
    var query: String {
        switch self {
        case .runs:
            """
            SELECT run_id AS run, reading_id AS reading, target, r.aliases, pronoun, model, model_checksum,
                r.version, complete = 1 AS complete
            FROM run r JOIN reading USING (reading) WHERE ?1 IS NULL OR run_id = ?1 ORDER BY run_id
            """
        case .documents:
            """
            SELECT r.run_id AS run, d.doc_id, d.hash, d.title, d.outlet, d.published, d.url, d.fields, c.fault
            FROM scored c JOIN run r USING (run) JOIN document d USING (document)
            WHERE ?1 IS NULL OR r.run_id = ?1 ORDER BY r.run_id, d.doc_id
            """
        case .quotations:
            """
            SELECT * FROM v_quotations WHERE ?1 IS NULL OR run = ?1
            ORDER BY run, doc_id, start, "end", quote_id
            """
        case .speakers:
            """
            SELECT * FROM v_speakers WHERE ?1 IS NULL OR run = ?1 ORDER BY run, target, speaker_id
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
}
