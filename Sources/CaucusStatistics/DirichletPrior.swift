import Foundation

/// What is believed of a group's shares before it is looked at: a Dirichlet distribution fitted to all groups.
public struct DirichletPrior: Sendable, Hashable, Codable {
    /// The pseudo-counts, a class each.
    public var counts: [Double]

    /// Creates a prior.
    public init(counts: [Double]) { self.counts = counts }

    /// How many observations the prior weighs.
    public var strength: Double { counts.reduce(0, +) }

    /// The prior under which the groups' (effective) counts are most likely, by Minka's fixed point.
    ///
    /// Groups that differ no more than chance make the strength grow without bound; it is held below 10,000.
    /// - Parameter groups: for each group, a count a class; counts may be fractions.
    /// - Returns: `nil` with fewer than three groups of a positive count: nothing can be learned of how groups
    ///   differ.
    /// - Complexity: O(iterations × groups × classes), at most 1,000 iterations.
    public static func fitted(to groups: [[Double]]) -> DirichletPrior? {
        let groups = groups.filter { $0.reduce(0, +) > 0 }
        guard groups.count >= 3, let classes = groups.first?.count else { return nil }
        var alpha = start(groups, classes: classes)
        for _ in 0..<1000 {
            let strength = alpha.reduce(0, +)
            var bottom = 0.0
            for group in groups {
                bottom += digamma(group.reduce(0, +) + strength) - digamma(strength)
            }
            guard bottom > 0 else { break }
            var change = 0.0
            for k in 0..<classes {
                var top = 0.0
                for group in groups { top += digamma(group[k] + alpha[k]) - digamma(alpha[k]) }
                let next = max(alpha[k] * top / bottom, 1e-3)
                change = max(change, abs(next - alpha[k]) / alpha[k])
                alpha[k] = next
            }
            let sum = alpha.reduce(0, +)
            if sum > 1e4 {
                alpha = alpha.map { $0 * 1e4 / sum }
                break
            }
            if change < 1e-7 { break }
        }
        return DirichletPrior(counts: alpha)
    }

    /// The mean of the groups' shares, and the strength that matches their spread.
    private static func start(_ groups: [[Double]], classes: Int) -> [Double] {
        var mean = [Double](repeating: 0, count: classes)
        for group in groups {
            let n = group.reduce(0, +)
            for k in 0..<classes { mean[k] += group[k] / n / Double(groups.count) }
        }
        var spread = 0.0
        for group in groups {
            let n = group.reduce(0, +)
            for k in 0..<classes { spread += pow(group[k] / n - mean[k], 2) }
        }
        spread /= Double(groups.count)
        let most = mean.reduce(0) { $0 + $1 * (1 - $1) }
        let strength = spread > 0 ? min(max(most / spread - 1, 0.5), 1000) : 1000
        return mean.map { max($0, 1e-3) * strength }
    }
}
