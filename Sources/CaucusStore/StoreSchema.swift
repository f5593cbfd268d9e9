import GRDB

/// The tables of a store.
///
/// What was read is kept once a reading, however many leaders it is scored toward: `document`, `speaker`, `identity`
/// and `quotation`. What a run adds is in `scored` (the documents it is done with) and `score` (its quotations).
/// All offsets count Unicode code points. The numbers of documents join tables and mean nothing outside the store; no
/// row holds a time, so that an interrupted and resumed run ends with the rows of an undisturbed one.
enum StoreSchema {
    /// The version that this code writes and reads.
    static let version = 4

    /// What SQLite's `application_id` of a store says: “CAUC”.
    static let application = 0x4341_5543

    /// Creates the tables and views of an empty file.
    static func create(_ database: Database) throws {
        try database.execute(sql: readings)
        try database.execute(sql: runs)
        try database.execute(sql: quotationsView)
        try database.execute(sql: speakersView)
        try database.execute(sql: "PRAGMA application_id = \(application)")
        try database.execute(sql: "PRAGMA user_version = \(version)")
    }

    /// `reading.lexicon` is the digest of the words that the user added, NULL without any; `reading.proposed` is the text of the joins of speakers that a person should decide. `document.origin` says which
    /// record of which file a document comes from, the file by its way from the store's folder, so that one file has one
    /// id, however its path is spelled; `people` holds the full names that a document gives to persons, speakers or not,
    /// a line each, a letter for the gender before it; `is_read` is 0 for one that stopped the program in every run so
    /// far. `speaker.entity` is who the speaker is across documents, `identity` what that speaker is called. Where several
    /// speak as one, `joint` says who they are: a row for each, from the row of `speaker` with their joined name to the
    /// member's own; the `entity` of the joined name are the members' ids, joined by “; ”, and `identity` has no such id.
    /// `quotation.status` is that of a run whose leader it does not speak of; `is_act` marks a row that only the runs
    /// have whose leader the act is toward.
    private static let readings = """
        CREATE TABLE reading (
            reading INTEGER PRIMARY KEY,
            reading_id TEXT NOT NULL UNIQUE,
            version TEXT NOT NULL,
            aliases TEXT NOT NULL,
            lexicon TEXT,
            is_joined INTEGER NOT NULL DEFAULT 0,
            proposed TEXT NOT NULL DEFAULT ''
        );
        CREATE TABLE document (
            document INTEGER PRIMARY KEY,
            reading INTEGER NOT NULL REFERENCES reading(reading) ON DELETE CASCADE,
            doc_id TEXT NOT NULL,
            hash TEXT NOT NULL,
            text_hash TEXT,
            title TEXT,
            outlet TEXT,
            published TEXT,
            day TEXT,
            url TEXT,
            fields TEXT NOT NULL,
            people TEXT NOT NULL,
            is_read INTEGER NOT NULL,
            origin TEXT,
            UNIQUE (reading, doc_id)
        );
        CREATE INDEX document_origin ON document (origin);
        CREATE TABLE speaker (
            document INTEGER NOT NULL REFERENCES document(document) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            entity TEXT NOT NULL,
            name TEXT NOT NULL,
            role TEXT,
            aliases TEXT NOT NULL,
            kind TEXT NOT NULL,
            gender TEXT NOT NULL,
            PRIMARY KEY (document, number)
        ) WITHOUT ROWID;
        CREATE TABLE joint (
            document INTEGER NOT NULL REFERENCES document(document) ON DELETE CASCADE,
            speaker INTEGER NOT NULL,
            place INTEGER NOT NULL,
            member INTEGER NOT NULL,
            PRIMARY KEY (document, speaker, place)
        ) WITHOUT ROWID;
        CREATE TABLE identity (
            reading INTEGER NOT NULL REFERENCES reading(reading) ON DELETE CASCADE,
            speaker_id TEXT NOT NULL,
            name TEXT NOT NULL,
            role TEXT,
            aliases TEXT NOT NULL,
            kind TEXT NOT NULL,
            PRIMARY KEY (reading, speaker_id)
        ) WITHOUT ROWID;
        CREATE TABLE quotation (
            document INTEGER NOT NULL REFERENCES document(document) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            start INTEGER NOT NULL,
            "end" INTEGER NOT NULL,
            pieces TEXT,
            quote TEXT NOT NULL,
            form TEXT NOT NULL,
            cue TEXT,
            source TEXT,
            speaker INTEGER,
            rule TEXT NOT NULL,
            confidence REAL NOT NULL,
            status TEXT NOT NULL,
            is_act INTEGER NOT NULL,
            PRIMARY KEY (document, number)
        ) WITHOUT ROWID;
        """

