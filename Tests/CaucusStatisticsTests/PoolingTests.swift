import CaucusMatrix
import Foundation
import Testing

@testable import CaucusStatistics

/// Pooling, ranks and prior shift on simulated groups.
@Suite struct PoolingTests {
    /// Groups whose shares of favor are `truth`, with `articles` articles of one quotation each.
    static func simulated(_ truth: [Double], articles: Int, seed: UInt64) -> [Influences] {
        var generator = SplitMix(seed: seed)
        var cluster = 0
        return truth.compactMap { share in
            let values = (0..<articles).map { _ in generator.unit() < share ? 1.0 : -1.0 }
            let clusters = values.indices.map { cluster + $0 }
            cluster += articles
            return Influences(values, clusters: clusters)
        }
    }

    @Test func aSmallGroupIsPulledFurtherThanALargeOne() throws {
        var groups = [0.2, 0.4, 0.5, 0.6, 0.8].map {
            Pooling.Group(
                shares: [$0, 0, 1 - $0], variances: [$0 * (1 - $0) / 50, 0, $0 * (1 - $0) / 50],
                items: 50, clusters: 50)
        }
        groups.append(Pooling.Group(shares: [0.9, 0, 0.1], variances: nil, items: 2, clusters: 1))
        let pooling = try #require(Pooling(groups, contrast: [-1, 0, 1]))
        let small = try #require(pooling.estimates.last)
        #expect(small.value > -0.65 && small.value < -0.1)
        #expect(abs(pooling.estimates[0].value - 0.6) < 0.1)
        for estimate in pooling.estimates {
            let low = try #require(estimate.low)
            let high = try #require(estimate.high)
            #expect(low < estimate.value && estimate.value < high && low >= -1 && high <= 1)
        }
        #expect(try #require(small.high) - (try #require(small.low)) > 0.4)
    }

    @Test func twoGroupsAreNotPooled() {
        let group = Pooling.Group(shares: [0.5, 0.5], variances: nil, items: 4, clusters: 1)
        #expect(Pooling([group, group], contrast: [0, 1]) == nil)
    }

    @Test func thePriorIsRecovered() throws {
        // Exact counts at the quantiles of Beta(3, 5) with many observations each.
        let groups = (1..<200).map { i -> [Double] in
            let share = Beta.quantile(Double(i) / 200, 3, 5)
            return [share * 2000, (1 - share) * 2000]
        }
        let prior = try #require(DirichletPrior.fitted(to: groups))
        #expect(abs(prior.counts[0] - 3) < 0.25 && abs(prior.counts[1] - 5) < 0.4)
    }

    @Test func ranksCoverTheTruthForAllGroupsTogether() {
        let truth = [0.9, 0.8, 0.6, 0.5, 0.3, 0.2]
        var covered = 0
        let corpora = 60
        for seed in 0..<corpora {
            let groups = Self.simulated(truth, articles: 40, seed: UInt64(seed))
            let ranks = RankIntervals(draws: 199, seed: 1).ranks(of: groups)
            let all = ranks.enumerated().allSatisfy { $1.low <= $0 + 1 && $0 + 1 <= $1.high }
            if all { covered += 1 }
        }
        // 95 % nominal; below 53 of 60 would be three standard errors off.
        #expect(covered >= 53)
    }

    @Test func farApartGroupsHaveNarrowRanksAndOneArticleHasNone() throws {
        var groups = Self.simulated([0.97, 0.03], articles: 80, seed: 4)
        groups.append(try #require(Influences([1.0, 1.0], clusters: [9_000, 9_000])))
        let ranks = RankIntervals().ranks(of: groups)
        #expect(ranks[0].high <= 2 && ranks[1].low == 2)
        #expect(ranks[2].low == 1 && ranks[2].high == 3)
        #expect(RankIntervals().ranks(of: groups) == ranks)
        #expect(RankIntervals().ranks(of: []).isEmpty)
    }

    /// The posterior of an item of two classes whose scores are normal, two standard deviations apart.
    static func posterior(_ positive: Bool, _ generator: inout SplitMix) -> [Double] {
        let x = generator.normals().0 + (positive ? 1 : -1)
        let p = 1 / (1 + exp(-2 * x))
        return [1 - p, p]
    }

    @Test func priorShiftIsUndone() throws {
        // Two classes with Gaussian scores; trained half and half, deployed at 80 %.
        var generator = SplitMix(seed: 11)
        func posterior(_ positive: Bool) -> [Double] { Self.posterior(positive, &generator) }
        let gold = (0..<2000).map {
            Quantification.Gold(
                posterior: posterior($0 % 2 == 0), label: $0 % 2 == 0 ? 1 : 0, group: $0)
        }
        let corpus = (0..<4000).map { posterior($0 % 5 != 0) }
        let pacc = try Quantification.adjustedCount(posteriors: corpus, gold: gold)
        let em = try Quantification.expectationMaximization(
            posteriors: corpus, trainingShares: [0.5, 0.5])
        #expect(pacc.plainMean[1] < 0.74)
        #expect(abs(pacc.shares[1] - 0.8) < 0.03)
        #expect(abs(em.shares[1] - 0.8) < 0.03)
        #expect(try #require(pacc.condition) > 1)
        for found in [pacc, em] {
            let share = found.estimate([0, 1], bounds: 0...1)
            let low = try #require(share.low)
            let high = try #require(share.high)
            #expect(low < 0.8 && 0.8 < high && high - low < 0.12)
        }
    }

    @Test func fewGoldItemsAreRefused() {
        let gold = (0..<30).map {
            Quantification.Gold(posterior: [0.5, 0.5], label: $0 < 25 ? 0 : 1, group: $0)
        }
        #expect(throws: StatisticsError.tooFewGold(class: 1, found: 5, needed: 20)) {
            try Quantification.adjustedCount(posteriors: [[0.5, 0.5]], gold: gold)
        }
    }
}
