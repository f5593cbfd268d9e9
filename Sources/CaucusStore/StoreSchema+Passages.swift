import GRDB

extension StoreSchema {
    /// Version 5: what the model read of each scored quotation, so that its score can be explained without the
    /// article, and a hash of each document's text, by which copies are known. Documents scored before have neither.
    ///
    /// `passage` is the text, NULL where it is the quotation's own; `passage_spans` where the target (0) and the
    /// speaker (1) stand in it, in UTF-8 bytes, and 2 for a whole that is speech: `[[0,12,0],[0,40,2]]`.
    static func keepPassages(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE score ADD COLUMN passage TEXT;
                ALTER TABLE score ADD COLUMN passage_spans TEXT;
                ALTER TABLE document ADD COLUMN text_hash TEXT;
                """)
    }

    /// Version 6: the words that speak of the target, as `[[start,end],…]` in code points of the document's text, how
    /// likely they do, and the tone of what is said of the target, as log odds of positive over negative; NULL in
    /// rows that an older version wrote, and where there is none.
    static func addTargetSpans(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE score ADD COLUMN target_spans TEXT;
                ALTER TABLE score ADD COLUMN target_confidence REAL;
                ALTER TABLE score ADD COLUMN tone REAL;
                """)
    }

    /// Version 7: which record of which file a document comes from, the file by its way from the store's folder, so
    /// that one file has one id, however its path is spelled.
    static func rememberOrigins(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE document ADD COLUMN origin TEXT;
                CREATE INDEX document_origin ON document (origin);
                """)
    }
}
