import CaucusFeatures
public import CaucusLearning
import CaucusMatrix
public import CaucusText

/// How well a model does on labeled examples.
public struct StanceEvaluation: Sendable {
    /// What the slices of an evaluation share.
    public enum Slice: String, Sendable, CaseIterable {
        case target, speaker, group
    }

    /// The labels of the model's task, in the order of all metrics.
    public let names: [String]
    /// Examples.
    public let examples: Int
    /// Over all examples.
    public let metrics: Metrics
    /// Of always answering the shares of the labels in these examples.
    public let baseline: Metrics
    /// Over the examples of each target, speaker or group, by name; empty unless asked for.
    public let slices: [(name: String, examples: Int, metrics: Metrics)]
    /// The model's features and penalty fitted anew to these examples, held out in four ways; those that
    /// the examples cannot be split by are left out.
    public let splits: [(name: String, labels: [String], metrics: Metrics)]

    /// Evaluates a model.
    ///
    /// - Throws: ``TrainingError`` where a label is missing or outside the model's task.
    public init(
        _ model: StanceModel, on examples: [LabeledExample], by slice: Slice? = nil,
        seed: UInt64 = 1
    ) throws {
        let labels = try Self.labels(examples, model.task)
        let names = model.task.labels
        let rows = model.probabilities(for: PassageMaker.passages(of: examples))
        func measured(_ chosen: [Int]) -> Metrics {
            Metrics(
                probabilities: Matrix(
                    rows: chosen.count, columns: names.count, values: chosen.flatMap { rows[$0] }),
                labels: chosen.map { labels[$0] },
                groups: EncodedExamples.numbered(chosen.map { examples[$0].group }),
                interest: model.task.interest(among: Array(names.indices)), seed: seed)
        }
        self.names = names
        self.examples = examples.count
        metrics = measured(Array(examples.indices))
        let shares = names.indices.map { k in
            Double(labels.count { $0 == k }) / Double(labels.count)
        }
        baseline = Metrics(
            probabilities: Matrix(
                rows: labels.count, columns: names.count, values: labels.flatMap { _ in shares }),
            labels: labels, groups: EncodedExamples.numbered(examples.map(\.group)),
            interest: model.task.interest(among: Array(names.indices)), seed: seed)
        slices = Self.sliced(examples, by: slice).map { name, chosen in
            (name, chosen.count, measured(chosen))
        }
        splits = try Self.refitted(model, examples, seed: seed)
    }

    private static func labels(_ examples: [LabeledExample], _ task: StanceTask)
        throws(TrainingError) -> [Int]
    {
        guard !examples.isEmpty else { throw .noExamples }
        var labels: [Int] = []
        for example in examples {
            guard let label = example.label else {
                throw .missingLabel(place: example.place, expected: task.labels)
            }
            guard let position = task.index(of: label) else {
                throw .unknownLabel(label, place: example.place, expected: task.labels)
            }
            labels.append(position)
        }
        return labels
    }

    /// The examples of each value of a column, values in order; examples without one stand under `-`.
    private static func sliced(_ examples: [LabeledExample], by slice: Slice?) -> [(
        String, [Int]
    )] {
        guard let slice else { return [] }
        var chosen: [String: [Int]] = [:]
        for (i, example) in examples.enumerated() {
            chosen[value(example, slice) ?? "-", default: []].append(i)
        }
        return chosen.keys.sorted().map { ($0, chosen[$0] ?? []) }
    }

    private static func value(_ example: LabeledExample, _ slice: Slice) -> String? {
        switch slice {
        case .target: example.target
        case .speaker: example.speaker
        case .group: example.group
        }
    }

    /// The model's recipe, held out at random and by group, speaker and target.
    private static func refitted(
        _ model: StanceModel, _ examples: [LabeledExample], seed: UInt64
    ) throws -> [(name: String, labels: [String], metrics: Metrics)] {
        guard let encoded = try? EncodedExamples(examples, task: model.task),
            let rows = try? Vectorizer(model.provenance.features).fittedRows(
                to: PassageMaker.passages(of: examples)
            ).rows
        else { return [] }
        let kinds: [(String, Slice?)] = [
            ("random", nil), ("by group", .group), ("by speaker", .speaker),
            ("by target", .target),
        ]
        return kinds.compactMap { name, slice in
            let keys = slice.map { slice in examples.map { value($0, slice) } }
            if let keys, Set(keys.compactMap(\.self)).count < 2 { return nil }
            let groups = keys.map(EncodedExamples.numbered) ?? Array(examples.indices)
            let count = min(5, Set(groups).count)
            guard
                let folds = try? Folds.grouped(
                    labels: encoded.labels, groups: groups, count: count, seed: seed),
                let result = try? CrossValidation(penalties: [model.provenance.c]).run(
                    rows, labels: encoded.labels, classes: encoded.classes.count,
                    folds: folds, weights: encoded.weights)
            else { return nil }
            let probabilities = Softmax.probabilities(
                logits: result.logits, temperature: model.temperature)
            let labels = encoded.classes.map { model.task.labels[$0] }
            return (name, labels, encoded.metrics(probabilities, seed: seed))
        }
    }
}
