import CaucusStance
import CaucusStatistics
import CaucusText

/// What is said about one leader in two periods, in one outlet or all.
struct ComparedPeriods: Sendable {
    var leader: Int
    /// The outlet, or `nil` for all together.
    var outlet: String?
    var first: ComparedCell
    var second: ComparedCell
    /// The second less the first, a measure each; `nil` where either has too few quotations.
    var differences: [Estimate?]

    func difference(_ measure: Measure) -> Estimate? {
        Measure.allCases.firstIndex(of: measure).flatMap { differences[$0] }
    }
}

/// What is said about one leader where columns have certain values.
struct ComparedCrossing: Sendable {
    var leader: Int
    /// A value a column; empty where it is not given.
    var values: [String]
    var cell: ComparedCell
}

extension Comparison {
    /// A leader in the two periods: in all outlets together, then in each, most quoted first.
    func periods(of number: Int) -> [ComparedPeriods] {
        let leader = leaders[number]
        let dated = leader.counted.filter { period(of: $0, leader) != nil }
        let outlets = leader.groups(dated) { [leader.outlet($0)] }
        let order = outlets.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        let groups = [(nil, dated)] + order.map { ($0.key as String?, $0.value) }
        return groups.map { outlet, indices in
            let first = indices.filter { period(of: $0, leader) == 0 }
            let second = indices.filter { period(of: $0, leader) == 1 }
            return ComparedPeriods(
                leader: number, outlet: outlet, first: leader.cell(first),
                second: leader.cell(second),
                differences: Measure.allCases.map {
                    difference(leader, second, leader, first, $0)
                })
        }
    }

    /// Which period a quotation is in, or `nil` where it is in none.
    func period(of index: Int, _ leader: ComparedLeader) -> Int? {
        leader.day(index).flatMap { day in
            options.periods.firstIndex { $0.contains(day) }
        }
    }

    /// The values of the columns to cross, in order, with what is said about a leader there.
    func crossing(of number: Int) -> [ComparedCrossing] {
        let leader = leaders[number]
        let keys = leader.groups(leader.counted) { index -> [[String]] in
            options.columns.reduce(into: [[]]) { found, column in
                let values = values(of: column, leader, index)
                found = found.flatMap { start in values.map { start + [$0] } }
            }
        }
        return keys.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
            ComparedCrossing(leader: number, values: $0, cell: leader.cell($1))
        }
    }

    /// What a column says of a quotation: several values where several speak as one.
    private func values(
        of column: String, _ leader: ComparedLeader, _ index: Int
    ) -> [String] {
        // A column of the documents goes before what is counted under the same name.
        if let value = leader.document(index)?.fields.first(where: { $0.name == column }) {
            return [value.value]
        }
        if column == "speaker" { return leader.speakers(index).map(name(ofSpeaker:)) }
        if let step = TimeStep(rawValue: column) {
            return [leader.day(index).map { step.label(step.number(of: $0)) } ?? ""]
        }
        return [leader.document(index)?.value(of: column) ?? ""]
    }
}
