import ArgumentParser
import Caucus
import Foundation

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the per-speaker report of a store, or of documents in one go.",
        discussion: """
            Examples:
              caucus report run.sqlite -o report/
              caucus report run.sqlite --target "Helen Marwick" -o report/
              caucus report articles/ --target "Helen Marwick" --model model.safetensors -o report/
              caucus report run.sqlite --labels drawn.csv --unit document --by week --by section -o report/

            Writes report.html (one self-contained file), report.md, report.json, speakers.csv, quotations.csv, \
            contributions.csv and datapackage.json (caucus verify checks their checksums). A store with several leaders gives a folder for each, unless \
            --target names one.
            """)

    @Argument(help: "A store, or documents: files, directories or - for standard input.")
    var inputs: [String]

    @Option(name: .shortAndLong, help: "The folder to write into, made where there is none.")
    var output: String

    @OptionGroup var target: TargetOptions

    @Option(
        help:
            "The model that tells stances apart, where documents are given; else the built-in one.")
    var model: String?

    @Option(
        help: "The model that tells tones apart, where documents are given; else the built-in one.")
    var sentiment: String?

    @Flag(help: "Replace the files of an earlier report.")
    var force = false

    @OptionGroup var counting: CountingOptions

    @OptionGroup var speakers: AliasOptions
    @OptionGroup var reading: DocumentOptions
    @OptionGroup var batch: BatchOptions

    func run() async throws {
        guard inputs.count == 1, isStore(inputs[0]) else { return try await reportDocuments() }
        let store = try Store(path: inputs[0], mode: .reading)
        let runs = try store.runs().filter {
            target.target == nil || $0.target.name == target.target
        }
        try write(runs, of: store)
        try store.close()
    }

    /// Scores documents into a store of the moment and reports it.
    private func reportDocuments() async throws {
        guard target.target != nil || target.targets != nil else {
            let found = inputs.count == 1 ? "\(inputs[0]) is no store" : "documents are given"
            throw Failure(
                inputs.count == 1 && !FileManager.default.fileExists(atPath: inputs[0]) ? 66 : 64,
                "\(found): expected a store, or --target NAME with documents")
        }
        let targets = try target.resolved()
        let aliases = try speakers.resolved()
        let stance = try ModelFile.stance(model)
        let sentiment = try ModelFile.sentiment(sentiment)
        _ = try DocumentInput(inputs, reading, batch)
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("caucus-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("run.sqlite").path
        let store = try Store(path: path, mode: .writing)
        let scoring = Scoring(documents: inputs, reading: reading, batch: batch)
        let interrupt = Interrupt()
        for target in targets {
            let pipeline = Pipeline(
                model: stance, sentiment: sentiment, target: target, aliases: aliases,
                jobs: batch.jobs)
            try await scoring.run(pipeline, into: store, interrupt)
        }
        try write(store.runs(), of: store)
        try store.close()
    }

    private func write(_ runs: [RunDescription], of store: Store) throws {
        guard !runs.isEmpty else {
            let what = target.target.map { "no run toward \($0)" } ?? "no run"
            throw Failure(65, "\(inputs[0]): found \(what), expected at least one")
        }
        let names = Set(runs.map(\.target.name))
        let options = try counting.resolved()
        let labels = try counting.handLabels(batch)
        for run in runs {
            let report = try Pipeline.report(
                of: run, in: store, options: options, labels: labels)
            try counting.check(report, labels, batch, alone: runs.count == 1)
            let several = runs.count > 1
            let slug = names.count == runs.count ? run.target.slug : run.id
            let folder = several ? output + "/" + slug : output
            let files = try report.files().map { (name: $0.name, bytes: $0.bytes) }
            try OutputFile.write(files, into: folder, force: force)
            if !batch.quiet {
                Console.tell(SpeakersTable(report).text)
                Console.tell("wrote \(folder)/report.html and \(files.count - 1) more files")
            }
        }
    }

    /// Whether the file begins as SQLite files do.
    private func isStore(_ path: String) -> Bool {
        guard path != "-", let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        return (try? file.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
    }
}
