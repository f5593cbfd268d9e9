import CaucusMatrix
import CaucusStatistics
import Testing

/// Calibrated probabilities of three classes and labels drawn by them, in groups that share their luck:
/// the first row's draw decides `shared` of the others of its group.
private func drawn(
    groups: Int, of size: Int = 3, shared: Double = 0.3, seed: UInt64
) -> (probabilities: Matrix, labels: [Int], groups: [Int]) {
    var random = SplitMix(seed: seed)
    var values: [Double] = []
    var labels: [Int] = []
    var numbers: [Int] = []
    for group in 0..<groups {
        let luck = random.unit()
        for _ in 0..<size {
            var p = [random.unit(), random.unit() * 0.5, random.unit() * 0.5]
            p[0] *= 3
            let sum = p.reduce(0, +)
            p = p.map { $0 / sum }
            let draw = random.unit() < shared ? luck : random.unit()
            labels.append(draw < p[0] ? 0 : draw < p[0] + p[1] ? 1 : 2)
            values += p
            numbers.append(group)
        }
    }
    return (Matrix(rows: labels.count, columns: 3, values: values), labels, numbers)
}

@Suite("answering only the surest")
struct AnsweringTests {
    @Test func aMarginIsTheLeadOfTheLargestNumber() {
        let p = Matrix(rows: 2, columns: 3, values: [0.5, 0.3, 0.2, 0.1, 0.1, 0.8])
        // Differences of decimal fractions.
        #expect(zip(p.margins, [0.2, 0.7]).allSatisfy { abs($0 - $1) < 1e-12 })
    }

    @Test func fewerAnswersOfACalibratedModelAreWrongLessOften() {
        let (p, labels, groups) = drawn(groups: 200, seed: 3)
        let table = CoverageRisk(probabilities: p, labels: labels, groups: groups)
        let metrics = Metrics(probabilities: p, labels: labels, groups: groups)
        #expect(abs(table.rows[0].error.value - (1 - metrics.accuracy.value)) < 1e-12)
        #expect(table.rows.map(\.answered) == (1...10).reversed().map { 600 * $0 / 10 })
        #expect(table.rows[5].error.value < table.rows[0].error.value)
        #expect(table.rows[8].error.value < table.rows[0].error.value)
    }

    @Test func theThresholdKeepsItsErrorOnFreshRows() {
        // The expected error of fresh answers at each margin, from many rows.
        let fresh = drawn(groups: 3000, seed: 99)
        let margins = fresh.probabilities.margins
        let best = fresh.probabilities.largestColumns
        var broken = 0
        for seed in 0..<20 {
            let (p, labels, groups) = drawn(groups: 120, seed: UInt64(seed))
            guard
                let threshold = AnswerThreshold(
                    probabilities: p, labels: labels, groups: groups, maximumError: 0.2)
            else { continue }
            let answered = margins.indices.filter { margins[$0] >= threshold.margin }
            let wrong = answered.count { best[$0] != fresh.labels[$0] }
            if Double(wrong) > 0.2 * Double(answered.count) { broken += 1 }
        }
        // The bound holds 95 times in 100; 4 of 20 or more would come once in 60 such tests.
        #expect(broken <= 3)
    }

    @Test func moreIsAnsweredWhereMoreMayBeWrong() throws {
        let (p, labels, groups) = drawn(groups: 200, seed: 5)
        func threshold(_ error: Double) throws -> AnswerThreshold {
            let found = AnswerThreshold(
                probabilities: p, labels: labels, groups: groups, maximumError: error)
            return try #require(found)
        }
        let (strict, loose) = (try threshold(0.18), try threshold(0.25))
        #expect(strict.coverage < loose.coverage && strict.margin > loose.margin)
        #expect(strict.error.value <= 0.18 && loose.error.value <= 0.25)
        #expect(try threshold(0.99).coverage == 1)
    }

