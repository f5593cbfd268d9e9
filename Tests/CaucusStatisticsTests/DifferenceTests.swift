import CaucusMatrix
import Testing

@testable import CaucusStatistics

/// Differences of means that share clusters, and shares of clustered values.
@Suite struct DifferenceTests {
    private func influences(_ values: [Double], _ clusters: [Int]) throws -> Influences {
        try #require(Influences(values, clusters: clusters))
    }

    @Test func theDifferenceIsTheHandComputedOne() throws {
        // First: 1 | 0 in articles 1, 2; second: 0 | 1 | 0 in articles 2, 3, 4.
        let first = try influences([1, 0], [1, 2])
        let second = try influences([0, 1, 0], [2, 3, 4])
        let found = ClusteredDifference().estimate(first, less: second, items: 5)
        #expect(abs(found.value - (0.5 - 1 / 3.0)) < 1e-12)
        #expect(found.clusters == 4)
        // V = 2 (1/16 + 1/16) + 3/2 (1 + 4 + 1) / 81 − 2 √(2 · 3/2) (−1/4)(−1/9), the shared article being 2.
        let variance = 0.25 + 1.5 * 6 / 81 - 2 * 3.0.squareRoot() / 36
        #expect(abs(try #require(found.standardError) - variance.squareRoot()) < 1e-12)
    }

    @Test func overTheSameRowsItIsTheMeanOfTheirDifferences() throws {
        let (a, b) = ([0.2, 0.9, 0.4, 0.7, 0.1], [0.3, 0.5, 0.6, 0.2, 0.1])
        let clusters = [1, 1, 2, 3, 4]
        let found = ClusteredDifference().estimate(
            try influences(a, clusters), less: try influences(b, clusters), items: 5)
        let paired = try #require(
            ClusteredMean().estimate(of: zip(a, b).map { $0 - $1 }, clusters: clusters))
        #expect(abs(found.value - paired.value) < 1e-12)
        let (low, high) = (try #require(found.low), try #require(found.high))
        #expect(abs(low - (try #require(paired.low))) < 1e-9)
        #expect(abs(high - (try #require(paired.high))) < 1e-9)
    }

    @Test func oneArticleLeavesTheIntervalOpen() throws {
        let found = ClusteredDifference().estimate(
            try influences([1, 0], [1, 1]), less: try influences([0, 1], [2, 3]), items: 4)
        #expect(!found.hasInterval)
        let same = try influences([1, 0], [2, 3])
        let none = ClusteredDifference().estimate(same, less: same, items: 2)
        #expect(none.low == 0 && none.high == 0)
    }

    /// How often the interval holds the true difference of two leaders whose quotations share some of their articles.
    private func coverage(
        _ articles: (first: Int, shared: Int, second: Int), draws: Int = 1500, errors: Double = 0,
        beside: (variance: Double, studies: Int)? = nil
    ) throws -> Double {
        var random = SplitMix(seed: 7)
        var held = 0
        for _ in 0..<draws {
            var rows: [[(value: Double, cluster: Int)]] = [[], []]
            // What the model gets wrong about each leader.
            let (e, f) = random.normals()
            let counts = articles.first + articles.shared + articles.second
            for article in 0..<counts {
                let both = article < articles.shared
                let own = article < articles.shared + articles.first
                let (mood, _) = random.normals()
                for leader in [0, 1] where both || own == (leader == 0) {
                    for _ in 0..<(1 + random.below(4)) {
                        let (noise, _) = random.normals()
                        let middle = leader == 0 ? -0.2 + errors * e : 0.1 + errors * f
                        rows[leader].append((middle + 0.3 * mood + 0.3 * noise, article))
                    }
                }
            }
            let parts = try rows.map { try influences($0.map(\.value), $0.map(\.cluster)) }
            let found = ClusteredDifference(bounds: -9...9, beside: beside).estimate(
                parts[0], less: parts[1], items: rows[0].count + rows[1].count)
            if try #require(found.low) <= -0.3, try #require(found.high) >= -0.3 { held += 1 }
        }
        return Double(held) / Double(draws)
    }

    @Test func theIntervalHoldsTheTrueDifference() throws {
        #expect(try coverage((20, 20, 20)) >= 0.93)
        #expect(try coverage((0, 40, 0)) >= 0.93)
        #expect(try coverage((40, 0, 12)) >= 0.93)
        #expect(try coverage((30, 5, 60)) >= 0.93)
    }

    @Test func whatVariesFromLeaderToLeaderIsInTheInterval() throws {
        let beside = (variance: 2 * 0.1 * 0.1, studies: 40)
        #expect(try coverage((60, 30, 60), draws: 600, errors: 0.1, beside: beside) >= 0.93)
        #expect(try coverage((60, 30, 60), draws: 600, errors: 0.1) < 0.8)
    }

    @Test func aShareOfNothingOrAllIsNotCertain() throws {
        let clusters = Array(0..<10)
        let never = try #require(
            ClusteredShare().estimate(of: clusters.map { _ in false }, clusters: clusters))
        // Clopper and Pearson: 1 − 0.025^(1/10).
        #expect(never.low == 0)
        #expect(abs(try #require(never.high) - 0.308497) < 1e-5)
        let always = try #require(
            ClusteredShare().estimate(of: clusters.map { _ in true }, clusters: clusters))
        #expect(always.high == 1)
        #expect(abs(try #require(always.low) - 0.691503) < 1e-5)
        let one = ClusteredShare().estimate(of: [true, false], clusters: [1, 1])
        #expect(one?.value == 0.5 && one?.hasInterval == false)
        #expect(ClusteredShare().estimate(of: [], clusters: []) == nil)
    }

    @Test func aShareOfClusteredValuesIsLessSureThanOfSingleOnes() throws {
        let values = (0..<40).map { $0 % 8 < 2 }
        let single = try #require(
            ClusteredShare().estimate(of: values, clusters: Array(0..<40)))
        let clustered = try #require(
            ClusteredShare().estimate(
                of: values.sorted { $0 && !$1 }, clusters: (0..<40).map { $0 / 5 }))
        #expect(single.value == 0.25 && clustered.value == 0.25)
        #expect(try #require(clustered.high) > (try #require(single.high)))
        // Of 39 independent values: the quantiles of Beta(9.75, 30.25) and Beta(10.75, 29.25), by Simpson’s rule.
        #expect(abs(try #require(single.low) - 0.125558) < 1e-5)
        #expect(abs(try #require(single.high) - 0.414324) < 1e-5)
    }

    @Test func theIntervalOfAShareHoldsTheTruth() throws {
        var random = SplitMix(seed: 3)
        var held = 0
        for _ in 0..<1500 {
            var (values, clusters): ([Bool], [Int]) = ([], [])
            for article in 0..<25 {
                // One in ten articles quotes hardly anybody else.
                let chance = random.unit() < 0.1 ? 0.9 : 0.05
                for _ in 0..<(1 + random.below(4)) {
                    values.append(random.unit() < chance)
                    clusters.append(article)
                }
            }
            let found = try #require(ClusteredShare().estimate(of: values, clusters: clusters))
            let truth = 0.1 * 0.9 + 0.9 * 0.05
            if try #require(found.low) <= truth, try #require(found.high) >= truth { held += 1 }
        }
        #expect(Double(held) / 1500 >= 0.93)
    }
}
