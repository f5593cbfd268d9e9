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

    /// Fits the differences between right and wrong candidates, then the curve.
    ///
    /// Each difference stands twice, as itself with the label 1 and negated with the label 0, so
    /// that the intercept is 0; those of one quotation weigh 1 together in each direction.
    init(_ groups: [[AttributionExamples.Row]]) throws {
        var pairs = BinaryRows()
        var quotations = 0
        for group in groups {
            let (right, wrong) = (group.filter(\.isRight), group.filter { !$0.isRight })
            let weight = 1 / Double(right.count * wrong.count)
            for a in right {
                for b in wrong {
                    pairs.append(Self.difference(a, b), isRight: true, weight: weight)
                    pairs.append(Self.difference(b, a), isRight: false, weight: weight)
                }
            }
            if !right.isEmpty, !wrong.isEmpty { quotations += 1 }
        }
        let columns = Trace.speakerFeatureNames.count
        // Rounded as they will be written, so that the curve fits the weights it will see.
        let weights = try pairs.fitted(columns: columns, c: 1, named: "ranker").slopes
            .map(WeightSource.rounded)
        let leads = groups.map { Self.lead(in: $0, weights) }
        var curve = BinaryRows()
        for lead in leads { curve.append([(0, lead.size)], isRight: lead.isRight) }
        let (level, slopes) = try curve.fitted(columns: 1, c: 100, named: "ranker's confidence")
        self.weights = weights
        self.quotations = quotations
        calibration = (level, slopes[0])
        accuracy = Double(leads.count(where: \.isRight)) / Double(leads.count)
    }

    /// One line on the fit.
    var summary: String {
        """
        fitted on \(quotations) quotations; the best candidate is right in \
        \(String(format: "%.1f", 100 * accuracy)) % of those it was fitted on
        """
    }

    private static func difference(
        _ a: AttributionExamples.Row, _ b: AttributionExamples.Row
    ) -> [(column: Int, value: Double)] {
        let (mine, other) = (Set(a.features), Set(b.features))
        return a.features.filter { !other.contains($0) }.map { ($0, 1) }
            + b.features.filter { !mine.contains($0) }.map { ($0, -1) }
    }

    /// How far the best candidate is ahead, as `SpeakerRanker.confidence` counts it, and whether it
    /// is right.
    private static func lead(
        in group: [AttributionExamples.Row], _ weights: [Double]
    ) -> (size: Double, isRight: Bool) {
        let scores = group.map { row in row.features.reduce(0) { $0 + weights[$1] } }
        var best = 0
        for (i, score) in scores.enumerated() where score > scores[best] { best = i }
        guard scores.count > 1 else { return (scores[best], group[best].isRight) }
        var others = 1.0
        for (i, score) in scores.enumerated() where i != best { others += exp(score) }
        return (scores[best] - log(others), group[best].isRight)
    }
}
