import Foundation

/// A logistic ranker of speaker candidates.
///
/// The weights were fitted on structure alone (see ``SpeakerFeature``); the candidate with the largest
/// score speaks, and the logistic of its score is the confidence.
struct SpeakerRanker: Sendable {
    let intercept: Double
    /// One weight a feature, in the order of its cases.
    let weights: [Double]

    init(intercept: Double, table: [SpeakerFeature: Double]) {
        self.intercept = intercept
        weights = SpeakerFeature.allCases.map { table[$0] ?? 0 }
    }

    /// The log odds that the candidate speaks.
    func score(_ features: SpeakerFeatures) -> Double {
        var score = intercept
        var bits = features.bits
        while bits != 0 {
            score += weights[bits.trailingZeroBitCount]
            bits &= bits - 1
        }
        return score
    }

    static func probability(_ score: Double) -> Double { 1 / (1 + exp(-score)) }
}
