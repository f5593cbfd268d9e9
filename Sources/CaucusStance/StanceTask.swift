/// What a model tells apart.
public enum StanceTask: String, Sendable, Hashable, Codable, CaseIterable {
    /// Where a speaker stands on the target.
    case stance
    /// How warm or cold the words about the target are.
    case sentiment

    /// The labels, from the hostile to the friendly end.
    public var labels: [String] {
        switch self {
        case .stance: ["against", "neutral", "favor"]
        case .sentiment: ["negative", "neutral", "positive"]
        }
    }

    /// The positions in `classes` of the two ends, whose F1 the average F1 takes (SemEval-2016 task 6).
    func interest(among classes: [Int]) -> [Int] {
        [0, labels.count - 1].compactMap { classes.firstIndex(of: $0) }
    }

    /// The position of `label` in ``labels``, or `nil` where the task has no such label.
    ///
    /// A sentiment task reads `favor` as positive and `against` as negative, so that one corpus serves both.
    public func index(of label: String) -> Int? {
        if let index = labels.firstIndex(of: label) { return index }
        guard self == .sentiment else { return nil }
        return StanceTask.stance.labels.firstIndex(of: label)
    }
}
