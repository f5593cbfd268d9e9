import CaucusMatrix

/// Groups drawn with replacement, as often as there are groups, again and again.
///
/// Groups that count alike share a pattern, so that a draw only counts patterns: what they stand for is
/// multiplied out once a resample. What differs from group to group all the same, two losses, is summed
/// draw by draw.
struct GroupBootstrap {
    /// The pattern of each group and its losses, side by side in memory.
    private struct Part {
        var losses: SIMD2<Double>
        var pattern: Int
    }

    private let parts: [Part]
    private let patterns: Int

    /// - Parameters:
    ///   - patterns: the pattern of each group, numbered from 0.
    ///   - losses: two numbers a group.
    init(patterns: [Int], losses: [SIMD2<Double>]) {
        precondition(
            losses.count == patterns.count, "\(patterns.count) groups, \(losses.count) losses")
        parts = zip(patterns, losses).map { Part(losses: $1, pattern: $0) }
        self.patterns = (patterns.max() ?? -1) + 1
    }

    /// What `statistic` makes of each resample: how often each pattern was drawn, and the sum of the
    /// losses. One group alone cannot be drawn otherwise, and gives no resample.
    ///
    /// - Complexity: O(resamples × groups).
    func draws<Statistic>(
        _ resamples: Int, seed: UInt64, _ statistic: ([Int], SIMD2<Double>) -> Statistic
    ) -> [Statistic] {
        guard parts.count > 1 else { return [] }
        var random = SplitMix(seed: seed)
        var counts = [Int](repeating: 0, count: patterns)
        return (0..<resamples).map { _ in
            var sum = SIMD2<Double>.zero
            counts.withUnsafeMutableBufferPointer { counts in
                counts.update(repeating: 0)
                parts.withUnsafeBufferPointer { parts in
                    for _ in 0..<parts.count {
                        let part = parts[Int.random(in: 0..<parts.count, using: &random)]
                        counts[part.pattern] += 1
                        sum += part.losses
                    }
                }
            }
            return statistic(counts, sum)
        }
    }
}
