import ArgumentParser
import Caucus
import Foundation

struct ReportCommand: AsyncParsableCommand, SupervisedCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the per-speaker report of a store, or of documents in one go.",
        discussion: """
            Examples:
              caucus report run.sqlite -o report/
              caucus report run.sqlite --target "Helen Marwick" -o report/
              caucus report articles/ --target "Helen Marwick" --model model.safetensors -o report/
              caucus report run.sqlite --direct --named --from 2031-04-01 --to 2031-06-30 --outlet "The Lorn Post" -o report/
              caucus report run.sqlite --aliases report/aliases.proposed.txt --exclude "The Lorn Post" -o joined/
              caucus report run.sqlite --labels drawn.csv --unit document --by week --by section -o report/
              caucus report run.sqlite --full --date 2031-03-05 -o report/
              caucus report leaders.sqlite --compare -o beside/
              caucus report leaders.sqlite --compare --target "Helen Marwick" --target "Tomas Adeyar" --by outlet,month -o beside/
              caucus report leaders.sqlite --compare --periods 2031-01:2031-03 2031-04:2031-06 -o beside/
              caucus report old.sqlite new.sqlite --compare -o beside/

            Writes report.html (one page: a front of two or three printed pages, and folded depth), report.md, report.json, \
            charts as SVG and, with rsvg-convert on the path, PNG, speakers.csv, quotations.csv, contributions.csv, aliases.proposed.txt (names that may be one speaker's: edit it and give it to --aliases) \
            and datapackage.json (caucus verify checks their checksums); with --labels, where people moved borders or named another speaker, \
            corrections.csv. A store with several leaders \
            gives a folder for each, unless --target names one, or --targets some.

            --direct, --explicit, --named, --kind, --min-confidence, --from, --to and --outlet leave quotations out of all numbers \
            that count; --aliases, --merge and --exclude change who the speakers are. What is left out keeps its row in \
            quotations.csv, with the status filtered or excluded.

            With --compare the leaders are side by side instead: compare.html, compare.md, compare.json, a table each for leaders, \
            time, outlets, speakers, voices (who is quoted) and differences with intervals of their own, and \
            quotations.csv with the rows that they count. Runs of one leader, of one store or of several, are compared as two models \
            on the same quotations.

            Offsets in quotations.csv count code points of the document's text, those in contributions.csv code points \
            of the quotation. Calibration and confusions come from the model's file: of the built-in model by itself, \
            of another by --model.
            """)

    @Argument(help: "A store, or documents: files, directories or - for standard input.")
    var inputs: [String]

    @Option(name: .shortAndLong, help: "The folder to write into, made where there is none.")
    var output: String

    @OptionGroup var target: TargetOptions

    @Option(
        help: ArgumentHelp(
            "The model that tells stances apart, or the one that a store was scored with: what its "
                + "file keeps of its errors goes into the report. Else the built-in one."))
    var model: String?

    @Option(
        help: "The model that tells tones apart, where documents are given; else the built-in one.")
    var sentiment: String?

    @Flag(help: "Replace the files of an earlier report.")
    var force = false

    @OptionGroup var comparing: ComparingOptions
    @OptionGroup var counting: CountingOptions

    @OptionGroup var answers: AnsweringOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var edits: EditOptions
    @OptionGroup var words: WordOptions
    @OptionGroup var reading: DocumentOptions
    @OptionGroup var batch: BatchOptions
    @OptionGroup var bounds: BoundOptions

    /// A store is only read.
    var isSupervised: Bool {
        !comparing.compare && (target.target != nil || target.targets != nil)
            && !(inputs.count == 1 && StoredRun.isStore(inputs[0]))
    }
    var needsScratch: Bool { true }

    func validate() throws {
        guard !comparing.compare else { return }
        try target.checkOne()
        try counting.checkAlone()
    }

    func run() async throws {
        guard !comparing.compare else { return try compare() }
        guard inputs.count == 1, StoredRun.isStore(inputs[0]) else {
            return try await reportDocuments()
        }
        try checkRead()
        let store = try Store(path: inputs[0], mode: .reading)
        let wanted =
            try target.target.map { [$0] }
            ?? (target.targets == nil ? nil : target.resolved().map(\.name))
        let runs = try store.runs().filter { wanted?.contains($0.target.name) ?? true }
        try write(runs, of: store, edits: edits.resolved())
        try store.close()
    }

    /// Fails where something is asked of the reading or scoring of a store, which is done.
    func checkRead() throws {
        guard words.lexicon.isEmpty else {
            throw Failure(
                64,
                "--lexicon with a store: expected documents, since those of a store are read already"
            )
        }
        guard !answers.accurate, !answers.fast else {
            throw Failure(
                64,
                "--accurate or --fast with a store: expected documents, since those of a store are read already"
            )
        }
        guard answers.gates == nil else {
            throw Failure(
                64,
                "--gates with a store: expected documents, since those of a store are judged already"
            )
        }
        guard answers.answering == .standard else {
            throw Failure(
                64,
                "--precision or --answer-all with a store: expected documents, since those of a store are answered "
                    + "already")
        }
    }

    /// Scores documents into a store of the moment and reports it.
    private func reportDocuments() async throws {
        guard target.target != nil || target.targets != nil else {
            throw noStore()
        }
        let interrupt = Interrupt()
        let targets = try target.resolved()
        let aliases = try edits.file.edits().aliases
        let words = try words.resolved()
        let bytes = try DocumentInput(inputs, reading, batch).totalBytes
        let models = try ReadingModels(answers, model: model, bytes: bytes)
        let sentiment = try ModelFile.sentiment(sentiment)
        // A worker's folder is the command's, so that a second worker goes on in it.
        let folder =
            (Worker.current?.scratch).map { URL(fileURLWithPath: $0) }
            ?? FileManager.default.temporaryDirectory
            .appendingPathComponent("caucus-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("run.sqlite").path
        let store = try Store(path: path, mode: .writing)
        let scoring = Scoring(
            documents: inputs, reading: reading, batch: batch, isKept: false)
        let pipeline = Pipeline(
            model: models.model, sentiment: sentiment, gates: models.gates,
            accurate: models.accurate,
            targets: targets, aliases: aliases, words: words, answering: answers.answering,
            jobs: batch.jobs)
        try await scoring.run(pipeline, into: store, interrupt)
        try write(store.runs(), of: store, edits: edits.resolved(ofDocuments: true))
        try store.close()
    }

    /// Why what was given without a leader is not a store.
    private func noStore() -> Failure {
        let expected = "expected a store, or --target NAME with documents"
        guard inputs.count == 1, inputs[0] != "-" else {
            return Failure(64, "documents are given without a leader: \(expected)")
        }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: inputs[0], isDirectory: &isFolder) else {
            return Failure(66, "cannot read \(inputs[0]): no such file; \(expected)")
        }
        return isFolder.boolValue
            ? Failure(64, "\(inputs[0]) is a directory: \(expected)")
            : Failure(65, "\(inputs[0]) is no store: \(expected)")
    }

    /// The folders of runs: called after their leaders, with a number where others are called so, or after the runs where
    /// several are of one leader.
    private static func folders(_ runs: [RunDescription]) -> [String] {
        guard Set(runs.map(\.target.name)).count == runs.count else { return runs.map(\.id) }
        var taken: Set<String> = []
        return runs.map { run in
            var name = run.target.slug
            var number = 2
            while !taken.insert(name).inserted {
                name = "\(run.target.slug)-\(number)"
                number += 1
            }
            return name
        }
    }

    private func write(
        _ runs: [RunDescription], of store: Store, edits changes: SpeakerEdits
    ) throws {
        guard !runs.isEmpty else {
            let what =
                target.target.map { "no run toward \($0)" }
                ?? target.targets.map { "no run toward a leader of \($0)" } ?? "no run"
            throw Failure(65, "\(inputs[0]): found \(what), expected at least one")
        }
        let folders = Self.folders(runs)
        var options = counting.resolved()
        options.filter = filter.filter
        let labels = try counting.handLabels(batch)
        let models = try models(of: runs)
        let drawing = ChartDrawing()
        for (run, name) in zip(runs, folders) {
            let report = try Pipeline.report(
                of: run, in: store, options: options, labels: labels,
                gold: gold(run, models), edits: changes)
            try filter.check(report)
            try edits.check(report, quiet: batch.quiet || run.id != runs[0].id)
            try counting.check(report, labels, batch, alone: runs.count == 1)
            let folder = runs.count > 1 ? output + "/" + name : output
            let files = try report.files { drawing.picture(of: $0) }
                .map { (name: $0.name, bytes: $0.bytes) }
            try OutputFile.write(files, into: folder, force: force)
            if !batch.quiet {
                Console.tell(SpeakersTable(report).text)
                for note in report.warnings { Console.tell("caucus: " + note) }
                for note in report.labelUse?.notes ?? [] { Console.tell("caucus: " + note) }
                tell(report.proposedJoins, in: folder)
                Console.tell("wrote \(folder)/report.html and \(files.count - 1) more files")
            }
        }
        if !drawing.isAvailable, !batch.quiet { Console.tell("caucus: " + ChartDrawing.missing) }
    }

    /// The first few names that may be one speaker's, and where all of them are.
    private func tell(_ joins: [String], in folder: String) {
        guard !joins.isEmpty else { return }
        for join in joins.prefix(3) { Console.tell("caucus: " + join) }
        let more = joins.count > 3 ? "\(joins.count - 3) more joins" : "how to join them"
        Console.tell(
            "caucus: \(more): edit \(folder)/aliases.proposed.txt and give it to --aliases")
    }

    /// What is known of the errors of the model that a run was scored with: of the built-in one by judged quotations,
    /// where the gates are those of the run.
    func gold(_ run: RunDescription, _ models: [String: StanceModel]) throws -> GoldSample? {
        if let gates = try GateModel.shipped(of: run) { return gates.gold }
        return models[run.modelChecksum]?.gold
    }

    /// The models at hand that the runs were scored with, by checksum: of `--model`, which must be one of them,
    /// and the built-in one.
    func models(of runs: [RunDescription]) throws -> [String: StanceModel] {
        var models: [String: StanceModel] = [:]
        for name in StanceModel.shippedNames where runs.contains(where: { $0.model == name }) {
            if let shipped = try StanceModel.shipped(named: name) {
                models[shipped.checksum] = shipped
            }
        }
        guard let model else { return models }
        let given = try ModelFile.stance(model)
        guard runs.contains(where: { $0.modelChecksum == given.checksum }) else {
            throw Failure(
                65,
                "\(model): found model \(given.checksum.prefix(12)), expected "
                    + "\(runs[0].modelChecksum.prefix(12)), which the run was scored with")
        }
        models[given.checksum] = given
        return models
    }
}
