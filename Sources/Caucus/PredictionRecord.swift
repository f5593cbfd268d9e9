/// One line of `caucus predict`: an example's label and probabilities as JSON.
public struct PredictionRecord: Sendable {
    /// The example's id.
    public var id: String
    /// The most probable label.
    public var label: String
    /// A label of the task and its probability, in the task's order from the friendly end.
    public var probabilities: [(label: String, value: Double)]

    /// Whether the label leads by less than the margin asked for, or `nil` where none was.
    public var isAbstained: Bool?

    /// Creates the record of one example; below `margin` the model would rather not answer.
    public init(
        id: String, probabilities: [Double], task: StanceTask, margin: Double? = nil
    ) {
        self.id = id
        let falling = probabilities.sorted(by: >)
        isAbstained = margin.map { falling.count > 1 && falling[0] - falling[1] < $0 }
        let best = probabilities.indices.max { probabilities[$0] < probabilities[$1] } ?? 0
        label = task.labels[best]
        let order =
            task == .stance
            ? ["favor", "against", "neutral"] : ["positive", "negative", "neutral"]
        self.probabilities = order.compactMap { name in
            task.labels.firstIndex(of: name).map { (name, probabilities[$0]) }
        }
    }

    /// The line, without its end.
    public var json: String {
        var line = JSONWriter()
        line.object { line in
            line.member("id", id)
            line.member("label", label)
            for (label, value) in probabilities { line.member("p_" + label, rounded: value) }
            if let isAbstained { line.member("abstained", isAbstained) }
        }
        return line.text
    }
}
