import GRDB

/// The tables of a store, by version.
enum StoreSchema {
    /// The version that this code writes.
    static var version: Int { migrations.count }

    /// What SQLite's `application_id` of a store says: “CAUC”.
    static let application = 0x4341_5543

    /// What leads from each version to the next.
    private static let migrations: [@Sendable (Database) throws -> Void] = [createTables]

    /// Brings the tables up to date.
    static func migrate(_ database: Database, from version: Int) throws {
        for migration in migrations[version...] { try migration(database) }
        try database.execute(sql: "PRAGMA application_id = \(application)")
        try database.execute(sql: "PRAGMA user_version = \(Self.version)")
    }

    /// Rows are named by what they are and not by numbers that depend on the order of writing; the
    /// numbers of documents join tables and mean nothing outside the store.
    private static func createTables(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE run (
                    run INTEGER PRIMARY KEY,
                    run_id TEXT NOT NULL UNIQUE,
                    target TEXT NOT NULL,
                    aliases TEXT NOT NULL,
                    pronoun TEXT,
                    model TEXT NOT NULL,
                    model_checksum TEXT NOT NULL,
                    version TEXT NOT NULL,
                    model_card TEXT NOT NULL,
                    complete INTEGER NOT NULL DEFAULT 0
                );
                CREATE TABLE document (
                    document INTEGER PRIMARY KEY,
                    run INTEGER NOT NULL REFERENCES run(run) ON DELETE CASCADE,
                    doc_id TEXT NOT NULL,
                    hash TEXT NOT NULL,
                    title TEXT,
                    source TEXT,
                    published TEXT,
                    url TEXT,
                    fields TEXT NOT NULL,
                    UNIQUE (run, doc_id)
                );
                CREATE TABLE speaker (
                    document INTEGER NOT NULL REFERENCES document(document) ON DELETE CASCADE,
                    number INTEGER NOT NULL,
                    speaker_id TEXT NOT NULL,
                    name TEXT NOT NULL,
                    role TEXT,
                    aliases TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    PRIMARY KEY (document, number)
                ) WITHOUT ROWID;
                CREATE TABLE quotation (
                    document INTEGER NOT NULL REFERENCES document(document) ON DELETE CASCADE,
                    number INTEGER NOT NULL,
                    quote_id TEXT NOT NULL,
                    start INTEGER NOT NULL,
                    "end" INTEGER NOT NULL,
                    pieces TEXT NOT NULL,
                    quote TEXT NOT NULL,
                    form TEXT NOT NULL,
                    cue TEXT,
                    source TEXT,
                    speaker INTEGER,
                    rule TEXT NOT NULL,
                    confidence REAL NOT NULL,
                    duplicate_of TEXT,
                    context_before TEXT NOT NULL,
                    context_after TEXT NOT NULL,
                    PRIMARY KEY (document, number)
                ) WITHOUT ROWID;
                CREATE TABLE score (
                    document INTEGER NOT NULL REFERENCES document(document) ON DELETE CASCADE,
                    number INTEGER NOT NULL,
                    target TEXT NOT NULL,
                    target_mention TEXT NOT NULL,
                    p_against REAL,
                    p_neutral REAL,
                    p_favor REAL,
                    stance TEXT,
                    sentiment TEXT,
                    abstained TEXT,
                    moving_words TEXT NOT NULL,
                    PRIMARY KEY (document, number)
                ) WITHOUT ROWID;
                CREATE TABLE diagnostic (
                    diagnostic INTEGER PRIMARY KEY,
                    run INTEGER NOT NULL REFERENCES run(run) ON DELETE CASCADE,
                    document INTEGER REFERENCES document(document) ON DELETE CASCADE,
                    file TEXT NOT NULL,
                    line INTEGER,
                    message TEXT NOT NULL
                );
                CREATE INDEX diagnostic_place ON diagnostic (run, file, line);
                CREATE INDEX diagnostic_document ON diagnostic (document);
                """)
        try createViews(database)
    }

    /// `v_quotations` has the columns of `quotations.csv`, with those of the document under names that
    /// do not clash; `v_speakers` counts, and its shares are of stances as they are, without what the
    /// report's statistics make of them.
    private static func createViews(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE VIEW v_quotations AS
                SELECT q.quote_id, d.doc_id, q.start, q."end", q.quote, q.form, q.cue, q.source,
                    p.speaker_id, p.name AS speaker, p.role, q.rule, q.confidence, s.target,
                    s.target_mention, s.p_against, s.p_neutral, s.p_favor, s.stance, s.sentiment,
                    s.abstained, q.duplicate_of, NULL AS label, NULL AS sampling_probability,
                    r.model, r.run_id AS run, d.title, d.source AS outlet, d.published, d.url,
                    d.fields
                FROM quotation q
                JOIN document d USING (document)
                JOIN run r USING (run)
                JOIN score s USING (document, number)
                LEFT JOIN speaker p ON p.document = q.document AND p.number = q.speaker;
                CREATE VIEW v_speakers AS
                SELECT speaker_id, min(speaker) AS speaker, min(role) AS role, target,
                    count(*) AS n_quotes, count(DISTINCT doc_id) AS n_documents,
                    count(DISTINCT outlet) AS n_sources,
                    avg(stance = 'against') AS share_against,
                    avg(stance = 'neutral') AS share_neutral,
                    avg(stance = 'favor') AS share_favor,
                    avg(stance = 'favor') - avg(stance = 'against') AS net,
                    min(published) AS first_published, max(published) AS last_published, run
                FROM v_quotations
                WHERE speaker_id IS NOT NULL AND stance IS NOT NULL
                GROUP BY run, target, speaker_id;
                """)
    }
}
