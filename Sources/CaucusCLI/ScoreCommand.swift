import ArgumentParser
import Caucus
import Foundation

struct ScoreCommand: AsyncParsableCommand, SupervisedCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Score the quotations of documents toward a leader, into a store.",
        discussion: """
            Examples:
              caucus score articles/ --target "Helen Marwick" --model model.safetensors --store run.sqlite
              caucus score corpus.jsonl --target "Helen Marwick" --alias "the prime minister" \\
                --model model.safetensors --store run.sqlite
              caucus score corpus.jsonl --targets targets.yaml --model model.safetensors --store run.sqlite
              caucus score 2031/*.gqg.json.gz --format gdelt --target "Helen Marwick" \\
                --model model.safetensors --store run.sqlite

            Reads .txt, .jsonl, .ndjson, .json, .csv, .tsv and .html, each also .gz. With --format gdelt, quotebank, \
            citron or ggt the records bring their quotations along (GDELT's Global Quotation Graph, Quotebank, BBC \
            Citron, the Gender Gap Tracker) and none are searched for.

            Run again on the same store it goes on where it stopped: a document that is in the store, unchanged and \
            scored by the same model toward the same target, is not scored again. With several targets each document \
            is read once.
            """)

    @Argument(help: "Files, directories (recursive) or - for standard input.")
    var documents: [String]

    @OptionGroup var target: TargetOptions

    @Option(help: "The model that tells stances apart, instead of the built-in one.")
    var model: String?

    @Option(help: "The model that tells tones apart, instead of the built-in one.")
    var sentiment: String?

    @Option(help: "The store: an SQLite file, made where there is none.")
    var store: String

    @OptionGroup var answers: AnsweringOptions
    @OptionGroup var speakers: AliasOptions
    @OptionGroup var words: WordOptions
    @OptionGroup var reading: DocumentOptions
    @OptionGroup var batch: BatchOptions
    @OptionGroup var bounds: BoundOptions

    var inputs: [String] { documents }

    @Flag(help: "Tell on standard error where the time went, in seconds of all threads.")
    var timings = false

    func validate() throws { try target.checkOne() }

    func run() async throws {
        // Before the models are read, which takes a moment: a signal then ends the command as any other does.
        let interrupt = Interrupt()
        let targets = try target.resolved()
        let aliases = try speakers.resolved(quiet: batch.quiet)
        let words = try words.resolved()
        let models = try ReadingModels(answers, model: model)
        let sentiment = try ModelFile.sentiment(sentiment)
        var scoring = Scoring(documents: documents, reading: reading, batch: batch)
        scoring.tellsTimes = timings
        // The input is looked at first, so that a wrong path leaves no store behind.
        _ = try DocumentInput(documents, reading, batch)
        let isNew =
            !FileManager.default.fileExists(atPath: store)
            || Worker.current?.record[.storeIsNew] == 1
        if isNew { Worker.current?.record[.storeIsNew] = 1 }
        let opened = try Store(path: store, mode: .writing)
        do {
            let pipeline = Pipeline(
                model: models.model, sentiment: sentiment, gates: models.gates,
                accurate: models.accurate,
                targets: targets, aliases: aliases, words: words, answering: answers.answering,
                jobs: batch.jobs)
            try await scoring.run(pipeline, into: opened, interrupt)
        } catch let error as Failure where error.code == 65 && isNew {
            try discardIfEmpty(opened)
            throw error
        } catch let error as CorpusError where isNew {
            try discardIfEmpty(opened)
            throw error
        }
        try opened.close()
    }

    /// Removes a store that was made for nothing: no document was read, and all that was odd has been told.
    private func discardIfEmpty(_ opened: Store) throws {
        let isEmpty = try opened.runs().allSatisfy {
            try opened.isEmpty(run: $0.id)
                && opened.diagnostics(run: $0.id).count <= BadRecords.printed
        }
        try opened.close()
        guard isEmpty else { return }
        for suffix in ["", "-wal", "-shm", "-lock"] {
            try? FileManager.default.removeItem(atPath: store + suffix)
        }
    }
}

