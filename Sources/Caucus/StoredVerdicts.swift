/// What labels of a store's quotations say of its gates: of each whether it is speech, about the leader and by the speaker
/// named, beside how likely the gates called that.
///
/// Of several people's labels that of most counts, as for ``StoredExamples``.
public struct StoredVerdicts: Sendable {
    /// The verdicts on quotations that the gates let pass: of others an encoder may not have been asked.
    public private(set) var verdicts: [GateRefit.Verdict] = []
    /// The checksum of the gates that judged them, or `nil` where none did. Where a store has runs of several, those with most
    /// labels are taken.
    public private(set) var gates: String?

    /// The verdicts that `answers` give on the runs of `store`.
    ///
    /// - Complexity: O(quotations of the runs).
    public init(_ answers: [CodedAnswer], of store: Store) throws(StoreError) {
        var given: [[String]: [CodedAnswer]] = [:]
        for answer in answers where answer.label != .skipped {
            given[answer.key, default: []].append(answer)
        }
        let labels = given.compactMapValues { answers in answers.majority.flatMap(Self.passes) }
        let targets = Set(answers.map(\.target))
        var found: [String: [[String]: (document: String, gates: GateProbabilities)]] = [:]
        for run in try store.runs() where targets.contains(run.target.name) {
            guard let checksum = run.gatesChecksum else { continue }
            for row in try store.quotations(run: run.id) where Self.isJudged(row.status) {
                let key = [row.id, run.target.name]
                guard labels[key] != nil, let gates = row.gates else { continue }
                found[checksum, default: [:]][key] = (row.documentID, gates)
            }
        }
        guard
            let most = found.max(by: {
                ($0.value.count, $1.key) < ($1.value.count, $0.key)
            })
        else { return }
        gates = most.key
        var numbers: [String: Int] = [:]
        for (key, row) in most.value.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            let group = numbers[row.document, default: numbers.count]
            numbers[row.document] = group
            verdicts.append(
                GateRefit.Verdict(gates: row.gates, passes: labels[key] ?? [:], group: group))
        }
    }

    /// Whether the gates let a quotation of that status pass.
    private static func isJudged(_ status: QuotationStatus) -> Bool {
        status.isAnswered || status == .lowMargin
    }

    /// What a label says of each gate, or `nil` where it says nothing of any.
    private static func passes(_ label: CodedLabel) -> [Gate: Bool]? {
        switch label {
        case .stance: [.speech: true, .about: true, .speaker: true]
        case .fails(.speech): [.speech: false]
        case .fails(.about): [.speech: true, .about: false]
        case .fails(.speaker): [.speech: true, .speaker: false]
        case .skipped, .other: nil
        }
    }
}