    /// `run.gates_checksum` is NULL where no gates were asked. `scored.fault` says why a run left a document out, else it is NULL. `score.speaker` is the speaker that only the
    /// act toward the leader tells, else NULL. `passage` is what the model read, NULL where it is the quotation's own
    /// words; `passage_spans` where the leader (0) and the speaker (1) are named in it, and 2 for a whole that is
    /// speech: `[[0,12,0],[0,40,2]]`. `act` is direction, strength and whether it is negated: `[-1,3,0]`.
    private static let runs = """
        CREATE TABLE run (
            run INTEGER PRIMARY KEY,
            run_id TEXT NOT NULL UNIQUE,
            reading INTEGER NOT NULL REFERENCES reading(reading) ON DELETE CASCADE,
            target TEXT NOT NULL,
            aliases TEXT NOT NULL,
            pronoun TEXT,
            uses_roles INTEGER NOT NULL,
            model TEXT NOT NULL,
            model_checksum TEXT NOT NULL,
            gates_checksum TEXT,
            version TEXT NOT NULL,
            model_card TEXT NOT NULL,
            complete INTEGER NOT NULL DEFAULT 0
        );
        CREATE TABLE scored (
            document INTEGER NOT NULL REFERENCES document(document) ON DELETE CASCADE,
            run INTEGER NOT NULL REFERENCES run(run) ON DELETE CASCADE,
            fault TEXT,
            PRIMARY KEY (document, run)
        ) WITHOUT ROWID;
        CREATE TABLE score (
            document INTEGER NOT NULL REFERENCES document(document) ON DELETE CASCADE,
            run INTEGER NOT NULL REFERENCES run(run) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            status TEXT NOT NULL,
            speaker INTEGER,
            target_mention TEXT NOT NULL,
            target_spans TEXT,
            p_speech REAL,
            p_about REAL,
            p_speaker REAL,
            p_right REAL,
            p_against REAL,
            p_neutral REAL,
            p_favor REAL,
            stance TEXT,
            sentiment TEXT,
            tone REAL,
            abstained TEXT,
            duplicate_of TEXT,
            context_before TEXT NOT NULL,
            context_after TEXT NOT NULL,
            moving_words TEXT NOT NULL,
            act TEXT,
            passage TEXT,
            passage_spans TEXT,
            PRIMARY KEY (document, run, number)
        ) WITHOUT ROWID;
        CREATE TABLE diagnostic (
            diagnostic INTEGER PRIMARY KEY,
            run INTEGER NOT NULL REFERENCES run(run) ON DELETE CASCADE,
            document INTEGER REFERENCES document(document) ON DELETE CASCADE,
            file TEXT NOT NULL,
            line INTEGER,
            message TEXT NOT NULL,
            stale INTEGER NOT NULL DEFAULT 0
        );
        CREATE INDEX diagnostic_place ON diagnostic (run, file, line);
        CREATE INDEX diagnostic_document ON diagnostic (document);
        """

    /// What an encoder said of all that it has read for the store, so that no run reads it again: `key` is a digest of the
    /// encoder and of what it read, `numbers` are the bits of its opinion. Only a run that asks an encoder makes the table, and
    /// nothing hangs on its rows: a store without it is of the same version.
    static let opinions = """
        CREATE TABLE IF NOT EXISTS opinion (
            key TEXT PRIMARY KEY NOT NULL,
            numbers TEXT NOT NULL
        ) WITHOUT ROWID;
        """

