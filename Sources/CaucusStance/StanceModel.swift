package import CaucusEncoder
public import CaucusFeatures
package import CaucusLearning
package import CaucusMatrix
public import CaucusStatistics
public import CaucusText

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
    package private(set) var bases: [StanceModel]
    /// The encoder whose opinions are its last columns, by its digest; `nil` where it reads words alone.
    package let encoderChecksum: String?
    /// That encoder, for passages that it has not read yet.
    package private(set) var encoder: Encoder?
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
    /// The texts that it learned from, or `nil` where nobody kept hashes of them.
    public private(set) var trainingTexts: TextHashes?

    package init(
        task: StanceTask, provenance: Provenance, vectorizer: FittedFeatures,
        bases: [StanceModel] = [], encoderChecksum: String? = nil, regression: LogisticModel,
        classes: [Int], temperature: Double,
        threshold: AnswerThreshold? = nil, heldOut: HeldOutSample? = nil
    ) {
        self.task = task
        self.provenance = provenance
        self.vectorizer = vectorizer
        self.bases = bases
        self.encoderChecksum = encoderChecksum
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
            encoderChecksum: encoderChecksum, regression: regression, classes: classes,
            temperature: temperature,
            threshold: threshold, heldOut: heldOut
        ).knowing(trainingTexts)
    }

    /// The same model with the texts that it learned from.
    package func knowing(_ texts: TextHashes?) -> StanceModel {
        var model = self
        model.trainingTexts = texts
        return model
    }

    /// How many examples have a text that it, or the model it started from, learned from; `nil` where nobody kept hashes
    /// of these.
    ///
    /// - Complexity: O(bytes of the texts).
    public func trainingOverlap(with examples: [LabeledExample]) -> Int? {
        let known = knownTexts
        guard !known.isEmpty else { return nil }
        return examples.count { example in known.contains { $0.contains(example.text) } }
    }

    /// Whether it, or the model it started from, learned from a text; `nil` where nobody kept hashes of these.
    ///
    /// - Complexity: O(bytes of the text).
    public func hasLearned(from text: String) -> Bool? {
        let known = knownTexts
        return known.isEmpty ? nil : known.contains { $0.contains(text) }
    }

    private var knownTexts: [TextHashes] { ([self] + bases).compactMap(\.trainingTexts) }

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

    /// Whether it weighs what an encoder says and has none: that then counts as nothing.
    public var lacksEncoder: Bool {
        encoderChecksum != nil && encoder == nil || bases.contains(where: \.lacksEncoder)
    }

    /// Whether it, or the model it started from, weighs what an encoder says.
    var readsEncoder: Bool { encoderChecksum != nil || bases.contains(where: \.readsEncoder) }

    /// The same model with the encoder that it, or the model it started from, was made with.
    ///
    /// - Throws: ``EncoderMismatch`` where neither was made with that one.
    package func reading(by encoder: Encoder) throws(EncoderMismatch) -> StanceModel {
        var model = self
        if encoderChecksum == encoder.checksum { model.encoder = encoder }
        for (i, base) in bases.enumerated() where base.encoderChecksum == encoder.checksum {
            model.bases[i].encoder = encoder
        }
        guard model.encoder != nil || model.bases.contains(where: { $0.encoder != nil }) else {
            throw EncoderMismatch(
                model: provenance.name, found: encoder.checksum, expected: encoderChecksum)
        }
        return model
    }

    /// The rows of `passages`: the features, then what the model it started from says, then what the encoder says.
    package func rows(for passages: [Passage]) -> SparseMatrix {
        completed(vectorizer.rows(for: passages), passages)
    }

    /// The features' rows with all that stands beside them.
    func completed(_ rows: SparseMatrix, _ passages: [Passage]) -> SparseMatrix {
        var rows = rows
        if let base = bases.first {
            rows = rows.beside(base.opinions(on: passages, for: vectorizer.settings))
        }
        guard encoderChecksum != nil else { return rows }
        return rows.beside(
            SparseMatrix(opinions: (encoder?.read(passages) ?? passages).map(\.opinion)))
    }
}
