import CaucusStance
import CaucusStatistics
import CaucusText

/// What the page and the text show, in order.
extension ComparisonParts {
    /// The most outlets or speakers of a table, and of one with a column a step of time.
    private static let most = 25
    static let mostInGrid = 10
    /// The most steps of time that a table shows, the last ones.
    private static let mostSteps = 24

    private var leaders: [ComparedLeader] { comparison.leaders }

    func sections() -> [ShownSection] {
        let all: [ShownSection?] = [
            together, periods.isEmpty ? nil : periodsSection, timeSection, outletsSection,
            speakersSection, voicesSection, crossing.isEmpty ? nil : crossingSection,
            comparison.models.isEmpty ? nil : modelsSection,
        ]
        return all.compactMap { $0 }
    }

    private var together: ShownSection {
        var tables = [
            ShownTable(
                title: "Each leader, all speakers together",
                trace: "A row counts the rows of quotations.csv with its target.",
                file: "leaders.csv",
                head: ["leader", "quotations", "articles"] + Measure.allCases.map(\.words),
                rows: leaders.map { leader in
                    let cell = leader.cell(leader.counted)
                    let overall = cell.estimates == nil ? nil : leader.overall
                    return [.name(leader.name), .count(cell.count), .count(cell.documents)]
                        + Measure.allCases.map { measure in
                            measure == .net
                                ? .difference(overall?.net)
                                : .share(overall.map(measure.estimate))
                        }
                })
        ]
        if !comparison.pairs.isEmpty {
            tables.append(
                ShownTable(
                    title: "Set against each other",
                    trace: "The two sides are the rows of the table above.",
                    file: "differences.csv",
                    head: ["the first less the second"] + Measure.allCases.map(\.words),
                    rows: comparison.pairs.map { pair in
                        let (a, b) = (leaders[pair.first], leaders[pair.second])
                        return [
                            ShownCell(
                                Clipping.clipped(a.name, to: 40) + " less "
                                    + Clipping.clipped(b.name, to: 40))
                        ]
                            + Measure.allCases.map { measure in
                                let difference = comparison.difference(a, b, measure)
                                return measure == .net
                                    ? .difference(difference) : .points(difference)
                            }
                    }))
        }
        return ShownSection(
            id: "together", heading: "All speakers together", how: comparison.correctionNotes,
            tables: tables)
    }

    private var timeSection: ShownSection? {
        guard steps.count > 1 else { return nil }
        let shown = steps.suffix(Self.mostSteps)
        return ShownSection(
            id: "time", heading: "Over time",
            how: [
                "Net stance by \(comparison.step.rawValue), as the model counts, on one scale; beneath, how many quotations count."
            ],
            charts: timeCharts(),
            tables: [
                ShownTable(
                    title: "The numbers by \(comparison.step.rawValue)",
                    trace:
                        "A cell counts the rows of quotations.csv with its target and time_step.",
                    file: "time.csv", head: [comparison.step.rawValue] + names,
                    rows: shown.map { step in
                        [ShownCell(comparison.step.label(step))]
                            + times.map { .net($0[step] ?? Self.nothing) }
                    }, rest: steps.count - shown.count, isFolded: true)
            ])
    }

    static let nothing = ComparedCell(indices: [], documents: 0)

    var names: [String] { leaders.map { Clipping.clipped($0.name, to: 40) } }

    private var differenceHeads: [String] {
        names.dropFirst().map { "\($0) less \(names[0])" }
    }

    private func table(
        _ rows: [ComparedRow], _ title: String, _ head: String, _ key: String, file: String,
        of all: Int
    ) -> ShownTable {
        ShownTable(
            title: title,
            trace: "A cell counts the rows of quotations.csv with its target and \(key).",
            file: file, head: [head] + names + differenceHeads,
            rows: rows.map { row in
                [.name(row.name)] + row.cells.map(ShownCell.net)
                    + row.differences.dropFirst().map(ShownCell.difference)
            }, rest: all - rows.count)
    }

    private var outletsSection: ShownSection? {
        guard outlets.contains(where: { !$0.key.isEmpty }) else { return nil }
        let known = outlets.filter { $0.known > 0 }
        let shown = Array(known.prefix(Self.most))
        var tables = [
            table(
                shown, "Net stance by outlet", "outlet", "outlet", file: "outlets.csv",
                of: outlets.count)
        ]
        tables += grids(outletTimes, "outlet", "outlet", file: "outlets_time.csv")
        return ShownSection(
            id: "outlets", heading: "Outlets",
            how: [
                "Whom and what an outlet quotes, not what the outlet thinks. Shares of one outlet are not corrected."
                    + comparison.differenceNote
            ], charts: rowCharts(shown, name: "outlets", title: "Net stance by outlet"),
            tables: tables)
    }

    private var speakersSection: ShownSection? {
        let shared = speakers.filter { $0.known > 1 && comparison.isNamed($0.key) }
        let shown = Array(shared.prefix(Self.most))
        var tables: [ShownTable] = []
        if !shown.isEmpty {
            tables.append(
                table(
                    shown, "Speakers quoted often about more than one leader", "speaker",
                    "speaker_id (one of several, where several speak as one)",
                    file: "speakers.csv", of: speakers.count))
        }
        tables += grids(speakerTimes, "speaker", "speaker_id", file: "speakers_time.csv")
        guard !tables.isEmpty else { return nil }
        let many = leaders.count > 1
        return ShownSection(
            id: "speakers", heading: many ? "Who speaks about both" : "Speakers over time",
            how: [
                (many
                    ? shown.isEmpty
                        ? "No speaker is quoted at least \(Report.fewestListed) times about more than one leader. "
                        : "Speakers with at least \(Report.fewestListed) quotations about each of two leaders, most quoted first. "
                    : "") + "Shares of one speaker are not corrected." + comparison.differenceNote
            ],
            charts: rowCharts(shown, name: "speakers", title: "Net stance by speaker"),
            tables: tables)
    }

    /// A table a leader with a column a step.
    private func grids(
        _ grids: [ComparedGrid], _ head: String, _ key: String, file: String
    ) -> [ShownTable] {
        guard steps.count > 1 else { return [] }
        let shown = steps.suffix(Self.mostSteps)
        return zip(names, grids).compactMap { name, grid in
            let rows = grid.rows.filter { row in
                (head == "outlet" || comparison.isNamed(row.key))
                    && steps.contains {
                        grid.cells[ComparedGrid.Key(row: row.key, step: $0)]?.estimates != nil
                    }
            }
            guard !rows.isEmpty else { return nil }
            return ShownTable(
                title: "\(name) by \(head) and \(comparison.step.rawValue)",
                trace:
                    "A cell counts the rows of quotations.csv with this target, its \(key) and time_step.",
                file: file, head: [head] + shown.map(comparison.step.label),
                rows: rows.prefix(Self.mostInGrid).map { row in
                    [.name(row.name)]
                        + shown.map {
                            .net(
                                grid.cells[ComparedGrid.Key(row: row.key, step: $0)] ?? Self.nothing
                            )
                        }
                }, rest: grid.rows.count - min(rows.count, Self.mostInGrid), isFolded: true)
        }
    }
}