    /// The rows of a run, one a quotation: the columns of `quotations.csv` in their order, then `fields` and `source`,
    /// the older name of `source_words`. Where the run has nothing to say of a quotation, its status is the quotation's
    /// own.
    ///
    /// Every column of a view says its type, and nothing is spelled in a way that DuckDB, which reads the SQL of a view
    /// and writes it anew for SQLite, would spell otherwise: no `count(*)`, no mean of a comparison.
    private static let quotationsView = """
        CREATE VIEW v_quotations AS
        SELECT CAST(d.doc_id || ':' || q.start || '-' || q."end" AS TEXT) AS quote_id, d.doc_id,
            q.start, q."end", q.quote, q.form, q.cue, q.source AS source_words,
            p.entity AS speaker_id, p.name AS speaker, p.role, q.rule, q.confidence, r.target,
            CAST(coalesce(s.target_mention, 'none') AS TEXT) AS target_mention,
            s.p_against, s.p_neutral, s.p_favor, s.stance, s.sentiment,
            CAST(CASE WHEN s.document IS NOT NULL THEN s.abstained
                WHEN q.status = 'nested' THEN 'nested' ELSE 'no_target' END AS TEXT) AS abstained,
            CAST(coalesce(s.status, q.status) AS TEXT) AS status, s.duplicate_of,
            CAST(NULL AS TEXT) AS label, CAST(NULL AS DOUBLE) AS sampling_probability, r.model,
            r.run_id AS run, s.p_speech, s.p_about, s.p_speaker, s.p_right, CAST(NULL AS TEXT) AS merged_from,
            d.title, d.outlet, d.published, d.url, d.fields,
            q.source
        FROM run r
        JOIN scored c ON c.run = r.run
        JOIN document d ON d.document = c.document
        JOIN quotation q ON q.document = c.document
        LEFT JOIN score s ON s.document = c.document AND s.run = r.run AND s.number = q.number
        LEFT JOIN speaker p ON p.document = q.document AND p.number = coalesce(s.speaker, q.speaker)
        WHERE q.is_act = 0 OR s.document IS NOT NULL;
        """

    /// The speakers with a quotation that counts, by the columns of `speakers.csv`; what a report's statistics add is
    /// NULL. A share is the mean probability of what counts, as in a report. What several say as one counts for each,
    /// once, even where two of their names are one person's.
    private static let speakersView = """
        CREATE VIEW v_speakers AS
        WITH said AS (
            SELECT s.document, s.run, s.number, p.entity, min(p.name) AS spelling, min(p.kind) AS kind
            FROM score s
            JOIN quotation q ON q.document = s.document AND q.number = s.number
            LEFT JOIN joint j ON j.document = s.document
                AND j.speaker = coalesce(s.speaker, q.speaker)
            JOIN speaker p ON p.document = s.document
                AND p.number = coalesce(j.member, s.speaker, q.speaker)
            WHERE s.status = 'counted'
            GROUP BY s.document, s.run, s.number, p.entity
        ), total AS (
            SELECT r.reading, r.run_id AS run, r.target, w.entity AS speaker_id,
                count(s.number) AS n_quotes, count(DISTINCT d.document) AS n_documents,
                count(DISTINCT d.outlet) AS n_outlets, avg(s.p_against) AS share_against,
                avg(s.p_neutral) AS share_neutral, avg(s.p_favor) AS share_favor,
                min(d.day) AS first_published, max(d.day) AS last_published,
                min(w.spelling) AS spelling, min(w.kind) AS kind
            FROM said w
            JOIN score s ON s.document = w.document AND s.run = w.run AND s.number = w.number
            JOIN run r ON r.run = w.run
            JOIN document d ON d.document = w.document
            GROUP BY r.reading, r.run_id, r.target, w.entity
        )
        SELECT t.speaker_id, CAST(coalesce(i.name, t.spelling) AS TEXT) AS speaker, i.role, i.aliases,
            t.target,
            CAST(t.n_quotes AS BIGINT) AS n_quotes, CAST(t.n_documents AS BIGINT) AS n_documents,
            CAST(t.n_outlets AS BIGINT) AS n_outlets,
            CAST(round(t.share_against, 6) AS DOUBLE) AS share_against,
            CAST(round(t.share_neutral, 6) AS DOUBLE) AS share_neutral,
            CAST(round(t.share_favor, 6) AS DOUBLE) AS share_favor,
            CAST(round(t.share_favor - t.share_against, 6) AS DOUBLE) AS net,
            CAST(NULL AS DOUBLE) AS net_low, CAST(NULL AS DOUBLE) AS net_high,
            CAST(NULL AS DOUBLE) AS level, CAST(NULL AS TEXT) AS method,
            CAST('quotation' AS TEXT) AS unit, CAST(NULL AS DOUBLE) AS net_pooled,
            CAST(NULL AS DOUBLE) AS net_pooled_low, CAST(NULL AS DOUBLE) AS net_pooled_high,
            CAST(NULL AS BIGINT) AS rank_low, CAST(NULL AS BIGINT) AS rank,
            CAST(NULL AS BIGINT) AS rank_high, CAST(t.first_published AS TEXT) AS first_published,
            CAST(t.last_published AS TEXT) AS last_published, t.run,
            CAST(coalesce(i.kind, t.kind) AS TEXT) AS kind, CAST(NULL AS TEXT) AS merged
        FROM total t
        LEFT JOIN identity i ON i.reading = t.reading AND i.speaker_id = t.speaker_id
        ORDER BY t.run, t.target, t.speaker_id;
        """
}
