import CaucusMatrix
public import CaucusStatistics
import CaucusText

/// What happens to a model's answers when the target and the speaker bear other names of the same kind.
///
/// A model that reads stances and not persons does not move.
public struct NameProbe: Sendable, Equatable {
    /// The examples that name the target or the speaker.
    public let examples: Int
    /// The examples whose most probable label changes.
    public let changed: Int
    /// The share of those, with an interval over groups.
    public let share: Estimate
    /// How far a probability moves, in the mean over examples and labels.
    public let meanShift: Double
    /// How far the probability that moves most moves.
    public let largestShift: Double

    init(_ model: StanceModel, _ scored: ScoredExamples, seed: UInt64) {
        var swapper = NameSwapper(seed: seed)
        var rows: [Int] = []
        var swapped: [LabeledExample] = []
        for (i, example) in scored.examples.enumerated() {
            guard let other = swapper.swapped(example) else { continue }
            rows.append(i)
            swapped.append(other)
        }
        let before = scored.probabilities.rows(at: rows)
        let after = model.matrix(for: swapped)
        let shifts = zip(before.values, after.values).map { abs($0 - $1) }
        let changes = zip(before.largestColumns, after.largestColumns).map { $0 != $1 }
        examples = rows.count
        changed = changes.count { $0 }
        share = Estimate(
            shareOf: changes, groups: rows.map { scored.groups[$0] }, seed: seed)
        meanShift = shifts.reduce(0, +) / Double(max(shifts.count, 1))
        largestShift = shifts.max() ?? 0
    }
}
