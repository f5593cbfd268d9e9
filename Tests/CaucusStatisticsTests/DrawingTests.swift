import CaucusMatrix
import Testing

@testable import CaucusStatistics

/// Drawing with known probabilities, and what is estimated from such draws.
@Suite struct DrawingTests {
    private static let weights = (0..<60).map { $0 < 5 ? 40.0 : Double($0 % 7 + 1) }

    @Test func probabilitiesSumToWhatIsDrawn() {
        for count in [0, 1, 7, 30, 59, 60, 80] {
            let drawing = DrawingProbabilities(weights: Self.weights, count: count)
            let sum = drawing.values.reduce(0, +)
            #expect(abs(sum - Double(min(count, 60))) < 1e-9)
            #expect(drawing.values.allSatisfy { $0 >= 0 && $0 <= 1 })
            #expect(
                drawing.drawn(in: Array(0..<60), start: 0.37).count == min(count, 60),
                "\(count) wanted")
        }
        // A great weight is drawn for certain, and the others keep their proportions.
        let drawing = DrawingProbabilities(weights: Self.weights, count: 30)
        #expect(drawing.values[0] == 1)
        #expect(abs(drawing.values[7] / drawing.values[14] - 1) < 1e-12)
    }

    @Test func eachIsDrawnAsOftenAsItsProbabilitySays() {
        let drawing = DrawingProbabilities(weights: Self.weights, count: 12)
        var counts = [Double](repeating: 0, count: 60)
        var random = SplitMix(seed: 5)
        let draws = 20_000
        for _ in 0..<draws {
            let order = Array(0..<60).shuffled(using: &random)
            let drawn = drawing.drawn(in: order, start: random.unit())
            #expect(drawn.count == 12)
            for i in drawn { counts[i] += 1 }
        }
        // Four standard errors of a share of 20,000 draws are at most 0.0142.
        for (count, p) in zip(counts, drawing.values) {
            #expect(abs(count / Double(draws) - p) < 0.0142)
        }
    }

    @Test func neighborsGetTheirShare() {
        // Ten groups of six, equal weights, 20 drawn: two of each.
        let drawing = DrawingProbabilities(weights: [Double](repeating: 1, count: 60), count: 20)
        let drawn = drawing.drawn(in: Array(0..<60), start: 0.5)
        for group in 0..<10 { #expect(drawn.count { $0 / 6 == group } == 2) }
    }

    private static func items(labeled: Bool) -> [DesignBasedRatio.Item] {
        (0..<40).map { i in
            let counts = i % 4 != 0
            let value = i % 3 == 0 ? 1.0 : 0
            return DesignBasedRatio.Item(
                part: 0.8, sum: 0.8 * 0.4,
                label: labeled || i % 2 == 0
                    ? .init(part: counts ? 1 : 0, sum: counts ? value : 0) : nil,
                samplingProbability: labeled ? 1 : 0.5, cluster: i)
        }
    }

    @Test func whereAllIsLabeledTheRatioIsThatOfTheLabels() throws {
        let all = Self.items(labeled: true)
        let parts = all.reduce(0) { $0 + ($1.label?.part ?? 0) }
        let sums = all.reduce(0) { $0 + ($1.label?.sum ?? 0) }
        let estimate = try DesignBasedRatio(bounds: 0...1).estimate(of: all)
        #expect(abs(estimate.value - sums / parts) < 1e-12)
        #expect(estimate.hasInterval && estimate.method == DesignBasedMean.method)
    }

    @Test func whereEveryItemCountsItIsTheMean() throws {
        let ratio = Self.items(labeled: false).map { item in
            var item = item
            item.part = 1
            item.label = item.label.map { .init(part: 1, sum: $0.sum) }
            return item
        }
        let mean = ratio.map {
            DesignBasedMean.Item(
                prediction: $0.sum, label: $0.label?.sum,
                samplingProbability: $0.samplingProbability, cluster: $0.cluster)
        }
        let a = try DesignBasedRatio().estimate(of: ratio)
        let b = try DesignBasedMean().estimate(of: mean)
        #expect(abs(a.value - b.value) < 1e-12)
        #expect(abs((a.low ?? 0) - (b.low ?? 1)) < 1e-12)
        #expect(throws: StatisticsError.self) {
            try DesignBasedRatio().estimate(
                of: ratio.map { item in
                    var item = item
                    item.label = nil
                    return item
                })
        }
    }

    @Test func moreLabelsPromiseNarrowerIntervals() throws {
        let items = (0..<500).map { i in
            LabelPower.Item(
                part: 0.7, probabilities: i % 5 == 0 ? [0.7, 0.2, 0.1] : [0.1, 0.7, 0.2],
                cluster: i / 2)
        }
        let widths = try [50, 100, 200, 400].map { count in
            let drawing = DrawingProbabilities(
                weights: [Double](repeating: 1, count: 500), count: count)
            return try #require(LabelPower(values: [-1, 0, 1]).halfWidths(items, drawing))
        }
        for (wide, narrow) in zip(widths, widths.dropFirst()) {
            #expect(narrow.corrected < wide.corrected && narrow.alone < wide.alone)
        }
        #expect(widths.allSatisfy { $0.corrected < $0.alone })
        // By hand, of labels alone: the net has the mean −1/10·… and E(v − θ)² of each row.
        let theta = 0.2 * -0.6 + 0.8 * 0.1
        let square = { (p: [Double]) in
            0.7
                * (p[0] * (-1 - theta) * (-1 - theta) + p[1] * theta * theta
                    + p[2] * (1 - theta) * (1 - theta))
        }
        let sum = 100 * square([0.7, 0.2, 0.1]) + 400 * square([0.1, 0.7, 0.2])
        let error = (sum / 0.1).squareRoot() / 350
        #expect(abs(widths[0].alone - StudentT.quantile(0.975, degrees: 49) * error) < 1e-9)
    }
}
