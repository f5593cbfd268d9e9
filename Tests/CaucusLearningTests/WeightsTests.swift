import CaucusMatrix
import Foundation
import Testing

@testable import CaucusLearning

@Suite("Weights and further calibration")
struct WeightsTests {
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
        let truth = (0..<1000).map { p[$0, 0] * p[$0, 0] }
        let labels = truth.map { numbers.next() < $0 ? 0 : 1 }
        let calibration = try #require(IsotonicCalibration(probabilities: p, labels: labels))
        let calibrated = calibration.calibrated(p)
        for i in 0..<1000 {
            #expect(abs(calibrated[i, 0] + calibrated[i, 1] - 1) < 1e-12)
        }
        func error(_ p: Matrix) -> Double {
            (0..<1000).reduce(0) { $0 + abs(p[$1, 0] - truth[$1]) } / 1000
        }
        // The standard error of a share in a pool of a hundred is about 0.04; the square is off by 0.17 in the mean.
        #expect(error(calibrated) < 0.3 * error(p))
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

    @Test func calibrationOutOfFoldNeverSeesTheHeldOutRows() throws {
        var numbers = Numbers(seed: 19)
        var logits = Matrix(rows: 1800, columns: 3)
        for n in logits.values.indices { logits.values[n] = 6 * numbers.next() - 3 }
        let p = Softmax.probabilities(logits: logits, temperature: 2)
        let labels = (0..<1800).map { i in
            let u = numbers.next()
            return u < p[i, 0] ? 0 : u < p[i, 0] + p[i, 1] ? 1 : 2
        }
        let folds = try Folds.grouped(
            labels: labels, groups: labels.indices.map { $0 / 3 }, count: 3, seed: 1)
        let raw = Softmax.logLoss(logits: logits, labels: labels)
        for method in Calibrator.Method.allCases {
            let calibrated = try #require(
                Calibrator.outOfFold(method, logits: logits, labels: labels, folds: folds))
            let loss = labels.indices.reduce(0) { $0 - log(calibrated[$1, labels[$1]]) } / 1800
            #expect(loss < raw - 0.05)
            // Another label on a held-out row changes nothing about the row itself.
            var other = labels
            let row = folds.heldOut(0)[0]
            other[row] = (other[row] + 1) % 3
            let again = try #require(
                Calibrator.outOfFold(method, logits: logits, labels: other, folds: folds))
            #expect(calibrated[row: row] == again[row: row])
        }
        let few = try Folds.grouped(
            labels: Array(labels[..<1200]), groups: Array(0..<1200), count: 3, seed: 1)
        #expect(
            Calibrator.outOfFold(
                .isotonic, logits: logits.rows(at: Array(0..<1200)),
                labels: Array(labels[..<1200]), folds: few) == nil)
    }

    @Test func aWeightOfTwoIsTheRowTwiceInEveryCalibration() throws {
        var numbers = Numbers(seed: 23)
        var logits = Matrix(rows: 1500, columns: 2)
        for n in logits.values.indices { logits.values[n] = 4 * numbers.next() - 2 }
        let labels = (0..<1500).map { _ in numbers.next() < 0.5 ? 0 : 1 }
        let twice = Array(0..<1500) + Array(0..<500)
        let weights = (0..<1500).map { $0 < 500 ? 2.0 : 1 }
        for method in Calibrator.Method.allCases {
            let weighted = try #require(
                Calibrator(method, logits: logits, labels: labels, weights: weights))
            let repeated = try #require(
                Calibrator(
                    method, logits: logits.rows(at: twice), labels: twice.map { labels[$0] }))
            let a = weighted.probabilities(logits: logits)
            // Newton's method ends at a gradient of 10⁻⁹ a row.
            #expect(distance(a, repeated.probabilities(logits: logits)) < 1e-6)
        }
    }
}
