import Foundation

/// Whether two models differ on the same rows (McNemar 1947).
public struct McNemar: Sendable, Codable, Equatable {
    /// The rows that only the first model foretells rightly.
    public var onlyFirst: Int
    /// The rows that only the second model foretells rightly.
    public var onlySecond: Int
    /// The two-sided probability of a difference at least as large, were the models equally good.
    ///
    /// Were they, each group's difference could as well have the other sign. Over single rows that is
    /// the exact binomial test.
    public var pValue: Double
    /// The first model's accuracy less the second's, with an interval over groups.
    public var difference: Estimate

    /// Compares the classes two models foretell.
    ///
    /// - Precondition: `first`, `second`, `labels` and `groups` are of one length.
    /// - Parameter groups: rows that hang together, such as those of one article; each row alone by
    ///   default.
    /// - Complexity: O(rows + resamples × groups), and the test O(4096 × groups) at most.
    public init(
        first: [Int], second: [Int], labels: [Int], groups: [Int]? = nil, resamples: Int = 1000,
        seed: UInt64 = 1
    ) {
        precondition(
            first.count == labels.count && second.count == labels.count
                && (groups ?? labels).count == labels.count,
            "\(labels.count) labels, \(first.count) and \(second.count) predictions")
        let differences = labels.indices.map { i in
            (first[i] == labels[i] ? 1 : 0) - (second[i] == labels[i] ? 1 : 0)
        }
        onlyFirst = differences.count { $0 > 0 }
        onlySecond = differences.count { $0 < 0 }
        let parts = GroupBootstrap.Part.of(
            groups ?? Array(labels.indices), counting: differences)
        pValue = SignFlips(parts.map(\.sum)).pValue
        difference = Estimate(
            Double(onlyFirst - onlySecond) / Double(max(labels.count, 1)),
            draws: GroupBootstrap.ratios(parts, resamples, seed: seed), items: labels.count,
            clusters: parts.count)
    }
}

/// The test that the signs of whole numbers are tosses of a fair coin.
struct SignFlips {
    /// The two-sided probability of a sum at least as far from 0.
    let pValue: Double

    /// Exact where the sizes sum to 4,096 at most or are all 1, and the normal approximation beyond,
    /// which is good to three digits there.
    init(_ differences: [Int]) {
        let sizes = differences.filter { $0 != 0 }.map(abs)
        let observed = abs(differences.reduce(0, +))
        let ones = sizes.count { $0 == 1 }
        let total = sizes.reduce(0, +)
        if sizes.isEmpty {
            pValue = 1
        } else if ones == sizes.count || total <= 4096 {
            pValue = Self.exact(ones, larger: sizes.filter { $0 > 1 }, observed, total)
        } else {
            let variance = sizes.reduce(0.0) { $0 + Double($1) * Double($1) }
            pValue = erfc(Double(observed) / (2 * variance).squareRoot())
        }
    }

    /// The distribution of the sum, one size after the other; a place is the sum of the sizes whose
    /// sign is plus.
    private static func exact(_ ones: Int, larger: [Int], _ observed: Int, _ total: Int) -> Double {
        let logAll = lgamma(Double(ones + 1)) - Double(ones) * log(2)
        var chances: [Double] = (0...ones).map { k in
            let logRest = lgamma(Double(k + 1)) + lgamma(Double(ones - k + 1))
            return exp(logAll - logRest)
        }
        for size in larger {
            var next = [Double](repeating: 0, count: chances.count + size)
            for (place, chance) in chances.enumerated() {
                next[place] += 0.5 * chance
                next[place + size] += 0.5 * chance
            }
            chances = next
        }
        var tail = 0.0
        for (place, chance) in chances.enumerated() where abs(2 * place - total) >= observed {
            tail += chance
        }
        return min(1, tail)
    }
}
