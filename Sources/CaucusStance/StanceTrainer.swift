public import CaucusFeatures
import CaucusLearning
package import CaucusMatrix
public import CaucusText

/// Fits a stance or sentiment model to labeled examples.
///
/// The penalty is chosen by grouped cross-validation (mean log loss of the held-out folds), the temperature
/// is fitted on the out-of-fold logits at that penalty, and the model is then fitted to all examples. The
/// vocabulary is made once from all texts, without their labels, as scikit-learn users do it.
public struct StanceTrainer: Sendable {
    /// What to tell apart.
    public var task: StanceTask
    /// Which features; ``FeatureSettings/stance`` unless set.
    public var features: FeatureSettings
    /// Folds of the cross-validation; 0 fits at ``c`` alone, without calibration or metrics.
    public var folds: Int
    /// The penalty as scikit-learn's C, or `nil` to choose it by cross-validation.
    public var c: Double?
    /// Seed of the folds and of the bootstrap.
    public var seed: UInt64
    /// The model's name, for its card.
    public var name: String
    /// The version of Caucus, for the card.
    public var version: String

    /// The values of C that cross-validation tries.
    public static let candidates: [Double] = [0.1, 0.3, 1, 3, 10, 30, 100, 300]

    /// Creates a trainer.
    public init(
        task: StanceTask = .stance, features: FeatureSettings = .stance, folds: Int = 5,
        c: Double? = nil, seed: UInt64 = 1, name: String = "model", version: String = ""
    ) {
        self.task = task
        self.features = features
        self.folds = folds
        self.c = c
        self.seed = seed
        self.name = name
        self.version = version
    }

    /// What training gave: the model, its training matrix, and what the fit cost.
    public struct Result: Sendable {
        /// The model.
        public var model: StanceModel
        /// The rows the model was fitted to, and the class of each.
        package var rows: SparseMatrix
        package var labels: [Int]
        /// Processor seconds spent on features, and on the last fit.
        public var vectorizeSeconds: Double
        public var fitSeconds: Double
    }

    /// Fits a model.
    ///
    /// - Throws: ``TrainingError`` where the examples cannot make one.
    public func trained(on examples: [LabeledExample]) throws -> Result {
        let encoded = try EncodedExamples(examples, task: task)
        let passages = PassageMaker.passages(of: examples)
        let clock = ProcessorClock()
        let (vectorizer, rows) = try Vectorizer(features).fittedRows(to: passages)
        let vectorizeSeconds = clock.seconds
        let search = try searched(rows, encoded)
        let fitClock = ProcessorClock()
        let regression = try LogisticRegression(c: search.c).fitted(
            to: rows, labels: encoded.labels, classes: encoded.classes.count,
            weights: encoded.weights
        ).roundedToFloat()
        let fitSeconds = fitClock.seconds
        let provenance = Provenance(
            name: name, version: version, features: features, examples: examples.count,
            groups: encoded.groupCount, labelCounts: encoded.labelCounts,
            targets: Set(examples.compactMap(\.target)).count,
            trainingDigest: Self.digest(of: examples), folds: folds, seed: seed, c: search.c,
            columns: rows.columns, nonzeros: rows.values.count,
            convergence: regression.convergence, metrics: search.metrics,
            baseline: search.baseline)
        let model = StanceModel(
            task: task, provenance: provenance, vectorizer: vectorizer, regression: regression,
            classes: encoded.classes, temperature: search.temperature)
        return Result(
            model: try model.sealed(), rows: rows, labels: encoded.labels,
            vectorizeSeconds: vectorizeSeconds, fitSeconds: fitSeconds)
    }

    /// What the cross-validation chose.
    private struct Search {
        var c: Double
        var temperature = 1.0
        var metrics: Metrics?
        var baseline: Metrics?
    }

    private func searched(_ rows: SparseMatrix, _ encoded: EncodedExamples) throws -> Search {
        guard folds > 0 else { return Search(c: c ?? 1) }
        let folding = try Folds.grouped(
            labels: encoded.labels, groups: encoded.groups, count: folds, seed: seed)
        let validation = CrossValidation(penalties: c.map { [$0] } ?? Self.candidates)
        let result = try validation.run(
            rows, labels: encoded.labels, classes: encoded.classes.count, folds: folding,
            weights: encoded.weights)
        let temperature = Calibration.temperature(
            logits: result.logits, labels: encoded.labels, weights: encoded.weights)
        let calibrated = Softmax.probabilities(logits: result.logits, temperature: temperature)
        let prior = encoded.priorProbabilities()
        return Search(
            c: result.bestC, temperature: temperature,
            metrics: encoded.metrics(calibrated, seed: seed),
            baseline: encoded.metrics(prior, seed: seed))
    }

    /// The digest of what the model learns from: texts, targets and labels, in order.
    private static func digest(of examples: [LabeledExample]) -> String {
        var digest = SHA256()
        for example in examples {
            let fields = [example.id, example.text, example.target ?? "", example.label ?? ""]
            digest.update(Array(fields.joined(separator: "\u{1F}").utf8) + [0x1E])
        }
        return digest.hex()
    }
}

extension LogisticModel {
    /// The same model with its numbers as a model file keeps them, so that a saved model answers alike.
    fileprivate func roundedToFloat() -> LogisticModel {
        LogisticModel(
            weights: Matrix(
                rows: weights.rows, columns: weights.columns,
                values: weights.values.map { Double(Float($0)) }),
            intercepts: intercepts.map { Double(Float($0)) }, convergence: convergence)
    }
}
