import CaucusTarget

/// The whole flow on one page: documents → quotations with speakers → scores toward a target → a store →
/// a report, speaker by speaker.
///
/// ```swift
/// let pipeline = Pipeline(model: model, target: StanceTarget(name: "Helen Marwick"))
/// let store = try Store(path: "run.sqlite", mode: .writing)
/// try await pipeline.score(next: { documents.next() }, into: store)
/// let report = try Pipeline.report(of: pipeline.run, in: store)
/// ```
public struct Pipeline: Sendable {
    /// What is about to be done, a run a target; the same target, model and version give the same run.
    public let runs: [RunDescription]
    /// The first of ``runs``, the only one where there is one target.
    public var run: RunDescription { runs[0] }
    private let scorers: [DocumentScorer]
    private let jobs: Int

    /// Creates the flow for one target, working on `jobs` cores; `aliases` are speakers the user has
    /// joined, `words` the lists that the documents are read with.
    public init(
        model: StanceModel, sentiment: StanceModel? = nil, gates: GateModel? = nil,
        accurate: AccurateModels? = nil, target: StanceTarget,
        aliases: SpeakerAliases = SpeakerAliases(),
        words: WordLists = .standard, answering: Answering = .standard, jobs: Int = 1
    ) {
        self.init(
            model: model, sentiment: sentiment, gates: gates, accurate: accurate, targets: [target],
            aliases: aliases, words: words, answering: answering, jobs: jobs)
    }

    /// Creates the flow for several targets: each document is read and searched for quotations once. A target
    /// that is named twice counts once.
    ///
    /// - Precondition: there is a target.
    public init(
        model: StanceModel, sentiment: StanceModel? = nil, gates: GateModel? = nil,
        accurate: AccurateModels? = nil, targets: [StanceTarget],
        aliases: SpeakerAliases = SpeakerAliases(),
        words: WordLists = .standard, answering: Answering = .standard, jobs: Int = 1
    ) {
        precondition(!targets.isEmpty, "found no target, expected at least one")
        // 1. Quotations and speakers (CaucusQuotes), the target in them, features and probabilities
        //    (CaucusFeatures, CaucusLearning): all that happens to one document.
        var known: Set<StanceTarget> = []
        let targets = targets.filter { known.insert($0).inserted }
        let scorer = DocumentScorer(
            model: model, sentiment: sentiment, gates: gates, accurate: accurate,
            target: targets[0],
            extractor: QuotationExtractor(aliases: aliases, words: words), answering: answering)
        scorers = targets.map(scorer.toward)
        runs = targets.map { target in
            RunDescription(
                model: scorer.model, target: target, version: Caucus.version, aliases: aliases,
                sentiment: sentiment, gates: scorer.gates, answering: answering,
                lexicon: words.digest, sieve: accurate == nil ? nil : gates)
        }
        self.jobs = jobs
    }

    /// Scores every document that `next` gives and that `store` does not hold yet.
    ///
    /// Chunks are committed in the order of the input, each in one transaction with the diagnostics that
    /// `diagnostics` gives and the documents that `faults` says were left out, so that an interrupted run goes on
    /// where it stopped.
    ///
    /// At the end `timing` is told where the time went; `watch` is told all along what is at work.
    ///
    /// - Returns: how many documents were scored, and for each run how many were there already, and how many took
    ///   the place of another one of their id.
    @discardableResult
    public func score(
        next: () throws -> Document?, into store: Store, files: [String] = [],
        watch: any DocumentWatch = NoWatch(),
        diagnostics: () -> [Diagnostic] = { [] }, faults: () -> [StoreBatch.Fault] = { [] },
        progress: (_ documents: Int, _ quotations: Int) -> Void = { _, _ in },
        timing: (PhaseTimes) -> Void = { _ in }
    ) async throws -> (scored: Int, known: [Int], replaced: [Int]) {
        var scored = 0
        var replaced = runs.map { _ in 0 }
        var times = PhaseTimes()
        let scorers = scorers
        let chunkBytes = scorers[0].accurate == nil ? nil : BatchRunner.slowChunkBytes
        let known = scorers[0].accurate == nil ? nil : StoredOpinions(store)
        try store.begin(runs, reading: files)
        var unfinished = try UnfinishedDocuments(runs, in: store)
        // 2. From the corpus (CaucusCorpus), those that are not done, over the cores, in order.
        try await BatchRunner(jobs: jobs).run(
            chunks: {
                var clock = StepClock()
                defer { times.read += clock.step() }
                while true {
                    let chunk = try BatchRunner.documents(next, bytes: chunkBytes)
                    if chunk.isEmpty { return nil }
                    let open = try unfinished.of(chunk)
                    if !open.documents.isEmpty { return open }
                    progress(0, 0)
                }
            },
            work: { (chunk: UnfinishedDocuments.Chunk) in
                var times = PhaseTimes()
                let scored = DocumentScorer.scored(
                    chunk.documents, by: scorers, timing: &times, watch: watch, known: known,
                    where: chunk.isOpen)
                return (scored, times)
            },
            // 3. Into the store (CaucusStore), a chunk a transaction.
            commit: { (documents: [ScoredDocument], spent: PhaseTimes) in
                var clock = StepClock()
                let batch = StoreBatch(
                    documents: documents, faults: faults(), diagnostics: diagnostics())
                try known?.write()
                try write(batch, into: store, replaced: &replaced, watch)
                times += spent
                times.store += clock.step()
                scored += documents.count
                progress(documents.count, documents.reduce(0) { $0 + $1.facts.count })
            })
        try write(
            StoreBatch(faults: faults(), diagnostics: diagnostics()), into: store,
            replaced: &replaced, watch)
        timing(times)
        return (scored, unfinished.known, replaced)
    }

    /// Writes what all runs have of a chunk, and what was odd.
    private func write(
        _ batch: StoreBatch, into store: Store, replaced: inout [Int],
        _ watch: any DocumentWatch
    ) throws {
        guard !batch.isEmpty else { return }
        for (k, count) in try store.write(batch, runs: runs.map(\.id)).enumerated() {
            replaced[k] += count
            watch.stored(batch.documents.count { $0.runs[k] != nil }, replacing: count, run: k)
        }
    }

    /// The report of a run (CaucusReport, which asks CaucusStatistics for shares and intervals).
    ///
    /// With `gold`, what the run's model keeps of its own errors (`StanceModel.gold`), the report shows them and
    /// corrects shares by them.
    public static func report(
        of run: RunDescription, in store: Store, options: ReportOptions = ReportOptions(),
        labels: [HandLabel] = [], gold: GoldSample? = nil, edits: SpeakerEdits = SpeakerEdits()
    ) throws -> Report {
        Report(
            run: run, documents: try store.documents(run: run.id),
            quotations: try store.quotations(run: run.id), faults: try store.faults(run: run.id),
            diagnostics: try store.diagnostics(run: run.id), options: options, labels: labels,
            gold: gold, identities: try store.identities(run: run.id),
            proposals: try store.proposedAliases(run: run.id), edits: edits,
            isComplete: try store.isComplete(run: run.id))
    }

    /// What a store holds of a run, to be put beside others in a `Comparison`.
    public static func side(
        of run: RunDescription, in store: Store, gold: GoldSample? = nil
    ) throws -> ComparedRun {
        ComparedRun(
            run: run, documents: try store.documents(run: run.id),
            quotations: try store.quotations(run: run.id),
            identities: try store.identities(run: run.id), gold: gold,
            isComplete: try store.isComplete(run: run.id))
    }
}
