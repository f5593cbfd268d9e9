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
        (intercept, weights) = try rows.fitted(columns: columns, c: 0.3, named: "judge")
        candidates = contents.count
        right = contents.count(where: \.isRight)
    }

    /// One line on the fit.
    var summary: String { "fitted on \(candidates) candidates, \(right) of them quotations" }
}
