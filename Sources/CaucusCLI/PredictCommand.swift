import ArgumentParser
import Caucus

struct PredictCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "predict",
        abstract: "Label examples with a model: one line of JSON an example, in input order.",
        discussion: """
            Examples:
              caucus predict model.safetensors unlabeled.jsonl > predictions.jsonl
              cat unlabeled.jsonl | caucus predict model.safetensors -
            """)

    @Argument(help: "A model file.")
    var model: String

    @Argument(help: "Examples as JSONL or CSV, or - for standard input (also when none is named).")
    var labeled: [String] = ["-"]

    @Flag(
        help: """
            Add "abstained": whether the lead of the label is below the margin that train --max-error kept.
            """)
    var abstain = false

    @OptionGroup var batch: BatchOptions

    /// Examples scored at a time.
    private static let chunk = 4096

    func run() throws {
        let path = model
        let model = try ModelFile.read(path)
        let margin = model.threshold?.margin
        if abstain, margin == nil {
            throw Failure(
                64, "--abstain: \(path) keeps no margin; expected a model of train --max-error")
        }
        var input = try LabeledInput(labeled, batch)
        var output = StandardOutput()
        var maker = PassageMaker()
        while true {
            var chunk: [LabeledExample] = []
            while chunk.count < Self.chunk, let example = try input.next() { chunk.append(example) }
            guard !chunk.isEmpty else { break }
            let probabilities = model.probabilities(
                for: maker.passages(of: chunk, for: model.mentionSettings))
            for (example, row) in zip(chunk, probabilities) {
                let record = PredictionRecord(
                    id: example.id, probabilities: row, task: model.task,
                    margin: abstain ? margin : nil)
                try output.write(line: record.json)
            }
        }
        try output.flush()
        defer { input.sumUp() }
        try input.finish()
    }
}
