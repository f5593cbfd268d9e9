import CCaucus
import Caucus
import Foundation

/// One call that scores documents into a store.
struct StoreScoring {
    static let options =
        DocumentSource.options + GivenModel.options
        + ["store", "targets", "aliases", "model_name", "precision", "answer_all", "mode"]

    /// Which models read.
    private enum Mode: String, CaseIterable {
        /// Words alone.
        case fast
        /// An encoder reads what may count.
        case accurate
        /// As `caucus report` does it: the second where the documents are few.
        case auto
    }

    /// More bytes of text than this are read by words alone in mode `auto`, as by the command.
    private static let accurateBytes = 30_000_000

    private let options: CallOptions
    private let work: CallWork

    init(_ options: CallOptions, _ work: CallWork) {
        self.options = options
        self.work = work
    }

    /// Scores the documents, and tells how many got how far, a row a run.
    func scored(_ documents: UnsafePointer<caucus_table>?) throws -> ResultTable {
        let targets = try TargetList(yaml: Data(try options.needed("targets").utf8)).targets
        let given = try GivenModel.model(options)
        if let given, given.task != .stance {
            throw CallError.data("a \(given.task.rawValue) model, expected a stance model")
        }
        guard let model = try given ?? StanceModel.shipped(.stance) else {
            throw CallError.usage("found no option model; this library was built without one")
        }
        let gates = try GateModel.shipped()
        let accurate = try accurateModels(documents, isOwn: given != nil)
        let answering = try answering(accurate?.model ?? model, accurate?.gates ?? gates)
        // The input is looked at first, so that a wrong path leaves no store behind.
        _ = try DocumentSource(documents, options, work)
        let path = try options.needed("store")
        let store = try Store(path: path, mode: .writing)
        defer { try? store.close() }
        let source = try DocumentSource(
            documents, options, work, known: try StoredIdentities(store))
        let pipeline = Pipeline(
            model: model, sentiment: try StanceModel.shipped(.sentiment), gates: gates,
            accurate: accurate, targets: targets, aliases: try speakerAliases(options),
            answering: answering, jobs: work.jobs)
        let work = work
        try waited {
            try await pipeline.score(
                next: { try source.next() }, into: store, files: source.paths,
                diagnostics: { source.takeDiagnostics() }, progress: { count, _ in work.add(count) }
            )
        }
        try source.check()
        try store.finish(runs: pipeline.runs.map(\.id))
        return try audits(pipeline, store, source)
    }

    private func accurateModels(
        _ documents: UnsafePointer<caucus_table>?, isOwn: Bool
    ) throws -> AccurateModels? {
        let mode = try options.choice("mode", Mode.self) ?? .fast
        switch mode {
        case .fast: return nil
        case .accurate:
            guard !isOwn else {
                throw CallError.usage("mode accurate with another model: expected the built-in one")
            }
            guard let models = try AccurateModels.shipped() else {
                throw CallError.usage("mode accurate: this library was built without an encoder")
            }
            return models
        case .auto:
            return isOwn || isLarge(documents) ? nil : try AccurateModels.shipped()
        }
    }

    /// Whether there is more text than an encoder reads unasked.
    private func isLarge(_ documents: UnsafePointer<caucus_table>?) -> Bool {
        guard let table = documents?.pointee else {
            guard let path = options["path"],
                let reader = try? DocumentReader(paths: [path]), let bytes = reader.totalBytes
            else { return true }
            return bytes > Self.accurateBytes
        }
        let bytes = (0..<Int(table.column_count)).reduce(0) {
            $0 + Int(table.columns?[$1].byte_count ?? 0)
        }
        return bytes > Self.accurateBytes
    }

    private func answering(_ model: StanceModel, _ gates: GateModel?) throws -> Answering {
        let precision: Double? = try options.number("precision", in: 0.5...0.8)
        let all = try options.flag("answer_all")
        guard let precision else { return all ? .all : .standard }
        guard !all else {
            throw CallError.usage("precision and answer_all: expected one of the two")
        }
        guard gates?.knows(model) == true else {
            throw CallError.usage(
                "precision with another model: it is measured with the built-in one alone")
        }
        return .precision(precision)
    }

    private func audits(
        _ pipeline: Pipeline, _ store: Store, _ source: DocumentSource
    ) throws -> ResultTable {
        let counts = ["documents", "quotations", "attributed", "about_target", "scored", "counted"]
        var table = ResultTable(
            [("run", .text), ("target", .text)] + (counts + ["diagnostics"]).map { ($0, .integer) })
        for run in pipeline.runs {
            let audit = try store.audit(run: run.id)
            table.add([
                .text(run.id), .text(run.target.name), .integer(audit.documents),
                .integer(audit.quotations), .integer(audit.attributed),
                .integer(audit.aboutTarget), .integer(audit.scored), .integer(audit.counted),
                .integer(source.diagnosticCount),
            ])
        }
        return table
    }
}