/// One run of a pipeline over the documents of a command.
struct Scoring {
    var documents: [String]
    var reading: DocumentOptions
    var batch: BatchOptions
    /// Whether the store outlives the command.
    var isKept = true
    /// Whether to tell where the time went.
    var tellsTimes = false

    func run(_ pipeline: Pipeline, into store: Store, _ interrupt: Interrupt) async throws {
        let known = try StoredIdentities(store)
        var input = try DocumentInput(documents, reading, batch, known: known) {
            interrupt.isRaised
        }
        input.spill = { diagnostics in
            try store.write(
                StoreBatch(diagnostics: diagnostics), runs: pipeline.runs.map(\.id))
        }
        var progress = Progress(quiet: batch.quiet)
        // What earlier workers of this command have done.
        let scoredBefore = Int(Worker.current?.record[.documentsScored] ?? 0)
        let stored = pipeline.runs.indices.map {
            Worker.current?.record.stored(run: $0) ?? (documents: 0, replaced: 0)
        }
        let count = try await pipeline.score(
            next: { try input.next() }, into: store, files: input.files,
            watch: DocumentsAtWork.watch,
            diagnostics: { input.takeDiagnostics() }, faults: { input.takeFaults() },
            progress: {
                Worker.current?.record[.documentsScored] += UInt64($0)
                progress.add(
                    documents: $0, quotations: $1, read: input.bytesRead, of: input.totalBytes)
            },
            timing: { if tellsTimes { tell($0) } })
        progress.finish()
        try end(interrupt, scoredBefore + count.scored, store)
        try input.checkRead()
        let isWhole = !input.isCut
        try store.finish(runs: pipeline.runs.map(\.id), isWhole: isWhole)
        for (i, run) in pipeline.runs.enumerated() {
            let known = count.known[i] - stored[i].documents
            let replaced = count.replaced[i] + stored[i].replaced
            let before = [(known, "scored before"), (replaced, "changed and scored anew")]
            if !batch.quiet {
                let audit = try store.audit(run: run.id)
                tell(audit, run, before)
                try tellNames(of: run, audit, in: store)
            }
        }
        // A signal while copies were marked came too late to leave anything out, and is obeyed all the same.
        try end(interrupt, scoredBefore + count.scored, store)
        // A bad record makes a strict run fail, and the store is complete all the same.
        try input.finish()
    }

    /// Ends with 130 where a signal came, and tells how to go on.
    private func end(_ interrupt: Interrupt, _ scored: Int, _ store: Store) throws {
        guard interrupt.isRaised else { return }
        let rest =
            isKept
            ? ", which are kept in \(store.path); run the same command again to go on" : ""
        Console.tell("caucus: interrupted after \(scored) documents\(rest)")
        throw Ended(code: 130)
    }

    /// Where the time went.
    private func tell(_ times: PhaseTimes) {
        let phases = times.phases.map { "\($0.name) \(String(format: "%.2f", $0.seconds)) s" }
        Console.tell("time: " + phases.joined(separator: ", "))
    }

    /// Says where no document, or hardly any, names the leader, and who is named instead.
    private func tellNames(of run: RunDescription, _ audit: LossAudit, in store: Store) throws {
        var names = NamesLikeTarget(run.target)
        try store.forEachPeople(run: run.id) { names.read($0) }
        let isFound = audit.aboutTarget > 0 || audit.counts[.leader] ?? 0 > 0
        guard audit.documents > 0, let note = names.note(isFound: isFound) else { return }
        Console.tell("caucus: \(note)")
    }

    /// The loss audit: how many got how far. A document that has changed takes the place of the one that the
    /// store had under its id, and is told.
    private func tell(_ audit: LossAudit, _ run: RunDescription, _ before: [(Int, String)]) {
        let told = (before + [(audit.crashed, "left out")]).filter { $0.0 > 0 }
            .map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        let documents = audit.documents == 1 ? "document" : "documents"
        let quotations = audit.quotations == 1 ? "quotation" : "quotations"
        Console.tell(
            """
            \(run.target.name): \(audit.documents) \(documents)\(told.isEmpty ? "" : " (\(told))") → \
            \(audit.quotations) \(quotations) → \(audit.attributed) with a speaker → \(audit.aboutTarget) \
            about the leader → \(audit.scored) scored → \(audit.counted) counted
            """)
    }
}
