/// What most people say of each quotation that is labeled, as figures of answers are measured by.
///
/// What people are split on has no label. Where every label is of a quotation that was drawn for shares, each weighs the
/// inverse of its chance to be drawn; else all weigh alike.
public struct JudgedQuotations: Sendable {
    /// A quotation and its label.
    public struct Judged: Sendable {
        public var quotation: String
        /// The leader; empty where the labels do not tell.
        public var target: String
        public var label: CodedLabel
        /// The run that it was drawn of, or `nil`.
        public var run: String?
        /// What it counts.
        public var weight: Double
    }

    /// The quotations in the order of the labels.
    public private(set) var judged: [Judged] = []
    /// Who labeled, as far as the labels tell.
    public private(set) var people: [String] = []
    /// Labels that were passed over: skipped, and words that are no label of ours; and quotations that people are split on.
    public private(set) var skipped = 0
    public private(set) var outside = 0
    public private(set) var split = 0
    /// How many of the quotations were drawn for training, which asks for the hardest, and of how many others it is not
    /// known how likely they were to be drawn.
    public private(set) var forTraining = 0
    public private(set) var withoutProbability = 0

    /// No draw is as rare; a smaller number would drown all other labels.
    private static let leastProbability = 1e-9

    /// Whether each weighs the inverse of its chance to be drawn.
    public var isWeighted: Bool {
        !judged.isEmpty && forTraining == 0 && withoutProbability == 0
    }

    /// What `answers` say.
    public init(_ answers: [CodedAnswer]) {
        var order: [[String]] = []
        var given: [[String]: [CodedAnswer]] = [:]
        for answer in answers {
            switch answer.label {
            case .skipped: skipped += 1
            case .other: outside += 1
            case .stance, .fails:
                if given[answer.key] == nil { order.append(answer.key) }
                given[answer.key, default: []].append(answer)
            }
        }
        people = Set(given.values.joined().map(\.annotator)).subtracting([""]).sorted()
        for key in order {
            guard let answers = given[key], let label = answers.majority else {
                split += 1
                continue
            }
            take(answers[0], label)
        }
        guard !isWeighted else { return }
        for i in judged.indices { judged[i].weight = 1 }
    }

    private mutating func take(_ answer: CodedAnswer, _ label: CodedLabel) {
        var weight = 1.0
        if answer.purpose == .training {
            forTraining += 1
        } else if let p = answer.samplingProbability, (Self.leastProbability...1).contains(p) {
            weight = 1 / p
        } else {
            withoutProbability += 1
        }
        judged.append(
            Judged(
                quotation: answer.quotation, target: answer.target, label: label, run: answer.run,
                weight: weight))
    }

    /// Those about a leader; what names none is about any.
    public func about(_ target: String) -> [Judged] {
        judged.filter { $0.target == target || $0.target.isEmpty }
    }
}
