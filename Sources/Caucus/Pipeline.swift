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
    /// What is about to be done; the same target, model and version give the same run.
    public let run: RunDescription
    private let scorer: DocumentScorer
    private let jobs: Int

    /// Creates the flow for one target, working on `jobs` cores; `aliases` are speakers the user has
    /// joined.
    public init(
        model: StanceModel, sentiment: StanceModel? = nil, target: StanceTarget,
        aliases: SpeakerAliases = SpeakerAliases(), jobs: Int = 1
    ) {
        // 1. Quotations and speakers (CaucusQuotes), the target in them, features and probabilities
        //    (CaucusFeatures, CaucusLearning): all that happens to one document.
        scorer = DocumentScorer(
            model: model, sentiment: sentiment, target: target,
            extractor: QuotationExtractor(aliases: aliases))
        run = RunDescription(
            model: model, target: target, version: Caucus.version, aliases: aliases,
            sentiment: sentiment)
        self.jobs = jobs
    }

    /// Scores every document that `next` gives and that `store` does not hold yet.
    ///
    /// Chunks are committed in the order of the input, each in one transaction with the diagnostics that
    /// `diagnostics` gives, so that an interrupted run goes on where it stopped.
    ///
    /// - Returns: how many documents were scored, and how many were there already.
    @discardableResult
    public func score(
        next: () throws -> Document?, into store: Store, files: [String] = [],
        diagnostics: () -> [Diagnostic] = { [] },
        progress: (_ documents: Int, _ quotations: Int) -> Void = { _, _ in }
    ) async throws -> (scored: Int, known: Int) {
        var count = (scored: 0, known: 0)
        let (scorer, run) = (scorer, run)
        try store.begin(run, reading: files)
        let isNew = try store.isEmpty(run: run.id)
        // 2. From the corpus (CaucusCorpus), those that are not done, over the cores, in order.
        try await BatchRunner(jobs: jobs).run(
            chunks: {
                while true {
                    let chunk = try BatchRunner.documents(next)
                    if isNew || chunk.isEmpty { return chunk.isEmpty ? nil : chunk }
                    let hashes = chunk.map { (id: $0.id, hash: DocumentSummary($0).hash) }
                    let open = try store.unfinished(hashes, run: run.id)
                    count.known += chunk.count - open.count
                    if !open.isEmpty { return open.map { chunk[$0] } }
                }
            },
            work: { chunk in
                let scored = chunk.map { scorer.scored($0) }
                return StoreBatch(
                    entries: scored.map {
                        StoreBatch.Entry(document: $0.summary, quotations: $0.quotations)
                    })
            },
            // 3. Into the store (CaucusStore), a chunk a transaction.
            commit: { (chunk: StoreBatch) in
                var chunk = chunk
                chunk.diagnostics = diagnostics()
                try store.write(chunk, run: run.id)
                count.scored += chunk.entries.count
                progress(
                    chunk.entries.count, chunk.entries.reduce(0) { $0 + $1.quotations.count })
            })
        let rest = diagnostics()
        if !rest.isEmpty { try store.write(StoreBatch(diagnostics: rest), run: run.id) }
        return count
    }

    /// The report of a run (CaucusReport, which asks CaucusStatistics for shares and intervals).
    public static func report(
        of run: RunDescription, in store: Store, options: ReportOptions = ReportOptions(),
        labels: [HandLabel] = []
    ) throws -> Report {
        let documents = try store.documents(run: run.id)
        let quotations = Duplicates.marked(
            try store.quotations(run: run.id), documents: documents)
        return Report(
            run: run, documents: documents, quotations: quotations,
            audit: try store.audit(run: run.id), diagnostics: try store.diagnostics(run: run.id),
            options: options, labels: labels)
    }
}
