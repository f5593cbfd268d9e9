public import CaucusFeatures
package import CaucusLearning
package import CaucusMatrix
public import CaucusStatistics
import CaucusText

/// A fitted model: passages in, calibrated probabilities of the task's labels out.
public struct StanceModel: Sendable {
    /// What it tells apart.
    public let task: StanceTask
    /// How it was made and how well it did.
    public let provenance: Provenance
    /// The digest of the model file's content, in hexadecimal.
    public internal(set) var checksum = ""
    /// From passages to columns.
    package let vectorizer: FittedFeatures
    /// The model it started from, whose logits are its last columns; at most one.
    package let bases: [StanceModel]
    /// From columns to logits.
    package let regression: LogisticModel
    /// The labels it was trained on, as positions in the task's labels, one a class of ``regression``.
    package let classes: [Int]
    /// What logits are divided by.
    package let temperature: Double
    /// From which margin on it answers, or `nil` where it was trained without a greatest error.
    public let threshold: AnswerThreshold?
    /// What it said of training examples before it had seen them, or `nil` where it was fitted without folds.
    public let heldOut: HeldOutSample?

    package init(
        task: StanceTask, provenance: Provenance, vectorizer: FittedFeatures,
        bases: [StanceModel] = [], regression: LogisticModel, classes: [Int], temperature: Double,
        threshold: AnswerThreshold? = nil, heldOut: HeldOutSample? = nil
    ) {
        self.task = task
        self.provenance = provenance
        self.vectorizer = vectorizer
        self.bases = bases
        self.regression = regression
        self.classes = classes
        self.temperature = temperature
        self.threshold = threshold
        self.heldOut = heldOut
    }

    /// The same model with another provenance, without a checksum.
    func with(_ provenance: Provenance) -> StanceModel {
        StanceModel(
            task: task, provenance: provenance, vectorizer: vectorizer, bases: bases,
            regression: regression, classes: classes, temperature: temperature,
            threshold: threshold, heldOut: heldOut)
    }

    /// The labels it was trained on, in the order of its metrics.
    public var labels: [String] { classes.map { task.labels[$0] } }

    /// The calibrated probabilities of the task's labels, one row a passage, in the order of
    /// ``StanceTask/labels``; a label the model never saw has probability 0.
    ///
    /// - Complexity: O(bytes of the passages).
    public func probabilities(for passages: [Passage]) -> [[Double]] {
        passages.isEmpty ? [] : probabilities(of: rows(for: passages))
    }

    /// The calibrated probabilities of rows.
    func probabilities(of rows: SparseMatrix) -> [[Double]] {
        let fitted = regression.probabilities(for: rows, temperature: temperature)
        return (0..<rows.rows).map { row in
            var all = [Double](repeating: 0, count: task.labels.count)
            for (k, label) in classes.enumerated() { all[label] = fitted[row, k] }
            return all
        }
    }

    /// The rows of `passages`: the features, then what the model it started from says.
    package func rows(for passages: [Passage]) -> SparseMatrix {
        let rows = vectorizer.rows(for: passages)
        guard let base = bases.first else { return rows }
        return rows.beside(base.opinions(on: passages, for: vectorizer.settings))
    }
}
