import CaucusActs
public import CaucusTarget
import CaucusFeatures
import CaucusLanguage
public import CaucusQuotes
public import CaucusText
import Foundation

/// Scores the quotations of one document toward one target.
public struct DocumentScorer: Sendable {
    /// The model that tells stances apart.
    public let model: StanceModel
    /// The model that tells tones apart, or `nil`.
    public let sentiment: StanceModel?
    /// What tells whether a quotation is what its row takes it for, or `nil`.
    public let gates: GateModel?
    /// What reads a candidate that the gates of words let through, or `nil`: ``model`` and ``gates`` are then its own.
    public let accurate: AccurateModels?
    /// The gates that read words alone, where ``accurate`` has its own.
    private let sieve: GateModel?
    let extractor: QuotationExtractor
    private(set) var resolver: TargetResolver
    /// The words by which somebody takes a side.
    private let acts: ActTable
    /// One reading of a text does for both models.
    let sharesReading: Bool

    /// The least difference between the two best probabilities at which a stance is given.
    public let margin: Double

    /// The margin where the model keeps none.
    public static let leastMargin = 0.1
    /// When favor or against is answered.
    let answering: Answering

    /// Creates a scorer; `margin` is the model's own unless given.
    public init(
        model: StanceModel, sentiment: StanceModel? = nil, gates: GateModel? = nil,
        accurate: AccurateModels? = nil, target: StanceTarget,
        extractor: QuotationExtractor = QuotationExtractor(),
        answering: Answering = .standard, margin: Double? = nil
    ) {
        let model = accurate?.model ?? model
        self.model = model
        self.sentiment = sentiment
        self.gates = accurate?.gates ?? gates
        self.accurate = accurate
        sieve = accurate == nil ? nil : gates
        self.answering = answering
        self.extractor = extractor
        self.margin = margin ?? model.threshold?.margin ?? Self.leastMargin
        resolver = TargetResolver(target: target)
        acts = ActTable(extractor.words)
        sharesReading =
            sentiment.map {
                $0.bases.isEmpty && model.vectorizer.readsLike($0.vectorizer)
            } ?? false
    }

    /// The same scorer toward another target.
    package func toward(_ target: StanceTarget) -> DocumentScorer {
        var scorer = self
        scorer.resolver = TargetResolver(target: target)
        return scorer
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
        return Self.scored(documents, by: [self], timing: &times) { _, _ in true }
    }

    /// The documents scored by several scorers, which differ in their targets alone: each document is read and
    /// searched for quotations once. `isOpen` tells whether a document, by its number, is scored by a scorer, by
    /// its own.
    ///
    /// - Complexity: O(bytes of the texts) for one scorer; each more adds the looking for its target and the scores of
    ///   what is said of it.
    package static func scored(
        _ documents: [Document], by scorers: [DocumentScorer], timing times: inout PhaseTimes,
        watch: any DocumentWatch = NoWatch(), known: (any KnownOpinions)? = nil,
        where isOpen: (_ document: Int, _ scorer: Int) -> Bool
    ) -> [ScoredDocument] {
        var work = PassageQueue(scorers, known: known)
        for (number, document) in documents.enumerated() {
            let name = RecordName(document)
            let isSuspect = watch.isSuspect(name)
            if isSuspect { work.score(&times, watch) }
            watch.begin(name)
            var clock = StepClock()
            let article = scorers[0].read(document)
            let view = DocumentView(document, article.words)
            let found = article.extraction.renamed(by: scorers[0].extractor.aliases, in: document)
            var scored = ScoredDocument(
                summary: DocumentSummary(document), facts: view.facts(found.quotations),
                people: found.people, runs: scorers.map { _ in nil })
            times.extract += clock.step()
            for (k, scorer) in scorers.enumerated() where isOpen(number, k) {
                scored.runs[k] = scorer.rows(
                    of: article, found, view, document: number, run: k, waiting: &work)
            }
            times.resolve += clock.step()
            work.add(scored)
            if work.isFull || isSuspect { work.score(&times, watch) }
        }
        work.score(&times, watch)
        watch.end()
        return work.scored
    }

    /// What is the same for every target.
    func read(_ document: Document) -> ReadDocument {
        document.given == nil
            ? .found(extractor.reading(of: document))
            : .given(
                extractor.givenOrFound(in: document),
                Reading(document.text, lexicon: extractor.words.lexicon))
    }

