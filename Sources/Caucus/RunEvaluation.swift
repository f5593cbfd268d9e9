/// How well the answers of a run foretell what people say of its quotations.
public struct RunEvaluation: Sendable {
    /// A question that labels answer before the stance.
    public struct Question: Sendable {
        /// What is asked; `nil` for all three at once.
        public let gate: Gate?
        /// Of those that count in the run and reach the question, the share that people pass; `nil` without any.
        public let passed: Estimate?
        /// How well the run's probability foretells it, of all that reach it; `nil` where the run has none.
        public let foretold: BinaryMetrics?
    }

    /// An answer that people say is wrong.
    public struct WrongAnswer: Sendable {
        public let quotation: String
        public let words: String
        public let label: Stance
        public let answer: Stance
        public let probability: Double
    }

    /// The run.
    public let run: RunDescription
    /// Labeled quotations that the run has, of how many articles, and how many count in it.
    public let matched: Int
    public let documents: Int
    public let counted: Int
    /// Labeled quotations that it has not, and those found by their place, since their borders have moved.
    public let unmatched: Int
    public let byPlace: Int
    /// All three questions, then each.
    public let questions: [Question]
    /// Quotations with a stance by their label to which the run has no answer.
    public let unanswered: Int
    /// How well the likeliest stance foretells the label's; `nil` where no label tells a stance.
    public let stance: Metrics?
    public let calibration: CalibrationCurve?
    /// Whether every answer is given as certain, so that neither log loss nor calibration say anything.
    public let isCertain: Bool
    /// The share that is given a stance, the others being too close to call, and how many of these are right.
    public let answered: Estimate?
    public let rightOfAnswered: Estimate?
    /// The errors that the run was surest of.
    public let worst: [WrongAnswer]

    /// The answers that were measured, by the key of their label.
    let answers: [(key: [String], row: StanceAnswers.Row)]

    /// Measures a run.
    ///
    /// - Parameter errors: how many of the surest errors to keep.
    init(
        _ run: RunDescription, _ quotations: [ScoredQuotation], _ labels: JudgedQuotations,
        errors: Int, seed: UInt64
    ) {
        let found = MatchedLabels(labels.about(run.target.name), quotations)
        let rows = found.rows
        let reached = GateAnswers(rows: rows, isWeighted: labels.isWeighted, seed: seed)
        self.run = run
        (matched, unmatched, byPlace) = (rows.count, found.unmatched, found.byPlace)
        documents = Set(rows.map(\.quotation.documentID)).count
        counted = rows.count { $0.quotation.status == .counted }
        questions = ([nil] + Gate.allCases.map(Optional.some)).map(reached.question)
        let answers = rows.compactMap { row in
            row.answer.map { (key: row.key, row: $0) }
        }
        unanswered = rows.count { $0.stance != nil && $0.answer == nil }
        self.answers = answers
        let given = StanceAnswers(rows: answers.map(\.row), isWeighted: labels.isWeighted)
        isCertain = !answers.isEmpty && given.isCertain
        stance = answers.isEmpty ? nil : given.metrics(seed: seed)
        calibration = answers.isEmpty || isCertain ? nil : given.calibration(seed: seed)
        answered = given.share(seed: seed) { $0.stance != nil }
        let sure = StanceAnswers(
            rows: given.rows.filter { $0.stance != nil }, isWeighted: labels.isWeighted)
        rightOfAnswered = sure.share(seed: seed) { $0.stance == $0.label }
        worst = given.worst(errors).map { row in
            WrongAnswer(
                quotation: row.id, words: row.text, label: row.label, answer: row.answer,
                probability: row.probabilities.max() ?? 0)
        }
    }
}

/// Labels with the quotations of a run that they are about.
private struct MatchedLabels {
    struct Row {
        var key: [String]
        var label: CodedLabel
        var weight: Double
        var quotation: ScoredQuotation

        /// The stance that the label tells, or `nil`.
        var stance: Stance? { if case .stance(let stance) = label { stance } else { nil } }

        /// What the run says of it, where the label tells a stance.
        var answer: StanceAnswers.Row? {
            guard let stance, let p = quotation.probabilities,
                p.all.allSatisfy({ (0...1).contains($0) })
            else { return nil }
            return StanceAnswers.Row(
                id: quotation.id, text: quotation.text, documentID: quotation.documentID,
                label: stance, weight: weight, probabilities: p.all, stance: quotation.stance)
        }
    }

    private(set) var rows: [Row] = []
    private(set) var unmatched = 0
    private(set) var byPlace = 0

    init(_ labels: [JudgedQuotations.Judged], _ quotations: [ScoredQuotation]) {
        let match = LabelMatch(quotations)
        let known = Dictionary(quotations.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        var seen: Set<String> = []
        for label in labels {
            // Where two labels are about one quotation by place, the first is taken.
            guard let id = match.id(of: label.quotation), let quotation = known[id],
                seen.insert(id).inserted
            else {
                unmatched += 1
                continue
            }
            byPlace += id == label.quotation ? 0 : 1
            rows.append(
                Row(
                    key: [label.quotation, label.target], label: label.label,
                    weight: label.weight, quotation: quotation))
        }
    }
}

/// What people say of the gates, beside what the run does.
private struct GateAnswers {
    var rows: [MatchedLabels.Row]
    var isWeighted: Bool
    var seed: UInt64

    /// One gate, or all where none is given.
    func question(_ gate: Gate?) -> RunEvaluation.Question {
        let reached = rows.compactMap { row -> (row: MatchedLabels.Row, passes: Bool)? in
            (gate.map { row.label.passes($0) } ?? (row.stance != nil)).map { (row, $0) }
        }
        let counted = reached.filter { $0.row.quotation.status == .counted }
        let asked = reached.filter { $0.row.quotation.gates != nil }
        return RunEvaluation.Question(
            gate: gate,
            passed: metrics(counted) { _ in 0.5 }?.share,
            foretold: metrics(asked) { gates in gate.map { gates?[$0] ?? 0 } ?? gates?.all ?? 0 })
    }

    private func metrics(
        _ rows: [(row: MatchedLabels.Row, passes: Bool)],
        _ probability: (GateProbabilities?) -> Double
    ) -> BinaryMetrics? {
        guard !rows.isEmpty else { return nil }
        return BinaryMetrics(
            probabilities: rows.map { min(max(probability($0.row.quotation.gates), 0), 1) },
            holds: rows.map(\.passes), groups: rows.map(\.row.quotation.documentID).numbered,
            weights: isWeighted ? rows.map(\.row.weight).scaled : nil, seed: seed)
    }
}

extension StanceAnswers {
    /// The share of rows of which something holds; `nil` without rows.
    func share(seed: UInt64, _ holds: (Row) -> Bool) -> Estimate? {
        guard !rows.isEmpty else { return nil }
        return BinaryMetrics(
            probabilities: rows.map { _ in 0.5 }, holds: rows.map(holds), groups: groups,
            weights: weights, seed: seed
        ).share
    }
}
