import CaucusMatrix
import CaucusStatistics
import Foundation
import Testing

@Suite("Metrics")
struct MetricsTests {
    private let probabilities = Matrix(
        rows: 4, columns: 3,
        values: [0.7, 0.2, 0.1, 0.1, 0.8, 0.1, 0.3, 0.3, 0.4, 0.6, 0.3, 0.1])
    private let labels = [0, 1, 1, 2]

    /// By hand: foretold 0, 1, 2, 0. Tolerances are a few units in the last place.
    @Test func theNumbersAreThoseOfTheBooks() {
        let metrics = Metrics(probabilities: probabilities, labels: labels, interest: [0, 1])
        #expect(metrics.confusion == [[1, 0, 0], [0, 1, 1], [1, 0, 0]])
        #expect(metrics.accuracy.value == 0.5)
        #expect(metrics.precision.map(\.value) == [0.5, 1, 0])
        #expect(metrics.recall.map(\.value) == [1, 0.5, 0])
        #expect(abs(metrics.f1[0].value - 2.0 / 3) < 1e-15)
        #expect(abs(metrics.macroF1.value - 4.0 / 9) < 1e-15)
        #expect(abs(metrics.averageF1.value - 2.0 / 3) < 1e-15)
        let loss = -(log(0.7) + log(0.8) + log(0.3) + log(0.1)) / 4
        #expect(abs(metrics.logLoss.value - loss) < 1e-14)
        #expect(abs(metrics.brier.value - (0.14 + 0.06 + 0.74 + 1.26) / 4) < 1e-14)
    }

    @Test func aClassThatNeverOccursDoesNotCountInTheMacroF1() {
        let two = Matrix(rows: 2, columns: 3, values: [0.9, 0.1, 0, 0.2, 0.8, 0])
        #expect(Metrics(probabilities: two, labels: [0, 1]).macroF1.value == 1)
        #expect(Metrics.macroF1(of: [0, 1], labels: [0, 1], classes: 3) == 1)
        // One that is answered and never right counts: 1, 0 and 0.
        #expect(abs(Metrics.macroF1(of: [0, 2], labels: [0, 1], classes: 3) - 1.0 / 3) < 1e-15)
    }

    @Test func oneGroupHasNoInterval() {
        let metrics = Metrics(probabilities: probabilities, labels: labels, groups: [1, 1, 1, 1])
        #expect(metrics.groups == 1)
        #expect(metrics.macroF1.low == nil && metrics.macroF1.high == nil)
    }

    @Test func groupsWidenTheInterval() throws {
        // Twenty rows of one answer each, in pairs that are copies.
        let p = Matrix(
            rows: 40, columns: 2,
            values: (0..<40).flatMap { _ in [0.8, 0.2] })
        let labels = (0..<40).map { ($0 / 2) % 3 == 0 ? 1 : 0 }
        let alone = Metrics(probabilities: p, labels: labels).accuracy
        let pairs = Metrics(
            probabilities: p, labels: labels, groups: (0..<40).map { $0 / 2 }
        ).accuracy
        let narrow = try #require(alone.high) - (try #require(alone.low))
        let wide = try #require(pairs.high) - (try #require(pairs.low))
        // Copies double the variance: √2 = 1.41, of which a thousand draws tell at least 1.2.
        #expect(wide > 1.2 * narrow)
        #expect(alone.value == pairs.value)
    }

    @Test func theSameSeedGivesTheSameIntervals() {
        let a = Metrics(probabilities: probabilities, labels: labels, seed: 3)
        #expect(a == Metrics(probabilities: probabilities, labels: labels, seed: 3))
    }

    @Test func noRowsGiveZerosAndNoCrash() {
        let metrics = Metrics(probabilities: Matrix(rows: 0, columns: 3), labels: [])
        #expect(metrics.rows == 0 && metrics.macroF1.value == 0)
    }

    /// A perfectly calibrated model shows an error of about 0.065 at 200 rows (methods page).
    @Test func aCalibratedModelIsConsistentAndItsErrorIsNotZero() {
        var random = SplitMix(seed: 9)
        let n = 200
        var p = Matrix(rows: n, columns: 2)
        var labels: [Int] = []
        for i in 0..<n {
            p[i, 0] = 0.5 + 0.5 * random.unit()
            p[i, 1] = 1 - p[i, 0]
            labels.append(random.unit() < p[i, 0] ? 0 : 1)
        }
        let error = CalibrationError(probabilities: p, labels: labels)
        #expect(error.isConsistent)
        #expect(error.expected > 0.03 && error.expected < 0.12)
        let wrong = CalibrationError(probabilities: p, labels: labels.map { 1 - $0 })
        #expect(!wrong.isConsistent)
    }
}
