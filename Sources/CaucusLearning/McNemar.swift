import Foundation
public import CaucusMatrix

/// Whether two models differ on the same rows (McNemar 1947), by the exact binomial test.
public struct McNemar: Sendable, Codable, Equatable {
    /// The rows that only the first model foretells rightly.
    public var onlyFirst: Int
    /// The rows that only the second model foretells rightly.
    public var onlySecond: Int
    /// The two-sided probability of a difference at least as large, were the models equally good. Rows
    /// are taken as independent; see ``difference`` where they come in groups.
    public var pValue: Double
    /// The first model's accuracy less the second's, with an interval over groups.
    public var difference: Interval

    /// Compares the classes two models foretell.
    ///
    /// - Precondition: `first`, `second`, `labels` and `groups` are of one length.
    public init(
        first: [Int], second: [Int], labels: [Int], groups: [Int]? = nil, resamples: Int = 1000,
        seed: UInt64 = 1
    ) {
        precondition(
            first.count == labels.count && second.count == labels.count
                && (groups ?? labels).count == labels.count,
            "\(labels.count) labels, \(first.count) and \(second.count) predictions")
        var sums: [Int: (difference: Int, rows: Int)] = [:]
        var order: [Int] = []
        (onlyFirst, onlySecond) = (0, 0)
        for i in labels.indices {
            let (a, b) = (first[i] == labels[i], second[i] == labels[i])
            if a, !b { onlyFirst += 1 }
            if b, !a { onlySecond += 1 }
            let group = groups?[i] ?? i
            if sums[group] == nil { order.append(group) }
            let known = sums[group] ?? (0, 0)
            sums[group] = (known.difference + (a ? 1 : 0) - (b ? 1 : 0), known.rows + 1)
        }
        pValue = Self.exact(onlyFirst, onlySecond)
        let parts = order.compactMap { sums[$0] }
        var draws: [Double] = []
        if parts.count > 1 {
            var random = SplitMix(seed: seed)
            draws = (0..<resamples).map { _ in
                var (difference, rows) = (0, 0)
                for _ in parts.indices {
                    let part = parts[Int.random(in: parts.indices, using: &random)]
                    difference += part.difference
                    rows += part.rows
                }
                return Double(difference) / Double(rows)
            }
        }
        difference = Interval(
            Double(onlyFirst - onlySecond) / Double(max(labels.count, 1)), draws: draws)
    }

    /// Twice the smaller tail of the binomial distribution with probability ½, at most 1.
    private static func exact(_ a: Int, _ b: Int) -> Double {
        let n = a + b
        guard n > 0 else { return 1 }
        var tail = 0.0
        for k in 0...min(a, b) {
            let logChoose =
                lgamma(Double(n + 1)) - lgamma(Double(k + 1)) - lgamma(Double(n - k + 1))
            tail += exp(logChoose - Double(n) * log(2))
        }
        return min(1, 2 * tail)
    }
}

extension Matrix {
    /// The column of the largest number of each row, the first of equals.
    public var largestColumns: [Int] {
        (0..<rows).map { i in
            var best = 0
            for k in 0..<columns where values[i * columns + k] > values[i * columns + best] {
                best = k
            }
            return best
        }
    }
}
