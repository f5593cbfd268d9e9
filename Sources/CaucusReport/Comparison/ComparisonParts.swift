import CaucusQuotes
import CaucusStance
import CaucusStatistics
import CaucusText

/// Everything that a comparison's files show, counted once.
struct ComparisonParts {
    let comparison: Comparison
    /// All outlets and all speakers, most quoted first.
    let outlets: [ComparedRow]
    let speakers: [ComparedRow]
    /// The steps of time that hold a counted quotation, in order.
    let steps: [Int]
    /// Each leader in each step.
    let times: [[Int: ComparedCell]]
    /// A grid a leader.
    let outletTimes: [ComparedGrid]
    let speakerTimes: [ComparedGrid]
    let voices: [ComparedVoice]
    /// All outlets together and then each, before and after; empty where no periods are compared.
    let periods: [ComparedPeriods]
    /// The values of the columns that are crossed, with what is said there.
    let crossing: [ComparedCrossing]

    init(_ comparison: Comparison) {
        self.comparison = comparison
        let leaders = comparison.leaders
        let step = comparison.step
        func number(_ leader: ComparedLeader, _ index: Int) -> Int? {
            leader.day(index).map(step.number)
        }
        outlets = comparison.rows(name: { $0 }) { leader, i in [leader.outlet(i)] }
        speakers = comparison.rows(name: comparison.name(ofSpeaker:)) { $0.speakers($1) }
        times = leaders.map { leader in
            leader.groups(leader.counted) { i in number(leader, i).map { [$0] } ?? [] }
                .mapValues(leader.cell)
        }
        steps = Set(times.flatMap(\.keys)).sorted()
        func grid(
            _ leader: ComparedLeader, _ name: (String) -> String,
            _ keys: (Int) -> [String]
        ) -> ComparedGrid {
            let cells = leader.groups(leader.counted) { i in
                number(leader, i).map { step in
                    keys(i).map { ComparedGrid.Key(row: $0, step: step) }
                } ?? []
            }.mapValues(leader.cell)
            var counts: [String: Int] = [:]
            for (key, cell) in cells { counts[key.row, default: 0] += cell.count }
            let rows = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            return ComparedGrid(
                rows: rows.map { ($0.key, name($0.key), $0.value) }, cells: cells)
        }
        outletTimes = leaders.map { leader in grid(leader, { $0 }) { [leader.outlet($0)] } }
        speakerTimes = leaders.map { leader in
            grid(leader, comparison.name(ofSpeaker:)) { leader.speakers($0) }
        }
        voices = leaders.indices.flatMap { comparison.voices(about: $0) }
        periods =
            comparison.options.periods.count == 2
            ? leaders.indices.flatMap { comparison.periods(of: $0) } : []
        crossing =
            comparison.options.columns.isEmpty
            ? [] : leaders.indices.flatMap { comparison.crossing(of: $0) }
    }
}

extension Comparison {
    /// What a speaker is called, by the first leader's run that knows.
    func name(ofSpeaker id: String) -> String {
        leaders.lazy.compactMap { $0.identities[id]?.name }.first ?? id
    }

    /// Whether a speaker has a name; a description may be of several people.
    func isNamed(_ id: String) -> Bool {
        leaders.lazy.compactMap { $0.identities[id]?.kind }.first != .described
    }

    /// Rows of all leaders under the keys that `keys` gives each quotation, most quoted first.
    func rows(
        name: (String) -> String, by keys: (ComparedLeader, Int) -> [String]
    ) -> [ComparedRow] {
        let groups = leaders.map { leader in
            leader.groups(leader.counted) { keys(leader, $0) }
        }
        let rows = Set(groups.flatMap(\.keys)).map { key in
            let indices = groups.map { $0[key] ?? [] }
            return ComparedRow(
                key: key, name: name(key),
                cells: zip(leaders, indices).map { $0.cell($1) },
                differences: leaders.indices.map { k in
                    k == 0 ? nil : difference(leaders[k], indices[k], leaders[0], indices[0])
                })
        }
        return rows.sorted { ($1.count, $0.key) < ($0.count, $1.key) }
    }

    /// How many speakers are told of every outlet, also of those that never quote them.
    static let mostVoices = 5

    /// Who is quoted about a leader: in all outlets together, then in each, most quoted first.
    func voices(about number: Int) -> [ComparedVoice] {
        let leader = leaders[number]
        let outlets = leader.groups(leader.counted) { [leader.outlet($0)] }
        let order = outlets.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        let groups = [(nil, leader.counted)] + order.map { ($0.key as String?, $0.value) }
        let all = leader.groups(leader.counted) { leader.speakers($0) }
        let often = all.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
            .map(\.key).filter(isNamed).prefix(Self.mostVoices)
        return groups.flatMap { outlet, indices in
            voices(leader, indices, often).map { speaker, hits, share in
                ComparedVoice(
                    leader: number, outlet: outlet, speaker: speaker,
                    name: name(ofSpeaker: speaker), count: hits, all: indices.count, share: share)
            }
        }
    }

    private func voices(
        _ leader: ComparedLeader, _ indices: [Int], _ often: ArraySlice<String>
    ) -> [(speaker: String, hits: Int, share: Estimate?)] {
        func story(_ i: Int) -> Int {
            leader.own.clusters.cluster(of: leader.own.quotations[i].documentID)
        }
        let sizes = ClusteredShare.Sizes(indices.map(story))
        let estimator = ClusteredShare(level: options.counting.level)
        var speakers = leader.groups(indices) { leader.speakers($0) }
        for speaker in often where speakers[speaker] == nil { speakers[speaker] = [] }
        return speakers.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map {
            let share =
                indices.count < Report.fewestListed
                ? nil : estimator.estimate(ofHitsIn: $1.map(story), among: sizes)
            return ($0, $1.count, share)
        }
    }
}
