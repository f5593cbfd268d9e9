import CaucusQuotes
import CaucusStance
import CaucusText
import GRDB

extension Store {
    /// The number of a run, which joins its tables.
    static func number(of run: String, in database: Database, _ path: String) throws -> Int64 {
        let statement = try database.cachedStatement(sql: "SELECT run FROM run WHERE run_id = ?")
        guard let number = try Int64.fetchOne(statement, arguments: [run]) else {
            throw StoreError.unknownRun(path: path, run: run)
        }
        return number
    }

    /// What the store says of a run, or `nil` where it holds none of that name.
    static func description(of run: String, in database: Database) throws -> RunDescription? {
        try Row.fetchOne(database, sql: "SELECT * FROM run WHERE run_id = ?", arguments: [run])
            .map(description)
    }

    /// The run of a row.
    static func description(_ row: Row) throws -> RunDescription {
        let pronoun: String? = row["pronoun"]
        return RunDescription(
            id: row["run_id"],
            target: StanceTarget(
                name: row["target"], aliases: try values(row["aliases"]),
                pronoun: pronoun.flatMap(StanceTarget.Pronoun.init(rawValue:))),
            model: row["model"], modelChecksum: row["model_checksum"], version: row["version"],
            modelCard: row["model_card"])
    }

    /// Every quotation of a run with its score and speaker.
    static let quotationsQuery = """
        SELECT d.doc_id, q.quote_id, q.start, q."end", q.pieces, q.quote, q.form, q.cue, q.source,
            q.rule, q.confidence, q.duplicate_of, q.context_before, q.context_after,
            s.target, s.target_mention, s.p_against, s.p_neutral, s.p_favor, s.stance, s.sentiment,
            s.abstained, s.moving_words,
            p.speaker_id, p.name, p.role, p.aliases, p.kind
        FROM document d
        JOIN quotation q USING (document)
        JOIN score s USING (document, number)
        LEFT JOIN speaker p ON p.document = q.document AND p.number = q.speaker
        WHERE d.run = ?
        ORDER BY d.doc_id, q.start, q."end", q.number
        """

    /// The quotation of a row, or `nil` where a word is none of those that the columns may hold.
    static func quotation(_ row: Row) throws -> ScoredQuotation? {
        let speaker: Speaker?
        if let id: String = row["speaker_id"] {
            guard let kind = Speaker.Kind(rawValue: row["kind"]) else { return nil }
            speaker = Speaker(
                id: id, name: row["name"], role: row["role"],
                aliases: try values(row["aliases"]), kind: kind)
        } else {
            speaker = nil
        }
        let stanceWord: String? = row["stance"]
        let abstentionWord: String? = row["abstained"]
        let stance = stanceWord.flatMap(Stance.init(rawValue:))
        let abstention = abstentionWord.flatMap(Abstention.init(rawValue:))
        guard let form = Quotation.Form(rawValue: row["form"]),
            let mention = TargetMention(rawValue: row["target_mention"]),
            (stance == nil) == (stanceWord == nil),
            (abstention == nil) == (abstentionWord == nil)
        else { return nil }
        return ScoredQuotation(
            id: row["quote_id"], documentID: row["doc_id"], start: row["start"], end: row["end"],
            pieces: try spans(row["pieces"]), text: row["quote"], form: form, cue: row["cue"],
            source: row["source"], speaker: speaker, rule: row["rule"],
            confidence: row["confidence"], target: row["target"], mention: mention,
            probabilities: probabilities(row), stance: stance, sentiment: row["sentiment"],
            abstention: abstention, duplicateOf: row["duplicate_of"],
            contextBefore: row["context_before"], contextAfter: row["context_after"],
            movingWords: try values(row["moving_words"]))
    }

    private static func probabilities(_ row: Row) -> StanceProbabilities? {
        guard let against: Double = row["p_against"], let neutral: Double = row["p_neutral"],
            let favor: Double = row["p_favor"]
        else { return nil }
        return StanceProbabilities(against: against, neutral: neutral, favor: favor)
    }
}
