import CaucusStance
import CaucusStatistics
import CaucusText

/// Leaders side by side on the same articles, one leader in two periods, or two models on the same quotations.
///
/// What is said of one leader is what the report of the leader's run says. Differences are never read off two intervals:
/// each has its own, by the joint sandwich over all stories (``CaucusStatistics/ClusteredDifference``). The same
/// inputs give the same bytes.
public struct Comparison: Sendable {
    /// How the leaders are counted.
    public let options: ComparisonOptions
    /// The steps of time in which the tables count.
    public let step: TimeStep
    /// How many documents not all runs read, and are left out for that.
    public let unshared: Int
    /// How many quotations count that the filter leaves in, and how many would count without it.
    let kept: Int
    let whole: Int
    /// Which runs are not complete.
    public let unfinished: [String]
    /// The leaders, in the order given, each by one run.
    let leaders: [ComparedLeader]
    /// Runs of one leader that are compared on the same quotations.
    let models: [ModelPair]
    /// The documents that all runs read.
    let documents: [DocumentSummary]

    /// Puts runs side by side.
    ///
    /// Of several runs of one leader the first stands for the leader, where there are several leaders one of a model
    /// that most of them have; it is compared with each of the others as one model with another.
    /// - Complexity: O(quotations × log quotations).
    public init(
        _ runs: [ComparedRun], options: ComparisonOptions = ComparisonOptions()
    ) throws(ComparingError) {
        self.options = options
        let shared = Self.shared(runs)
        documents = shared
        guard !shared.isEmpty else {
            throw .noSharedDocument(runs: runs.map(\.run.id))
        }
        let byID = Dictionary(shared.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        let all = Set(runs.flatMap { $0.documents.map(\.id) })
        unshared = all.count - byID.count
        unfinished = runs.filter { !$0.isComplete }.map(\.run.id)
        let runs = runs.map { run in
            var run = run
            run.quotations.removeAll {
                $0.target != run.run.target.name || byID[$0.documentID] == nil
            }
            let all = EditedSpeakers(
                SpeakerEdits(), run.quotations, run.identities, leader: run.run.target)
            run.quotations = Selection(options.counting.filter, of: all, byID).quotations
            return run
        }
        kept = runs.reduce(0) { $0 + $1.quotations.count { $0.status == .counted } }
        whole = kept + runs.reduce(0) { $0 + $1.quotations.count { $0.status == .filtered } }
        let joint = DocumentClusters(shared, runs.flatMap(\.quotations))
        let sides = runs.map { run in
            ComparedLeader(
                run, documents: byID, own: DocumentClusters(shared, run.quotations), joint: joint,
                options: options.counting)
        }
        let chosen = Self.chosen(sides)
        leaders = chosen.map(\.first)
        models = chosen.flatMap { chosen in
            chosen.others.map { ModelPair(chosen.first, $0, level: options.counting.level) }
        }
        let days = leaders.flatMap { leader in leader.counted.compactMap { leader.day($0) } }
        let suiting = days.min().flatMap { first in
            days.max().map { TimeStep.suiting(first, $0) }
        }
        step = options.step ?? suiting ?? .year
        try check(days)
    }

    /// The outlets of the documents with how many documents each has.
    public var outlets: [String: Int] {
        documents.reduce(into: [:]) { counts, document in
            if let outlet = document.source { counts[outlet, default: 0] += 1 }
        }
    }

    private func check(_ days: [CalendarDay]) throws(ComparingError) {
        if leaders.count < 2, models.isEmpty, options.periods.isEmpty, options.columns.count < 2 {
            throw .nothingToCompare(leader: leaders.first?.name ?? "nobody")
        }
        if let first = options.periods.first, let second = options.periods.last,
            options.periods.count > 1, first.overlaps(second)
        {
            throw .overlap(first.text, second.text)
        }
        for period in options.periods where !days.contains(where: period.contains) {
            throw .emptyPeriod(period.text)
        }
        for column in options.columns where !isKnown(column) {
            let names = Set(documents.flatMap { $0.fields.map(\.name) }).sorted()
            throw .unknownColumn(
                column, known: ["outlet", "speaker"] + TimeStep.allCases.map(\.rawValue) + names)
        }
    }

    private func isKnown(_ column: String) -> Bool {
        column == "speaker" || TimeStep(rawValue: column) != nil
            || documents.contains { $0.value(of: column)?.isEmpty == false }
    }

    /// The documents that all runs read as they are, in the order of the first.
    private static func shared(_ runs: [ComparedRun]) -> [DocumentSummary] {
        guard let first = runs.first else { return [] }
        let others = runs.dropFirst().map { run in
            Dictionary(run.documents.map { ($0.id, $0.hash) }, uniquingKeysWith: { a, _ in a })
        }
        return first.documents.filter { document in
            others.allSatisfy { $0[document.id] == document.hash }
        }
    }

    /// One run a leader, with the others of that leader.
    private static func chosen(
        _ sides: [ComparedLeader]
    ) -> [(first: ComparedLeader, others: [ComparedLeader])] {
        var names: [String] = []
        for side in sides where !names.contains(side.name) { names.append(side.name) }
        func leaders(_ model: String) -> Int {
            Set(sides.filter { $0.run.modelChecksum == model }.map(\.name)).count
        }
        return names.compactMap { name in
            let own = sides.filter { $0.name == name }
            let most = own.map { leaders($0.run.modelChecksum) }.max() ?? 0
            let place = own.firstIndex { leaders($0.run.modelChecksum) == most } ?? 0
            guard own.indices.contains(place) else { return nil }
            var others = own
            let first = others.remove(at: place)
            return (first, others)
        }
    }
}
