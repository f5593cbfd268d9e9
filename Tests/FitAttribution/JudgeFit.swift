import CaucusQuotes

/// The weights of `ContentJudge`.
struct JudgeFit {
    let intercept: Double
    /// One weight a feature, by number.
    let weights: [Double]
    /// The candidates it was fitted on.
    let candidates: Int
    private let right: Int

    /// Fits the log odds that annotators mark a candidate.
    init(_ contents: [AttributionExamples.Row]) throws {
        var rows = BinaryRows()
        for content in contents {
            rows.append(content.features.lazy.map { ($0, 1) }, isRight: content.isRight)
        }
        let columns = Trace.contentFeatureNames.count
        let fit = try rows.fitted(columns: columns, c: 0.3, named: "judge")
        // Rounded as they will be written, so that the next round weighs what the extractor will.
        intercept = WeightSource.rounded(fit.level)
        weights = fit.slopes.map(WeightSource.rounded)
        candidates = contents.count
        right = contents.count(where: \.isRight)
    }

    /// One line on the fit.
    var summary: String { "fitted on \(candidates) candidates, \(right) of them quotations" }
}
