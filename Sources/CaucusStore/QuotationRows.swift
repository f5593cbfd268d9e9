import CaucusActs
import CaucusQuotes
import CaucusStance
import CaucusText
import GRDB

/// Reads the quotations of a run with their scores and speakers.
struct QuotationRows {
    /// The columns of the query, by position, which is faster to look up than a name.
    private enum Column: Int, CaseIterable {
        case documentID, start, end, pieces, text, form, cue, source, rule, confidence, own
        case name, role, aliases, kind, gender, entity, joint, document, number
        case target, scored, status, mention, targetSpans, speech, about, by, right, against
        case neutral, favor, stance, sentiment, tone, abstained, duplicateOf, contextBefore,
            contextAfter
        case movingWords, act, passage, passageSpans

        var sql: String {
            switch self {
            case .documentID: "d.doc_id"
            case .start: "q.start"
            case .end: "q.\"end\""
            case .pieces: "q.pieces"
            case .text: "q.quote"
            case .form: "q.form"
            case .cue: "q.cue"
            case .source: "q.source"
            case .rule: "q.rule"
            case .confidence: "q.confidence"
            case .own: "q.status"
            case .name: "p.name"
            case .role: "p.role"
            case .aliases: "p.aliases"
            case .kind: "p.kind"
            case .gender: "p.gender"
            case .entity: "p.entity"
            case .joint:
                """
                EXISTS (
                    SELECT 1 FROM joint j WHERE j.document = p.document AND j.speaker = p.number
                )
                """
            case .document: "p.document"
            case .number: "p.number"
            case .target: "r.target"
            case .scored: "s.document IS NOT NULL"
            case .status: "s.status"
            case .mention: "s.target_mention"
            case .targetSpans: "s.target_spans"
            case .speech: "s.p_speech"
            case .about: "s.p_about"
            case .by: "s.p_speaker"
            case .right: "s.p_right"
            case .against: "s.p_against"
            case .neutral: "s.p_neutral"
            case .favor: "s.p_favor"
            case .stance: "s.stance"
            case .sentiment: "s.sentiment"
            case .tone: "s.tone"
            case .abstained: "s.abstained"
            case .duplicateOf: "s.duplicate_of"
            case .contextBefore: "s.context_before"
            case .contextAfter: "s.context_after"
            case .movingWords: "s.moving_words"
            case .act: "s.act"
            case .passage: "s.passage"
            case .passageSpans: "s.passage_spans"
            }
        }
    }

    /// A column holds something that no version of Caucus writes there.
    struct OddColumn: Error {
        var name: String
    }

    /// Every quotation of a run, by document and place.
    static let query = query("r.run = ?")
    /// Those of one of its documents.
    static let queryOfDocument = query("r.run = ? AND d.document = ?")

    private static func query(_ condition: String) -> String {
        """
        SELECT \(Column.allCases.map(\.sql).joined(separator: ", "))
        FROM run r
        JOIN scored c ON c.run = r.run
        JOIN document d ON d.document = c.document
        JOIN quotation q ON q.document = c.document
        LEFT JOIN score s ON s.document = c.document AND s.run = r.run AND s.number = q.number
        LEFT JOIN speaker p ON p.document = q.document AND p.number = coalesce(s.speaker, q.speaker)
        WHERE \(condition) AND (q.is_act = 0 OR s.document IS NOT NULL)
        ORDER BY d.doc_id, q.start, q."end", q.is_act, p.entity
        """
    }

    private let database: Database
    /// The same few lists of aliases come again and again.
    private var aliases: [String: [String]] = [:]

    init(_ database: Database) { self.database = database }

    /// The quotation of a row.
    mutating func quotation(_ row: Row) throws -> ScoredQuotation {
        let facts = try facts(row)
        guard try value(row, .scored) else {
            return ScoredQuotation(
                facts: facts,
                score: QuotationScore(target: try value(row, .target), ofUnrelated: facts))
        }
        return ScoredQuotation(facts: facts, score: try score(row))
    }

    private mutating func facts(_ row: Row) throws -> QuotationFacts {
        let (start, end): (Int, Int) = (try value(row, .start), try value(row, .end))
        guard start >= 0, start <= end else { throw OddColumn(name: "start") }
        var pieces: [Span]? = [Span(start, end)]
        if let json: String = try optional(row, .pieces) { pieces = ColumnJSON.spans(json) }
        guard let pieces, !pieces.isEmpty else { throw OddColumn(name: "pieces") }
        return QuotationFacts(
            documentID: try value(row, .documentID), start: start, end: end, pieces: pieces,
            text: try value(row, .text), form: try word(row, .form), cue: try optional(row, .cue),
            source: try optional(row, .source), speaker: try speaker(row),
            speakerID: try optional(row, .entity), joint: try joint(row),
            rule: try value(row, .rule),
            confidence: try value(row, .confidence), status: try word(row, .own))
    }

