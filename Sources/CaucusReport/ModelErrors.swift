import CaucusMatrix
import CaucusStance
public import CaucusStatistics

/// What is known of the model's errors from labeled quotations it had not seen.
public struct ModelErrors: Sendable, Hashable {
    /// How often the model was right where it was so sure.
    public let calibration: CalibrationCurve
    /// For each stance by hand, how many quotations the model gave each stance; by
    /// `Stance.allCases` in both directions.
    public let confusion: [[Int]]
    /// For each stance by hand, how many the model gave none.
    public let abstained: [Int]
    /// How many labeled quotations were kept, and from how many they were drawn.
    public let kept: Int
    public let examples: Int

    /// Counts the errors, or `nil` without a sample.
    init?(_ gold: GoldSample?, options: ReportOptions) {
        guard let gold, !gold.items.isEmpty else { return nil }
        let stances = Stance.allCases
        let present = stances.filter { stance in gold.items.contains { $0.label == stance } }
        let weights = gold.stanceWeights
        calibration = CalibrationCurve(
            probabilities: Matrix(
                rows: gold.items.count, columns: present.count,
                values: gold.items.flatMap { item in present.map { item.probabilities[$0] } }),
            labels: gold.items.map { present.firstIndex(of: $0.label) ?? 0 },
            classWeights: present.map { weights[$0] ?? 1 }, leastItems: 20, level: options.level,
            draws: 500, seed: options.seed)
        let answers = gold.items.map { item in
            item.isAnswered && item.probabilities.margin >= gold.margin
                ? item.probabilities.leading : nil
        }
        confusion = stances.map { label in
            stances.map { stance in
                zip(gold.items, answers).count { $0.label == label && $1 == stance }
            }
        }
        abstained = stances.map { label in
            zip(gold.items, answers).count { $0.label == label && $1 == nil }
        }
        kept = gold.items.count
        examples = gold.examples
    }
}
