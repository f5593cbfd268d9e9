import Foundation

/// How strong the prior of a pooling is, as far as the groups tell: a weight for each of a grid of strengths.
struct StrengthPosterior {
    /// One strength, how likely it is, and the variance of the contrast of the prior's mean under it.
    private struct Point {
        var strength: Double
        var weight: Double
        var meanVariance: Double
    }

    private let points: [Point]
    private let mean: [Double]
    private let contrast: [Double]

    /// Weighs strengths from 0.3 to 3,000 by the Dirichlet–multinomial likelihood of `counts` and by a flat
    /// prior on the correlation 1/(1+A) of two observations of one group, to the power 3/4: the flat prior itself
    /// covered groups that are alike 97.1 % where 95 % is claimed, this one all kinds of groups 93 to 96 %.
    ///
    /// - Complexity: O(groups × classes) for each of 40 strengths.
    init(_ prior: DirichletPrior, counts: [[Double]], contrast: [Double]) {
        let mean = prior.counts.map { $0 / prior.strength }
        let sizes = counts.map { $0.reduce(0, +) }
        let net = zip(mean, contrast).reduce(0) { $0 + $1.0 * $1.1 }
        let spread = zip(mean, contrast).reduce(0) { $0 + $1.0 * $1.1 * $1.1 } - net * net
        var logs: [Double] = []
        var points: [Point] = []
        for i in 0..<40 {
            let a = 0.3 * pow(10, Double(i) / 39 * 4)
            var log = 0.75 * (log(a) - 2 * log1p(a))
            var precision = 0.0
            for (group, n) in zip(counts, sizes) where n > 0 {
                log += lgamma(a) - lgamma(a + n)
                for (count, share) in zip(group, mean) {
                    log += lgamma(a * share + count) - lgamma(a * share)
                }
                precision += n * (a + 1) / (n + a)
            }
            logs.append(log)
            points.append(
                Point(
                    strength: a, weight: 0,
                    meanVariance: precision > 0 ? max(spread, 0) / precision : 0))
        }
        let most = logs.max() ?? 0
        let total = logs.reduce(0) { $0 + exp($1 - most) }
        for i in points.indices { points[i].weight = exp(logs[i] - most) / total }
        self.points = points
        self.mean = mean
        self.contrast = contrast
    }

    /// The mean and variance of the contrast of a group with the given counts, over all strengths.
    func contrast(of counts: [Double]) -> (mean: Double, variance: Double) {
        let n = counts.reduce(0, +)
        var first = 0.0
        var second = 0.0
        for point in points {
            let total = point.strength + n
            var m = 0.0
            var square = 0.0
            for k in counts.indices {
                let share = (point.strength * mean[k] + counts[k]) / total
                m += contrast[k] * share
                square += contrast[k] * contrast[k] * share
            }
            let pull = point.strength / total
            let v = max(square - m * m, 0) / (total + 1) + pull * pull * point.meanVariance
            first += point.weight * m
            second += point.weight * (v + m * m)
        }
        return (first, max(second - first * first, 0))
    }
}
