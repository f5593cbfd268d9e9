import CaucusLearning
import CaucusMatrix
import Testing

@Suite("Comparison, weights and further calibration")
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

    @Test func balancedWeightsMakeClassesCountAlike() {
        let labels = [0, 0, 0, 2]
        let weights = ClassWeights.balanced(labels: labels, classes: 3)
        let third: Double = 2.0 / 3
        #expect(weights == [third, third, third, 2])
        #expect(abs(weights.reduce(0, +) - 4) < 1e-12)
    }

    @Test func vectorScalingUndoesAFactorAndAnOffset() {
        var numbers = Numbers(seed: 11)
        var logits = Matrix(rows: 5000, columns: 3)
        for n in logits.values.indices { logits.values[n] = 4 * numbers.next() - 2 }
        let p = Softmax.probabilities(logits: logits)
        let labels = (0..<5000).map { i in
            let u = numbers.next()
            return u < p[i, 0] ? 0 : u < p[i, 0] + p[i, 1] ? 1 : 2
        }
        var bent = logits
        for i in 0..<5000 { bent[i, 1] = 2 * logits[i, 1] + 1 }
        let scaling = VectorScaling(logits: bent, labels: labels)
        // The standard errors at 5,000 rows are about 0.02 and 0.03.
        #expect(abs(scaling.scales[1] * 2 - scaling.scales[0]) < 0.1)
        let before = Softmax.logLoss(logits: bent, labels: labels)
        let after = Softmax.logLoss(logits: scaling.scaled(bent), labels: labels)
        #expect(after < before - 0.05)
        #expect(abs(after - Softmax.logLoss(logits: logits, labels: labels)) < 0.005)
    }

    @Test func isotonicPoolsWhatStandsInTheWrongOrder() {
        let curve = IsotonicCurve(scores: [1, 2, 3, 4], outcomes: [0, 1, 0, 1])
        #expect(curve.scores == [1, 2.5, 4] && curve.shares == [0, 0.5, 1])
        #expect(curve.share(at: 0) == 0 && curve.share(at: 9) == 1)
        #expect(abs(curve.share(at: 3.25) - 0.75) < 1e-15)
        let tied = IsotonicCurve(scores: [1, 1, 1], outcomes: [0, 1, 1])
        #expect(tied.scores == [1] && abs(tied.shares[0] - 2.0 / 3) < 1e-15)
    }

    @Test func isotonicIsOfferedFromAThousandRowsOn() throws {
        var numbers = Numbers(seed: 13)
        var p = Matrix(rows: 1000, columns: 2)
        for i in 0..<1000 {
            p[i, 0] = numbers.next()
            p[i, 1] = 1 - p[i, 0]
        }
        // The truth is the square of what the model says.
        let labels = (0..<1000).map { numbers.next() < p[$0, 0] * p[$0, 0] ? 0 : 1 }
        let calibration = try #require(IsotonicCalibration(probabilities: p, labels: labels))
        let calibrated = calibration.calibrated(p)
        for i in 0..<1000 {
            #expect(abs(calibrated[i, 0] + calibrated[i, 1] - 1) < 1e-12)
        }
        let before = CalibrationError(probabilities: p, labels: labels)
        let after = CalibrationError(probabilities: calibrated, labels: labels)
        #expect(after.value < before.value)
        let few = p.rows(at: Array(0..<999))
        #expect(IsotonicCalibration(probabilities: few, labels: Array(labels[..<999])) == nil)
    }

    @Test func foldsByTimeNeverSplitAMomentAndKeepTheOrder() throws {
        let times = ["b", "a", "a", "c", "d", "d", "d", "e"]
        let folds = try Folds.byTime(times, count: 3)
        #expect(Set(folds.assignment) == [0, 1, 2])
        for i in times.indices {
            for j in times.indices {
                if times[i] == times[j] { #expect(folds.assignment[i] == folds.assignment[j]) }
                if times[i] < times[j] { #expect(folds.assignment[i] <= folds.assignment[j]) }
            }
        }
        #expect(throws: FitError.tooFewGroups(groups: 1, folds: 2)) {
            try Folds.byTime([1, 1, 1], count: 2)
        }
    }
}
