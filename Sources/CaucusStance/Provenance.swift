public import CaucusFeatures
public import CaucusLearning
public import CaucusStatistics

/// How a model was made, and how well it did on examples it had not seen.
public struct Provenance: Sendable, Codable {
    /// The model's name: its file's name without the extension.
    public var name: String
    /// The version of Caucus that trained it.
    public var version: String
    /// The feature settings.
    public var features: FeatureSettings
    /// Labeled examples, and the groups they stand in.
    public var examples: Int
    public var groups: Int
    /// Examples a label, in the order of the task's labels.
    public var labelCounts: [Int]
    /// Names of the targets in the training data, and how many.
    public var targets: Int
    /// The digest of the training examples.
    public var trainingDigest: String
    /// Folds of the cross-validation, 0 where none was run.
    public var folds: Int
    /// The seed of the folds and of the bootstrap.
    public var seed: UInt64
    /// The penalty: C = 1 / penalty, scikit-learn's.
    public var c: Double
    /// Columns, and entries of the training matrix that are not 0.
    public var columns: Int
    public var nonzeros: Int
    /// How the fit ended.
    public var convergence: Convergence
    /// Metrics of the calibrated out-of-fold probabilities, or `nil` where no folds were asked for.
    public var metrics: Metrics?
    /// Metrics of always answering the training data's label shares, on the same examples.
    public var baseline: Metrics?
    /// What its maker says of data, licence, use and limits, in Markdown, or `nil`.
    public var about: String?
    /// How far rare labels were raised (``StanceTrainer/balance``), from 0, not at all.
    public var balance: Double
    /// Whether quotations are scored by the sentences around them, rather than by themselves.
    public var readsSentences: Bool
    /// The list of good and bad words, or `nil` where the features read none.
    public var lexicon: LexiconDescription?
    /// What was added to the calibrated logits of the labels for the sake of ``LabelAim/averageF1``; empty for
    /// nothing.
    public var shift: [Double]
    /// Whether the penalty followed the counts (``StanceTrainer/penaltyFollowsCounts``).
    public var penaltyFollowsCounts: Bool
    /// Calibration, parts of the data and errors, out of fold, or `nil` where no folds were asked for.
    public var details: TrainingDetails?
    /// How well it does by form, mention and leader on judged quotations about leaders it was not fitted to, or `nil` where
    /// that was not measured.
    public var slices: [JudgedSlice]?
}
