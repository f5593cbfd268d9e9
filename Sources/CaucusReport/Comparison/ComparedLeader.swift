import CaucusQuotes
import CaucusStance
import CaucusStatistics
import CaucusText

/// One side of a comparison: a leader's run, what counts in it, and how.
struct ComparedLeader: Sendable {
    let run: RunDescription
    /// Counts with the stories of this run, as its own report does: for what is said of this leader alone.
    let own: Counting
    /// Counts with the stories of all runs: for differences.
    let joint: Counting
    /// The quotations that count, as positions in the run's.
    let counted: [Int]
    /// All speakers together as the model counts, and with what is known of its errors put in.
    let plain: StanceEstimates?
    let overall: StanceEstimates?
    /// What is known of the errors, or `nil` where that says nothing of these shares.
    let errors: ShareErrors?
    /// Who the speakers of counted quotations are, by their ids.
    let identities: [String: SpeakerIdentity]

    init(
        _ run: ComparedRun, documents: [String: DocumentSummary], own: DocumentClusters,
        joint: DocumentClusters, options: ReportOptions
    ) {
        self.run = run.run
        self.own = Counting(
            run: run.run, documents: documents, quotations: run.quotations, clusters: own,
            options: options, identities: run.identities)
        self.joint = Counting(
            run: run.run, documents: documents, quotations: run.quotations, clusters: joint,
            options: options, identities: run.identities)
        counted = run.quotations.indices.filter {
            run.quotations[$0].status == .counted && !run.quotations[$0].facts.speakers.isEmpty
        }
        plain = self.own.estimates(counted, unit: options.unit)
        errors = MeasuredShares(run.gold, options: options, excluded: run.quotations)
            .errors(of: plain, counted.map { run.quotations[$0] })
        overall = plain?.corrected(by: errors)
        var found: [String: [Speaker]] = [:]
        for speaker in counted.flatMap({ run.quotations[$0].facts.speakers }) {
            if run.identities[speaker.id] == nil { found[speaker.id, default: []].append(speaker) }
        }
        identities = run.identities.merging(found.mapValues { SpeakerIdentity($0) }) { a, _ in a }
    }

    var name: String { run.target.name }

    func document(_ index: Int) -> DocumentSummary? {
        own.documents[own.quotations[index].documentID]
    }

    /// The outlet of a quotation, or nothing where it is not told.
    func outlet(_ index: Int) -> String { document(index)?.source ?? "" }

    func day(_ index: Int) -> CalendarDay? { own.day(own.quotations[index]) }

    func speakers(_ index: Int) -> [String] { own.quotations[index].facts.speakers.map(\.id) }

    /// The quotations of `indices` by the keys that `keys` gives each; by every key of several.
    func groups<Key: Hashable>(_ indices: [Int], by keys: (Int) -> [Key]) -> [Key: [Int]] {
        var groups: [Key: [Int]] = [:]
        for index in indices { for key in keys(index) { groups[key, default: []].append(index) } }
        return groups
    }

    /// How many documents quotations are from.
    func documents(_ indices: [Int]) -> Int {
        Set(indices.map { own.quotations[$0].documentID }).count
    }

    /// What quotations say together; without shares where they are fewer than ``Report/fewestListed``.
    func cell(_ indices: [Int]) -> ComparedCell {
        ComparedCell(
            indices: indices, documents: documents(indices),
            estimates: indices.count < Report.fewestListed
                ? nil : own.estimates(indices, unit: own.options.unit))
    }

    /// What each story of all runs pulls at a measure over quotations; `nil` where there are too few.
    func influences(_ indices: [Int], _ measure: Measure) -> Influences? {
        guard indices.count >= Report.fewestListed else { return nil }
        let rows = joint.rows(indices, joint.options.unit)
        return Influences(
            rows.map { measure.value($0.probabilities) }, clusters: rows.map(\.cluster),
            weights: rows.map(\.weight))
    }
}

/// What quotations about one leader say together.
struct ComparedCell: Sendable {
    /// As positions in the run's.
    var indices: [Int]
    var documents: Int
    /// As the model counts, or `nil` where there are too few quotations for a share.
    var estimates: StanceEstimates?

    var count: Int { indices.count }
}
