import CaucusStatistics
import Foundation

/// A classifier calibrated on mostly neutral pairs, sent to a corpus where half is against: PACC and EM beside the
/// plain mean.
struct PriorShiftBenchmark {
    private static let training = [0.15, 0.65, 0.2]
    private static let deployed = [0.5, 0.3, 0.2]
    /// Where a label moves each of the two scores that the classifier sees, each with unit noise.
    private static let centers = [[1.2, -0.4], [0, 0.9], [-1.2, -0.4]]

    /// Bayes' posterior under the training shares, exact for two Gaussian scores.
    private static func posterior(_ label: Int, _ random: inout Random) -> [Double] {
        let x = centers[label].map { $0 + random.normal() }
        return softmax(
            centers.indices.map { k in
                let distance = zip(x, centers[k]).reduce(0) { $0 + pow($1.0 - $1.1, 2) }
                return log(training[k]) - distance / 2
            })
    }

    /// Two thousand held-out items, as many of each class, as a model file keeps them.
    private static func gold(_ random: inout Random) -> [Quantification.Gold] {
        (0..<2000).map { i in
            Quantification.Gold(
                posterior: posterior(i % 3, &random), label: i % 3, group: i / 2)
        }
    }

    /// Quotations of 400 articles; those of an article lean one way.
    private static func corpus(_ random: inout Random) -> (rows: [[Double]], articles: [Int]) {
        var rows: [[Double]] = []
        var articles: [Int] = []
        for article in 0..<400 {
            let shares = random.dirichlet(deployed.map { 4 * $0 })
            for _ in 0..<(1 + Int(random.unit() * 3)) {
                rows.append(posterior(random.index(shares), &random))
                articles.append(article)
            }
        }
        return (rows, articles)
    }

    /// The lines of coverage, and of the errors of the share against.
    static func lines(corpora: Int) throws -> [Line] {
        var tally = Tally()
        var errors: [String: (sum: Double, square: Double)] = [:]
        let truth = deployed[2] - deployed[0]
        for seed in 1...corpora {
            var random = Random(UInt64(seed) + 31)
            let gold = gold(&random)
            let (rows, articles) = corpus(&random)
            let found = [
                try Quantification.adjustedCount(
                    posteriors: rows, clusters: articles, gold: gold),
                try Quantification.expectationMaximization(
                    posteriors: rows, clusters: articles, trainingShares: training),
            ]
            for quantification in found {
                let name = "prior shift: \(quantification.method)"
                tally.note(name, quantification.estimate([-1, 0, 1]), truth: truth)
                let error = quantification.shares[0] - deployed[0]
                errors[quantification.method, default: (0, 0)].sum += error
                errors[quantification.method, default: (0, 0)].square += error * error
            }
            if let plain = ClusteredMean(bounds: -1...1).estimate(
                of: rows.map { $0[2] - $0[0] }, clusters: articles)
            {
                tally.note("prior shift: plain mean", plain, truth: truth)
            }
            let error = found[0].plainMean[0] - deployed[0]
            errors["plain mean", default: (0, 0)].sum += error
            errors["plain mean", default: (0, 0)].square += error * error
        }
        let n = Double(corpora)
        let shifts = errors.keys.sorted().map { method -> Line in
            let (sum, square) = errors[method] ?? (0, 0)
            let bias = sum / n
            // Three standard errors of the simulation, and half a point for the first order.
            let reach = 3 * ((square / n - bias * bias) / n).squareRoot() + 0.005
            return Line(
                "prior shift, share against 15 → 50 %: bias of \(method)", value: 100 * bias,
                unit: "points", width: (square / n).squareRoot(),
                expected: method == "plain mean" ? nil : (-100 * reach)...(100 * reach))
        }
        return tally.lines { name in name.contains("plain") ? nil : 93...97 } + shifts
    }
}
