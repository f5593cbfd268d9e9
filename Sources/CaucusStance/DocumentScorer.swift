import CaucusFeatures
public import CaucusQuotes
public import CaucusText
import Foundation

/// Scores the quotations of one document toward one target.
public struct DocumentScorer: Sendable {
    /// The model that tells stances apart.
    public let model: StanceModel
    /// The model that tells tones apart, or `nil`.
    public let sentiment: StanceModel?
    let extractor: QuotationExtractor
    let resolver: TargetResolver
    /// One reading of a text does for both models.
    private let sharesReading: Bool

    /// The least difference between the two best probabilities at which a stance is given.
    public let margin: Double

    /// The margin where the model keeps none.
    public static let leastMargin = 0.1

    /// Creates a scorer; `margin` is the model's own unless given.
    ///
    /// A model of sentence pairs (``QuotationPrior``) chose its margin for other shares than those of quotations: here
    /// ``leastMargin`` stands in for it.
    public init(
        model: StanceModel, sentiment: StanceModel? = nil, target: StanceTarget,
        extractor: QuotationExtractor = QuotationExtractor(), margin: Double? = nil
    ) {
        self.model = model
        self.sentiment = sentiment
        self.extractor = extractor
        self.margin =
            margin ?? (model.isOfPairs ? nil : model.threshold?.margin) ?? Self.leastMargin
        resolver = TargetResolver(target: target)
        sharesReading =
            sentiment.map {
                $0.bases.isEmpty && model.vectorizer.readsLike($0.vectorizer)
            } ?? false
    }

    /// A document's quotations with their scores, in the order of the text.
    ///
    /// - Complexity: O(bytes of the text).
    public func scored(_ document: Document) -> ScoredDocument { scored([document])[0] }

    /// Each document's quotations with their scores; the answer for one does not depend on the others.
    ///
    /// - Complexity: O(bytes of the texts).
    public func scored(_ documents: [Document]) -> [ScoredDocument] {
        var times = PhaseTimes()
        return scored(documents, timing: &times)
    }

    /// The same, with the time of each phase added to `times`.
    public func scored(_ documents: [Document], timing times: inout PhaseTimes) -> [ScoredDocument]
    {
        Self.scored(documents, by: [self], timing: &times) { _, _ in true }[0]
    }

    /// The documents scored by several scorers, which differ in their targets alone: each document is read and
    /// searched for quotations once. `isOpen` tells whether a document, by its number, is scored by a scorer, by
    /// its own; each scorer's answers are in the order of the documents.
    ///
    /// - Complexity: O(bytes of the texts) for one scorer; each more adds the looking for its target, its rows
    ///   and their scores.
    package static func scored(
        _ documents: [Document], by scorers: [DocumentScorer], timing times: inout PhaseTimes,
        where isOpen: (_ document: Int, _ scorer: Int) -> Bool
    ) -> [[ScoredDocument]] {
        var work = scorers.map { _ in Work() }
        for (number, document) in documents.enumerated() {
            var clock = StepClock()
            let article = scorers[0].read(document)
            times.extract += clock.step()
            let view = DocumentView(document)
            let summary = DocumentSummary(document)
            for (k, scorer) in scorers.enumerated() where isOpen(number, k) {
                let resolved = scorer.resolver.resolved(
                    article, of: document, aliases: scorer.extractor.aliases)
                scorer.addRows(of: view, summary, resolved, to: &work[k])
                times.resolve += clock.step()
                if work[k].waiting.count >= passagesAtOnce {
                    scorer.score(&work[k], &times)
                    _ = clock.step()
                }
            }
        }
        for (k, scorer) in scorers.enumerated() { scorer.score(&work[k], &times) }
        return work.map(\.scored)
    }

    /// What one scorer has of a chunk.
    private struct Work {
        var scored: [ScoredDocument] = []
        /// Passages of ``scored`` whose rows have no score yet.
        var waiting: [Waiting] = []
    }

    /// More passages are scored in several turns, so that what is kept of each does not add up.
    private static let passagesAtOnce = 256

    /// What is the same for every target.
    func read(_ document: Document) -> ReadDocument {
        document.given == nil
            ? .found(extractor.reading(of: document))
            : .given(extractor.givenOrFound(in: document))
    }

    /// A passage that has not been scored yet.
    private struct Waiting {
        /// Where its row stands.
        var document: Int
        var row: Int
        var passage: ArticlePassage
        var view: DocumentView
    }

