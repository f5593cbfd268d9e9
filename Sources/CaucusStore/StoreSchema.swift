import CaucusQuotes
import CaucusStance
import GRDB

/// The tables of a store, by version.
enum StoreSchema {
    /// The version that this code writes.
    static var version: Int { migrations.count }

    /// What SQLite's `application_id` of a store says: “CAUC”.
    static let application = 0x4341_5543

    /// What leads from each version to the next.
    private static let migrations: [@Sendable (Database) throws -> Void] = [
        createTables, addEntitiesAndActs, createViews, leaveOutEmptyScores, keepPassages,
        addTargetSpans, rememberOrigins,
    ]

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
    }

    /// Version 2: who a speaker is across documents, and what the source does by speaking: the act's
    /// direction, strength, and whether it is negated, as `[-1,3,0]`.
    private static func addEntitiesAndActs(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE speaker ADD COLUMN entity TEXT NOT NULL DEFAULT '';
                ALTER TABLE score ADD COLUMN act TEXT;
                """)
        let update = try database.cachedStatement(
            sql: "UPDATE speaker SET entity = ? WHERE document = ? AND number = ?")
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT s.document, s.number, s.speaker_id, s.name, s.kind, d.doc_id
                FROM speaker s JOIN document d USING (document)
                """)
        for row in rows {
            let speaker = Speaker(
                id: try row.decode(forColumn: "speaker_id"),
                name: try row.decode(forColumn: "name"),
                kind: Speaker.Kind(rawValue: try row.decode(forColumn: "kind")) ?? .person)
            let entity = SpeakerEntity.id(of: speaker, in: try row.decode(forColumn: "doc_id"))
            try update.execute(arguments: [
                entity, try row.decode(Int64.self, forColumn: "document"),
                try row.decode(Int64.self, forColumn: "number"),
            ])
        }
    }

    /// Version 3: `v_quotations` has the columns of `quotations.csv`, with those of the document under names that
    /// do not clash, and `v_speakers` those of `speakers.csv`: its counts and shares are of the stances as they
    /// are, copies apart, and what the report's statistics add is NULL. `speaker_id` joins the two: it
    /// names the speaker across documents.
    ///
    /// Every column says its type, and nothing is spelled in a way that DuckDB, which reads the SQL of a view
    /// and writes it anew for SQLite, would spell otherwise: no `count(*)`, no mean of a comparison.
    private static func createViews(_ database: Database) throws {
        try database.execute(
            sql: """
                DROP VIEW IF EXISTS v_speakers;
                DROP VIEW IF EXISTS v_quotations;
                CREATE VIEW v_quotations AS
                SELECT q.quote_id, d.doc_id, q.start, q."end", q.quote, q.form, q.cue, q.source,
                    p.entity AS speaker_id, p.name AS speaker, p.role, q.rule, q.confidence,
                    s.target, s.target_mention, s.p_against, s.p_neutral, s.p_favor, s.stance,
                    s.sentiment, s.abstained, q.duplicate_of, CAST(NULL AS TEXT) AS label,
                    CAST(NULL AS DOUBLE) AS sampling_probability, r.model, r.run_id AS run, d.title,
                    d.source AS outlet, d.published, d.url, d.fields
                FROM quotation q
                JOIN document d USING (document)
                JOIN run r USING (run)
                JOIN score s USING (document, number)
                LEFT JOIN speaker p ON p.document = q.document AND p.number = q.speaker;
                CREATE VIEW v_speakers AS
                WITH counted AS (
                    SELECT * FROM v_quotations
                    WHERE speaker_id IS NOT NULL AND stance IS NOT NULL AND duplicate_of IS NULL
                ), total AS (
                    SELECT run, target, speaker_id, count(quote_id) AS n_quotes,
                        count(DISTINCT doc_id) AS n_documents, count(DISTINCT outlet) AS n_sources,
                        avg(CASE WHEN stance = 'against' THEN 1.0 ELSE 0.0 END) AS share_against,
                        avg(CASE WHEN stance = 'neutral' THEN 1.0 ELSE 0.0 END) AS share_neutral,
                        avg(CASE WHEN stance = 'favor' THEN 1.0 ELSE 0.0 END) AS share_favor,
                        min(published) AS first_published, max(published) AS last_published
                    FROM counted GROUP BY run, target, speaker_id
                ), spelling AS (
                    SELECT run, target, speaker_id, speaker, min(role) AS role,
                        row_number() OVER (PARTITION BY run, target, speaker_id
                            ORDER BY count(quote_id) DESC, length(speaker) DESC, speaker) AS place
                    FROM counted GROUP BY run, target, speaker_id, speaker
                )
                SELECT t.speaker_id, s.speaker, s.role,
                    CAST((SELECT group_concat(o.speaker, '; ') FROM spelling o
                        WHERE o.run = t.run AND o.target = t.target
                            AND o.speaker_id = t.speaker_id AND o.place > 1) AS TEXT) AS aliases,
                    t.target, CAST(t.n_quotes AS BIGINT) AS n_quotes,
                    CAST(t.n_documents AS BIGINT) AS n_documents,
                    CAST(t.n_sources AS BIGINT) AS n_sources,
                    CAST(t.share_against AS DOUBLE) AS share_against,
                    CAST(t.share_neutral AS DOUBLE) AS share_neutral,
                    CAST(t.share_favor AS DOUBLE) AS share_favor,
                    CAST(t.share_favor - t.share_against AS DOUBLE) AS net,
                    CAST(NULL AS DOUBLE) AS net_low, CAST(NULL AS DOUBLE) AS net_high,
                    CAST(NULL AS DOUBLE) AS level, CAST(NULL AS TEXT) AS method,
                    CAST('quotation' AS TEXT) AS unit, CAST(NULL AS DOUBLE) AS net_pooled,
                    CAST(NULL AS DOUBLE) AS net_pooled_low, CAST(NULL AS DOUBLE) AS net_pooled_high,
                    CAST(NULL AS BIGINT) AS rank_low, CAST(NULL AS BIGINT) AS rank,
                    CAST(NULL AS BIGINT) AS rank_high,
                    CAST(t.first_published AS TEXT) AS first_published,
                    CAST(t.last_published AS TEXT) AS last_published, t.run
                FROM total t JOIN spelling s USING (run, target, speaker_id)
                WHERE s.place = 1
                ORDER BY t.run, t.target, t.speaker_id;
                """)
    }

    /// Version 4: a quotation that does not speak of the target, nine in ten, has no row in `score`; the view says
    /// of it what such a row would. What was odd about a file is stale from when the file is read again until it is
    /// told again; what is stale when all has been read goes.
    private static func leaveOutEmptyScores(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE diagnostic ADD COLUMN stale INTEGER NOT NULL DEFAULT 0;
                DROP VIEW v_quotations;
                CREATE VIEW v_quotations AS
                SELECT q.quote_id, d.doc_id, q.start, q."end", q.quote, q.form, q.cue, q.source,
                    p.entity AS speaker_id, p.name AS speaker, p.role, q.rule, q.confidence,
                    r.target, CAST(coalesce(s.target_mention, 'none') AS TEXT) AS target_mention,
                    s.p_against, s.p_neutral, s.p_favor, s.stance, s.sentiment,
                    CAST(CASE WHEN s.document IS NULL THEN 'no_target' ELSE s.abstained END AS TEXT)
                        AS abstained,
                    q.duplicate_of, CAST(NULL AS TEXT) AS label,
                    CAST(NULL AS DOUBLE) AS sampling_probability, r.model, r.run_id AS run, d.title,
                    d.source AS outlet, d.published, d.url, d.fields
                FROM quotation q
                JOIN document d USING (document)
                JOIN run r USING (run)
                LEFT JOIN score s ON s.document = q.document AND s.number = q.number
                LEFT JOIN speaker p ON p.document = q.document AND p.number = q.speaker;
                DELETE FROM score WHERE target_mention = 'none' AND abstained = 'no_target'
                    AND act IS NULL;
                """)
    }
}
