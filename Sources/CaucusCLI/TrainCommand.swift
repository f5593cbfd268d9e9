public import ArgumentParser
import Caucus
import Foundation

struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Fit a stance or sentiment model to labeled examples.",
        discussion: """
            Examples:
              caucus train labels.jsonl -o model.safetensors
              caucus train labels.csv -o tone.safetensors --task sentiment --folds 10
              caucus train labels.jsonl -o model.safetensors --features plain --c 1 --folds 0 --json

            Labels are favor, against, neutral (--task sentiment: positive, negative, neutral); two of the three \
            suffice. The penalty is chosen by cross-validation over groups (the column group: article or story).
            """)

    @Argument(help: "Labeled examples: JSONL or CSV files, or directories of them.")
    var labeled: [String]

    @Option(name: .shortAndLong, help: "Where to write the model.")
    var output: String

    @Option(help: "What to tell apart: stance or sentiment.")
    var task: StanceTask = .stance

    @Option(help: "Folds of the cross-validation; 0 fits at --c alone.")
    var folds: Int = 5

    @Option(help: "Seed of the folds and of the bootstrap.")
    var seed: UInt64 = 1

    @Option(help: "Which features: stance or plain (scikit-learn's TF-IDF).")
    var features: String = FeatureSettings.stance.name

    @Option(
        name: .customLong("c"), help: "The penalty as scikit-learn's C, instead of choosing it.")
    var c: Double?

    @Flag(help: "Print the results as JSON on standard output.")
    var json = false

    @Flag(help: "Replace the model where there is one.")
    var force = false

    @OptionGroup var batch: BatchOptions

    func validate() throws {
        guard folds == 0 || folds >= 2 else {
            throw ValidationError("--folds \(folds): expected 0, or 2 and more")
        }
        if let c, !(c > 0 && c.isFinite) {
            throw ValidationError("--c \(c): expected a positive number")
        }
        guard FeatureSettings(named: features) != nil else {
            throw ValidationError("--features \(features): expected stance or plain")
        }
    }

    func run() throws {
        let file = try OutputFile(path: output, force: force)
        let examples = try LabeledInput.all(labeled, batch)
        let name = URL(fileURLWithPath: output).deletingPathExtension().lastPathComponent
        let trainer = StanceTrainer(
            task: task, features: FeatureSettings(named: features) ?? .stance, folds: folds, c: c,
            seed: seed, name: name, version: Caucus.version)
        let result = try trainer.trained(on: examples)
        try file.write(result.model.encoded())
        try file.commit()
        if !batch.quiet { tell(result.model) }
        if json {
            var out = StandardOutput()
            try out.write(line: TrainingRecord(result, path: output).json)
            try out.flush()
        }
    }

    private func tell(_ model: StanceModel) {
        let p = model.provenance
        let counts = zip(task.labels, p.labelCounts).map { "\($1) \($0)" }.joined(separator: ", ")
        Console.tell("\(p.examples) examples (\(counts)) in \(p.groups) groups")
        Console.tell("\(p.columns) columns, C = \(p.c), \(p.convergence.iterations) iterations")
        if !p.convergence.reached {
            Console.tell("caucus: the fit did not converge; read its metrics with care")
        }
        if let metrics = p.metrics {
            Console.tell("out of fold, \(p.folds) grouped folds, calibrated:")
            Console.tell(MetricsTable(metrics, names: model.labels, baseline: p.baseline).text)
        }
        Console.tell("wrote \(output)")
    }
}

extension StanceTask: ExpressibleByArgument {}
