import CaucusMatrix
public import CaucusStatistics
public import CaucusText

/// Two models on the same labeled examples.
public struct ModelComparison: Sendable {
    /// An example that the two answer differently.
    public struct Flip: Sendable {
        /// The example.
        public let example: LabeledExample
        /// The labels that the two find most probable.
        public let first: String
        public let second: String
        /// The probabilities that the two give to the example's own label.
        public let firstProbability: Double
        public let secondProbability: Double

        /// Whether the first is right, or the second; at most one is.
        public var isFirstRight: Bool { first == label }
        public var isSecondRight: Bool { second == label }

        /// The example's label in the task's spelling.
        public let label: String
    }

    /// The labels of the task, in the order of all metrics.
    public let names: [String]
    /// Each model's own figures.
    public let first: Metrics
    public let second: Metrics
    /// The first less the second.
    public let difference: PairedComparison
    /// The examples that the two answer differently, in input order.
    public let flips: [Flip]

    /// Compares two models.
    ///
    /// - Throws: ``ComparisonError`` where they have different tasks, ``TrainingError`` where a label is
    ///   missing or outside the task.
    public init(
        _ first: StanceModel, _ second: StanceModel, on examples: [LabeledExample],
        seed: UInt64 = 1
    ) throws {
        guard first.task == second.task else {
            throw ComparisonError.differentTasks(first: first.task, second: second.task)
        }
        let (a, b) = (try ScoredExamples(first, examples), try ScoredExamples(second, examples))
        let all = Array(examples.indices)
        names = first.task.labels
        self.first = a.metrics(all, seed: seed)
        self.second = b.metrics(all, seed: seed)
        difference = PairedComparison(
            first: a.probabilities, second: b.probabilities, labels: a.labels, groups: a.groups,
            seed: seed)
        let answers = (a.probabilities.largestColumns, b.probabilities.largestColumns)
        let names = names
        flips = all.filter { answers.0[$0] != answers.1[$0] }.map { i in
            Flip(
                example: examples[i], first: names[answers.0[i]], second: names[answers.1[i]],
                firstProbability: a.probabilities[i, a.labels[i]],
                secondProbability: b.probabilities[i, a.labels[i]], label: names[a.labels[i]])
        }
    }
}

/// Why two models cannot be compared.
public enum ComparisonError: Error, Equatable, CustomStringConvertible {
    /// One tells stances apart, the other tones.
    case differentTasks(first: StanceTask, second: StanceTask)

    /// What was found and what would be right, in lower case.
    public var description: String {
        switch self {
        case .differentTasks(let first, let second):
            "cannot compare a \(first.rawValue) model with a \(second.rawValue) model; "
                + "expected two of one task"
        }
    }
}
