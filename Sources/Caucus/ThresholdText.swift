/// What a model's margin promises, in one line.
public struct ThresholdText: Sendable {
    /// The line.
    public let text: String

    /// Creates the line of a threshold.
    public init(_ threshold: AnswerThreshold) {
        text =
            "at most \(threshold.maximumError.percent) wrong: answers from a margin of "
            + "\(threshold.margin.three) on, \(threshold.coverage.percent) of the held-out examples, "
            + "\(threshold.error.three) of them wrongly"
    }
}
