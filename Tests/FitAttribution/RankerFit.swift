import CaucusQuotes
import Foundation

/// The weights of `SpeakerRanker`, and the curve from a lead to a confidence.
struct RankerFit {
    /// One weight a feature, by number.
    let weights: [Double]
    let calibration: (level: Double, slope: Double)
    /// The quotations that had both a right and a wrong candidate.
    let quotations: Int
    /// The share of quotations whose best candidate is right.
    private let accuracy: Double
    /// The share of quotations that are given to somebody wrong.
    private let wrongNames: Double

    /// Fits which of the candidates of each quotation is right, then the curve.
    init(_ groups: [[AttributionExamples.Row]]) throws {
        let choices = groups.map { group in
            ChoiceFit.Choice(
                candidates: group.map(\.features), isRight: group.map(\.isRight))
        }
        let columns = Trace.speakerFeatureNames.count
        // Rounded as they will be written, so that the curve fits the weights it will see.
        let weights = try ChoiceFit(choices, columns: columns, named: "ranker").weights
            .map(WeightSource.rounded)
        let leads = groups.map { Self.lead(in: $0, weights) }
        var curve = BinaryRows()
        for lead in leads where !lead.isNobody {
            curve.append([(0, lead.size)], isRight: lead.isRight)
        }
        let (level, slopes) = try curve.fitted(columns: 1, c: 100, named: "ranker's confidence")
        self.weights = weights
        quotations = choices.count { $0.isRight.contains(true) && $0.isRight.contains(false) }
        calibration = (level, slopes[0])
        accuracy = Double(leads.count(where: \.isRight)) / Double(leads.count)
        wrongNames = Double(leads.count { !$0.isRight && !$0.isNobody }) / Double(leads.count)
    }

    /// One line on the fit.
    var summary: String {
        """
        fitted on \(quotations) quotations; of those it was fitted on the best candidate is right in \
        \(String(format: "%.1f %%, somebody wrong in %.1f", 100 * accuracy, 100 * wrongNames)) %
        """
    }

    /// How far the best candidate is ahead, as `SpeakerRanker.confidence` counts it, and what it is.
    private static func lead(
        in group: [AttributionExamples.Row], _ weights: [Double]
    ) -> (size: Double, isRight: Bool, isNobody: Bool) {
        let scores = group.map { row in row.features.reduce(0) { $0 + weights[$1] } }
        var best = 0
        for (i, score) in scores.enumerated() where score > scores[best] { best = i }
        let (isRight, isNobody) = (group[best].isRight, group[best].isNobody)
        guard scores.count > 1 else { return (scores[best], isRight, isNobody) }
        var others = 0.0
        for (i, score) in scores.enumerated() where i != best { others += exp(score) }
        return (scores[best] - log(others), isRight, isNobody)
    }
}
