import CaucusFeatures
package import CaucusMatrix
public import CaucusStatistics
public import CaucusText

/// How well a model does on labeled examples, what it leans on, and how well its recipe does when it is
/// fitted anew to these examples and held out in several ways.
public struct StanceEvaluation: Sendable {
    /// What the slices of an evaluation share.
    public enum Slice: String, Sendable, CaseIterable {
        case target, speaker, group

        /// The value of an example, or `nil` where it has none.
        func value(of example: LabeledExample) -> String? {
            switch self {
            case .target: example.target
            case .speaker: example.speaker
            case .group: example.group
            }
        }
    }

    /// What an evaluation does beside measuring the model.
    public struct Options: Sendable {
        /// Also measure each target, speaker or group.
        public var slice: Slice?
        /// Fit the model's recipe anew to the examples, held out in four ways.
        public var refits = true
        /// Try the model with other names and with other targets.
        public var probes = true
        /// Fit the model's recipe to ever more of the examples.
        public var learningCurve = false
        /// How many of the worst errors to keep.
        public var errors = 10
        /// Seed of the bootstrap, the folds and the draws.
        public var seed: UInt64 = 1
        /// What tells tones, to find those that are not the stance; `nil` looks for none.
        public var sentiment: StanceModel?

        /// Creates options.
        public init(
            slice: Slice? = nil, refits: Bool = true, probes: Bool = true,
            learningCurve: Bool = false, errors: Int = 10, seed: UInt64 = 1
        ) {
            self.slice = slice
            self.refits = refits
            self.probes = probes
            self.learningCurve = learningCurve
            self.errors = errors
            self.seed = seed
        }
    }

    /// The labels of the model's task, in the order of all metrics.
    public let names: [String]
    /// Examples.
    public let examples: Int
    /// Whether the model was trained on exactly these examples, so that its figures flatter it.
    public let isTrainingData: Bool
    /// How many of the examples have a text that the model learned from; `nil` where nobody kept hashes of these.
    public let trainingOverlap: Int?
    /// Over all examples.
    public let metrics: Metrics
    /// Of always answering the shares of the labels in these examples: the majority's label.
    public let baseline: Metrics
    /// Probabilities against observed shares, with the band of a calibrated model.
    public let calibration: CalibrationCurve
    /// Errors among the answers where the model answers only the surest.
    public let coverage: CoverageRisk
    /// What the margin that the model keeps gives here, or `nil` where it keeps none.
    public let answered: CoverageRisk.Row?
    /// The threshold that the model keeps, or `nil`.
    public let threshold: AnswerThreshold?
    /// Over the examples of each target, speaker or group, by name; empty unless asked for.
    public let slices: [(name: String, examples: Int, metrics: Metrics)]
    /// The model's recipe fitted anew to these examples; empty unless asked for.
    public let refits: [Refit]
    /// What other names do to the model; `nil` unless asked for.
    public let nameProbe: NameProbe?
    /// What other targets do to the model; `nil` unless asked for.
    public let targetProbe: TargetProbe?
    /// The model's recipe with ever more examples; empty unless asked for.
    public let learningCurve: [LearningCurvePoint]
    /// The errors that the model was surest of, worst first.
    public let worst: [WorstError]
    /// The examples that are warm but against or cold but in favor; `nil` where tones were not asked for.
    public let conflicts: [ToneConflict]?

