import CaucusMatrix
import CaucusStatistics
import Foundation
import Testing

/// Figures of rows that were drawn with different chances (issue 20).
@Suite("weighted figures")
struct WeightedMetricsTests {
    private let rows: [[Double]] = [
        [0.7, 0.2, 0.1], [0.1, 0.8, 0.1], [0.3, 0.3, 0.4], [0.6, 0.3, 0.1], [0.2, 0.2, 0.6],
    ]
    private let labels = [0, 1, 1, 2, 2]
    private let weights = [1.0, 3, 2, 1, 2]

    private func matrix(_ rows: [[Double]]) -> Matrix {
        Matrix(rows: rows.count, columns: 3, values: rows.flatMap(\.self))
    }

    /// Every row as often as it weighs.
    private var repeated: (rows: [[Double]], labels: [Int], groups: [Int]) {
        let order = weights.indices.flatMap { [Int](repeating: $0, count: Int(weights[$0])) }
        return (order.map { rows[$0] }, order.map { labels[$0] }, order)
    }

    /// Tolerances are a few units in the last place of sums of nine.
    @Test func aRowThatWeighsThreeIsThreeRows() {
        let weighted = Metrics(
            probabilities: matrix(rows), labels: labels, groups: [0, 1, 2, 3, 4], weights: weights)
        let all = repeated
        let whole = Metrics(
            probabilities: matrix(all.rows), labels: all.labels, groups: all.groups)
        for part in [\Metrics.macroF1, \.accuracy, \.logLoss, \.brier] {
            #expect(abs(weighted[keyPath: part].value - whole[keyPath: part].value) < 1e-12)
            // The same groups are drawn.
            #expect(
                abs((weighted[keyPath: part].low ?? 9) - (whole[keyPath: part].low ?? -9)) < 1e-12)
            #expect(
                abs((weighted[keyPath: part].high ?? 9) - (whole[keyPath: part].high ?? -9)) < 1e-12
            )
        }
        #expect(zip(weighted.f1, whole.f1).allSatisfy { abs($0.value - $1.value) < 1e-12 })
        // Right are rows 0, 1 and 4: 1 + 3 + 2 of 9.
        #expect(abs(weighted.accuracy.value - 6.0 / 9) < 1e-12)
        // People and pages count rows.
        #expect(weighted.confusion == [[1, 0, 0], [0, 1, 1], [1, 0, 1]])
        #expect(weighted.rows == 5 && whole.rows == 9)
    }

    @Test func equalWeightsChangeNothing() {
        let plain = Metrics(probabilities: matrix(rows), labels: labels)
        let even = Metrics(
            probabilities: matrix(rows), labels: labels, weights: [1, 1, 1, 1, 1])
        #expect(plain.macroF1 == even.macroF1 && plain.logLoss == even.logLoss)
        #expect(
            abs(plain.calibrationError.value - even.calibrationError.value) < 1e-12)
        let curve = CalibrationCurve(
            probabilities: matrix(rows), labels: labels, weights: [2, 2, 2, 2, 2], bins: 1)
        #expect(abs(curve.bins[0].observed - 0.6) < 1e-12)
        #expect(abs(curve.bins[0].predicted - 3.1 / 5) < 1e-12)
    }

    @Test func calibrationWeighsRows() {
        // One bin: 0.7 + 3·0.8 + 2·0.4 + 0.6 + 2·0.6 = 5.7 expected, 6 right, of 9.
        let error = CalibrationError(
            probabilities: matrix(rows), labels: labels, weights: weights, bins: 1)
        #expect(abs(error.value - 0.3 / 9) < 1e-12)
        #expect(error.expected > 0 && error.upper >= error.expected)
        let curve = CalibrationCurve(
            probabilities: matrix(rows), labels: labels, weights: weights, bins: 1)
        #expect(abs(curve.bins[0].predicted - 5.7 / 9) < 1e-12)
        #expect(abs(curve.bins[0].observed - 6.0 / 9) < 1e-12)
        #expect(curve.bins[0].low < curve.bins[0].high)
    }

    @Test func aPairWeighsRowsAlike() {
        let other = matrix(rows.map { [$0[1], $0[0], $0[2]] })
        let paired = PairedComparison(
            first: matrix(rows), second: other, labels: labels, groups: [0, 1, 2, 3, 4],
            weights: weights)
        let (a, b) = (
            Metrics(probabilities: matrix(rows), labels: labels, weights: weights),
            Metrics(probabilities: other, labels: labels, weights: weights)
        )
        #expect(abs(paired.macroF1.value - (a.macroF1.value - b.macroF1.value)) < 1e-12)
        #expect(abs(paired.logLoss.value - (a.logLoss.value - b.logLoss.value)) < 1e-12)
    }
}

