import ArgumentParser
import Caucus

struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Tell whether two models differ on the same labeled examples.",
        discussion: """
            Examples:
              caucus compare old.safetensors new.safetensors held-out.jsonl
              caucus compare old.safetensors new.safetensors held-out.jsonl --json

            Differences are the first model's figure less the second's, with 95 % intervals from a bootstrap that \
            draws the same groups for both; McNemar's test takes the groups as its units. Both models must be \
            for one task, and neither trained on these examples: how many are in a model's training data is told.

            \(LabelOptions.help)
            """)

    @Argument(help: "A model file.")
    var first: String

    @Argument(help: "Another model file of the same task.")
    var second: String

    @Argument(help: "Labeled examples: JSONL or CSV files, or directories of them.")
    var labeled: [String]

    @Flag(help: "Print JSON, with every answer that differs, instead of tables.")
    var json = false

    @Option(help: "How many of the answers that differ to print.")
    var flips: Int = 10

    @Option(help: "Seed of the bootstrap.")
    var seed: UInt64 = 1

    @OptionGroup var labels: LabelOptions
    @OptionGroup var batch: BatchOptions

    func validate() throws {
        guard flips >= 0 else { throw ValidationError("--flips \(flips): expected 0 or more") }
    }

    func run() throws {
        let models = (try ModelFile.read(first), try ModelFile.read(second))
        guard models.0.task == models.1.task else {
            throw Failure(
                65,
                "\(first) is a \(models.0.task.rawValue) model and \(second) a "
                    + "\(models.1.task.rawValue) model: expected two of one task")
        }
        let examples = try LabeledInput.all(
            labeled, batch, labels, for: models.0.task)
        if !batch.quiet {
            for (model, name) in [(models.0, first), (models.1, second)] {
                model.tellOverlap(with: examples, as: name)
            }
        }
        let comparison = try ModelComparison(models.0, models.1, on: examples, seed: seed)
        let record = ComparisonRecord(comparison, first: first, second: second)
        var output = StandardOutput()
        try output.write(line: json ? record.json : record.text(flips: flips))
        try output.flush()
    }
}
