/// How well the answers of the runs of a store foretell labels, side by side.
public struct StoreEvaluation: Sendable {
    /// What a run's answers have over those of another about the same leader, on the quotations that both answer.
    public struct Difference: Sendable {
        /// The runs, by their place.
        public let first: Int
        public let second: Int
        public let answers: PairedAnswers
    }

    /// The labels.
    public let labels: JudgedQuotations
    /// The runs with labels about their leader: those about one leader together, first the run that most labels were drawn
    /// of, then those that were not brought along.
    public let runs: [RunEvaluation]
    /// Every run beside the first about its leader.
    public let differences: [Difference]

    /// Measures `runs` of `store` by `labels`, of each at most `errors` of its surest errors; `seed` is that of the draws of
    /// articles for intervals.
    public init(
        _ labels: JudgedQuotations, _ runs: [RunDescription], of store: Store, errors: Int = 10,
        seed: UInt64 = 1
    ) throws(StoreError) {
        self.labels = labels
        var evaluations: [RunEvaluation] = []
        for run in Self.ordered(runs, labels) {
            let evaluation = RunEvaluation(
                run, try store.quotations(run: run.id), labels, errors: errors, seed: seed)
            if evaluation.matched > 0 { evaluations.append(evaluation) }
        }
        self.runs = evaluations
        differences = evaluations.indices.compactMap { i in
            let target = evaluations[i].run.target.name
            guard let first = evaluations.firstIndex(where: { $0.run.target.name == target }),
                first < i,
                let pair = Self.pair(
                    evaluations[first], evaluations[i], labels.isWeighted, seed: seed)
            else { return nil }
            return Difference(first: first, second: i, answers: pair)
        }
    }

    private static func ordered(
        _ runs: [RunDescription], _ labels: JudgedQuotations
    ) -> [RunDescription] {
        let drawn = labels.judged.reduce(into: [String: Int]()) { counts, label in
            if let run = label.run { counts[run, default: 0] += 1 }
        }
        return runs.sorted { a, b in
            let (x, y) = (drawn[a.id] ?? 0, drawn[b.id] ?? 0)
            if a.target.name != b.target.name { return a.target.name < b.target.name }
            if x != y { return x > y }
            if a.isImported != b.isImported { return b.isImported }
            return (a.model, a.id) < (b.model, b.id)
        }
    }

    private static func pair(
        _ first: RunEvaluation, _ second: RunEvaluation, _ isWeighted: Bool, seed: UInt64
    ) -> PairedAnswers? {
        let other = Dictionary(
            second.answers.map { ($0.key, $0.row) }, uniquingKeysWith: { a, _ in a })
        let both = first.answers.compactMap { answer in
            other[answer.key].map { (answer.row, $0) }
        }
        guard !both.isEmpty else { return nil }
        return PairedAnswers(
            StanceAnswers(rows: both.map(\.0), isWeighted: isWeighted),
            StanceAnswers(rows: both.map(\.1), isWeighted: isWeighted), seed: seed)
    }
}
