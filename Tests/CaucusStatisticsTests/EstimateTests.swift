import CaucusMatrix
import Testing

@testable import CaucusStatistics

/// Means and intervals against hand computation and published tables.
@Suite struct EstimateTests {
    @Test func studentQuantilesAreThoseOfTheTables() {
        #expect(abs(StudentT.quantile(0.975, degrees: 1) - 12.7062047) < 1e-6)
        #expect(abs(StudentT.quantile(0.975, degrees: 6) - 2.4469119) < 1e-6)
        #expect(abs(StudentT.quantile(0.95, degrees: 30) - 1.6972609) < 1e-6)
        #expect(abs(StudentT.quantile(0.025, degrees: 6) + 2.4469119) < 1e-6)
        #expect(abs(Normal.quantile(0.975) - 1.959963984540054) < 1e-12)
        #expect(abs(Normal.quantile(1e-6) + 4.753424308822899) < 1e-9)
    }

    @Test func betaQuantilesInvertTheDistribution() {
        for (a, b) in [(0.5, 0.5), (2.0, 7.0), (40.0, 3.0)] {
            for p in [0.025, 0.5, 0.9] {
                #expect(abs(Beta.cumulative(Beta.quantile(p, a, b), a, b) - p) < 1e-9)
            }
        }
        #expect(abs(Beta.cumulative(0.3, 1, 1) - 0.3) < 1e-12)
    }

    @Test func digammaMatchesKnownValues() {
        #expect(abs(digamma(1) + 0.5772156649015329) < 1e-9)
        #expect(abs(digamma(0.5) + 1.9635100260214235) < 1e-9)
        #expect(abs(digamma(10) - 2.251752589066721) < 1e-9)
    }

    @Test func theClusteredMeanIsTheHandComputedOne() throws {
        // Three articles; values 1, 0 | 1 | 0. Mean 0.5; influences 0, 0.125, −0.125.
        let estimate = try #require(
            ClusteredMean(bounds: 0...1).estimate(of: [1, 0, 1, 0], clusters: [7, 7, 3, 5]))
        #expect(estimate.value == 0.5)
        #expect(estimate.clusters == 3)
        let error = (1.5 * (2 * 0.125 * 0.125)).squareRoot()
        #expect(abs(try #require(estimate.standardError) - error) < 1e-12)
        // t(2) = 4.30265: 0.5 − 0.9316 is cut to 0.
        #expect(estimate.low == 0)
        #expect(estimate.high == 1)
    }

    @Test func oneArticleHasNoInterval() throws {
        let estimate = try #require(ClusteredMean().estimate(of: [0.9, 0.8], clusters: [1, 1]))
        #expect(abs(estimate.value - 0.85) < 1e-12)
        #expect(estimate.low == nil && estimate.high == nil && estimate.standardError == nil)
        #expect(!estimate.hasInterval)
        #expect(ClusteredMean().estimate(of: [], clusters: []) == nil)
    }

    @Test func weightsMakeTheMeanPerDocument() throws {
        // Two documents: three quotations at 1, one at 0. Per document the mean is one half.
        let mean = ClusteredMean().estimate(
            of: [1, 1, 1, 0], clusters: [1, 1, 1, 2], weights: [0.25, 0.25, 0.5, 1])
        let estimate = try #require(mean)
        #expect(abs(estimate.value - 0.5) < 1e-12)
    }

    @Test func theDesignBasedMeanIsTheHandComputedOne() throws {
        let items = [
            DesignBasedMean.Item(
                prediction: 0.8, label: 1, samplingProbability: 0.5, cluster: 1),
            DesignBasedMean.Item(prediction: 0.6, samplingProbability: 0.5, cluster: 1),
            DesignBasedMean.Item(
                prediction: 0.4, label: 0, samplingProbability: 0.25, cluster: 2),
            DesignBasedMean.Item(prediction: 0.2, samplingProbability: 0.25, cluster: 2),
        ]
        let estimate = try DesignBasedMean().estimate(of: items)
        // mean 0.5; a = 2, 4; rectifier (2·0.2 − 4·0.4) / 6 = −0.2.
        #expect(abs(estimate.value - 0.3) < 1e-12)
        // ā = 1.5; d = (0.3 + 4/3·0.4) + 0.1 = 0.93333; (−0.1 + 8/3·(−0.2)) − 0.3 = −0.93333.
        let d = 0.3 + 4 / 3.0 * 0.4 + 0.1
        let error = (2 * (2 * d * d) / 16).squareRoot()
        #expect(abs(try #require(estimate.standardError) - error) < 1e-12)
    }

    @Test func withoutLabelsTheDesignBasedMeanIsRefused() {
        let items = [DesignBasedMean.Item(prediction: 0.8, samplingProbability: 0, cluster: 1)]
        #expect(throws: StatisticsError.noItems) { try DesignBasedMean().estimate(of: items) }
        let odd = [
            DesignBasedMean.Item(prediction: 0.8, label: 1, samplingProbability: 0, cluster: 1)
        ]
        #expect(throws: StatisticsError.notAProbability(index: 0, value: 0)) {
            try DesignBasedMean().estimate(of: odd)
        }
    }
}

/// Coverage on simulated corpora, small; the benchmark holds the large one.
@Suite struct CoverageTests {
    @Test func theDesignBasedIntervalCoversWhereCountingDoesNot() throws {
        var generator = SplitMix(seed: 5)
        var covered = 0
        var naive = 0
        let corpora = 150
        for _ in 0..<corpora {
            var items: [DesignBasedMean.Item] = []
            var counted: [Double] = []
            for article in 0..<120 {
                // An article's size goes with its stance; the classifier leans toward 1.
                let share = generator.unit()
                let size = share < 0.5 ? 1 : 3
                let labeled = article % 3 == 0
                for _ in 0..<size {
                    let y = generator.unit() < share ? 1.0 : 0.0
                    let p = min(max(0.35 + 0.4 * y + 0.2 * generator.unit(), 0), 1)
                    counted.append(p > 0.5 ? 1 : 0)
                    items.append(
                        DesignBasedMean.Item(
                            prediction: p, label: labeled ? y : nil, samplingProbability: 1 / 3.0,
                            cluster: article))
                }
            }
            // E[Σy] / E[n]: sizes 1 and 3, mean shares 1/4 and 3/4.
            let truth = (0.5 * 1 * 0.25 + 0.5 * 3 * 0.75) / 2
            let estimate = try DesignBasedMean(bounds: 0...1).estimate(of: items)
            let low = try #require(estimate.low)
            let high = try #require(estimate.high)
            if low <= truth && truth <= high { covered += 1 }
            let mean = counted.reduce(0, +) / Double(counted.count)
            let error = (mean * (1 - mean) / Double(counted.count)).squareRoot()
            if abs(mean - truth) < 1.96 * error { naive += 1 }
        }
        // 95 % of 150 is 142; four standard errors below it is 131.
        #expect(covered >= 131)
        #expect(naive < covered)
    }
}
