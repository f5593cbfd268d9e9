public import ArgumentParser
import Caucus

struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract:
            "Measure a model on labeled examples, or the runs of a store on hand labels, with 95 % intervals.",
        discussion: """
            Examples:
              caucus evaluate model.safetensors held-out.jsonl
              caucus evaluate model.safetensors held-out.jsonl --by target --json
              caucus evaluate model.safetensors held-out.jsonl --quick --min-macro-f1 0.6   (exit 1 below)
              caucus evaluate model.safetensors labels.jsonl --learning-curve
              caucus evaluate run.sqlite labels.jsonl            every run in it, side by side
              caucus evaluate model.safetensors labels.jsonl --labels-of run.sqlite   before and after training

            Prints the model's own figures; the same features and penalty fitted anew to these examples and held \
            out at random, by group, by speaker and by target, side by side with the lexicon alone and the \
            majority; two probes (other names, another target); how the errors fall where only the surest are \
            answered; the worst errors; and the examples whose tone is not their stance, warm but against or cold \
            but in favor, with the scores of both models. --quick leaves out the refits, the probes and the tones.

            Labeled quotations that keep the columns p_speech, p_about and p_speaker of a report's quotations.csv have \
            them told beside the worst errors: a side may be wrong since the words are about somebody else.

            How many of the examples are in the model's training data is told: figures on these flatter it.

            Of a store the answers of its runs, ours and those of caucus import, are measured by labels of caucus \
            label: how many quotations are what they are counted as, how well p_speech, p_about and p_speaker \
            foretell it, and the stance; runs about one leader are compared on the quotations that both answer. With \
            --labels-of the model's answers to the passages that a store keeps stand beside the run's own, on \
            articles from which the model has not learned. What was drawn by caucus sample weighs the inverse of its \
            chance to be drawn, where all labels tell it; intervals draw articles; of several people's labels that \
            of most counts. A run whose model has learned from these labels is flattered by them.

            \(LabelOptions.help)
            """)

    @Argument(help: "A model file, or a store.")
    var model: String

    @Argument(help: "Labeled examples: JSONL or CSV files, or directories of them.")
    var labeled: [String]

    @Option(
        help: ArgumentHelp(
            "The store whose quotations are labeled: its run's answers, before, beside the model's, after.",
            valueName: "store"))
    var labelsOf: String?

    @Flag(
        help: "With --labels-of: measure articles from which the model has learned, too.")
    var alsoLearned = false

    @Option(
        name: .customLong("run"), help: "Of a store, the run of this name alone.")
    var runName: String?

    @Option(help: "Of a store, the runs toward this leader alone.")
    var target: String?

    @Flag(help: "Print JSON instead of tables.")
    var json = false

    @Option(help: "Also measure each target, speaker or group.")
    var by: StanceEvaluation.Slice?

    @Flag(help: "Measure the model as it is and nothing more.")
    var quick = false

    @Flag(
        help:
            "Also fit the model's features to 50, 100, 200, 500 … of the examples, five draws each."
    )
    var learningCurve = false

    @Option(help: "How many of the worst errors, and of the tones of each kind, to print.")
    var errors: Int = 10

    @Option(
        help: ArgumentHelp(
            "What tells tones; the built-in sentiment model unless given.", valueName: "model"))
    var sentiment: String?

    @Option(help: "Exit with 1 where macro-F1 is lower.")
    var minMacroF1: Double?

    @Option(help: "Seed of the bootstrap, the folds and the draws.")
    var seed: UInt64 = 1

    @OptionGroup var labels: LabelOptions
    @OptionGroup var batch: BatchOptions

    func validate() throws {
        if let minMacroF1, !(0...1).contains(minMacroF1) {
            throw ValidationError("--min-macro-f1 \(minMacroF1): expected a figure between 0 and 1")
        }
        guard errors >= 0 else { throw ValidationError("--errors \(errors): expected 0 or more") }
        guard !alsoLearned || labelsOf != nil else {
            throw ValidationError("--also-learned without --labels-of: expected the store, too")
        }
    }

    func run() throws {
        if StoredRun.isStore(model) { return try evaluateRuns() }
        if let labelsOf { return try evaluateTrained(on: labelsOf) }
        guard runName == nil, target == nil else {
            throw Failure(64, "--run or --target with a model: expected a store, or --labels-of")
        }
        let model = try ModelFile.read(model)
        let examples = try LabeledInput.all(labeled, batch, labels, for: model.task)
        if !batch.quiet { model.tellOverlap(with: examples, as: self.model) }
        var options = StanceEvaluation.Options(
            slice: by, refits: !quick, probes: !quick, learningCurve: learningCurve,
            errors: errors, seed: seed)
        if !quick || sentiment != nil {
            options.sentiment = try ModelFile.sentiment(sentiment)
        }
        let evaluation = try StanceEvaluation(model, on: examples, options: options)
        let record = EvaluationRecord(evaluation, conflicts: errors)
        var output = StandardOutput()
        try output.write(line: json ? record.json : record.text)
        try output.flush()
        try check(evaluation.metrics)
    }

    /// Ends with 1 where `--min-macro-f1` asks for more.
    func check(_ metrics: Metrics) throws {
        guard let minMacroF1, metrics.macroF1.value < minMacroF1 else { return }
        Console.tell(
            "caucus: macro-F1 \(metrics.macroF1.value.threeDigits), "
                + "expected at least \(minMacroF1.threeDigits)")
        throw Ended(code: 1)
    }
}

extension StanceEvaluation.Slice: ExpressibleByArgument {}

extension Double {
    /// Rounded to three digits.
    fileprivate var threeDigits: Double { (self * 1000).rounded() / 1000 }
}
