import CaucusFeatures

/// What a model has over the answers of the runs whose quotations are labeled: before and after training, on articles that
/// it has not learned from.
public struct TrainedEvaluation: Sendable {
    /// The labels.
    public let labels: JudgedQuotations
    /// The runs whose answers are those before.
    public let runs: [RunDescription]
    /// Quotations that were measured, and articles.
    public let quotations: Int
    public let documents: Int
    /// Labels of no stance; labels of no quotation of the runs, and quotations that they have no answer or no passage of.
    public let withoutStance: Int
    public let unmatched: Int
    public let unanswered: Int
    /// Quotations, and articles, from which the model has learned: left out unless they were asked for. `nil` where the model
    /// does not keep what it learned from.
    public let learned: (quotations: Int, documents: Int)?
    /// Whether those were measured too.
    public let keepsLearned: Bool
    /// The run's answers, then the model's; `nil` where no quotation is left.
    public let answers: PairedAnswers?
    /// How often the likeliest answer was right, before and after.
    public let before: CalibrationCurve?
    public let after: CalibrationCurve?
    /// The errors that the model was surest of.
    public let worst: [RunEvaluation.WrongAnswer]

    /// Measures `model` beside `runs`, of which there is one a leader.
    ///
    /// An article counts as learned from where the model learned from one of its quotations, labeled here or not.
    public init(
        _ model: StanceModel, _ labels: JudgedQuotations, _ runs: [RunDescription],
        of store: Store, keepsLearned: Bool = false, errors: Int = 10, seed: UInt64 = 1
    ) throws(StoreError) {
        self.labels = labels
        self.runs = runs
        self.keepsLearned = keepsLearned
        var found = LabeledPassages(model)
        var matched: Set<[String]> = []
        for run in runs {
            found.add(
                labels.about(run.target.name), try store.quotations(run: run.id),
                of: run, &matched)
        }
        withoutStance = found.withoutStance
        unanswered = found.unanswered
        unmatched = labels.judged.count { !matched.contains([$0.quotation, $0.target]) }
        let known = found.rows.filter { found.learnedDocuments.contains($0.before.documentID) }
        learned =
            found.knowsTexts
            ? (known.count, Set(known.map(\.before.documentID)).count) : nil
        let kept =
            keepsLearned
            ? found.rows
            : found.rows.filter { !found.learnedDocuments.contains($0.before.documentID) }
        quotations = kept.count
        documents = Set(kept.map(\.before.documentID)).count
        guard !kept.isEmpty else {
            (answers, before, after, worst) = (nil, nil, nil, [])
            return
        }
        let first = StanceAnswers(rows: kept.map(\.before), isWeighted: labels.isWeighted)
        var second = first
        let probabilities = model.probabilities(for: kept.map(\.passage))
        for i in kept.indices { second.rows[i].probabilities = probabilities[i] }
        answers = PairedAnswers(first, second, seed: seed)
        before = first.isCertain ? nil : first.calibration(seed: seed)
        after = second.calibration(seed: seed)
        worst = second.worst(errors).map { row in
            RunEvaluation.WrongAnswer(
                quotation: row.id, words: row.text, label: row.label, answer: row.answer,
                probability: row.probabilities.max() ?? 0)
        }
    }
}

/// Labels that tell a stance, with what a run says and what a model can read.
private struct LabeledPassages {
    struct Row {
        var before: StanceAnswers.Row
        var passage: Passage
    }

    private let model: StanceModel
    private(set) var rows: [Row] = []
    private(set) var withoutStance = 0
    private(set) var unanswered = 0
    /// The articles that the model has learned from.
    private(set) var learnedDocuments: Set<String> = []
    let knowsTexts: Bool

    init(_ model: StanceModel) {
        self.model = model
        knowsTexts = model.hasLearned(from: "") != nil
    }

    mutating func add(
        _ labels: [JudgedQuotations.Judged], _ quotations: [ScoredQuotation],
        of run: RunDescription, _ matched: inout Set<[String]>
    ) {
        let match = LabelMatch(quotations)
        let known = Dictionary(quotations.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        if knowsTexts {
            for quotation in quotations where model.hasLearned(from: quotation.text) == true {
                learnedDocuments.insert(quotation.documentID)
            }
        }
        var seen: Set<String> = []
        for label in labels {
            guard let id = match.id(of: label.quotation), let quotation = known[id],
                seen.insert(id).inserted
            else { continue }
            matched.insert([label.quotation, label.target])
            guard case .stance(let stance) = label.label else {
                withoutStance += 1
                continue
            }
            guard let p = quotation.probabilities, let passage = quotation.scoredPassage,
                p.all.allSatisfy({ (0...1).contains($0) })
            else {
                unanswered += 1
                continue
            }
            rows.append(
                Row(
                    before: StanceAnswers.Row(
                        id: id, text: quotation.text, documentID: quotation.documentID,
                        label: stance, weight: label.weight, probabilities: p.all),
                    passage: passage))
        }
    }
}
