public import CaucusStance
import CaucusText
import GRDB

extension Store {
    /// What became of scores that were brought along.
    public struct Import: Sendable, Hashable {
        /// How many rows that count have one, and how many have none: these do not count in the new run.
        public var scored = 0
        public var missing = 0
        /// The ids of scores that no row of the run has, in their order.
        public var unknown: [String] = []
    }

    /// Keeps scores of another model beside those of the run `base`, as a run of its own with the name and model of
    /// `run`: the same quotations, speakers and gates, other stances.
    ///
    /// A quotation counts where it counted in `base`, or was only too close to call there, and has a score.
    /// What is not the new model's, the words that moved the score and the probability that a side is right, is left out. Where the
    /// store has a run of that name, it is replaced.
    public func add(
        _ scores: [GivenScore], as run: RunDescription, basedOn base: String
    ) throws(StoreError) -> Import {
        let path = path
        return try write { database in
            let from = try Self.number(of: base, in: database, path)
            try database.execute(sql: "DELETE FROM run WHERE run_id = ?", arguments: [run.id])
            try database.execute(
                sql: """
                    INSERT INTO run (run_id, reading, target, aliases, pronoun, uses_roles, model,
                        model_checksum, gates_checksum, version, model_card, complete)
                    SELECT ?, reading, target, aliases, pronoun, uses_roles, ?, ?, NULL, ?, ?, complete
                    FROM run WHERE run = ?
                    """,
                arguments: [
                    run.id, run.model, run.modelChecksum, run.version, run.modelCard, from,
                ])
            let number = try Self.number(of: run.id, in: database, path)
            for sql in [Self.copiedDocuments, Self.copiedScores] {
                try database.execute(sql: sql, arguments: [number, from])
            }
            return try Self.put(scores, into: number, database)
        }
    }

    private static let copiedDocuments = """
        INSERT INTO scored (document, run, fault) SELECT document, ?, fault FROM scored WHERE run = ?
        """

    /// The rows without an answer: what counted does not, until a score is put in.
    private static let copiedScores = """
        INSERT INTO score (document, run, number, status, speaker, target_mention, target_spans, p_speech, p_about,
            p_speaker, sentiment, tone, abstained, duplicate_of, context_before, context_after, moving_words, act,
            passage, passage_spans)
        SELECT document, ?, number, iif(status = 'counted', 'low_margin', status), speaker, target_mention, target_spans,
            p_speech, p_about, p_speaker, sentiment, tone,
            iif(status IN ('counted', 'low_margin', 'reprint', 'repeated'), 'low_margin', abstained),
            duplicate_of, context_before, context_after, '[]', act, passage, passage_spans
        FROM score WHERE run = ?
        """

    private static func put(
        _ scores: [GivenScore], into run: Int64, _ database: Database
    ) throws -> Import {
        var places: [String: [(document: Int64, number: Int64)]] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT d.doc_id || ':' || q.start || '-' || q."end", s.document, s.number
                FROM score s JOIN document d USING (document)
                JOIN quotation q ON q.document = s.document AND q.number = s.number
                WHERE s.run = ?
                """, arguments: [run])
        while let row = try rows.next() {
            let id: String = try row.decode(atIndex: 0)
            places[id, default: []].append(
                (try row.decode(atIndex: 1), try row.decode(atIndex: 2)))
        }
        var found = Import()
        let update = try database.cachedStatement(
            sql: """
                UPDATE score SET p_against = ?, p_neutral = ?, p_favor = ?, stance = ?,
                    status = iif(status = 'low_margin', 'counted', status),
                    abstained = iif(abstained = 'low_margin', NULL, abstained)
                WHERE document = ? AND run = ? AND number = ?
                """)
        for score in scores {
            guard let places = places[score.quotation] else {
                found.unknown.append(score.quotation)
                continue
            }
            let p = score.probabilities
            for place in places {
                try update.execute(arguments: [
                    p.against, p.neutral, p.favor, score.stance?.rawValue, place.document, run,
                    place.number,
                ])
            }
        }
        func count(_ status: QuotationStatus) throws -> Int {
            try Int.fetchOne(
                database, sql: "SELECT count(*) FROM score WHERE run = ? AND status = ?",
                arguments: [run, status.rawValue]) ?? 0
        }
        found.scored = try count(.counted)
        found.missing = try count(.lowMargin)
        return found
    }
}
