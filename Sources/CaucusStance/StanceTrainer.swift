package import CaucusEncoder
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
    /// (1 / its label's share) to this power. `nil` is 0; with a base, ``balance(examples:)``.
    public var balance: Double?
    /// Whether the texts are whole sentences of articles rather than quotations alone; `nil` says so where
    /// most examples tell where their speaker stands in the text. Quotations of articles are then scored by
    /// the sentences around them.
    public var readsSentences: Bool?
    /// What to say of data, licence, use and limits on the model's card, in Markdown, or `nil`.
    public var about: String?
    /// A model whose answers become features of the new one, or `nil`; one that started from another is
    /// refused.
    public var base: StanceModel?
    /// The digest of the encoder that has read the passages, whose opinions become features; `nil` for none.
    package var encoderChecksum: String?
    /// That encoder, for passages that it has not read yet.
    package var encoder: Encoder?
    /// What says which words are good and bad; the built-in list unless set.
    public var lexicon = ValenceLexicon.builtIn
    /// What the most probable label shall be good for; ``LabelAim/averageF1`` for posts unless set.
    public var aim: LabelAim?
    /// Whether a word that falls unevenly on the labels is penalized less than one that does not; `nil` leaves it to
    /// cross-validation with the features of ``FeatureSettings/stance`` and ``countedExamples`` examples.
    public var penaltyFollowsCounts: Bool?
    /// Whether the model keeps hashes of the texts, so that it can be told whether examples are among them.
    public var keepsTextHashes = false
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
        try trained(
            on: examples,
            as: PassageMaker.passages(of: examples, for: base == nil ? features : nil))
    }

    /// Fits a model to examples whose passages are known.
    ///
    /// - Throws: ``TrainingError`` where the examples cannot make one.
    package func trained(on examples: [LabeledExample], as passages: [Passage]) throws -> Result {
        var trainer = self
        trainer.balance = settledBalance(examples: examples.count)
        return try trainer.settledTrained(on: examples, as: passages)
    }

    private func settledTrained(
        on examples: [LabeledExample], as passages: [Passage]
    ) throws -> Result {
        let passages = encoder?.read(passages) ?? passages
        let encoded = try EncodedExamples(examples, task: task)
        if let base, !base.bases.isEmpty { throw TrainingError.nestedBase(base.provenance.name) }
        let clock = ProcessorClock()
        let (fitted, ownRows) = try Features(features, lexicon: lexicon)
            .fittedRows(to: passages, jobs: jobs)
        var unweighed =
            base.map { ownRows.beside($0.opinions(on: passages, for: features)) } ?? ownRows
        if encoderChecksum != nil {
            unweighed = unweighed.beside(SparseMatrix(opinions: passages.map(\.opinion)))
        }
        let vectorizeSeconds = clock.seconds
        let weights = balanced(encoded)
        let search = try searched(TrainingRows(fitted, unweighed), encoded, weights)
        let (vectorizer, rows) = fitted.weighed(
            unweighed, labels: encoded.labels, classes: encoded.classes.count)
        let fitClock = ProcessorClock()
        let regression = try regression(fitted, rows, encoded, weights, search)
        let fitSeconds = fitClock.seconds
        let model = StanceModel(
            task: task,
            provenance: provenance(examples, encoded, search, rows, regression.convergence),
            vectorizer: vectorizer, bases: base.map { [$0] } ?? [],
            encoderChecksum: encoderChecksum, regression: regression,
            classes: encoded.classes, temperature: search.temperature,
            threshold: search.threshold, heldOut: search.heldOut
        ).knowing(keepsTextHashes ? TextHashes(of: examples.map(\.text)) : nil)
        var sealed = try detailed(model, search, encoded, examples, passages).sealed()
        for encoder in [encoder, base?.encoder].compactMap(\.self) {
            sealed = try sealed.reading(by: encoder)
        }
        return Result(
            model: sealed, rows: rows,
            labels: encoded.labels, vectorizeSeconds: vectorizeSeconds, fitSeconds: fitSeconds)
    }

    private func provenance(
        _ examples: [LabeledExample], _ encoded: EncodedExamples, _ search: Search,
        _ rows: SparseMatrix, _ convergence: Convergence
    ) -> Provenance {
        Provenance(
            name: name, version: version, features: features, examples: examples.count,
            groups: encoded.groupCount, labelCounts: encoded.labelCounts,
            targets: Set(examples.compactMap(\.target)).count,
            trainingDigest: Self.digest(of: examples), folds: folds, seed: seed, c: search.c,
            columns: rows.columns, nonzeros: rows.values.count, convergence: convergence,
            metrics: search.metrics, baseline: search.baseline, about: about,
            balance: balance ?? 0,
            readsSentences: readsSentences ?? Self.readSentences(examples),
            lexicon: features.readsLexicon ? LexiconDescription(lexicon) : nil,
            shift: search.shift, penaltyFollowsCounts: search.followsCounts)
    }

    /// The model with its out-of-fold answers by parts of the data, where its features look for mentions.
    private func detailed(
        _ model: StanceModel, _ search: Search, _ encoded: EncodedExamples,
        _ examples: [LabeledExample], _ passages: [Passage]
    ) -> StanceModel {
        guard let calibrated = search.calibrated, features.masksMentions || features.around != nil
        else { return model }
        var provenance = model.provenance
        provenance.details = TrainingDetails(
            model, calibrated, unraised(calibrated, encoded), encoded, examples, passages,
            seed: seed)
        return model.with(provenance)
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
