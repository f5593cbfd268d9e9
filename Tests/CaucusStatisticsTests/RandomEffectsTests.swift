import CaucusStatistics
import CaucusTestSupport
import Testing

@Suite("Random effects")
struct RandomEffectsTests {
    /// DerSimonian and Laird by hand: weights 1, 1; Q = 2; scale = 2 - 2/2 = 1; τ² = (2 - 1) / 1 = 1.
    @Test func twoStudiesByHand() throws {
        let effects = try #require(RandomEffects([(0, 1), (2, 1)]))
        #expect(abs(effects.mean - 1) < 1e-12)
        #expect(abs(effects.between - 1) < 1e-12)
        #expect(abs(effects.meanVariance - 1) < 1e-12)
    }

    @Test func studiesThatAgreeDoNotDiffer() throws {
        let effects = try #require(RandomEffects([(0.1, 0.04), (0.1, 0.01), (0.1, 0.02)]))
        #expect(effects.between == 0)
        #expect(abs(effects.mean - 0.1) < 1e-12)
        #expect(RandomEffects([(0.1, 0.04)]) == nil)
    }

    /// Whether an effect is expected is what the interval of a corrected estimate says.
    @Test(arguments: [2, 3, 8, 40])
    func whatIsExpectedLiesInTheCorrectedInterval(clusters: Int) throws {
        let effects = try #require(
            RandomEffects((0..<20).map { (Double($0 % 2) * 0.2 - 0.2, 0.001) }))
        let plain = Estimate(
            value: 0.5, standardError: 0.02, low: 0.46, high: 0.54, items: 100,
            clusters: clusters, method: "plain")
        let corrected = effects.corrected(plain, by: -0.08, bounds: -9...9, method: "corrected")
        let high = try #require(corrected.high)
        for (beyond, isExpected) in [(-0.001, true), (0.001, false)] {
            #expect(
                effects.expects(
                    high + beyond - 0.5, by: -0.08, variance: 0.02 * 0.02, clusters: clusters)
                    == isExpected)
        }
        // One article tells of no interval.
        #expect(!effects.expects(-0.08, by: -0.08, variance: 0.0004, clusters: 1))
    }

    @Test func aCorrectionMovesTheShareAndWidensItsInterval() throws {
        let effects = try #require(
            RandomEffects((0..<20).map { (Double($0 % 2) * 0.2 - 0.2, 0.001) }))
        let plain = Estimate(
            value: 0.5, standardError: 0.02, low: 0.46, high: 0.54, items: 100, clusters: 40,
            method: "plain")
        let corrected = effects.corrected(
            plain, by: effects.mean, bounds: 0...1, method: "corrected")
        #expect(abs(corrected.value - 0.4) < 1e-9)
        let low = try #require(corrected.low)
        #expect(low < 0.25 && low > 0.1)
        #expect(corrected.method == "corrected" && corrected.items == 100)
        // One article has no interval, and no correction gives it one.
        let alone = Estimate(value: 0.5, items: 3, clusters: 1, method: "plain")
        #expect(
            !effects.corrected(alone, by: -0.1, bounds: 0...1, method: "corrected").hasInterval)
    }
}