    /// Evaluates a model.
    ///
    /// - Throws: ``TrainingError`` where a label is missing or outside the model's task.
    /// - Complexity: about a second for 10,000 sentences; refits and probes a few more.
    public init(
        _ model: StanceModel, on examples: [LabeledExample], options: Options = Options()
    ) throws {
        let scored = try ScoredExamples(model, examples)
        let seed = options.seed
        names = model.task.labels
        self.examples = examples.count
        isTrainingData = model.provenance.trainingDigest == StanceTrainer.digest(of: examples)
        trainingOverlap = model.trainingOverlap(with: examples)
        metrics = scored.metrics(Array(examples.indices), seed: seed)
        baseline = scored.metrics(of: scored.shares, Array(examples.indices), seed: seed)
        calibration = CalibrationCurve(
            probabilities: scored.probabilities, labels: scored.labels, seed: seed)
        coverage = CoverageRisk(
            probabilities: scored.probabilities, labels: scored.labels, groups: scored.groups,
            seed: seed)
        threshold = model.threshold
        answered = model.threshold.map { threshold in
            CoverageRisk.row(
                at: threshold.margin, scored.probabilities, scored.labels, groups: scored.groups,
                seed: seed)
        }
        slices = Self.sliced(examples, by: options.slice).map { name, chosen in
            (name, chosen.count, scored.metrics(chosen, seed: seed))
        }
        refits = options.refits ? Refit.all(of: model, on: examples, seed: seed) : []
        nameProbe = options.probes ? NameProbe(model, scored, seed: seed) : nil
        targetProbe = options.probes ? TargetProbe(model, scored, seed: seed) : nil
        learningCurve =
            options.learningCurve
            ? LearningCurvePoint.curve(of: model, on: examples, seed: seed) : []
        worst = WorstError.worst(options.errors, of: model, scored)
        conflicts =
            model.task == .stance
            ? options.sentiment.map { ToneConflict.all(scored, sentiment: $0) } : nil
    }

    /// The examples of each value of a column, values in order; examples without one stand under `-`.
    private static func sliced(
        _ examples: [LabeledExample], by slice: Slice?
    ) -> [(String, [Int])] {
        guard let slice else { return [] }
        var chosen: [String: [Int]] = [:]
        for (i, example) in examples.enumerated() {
            chosen[slice.value(of: example) ?? "-", default: []].append(i)
        }
        return chosen.keys.sorted().map { ($0, chosen[$0] ?? []) }
    }
}

/// Labeled examples with what a model says of them.
package struct ScoredExamples: Sendable {
    package let examples: [LabeledExample]
    /// One label a row, as a position in the task's labels.
    package let labels: [Int]
    /// One group a row; examples without a group stand alone.
    package let groups: [Int]
    /// A column a label of the task.
    package let probabilities: Matrix
    let task: StanceTask

    /// Scores examples.
    ///
    /// - Throws: ``TrainingError`` where a label is missing or outside the model's task.
    package init(_ model: StanceModel, _ examples: [LabeledExample]) throws(TrainingError) {
        labels = try EncodedExamples.positions(examples, model.task)
        groups = EncodedExamples.numbered(examples.map(\.group))
        task = model.task
        probabilities = model.matrix(for: examples)
        self.examples = examples
    }

    /// The shares of the labels, on every row.
    var shares: Matrix {
        let shares = task.labels.indices.map { k in
            Double(labels.count { $0 == k }) / Double(labels.count)
        }
        return Matrix(
            rows: labels.count, columns: shares.count, values: labels.flatMap { _ in shares })
    }

    /// The metrics of the model on some rows.
    func metrics(_ chosen: [Int], seed: UInt64) -> Metrics {
        metrics(of: probabilities.rows(at: chosen), chosen, seed: seed)
    }

    /// The metrics of other probabilities of some rows.
    func metrics(of probabilities: Matrix, _ chosen: [Int], seed: UInt64) -> Metrics {
        Metrics(
            probabilities: probabilities, labels: chosen.map { labels[$0] },
            groups: chosen.map { groups[$0] },
            interest: task.interest(among: Array(task.labels.indices)), seed: seed)
    }
}

extension StanceModel {
    /// The calibrated probabilities of examples, a column a label of the task.
    package func matrix(for examples: [LabeledExample]) -> Matrix {
        let rows = probabilities(for: PassageMaker.passages(of: examples))
        return Matrix(
            rows: rows.count, columns: task.labels.count, values: rows.flatMap { $0 })
    }
}
