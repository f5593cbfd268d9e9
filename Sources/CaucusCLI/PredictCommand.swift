import ArgumentParser
import Caucus

struct PredictCommand: ParsableCommand, SupervisedCommand {
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

    @OptionGroup var columns: ExampleColumnOptions
    @OptionGroup var batch: BatchOptions
    @OptionGroup var bounds: BoundOptions

    var inputs: [String] { labeled }
    var printsResults: Bool { true }

    /// Examples scored at a time.
    private static let chunk = 1024

    func run() throws {
        let path = model
        let model = try ModelFile.read(path, replacing: true)
        let margin = model.threshold?.margin
        if abstain, margin == nil {
            throw Failure(
                64, "--abstain: \(path) keeps no margin; expected a model of train --max-error")
        }
        var input = try LabeledInput(
            labeled, batch, columns.names, columns.spelling.options)
        var output = StandardOutput()
        input.passedOver = output.skipPrinted()
        var maker = PassageMaker()
        var next = try input.next()
        while let first = next {
            var chunk = [first]
            next = try input.next()
            while chunk.count < Self.chunk, let example = next,
                !isApart(first), !isApart(example)
            {
                chunk.append(example)
                next = try input.next()
            }
            let probabilities = probabilities(of: chunk, model, &maker)
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

    /// Whether an example makes a chunk of its own, as it may be the one that ended a worker.
    private func isApart(_ example: LabeledExample) -> Bool {
        watch.isSuspect(RecordName(example))
    }

    private func probabilities(
        of chunk: [LabeledExample], _ model: StanceModel, _ maker: inout PassageMaker
    ) -> [[Double]] {
        let settings = model.mentionSettings
        let passages = chunk.flatMap { example in
            watch.begin(RecordName(example))
            return maker.passages(of: CollectionOfOne(example), for: settings)
        }
        watch.begin(chunk.map { RecordName($0) })
        defer { watch.end() }
        return model.probabilities(for: passages)
    }

    private var watch: any DocumentWatch { DocumentsAtWork.watch }
}
