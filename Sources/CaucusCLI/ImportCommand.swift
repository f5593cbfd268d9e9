import ArgumentParser
import Caucus

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Keep another model's answers to a store's quotations as a run of its own.",
        discussion: """
            Examples:
              caucus import run.sqlite predictions.jsonl --model-name my-model
              caucus import run.sqlite coder.csv --model-name ann --target "Helen Marwick"
              caucus report run.sqlite --labels labels.jsonl -o report/          a folder for each run

            The table has quote_id, and p_against, p_neutral and p_favor that sum to 1, or a stance alone. Quotations, speakers \
            and what counts are those of the run that is there; a quotation without an answer does not count. A second import \
            under the same name takes the place of the first. caucus export-prompts writes what such a model may be asked.
            """)

    @Argument(help: "The store.")
    var store: String

    @Argument(help: "The answers: JSON lines or a table; - is standard input.")
    var predictions: String

    @Option(help: "What the model is called.")
    var modelName: String

    @Option(help: "The leader whom the answers are about, where the store has several.")
    var target: String?

    @Option(name: .customLong("run"), help: "The run whose quotations are answered, by its name.")
    var runName: String?

    @Flag(help: "End with exit code 65 where a record was bad.")
    var strict = false

    @Flag(help: "Say nothing on standard error but errors.")
    var quiet = false

    func validate() throws {
        guard LabelSession.name(modelName) == modelName else {
            throw ValidationError(
                "--model-name \"\(modelName)\": expected a name of one line, up to 60 characters")
        }
    }

    func run() throws {
        let base = try StoredRun.one(of: store, named: runName, target: target)
        let read = try GivenScores(path: predictions, target: base.target.name)
        guard !read.scores.isEmpty else {
            throw Failure(
                65,
                read.diagnostics.first.map(\.description)
                    ?? "\(predictions): found no answers, expected quote_id with probabilities or a stance"
            )
        }
        var bad = BadRecords()
        for diagnostic in read.diagnostics { bad.note(diagnostic) }
        try bad.finish(
            records: read.scores.count, strict: strict, nothing: .noExamples(paths: [predictions]))
        let run = base.answered(by: modelName, read.scores)
        guard run.id != base.id else {
            throw Failure(64, "--model-name \(modelName): expected another name than the run's")
        }
        let known = Set(try Store(path: store, mode: .reading).quotations(run: base.id).map(\.id))
        guard read.scores.contains(where: { known.contains($0.quotation) }) else {
            throw Failure(
                65, "\(predictions): found none of the run's quotations, expected their quote_id")
        }
        let opened = try Store(path: store, mode: .writing)
        let found = try opened.add(read.scores, as: run, basedOn: base.id)
        try opened.close()
        guard !quiet else { return }
        if let first = found.unknown.first {
            Console.tell(
                "caucus: \(found.unknown.count) answers are to no quotation that the run scored, \(first) the first"
            )
        }
        if found.missing > 0 {
            Console.tell("caucus: \(found.missing) quotations have no answer and do not count")
        }
        Console.tell("wrote the run \(run.id) of \(modelName): \(found.scored) quotations count")
    }
}