    /// What one run has to say of a document: its rows without their scores, whose passages wait.
    private func rows(
        of article: ReadDocument, _ found: Extraction, _ view: DocumentView, document: Int,
        run: Int, waiting: inout PassageQueue
    ) -> ScoredDocument.Run {
        let resolved = resolver.resolved(
            article, of: view.document, aliases: extractor.aliases, acts: acts)
        let extraction = resolved.acts.extraction
        let sentences = model.provenance.readsSentences ? extraction.sentences : nil
        var result = ScoredDocument.Run(target: resolver.target.name)
        var leaders = LeaderCheck(resolver)
        var number = 0
        let reading = gates == nil ? nil : article.reading
        // Where an encoder is asked, words alone only tell what it need not read.
        let first = sieve ?? gates
        let least = accurate?.sieve ?? gates?.provenance.keep ?? 1
        for (i, quotation) in extraction.quotations.enumerated() {
            let isAct = quotation.rule == TargetResolver.actRule
            defer { if !isAct { number += 1 } }
            let isLeader = quotation.parent == nil && leaders.isLeader(in: quotation)
            var (resolution, clause) = (resolved.resolutions[i], resolved.acts.clauses[i])
            var judgment: (gates: GateProbabilities, answer: Float)?
            var gateRow: GateRow?
            if !isLeader, resolution.mention != .none, let reading, let first,
                Self.abstention(quotation, resolution, in: view, clause != nil) == nil
            {
                let candidate = Candidate(
                    quotation: quotation, resolution: resolution, clause: clause,
                    reading: reading, document: view.document)
                let row = candidate.row()
                judgment = first.judgment(of: row)
                gateRow = row
            }
            // What has no word for the leader is about the leader only where the gates say so.
            if resolution.mention == .context, (judgment?.gates.all ?? 0) < least {
                resolution = TargetResolver.Resolution(mention: .none, spans: [])
                judgment = nil
            }
            guard isLeader || resolution.mention != .none || clause != nil else { continue }
            var row = ScoredDocument.Row(
                place: isAct ? .act(view.facts(quotation)) : .fact(number),
                score: score(quotation, resolution, clause, isLeader: isLeader, in: view))
            if !isAct, quotation.speaker != found.quotations[number].speaker {
                row.speaker = quotation.speaker
                row.joint = view.joint(quotation)
            }
            if let judgment { row.score.take(judgment.gates, keeping: least) }
            if row.score.abstention == nil, row.score.status != .leader {
                let passage = view.passage(
                    quotation, resolution, clause?.act, around: sentences)
                row.score.passage = KeptPassage(
                    passage.passage, of: view.text(of: quotation))
                let marked =
                    accurate == nil
                    ? nil
                    : view.marked(quotation, resolution, resolved.names, in: extraction.sentences)
                waiting.add(
                    .init(
                        place: (document, run, result.rows.count), passage: passage,
                        quotation: quotation, clause: clause, answer: judgment?.answer ?? 0,
                        view: view, marked: marked, gateRow: marked == nil ? nil : gateRow))
            }
            result.rows.append(row)
        }
        return result
    }

    /// What is known of a quotation before the model has read it.
    private func score(
        _ quotation: Quotation, _ resolution: TargetResolver.Resolution, _ clause: ActClause?,
        isLeader: Bool, in view: DocumentView
    ) -> QuotationScore {
        var score = QuotationScore(target: resolver.target.name, mention: resolution.mention)
        score.act = clause?.act
        if resolution.mention != .none {
            score.targetSpans = resolution.spans.map(view.points.codePoints)
            (score.contextBefore, score.contextAfter) = view.context(of: quotation)
        } else if isLeader {
            (score.contextBefore, score.contextAfter) = view.context(of: quotation)
        }
        score.abstention = Self.abstention(quotation, resolution, in: view, clause != nil)
        score.status = Self.status(quotation, score, isLeader: isLeader)
        return score
    }

    /// The status before the model has spoken: ``QuotationStatus/counted`` where nothing stands in the way.
    private static func status(
        _ quotation: Quotation, _ score: QuotationScore, isLeader: Bool
    ) -> QuotationStatus {
        if quotation.parent != nil { return .nested }
        if quotation.speaker == nil { return .noSpeaker }
        if isLeader { return .leader }
        if score.mention == .none { return .notAbout }
        return score.abstention == nil ? .counted : .tooShort
    }

    static func abstention(
        _ quotation: Quotation, _ resolution: TargetResolver.Resolution, in view: DocumentView,
        _ isAct: Bool
    ) -> Abstention? {
        let words = words(in: view.text(of: quotation))
        if words == 0 { return .empty }
        if quotation.parent != nil { return .nested }
        if resolution.mention == .none { return .noTarget }
        return words < 3 && !isAct ? .tooShort : nil
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

/// Tells which speakers of a document are the leader; each is looked at once.
private struct LeaderCheck {
    private let resolver: TargetResolver
    private var known: [String: Bool] = [:]

    init(_ resolver: TargetResolver) { self.resolver = resolver }

    /// Whether the leader speaks in a quotation. Words that the leader says together with others are the leader's: what
    /// the others say of somebody in one voice with that person is no stance of their own.
    mutating func isLeader(in quotation: Quotation) -> Bool {
        if quotation.isJoint { return quotation.speakers.contains { isLeader($0) } }
        return quotation.speaker.map { isLeader($0) } ?? false
    }

    private mutating func isLeader(_ speaker: Speaker) -> Bool {
        if let known = known[speaker.id] { return known }
        let answer = resolver.isTarget(speaker)
        known[speaker.id] = answer
        return answer
    }
}
