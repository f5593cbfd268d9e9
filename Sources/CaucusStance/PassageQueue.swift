import CaucusActs
import CaucusEncoder
import CaucusFeatures
import CaucusQuotes
import CaucusText
import Foundation

/// The passages of several documents and runs that wait for the models, which read many at once faster than one by
/// one.
struct PassageQueue {
    /// The documents, in the order in which they were added.
    private(set) var scored: [ScoredDocument] = []
    private let scorers: [DocumentScorer]
    /// What the encoder has said before.
    private let known: (any KnownOpinions)?
    private var waiting: [Waiting] = []

    /// A passage that has not been scored yet.
    struct Waiting {
        /// Where its row is: the document, the run, the row of the run.
        var place: (document: Int, run: Int, row: Int)
        var passage: ArticlePassage
        var quotation: Quotation
        var clause: ActClause?
        /// What the gates' features say of an answer.
        var answer: Float
        var view: DocumentView
        /// What an encoder shall read, and what its gates weigh beside; `nil` where none is asked.
        var marked: MarkedText?
        var gateRow: GateRow?
    }

    /// More passages are scored in several turns, so that what is kept of each does not add up.
    private static let most = 256

    /// An empty queue of scorers that differ in their targets alone.
    init(_ scorers: [DocumentScorer], known: (any KnownOpinions)? = nil) {
        self.scorers = scorers
        self.known = known
    }

    /// Whether the passages are to be scored before another document is read.
    var isFull: Bool { waiting.count >= Self.most }

    /// Adds a passage whose document is added next.
    mutating func add(_ passage: Waiting) { waiting.append(passage) }

    /// Adds a document.
    mutating func add(_ document: ScoredDocument) { scored.append(document) }

    /// Gives every passage that waits its score; of a document that has many, some at a time, each of which is work by itself
    /// for the watch: an encoder takes a second for a hundred or two.
    mutating func score(_ times: inout PhaseTimes, _ watch: any DocumentWatch) {
        let all = waiting
        for start in stride(from: 0, to: all.count, by: Self.most) {
            waiting = Array(all[start..<min(start + Self.most, all.count)])
            scoreTogether(&times, watch)
        }
    }

    private mutating func scoreTogether(_ times: inout PhaseTimes, _ watch: any DocumentWatch) {
        guard !waiting.isEmpty, let scorer = scorers.first else { return }
        watch.begin(Set(waiting.map { RecordName($0.view.document) }).sorted { $0.id < $1.id })
        var clock = StepClock()
        let passages = scorer.accurate.map { read(by: $0) } ?? waiting
        waiting = []
        times.encode += clock.step()
        guard !passages.isEmpty else { return }
        let texts = passages.map(\.passage.passage)
        let reading: PassageReading
        var tones: [[Double]]?
        if let sentiment = scorer.sentiment, scorer.sharesReading {
            let both = scorer.model.vectorizer.reading(of: texts, also: sentiment.vectorizer)
            reading = both.reading
            tones = sentiment.probabilities(of: both.rows)
        } else {
            reading = scorer.model.vectorizer.reading(of: texts)
            tones = scorer.sentiment?.probabilities(for: texts)
        }
        times.features += clock.step()
        for (i, score) in scorer.model.scores(of: reading, texts).enumerated() {
            give(score, tones?[i], passages[i])
        }
        times.score += clock.step()
    }

    /// What waits with what the encoder says of it, but for what does not count by it.
    private mutating func read(by models: AccurateModels) -> [Waiting] {
        let inputs = waiting.compactMap { passage in
            passage.marked.map { EncoderInput($0, by: models.encoder.tokenizer) }
        }
        var opinions = models.encoder.opinions(on: inputs, known)[...]
        return waiting.compactMap { passage in
            guard passage.marked != nil, let opinion = opinions.popFirst() else { return passage }
            var passage = passage
            passage.passage.passage.opinion = opinion
            guard var row = passage.gateRow else { return passage }
            row.opinion = opinion
            let judgment = models.gates.judgment(of: row)
            passage.answer = judgment.answer
            let (document, run, place) = passage.place
            guard var score = scored[document].runs[run]?.rows[place].score else { return passage }
            score.take(judgment.gates, keeping: models.gates.provenance.keep)
            scored[document].runs[run]?.rows[place].score = score
            return score.abstention == nil ? passage : nil
        }
    }

    private mutating func give(_ passage: PassageScore, _ tone: [Double]?, _ waiting: Waiting) {
        let (document, run, row) = waiting.place
        let scorer = scorers[run]
        guard var score = scored[document].runs[run]?.rows[row].score else { return }
        score.passage?.opinion = waiting.passage.passage.opinion
        if let tone, let best = tone.indices.max(by: { tone[$0] < tone[$1] }) {
            score.sentiment = StanceTask.sentiment.labels[best]
            score.tone = Self.odds(ofTone: tone)
        }
        let rounded = passage.probabilities.map { ($0 * 1e6).rounded() / 1e6 }
        score.probabilities = StanceProbabilities(
            against: rounded[0], neutral: rounded[1], favor: rounded[2])
        if let gates = scorer.gates, scorer.gatesKnowModel, let found = score.gates {
            score.gates?.right = gates.right(waiting.answer, found, rounded)
        }
        let order = rounded.indices.sorted { (-rounded[$0], $0) < (-rounded[$1], $1) }
        if !scorer.isAnswered(rounded, score.gates, order) {
            score.abstention = .lowMargin
            // Where the gates know how often a side is right, one that is not sure enough is left open, and its
            // probabilities count in the shares all the same: without them those would lean to what is easy to tell.
            let isMeasured = score.gates != nil && scorer.gatesKnowModel
            if score.status == .counted, !isMeasured { score.status = .lowMargin }
        } else {
            score.stance = Stance.allCases[order[0]]
        }
        score.movingWords = waiting.view.movingWords(
            passage.words, in: waiting.passage,
            with: waiting.clause.map { ($0.head, passage.facts) })
        scored[document].runs[run]?.rows[row].score = score
    }

    /// The log odds of positive over negative, to four digits.
    private static func odds(ofTone tone: [Double]) -> Double? {
        guard let negative = tone.first, let positive = tone.last, tone.count == 3 else {
            return nil
        }
        return (log(max(positive, 1e-4) / max(negative, 1e-4)) * 1e4).rounded() / 1e4
    }
}
