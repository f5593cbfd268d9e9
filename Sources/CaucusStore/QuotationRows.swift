import CaucusQuotes
import CaucusStance
import CaucusText
import GRDB

/// Reads the quotations of a run with their scores and speakers.
struct QuotationRows {
    /// The columns of the query, by position, which is faster to look up than a name.
    private enum Column: Int, CaseIterable {
        case documentID, id, start, end, pieces, text, form, cue, source, rule, confidence
        case duplicateOf, contextBefore, contextAfter, target, mention, against, neutral, favor
        case stance, sentiment, abstained, movingWords, act, targetSpans, targetConfidence, tone,
            speakerID, name, role, aliases, kind

        var sql: String {
            switch self {
            case .documentID: "d.doc_id"
            case .id: "q.quote_id"
            case .start: "q.start"
            case .end: "q.\"end\""
            case .pieces: "q.pieces"
            case .text: "q.quote"
            case .form: "q.form"
            case .cue: "q.cue"
            case .source: "q.source"
            case .rule: "q.rule"
            case .confidence: "q.confidence"
            case .duplicateOf: "q.duplicate_of"
            case .contextBefore: "q.context_before"
            case .contextAfter: "q.context_after"
            case .target: "r.target"
            case .mention: "coalesce(s.target_mention, 'none')"
            case .against: "s.p_against"
            case .neutral: "s.p_neutral"
            case .favor: "s.p_favor"
            case .stance: "s.stance"
            case .sentiment: "s.sentiment"
            case .abstained: "iif(s.document IS NULL, 'no_target', s.abstained)"
            case .movingWords: "coalesce(s.moving_words, '[]')"
            case .act: "s.act"
            case .targetSpans: "s.target_spans"
            case .targetConfidence: "s.target_confidence"
            case .tone: "s.tone"
            case .speakerID: "p.speaker_id"
            case .name: "p.name"
            case .role: "p.role"
            case .aliases: "p.aliases"
            case .kind: "p.kind"
            }
        }
    }

    /// A column holds something that no version of Caucus writes there.
    struct OddColumn: Error {
        var name: String
    }

    /// Every quotation of a run, by document and place.
    static let query = """
        SELECT \(Column.allCases.map(\.sql).joined(separator: ", "))
        FROM document d
        JOIN run r USING (run)
        JOIN quotation q USING (document)
        LEFT JOIN score s ON s.document = q.document AND s.number = q.number
        LEFT JOIN speaker p ON p.document = q.document AND p.number = q.speaker
        WHERE d.run = ?
        ORDER BY d.doc_id, q.start, q."end", q.number
        """

    /// The same few lists of aliases come again and again.
    private var aliases: [String: [String]] = [:]

    /// The quotation of a row.
    mutating func quotation(_ row: Row) throws -> ScoredQuotation {
        guard let pieces = ColumnJSON.spans(try value(row, .pieces)) else {
            throw OddColumn(name: "pieces")
        }
        guard let movingWords = ColumnJSON.movingWords(try value(row, .movingWords)) else {
            throw OddColumn(name: "moving_words")
        }
        return ScoredQuotation(
            id: try value(row, .id), documentID: try value(row, .documentID),
            start: try value(row, .start), end: try value(row, .end), pieces: pieces,
            text: try value(row, .text), form: try word(row, .form), cue: try optional(row, .cue),
            source: try optional(row, .source), speaker: try speaker(row),
            rule: try value(row, .rule), confidence: try value(row, .confidence),
            target: try value(row, .target), mention: try word(row, .mention),
            probabilities: try probabilities(row), stance: try optionalWord(row, .stance),
            sentiment: try optional(row, .sentiment), abstention: try optionalWord(row, .abstained),
            duplicateOf: try optional(row, .duplicateOf),
            contextBefore: try value(row, .contextBefore),
            contextAfter: try value(row, .contextAfter),
            movingWords: movingWords, act: try act(row), targetSpans: try targetSpans(row),
            targetConfidence: try optional(row, .targetConfidence), tone: try optional(row, .tone))
    }

    private func targetSpans(_ row: Row) throws -> [Span] {
        guard let json: String = try optional(row, .targetSpans) else { return [] }
        guard let spans = ColumnJSON.spans(json) else { throw OddColumn(name: "target_spans") }
        return spans
    }

    private mutating func speaker(_ row: Row) throws -> Speaker? {
        guard let id: String = try optional(row, .speakerID) else { return nil }
        let json: String = try value(row, .aliases)
        let names = try aliases[json] ?? ColumnJSON.values(json)
        aliases[json] = names
        return Speaker(
            id: id, name: try value(row, .name), role: try optional(row, .role), aliases: names,
            kind: try word(row, .kind))
    }

    private func act(_ row: Row) throws -> SpeechAct? {
        guard let json: String = try optional(row, .act) else { return nil }
        guard let act = ColumnJSON.act(json) else { throw OddColumn(name: "act") }
        return act
    }

    private func probabilities(_ row: Row) throws -> StanceProbabilities? {
        guard let against: Double = try optional(row, .against),
            let neutral: Double = try optional(row, .neutral),
            let favor: Double = try optional(row, .favor)
        else { return nil }
        return StanceProbabilities(against: against, neutral: neutral, favor: favor)
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
