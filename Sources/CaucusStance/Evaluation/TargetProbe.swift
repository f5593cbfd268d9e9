import CaucusMatrix
public import CaucusStatistics
import CaucusText

/// What happens to a model's macro-F1 when somebody else in the text is marked as the target and the
/// labels stay: the probe that a model which reads only the tone of a sentence fails, by not falling.
///
/// The mark goes to the speaker, where the text names one (who then becomes the target, and the target the
/// speaker), else to another name, else to a pronoun, else to another word.
public struct TargetProbe: Sendable, Equatable {
    /// The examples whose target stands in the text and could be marked elsewhere.
    public let examples: Int
    /// How many of the marks went to the speaker, a name, a pronoun, a word.
    public let moved: [TargetShift.Kind: Int]
    /// The macro-F1 of these examples as they are.
    public let before: Double
    /// The macro-F1 with the other targets.
    public let after: Double
    /// `before` less `after`, with an interval over groups.
    public let fall: Estimate

    init(_ model: StanceModel, _ scored: ScoredExamples, seed: UInt64) {
        var shift = TargetShift(seed: seed)
        var rows: [Int] = []
        var shifted: [LabeledExample] = []
        var moved: [TargetShift.Kind: Int] = [:]
        for (i, example) in scored.examples.enumerated() {
            guard let (other, kind) = shift.shifted(example) else { continue }
            rows.append(i)
            shifted.append(other)
            moved[kind, default: 0] += 1
        }
        let (old, new) = (scored.probabilities.rows(at: rows), model.matrix(for: shifted))
        let labels = rows.map { scored.labels[$0] }
        let comparison = PairedComparison(
            first: old, second: new, labels: labels, groups: rows.map { scored.groups[$0] },
            seed: seed)
        func macroF1(_ probabilities: Matrix) -> Double {
            Metrics.macroF1(
                of: probabilities.largestColumns, labels: labels, classes: probabilities.columns)
        }
        examples = rows.count
        self.moved = moved
        before = rows.isEmpty ? 0 : macroF1(old)
        after = rows.isEmpty ? 0 : macroF1(new)
        fall = comparison.macroF1
    }
}