    /// Adds the rows of a document without their scores, and their passages to those that wait.
    private func addRows(
        of view: DocumentView, _ summary: DocumentSummary, _ resolved: ResolvedDocument,
        to work: inout Work
    ) {
        let extraction = resolved.acts.extraction
        let sentences = model.provenance.readsSentences ? extraction.sentences : nil
        var rows: [ScoredQuotation] = []
        rows.reserveCapacity(extraction.quotations.count)
        for (i, quotation) in extraction.quotations.enumerated() {
            let resolution = resolved.resolutions[i]
            var row = view.row(quotation, resolution, target: resolver.target.name)
            row.act = resolved.acts.clauses[i]?.act
            if resolution.mention != .none {
                row.targetSpans = resolution.spans.map(view.points.codePoints)
                row.targetConfidence = (resolution.confidence * 1e4).rounded() / 1e4
            }
            row.abstention = abstention(quotation, resolution, row)
            if row.abstention == nil {
                let passage = view.passage(quotation, resolution, around: sentences)
                row.passage = KeptPassage(passage.passage, of: row.text)
                work.waiting.append(
                    Waiting(document: work.scored.count, row: i, passage: passage, view: view))
            }
            rows.append(row)
        }
        work.scored.append(ScoredDocument(summary: summary, quotations: rows))
    }

    private func score(_ work: inout Work, _ times: inout PhaseTimes) {
        let waiting = work.waiting
        guard !waiting.isEmpty else { return }
        work.waiting = []
        var clock = StepClock()
        let texts = waiting.map(\.passage.passage)
        let reading: PassageReading
        var tones: [[Double]]?
        if let sentiment, sharesReading {
            let both = model.vectorizer.reading(of: texts, also: sentiment.vectorizer)
            reading = both.reading
            tones = sentiment.probabilities(of: both.rows)
        } else {
            reading = model.vectorizer.reading(of: texts)
            tones = sentiment?.probabilities(for: texts)
        }
        times.features += clock.step()
        for (i, score) in model.scores(of: reading, texts).enumerated() {
            let (document, row) = (waiting[i].document, waiting[i].row)
            give(score, tones?[i], waiting[i], to: &work.scored[document].quotations[row])
        }
        times.score += clock.step()
    }

    private func give(
        _ score: PassageScore, _ tone: [Double]?, _ waiting: Waiting, to row: inout ScoredQuotation
    ) {
        if let tone, let best = tone.indices.max(by: { tone[$0] < tone[$1] }) {
            row.sentiment = StanceTask.sentiment.labels[best]
            row.tone = Self.odds(ofTone: tone)
        }
        let rounded = model.adjusted(score.probabilities, for: row)
            .map { ($0 * 1e6).rounded() / 1e6 }
        row.probabilities = StanceProbabilities(
            against: rounded[0], neutral: rounded[1], favor: rounded[2])
        let order = rounded.indices.sorted { (-rounded[$0], $0) < (-rounded[$1], $1) }
        if rounded[order[0]] - rounded[order[1]] < margin {
            row.abstention = .lowMargin
        } else {
            row.stance = Stance.allCases[order[0]]
        }
        row.movingWords = moved(
            waiting.view.movingWords(score.words, in: waiting.passage), row)
    }

    /// The log odds of positive over negative, to four digits.
    private static func odds(ofTone tone: [Double]) -> Double? {
        guard let negative = tone.first, let positive = tone.last, tone.count == 3 else {
            return nil
        }
        return (log(max(positive, 1e-4) / max(negative, 1e-4)) * 1e4).rounded() / 1e4
    }

    private func abstention(
        _ quotation: Quotation, _ resolution: TargetResolver.Resolution, _ row: ScoredQuotation
    ) -> Abstention? {
        let words = Self.words(in: row.text)
        if words == 0 { return .empty }
        if quotation.parent != nil { return .nested }
        if resolution.mention == .none { return .noTarget }
        return words < 3 && row.act == nil ? .tooShort : nil
    }

    /// How many words a text has, up to 3.
    private static func words(in text: String) -> Int {
        var words = 0
        var inWord = false
        for byte in text.utf8 {
            let isBlank = byte <= 0x20
            if !isBlank, !inWord { words += 1 }
            inWord = !isBlank
            if words == 3 { break }
        }
        return words
    }
}

/// A document's summary and its scored quotations: what the store takes in.
public struct ScoredDocument: Sendable, Hashable {
    /// The document without its text.
    public var summary: DocumentSummary
    /// In the order of the text.
    public var quotations: [ScoredQuotation]

    /// Creates a scored document.
    public init(summary: DocumentSummary, quotations: [ScoredQuotation]) {
        self.summary = summary
        self.quotations = quotations
    }
}
