public import CaucusFeatures
import CaucusLearning
package import CaucusMatrix
public import CaucusText
import Foundation

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
    /// The share of wrong answers, from 0 to 1, above which the model shall rather not answer; `nil` keeps
    /// no margin. Needs folds.
    public var maximumError: Double?
    /// Seed of the folds and of the bootstrap.
    public var seed: UInt64
    /// The model's name, for its card.
    public var name: String
    /// The version of Caucus, for the card.
    public var version: String
    /// How far rare labels are raised, from 0, as they are, to 1, all alike: an example weighs
    /// (1 / its label's share) to this power.
    public var balance = 0.0
    /// Whether the texts are whole sentences of articles rather than quotations alone; `nil` says so where
    /// most examples tell where their speaker stands in the text. Quotations of articles are then scored by
    /// the sentences around them.
    public var readsSentences: Bool?
    /// What to say of data, licence, use and limits on the model's card, in Markdown, or `nil`.
    public var about: String?
    /// A model whose answers become features of the new one, or `nil`; one that started from another is
    /// refused.
    public var base: StanceModel?
    /// What says which words are good and bad; the built-in list unless set.
    public var lexicon = ValenceLexicon.builtIn
    /// What the most probable label shall be good for; ``LabelAim/averageF1`` for posts unless set.
    public var aim: LabelAim?
    /// How many cores may look for features; the model does not depend on it.
    public var jobs = 1

    /// The values of C that cross-validation tries.
    public static let candidates: [Double] = [0.1, 0.3, 1, 3, 10, 30, 100, 300]

    /// Creates a trainer.
    public init(
        task: StanceTask = .stance, features: FeatureSettings = .stance, folds: Int = 5,
        c: Double? = nil, maximumError: Double? = nil, seed: UInt64 = 1, name: String = "model",
        version: String = "", base: StanceModel? = nil
    ) {
        self.maximumError = maximumError
        self.task = task
        self.features = features
        self.folds = folds
        self.c = c
        self.seed = seed
        self.name = name
        self.version = version
        self.base = base
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
        if let base, !base.bases.isEmpty { throw TrainingError.nestedBase(base.provenance.name) }
        let passages = PassageMaker.passages(of: examples, for: base == nil ? features : nil)
        let clock = ProcessorClock()
        let (fitted, ownRows) = try Features(features, lexicon: lexicon)
            .fittedRows(to: passages, jobs: jobs)
        let unweighed = base.map { ownRows.beside($0.opinions(on: passages)) } ?? ownRows
        let vectorizeSeconds = clock.seconds
        let weights = balanced(encoded)
        let search = try searched(TrainingRows(fitted, unweighed), encoded, weights)
        let (vectorizer, rows) = fitted.weighed(
            unweighed, labels: encoded.labels, classes: encoded.classes.count)
        let fitClock = ProcessorClock()
        let scale = Self.penaltyScale(classes: encoded.classes.count)
        let regression = try LogisticRegression(c: search.c * scale).fitted(
            to: rows, labels: encoded.labels, classes: encoded.classes.count,
            weights: weights
        ).shifted(by: search.shift.map { $0 * search.temperature })
            .roundedToFloat(objectiveScale: 1 / scale)
        let fitSeconds = fitClock.seconds
        var provenance = Provenance(
            name: name, version: version, features: features, examples: examples.count,
            groups: encoded.groupCount, labelCounts: encoded.labelCounts,
            targets: Set(examples.compactMap(\.target)).count,
            trainingDigest: Self.digest(of: examples), folds: folds, seed: seed, c: search.c,
            columns: rows.columns, nonzeros: rows.values.count,
            convergence: regression.convergence, metrics: search.metrics,
            baseline: search.baseline, about: about, balance: balance > 0 ? balance : nil,
            readsSentences: readsSentences ?? Self.readSentences(examples) ? true : nil,
            lexicon: fitted.readsLexicon ? LexiconDescription(lexicon) : nil,
            shift: search.shift.isEmpty ? nil : search.shift)
        let model = StanceModel(
            task: task, provenance: provenance, vectorizer: vectorizer,
            bases: base.map { [$0] } ?? [],
            regression: regression, classes: encoded.classes, temperature: search.temperature,
            threshold: search.threshold, heldOut: search.heldOut)
        provenance.details = search.calibrated.map {
            TrainingDetails(model, $0, encoded, examples, passages, seed: seed)
        }
        return Result(
            model: try model.with(provenance).sealed(), rows: rows, labels: encoded.labels,
            vectorizeSeconds: vectorizeSeconds, fitSeconds: fitSeconds)
    }

    /// What the cross-validation chose.
    private struct Search {
        var c: Double
        var temperature = 1.0
        var threshold: AnswerThreshold?
        var metrics: Metrics?
        var baseline: Metrics?
        var heldOut: HeldOutSample?
        /// The calibrated out-of-fold probabilities, as the model will give them.
        var calibrated: Matrix?
        /// What is added to the calibrated logits for ``aim``; empty for nothing.
        var shift: [Double] = []
    }

    /// ``aim`` where it is set, else what suits the features.
    private var chosenAim: LabelAim { aim ?? (features.readsPosts ? .averageF1 : .likeliest) }

    /// The weights of the examples with ``balance``.
    private func balanced(_ encoded: EncodedExamples) -> [Double] {
        guard balance > 0 else { return encoded.weights }
        var totals = [Double](repeating: 0, count: encoded.classes.count)
        for (label, weight) in zip(encoded.labels, encoded.weights) { totals[label] += weight }
        let total = totals.reduce(0, +)
        let raised = totals.map { $0 > 0 ? pow(total / $0, balance) : 0 }
        // The weights sum to what they summed to.
        let sum = zip(totals, raised).reduce(0) { $0 + $1.0 * $1.1 }
        return zip(encoded.labels, encoded.weights).map { $1 * raised[$0] * total / sum }
    }

    private func searched(
        _ rows: TrainingRows, _ encoded: EncodedExamples, _ weights: [Double]
    ) throws -> Search {
        guard folds > 0 else { return Search(c: c ?? 1) }
        let folding = try Folds.grouped(
            labels: encoded.labels, groups: encoded.groups, count: folds, seed: seed)
        let scale = Self.penaltyScale(classes: encoded.classes.count)
        let penalties = c.map { [$0] } ?? Self.candidates
        let result = try rows.validated(
            encoded, penalties: penalties.map { $0 * scale }, folds: folding, weights: weights)
        let temperature = Calibration.temperature(
            logits: result.logits, labels: encoded.labels, weights: weights)
        let (calibrated, shift) = aimed(
            Softmax.probabilities(logits: result.logits, temperature: temperature), encoded,
            folding)
        let prior = encoded.priorProbabilities()
        return Search(
            c: result.bestC / scale, temperature: temperature,
            threshold: try threshold(calibrated, encoded),
            metrics: encoded.metrics(calibrated, seed: seed),
            baseline: encoded.metrics(prior, seed: seed),
            heldOut: HeldOutSample(
                probabilities: calibrated, labels: encoded.labels, groups: encoded.groups,
                classes: encoded.classes, task: task), calibrated: calibrated, shift: shift)
    }

    /// Calibrated probabilities as ``aim`` wants them, and what is added to the model's logits for it.
    ///
    /// The shift of a fold's probabilities is chosen on the other folds, so that metrics do not flatter.
    private func aimed(
        _ calibrated: Matrix, _ encoded: EncodedExamples, _ folds: Folds
    ) -> (probabilities: Matrix, shift: [Double]) {
        guard chosenAim == .averageF1 else { return (calibrated, []) }
        let ends = task.interest(among: encoded.classes)
        var shifted = calibrated
        for fold in 0..<folds.count {
            let (others, rows) = (folds.training(fold), folds.heldOut(fold))
            let shift = LabelShift(
                probabilities: calibrated.rows(at: others), labels: others.map { encoded.labels[$0] },
                ends: ends)
            let part = shift.applied(to: calibrated.rows(at: rows))
            for (i, row) in rows.enumerated() {
                for k in 0..<part.columns { shifted[row, k] = part[i, k] }
            }
        }
        let shift = LabelShift(probabilities: calibrated, labels: encoded.labels, ends: ends)
        return (shifted, shift.logits)
    }

    /// What scikit-learn's C is multiplied by for the learner here. With two labels scikit-learn penalizes the
    /// difference of the two weights, `½‖w‖²`; both weights of the learner then carry half of it each, and
    /// half the C gives the same optimum at half the objective.
    static func penaltyScale(classes: Int) -> Double { classes == 2 ? 0.5 : 1 }

    /// The margin that keeps the errors of held-out answers at ``maximumError``.
    private func threshold(
        _ calibrated: Matrix, _ encoded: EncodedExamples
    ) throws(TrainingError) -> AnswerThreshold? {
        guard let maximumError else { return nil }
        guard
            let threshold = AnswerThreshold(
                probabilities: calibrated, labels: encoded.labels, groups: encoded.groups,
                maximumError: maximumError, seed: seed)
        else {
            throw .errorOutOfReach(maximumError: maximumError, examples: encoded.labels.count)
        }
        return threshold
    }

    /// Whether most examples tell where their speaker stands in the text.
    private static func readSentences(_ examples: [LabeledExample]) -> Bool {
        2 * examples.count { $0.speakerSpan != nil } > examples.count
    }

    /// The digest of what the model learns from: texts, targets and labels, in order.
    static func digest(of examples: [LabeledExample]) -> String {
        var digest = SHA256()
        for example in examples {
            let fields = [example.id, example.text, example.target ?? "", example.label ?? ""]
            digest.update(Array(fields.joined(separator: "\u{1F}").utf8) + [0x1E])
        }
        return digest.hex()
    }
}

extension LogisticModel {
    /// The same model with `logits` added to its intercepts; none for nothing.
    fileprivate func shifted(by logits: [Double]) -> LogisticModel {
        guard !logits.isEmpty else { return self }
        return LogisticModel(
            weights: weights, intercepts: zip(intercepts, logits).map { $0 + $1 },
            convergence: convergence)
    }

    /// The same model with its numbers as a model file keeps them, so that a saved model answers alike.
    ///
    /// The objective, and the gap with it, are scaled to what scikit-learn calls so.
    fileprivate func roundedToFloat(objectiveScale scale: Double) -> LogisticModel {
        var convergence = convergence
        convergence.objective *= scale
        convergence.gap = convergence.gap.map { $0 * scale }
        return LogisticModel(
            weights: Matrix(
                rows: weights.rows, columns: weights.columns,
                values: weights.values.map { Double(Float($0)) }),
            intercepts: intercepts.map { Double(Float($0)) }, convergence: convergence)
    }
}
