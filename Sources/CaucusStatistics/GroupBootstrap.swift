import CaucusMatrix

/// Groups drawn with replacement, as often as there are groups, again and again.
///
/// Groups that count alike share a pattern, so that a draw only counts patterns: what they stand for is
/// multiplied out once a resample. What differs from group to group all the same, two losses, is summed
/// draw by draw.
struct GroupBootstrap {
    /// The pattern of each group and its losses, side by side in memory.
    private struct Group {
        var losses: SIMD2<Double>
        var pattern: Int
    }

    private let groups: [Group]
    private let patterns: Int

    /// - Parameters:
    ///   - patterns: the pattern of each group, numbered from 0.
    ///   - losses: two numbers a group.
    init(patterns: [Int], losses: [SIMD2<Double>]) {
        precondition(
            losses.count == patterns.count, "\(patterns.count) groups, \(losses.count) losses")
        groups = zip(patterns, losses).map { Group(losses: $1, pattern: $0) }
        self.patterns = (patterns.max() ?? -1) + 1
    }

    /// What `statistic` makes of each resample: how often each pattern was drawn, and the sum of the
    /// losses. One group alone cannot be drawn otherwise, and gives no resample.
    ///
    /// - Complexity: O(resamples × groups).
    func draws<Statistic>(
        _ resamples: Int, seed: UInt64, _ statistic: ([Int], SIMD2<Double>) -> Statistic
    ) -> [Statistic] {
        guard groups.count > 1 else { return [] }
        var random = SplitMix(seed: seed)
        var counts = [Int](repeating: 0, count: patterns)
        return (0..<resamples).map { _ in
            var sum = SIMD2<Double>.zero
            counts.withUnsafeMutableBufferPointer { counts in
                counts.update(repeating: 0)
                groups.withUnsafeBufferPointer { groups in
                    for _ in 0..<groups.count {
                        let group = groups[Int.random(in: 0..<groups.count, using: &random)]
                        counts[group.pattern] += 1
                        sum += group.losses
                    }
                }
            }
            return statistic(counts, sum)
        }
    }
}

extension GroupBootstrap {
    /// What one group adds to a share: a sum, and the rows it is over.
    struct Part: Hashable {
        var sum: Int
        var rows: Int

        /// The parts of groups, in the order in which the groups first occur; each row counts `counts`.
        static func of(_ groups: [Int], counting counts: [Int]) -> [Part] {
            var numbering = Numbering<Int>()
            var parts: [Part] = []
            for (group, count) in zip(groups, counts) {
                let place = numbering.number(of: group)
                if place == parts.count { parts.append(Part(sum: 0, rows: 0)) }
                parts[place].sum += count
                parts[place].rows += 1
            }
            return parts
        }
    }

    /// The sum over the rows of each resample of `parts`.
    static func ratios(_ parts: [Part], _ resamples: Int, seed: UInt64) -> [Double] {
        var numbering = Numbering<Part>()
        var kinds: [Part] = []
        let patterns = parts.map { part in
            let kind = numbering.number(of: part)
            if kind == kinds.count { kinds.append(part) }
            return kind
        }
        let losses = [SIMD2<Double>](repeating: .zero, count: parts.count)
        return GroupBootstrap(patterns: patterns, losses: losses).draws(resamples, seed: seed) {
            counts, _ in
            var (sum, rows) = (0, 0)
            for (kind, count) in zip(kinds, counts) {
                sum += count * kind.sum
                rows += count * kind.rows
            }
            return Double(sum) / Double(rows)
        }
    }
}
