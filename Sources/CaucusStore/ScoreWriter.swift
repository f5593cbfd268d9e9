import CaucusQuotes
import CaucusStance
import CaucusText
import GRDB

/// Writes what a run says of the quotations of a document.
struct ScoreWriter {
    private let insert: RowStatement
    private var values = RowValues()

    init(_ database: Database) throws {
        insert = try RowStatement(
            database,
            inserting: """
                score (document, run, number, status, speaker, target_mention, target_spans,
                    p_speech, p_about, p_speaker, p_right, p_against, p_neutral, p_favor, stance, sentiment,
                    tone, abstained, duplicate_of, context_before, context_after, moving_words, act, passage,
                    passage_spans)
                """, 25)
    }

    /// Writes one row of a run; the facts of an act are written where no run has found it before.
    mutating func write(
        _ row: ScoredDocument.Row, of document: ScoredDocument, as number: Int, run: Int,
        facts: inout FactWriter
    ) throws {
        let place: Int
        switch row.place {
        case .fact(let i): place = i
        case .act(let found): place = try facts.number(ofAct: found, in: number)
        }
        let speaker = try row.speaker.map {
            try facts.number(
                of: $0, SpeakerKey.id(of: $0, in: document.summary.id), row.joint, in: number)
        }
        values.add(number)
        values.add(run)
        values.add(place)
        add(row.score, speaker)
        try insert.execute(&values)
    }

    private mutating func add(_ score: QuotationScore, _ speaker: Int?) {
        values.add(score.status.rawValue)
        values.add(speaker)
        values.add(score.mention.rawValue)
        if score.targetSpans.isEmpty {
            values.add(String?.none)
        } else {
            values.add { ColumnJSON.append(score.targetSpans, to: &$0) }
        }
        values.add(score.gates?.speech)
        values.add(score.gates?.about)
        values.add(score.gates?.speaker)
        values.add(score.gates?.right)
        values.add(score.probabilities?.against)
        values.add(score.probabilities?.neutral)
        values.add(score.probabilities?.favor)
        values.add(score.stance?.rawValue)
        values.add(score.sentiment)
        values.add(score.tone)
        values.add(score.abstention?.rawValue)
        values.add(score.duplicateOf)
        values.add(score.contextBefore)
        values.add(score.contextAfter)
        values.add { ColumnJSON.append(score.movingWords, to: &$0) }
        values.add(score.act.map(ColumnJSON.text))
        values.add(score.passage?.text)
        values.add(score.passage.map(ColumnJSON.text))
    }
}
