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

    @OptionGroup var batch: BatchOptions

    /// Examples scored at a time.
    private static let chunk = 4096

    func run() throws {
        let model = try ModelFile.read(model)
        var input = try LabeledInput(labeled, batch)
        var output = StandardOutput()
        var maker = PassageMaker()
        while true {
            var chunk: [LabeledExample] = []
            while chunk.count < Self.chunk, let example = try input.next() { chunk.append(example) }
            guard !chunk.isEmpty else { break }
            let probabilities = model.probabilities(for: chunk.map { maker.passage(of: $0) })
            for (example, row) in zip(chunk, probabilities) {
                let record = PredictionRecord(
                    id: example.id, probabilities: row, task: model.task)
                try output.write(line: record.json)
            }
        }
        try output.flush()
        try input.finish()
    }
}
