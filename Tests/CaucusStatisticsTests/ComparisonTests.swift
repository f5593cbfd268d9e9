import CaucusMatrix
import Testing

@testable import CaucusStatistics

@Suite("Comparison of models")
struct ComparisonTests {
    @Test func mcNemarsTestIsTheExactBinomialOne() {
        let labels = [Int](repeating: 0, count: 12)
        let first = [Int](repeating: 0, count: 12)
        let second = (0..<12).map { $0 < 8 ? 1 : 0 }
        let test = McNemar(first: first, second: second, labels: labels)
        #expect(test.onlyFirst == 8 && test.onlySecond == 0)
        // 2 · (1/2)⁸.
        #expect(abs(test.pValue - 0.0078125) < 1e-12)
        #expect(abs(test.difference.value - 8.0 / 12) < 1e-15)
        let same = McNemar(first: first, second: first, labels: labels)
        #expect(same.pValue == 1 && same.difference.value == 0)
    }

    /// Two groups that differ by 2 and by 1: of the four choices of signs two reach a sum of 3.
    @Test func mcNemarsTestTossesTheSignsOfGroups() {
        #expect(abs(SignFlips([2, 1]).pValue - 0.5) < 1e-15)
        #expect(SignFlips([]).pValue == 1 && SignFlips([0, 0]).pValue == 1)
        // Ones are the binomial test, whatever their number.
        let signs = [Int](repeating: 1, count: 60) + [Int](repeating: -1, count: 40)
        #expect(abs(SignFlips(signs).pValue - 0.056887933640980) < 1e-12)
        // Twos alone are ones of double weight; beyond 4,096 the normal form takes over.
        #expect(abs(SignFlips(signs.map { 2 * $0 }).pValue - SignFlips(signs).pValue) < 1e-12)
        let many = (0..<3000).map { $0 % 20 < 11 ? 2 : -2 }
        // z = 600 / √12,000; the exact binomial has 4.7 · 10⁻⁸ there.
        #expect(SignFlips(many).pValue > 1e-8 && SignFlips(many).pValue < 1e-7)
    }

    @Test func groupsThatAgreeTellLessThanTheirRows() {
        let labels = [Int](repeating: 0, count: 12)
        let first = labels
        let second = (0..<12).map { $0 < 8 ? 1 : 0 }
        let rows = McNemar(first: first, second: second, labels: labels)
        let groups = McNemar(
            first: first, second: second, labels: labels, groups: (0..<12).map { $0 / 4 })
        // Two groups of four differ, both one way: one of two choices of signs, times two.
        #expect(abs(groups.pValue - 0.5) < 1e-15 && rows.pValue < groups.pValue)
    }

    /// The counted bootstrap is the plain one, group by group.
    @Test func countedPatternsGiveThePlainBootstrap() {
        var random = SplitMix(seed: 17)
        var p = Matrix(rows: 90, columns: 2)
        for i in 0..<90 {
            p[i, 0] = random.unit()
            p[i, 1] = 1 - p[i, 0]
        }
        let labels = (0..<90).map { _ in random.unit() < 0.6 ? 0 : 1 }
        let groups = (0..<90).map { $0 * $0 % 23 }
        let metrics = Metrics(
            probabilities: p, labels: labels, groups: groups, resamples: 200, seed: 5)
        var places: [Int: [Int]] = [:]
        var order: [Int] = []
        for (i, group) in groups.enumerated() {
            if places[group] == nil { order.append(group) }
            places[group, default: []].append(i)
        }
        let best = p.largestColumns
        random = SplitMix(seed: 5)
        let draws = (0..<200).map { _ in
            var (right, rows) = (0, 0)
            for _ in order {
                let drawn = places[order[Int.random(in: 0..<order.count, using: &random)]] ?? []
                right += drawn.count { best[$0] == labels[$0] }
                rows += drawn.count
            }
            return Double(right) / Double(rows)
        }
        #expect(
            metrics.accuracy
                == Estimate(metrics.accuracy.value, draws: draws, items: 90, clusters: order.count))
    }
}
