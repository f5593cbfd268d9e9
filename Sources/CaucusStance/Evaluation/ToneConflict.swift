import CaucusMatrix
public import CaucusText

/// An example whose tone and stance point different ways: warm but against, or cold but in favor.
///
/// Tone is no stance (Bestvater & Monroe 2022): a model that only reads tone gets these wrong.
public struct ToneConflict: Sendable {
    /// Which way round.
    public enum Kind: String, Sendable, CaseIterable {
        case warmButAgainst = "warm but against"
        case coldButFavor = "cold but favor"
    }

    /// Which way round, by the example's own label and the tone that the sentiment model tells.
    public let kind: Kind
    /// The example.
    public let example: LabeledExample
    /// The label that the stance model found most probable.
    public let answer: String
    /// The probabilities of against, neutral and favor, by the stance model.
    public let stance: [Double]
    /// The probabilities of negative, neutral and positive, by the sentiment model.
    public let tone: [Double]

    /// Whether the stance model is right.
    public var isRight: Bool { answer == example.label }

    /// All conflicts among labeled examples, the warmest of the first kind, then the coldest of the second.
    static func all(_ scored: ScoredExamples, sentiment: StanceModel) -> [ToneConflict] {
        guard scored.task == .stance, sentiment.task == .sentiment else { return [] }
        let tones = sentiment.matrix(for: scored.examples)
        let (warmth, answers) = (tones.largestColumns, scored.probabilities.largestColumns)
        let last = StanceTask.stance.labels.count - 1
        return Kind.allCases.flatMap { kind in
            let (label, tone) = kind == .warmButAgainst ? (0, last) : (last, 0)
            return scored.labels.indices.filter { scored.labels[$0] == label && warmth[$0] == tone }
                .sorted { (-tones[$0, tone], $0) < (-tones[$1, tone], $1) }
                .map { i in
                    ToneConflict(
                        kind: kind, example: scored.examples[i],
                        answer: StanceTask.stance.labels[answers[i]],
                        stance: Array(scored.probabilities[row: i]), tone: Array(tones[row: i]))
                }
        }
    }
}