/// What a probability tells of something that holds or not.
@Suite("binary figures")
struct BinaryMetricsTests {
    /// By hand: of 2 × 3 pairs the one that holds has the higher probability in four and the same in one.
    @Test func theAreaIsTheShareOfPairsInOrder() throws {
        let metrics = BinaryMetrics(
            probabilities: [0.9, 0.4, 0.6, 0.4, 0.1], holds: [true, true, false, false, false],
            groups: [0, 1, 2, 3, 4])
        let area = try #require(metrics.area)
        #expect(abs(area.value - 4.5 / 6) < 1e-12)
        #expect(abs(metrics.share.value - 0.4) < 1e-12)
        #expect(abs(metrics.mean.value - 2.4 / 5) < 1e-12)
        let loss = -(log(0.9) + log(0.4) + log(0.4) + log(0.6) + log(0.9)) / 5
        #expect(abs(metrics.logLoss.value - loss) < 1e-12)
        #expect(abs(metrics.baseline + (0.4 * log(0.4) + 0.6 * log(0.6))) < 1e-12)
        #expect(metrics.positives == 2 && metrics.rows == 5 && metrics.groups == 5)
    }

    @Test func aRowThatWeighsTwoIsTwoRows() throws {
        let weighted = BinaryMetrics(
            probabilities: [0.9, 0.4, 0.6], holds: [true, true, false], groups: [0, 1, 2],
            weights: [1, 2, 1])
        let whole = BinaryMetrics(
            probabilities: [0.9, 0.4, 0.4, 0.6], holds: [true, true, true, false],
            groups: [0, 1, 1, 2])
        #expect(abs((weighted.area?.value ?? 9) - (whole.area?.value ?? -9)) < 1e-12)
        #expect(abs(weighted.share.value - 0.75) < 1e-12)
        #expect(abs(weighted.logLoss.value - whole.logLoss.value) < 1e-12)
    }

    @Test func aShareOfEqualWeightsIsTheOneWithout() throws {
        let (holds, groups) = ([true, true, false, true, false], [3, 3, 1, 2, 2])
        let whole = try #require(ClusteredShare().estimate(of: holds, clusters: groups))
        let even = try #require(
            ClusteredShare().estimate(of: holds, clusters: groups, weights: [2, 2, 2, 2, 2]))
        #expect(abs(whole.value - even.value) < 1e-12)
        #expect(abs((whole.low ?? 9) - (even.low ?? -9)) < 1e-9)
        #expect(abs((whole.high ?? 9) - (even.high ?? -9)) < 1e-9)
        // Where all hold, 1 − 0.025^(1/G) of three clusters: the rule of three.
        let all = try #require(
            ClusteredShare().estimate(
                of: [true, true, true], clusters: [0, 1, 2], weights: [1, 1, 1]))
        #expect(abs((all.low ?? 9) - pow(0.025, 1.0 / 3)) < 1e-9 && all.high == 1)
        // One that weighs nine leaves little more than one cluster.
        let uneven = try #require(
            ClusteredShare().estimate(
                of: [true, true, true], clusters: [0, 1, 2], weights: [9, 0.5, 0.5]))
        #expect((uneven.low ?? 1) < (all.low ?? 0))
    }

    @Test func whereAllHoldThereIsNoArea() {
        let metrics = BinaryMetrics(
            probabilities: [0.9, 1, 0], holds: [true, true, true], groups: [0, 0, 1])
        #expect(metrics.area == nil)
        #expect(metrics.share.value == 1 && metrics.baseline == 0)
        #expect(metrics.logLoss.value.isFinite)
        let alone = BinaryMetrics(probabilities: [0.5], holds: [true], groups: [7])
        #expect(!alone.share.hasInterval)
    }

    @Test func anAreaThatFewDrawsHaveIsWithoutInterval() throws {
        // Two articles, one of which has all that fail: every other draw or so has both kinds.
        let metrics = BinaryMetrics(
            probabilities: [0.9, 0.2], holds: [true, false], groups: [0, 1])
        #expect(try #require(metrics.area).value == 1)
        #expect(metrics.area?.hasInterval == false)
        #expect(metrics.share.hasInterval)
    }
}
