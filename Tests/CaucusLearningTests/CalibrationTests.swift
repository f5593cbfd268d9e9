import CaucusLearning
import CaucusMatrix
import Testing

@Suite("Calibration")
struct CalibrationTests {
    /// Labels drawn from the softmax of the logits, so that the right temperature is 1.
    private func drawn(_ count: Int) -> (logits: Matrix, labels: [Int]) {
        var numbers = Numbers(seed: 5)
        var logits = Matrix(rows: count, columns: 3)
        for n in logits.values.indices { logits.values[n] = 4 * numbers.next() - 2 }
        let p = Softmax.probabilities(logits: logits)
        let labels = (0..<count).map { i in
            let u = numbers.next()
            return u < p[i, 0] ? 0 : u < p[i, 0] + p[i, 1] ? 1 : 2
        }
        return (logits, labels)
    }

    @Test func labelsDrawnFromTheProbabilitiesGiveATemperatureNearOne() {
        let (logits, labels) = drawn(20_000)
        // The standard error of the temperature at 20,000 rows is about 0.01.
        #expect(abs(Calibration.temperature(logits: logits, labels: labels) - 1) < 0.05)
    }

    @Test func logitsTwiceTooLargeGiveTwiceTheTemperature() {
        let (logits, labels) = drawn(500)
        let once = Calibration.temperature(logits: logits, labels: labels)
        var doubled = logits
        for n in doubled.values.indices { doubled.values[n] *= 2 }
        let twice = Calibration.temperature(logits: doubled, labels: labels)
        // The search halves a logarithmic interval sixty times.
        #expect(abs(twice / once - 2) < 1e-9)
    }

    @Test func theTemperatureLowersTheLogLoss() {
        let (logits, labels) = drawn(300)
        let t = Calibration.temperature(logits: logits, labels: labels)
        let best = Softmax.logLoss(logits: logits, labels: labels, temperature: t)
        for other in [t * 0.98, t * 1.02] {
            #expect(best <= Softmax.logLoss(logits: logits, labels: labels, temperature: other))
        }
    }

    @Test func everyAnswerRightGivesTheColdestTemperature() {
        let logits = Matrix(rows: 2, columns: 2, values: [3, 0, 0, 3])
        #expect(Calibration.temperature(logits: logits, labels: [0, 1]) == 0.05)
        #expect(Calibration.temperature(logits: logits, labels: [1, 0]) == 20)
    }
}