    private func score(_ row: Row) throws -> QuotationScore {
        guard let movingWords = ColumnJSON.movingWords(try value(row, .movingWords)) else {
            throw OddColumn(name: "moving_words")
        }
        var score = QuotationScore(
            target: try value(row, .target), mention: try word(row, .mention),
            status: try word(row, .status), abstention: try optionalWord(row, .abstained),
            probabilities: try probabilities(row), stance: try optionalWord(row, .stance),
            sentiment: try optional(row, .sentiment), tone: try optional(row, .tone))
        score.duplicateOf = try optional(row, .duplicateOf)
        score.contextBefore = try value(row, .contextBefore)
        score.contextAfter = try value(row, .contextAfter)
        score.movingWords = movingWords
        score.act = try act(row)
        score.passage = try passage(row)
        score.targetSpans = try targetSpans(row)
        score.gates = try gates(row)
        return score
    }

    private func targetSpans(_ row: Row) throws -> [Span] {
        guard let json: String = try optional(row, .targetSpans) else { return [] }
        guard let spans = ColumnJSON.spans(json) else { throw OddColumn(name: "target_spans") }
        return spans
    }

    private func passage(_ row: Row) throws -> KeptPassage? {
        guard let json: String = try optional(row, .passageSpans) else { return nil }
        guard let passage = ColumnJSON.passage(try optional(row, .passage), json) else {
            throw OddColumn(name: "passage_spans")
        }
        return passage
    }

    private mutating func speaker(_ row: Row) throws -> Speaker? {
        guard let entity: String = try optional(row, .entity) else { return nil }
        let json: String = try value(row, .aliases)
        let names = try aliases[json] ?? ColumnJSON.values(json)
        aliases[json] = names
        return Speaker(
            id: entity, name: try value(row, .name), role: try optional(row, .role),
            aliases: names, kind: try word(row, .kind), gender: try word(row, .gender))
    }

    /// Those who speak as one by the name in a row, each with who it is across documents as its id.
    private func joint(_ row: Row) throws -> [Speaker] {
        guard try value(row, .joint) else { return [] }
        let members = try Row.fetchAll(
            try database.cachedStatement(
                sql: """
                    SELECT p.entity, p.name, p.role, p.aliases, p.kind, p.gender
                    FROM joint j JOIN speaker p ON p.document = j.document AND p.number = j.member
                    WHERE j.document = ? AND j.speaker = ? ORDER BY j.place
                    """),
            arguments: [
                try value(row, .document) as Int64, try value(row, .number) as Int64,
            ])
        return try members.map { row in
            var speaker = try Self.speaker(row)
            speaker.id = try row.decode(forColumn: "entity")
            return speaker
        }
    }

    /// The speaker of a row with the columns name, role, aliases, kind and gender, without an id.
    static func speaker(_ row: Row) throws -> Speaker {
        guard let kind = Speaker.Kind(rawValue: try row.decode(forColumn: "kind")) else {
            throw OddColumn(name: "kind")
        }
        guard let gender = Mention.Gender(rawValue: try row.decode(forColumn: "gender")) else {
            throw OddColumn(name: "gender")
        }
        return Speaker(
            id: "", name: try row.decode(forColumn: "name"),
            role: try row.decode(forColumn: "role"),
            aliases: try ColumnJSON.values(try row.decode(forColumn: "aliases")), kind: kind,
            gender: gender)
    }

    private func act(_ row: Row) throws -> SpeechAct? {
        guard let json: String = try optional(row, .act) else { return nil }
        guard let act = ColumnJSON.act(json) else { throw OddColumn(name: "act") }
        return act
    }

    private func gates(_ row: Row) throws -> GateProbabilities? {
        guard let speech = try share(row, .speech), let about = try share(row, .about),
            let speaker = try share(row, .by)
        else { return nil }
        return GateProbabilities(
            speech: speech, about: about, speaker: speaker, right: try share(row, .right))
    }

    private func probabilities(_ row: Row) throws -> StanceProbabilities? {
        guard let against = try share(row, .against), let neutral = try share(row, .neutral),
            let favor = try share(row, .favor)
        else { return nil }
        return StanceProbabilities(against: against, neutral: neutral, favor: favor)
    }

    /// A number from 0 to 1: what else a store that was written to may hold, no page can show.
    private func share(_ row: Row, _ column: Column) throws -> Double? {
        guard let number: Double = try optional(row, column) else { return nil }
        guard (0...1.000001).contains(number) else { throw OddColumn(name: "\(column)") }
        return number
    }

    private func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(
        _ row: Row, _ column: Column
    ) throws -> Value {
        try row.decode(atIndex: column.rawValue)
    }

    private func optional<Value: DatabaseValueConvertible & StatementColumnConvertible>(
        _ row: Row, _ column: Column
    ) throws -> Value? {
        try row.decode(Value?.self, atIndex: column.rawValue)
    }

    /// One of the words that a column may hold.
    private func word<Word: RawRepresentable<String>>(_ row: Row, _ column: Column) throws -> Word {
        guard let word: Word = try optionalWord(row, column) else {
            throw OddColumn(name: "\(column)")
        }
        return word
    }

    private func optionalWord<Word: RawRepresentable<String>>(
        _ row: Row, _ column: Column
    ) throws -> Word? {
        guard let spelling: String = try optional(row, column) else { return nil }
        guard let word = Word(rawValue: spelling) else { throw OddColumn(name: "\(column)") }
        return word
    }
}
