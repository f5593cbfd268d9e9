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
              caucus train few.jsonl -o model.safetensors --start-from stance-en-2.safetensors
              caucus train --labels-of run.sqlite labels.jsonl -o model.safetensors --start-from stance-en-2
              caucus train tweets.jsonl -o model.safetensors --features tweets --lexicon words.txt

            Labels are favor, against, neutral (--task sentiment: positive, negative, neutral); two of the three \
            suffice, in small or large letters. Examples with other labels are left out and counted. The penalty is chosen by cross-validation over groups (the column group: article or story).

            With --features tweets the label is the one that serves F_avg best, the mean F1 of favor and against \
            (SemEval-2016 task 6): the probabilities are then those of a population with as many of either as that \
            measure rewards. --aim likeliest keeps them true to the labels' own shares.

            --lexicon names a list of good and bad words that extends the built-in one: its own format, which \
            caucus inspect --lexicon shows, or a file like VADER's, AFINN's or Lexicoder's. The words go into the \
            model file; later commands do not need the list.

            --labels-of takes labels that caucus label wrote: what the model learns from are the sentences around each \
            quotation, which the store keeps. What is no speech about the leader teaches no stance; how well the run \
            itself foretold the labels is told beside the figures out of fold, an article a group. What the labels say \
            of the gates (speech, about the leader, by the speaker) goes into gates of their own beside the model, \
            model.gates.safetensors: caucus score --model model.safetensors --gates model.gates.safetensors reads with both.

            \(LabelOptions.help)
            """)

    @Argument(help: "Labeled examples: JSONL or CSV files, or directories of them.")
    var labeled: [String]

    @Option(
        help: ArgumentHelp(
            "The store whose quotations are labeled, where the labels are those of caucus label.",
            valueName: "store"))
    var labelsOf: String?

    @Option(
        help: ArgumentHelp(
            "With --labels-of: the gates that the run was scored with, where they are not built in.",
            valueName: "file"))
    var gates: String?

    @Option(name: .shortAndLong, help: "Where to write the model.")
    var output: String

    @Option(help: "What to tell apart: stance or sentiment.")
    var task: StanceTask = .stance

    @Option(help: "Folds of the cross-validation; 0 fits at --c alone.")
    var folds: Int = 5

    @Option(help: "Seed of the folds and of the bootstrap.")
    var seed: UInt64 = 1

    @Option(
        help: """
            Which features: stance; encoder, the same with what the built-in encoder says; tweets, where the author \
            speaks; plain, scikit-learn's TF-IDF; masked, the same without names; lexicon.
            """)
    var features: String = FeatureSettings.stance.name

    @Flag(
        help: "Take the target's own words as features too: a prior about the people in the labels."
    )
    var targetIdentity = false

    @Option(
        help: ArgumentHelp(
            "Good and bad words that extend the built-in list; may be repeated, later files win.",
            valueName: "file"))
    var lexicon: [String] = []

    @Option(
        help: ArgumentHelp(
            "What the label is chosen for: likeliest, or f-avg (the default of --features tweets).",
            valueName: "likeliest|f-avg"))
    var aim: LabelAim?

    @Option(
        help: ArgumentHelp(
            """
            Whether the penalty spares words that fall unevenly on the labels (by-counts); with --features stance \
            and \(StanceTrainer.countedExamples.lowerBound) to \(StanceTrainer.countedExamples.upperBound) labels \
            cross-validation chooses.
            """, valueName: "even|by-counts"))
    var penalty: PenaltyShape?

    @Option(
        help: """
            How far to raise rare labels: from 0, as they are, to 1, all alike in weight (default: 0; with \
            --start-from the more, the fewer labels there are: 0.75 for 100).
            """)
    var balance: Double?

    @Flag(
        help: """
            The texts are whole sentences of articles, not quotations alone: articles are then scored by the \
            sentences around a quotation. Said of itself where most records tell where the speaker stands.
            """)
    var sentences = false

    @Option(
        help: ArgumentHelp(
            "Markdown on data, licence, use and limits, kept in the model for its card.",
            valueName: "file"))
    var about: String?

    @Option(
        help: ArgumentHelp(
            "A model whose answers become features of the new one: for few labels.",
            valueName: "model"))
    var startFrom: String?

    @Flag(
        help: """
            Keep no hashes of the texts in the model; whether examples are among them can then not be told.
            """)
    var noTextHashes = false

    @Option(
        name: .customLong("c"), help: "The penalty as scikit-learn's C, instead of choosing it.")
    var c: Double?

    @Option(
        help: """
            Keep a margin in the model below which it does not answer, so that at most this share of its \
            answers is wrong.
            """)
    var maxError: Double?

    @Flag(help: "Print the results as JSON on standard output.")
    var json = false

    @Flag(help: "Replace the model where there is one.")
    var force = false

    @OptionGroup var labels: LabelOptions
    @OptionGroup var batch: BatchOptions

    func validate() throws {
        guard folds == 0 || folds >= 2 else {
            throw ValidationError("--folds \(folds): expected 0, or 2 and more")
        }
        if let c, !(c > 0 && c.isFinite) {
            throw ValidationError("--c \(c): expected a positive number")
        }
        if let maxError, !(maxError > 0 && maxError < 1) {
            throw ValidationError("--max-error \(maxError): expected a share between 0 and 1")
        }
        if maxError != nil, folds == 0 {
            throw ValidationError("--max-error with --folds 0: expected folds to choose it on")
        }
        if let balance, !(0...1).contains(balance) {
            throw ValidationError("--balance \(balance): expected 0 to 1")
        }
        guard FeatureSettings(named: features) != nil || features == Self.encoder else {
            let known = (FeatureSettings.names + [Self.encoder]).joined(separator: ", ")
            throw ValidationError("--features \(features): expected one of \(known)")
        }
        try labels.check(for: task)
        if labelsOf != nil, task != .stance {
            throw ValidationError("--labels-of with --task sentiment: expected --task stance")
        }
        if labelsOf == nil, gates != nil {
            throw ValidationError("--gates without --labels-of: expected the store that is labeled")
        }
        // A list that nothing reads would be lost without a word.
        if !lexicon.isEmpty, ["plain", "masked"].contains(features) {
            throw ValidationError(
                "--lexicon with --features \(features), which reads no list of words: expected --features "
                    + "stance, tweets or lexicon")
        }
    }

    func run() throws {
        let file = try OutputFile(path: output, force: force)
        let labeledRun = try labelsOf.map(storedLabels)
        let stored = labeledRun?.examples
        let refit = try labeledRun.flatMap { try refitted($0.verdicts) }
        let examples = try stored?.examples ?? LabeledInput.all(labeled, batch, labels, for: task)
        let name = URL(fileURLWithPath: output).deletingPathExtension().lastPathComponent
        let settings = FeatureSettings(named: features) ?? .stance
        var trainer = StanceTrainer(
            task: task, features: targetIdentity ? settings.takingIdentity : settings, folds: folds,
            c: c,
            maximumError: maxError, seed: seed, name: name, version: Caucus.version,
            base: try startFrom.map { try ModelFile.read($0) })
        trainer.keepsTextHashes = !noTextHashes
        if !batch.quiet, let base = trainer.base, let startFrom {
            base.tellOverlap(with: examples, as: startFrom)
        }
        if features == Self.encoder {
            guard try trainer.readWithShippedEncoder() else {
                throw Failure(
                    64, "--features encoder: this program was built without an encoder")
            }
        }
        trainer.balance = balance
        trainer.aim = aim
        trainer.penaltyFollowsCounts = penalty.map { $0 == .byCounts }
        trainer.lexicon = try LexiconFile.read(lexicon)
        if sentences || stored != nil { trainer.readsSentences = true }
        if let about {
            guard let text = try? String(contentsOfFile: about, encoding: .utf8) else {
                throw Failure(66, "cannot read \(about): expected a text file in UTF-8")
            }
            trainer.about = text
        }
        trainer.jobs = batch.jobs
        let result =
            try stored.map { try trainer.trained(on: $0.examples, as: $0.passages) }
            ?? trainer.trained(on: examples)
        try file.write(result.model.encoded())
        try file.commit()
        try refit?.commit()
        if !batch.quiet { tell(result.model) }
        if !batch.quiet, let refit { Console.tell(refit.text) }
        if json {
            var out = StandardOutput()
            try out.write(line: TrainingRecord(result, path: output, gates: refit?.record).json)
            try out.flush()
        }
    }

    /// The features of ``FeatureSettings/stance`` with what an encoder says.
    private static let encoder = "encoder"

    private func tell(_ model: StanceModel) {
        let p = model.provenance
        let counts = zip(task.labels, p.labelCounts).map { "\($1) \($0)" }.joined(separator: ", ")
        Console.tell(
            "\(p.examples) examples (\(counts)) in \(p.groups) \(p.groups == 1 ? "group" : "groups")"
        )
        Console.tell("\(p.columns) columns, C = \(p.c), \(p.convergence.iterations) iterations")
        if !p.convergence.reached {
            Console.tell("caucus: the fit did not converge; read its metrics with care")
        }
        if let metrics = p.metrics {
            Console.tell("out of fold, \(p.folds) grouped folds, calibrated:")
            Console.tell(MetricsTable(metrics, names: model.labels, baseline: p.baseline).text)
        }
        if let threshold = model.threshold {
            Console.tell(ThresholdText(threshold).text)
        }
        Console.tell("wrote \(output)")
    }
}

/// How the penalty falls on the columns.
enum PenaltyShape: String, ExpressibleByArgument, CaseIterable {
    case even
    case byCounts = "by-counts"
}

extension StanceTask: ExpressibleByArgument {}
extension LabelAim: ExpressibleByArgument {}
