import CaucusMatrix
import Foundation
import Testing

@testable import CaucusStatistics

/// Calibration with its band, and matrices of a few rows.
@Suite struct CalibrationCurveTests {
    /// Items whose labels are drawn from their posteriors, or from flatter ones.
    static func items(_ count: Int, sharpened: Double) -> (probabilities: Matrix, labels: [Int]) {
        var generator = SplitMix(seed: 3)
        var values: [Double] = []
        var labels: [Int] = []
        for _ in 0..<count {
            let p = 0.5 + 0.45 * generator.unit()
            let told = min(p + sharpened, 0.99)
            values += [told, 1 - told]
            labels.append(generator.unit() < p ? 0 : 1)
        }
        return (Matrix(rows: count, columns: 2, values: values), labels)
    }

    @Test func aCalibratedClassifierStaysInTheBandAndASureOneDoesNot() {
        let good = Self.items(2000, sharpened: 0)
        let curve = CalibrationCurve(
            probabilities: good.probabilities, labels: good.labels, classWeights: [1, 1], draws: 200
        )
        #expect(curve.bins.count == 10)
        // Ten bins at 95 %: fewer than eight inside happens once in a hundred.
        #expect(curve.inside >= 8)
        let sure = Self.items(2000, sharpened: 0.12)
        let bad = CalibrationCurve(
            probabilities: sure.probabilities, labels: sure.labels, classWeights: [1, 1], draws: 200
        )
        #expect(bad.inside <= 4)
    }

    @Test func weightsUndoASampleThatIsDrawnByClass() {
        // Of class 1 only every fourth item is kept; its weight is four.
        let all = Self.items(8000, sharpened: 0)
        let kept = all.labels.indices.filter { all.labels[$0] == 0 || $0 % 4 == 0 }
        let curve = CalibrationCurve(
            probabilities: all.probabilities.rows(at: kept), labels: kept.map { all.labels[$0] },
            classWeights: [1, 4], draws: 200)
        #expect(curve.inside >= 8)
        let unweighted = CalibrationCurve(
            probabilities: all.probabilities.rows(at: kept), labels: kept.map { all.labels[$0] },
            classWeights: [1, 1], draws: 200)
        #expect(unweighted.inside <= 4)
    }

    @Test func fewItemsGiveFewBinsAndNoneNone() {
        let few = Self.items(45, sharpened: 0)
        #expect(
            CalibrationCurve(
                probabilities: few.probabilities, labels: few.labels, leastItems: 20
            ).bins.count == 2)
        let none = Matrix(rows: 0, columns: 2)
        #expect(CalibrationCurve(probabilities: none, labels: []).bins.isEmpty)
    }

    @Test func theInverseTimesTheMatrixIsOne() throws {
        let m: [[Double]] = [[0, 2, 1], [1, 0.5, 0], [3, 1, 1]]
        let inverse = try #require(SquareMatrix.inverse(of: m))
        for i in 0..<3 {
            let column = SquareMatrix.product(inverse, m.map { $0[i] })
            for k in 0..<3 { #expect(abs(column[k] - (k == i ? 1 : 0)) < 1e-12) }
        }
        #expect(SquareMatrix.inverse(of: [[1, 2], [2, 4]]) == nil)
    }

    @Test func aPriorShiftIsCoveredInManySmallCorpora() throws {
        // The classes of PoolingTests.priorShiftIsUndone, in 120 corpora of 150 articles of two quotations.
        var generator = SplitMix(seed: 8)
        func posterior(_ positive: Bool) -> [Double] {
            PoolingTests.posterior(positive, &generator)
        }
        var covered = [0, 0]
        for _ in 0..<120 {
            let gold = (0..<300).map {
                Quantification.Gold(
                    posterior: posterior($0 % 2 == 0), label: ($0 + 1) % 2, group: $0)
            }
            let rows = (0..<300).map { _ in posterior(generator.unit() < 0.8) }
            let articles = rows.indices.map { $0 / 2 }
            let found = [
                try Quantification.adjustedCount(
                    posteriors: rows, clusters: articles, gold: gold),
                try Quantification.expectationMaximization(
                    posteriors: rows, clusters: articles, trainingShares: [0.5, 0.5]),
            ].map { $0.estimate([0, 1]) }
            for (i, estimate) in found.enumerated() {
                let low = try #require(estimate.low)
                let high = try #require(estimate.high)
                if low <= 0.8 && 0.8 <= high { covered[i] += 1 }
            }
        }
        // 95 % of 120 is 114; four standard errors below it is 104.
        #expect(covered.allSatisfy { $0 >= 104 }, "\(covered)")
    }
}
