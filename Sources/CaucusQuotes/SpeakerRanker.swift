import Foundation

/// A ranker of speaker candidates: a conditional logit, in which somebody who is not in sight is a candidate too.
///
/// The weights speak of structure alone (see ``SpeakerFeature``). The candidate with the largest score
/// speaks; how far it is ahead of the others, through a second logistic curve, is the confidence.
struct SpeakerRanker: Sendable {
    /// One weight a feature, in the order of its cases.
    let weights: [Double]
    /// Level and slope of the curve from lead to confidence.
    let calibration: (level: Double, slope: Double)

    /// A ranker with `weights` by feature number, for fitting.
    init(weights: [Double], calibration: (level: Double, slope: Double)) {
        self.weights = weights
        self.calibration = calibration
    }

    init(table: [SpeakerFeature: Double], calibration: (level: Double, slope: Double)) {
        weights = SpeakerFeature.allCases.map { table[$0] ?? 0 }
        self.calibration = calibration
    }

    /// The score of a candidate, which means something only beside those of the same quotation.
    func score(_ features: SpeakerFeatures) -> Double {
        var score = 0.0
        var bits = features.bits
        while bits != 0 {
            score += weights[bits.trailingZeroBitCount]
            bits &= bits - 1
        }
        return score
    }

    /// How likely the best of the weighed `candidates` speaks.
    ///
    /// Its lead is over the other scores, among them that of somebody unseen.
    func confidence(best: Int, of candidates: [SpeakerCandidate]) -> Double {
        let score = candidates[best].score
        guard candidates.count > 1 else { return Self.probability(level(score)) }
        var others = 0.0
        for i in candidates.indices where i != best { others += exp(candidates[i].score) }
        return Self.probability(level(score - log(others)))
    }

    private func level(_ lead: Double) -> Double { calibration.level + calibration.slope * lead }

    /// The logistic curve.
    static func probability(_ score: Double) -> Double { 1 / (1 + exp(-score)) }
}
