import CaucusMatrix

/// Labels of a store's quotations as examples to train with: each with the passage that the model read, so that no article is
/// needed.
///
/// Of several people's labels that of most counts; where they are split the quotation is left out. What is no speech about
/// the leader by its speaker has no stance to learn.
public struct StoredExamples: Sendable {
    /// The examples, an article a group, and what a model reads of each.
    public private(set) var examples: [LabeledExample] = []
    public private(set) var passages: [Passage] = []
    /// What was left out: labels that tell no stance, quotations that people are split on, and labels of no quotation that the
    /// store has a passage of.
    public private(set) var withoutStance = 0
    public private(set) var split = 0
    public private(set) var unmatched = 0
    /// How well the runs' own answers foretell the labels, or `nil` without examples; a run has not seen them.
    public private(set) var before: Metrics?

    /// The examples that `answers` make of the runs of `store`.
    public init(_ answers: [CodedAnswer], of store: Store) throws(StoreError) {
        var given: [[String]: [CodedAnswer]] = [:]
        for answer in answers where answer.label != .skipped {
            given[answer.key, default: []].append(answer)
        }
        let targets = Set(answers.map(\.target))
        var places: [[String]: (row: ScoredQuotation, p: StanceProbabilities, passage: Passage)] =
            [:]
        for run in try store.runs() where targets.contains(run.target.name) {
            for row in try store.quotations(run: run.id) {
                let key = [row.id, run.target.name]
                guard given[key] != nil, places[key] == nil, let passage = row.scoredPassage,
                    let p = row.probabilities
                else { continue }
                places[key] = (row, p, passage)
            }
        }
        var probabilities: [[Double]] = []
        for (key, answers) in given.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            guard let stance = take(answers) else { continue }
            guard let found = places[key] else {
                unmatched += 1
                continue
            }
            examples.append(
                LabeledExample(
                    id: key[0], text: found.row.text, target: key[1], label: stance.rawValue,
                    speaker: found.row.speaker?.name, group: found.row.documentID,
                    place: answers[0].place))
            passages.append(found.passage)
            probabilities.append(
                StanceTask.stance.labels.map { label in
                    Stance(rawValue: label).map { found.p.of($0) } ?? 0
                })
        }
        before = metrics(probabilities)
    }

    /// The stance that most people gave, or `nil` where there is none to learn.
    private mutating func take(_ answers: [CodedAnswer]) -> Stance? {
        guard let label = answers.majority else {
            split += 1
            return nil
        }
        guard case .stance(let stance) = label else {
            withoutStance += 1
            return nil
        }
        return stance
    }

    private func metrics(_ probabilities: [[Double]]) -> Metrics? {
        guard !examples.isEmpty else { return nil }
        let labels = examples.map { StanceTask.stance.index(of: $0.label ?? "") ?? 0 }
        let numbers = Dictionary(
            Set(examples.map { $0.group ?? "" }).sorted().enumerated().map { ($1, $0) },
            uniquingKeysWith: { a, _ in a })
        return Metrics(
            probabilities: Matrix(
                rows: probabilities.count, columns: StanceTask.stance.labels.count,
                values: probabilities.flatMap(\.self)),
            labels: labels, groups: examples.map { numbers[$0.group ?? ""] ?? 0 })
    }
}

extension StanceProbabilities {
    /// The probability of one stance.
    fileprivate func of(_ stance: Stance) -> Double {
        switch stance {
        case .against: against
        case .neutral: neutral
        case .favor: favor
        }
    }
}
