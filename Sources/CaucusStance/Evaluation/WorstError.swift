public import CaucusText

/// An example that a model answers wrongly, and what led it astray.
public struct WorstError: Sendable {
    /// The example.
    public let example: LabeledExample
    /// The label that the model found most probable.
    public let answer: String
    /// The probability of that label, and that of the example's own.
    public let answerProbability: Double
    public let labelProbability: Double
    /// The features that spoke most for the answer against the label, and by how much.
    public let reasons: [(feature: String, weight: Double)]

    /// How likely the quotation is what its row took it for, where the examples are quotations of a report's table, else
    /// `nil`: a side may be wrong since the words are about somebody else.
    public var gates: GateProbabilities? {
        let told = Gate.allCases.map { example.probabilities["p_" + $0.rawValue] }
        guard let speech = told[0], let about = told[1], let speaker = told[2] else { return nil }
        return GateProbabilities(speech: speech, about: about, speaker: speaker)
    }

    /// The errors with the least probable labels; reasons are as many as a reader takes in.
    static func worst(_ count: Int, of model: StanceModel, _ scored: ScoredExamples) -> [WorstError]
    {
        let answers = scored.probabilities.largestColumns
        let wrong = scored.labels.indices.filter { answers[$0] != scored.labels[$0] }
        func probability(_ i: Int) -> Double { scored.probabilities[i, scored.labels[i]] }
        let worst = wrong.sorted { (probability($0), $0) < (probability($1), $1) }.prefix(count)
        let names = model.task.labels
        var maker = PassageMaker()
        return worst.map { i in
            let terms = model.contributions(of: maker.passage(of: scored.examples[i]))
            let answer = model.classes.firstIndex(of: answers[i])
            let label = model.classes.firstIndex(of: scored.labels[i])
            let reasons = terms.map { term in
                // A label that the model never saw has no weights.
                let gain = answer.map { term.amounts[$0] } ?? 0
                return (term.name, gain - (label.map { term.amounts[$0] } ?? 0))
            }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
            return WorstError(
                example: scored.examples[i], answer: names[answers[i]],
                answerProbability: scored.probabilities[i, answers[i]],
                labelProbability: probability(i),
                reasons: reasons.prefix(5).filter { $0.1 > 0 }.map {
                    (feature: $0.0, weight: $0.1 / model.temperature)
                })
        }
    }
}
