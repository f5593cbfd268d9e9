import CaucusStance
import CaucusStatistics
import CaucusText

/// The tables: every number of the page, and those that it has no room for.
extension ComparisonParts {
    private typealias Columns = ComparisonColumns

    private var leaders: [ComparedLeader] { comparison.leaders }
    private var options: ComparisonOptions { comparison.options }

    func tables() -> [Table] {
        var tables = [leadersTable, timeTable, outletsTable, outletTimesTable]
        tables += [speakersTable, speakerTimesTable, voicesTable]
        if !options.periods.isEmpty { tables.append(periodsTable) }
        if !options.columns.isEmpty { tables.append(crossingTable) }
        if !comparison.models.isEmpty { tables += [modelsTable, answersTable] }
        return tables + [differencesTable, quotationsTable]
    }

    private var leadersTable: Table {
        let plain = Measure.allCases.map {
            Columns.number(
                "uncorrected_" + $0.rawValue, "the same as the model counts, without correction")
        }
        return Table(
            name: "leaders", title: "Each leader, all speakers together",
            columns: [Columns.target] + Columns.cell + plain
                + [Columns.text("model", "the model"), Columns.text("run", "the run")]
        ) { body in
            for leader in leaders {
                let cell = leader.cell(leader.counted)
                let isShown = cell.estimates != nil
                var row: [TableCell] = [.text(leader.name)]
                row += Columns.cells(
                    cell.count, cell.documents, isShown ? leader.overall : nil)
                row += Measure.allCases.map { measure in
                    TableCell(cell.estimates.map { measure.estimate($0).value })
                }
                body(row + [.text(leader.run.model), .text(leader.run.id)])
            }
        }
    }

    private var timeTable: Table {
        Table(
            name: "time", title: "Each leader over time",
            columns: [Columns.target, Columns.step] + Columns.cell
        ) { body in
            for (leader, cells) in zip(leaders, times) {
                for (step, cell) in cells.sorted(by: { $0.key < $1.key }) {
                    body(
                        [.text(leader.name), .text(comparison.step.label(step))]
                            + Columns.cells(cell))
                }
            }
        }
    }

    private var outletsTable: Table {
        Table(
            name: "outlets", title: "Each leader in each outlet",
            columns: [Columns.target, Columns.outlet] + Columns.cell
        ) { body in
            for row in outlets {
                for (leader, cell) in zip(leaders, row.cells) where cell.count > 0 {
                    body([.text(leader.name), Columns.outlet(row.key)] + Columns.cells(cell))
                }
            }
        }
    }

    private var speakersTable: Table {
        Table(
            name: "speakers", title: "What each speaker says of each leader",
            columns: [Columns.target] + Columns.speaker + Columns.cell
        ) { body in
            for row in speakers {
                for (leader, cell) in zip(leaders, row.cells) where cell.count > 0 {
                    body(
                        [.text(leader.name), .text(row.key), .text(row.name)]
                            + Columns.cells(cell))
                }
            }
        }
    }

    private var outletTimesTable: Table {
        Table(
            name: "outlets_time", title: "Each leader in each outlet over time",
            columns: [Columns.target, Columns.outlet, Columns.step] + Columns.cell
        ) { body in
            for (leader, grid) in zip(leaders, outletTimes) {
                for (key, cell) in grid.cells.sorted(by: { $0.key < $1.key }) {
                    body(
                        [
                            .text(leader.name), Columns.outlet(key.row),
                            .text(comparison.step.label(key.step)),
                        ] + Columns.cells(cell))
                }
            }
        }
    }

    private var speakerTimesTable: Table {
        Table(
            name: "speakers_time", title: "What each speaker says of each leader over time",
            columns: [Columns.target] + Columns.speaker + [Columns.step] + Columns.cell
        ) { body in
            for (leader, grid) in zip(leaders, speakerTimes) {
                for (key, cell) in grid.cells.sorted(by: { $0.key < $1.key }) {
                    body(
                        [
                            .text(leader.name), .text(key.row),
                            .text(comparison.name(ofSpeaker: key.row)),
                            .text(comparison.step.label(key.step)),
                        ] + Columns.cells(cell))
                }
            }
        }
    }

    private var voicesTable: Table {
        Table(
            name: "voices", title: "Who is quoted about each leader, by outlet",
            columns: [
                Columns.target,
                Columns.text("scope", "all: all outlets together; outlet: the one named"),
                Columns.outlet,
            ] + Columns.speaker + [
                Columns.whole("n_quotes", "quotations of the speaker"),
                Columns.whole("of_quotes", "all quotations about the leader there"),
                Columns.number("share", "their share; empty: too few quotations"),
                Columns.number("share_low", "lower end of its interval; empty: not estimable"),
                Columns.number("share_high", "upper end of its interval"),
                Columns.number("level", "the coverage that the interval claims"),
                Columns.text("method", "how share and interval were estimated"),
            ]
        ) { body in
            for voice in voices {
                body(
                    [
                        .text(leaders[voice.leader].name),
                        .text(voice.outlet == nil ? "all" : "outlet"), Columns.outlet(voice.outlet),
                        .text(voice.speaker), .text(voice.name), .integer(voice.count),
                        .integer(voice.all),
                    ] + Columns.estimate(voice.share) + [
                        TableCell(voice.share?.level), TableCell(voice.share?.method),
                    ])
            }
        }
    }
}