    @Test func whatCannotBeKeptHasNoThreshold() {
        let p = Matrix(rows: 300, columns: 3, repeating: 1.0 / 3)
        let labels = (0..<300).map { $0 % 3 }
        let found = AnswerThreshold(probabilities: p, labels: labels, maximumError: 0.3)
        #expect(found == nil)
        let none = Matrix(rows: 0, columns: 3)
        #expect(AnswerThreshold(probabilities: none, labels: [], maximumError: 0.3) == nil)
    }

    @Test func aFewLuckyRowsAreNoProof() {
        // Five right answers of five: the true error may well be 0.4.
        let p = Matrix(rows: 5, columns: 2, values: (0..<5).flatMap { _ in [0.9, 0.1] })
        let labels = [0, 0, 0, 0, 0]
        #expect(AnswerThreshold(probabilities: p, labels: labels, maximumError: 0.2) == nil)
    }
}

@Suite("calibration of the likeliest class")
struct LikeliestClassTests {
    @Test func aCalibratedModelStaysInsideTheBand() {
        let (p, labels, _) = drawn(groups: 1000, of: 1, seed: 11)
        let curve = CalibrationCurve(probabilities: p, labels: labels)
        #expect(curve.bins.map(\.items) == Array(repeating: 100, count: 10))
        // Each bin lies outside once in 20: fewer than 8 inside would come once in 90.
        #expect(curve.inside >= 8)
        #expect(zip(curve.bins, curve.bins.dropFirst()).allSatisfy { $0.predicted <= $1.predicted })
    }

    @Test func aBoastfulModelLeavesTheBand() {
        let (p, labels, _) = drawn(groups: 2000, of: 1, seed: 12)
        let boast = Matrix(
            rows: p.rows, columns: 3,
            values: (0..<p.rows).flatMap { i -> [Double] in
                let powers = p[row: i].map { $0 * $0 * $0 * $0 }
                let sum = powers.reduce(0, +)
                return powers.map { $0 / sum }
            })
        #expect(CalibrationCurve(probabilities: boast, labels: labels).inside <= 4)
    }
}

@Suite("two models on the same rows")
struct PairedComparisonTests {
    @Test func aModelDoesNotDifferFromItself() {
        let (p, labels, groups) = drawn(groups: 100, seed: 1)
        let same = PairedComparison(first: p, second: p, labels: labels, groups: groups)
        for difference in [same.macroF1, same.logLoss] {
            #expect(difference.value == 0 && difference.low == 0 && difference.high == 0)
            #expect(difference.items == 300 && difference.clusters == 100)
        }
        #expect(same.mcNemar.pValue == 1)
    }

    @Test func differencesAreThoseOfTheMetrics() throws {
        let (p, labels, groups) = drawn(groups: 150, seed: 2)
        var random = SplitMix(seed: 8)
        let noisy = Matrix(
            rows: p.rows, columns: 3,
            values: (0..<p.rows).flatMap { i -> [Double] in
                let row = p[row: i].map { $0 + 0.4 * random.unit() }
                let sum = row.reduce(0, +)
                return row.map { $0 / sum }
            })
        let paired = PairedComparison(first: p, second: noisy, labels: labels, groups: groups)
        let (a, b) = (
            Metrics(probabilities: p, labels: labels, groups: groups),
            Metrics(probabilities: noisy, labels: labels, groups: groups)
        )
        #expect(abs(paired.macroF1.value - (a.macroF1.value - b.macroF1.value)) < 1e-12)
        #expect(abs(paired.logLoss.value - (a.logLoss.value - b.logLoss.value)) < 1e-12)
        // What the two find hard alike cancels.
        let (low, high) = (try #require(paired.logLoss.low), try #require(paired.logLoss.high))
        let (alone, top) = (try #require(a.logLoss.low), try #require(a.logLoss.high))
        #expect(high - low < top - alone)
        #expect(high < 0)
    }
}
